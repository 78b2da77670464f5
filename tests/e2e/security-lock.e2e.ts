import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Envelope } from '#contract/envelope.ts';
import { rendererPids } from '#main/shell/chromium-processes.ts';
import { isAlive } from '#tests/helpers/app.ts';
import { type BooksFolder, openBooksFolder, PASSPHRASE } from '#tests/helpers/casebook.ts';
import { FIXTURE_PAGE, openChromium, type TestChromium } from '#tests/helpers/chromium.ts';

let books: BooksFolder;
let opened: TestChromium;

beforeEach(async () => {
  books = await openBooksFolder();
  await (await books.create()).close();
  opened = await openChromium({ rendererDir: FIXTURE_PAGE, booksFolder: books.path });
  await ready();
});
afterEach(async () => {
  await opened.stop();
  await books.remove();
});

const ready = () => opened.page.waitForSelector('html[data-ready="true"]');
const call = (name: string, input: unknown = {}): Promise<Envelope<unknown>> =>
  opened.page.evaluate(
    ([route, given]) =>
      (window as unknown as { call: (name: string, input: unknown) => Promise<Envelope<unknown>> }).call(route, given),
    [name, input] as const,
  );

async function unlock(): Promise<number> {
  const listed = (await call('vault.list')) as { value: { ref: string }[] };
  expect(await call('vault.unlock', { ref: listed.value[0]?.ref, passphrase: PASSPHRASE })).toMatchObject({ ok: true });
  return opened.app.corePid ?? 0;
}

test('locking ends both processes that held keys and text, and shows a new page', async () => {
  const core = await unlock();
  await opened.page.evaluate(() => {
    document.title = 'Lind';
    localStorage.setItem('left', 'Lind');
  });
  const before = await rendererPids(opened.page.context());
  expect(before.length).toBeGreaterThan(0);
  const drafts = opened.page.evaluate(() => (window as unknown as { heard: unknown[] }).heard);
  expect(await drafts).toEqual([]);

  await opened.app.lock('person');

  expect([core, ...before].filter(isAlive)).toEqual([]);
  await ready();
  expect(await opened.page.textContent('#state')).toBe('locked');
  expect(await opened.page.title()).toBe('Vernebok');
  expect(await call('session.get')).toMatchObject({ ok: false, code: 'LOCKED' });
  expect(await unlock()).not.toBe(core);
  await opened.finish();
});

// A page that got away could still be shown what the application sends, and keeps in its process what it had.
test.each(['by itself', 'by a hand'])('a page that leaves its address %s is locked out and taken back', async (how) => {
  const core = await unlock();
  const before = await rendererPids(opened.page.context());
  if (how === 'by a hand') await opened.page.goto('about:blank');
  else
    await opened.page.evaluate(() => {
      location.href = 'about:blank';
    });
  await expect.poll(() => opened.app.corePid).toBeNull();
  await opened.app.lock('person');
  await ready();
  expect([core, ...before].filter(isAlive)).toEqual([]);
  expect(new URL(opened.page.url()).origin).toBe('https://vernebok.invalid');
  expect(await call('app.info')).toMatchObject({ value: { locked: true, lockedBy: 'fault' } });
  await opened.finish();
});

test('a window that is closed takes the core process with it', async () => {
  const core = await unlock();
  await opened.page.close();
  await opened.app.stopped;
  expect(isAlive(core)).toBe(false);
});
