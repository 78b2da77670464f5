import { expect, test } from 'vitest';
import type { RecordId } from '#model/ids.ts';
import { createMentionDirectory, type RecordLook } from '#renderer/editor/mentions/directory.ts';
import { createSuggester, type Suggestions } from '#renderer/editor/mentions/suggester.ts';
import { queryIn } from '#renderer/editor/mentions/trigger.ts';

test('an @ begins a mention at the start of a word only: addresses and handles in a word are text', () => {
  expect(queryIn('@')).toBe('');
  expect(queryIn('Møtte @Li')).toBe('Li');
  expect(queryIn('(@Patrulje 31')).toBe('Patrulje 31');
  expect(queryIn('«@øst')).toBe('øst');
  expect(queryIn('lind@post.no')).toBeNull();
  expect(queryIn('a @ b')).toBeNull();
  expect(queryIn('@Lind i dag kom hun hit')).toBeNull();
  expect(queryIn('@Lind  ')).toBeNull();
  expect(queryIn(`@${'x'.repeat(61)}`)).toBeNull();
  expect(queryIn('@a @b')).toBe('b');
});

/** Questions that are answered when the test says so. */
function questions() {
  const asked: { text: string; answer: (items: string[]) => void; fail: () => void }[] = [];
  const find = (text: string) =>
    new Promise<string[]>((resolve, reject) => asked.push({ text, answer: resolve, fail: () => reject(new Error()) }));
  return { asked, find };
}
const settle = () => new Promise((done) => setImmediate(done));

test('only the newest text waits while one is under way, and a late answer to an older text is never shown', async () => {
  const { asked, find } = questions();
  const shown: Suggestions<string>[] = [];
  const suggester = createSuggester(find, (state) => shown.push(state));
  for (const text of ['l', 'li', 'lin', 'lind']) suggester.ask(text);
  expect(asked.map(({ text }) => text)).toEqual(['l']);
  asked[0]?.answer(['late']);
  await settle();
  expect(asked.map(({ text }) => text)).toEqual(['l', 'lind']);
  asked[1]?.answer(['Lind']);
  await settle();
  expect(shown.filter(({ status }) => status !== 'loading')).toEqual([
    { text: 'lind', items: ['Lind'], status: 'ready' },
  ]);
  expect(shown.some(({ items }) => items.includes('late'))).toBe(false);
});

test('a stopped list shows no answer that comes later, and can be asked again', async () => {
  const { asked, find } = questions();
  const shown: Suggestions<string>[] = [];
  const suggester = createSuggester(find, (state) => shown.push(state));
  suggester.ask('l');
  suggester.stop();
  asked[0]?.answer(['Lind']);
  await settle();
  expect(shown.map(({ status }) => status)).toEqual(['loading']);
  suggester.ask('l');
  asked[1]?.fail();
  await settle();
  expect(shown.at(-1)).toEqual({ text: 'l', items: [], status: 'failed' });
});

const id = (n: number) => n.toString(16).padStart(32, '0') as RecordId;
const look = (title: string): RecordLook => ({
  title,
  icon: 'person',
  tone: 'note',
  kindLabel: 'Person',
  struck: false,
});

test('a thousand mentions are asked for in one call, and only what changed is told', async () => {
  const calls: number[] = [];
  let name = 'Lind';
  const directory = createMentionDirectory(async (ids) => {
    calls.push(ids.length);
    return new Map(ids.filter((each) => each !== id(7)).map((each) => [each, look(each === id(1) ? name : 'Annen')]));
  });
  const told: ReadonlySet<RecordId>[] = [];
  directory.subscribe((ids) => told.push(ids));
  for (let i = 0; i < 1_000; i++) expect(directory.look(id(i))).toBeUndefined();
  await settle();
  expect(calls).toEqual([1_000]);
  expect(directory.look(id(1))?.title).toBe('Lind');
  expect(directory.look(id(7))).toBeNull();
  name = 'Rogn';
  directory.refresh();
  await settle();
  expect(told[1]).toEqual(new Set([id(1)]));
  // What no note shows is not asked for.
  directory.refresh([id(5_000)]);
  await settle();
  expect(calls).toHaveLength(2);
});

test('records that cannot be fetched leave what was known on screen', async () => {
  let fails = false;
  const directory = createMentionDirectory(async (ids) => {
    if (fails) throw new Error();
    return new Map(ids.map((each) => [each, look('Lind')]));
  });
  directory.look(id(1));
  await settle();
  fails = true;
  directory.refresh();
  await settle();
  expect(directory.look(id(1))?.title).toBe('Lind');
});
