import type { ClockFacts } from '#model/clocks/facts.ts';
import type { RecordId } from '#model/ids.ts';
import type { Kind } from '#model/kinds.ts';
import type { Book } from '../../book.ts';
import { readClockFacts } from './clock-facts.ts';
import { readUseLog } from './procedure.ts';

/** What the clocks of all open cases are read from, kept in memory: a command changes few cases, and only those are read again. */
export interface ClockMemory {
  /** The same as `readClockFacts` for all open cases. */
  read(): Promise<ClockFacts>;
}

/** Kinds by which the facts of a case depend on records that lie in no case, or in another one. */
const ACROSS: ReadonlySet<Kind> = new Set<Kind>([
  'case',
  'person',
  'whereabouts',
  'child_interview',
  'measure',
  'decision',
]);
/** Above so many changed cases all of them are read. */
const MOST_CASES = 8;

const memories = new WeakMap<Book, ClockMemory>();

/** The memory of an open book; in the process that ends at lock. */
export function clockMemoryOf(book: Book): ClockMemory {
  const memory = memories.get(book) ?? createClockMemory(book);
  memories.set(book, memory);
  return memory;
}

export function createClockMemory(book: Book): ClockMemory {
  let kept: ClockFacts | null = null;
  let stale: Set<RecordId> | 'all' = 'all';
  let turn: Promise<unknown> = Promise.resolve();

  book.onChange(({ changes }) => {
    for (const change of changes) {
      if ('all' in change || ACROSS.has(change.kind)) stale = 'all';
      else if (stale !== 'all') for (const id of change.ids) stale.add(id);
    }
  });

  async function refresh(): Promise<ClockFacts> {
    while (kept === null || stale === 'all' || stale.size > 0) {
      const changed: Set<RecordId> | 'all' = stale;
      stale = new Set();
      try {
        kept = await readAgain(kept, changed);
      } catch (error) {
        stale = 'all';
        throw error;
      }
    }
    return { ...kept, useLogs: await readUseLog(book) };
  }

  async function readAgain(before: ClockFacts | null, changed: ReadonlySet<RecordId> | 'all'): Promise<ClockFacts> {
    if (before === null || changed === 'all') return readClockFacts(book, null);
    const cases = await casesOf(book, [...changed]);
    // Of a closed case the transfer may still be told, and nothing else: seldom, and so all of them are read.
    const isClosed = cases?.some(({ open }) => open !== 1);
    if (cases === null || isClosed || cases.length > MOST_CASES) return readClockFacts(book, null);
    const ids = new Set(cases.map(({ id }) => id));
    const again = await Promise.all(cases.map(({ id }) => readClockFacts(book, id)));
    return replaced(before, ids, again);
  }

  return {
    read() {
      const asked = turn.then(refresh);
      turn = asked.catch(() => undefined);
      return asked;
    },
  };
}

/** The cases of these records; null where one of them is gone, as an insertion that was undone, and nobody can say whose it was. */
async function casesOf(book: Book, ids: readonly RecordId[]): Promise<{ id: RecordId; open: number }[] | null> {
  const rows = await book.all<{ id: RecordId | null; open: number; records: number }>(
    `SELECT r.case_id AS id, pc.status = 'open' AND c.struck_at IS NULL AS open, count(*) AS records
     FROM json_each(?) j JOIN record r ON r.id = j.value
     LEFT JOIN protection_case pc ON pc.id = r.case_id LEFT JOIN record c ON c.id = pc.id
     GROUP BY r.case_id`,
    [JSON.stringify(ids)],
  );
  if (rows.reduce((sum, { records }) => sum + records, 0) < ids.length) return null;
  return rows.flatMap(({ id, open }) => (id === null ? [] : [{ id, open }]));
}

interface Owned {
  readonly caseId: RecordId | null;
}

/** The facts with those of some cases exchanged; by case, as they are read. */
function replaced(before: ClockFacts, cases: ReadonlySet<RecordId>, again: readonly ClockFacts[]): ClockFacts {
  const kinds = Object.keys(before) as (keyof ClockFacts)[];
  const lists = kinds.map((kind) => {
    const left = (before[kind] as readonly Owned[]).filter(({ caseId }) => caseId === null || !cases.has(caseId));
    const all = [...left, ...again.flatMap((facts) => facts[kind] as readonly Owned[])];
    return [kind, all.sort((a, b) => compared(a.caseId ?? '', b.caseId ?? ''))];
  });
  return Object.fromEntries(lists) as ClockFacts;
}

function compared(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
