import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Book } from '#db/book.ts';
import { createCaseMemory } from '#db/reads/case-memory.ts';
import { readCaseRecords } from '#db/reads/case-records.ts';
import { readCase } from '#model/flags/read-case.ts';
import type { RecordId } from '#model/ids.ts';
import type { Kind } from '#model/kinds.ts';
import { readPattern } from '#model/pattern/read-pattern.ts';
import { type When, whenAtMinute } from '#model/when.ts';
import { openTestBook, TEST_NOW, type TestBook } from '#tests/helpers/book.ts';
import fc from '#tests/helpers/property.ts';

const ZONE = 'Europe/Oslo';
const KINDS = ['threat', 'incident', 'breach', 'report', 'note', 'measure', 'decision', 'procedural_status'] as const;
const TEXTS = ['Truer henne på livet', 'Ringer henne', 'Ber om besøksforbud', 'Brudd med kniv', 'Trekker anmeldelsen'];
const at = TEST_NOW + 86_400_000;

let test: TestBook;
let cases: RecordId[];
let persons: RecordId[];
let book: Book;
beforeEach(async () => {
  test = await openTestBook();
  book = test.book;
  const made = await book.command('set_up', async (tx) => {
    const values = { name: 'Lind', marking: 'fortrolig', status: 'open', zone: ZONE } as const;
    const [one, other] = [await tx.insert('case', values), await tx.insert('case', { ...values, name: 'Berg' })];
    const [her, him] = [await tx.insert('person', { name: 'Hun' }), await tx.insert('person', { name: 'Han' })];
    await tx.insert('case_person', { personId: her.id, role: 'protected' }, { caseId: one.id });
    await tx.insert('case_person', { personId: him.id, role: 'threat_actor' }, { caseId: one.id });
    return { cases: [one.id, other.id], persons: [her.id, him.id] };
  });
  ({ cases, persons } = made.value);
});
afterEach(() => test.remove());

type Step = { readonly what: string; readonly pick: number; readonly text: string; readonly minute: number };
const step: fc.Arbitrary<Step> = fc.record({
  what: fc.constantFrom(
    ...['add', 'add', 'add_other', 'change', 'strike', 'restore', 'undo', 'redo', 'stay', 'rename', 'zone'],
    ...['ask', 'link'],
  ),
  pick: fc.nat(1_000),
  text: fc.constantFrom(...TEXTS),
  minute: fc.integer({ min: -60 * 24 * 90, max: 60 * 24 * 2 }),
});

/** What a kind asks for besides when it was and what. */
const NEEDED: Partial<Record<Kind, Record<string, unknown>>> = {
  measure: { type: 'other', status: 'done' },
  decision: { type: 'charge' },
  procedural_status: { status: 'charged' },
};
const personOf = (kind: Kind) =>
  kind === 'procedural_status'
    ? { personId: persons[1] }
    : kind === 'measure' || kind === 'decision'
      ? {}
      : { actorId: persons[1] };

function tellingOf(kind: Kind, text: string, happened: When): Record<string, unknown> {
  if (kind === 'procedural_status') return { offence: text, since: happened };
  return kind === 'decision' ? { text, decidedAt: happened.fromAt } : { text, happened };
}

async function take({ what, pick, text, minute }: Step, made: RecordId[]): Promise<void> {
  const kind = KINDS[pick % KINDS.length] ?? 'threat';
  const happened = whenAtMinute(TEST_NOW + minute * 60_000, ZONE);
  const values = { ...tellingOf(kind, text, happened), ...NEEDED[kind], ...personOf(kind) } as never;
  const any = made[pick % Math.max(1, made.length)];
  const caseId = cases[what === 'add_other' ? 1 : 0] as RecordId;
  await book
    .command('test', async (tx) => {
      if (what === 'add' || what === 'add_other') made.push((await tx.insert(kind, values, { caseId })).id);
      if (what === 'stay') {
        await tx.insert('whereabouts', { personId: persons[pick % 2] as RecordId, state: 'wanted', since: happened });
      }
      if (what === 'rename') await tx.update('person', persons[pick % 2] as RecordId, { name: `${text} ${pick}` });
      if (what === 'zone') await tx.update('case', caseId, { zone: pick % 2 === 0 ? 'UTC' : ZONE });
      if (what === 'link' && made.length > 1) {
        const ends = { fromId: made[0] as RecordId, toId: made[1] as RecordId };
        await tx.insert('link', { type: 'contradicts', ...ends }, { caseId });
      }
      if (any === undefined) return;
      const record = await tx.find(any);
      if (what === 'change' && record?.struckAt === null)
        await tx.update(record.kind, any, tellingOf(record.kind, text, happened) as never);
      if (what === 'strike' && record?.struckAt === null) await tx.remove(any, 'x');
      if (what === 'restore' && record?.struckAt != null) await tx.restore(any);
    })
    // A link to a struck record and the like: refused, and nothing is written.
    .catch(() => undefined);
  const history = book.history();
  // The cases themselves stay.
  if (what === 'undo' && history.undo?.action === 'test') await book.undo();
  if (what === 'redo' && history.redo) await book.redo();
}

describe('a case that is kept in memory', () => {
  // Would catch: a change that is not noticed, a record in another order, a struck one that stays, half of a command.
  it('is what reading all of it gives, after whatever is written', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 1, maxLength: 8 }),
        fc.constantFrom(0, 60_000),
        async (steps, most) => {
          const memory = createCaseMemory(book, { mostRecords: most });
          const made: RecordId[] = [];
          for (const one of steps) {
            // Asked while the command runs: what it answers then may be before or after it, what it keeps may not.
            const [, early] = await Promise.all([take(one, made), memory.read(cases[0] as RecordId)]);
            expect(early).not.toBeNull();
            for (const caseId of cases) {
              const [kept, whole] = [await memory.read(caseId), await readCaseRecords(book, caseId)];
              expect(kept).toEqual(whole);
            }
          }
          const [kept, whole] = [
            await memory.read(cases[0] as RecordId),
            await readCaseRecords(book, cases[0] as RecordId),
          ];
          if (!kept || !whole) throw new Error('no case');
          expect(readCase(kept, at)).toEqual(readCase(whole, at));
          expect(readPattern(kept, at)).toEqual(readPattern(whole, at));
        },
      ),
      { numRuns: 20 },
    );
  });

  // Would catch: a memory that reads everything at each question, and one that answers for a case that is gone.
  it('is the same object until something of it changes, and none when the case is struck', async () => {
    const memory = createCaseMemory(book);
    const [one, other] = cases as [RecordId, RecordId];
    const first = await memory.read(one);
    await take({ what: 'add_other', pick: 0, text: 'Ringer henne', minute: 0 }, []);
    expect(await memory.read(one)).toBe(first);
    await take({ what: 'add', pick: 0, text: 'Ringer henne', minute: 0 }, []);
    expect(await memory.read(one)).not.toBe(first);
    await book.command('test', (tx) => tx.remove(other, 'x'));
    expect(await memory.read(other)).toBeNull();
    expect(await memory.read('f'.repeat(32) as RecordId)).toBeNull();
  });

  // Would catch: an import of so many records that the change names none of them.
  it('has what a large import brought', async () => {
    const memory = createCaseMemory(book);
    const caseId = cases[0] as RecordId;
    await memory.read(caseId);
    const rows = Array.from({ length: 501 }, () => ({ values: { text: 'Ringer henne' }, header: { caseId } }));
    await book.command('test', (tx) => tx.insertMany('incident', rows));
    expect(await memory.read(caseId)).toEqual(await readCaseRecords(book, caseId));
  });

  // Would catch: a reading that failed once and is answered as if nothing had changed.
  it('reads again after a failure', async () => {
    let fails = false;
    const list: Book['list'] = (kind, filter) => (fails ? Promise.reject(new Error('x')) : book.list(kind, filter));
    const memory = createCaseMemory({ ...book, list } as Book);
    const one = cases[0] as RecordId;
    await memory.read(one);
    await take({ what: 'add', pick: 0, text: 'Ringer henne', minute: 0 }, []);
    fails = true;
    await expect(memory.read(one)).rejects.toThrow('x');
    fails = false;
    expect(await memory.read(one)).toEqual(await readCaseRecords(book, one));
  });
});
