import { randomBytes } from 'node:crypto';

/** Features of the web that the page never needs; each is refused before a script could ask for it. */
const FEATURES = [
  'accelerometer',
  'autoplay',
  'camera',
  'clipboard-read',
  'display-capture',
  'encrypted-media',
  'fullscreen',
  'gamepad',
  'geolocation',
  'gyroscope',
  'hid',
  'idle-detection',
  'local-fonts',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'picture-in-picture',
  'publickey-credentials-get',
  'screen-wake-lock',
  'serial',
  'usb',
  'web-share',
  'xr-spatial-tracking',
];

/** A new secret for one delivery of the page: styles that carry it are ours. */
export function newNonce(): string {
  return randomBytes(18).toString('base64url');
}

/**
 * The page's Content-Security-Policy (W3C CSP Level 3): only our own files, no connection to anywhere, no inline
 * script, inline styles only with the nonce. `sandbox` without `allow-popups`, `allow-downloads`, `allow-modals` and
 * `allow-top-navigation` takes those from whatever script might ever run; `allow-forms` is needed for submit events,
 * while `form-action 'none'` sends no form anywhere.
 */
function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "font-src 'self'",
    "img-src 'self' data: blob:",
    // Sound and moving pictures of attachments, where the shell serves them.
    "media-src 'self'",
    "connect-src 'none'",
    "worker-src 'none'",
    "frame-src 'none'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    'sandbox allow-scripts allow-same-origin allow-forms',
  ].join('; ');
}

/** Headers of every answer the page gets. */
export function pageHeaders(nonce: string): Record<string, string> {
  return {
    'Content-Security-Policy': contentSecurityPolicy(nonce),
    'Permissions-Policy': FEATURES.map((feature) => `${feature}=()`).join(', '),
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'no-store',
  };
}
