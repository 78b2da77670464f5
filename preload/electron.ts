/**
 * The bridge of the Electron shell. Runs sandboxed and isolated from the page; what is put on the window is the closed
 * list of routes and events, and on the page that prints nothing but its document.
 */
import { contextBridge, ipcRenderer } from 'electron';
import type { Bridge } from './contract/bridge.ts';
import type { PrintBridge } from './contract/print.ts';
import { EVENT_NAMES, ROUTE_NAMES } from './contract/route-names.ts';

const routes: readonly string[] = ROUTE_NAMES;
const events: readonly string[] = EVENT_NAMES;

const bridge: Bridge = {
  async invoke(name, inputJson, bytes) {
    if (!routes.includes(name)) return JSON.stringify({ ok: false, code: 'ROUTE_UNKNOWN' });
    return ipcRenderer.invoke('vernebok:invoke', name, inputJson, bytes);
  },
  on(name, listener) {
    if (!events.includes(name)) return () => undefined;
    const hear = (_: unknown, told: unknown, payloadJson: unknown) => {
      if (told === name) listener(String(payloadJson));
    };
    ipcRenderer.on('vernebok:event', hear);
    return () => void ipcRenderer.off('vernebok:event', hear);
  },
};

const printBridge: PrintBridge = { document: () => ipcRenderer.invoke('vernebok:document') };

/** Tells the shell once when the page that prints is drawn. */
function tellWhenReady(): void {
  const root = document.documentElement;
  const look = () => {
    if (root.dataset.ready !== 'true') return;
    watch.disconnect();
    ipcRenderer.send('vernebok:ready');
  };
  const watch = new MutationObserver(look);
  watch.observe(root, { attributes: true, attributeFilter: ['data-ready'] });
  look();
}

if (location.pathname === '/print.html') {
  contextBridge.exposeInMainWorld('vernebokPrint', printBridge);
  window.addEventListener('DOMContentLoaded', tellWhenReady);
} else {
  contextBridge.exposeInMainWorld('vernebok', bridge);
  // What the person copied is taken from the clipboard again at lock; heard before any part of the page can keep it back.
  for (const type of ['copy', 'cut']) window.addEventListener(type, () => ipcRenderer.send('vernebok:copied'), true);
}
