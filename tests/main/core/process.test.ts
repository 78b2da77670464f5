import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { CoreRequest } from '#main/core/messages.ts';
import { openSession } from '#main/core/session.ts';
import { type BooksFolder, openBooksFolder, PASSPHRASE } from '#tests/helpers/casebook.ts';

const ENTRY = join(import.meta.dirname, '..', '..', '..', 'main', 'core', 'index.ts');

let books: BooksFolder;
let folder: string;
let child: ChildProcess;
let errors = '';

beforeEach(async () => {
  books = await openBooksFolder();
  const session = await books.create();
  await session.close();
  folder = session.context.folder;
  errors = '';
  child = fork(ENTRY, [], { serialization: 'advanced', stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
  child.stderr?.on('data', (text) => {
    errors += text;
  });
});
afterEach(async () => {
  if (child.exitCode === null && child.signalCode === null) {
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  }
  await books.remove();
});

let last = 0;
async function ask(request: CoreRequest): Promise<unknown> {
  const id = ++last;
  const answered = new Promise<string>((resolve) => {
    const listen = (message: { id?: number; answerJson?: string }) => {
      if (message.id !== id) return;
      child.off('message', listen);
      resolve(message.answerJson ?? '');
    };
    child.on('message', listen);
  });
  child.send({ id, request });
  return JSON.parse(await answered);
}

const open = () => ask({ type: 'open', folder, passphrase: PASSPHRASE, onlyPractice: false });
const lastUses = async () => {
  const session = await openSession({ folder, passphrase: PASSPHRASE });
  const lines = await session.context.book.useLog({ limit: 3 });
  await session.close();
  return lines.map(({ action }) => action);
};

describe('the core process', () => {
  // The application may be killed; nobody would close the book then, and nobody else could open it.
  test('closes the book and ends when the application is gone', async () => {
    expect(await open()).toEqual({ ok: true, value: null });
    const gone = once(child, 'exit');
    child.disconnect();
    expect(await gone).toEqual([0, null]);
    expect(await lastUses()).toEqual(['unlock', 'lock', 'unlock']);
  });

  test('ends after a lock, with the last answer said', async () => {
    await open();
    const gone = once(child, 'exit');
    expect(await ask({ type: 'lock', withinMs: 500 })).toEqual({ ok: true, value: { dueAt: [] } });
    expect(await gone).toEqual([0, null]);
  });

  test('opens one book in its life', async () => {
    await open();
    expect(await open()).toMatchObject({ ok: false, code: 'UNLOCKED_ALREADY' });
  });

  test('answers no call before a book is open', async () => {
    expect(await ask({ type: 'invoke', name: 'case.list', inputJson: '{}' })).toEqual({ ok: false, code: 'LOCKED' });
  });

  // A terminal's Ctrl+C goes to every process: the core must live to close the book.
  test('is not ended by an interrupt from the terminal', async () => {
    await open();
    child.kill('SIGINT');
    expect(await ask({ type: 'invoke', name: 'case.list', inputJson: '{}' })).toEqual({ ok: true, value: [] });
  });

  test('writes nothing to the terminal of what is in the book', async () => {
    await open();
    const name = 'Lind-kanari';
    await ask({ type: 'invoke', name: 'case.create', inputJson: JSON.stringify({ name, number: null, marking: 'x' }) });
    await ask({ type: 'invoke', name: 'search.query', inputJson: JSON.stringify({ text: `"${name}` }) });
    await ask({ type: 'lock', withinMs: 500 });
    expect(errors).not.toContain('kanari');
  });
});

test('what is due is told at lock as times alone', async () => {
  await open();
  const made = (await ask({
    type: 'invoke',
    name: 'case.create',
    inputJson: JSON.stringify({ name: 'Lind', number: null, marking: 'fortrolig' }),
  })) as { value: { id: string } };
  const toAt = Date.UTC(2100, 0, 1);
  const values = { text: 'Besøksforbud', toAt };
  const record = { kind: 'order', caseId: made.value.id, values };
  const written = await ask({ type: 'invoke', name: 'record.create', inputJson: JSON.stringify(record) });
  expect(written).toMatchObject({ ok: true });
  expect(await ask({ type: 'lock', withinMs: 500 })).toEqual({ ok: true, value: { dueAt: [toAt] } });
});
