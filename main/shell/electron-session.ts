import { type Session, session, type WebContents } from 'electron';
import { ORIGIN, SCHEME } from './electron-origin.ts';
import { answerMedia, mediaIdOf, type ReadMedia } from './media-answer.ts';
import type { PageFiles } from './page-files.ts';

/**
 * A session that keeps nothing on disk, serves the built files under our own scheme and refuses everything else:
 * requests, permissions, devices, screens, downloads, dictionaries.
 * @param name one for the window and another for printing: they share nothing
 * @param readMedia for the window: sound and moving pictures of attachments
 */
export function strictSession(name: string, files: PageFiles, readMedia: ReadMedia | null = null): Session {
  // Without `persist:` all of it lies in memory and ends with the process.
  const strict = session.fromPartition(name, { cache: false });
  strict.protocol.handle(SCHEME, async (request) => {
    const media = readMedia === null ? null : mediaIdOf(request.url, ORIGIN);
    if (readMedia !== null && media !== null) {
      const found = await answerMedia(request.method, media, request.headers.get('Range'), readMedia);
      return new Response(new Uint8Array(found.body), { status: found.status, headers: found.headers });
    }
    const { status, headers, body } = await files.answer(request.method, request.url);
    return new Response(new Uint8Array(body), { status, headers });
  });
  strict.webRequest.onBeforeRequest(({ url }, decide) => decide({ cancel: !isOurs(url) }));
  strict.setPermissionRequestHandler((_page, _permission, decide) => decide(false));
  strict.setPermissionCheckHandler(() => false);
  strict.setDevicePermissionHandler(() => false);
  strict.setDisplayMediaRequestHandler((_request, decide) => decide(null));
  strict.on('will-download', (event) => event.preventDefault());
  // Elsewhere than on macOS the spell checker fetches dictionaries; there the system has its own.
  strict.setSpellCheckerEnabled(process.platform === 'darwin');
  if (process.platform !== 'darwin') {
    strict.setSpellCheckerLanguages([]);
    strict.setSpellCheckerDictionaryDownloadURL(`${ORIGIN}/none/`);
  }
  return strict;
}

/** Own files; and pictures that the page itself holds, which its policy allows. */
function isOurs(url: string): boolean {
  return url.startsWith(`${ORIGIN}/`) || url.startsWith('data:image/') || url.startsWith(`blob:${ORIGIN}/`);
}

/** Keeps a page where it is: no address of its own choice, no other window, no guest inside it. */
export function keepInPlace(page: WebContents): void {
  const refuse = (event: { preventDefault(): void }) => event.preventDefault();
  page.on('will-frame-navigate', (event) => {
    // Loading itself anew is what the page may do after a fault.
    if (!event.isMainFrame || event.url !== `${ORIGIN}/`) event.preventDefault();
  });
  page.on('will-redirect', refuse);
  page.on('will-attach-webview', refuse);
  page.setWindowOpenHandler(() => ({ action: 'deny' }));
}

/** What every page of ours is opened with. Most is Electron's default and is said here all the same. */
export function pagePreferences(strict: Session, preload: string) {
  return {
    session: strict,
    preload,
    devTools: false,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    plugins: false,
    enableWebSQL: false,
    navigateOnDragDrop: false,
    disableDialogs: true,
    autoplayPolicy: 'user-gesture-required',
    spellcheck: process.platform === 'darwin',
  } as const;
}
