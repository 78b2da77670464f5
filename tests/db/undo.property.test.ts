import { describe, expect, it } from 'vitest';
import type { Book, Tx } from '#db/book.ts';
import { isStoreError } from '#db/store-error.ts';
import type { RecordId } from '#model/ids.ts';
import { type AnyRecord, derive, KIND_NAMES, type Kind, kindOf, type NewValues } from '#model/kinds.ts';
import { openTestBook } from '#tests/helpers/book.ts';
import fc from '#tests/helpers/property.ts';
import { arbitraryValues } from './arbitrary.ts';
import { snapshot } from './snapshot.ts';

const QUERIES = ['besøksforbud', 'besoks', 'aase', 'jose', '91234567', 'ab12345', 'politi døra', 'x'];

/** One write, chosen by numbers so that it fits whatever the book holds when its turn comes. */
type Write =
  | { readonly op: 'insert'; readonly kind: Kind; readonly seed: number; readonly count: number }
  | { readonly op: 'insertMany'; readonly kind: Kind; readonly seed: number; readonly count: number }
  | { readonly op: 'update'; readonly pick: number; readonly seed: number }
  | { readonly op: 'remove' | 'restore'; readonly pick: number };

interface Command {
  readonly writes: readonly Write[];
  /** Fails after its writes. */
  readonly fails: boolean;
}

/** Commands that are undone together: one alone, or several of a group. */
type Step = readonly Command[];

const write: fc.Arbitrary<Write> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      op: fc.constantFrom('insert' as const, 'insertMany' as const),
      kind: fc.constantFrom(...KIND_NAMES),
      seed: fc.integer(),
      count: fc.integer({ min: 0, max: 4 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ op: fc.constant('update' as const), pick: fc.nat(), seed: fc.integer() }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ op: fc.constantFrom('remove' as const, 'restore' as const), pick: fc.nat() }),
  },
);
const command: fc.Arbitrary<Command> = fc.record({
  writes: fc.array(write, { minLength: 1, maxLength: 4 }),
  fails: fc.integer({ min: 0, max: 4 }).map((number) => number === 0),
});
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    { weight: 3, arbitrary: fc.tuple(command) },
    { weight: 1, arbitrary: fc.array(command, { minLength: 2, maxLength: 3 }) },
  ),
  { minLength: 2, maxLength: 8 },
);

/** One record of each kind that others refer to, so that nearly every write that comes finds what it needs. */
const FIRST: Step = [
  {
    writes: (
      [
        'case',
        'case',
        'person',
        'place',
        'wish',
        'order',
        'breach',
        'measure',
        'note',
        'alarm',
        'officer',
        'qualification',
        'attachment',
      ] as const
    ).map((kind, seed) => ({ op: 'insert', kind, seed, count: 1 })),
    fails: false,
  },
];

/** A value of an arbitrary that depends on what the book holds. */
function sample<T>(arbitrary: fc.Arbitrary<T>, seed: number): T {
  return fc.sample(arbitrary, { seed, numRuns: 1 })[0] as T;
}

async function records(tx: Tx): Promise<{ id: RecordId; kind: Kind; struck: number }[]> {
  return tx.all('SELECT id, kind, struck_at IS NOT NULL AS struck FROM record ORDER BY rid');
}

async function perform(tx: Tx, one: Write): Promise<void> {
  const all = await records(tx);
  const ids = (target: string) => all.filter(({ kind }) => target === '*' || kind === target).map(({ id }) => id);
  if (one.op === 'insert' || one.op === 'insertMany') {
    const cases = ids('case');
    const caseId = cases[Math.abs(one.seed) % Math.max(1, cases.length)] ?? null;
    if (kindOf(one.kind).scope === 'case' && caseId === null) return;
    // A required reference to a kind that has no record yet cannot be filled.
    const values = () => arbitraryValues(one.kind, ids);
    const header = kindOf(one.kind).scope === 'case' ? { caseId } : {};
    const count = one.op === 'insert' ? 1 : one.count;
    const rows = Array.from({ length: count }, (_, index) => sample(values(), one.seed + index));
    const usable = rows.filter((row) => requiredAreThere(one.kind, row));
    if (one.op === 'insert') for (const row of usable) await tx.insert(one.kind, row as NewValues<Kind>, header);
    else
      await tx.insertMany(
        one.kind,
        usable.map((row) => ({ values: row as NewValues<Kind>, header })),
      );
    return;
  }
  const record = all[one.pick % Math.max(1, all.length)];
  if (!record) return;
  if (one.op === 'restore') await tx.restore(record.id);
  if (record.struck === 1) return;
  if (one.op === 'remove') await tx.remove(record.id, 'Feilført');
  if (one.op !== 'update') return;
  const values = sample(arbitraryValues(record.kind, ids), one.seed);
  if (requiredAreThere(record.kind, values)) await tx.update(record.kind, record.id, values as NewValues<Kind>);
}

function requiredAreThere(kind: Kind, values: Record<string, unknown>): boolean {
  return Object.entries(kindOf(kind).fields).every(([name, field]) => !field.required || values[name] !== null);
}

/** What undo and redo leave apart: who made a version of what keeps its versions, when, and its number, which goes on. */
function withoutVersions(state: unknown): unknown {
  const { rows, hits } = state as { rows: { record: { kind: Kind }[] }; hits: unknown };
  const record = rows.record.map((row) =>
    kindOf(row.kind).keepsVersions ? { ...row, version: null, changed_at: null, changed_by: null } : row,
  );
  return { rows: { ...rows, record }, hits };
}

class Stop extends Error {}

/** Why a command may be refused: a plan that does not exist in a case's new zone, a case that was taken over. */
const REFUSALS = ['INVALID_VALUES', 'HANDED_OVER'] as const;

/** Runs a step; a command may fail, as it was told to or because it is refused: then nothing has changed. */
async function run(book: Book, step: Step, name: string): Promise<void> {
  for (const { writes, fails } of step) {
    const before = await snapshot(book, QUERIES);
    try {
      const work = async (tx: Tx) => {
        for (const one of writes) await perform(tx, one);
        if (fails) throw new Stop();
      };
      await book.command('random', work, step.length > 1 ? { group: name } : {});
    } catch (error) {
      if (!(error instanceof Stop) && !REFUSALS.some((code) => isStoreError(error, code))) throw error;
      expect(await snapshot(book, QUERIES)).toEqual(before);
    }
  }
}

/** What is derived lies in the rows as it would be derived now. */
async function expectDerived(book: Book): Promise<void> {
  const cases = new Map((await book.list('case', { struck: true })).map((one) => [one.id, one.values.zone]));
  for (const kind of KIND_NAMES) {
    for (const record of (await book.list(kind, { struck: true })) as AnyRecord[]) {
      const zone = record.caseId === null ? book.info.zone : (cases.get(record.caseId) ?? '');
      const { title, titleEn, span } = derive(kind, record.values, zone);
      expect(record).toMatchObject({
        title,
        titleEn,
        startsAt: span?.startsAt ?? null,
        endsAt: span?.endsAt ?? null,
        precision: span?.precision ?? null,
      });
    }
  }
}

describe('any commands', () => {
  // Would catch a column that undo forgets, an index that keeps a word, an entry that is overwritten, a row that
  // comes back in another place, and a derived column that an update, an undo or a case's new zone leaves behind.
  it('undone in reverse leave the rows and hits before each of them, redone those after; the log only grows', async () => {
    let undone = 0;
    await fc.assert(
      fc.asyncProperty(steps, async (given) => {
        const test = await openTestBook();
        try {
          const { book } = test;
          const states: unknown[] = [await snapshot(book, QUERIES)];
          for (const [index, step] of [FIRST, ...given].entries()) {
            const { seq } = await book.checkpoint();
            await run(book, step, `group ${index}`);
            test.advance(1_000);
            if ((await book.checkpoint()).seq > seq) states.push(await snapshot(book, QUERIES));
          }
          await expectDerived(book);
          expect(await book.verify(await book.checkpoint())).toMatchObject({ ok: true, head: 'same' });

          for (const state of states.slice(0, -1).reverse()) {
            const { seq } = await book.checkpoint();
            await book.undo();
            expect(withoutVersions(await snapshot(book, QUERIES))).toEqual(withoutVersions(state));
            expect((await book.checkpoint()).seq).toBe(seq + 1);
            undone += 1;
          }
          expect(book.history().undo).toBeNull();
          expect(await book.verify()).toMatchObject({ ok: true });

          for (const state of states.slice(1)) {
            await book.redo();
            expect(withoutVersions(await snapshot(book, QUERIES))).toEqual(withoutVersions(state));
          }
          expect(book.history().redo).toBeNull();
          await expectDerived(book);
          expect(await book.verify(await book.checkpoint())).toMatchObject({ ok: true, head: 'same' });
        } finally {
          await test.remove();
        }
      }),
      { numRuns: 25 },
    );
    // Guards the test itself: most steps must do something.
    expect(undone).toBeGreaterThan(75);
  });
});
