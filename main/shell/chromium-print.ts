import { PRINT_BINDING, printBridgeScript } from '#preload/chromium.ts';
import { launchChromium, ORIGIN, serve } from './chromium-launch.ts';
import { createProfile } from './chromium-profile.ts';
import { createPageFiles } from './page-files.ts';
import { drawnWithinMs } from './print-limit.ts';
import { ShellError } from './shell.ts';

export interface PrintOptions {
  /** The built page: folder with `print.html`. */
  readonly rendererDir: string;
  /** JSON of a `BriefingDocument`. */
  readonly documentJson: string;
  /** Ends the work, and the browser with it. */
  readonly signal?: AbortSignal;
  /** By default off only as root, where it cannot work. */
  readonly sandbox?: boolean;
}

/**
 * Prints a briefing in a Chromium of its own without a window. The PDF comes back over the pipe as one answer: it is
 * never a file, not even an unlinked one.
 * @returns the PDF, tagged and with an outline
 * @throws ShellError NO_BROWSER, PAGE_NOT_BUILT, PRINT_FAILED
 */
export async function printToPdf({ rendererDir, documentJson, signal, sandbox }: PrintOptions): Promise<Uint8Array> {
  const files = createPageFiles(rendererDir, ORIGIN);
  const profile = await createProfile();
  try {
    const { context, page } = await launchChromium({
      headless: true,
      profile,
      // A PDF tells by this what made it: the program, not the system and version of the machine.
      userAgent: 'Vernebok',
      ...(sandbox !== undefined && { sandbox }),
    });
    const end = () => void context.close().catch(() => undefined);
    signal?.addEventListener('abort', end);
    try {
      signal?.throwIfAborted();
      await context.exposeBinding(PRINT_BINDING, (source) => {
        if (source.frame !== page.mainFrame() || !source.frame.url().startsWith(`${ORIGIN}/`)) {
          throw new ShellError('PRINT_FAILED', 'not the print page');
        }
        return documentJson;
      });
      await context.addInitScript({ content: printBridgeScript(ORIGIN) });
      await serve(context, page, files, () => undefined);
      await page.goto(`${ORIGIN}/print.html`);
      const timeout = drawnWithinMs(documentJson);
      await page.waitForSelector('html[data-ready="true"]', { state: 'attached', timeout });
      const session = await context.newCDPSession(page);
      const { data } = await session.send('Page.printToPDF', {
        transferMode: 'ReturnAsBase64',
        printBackground: true,
        preferCSSPageSize: true,
        generateTaggedPDF: true,
        generateDocumentOutline: true,
      });
      return Buffer.from(data, 'base64');
    } catch (error) {
      throw error instanceof ShellError ? error : new ShellError('PRINT_FAILED');
    } finally {
      signal?.removeEventListener('abort', end);
      await context.close();
    }
  } finally {
    await profile.remove();
  }
}
