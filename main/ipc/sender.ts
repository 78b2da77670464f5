import type { Sender } from '#main/shell/shell.ts';

/**
 * True only for the top frame of the application's own page, loaded from the application's own address. An exposed
 * call is there in every frame of the page, a `srcdoc` frame included, so each call is asked for its sender.
 * @param origin scheme and host of the application's page, as `https://vernebok.invalid` or `app://vernebok`
 */
export function isOwnSender(sender: Sender, origin: string): boolean {
  if (!sender.isOwnPage || !sender.isMainFrame || !URL.canParse(sender.url)) return false;
  const { protocol, host, pathname, username, password } = new URL(sender.url);
  // `origin` of a URL is "null" for schemes of our own, so it is put together here.
  if (`${protocol}//${host}` !== origin || username !== '' || password !== '') return false;
  return pathname === '/' || pathname === '/index.html';
}
