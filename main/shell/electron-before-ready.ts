import { mkdirSync, rmSync } from 'node:fs';
import { url as inspectorUrl } from 'node:inspector';
import { join } from 'node:path';
import { app, protocol, type WebContents } from 'electron';
import { SCHEME } from './electron-origin.ts';
import { keepInPlace } from './electron-session.ts';
import { freshFolder } from './memory-folder.ts';

/** Parts of Chromium that speak to a network on their own accord. */
const FEATURES_OFF = [
  'AutofillServerCommunication',
  'HttpsUpgrades',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'SpareRendererForSitePerProcess',
  'Translate',
];

/** Switches that open the page or its process to others, or write down what passes; no packaged start has one. */
const WEAKENING = [
  'allow-file-access-from-files',
  'disable-site-isolation-trials',
  'disable-web-security',
  'enable-logging',
  'js-flags',
  'load-extension',
  'log-file',
  'log-net-log',
  'no-sandbox',
  'remote-debugging-address',
  'remote-debugging-pipe',
  'remote-debugging-port',
  'ssl-key-log-file',
];

/** True if the program was started so that somebody else could read along: then it opens no book for real work. */
export function isWeakened(): boolean {
  return inspectorUrl() !== undefined || WEAKENING.some((name) => app.commandLine.hasSwitch(name));
}

/**
 * Puts what Chromium writes for itself in this run into a fresh folder in memory, removed when the program ends. The lock
 * that keeps to one program lies in `userData` and must be taken before.
 */
export function keepSessionInMemory(): void {
  const folder = freshFolder('vernebok-electron-');
  for (const name of ['sessionData', 'temp', 'crashDumps'] as const) {
    const path = join(folder, name);
    mkdirSync(path, { mode: 0o700 });
    app.setPath(name, path);
  }
  process.env.TMPDIR = join(folder, 'temp');
  app.on('quit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 }));
}

/** What has to be said before Electron is ready: later it is not heard. */
export function prepareElectron(): void {
  app.enableSandbox();
  // Whoever opens a page, by whatever way: it stays where it is.
  app.on('web-contents-created', (_event, page: WebContents) => keepInPlace(page));
  protocol.registerSchemesAsPrivileged([
    // Standard and secure: an origin of its own, with which the policy's 'self' agrees. No fetch, no service worker;
    // `stream` lets sound and moving pictures be read a stretch at a time.
    {
      scheme: SCHEME,
      privileges: { standard: true, secure: true, stream: true, supportFetchAPI: false, allowServiceWorkers: false },
    },
  ]);
  // No name is looked up and nothing that would ask a network is on.
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  app.commandLine.appendSwitch('disable-features', FEATURES_OFF.join(','));
  for (const name of [
    'disable-background-networking',
    'disable-breakpad',
    'disable-component-update',
    'disable-domain-reliability',
    'disable-quic',
    'disable-sync',
    'dns-prefetch-disable',
    'no-pings',
  ]) {
    app.commandLine.appendSwitch(name);
  }
}
