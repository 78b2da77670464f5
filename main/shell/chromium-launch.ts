import { type BrowserContext, chromium, type Page, type Route } from 'playwright-core';
import type { Profile } from './chromium-profile.ts';
import { findChromium } from './chromium-program.ts';
import { chromiumSwitches } from './chromium-switches.ts';
import type { PageFiles } from './page-files.ts';
import { ShellError } from './shell.ts';

/** Under which the page is served. `.invalid` is never a name of the network (RFC 2606). */
export const ORIGIN = 'https://vernebok.invalid';

/** Stands in the window until the page comes: `--app` opens its address before anything can answer for it. */
const WAITING = 'data:text/html,<title>Vernebok</title>';

export interface LaunchOptions {
  readonly headless: boolean;
  readonly profile: Profile;
  readonly userAgent?: string;
  readonly width?: number;
  readonly height?: number;
  /** By default off only as root, where it cannot work. */
  readonly sandbox?: boolean;
}

/**
 * Starts a Chromium of our own over a pipe, without a port.
 * @returns its one context and page
 * @throws ShellError NO_BROWSER; the driver's error when it does not start
 */
export async function launchChromium(options: LaunchOptions): Promise<{ context: BrowserContext; page: Page }> {
  const { headless, profile, width, height } = options;
  const context = await chromium.launchPersistentContext(profile.path, {
    executablePath: findChromium(),
    headless,
    ignoreDefaultArgs: true,
    args: chromiumSwitches({
      headless,
      profile: profile.path,
      sandbox: options.sandbox ?? process.getuid?.() !== 0,
      app: WAITING,
      ...(options.userAgent !== undefined && { userAgent: options.userAgent }),
      ...(width !== undefined && { width }),
      ...(height !== undefined && { height }),
    }),
    env: profile.environment,
    artifactsDir: profile.environment.TMPDIR ?? profile.home,
    acceptDownloads: false,
    serviceWorkers: 'block',
    // The person's own window size, colours and motion, none of the driver's.
    viewport: headless ? { width: width ?? 1440, height: height ?? 900 } : null,
    colorScheme: null,
    reducedMotion: null,
    forcedColors: null,
    contrast: null,
    // The application ends Chromium itself, after it has locked.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
  const page = context.pages()[0];
  if (page === undefined) throw new ShellError('PAGE_FAILED', 'no window');
  return { context, page };
}

/**
 * Answers what the page's top frame asks of our origin with the built files, refuses everything else and denies every
 * permission.
 * @param refused told each address that was asked for and is not ours
 */
export async function serve(
  context: BrowserContext,
  page: Page,
  files: PageFiles,
  refused: (url: string) => void,
): Promise<void> {
  await context.route('**/*', async (route: Route) => {
    const request = route.request();
    const ours = new URL(request.url()).origin === ORIGIN;
    const isNavigation = request.isNavigationRequest();
    // `frame()` throws before a new page has one; then it is not ours either.
    const ownFrame = !isNavigation || request.frame() === page.mainFrame();
    if (ours && ownFrame) {
      await route.fulfill(await files.answer(request.method(), request.url()));
      return;
    }
    refused(request.url());
    // An aborted navigation leaves the page where it is; a blocked one would put an error page in its place.
    await route.abort(isNavigation ? 'aborted' : 'blockedbyclient');
  });
  // An empty grant denies all the rest.
  await context.grantPermissions([], { origin: ORIGIN });
}
