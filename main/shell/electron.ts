import { basename, extname } from 'node:path';
import { app, BrowserWindow, dialog, type IpcMainInvokeEvent, Menu, powerMonitor } from 'electron';
import type { Capabilities } from '#contract/app.ts';
import { isWeakened } from './electron-before-ready.ts';
import { createClipboardGuard } from './electron-clipboard.ts';
import { ORIGIN } from './electron-origin.ts';
import { printInWindow } from './electron-print.ts';
import { pagePreferences, strictSession } from './electron-session.ts';
import { createPageFiles } from './page-files.ts';
import { endProcesses } from './processes.ts';
import { writeSynced } from './save-folder.ts';
import { type Shell, ShellError, type ShellOwner } from './shell.ts';

export interface ElectronOptions {
  /** The built page: folder with `index.html` and `print.html`. */
  readonly rendererDir: string;
  /** The built preload: one CommonJS file. */
  readonly preload: string;
}

function capabilities(): Capabilities {
  return {
    name: 'electron',
    realBooks: !isWeakened(),
    suspendSignal: true,
    // Linux has no way to keep a window out of a picture of the screen.
    contentProtection: process.platform !== 'linux',
    saveDialog: true,
  };
}

/** The product's shell. Electron must be ready, and `prepareElectron` have run before that. */
export function createElectronShell({ rendererDir, preload }: ElectronOptions): Shell {
  const files = createPageFiles(rendererDir, ORIGIN);
  const clipboardGuard = createClipboardGuard();
  let owner: ShellOwner | null = null;
  const strict = strictSession('window', files, async (id, offset, length) => owner?.media(id, offset, length) ?? null);
  let window: BrowserWindow | null = null;
  let isClosing = false;

  function openWindow(bounds: Electron.Rectangle | null): BrowserWindow {
    const opened = new BrowserWindow({
      ...(bounds ?? { width: 1440, height: 900 }),
      minWidth: 1024,
      minHeight: 700,
      show: false,
      title: 'Vernebok',
      backgroundColor: '#f4f5f7',
      webPreferences: pagePreferences(strict, preload),
    });
    const { webContents: page } = opened;
    opened.setContentProtection(true);
    opened.once('ready-to-show', () => opened.show());
    opened.on('page-title-updated', (event) => event.preventDefault());
    opened.on('close', (event) => {
      if (isClosing) return;
      // The owner asks the page for its drafts first, and then closes the window through us.
      event.preventDefault();
      owner?.closed(true);
    });
    const isCurrent = () => window === opened && !isClosing;
    page.on('render-process-gone', () => isCurrent() && owner?.lock('strayed'));
    page.on('did-navigate', (_event, url) => {
      if (isCurrent() && !url.startsWith(`${ORIGIN}/`)) owner?.lock('strayed');
    });
    page.ipc.handle('vernebok:invoke', (event, name: unknown, inputJson: unknown, bytes: unknown) =>
      owner?.invoke({ ...senderOf(event), isOwnPage: window === opened }, name, inputJson, bytes),
    );
    page.ipc.on('vernebok:copied', () => clipboardGuard.copied());
    return opened;
  }

  async function load(opened: BrowserWindow): Promise<void> {
    try {
      await opened.loadURL(`${ORIGIN}/`);
    } catch {
      throw new ShellError('PAGE_FAILED');
    }
  }

  return {
    capabilities: capabilities(),
    async open(given) {
      owner = given;
      // On macOS copying and pasting go through the menu; elsewhere there is none.
      const template = [{ role: 'appMenu' }, { role: 'editMenu' }] as const;
      Menu.setApplicationMenu(process.platform === 'darwin' ? Menu.buildFromTemplate([...template]) : null);
      powerMonitor.on('suspend', () => given.lock('suspend'));
      powerMonitor.on('lock-screen', () => given.lock('lock_screen'));
      powerMonitor.on('user-did-resign-active', () => given.lock('lock_screen'));
      app.on('second-instance', () => window?.focus());
      // Between two pages there is no window for a moment; without a listener Electron would end.
      app.on('window-all-closed', () => undefined);
      app.on('before-quit', (event) => {
        if (isClosing) return;
        event.preventDefault();
        given.closed(true);
      });
      window = openWindow(null);
      await load(window);
    },
    send(event, payloadJson) {
      if (window !== null && !window.isDestroyed()) window.webContents.send('vernebok:event', event, payloadJson);
    },
    async resetPage() {
      const old = window;
      window = null;
      await clipboardGuard.clear();
      const bounds = old?.getBounds() ?? null;
      if (old !== null) await endPage(old);
      window = openWindow(bounds);
      await load(window);
    },
    printToPdf: (documentJson, signal) => printInWindow(files, preload, documentJson, signal),
    async saveAs(suggestedName) {
      const ending = extname(suggestedName).slice(1);
      const options = {
        defaultPath: suggestedName,
        filters: [{ name: ending.toUpperCase(), extensions: [ending] }],
      };
      const { canceled, filePath } = await (window === null
        ? dialog.showSaveDialog(options)
        : dialog.showSaveDialog(window, options));
      if (canceled || filePath === '') return null;
      return {
        savedAs: basename(filePath),
        write: (bytes) => writeSynced(filePath, bytes),
        abandon: () => Promise.resolve(),
      };
    },
    async close() {
      if (isClosing) return;
      isClosing = true;
      await clipboardGuard.clear();
      try {
        if (window !== null) await endPage(window);
      } finally {
        app.quit();
      }
    },
  };
}

/** Facts about the caller as Electron saw it; the frame is gone when it has left its address meanwhile. */
function senderOf({ senderFrame }: IpcMainInvokeEvent) {
  return { isMainFrame: senderFrame !== null && senderFrame.parent === null, url: senderFrame?.url ?? '' };
}

/** Ends the process that drew a window, waits until it is gone, and takes the window away. */
async function endPage(window: BrowserWindow): Promise<void> {
  if (window.isDestroyed()) return;
  // Killed and not crashed: a crash is what the system may write a picture of the memory for.
  const pid = window.webContents.getOSProcessId();
  // 0 when the process is gone already.
  if (pid > 0) await endProcesses([pid]);
  window.destroy();
}
