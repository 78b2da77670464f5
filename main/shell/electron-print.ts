import { BrowserWindow } from 'electron';
import { ORIGIN } from './electron-origin.ts';
import { pagePreferences, strictSession } from './electron-session.ts';
import type { PageFiles } from './page-files.ts';
import { drawnWithinMs } from './print-limit.ts';
import { ShellError } from './shell.ts';

/**
 * Prints a briefing in a hidden window of its own. The PDF is handed over in memory.
 * @throws ShellError PRINT_FAILED
 */
export async function printInWindow(
  files: PageFiles,
  preload: string,
  documentJson: string,
  signal?: AbortSignal,
): Promise<Uint8Array> {
  const window = new BrowserWindow({
    show: false,
    title: 'Vernebok',
    webPreferences: pagePreferences(printSession(files), preload),
  });
  const { webContents: page } = window;
  const ready = Promise.withResolvers<void>();
  const failed = Promise.withResolvers<never>();
  const fail = () => failed.reject(new ShellError('PRINT_FAILED'));
  const overdue = setTimeout(fail, drawnWithinMs(documentJson));
  signal?.addEventListener('abort', fail);
  page.on('render-process-gone', fail);
  const isOwn = (frame: { readonly parent: unknown; readonly url: string } | null) =>
    frame?.parent === null && frame.url === `${ORIGIN}/print.html`;
  page.ipc.handle('vernebok:document', ({ senderFrame }) => {
    if (!isOwn(senderFrame)) throw new ShellError('PRINT_FAILED', 'not the print page');
    return documentJson;
  });
  page.ipc.on('vernebok:ready', ({ senderFrame }) => isOwn(senderFrame) && ready.resolve());
  if (signal?.aborted) fail();
  const print = async () => {
    await Promise.all([window.loadURL(`${ORIGIN}/print.html`), ready.promise]);
    return page.printToPDF({
      printBackground: true,
      preferCSSPageSize: true,
      generateTaggedPDF: true,
      generateDocumentOutline: true,
    });
  };
  try {
    return await Promise.race([print(), failed.promise]);
  } catch (error) {
    throw error instanceof ShellError ? error : new ShellError('PRINT_FAILED');
  } finally {
    clearTimeout(overdue);
    signal?.removeEventListener('abort', fail);
    window.destroy();
  }
}

let printing: ReturnType<typeof strictSession> | null = null;

/** One session for all printing of a process: Electron keeps a partition for as long as it runs. */
function printSession(files: PageFiles) {
  printing ??= strictSession('print', files);
  return printing;
}
