import { app, protocol } from 'electron';

/** Scheme of the page's address. */
export const SCHEME = 'app';
/** Scheme and host under which the page is served. */
export const ORIGIN = `${SCHEME}://vernebok`;

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

/** What has to be said before Electron is ready: later it is not heard. */
export function prepareElectron(): void {
  app.enableSandbox();
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
