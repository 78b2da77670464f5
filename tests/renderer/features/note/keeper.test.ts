import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { CallError } from '#contract/envelope.ts';
import type { InputOf } from '#contract/routes.ts';
import { ROUTES } from '#contract/routes.ts';
import { noteHandlers } from '#main/services/note.ts';
import { serializeDocument } from '#model/document/format.ts';
import { documentOfText } from '#model/document/from-text.ts';
import type { RecordId } from '#model/ids.ts';
import type { Client } from '#renderer/client/client.ts';
import { createKeeper, type Keeper } from '#renderer/features/note/keeper.ts';
import { openTestContext, type TestContext } from '#tests/helpers/context.ts';

let test_: TestContext;
let id: RecordId;
let made: string[];
let failing: string | null;
let typed: string;
let keeper: Keeper;

/** The real handlers over a real book, without a window between. */
function clientOf({ context }: TestContext): Client {
  return {
    async invoke(name, input) {
      made.push(name);
      if (failing) throw new CallError(failing);
      const route = ROUTES[name as 'note.commit'];
      const handler = noteHandlers[name as 'note.commit'];
      return (await handler(context, route.input.parse(input as InputOf<'note.commit'>))) as never;
    },
    on: () => () => undefined,
    settled: async () => [],
  };
}

const json = (text: string) => serializeDocument(documentOfText(text));

beforeEach(async () => {
  test_ = await openTestContext();
  const { value } = await test_.book.command('test.begin', async (tx) => {
    const { id: caseId } = await tx.insert('case', {
      name: 'Lind',
      marking: 'fortrolig',
      status: 'open',
      zone: 'Europe/Oslo',
    });
    return tx.insert('note', { heading: 'H', document: json('a'), documentVersion: 1, text: 'a' }, { caseId });
  });
  id = value.id;
  made = [];
  failing = null;
  typed = 'a';
  // Only the clock of the page: the database's own timers stay.
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  keeper = createKeeper({
    client: clientOf(test_),
    id,
    base: { heading: 'H', document: json('a') },
    version: 1,
    keptAt: 0,
    hasDraft: false,
    read: () => ({ heading: 'H', document: json(typed), text: typed }),
  });
});
afterEach(async () => {
  vi.useRealTimers();
  await keeper.settled();
  await test_.remove();
});

function type(text: string): void {
  typed = text;
  keeper.changed();
}
async function pass(ms: number): Promise<void> {
  vi.advanceTimersByTime(ms);
  await keeper.settled();
}
const version = async () => (await test_.book.find(id))?.version;
const draft = async () => (await test_.book.findDraft(id))?.text ?? null;

test('what was typed is kept within a second of silence, once', async () => {
  type('ab');
  expect(keeper.get().kept).toBe('typing');
  await pass(300);
  type('abc');
  await pass(500);
  expect(made).toEqual([]);
  await pass(500);
  expect(made).toEqual(['note.save_draft']);
  expect(await draft()).toBe('abc');
  expect(keeper.get().kept).toBe('draft');
  expect(await version()).toBe(1);
});

test('who never pauses is kept all the same', async () => {
  for (let i = 0; i < 20; i++) {
    type(`a${i}`);
    await pass(400);
  }
  expect(made.length).toBeGreaterThanOrEqual(1);
  expect(await draft()).not.toBeNull();
});

test('five minutes without a key make one version, and no more after it', async () => {
  type('ab');
  await pass(1_000);
  await pass(5 * 60_000);
  expect(made).toEqual(['note.save_draft', 'note.commit']);
  expect(await version()).toBe(2);
  expect(await draft()).toBeNull();
  expect(keeper.get()).toMatchObject({ kept: 'version', version: 2 });
  await pass(60 * 60_000);
  expect(made).toHaveLength(2);
});

test('typing on puts the five minutes off', async () => {
  type('ab');
  await pass(4 * 60_000);
  type('abc');
  await pass(4 * 60_000);
  expect(await version()).toBe(1);
  await pass(60_000);
  expect(await version()).toBe(2);
});

test('leaving in the middle of a word makes the version, and no draft comes after it', async () => {
  type('ab');
  await pass(1_000);
  type('abc');
  const left = keeper.leave();
  type('abcd');
  await left;
  await pass(10 * 60_000);
  expect(made).toEqual(['note.save_draft', 'note.commit']);
  expect(await draft()).toBeNull();
});

test('a draft that is on its way when the note is left does not come back after its version', async () => {
  type('ab');
  vi.advanceTimersByTime(1_000);
  await keeper.leave();
  expect(made).toEqual(['note.save_draft', 'note.commit']);
  expect(await draft()).toBeNull();
  expect(await version()).toBe(2);
});

test('leaving without a change asks for nothing', async () => {
  await keeper.leave();
  expect(made).toEqual([]);
});

test('text taken back to the version is no version, and its draft goes', async () => {
  type('ab');
  await pass(1_000);
  type('a');
  await keeper.leave();
  expect(made).toEqual(['note.save_draft', 'note.discard_draft']);
  expect(await draft()).toBeNull();
  expect(await version()).toBe(1);
});

test('two versions in a row stand on each other: the second is told apart from the first, not from the beginning', async () => {
  type('ab');
  await keeper.commit();
  await keeper.commit();
  expect(made).toEqual(['note.commit']);
  type('a');
  await keeper.commit();
  expect(await version()).toBe(3);
});

test('what fails is said and tried again by itself until it is kept', async () => {
  failing = 'DISK_FULL';
  type('ab');
  await pass(1_000);
  expect(keeper.get()).toMatchObject({ kept: 'failed', error: { code: 'DISK_FULL' } });
  await pass(5_000);
  expect(made).toHaveLength(2);
  failing = null;
  await pass(5_000);
  expect(await draft()).toBe('ab');
  expect(keeper.get()).toMatchObject({ kept: 'draft', error: null });
});

test('leaving throws only when neither version nor draft could be kept', async () => {
  type('ab');
  failing = 'DISK_FULL';
  await expect(keeper.leave()).rejects.toMatchObject({ code: 'DISK_FULL' });
  expect(made).toEqual(['note.commit', 'note.save_draft']);
});

test('handing in before a lock throws only when neither version nor draft could be kept', async () => {
  type('ab');
  failing = 'DISK_FULL';
  await expect(keeper.handIn()).rejects.toMatchObject({ code: 'DISK_FULL' });
  expect(keeper.get().kept).toBe('failed');
  failing = null;
  await keeper.handIn();
  expect(keeper.get()).toMatchObject({ kept: 'version', version: 2 });
});

// Would catch: a lock that ends the process while the version is still being made, with the last words nowhere.
test('handing in before a lock keeps the draft first, then makes the version', async () => {
  type('ab');
  await keeper.handIn();
  expect(made).toEqual(['note.save_draft', 'note.commit']);
  made = [];
  type('abc');
  await pass(1_000);
  await keeper.handIn();
  expect(made).toEqual(['note.save_draft', 'note.commit']);
  await keeper.handIn();
  expect(made).toHaveLength(2);
});

test('a note that was struck meanwhile refuses the version; its text stays as a draft', async () => {
  await test_.book.command('test.strike', (tx) => tx.remove(id, 'Feil sak'));
  type('ab');
  await keeper.leave();
  expect(await draft()).toBe('ab');
});

test('a draft that is thrown away is not written again on the way out', async () => {
  type('ab');
  await pass(1_000);
  keeper.forget();
  await keeper.leave();
  expect(made).toEqual(['note.save_draft']);
});
