import { expect, test } from 'vitest';
import { isOwnSender } from '#main/ipc/sender.ts';

const ORIGIN = 'https://vernebok.invalid';
const own = { isOwnPage: true, isMainFrame: true, url: `${ORIGIN}/` };

test('the own page is heard', () => {
  expect(isOwnSender(own, ORIGIN)).toBe(true);
  expect(isOwnSender({ ...own, url: `${ORIGIN}/index.html#x` }, ORIGIN)).toBe(true);
  expect(isOwnSender({ ...own, url: 'app://vernebok/' }, 'app://vernebok')).toBe(true);
});

test.each([
  ['a frame inside the page', { ...own, isMainFrame: false }],
  ['a frame whose text came with the page', { ...own, isMainFrame: false, url: 'about:srcdoc' }],
  ['another window', { ...own, isOwnPage: false }],
  ['a foreign page', { ...own, url: 'https://example.com/' }],
  ['a name that begins like ours', { ...own, url: 'https://vernebok.invalid.example.com/' }],
  ['our name as a user name', { ...own, url: 'https://vernebok.invalid@example.com/' }],
  ['a user before our name', { ...own, url: 'https://user@vernebok.invalid/' }],
  ['another scheme', { ...own, url: 'http://vernebok.invalid/' }],
  ['another port', { ...own, url: 'https://vernebok.invalid:8443/' }],
  ['another file of ours', { ...own, url: `${ORIGIN}/print.html` }],
  ['a page made by a script', { ...own, url: `blob:${ORIGIN}/1` }],
  ['an empty page', { ...own, url: 'about:blank' }],
  ['an error page', { ...own, url: 'chrome-error://chromewebdata/' }],
  ['no address', { ...own, url: '' }],
])('%s is refused', (_, sender) => {
  expect(isOwnSender(sender, ORIGIN)).toBe(false);
});

test('the opaque origin of our own scheme is not taken for every scheme', () => {
  expect(isOwnSender({ ...own, url: 'data:text/html,x' }, 'app://vernebok')).toBe(false);
  expect(isOwnSender({ ...own, url: 'app://other/' }, 'app://vernebok')).toBe(false);
});
