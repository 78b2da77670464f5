import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Envelope } from '#contract/envelope.ts';
import { forkCore } from '#main/app/fork-core.ts';
import { isAlive, OWN_SENDER, openApp, type TestApp } from '#tests/helpers/app.ts';
import { type BooksFolder, openBooksFolder, PASSPHRASE } from '#tests/helpers/casebook.ts';

let books: BooksFolder;
let opened: TestApp;

beforeEach(async () => {
  books = await openBooksFolder();
});
afterEach(async () => {
  await opened.app.stop();
  await books.remove();
});

/** An application with one open book; answers the process id of its core. */
async function openBook(options: Parameters<typeof openApp>[1] = {}): Promise<number> {
  const session = await books.create();
  await session.close();
  opened = await openApp(books.path, options);
  opened.shell.onTold = (event) => void (event === 'vault.locking' && opened.call('vault.flushed', {}));
  await unlock();
  return opened.app.corePid ?? 0;
}

async function unlock(): Promise<Envelope<unknown>> {
  const listed = await opened.call('vault.list', {});
  if (!listed.ok) throw new Error(listed.code);
  return opened.call('vault.unlock', { ref: listed.value[0]?.ref ?? '', passphrase: PASSPHRASE });
}

describe('lock', () => {
  test('ends the process that held the keys, renews the page, and opens again with another process', async () => {
    const pid = await openBook();
    expect(isAlive(pid)).toBe(true);
    await opened.call('vault.lock', {});
    expect(isAlive(pid)).toBe(false);
    expect(opened.shell.renewed).toBe(1);
    expect(await opened.call('app.info', {})).toMatchObject({ value: { locked: true, lockedBy: 'person' } });
    expect(await opened.call('session.get', {})).toMatchObject({ ok: false, code: 'LOCKED' });
    expect(await unlock()).toMatchObject({ ok: true });
    expect(opened.app.corePid).not.toBe(pid);
  });

  // Drafts handed in after the lock was asked for must reach the book.
  test('takes what the page hands in, and only until it says that all is in', async () => {
    await openBook();
    const late: Envelope<unknown>[] = [];
    opened.shell.onTold = async (event) => {
      if (event !== 'vault.locking') return;
      late.push(await opened.call('case.create', { name: 'Sent', number: null, marking: 'fortrolig' }));
      await opened.call('vault.flushed', {});
      late.push(await opened.call('case.list', {}));
    };
    await opened.call('vault.lock', {});
    expect(late).toMatchObject([{ ok: true }, { ok: false, code: 'LOCKED' }]);
    await unlock();
    expect(await opened.call('case.list', {})).toMatchObject({ value: [{ name: 'Sent' }] });
  });

  test('does not wait for ever for a page that says nothing', async () => {
    const pid = await openBook();
    opened.shell.onTold = () => undefined;
    await opened.call('vault.lock', {});
    expect(isAlive(pid)).toBe(false);
    expect(await opened.call('app.info', {})).toMatchObject({ value: { handedIn: 'unknown' } });
  });

  // Would catch: what could not be kept before the lock, forgotten with the page that knew of it.
  test.each([
    [0, 'kept'],
    [2, 'failed'],
  ] as const)('remembers what became of the last that was typed (%i failed)', async (failed, handedIn) => {
    await openBook();
    opened.shell.onTold = (event) => void (event === 'vault.locking' && opened.call('vault.flushed', { failed }));
    await opened.call('vault.lock', {});
    expect(await opened.call('app.info', {})).toMatchObject({ value: { handedIn } });
    await unlock();
    expect(await opened.call('app.info', {})).toMatchObject({ value: { handedIn: null } });
  });

  // A core process that hangs in native code answers to nothing.
  test('kills a core process that does not end by itself', async () => {
    const pid = await openBook();
    process.kill(pid, 'SIGSTOP');
    await opened.call('vault.lock', {});
    expect(isAlive(pid)).toBe(false);
    expect(await unlock()).toMatchObject({ ok: true });
  });

  test('comes by itself when nobody does anything', async () => {
    const pid = await openBook({ idleLockMs: 1 });
    await new Promise<void>((resolve) => {
      const renew = opened.shell.resetPage;
      opened.shell.resetPage = () => renew().then(resolve);
    });
    expect(isAlive(pid)).toBe(false);
    expect(await opened.call('app.info', {})).toMatchObject({ value: { lockedBy: 'idle' } });
  });

  test('comes when the system sleeps or the page leaves its address', async () => {
    const pid = await openBook();
    opened.shell.owner().lock('suspend');
    await opened.app.lock('person');
    expect(isAlive(pid)).toBe(false);
    expect(await opened.call('app.info', {})).toMatchObject({ value: { lockedBy: 'system' } });
  });

  test('at the end of the application leaves no core process behind', async () => {
    const pid = await openBook();
    await opened.app.stop();
    expect(isAlive(pid)).toBe(false);
    expect(opened.shell.isClosed).toBe(true);
  });

  test('follows when the person closes the window, without a page to ask', async () => {
    const pid = await openBook();
    opened.shell.owner().closed(false);
    await opened.app.stopped;
    expect(isAlive(pid)).toBe(false);
    expect(opened.shell.told.map(({ event }) => event)).not.toContain('vault.locking');
  });

  // The machine may be shut in the second that a passphrase takes.
  test.each(['before', 'after'])('%s the core process has started opens nothing', async (when) => {
    const session = await books.create();
    await session.close();
    const startCore = async () => {
      const lock = () => opened.shell.owner().lock('lock_screen');
      if (when === 'before') lock();
      const core = await forkCore();
      if (when === 'after') queueMicrotask(lock);
      return core;
    };
    opened = await openApp(books.path, { startCore });
    expect(await unlock()).toMatchObject({ ok: false });
    expect(opened.app.corePid).toBeNull();
    expect(await opened.call('app.info', {})).toMatchObject({ value: { locked: true } });
  });

  test('closes the window when the page cannot be renewed: what it held may still be there', async () => {
    const pid = await openBook();
    opened.shell.resetPage = () => Promise.reject(new Error('the page kept its process'));
    await opened.call('vault.lock', {});
    await opened.app.stopped;
    expect(opened.shell.isClosed).toBe(true);
    expect(isAlive(pid)).toBe(false);
  });

  // The new page asks while it loads; told "open" it would show a workspace without a book.
  test('is told to the new page from its first question on', async () => {
    await openBook();
    const first = new Promise<unknown>((resolve) => {
      opened.shell.resetPage = async () => resolve(await opened.call('app.info', {}));
    });
    await opened.call('vault.lock', {});
    expect(await first).toMatchObject({ value: { locked: true, lockedBy: 'person' } });
  });
});

describe('an open book', () => {
  test('is not opened a second time', async () => {
    await openBook();
    expect(await unlock()).toMatchObject({ ok: false, code: 'UNLOCKED_ALREADY' });
  });

  test('whose core process falls is locked and says so', async () => {
    const pid = await openBook();
    const renewed = new Promise<void>((resolve) => {
      const renew = opened.shell.resetPage;
      opened.shell.resetPage = () => renew().then(resolve);
    });
    const waiting = opened.call('log.verify', {});
    process.kill(pid, 'SIGKILL');
    expect(await waiting).toMatchObject({ ok: false, code: 'CORE_ENDED' });
    await renewed;
    expect(await opened.call('app.info', {})).toMatchObject({ value: { locked: true, lockedBy: 'fault' } });
  });

  test('tells what changed', async () => {
    await openBook();
    await opened.call('case.create', { name: 'En', number: null, marking: 'fortrolig' });
    expect(opened.shell.told).toMatchObject([{ event: 'records.changed', payload: { action: 'case.create' } }]);
  });

  test('does not answer a frame that is not the own page, whatever it asks', async () => {
    await openBook();
    const frame = { ...OWN_SENDER, isMainFrame: false, url: 'about:srcdoc' };
    for (const name of ['app.info', 'case.list', 'vault.lock', 'nothing']) {
      const answer = await opened.shell.owner().invoke(frame, name, '{}');
      expect(JSON.parse(answer)).toEqual({ ok: false, code: 'SENDER_REFUSED' });
    }
    expect(opened.app.corePid).not.toBeNull();
  });
});
