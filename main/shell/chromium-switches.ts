/**
 * With what Chromium is started: a closed list, instead of the driver's own, which keeps the popup blocker and the
 * flood protection off and moves shared memory, and with it what is on the page, from memory to the temp folder.
 */

/** Parts of Chromium that speak to a network or keep something on their own accord. */
const FEATURES_OFF = [
  'AimEnabled',
  'AutofillServerCommunication',
  'CertificateTransparencyComponentUpdater',
  'DialMediaRouteProvider',
  'GlobalMediaControls',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'InterestFeedContentSuggestions',
  'LensOverlay',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'OptimizationGuideModelDownloading',
  'OptimizationGuideOnDeviceModel',
  'PaintHolding',
  'PreconnectToSearch',
  'Prerender2',
  'SafeBrowsingDelayedWarnings',
  'SpareRendererForSitePerProcess',
  'Translate',
];

const FEATURES_ON = ['CDPScreenshotNewSurface', 'SkipListAccountsWithoutGaiaCookies'];

export interface SwitchOptions {
  readonly headless: boolean;
  /** Folder of the profile; must be fresh. */
  readonly profile: string;
  /** Opens the window as an application of this address, without tabs and address bar. */
  readonly app?: string;
  /** False only where Chromium's sandbox cannot work: as root. */
  readonly sandbox: boolean;
  /** Language of the browser's own parts, as date fields. */
  readonly language?: string;
  /** What Chromium calls itself; its own name when not given, which editors ask for. */
  readonly userAgent?: string;
  readonly width?: number;
  readonly height?: number;
}

/** The command line of Chromium, the driver's own switches for the pipe included. */
export function chromiumSwitches(options: SwitchOptions): string[] {
  return [
    '--remote-debugging-pipe',
    `--user-data-dir=${options.profile}`,
    // Nothing is asked of a network: no name is looked up, and what would ask is off.
    '--host-resolver-rules=MAP * ~NOTFOUND',
    '--disable-background-networking',
    '--disable-client-side-phishing-detection',
    '--disable-component-update',
    '--disable-default-apps',
    '--disable-domain-reliability',
    '--disable-field-trial-config',
    '--disable-quic',
    '--disable-sync',
    '--disable-updater-scheduler',
    '--dns-prefetch-disable',
    '--no-pings',
    '--webrtc-ip-handling-policy=disable_non_proxied_udp',
    '--force-webrtc-ip-handling-policy',
    `--disable-features=${FEATURES_OFF.join(',')}`,
    `--enable-features=${FEATURES_ON.join(',')}`,
    // Nothing is kept or offered: the profile goes at the end, but a dialog about a passphrase must not even appear.
    '--disable-breakpad',
    '--disable-crash-reporter',
    '--disable-save-password-bubble',
    '--disable-search-engine-choice-screen',
    '--disable-spell-checking',
    '--no-default-browser-check',
    '--no-first-run',
    '--no-service-autorun',
    '--password-store=basic',
    '--use-mock-keychain',
    // One page, in a process of its own, that really ends when it is left.
    '--disable-back-forward-cache',
    '--disable-component-extensions-with-background-pages',
    '--disable-extensions',
    '--site-per-process',
    // The page is drawn and timed the same whether it is seen or not.
    '--disable-background-timer-throttling',
    '--disable-backgrounding-occluded-windows',
    '--disable-renderer-backgrounding',
    '--allow-pre-commit-input',
    '--force-color-profile=srgb',
    '--enable-unsafe-swiftshader',
    `--lang=${options.language ?? 'nb'}`,
    `--window-size=${options.width ?? 1440},${options.height ?? 900}`,
    // With a window: no bar about the switches above.
    ...(options.headless
      ? ['--headless', '--hide-scrollbars', '--mute-audio', '--font-render-hinting=none']
      : ['--test-type']),
    ...(options.sandbox ? [] : ['--no-sandbox']),
    ...(options.userAgent === undefined ? [] : [`--user-agent=${options.userAgent}`]),
    options.app === undefined ? 'about:blank' : `--app=${options.app}`,
  ];
}
