import { afterEach, beforeEach, expect, it } from 'vitest';
import { createBacklinkMemory } from '#db/reads/backlink-memory.ts';
import { countBacklinks } from '#db/reads/backlinks.ts';
import type { RecordId } from '#model/ids.ts';
import { openTestBook, type TestBook } from '#tests/helpers/book.ts';
import fc from '#tests/helpers/property.ts';

let test: TestBook;
beforeEach(async () => {
  test = await openTestBook();
});
afterEach(() => test.remove());

const step = fc.record({
  what: fc.constantFrom(
    ...['note', 'link', 'link', 'many', 'strike', 'strike_link', 'restore', 'restore_link'],
    ...['undo', 'redo', 'undo_new'],
  ),
  pick: fc.nat(1_000),
});
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

interface Made {
  readonly records: RecordId[];
  readonly links: RecordId[];
}

async function take({ what, pick }: Step, caseId: RecordId, { records, links }: Made): Promise<void> {
  const { book } = test;
  const anyOf = (ids: readonly RecordId[], by = pick) => ids[by % Math.max(1, ids.length)];
  if (what === 'undo') return void (book.history().undo && (await book.undo()));
  if (what === 'redo') return void (book.history().redo && (await book.redo()));
  await book
    .command('test', async (tx) => {
      const [fromId, toId] = [anyOf(records), anyOf(records, pick >> 3)] as [RecordId, RecordId];
      const values = { fromId, toId, type: 'mentions' as const };
      if (what === 'note') records.push((await tx.insert('note', { heading: `Notat ${pick}` }, { caseId })).id);
      if (what === 'link' || what === 'undo_new') links.push((await tx.insert('link', values, { caseId })).id);
      if (what === 'many') {
        const rows = Array.from({ length: 30 }, () => ({ values, header: { caseId } }));
        links.push(...(await tx.insertMany('link', rows)));
      }
      const target = anyOf(what.endsWith('_link') ? links : records);
      const known = target && (await tx.find(target));
      if (known && what.startsWith('strike') && known.struckAt === null) await tx.remove(known.id, 'x');
      if (known && what.startsWith('restore') && known.struckAt !== null) await tx.restore(known.id);
    })
    .catch(() => undefined);
  if (what === 'undo_new') await book.undo();
}

// Would catch: a count that stays when a link, or what it comes from, is struck, restored, taken back or done again.
it('counts what links to each record as reading all of them does, after whatever is written', async () => {
  let most = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 16 }), async (steps) => {
      const { value: caseId } = await test.book.command('test', async (tx) => {
        const { id } = await tx.insert('case', {
          name: 'L',
          marking: 'fortrolig',
          status: 'open',
          zone: 'Europe/Oslo',
        });
        return id;
      });
      const made: Made = { records: [], links: [] };
      for (const pick of [1, 2, 3]) await take({ what: 'note', pick }, caseId, made);
      const memory = createBacklinkMemory(test.book);
      for (const one of steps) {
        const asked = made.records[0] as RecordId;
        await Promise.all([take(one, caseId, made), memory.count(asked), memory.fill()]);
        for (const id of made.records) {
          const counted = await countBacklinks(test.book, id);
          expect(await memory.count(id)).toBe(counted);
          most = Math.max(most, counted);
        }
      }
    }),
    { numRuns: 30 },
  );
  expect(most).toBeGreaterThan(3);
});

// Would catch: an import of more than is read again one by one, after which the old counts stay.
it('is filled again after more was changed than is read one by one', async () => {
  const { book } = test;
  const { value: ids } = await book.command('test', async (tx) => {
    const { id: caseId } = await tx.insert('case', {
      name: 'L',
      marking: 'fortrolig',
      status: 'open',
      zone: 'Europe/Oslo',
    });
    const header = { caseId };
    const one = await tx.insert('note', { heading: 'Fra' }, header);
    const other = await tx.insert('note', { heading: 'Til' }, header);
    return { caseId, fromId: one.id, toId: other.id };
  });
  const memory = createBacklinkMemory(book);
  await memory.fill();
  expect(await memory.count(ids.toId)).toBe(0);
  const row = {
    values: { fromId: ids.fromId, toId: ids.toId, type: 'mentions' as const },
    header: { caseId: ids.caseId },
  };
  await book.command('test', (tx) =>
    tx.insertMany(
      'link',
      Array.from({ length: 6_001 }, () => row),
    ),
  );
  expect(await memory.count(ids.toId)).toBe(6_001);
  await memory.fill();
  expect(await memory.count(ids.toId)).toBe(6_001);
});
