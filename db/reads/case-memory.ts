/**
 * What the rules read of a case, kept in memory between two questions: a command changes few of many records, and only
 * those are read again. In the process that ends at lock, and never more than a bounded number of records.
 */
import { prepareRecord } from '#model/flags/known.ts';
import { type CaseRecord, type CaseRecords, FACTS } from '#model/flags/records.ts';
import type { RecordId } from '#model/ids.ts';
import type { Kind } from '#model/kinds.ts';
import type { Book } from '../book.ts';
import { listIds } from '../tables/list-records.ts';
import { AROUND, readStays } from './case-records.ts';
import { trafficOf } from './traffic.ts';

export interface CaseMemory {
  /** The same as `readCaseRecords`; the very same object as long as nothing of the case has changed. */
  read(caseId: RecordId): Promise<CaseRecords | null>;
  /** Reads a case before anybody asks for it, and makes way for everything else. */
  warm(caseId: RecordId): Promise<void>;
  /** Tells how far a case has been read whole, part by part. One listener. */
  onReading(listener: (reading: Reading) => void): void;
}

export interface Reading {
  readonly caseId: RecordId;
  /** Records read, of how many. */
  readonly done: number;
  readonly total: number;
}

export interface CaseMemoryOptions {
  /** So many records are kept in all, of the cases asked for last; one case is kept whatever its size. */
  readonly mostRecords?: number;
}

const KINDS = [...FACTS, ...AROUND];
/** Beside them the case itself, for its zone, and where its persons are. */
const ASKED: ReadonlySet<Kind> = new Set<Kind>([...KINDS, 'case', 'whereabouts']);
/** True if a case is read by records of this kind. */
export const isAskedOfCase = (kind: Kind): boolean => ASKED.has(kind);
const MOST_RECORDS = 60_000;
/** Above so many changed records of a kind it is read whole. */
const MOST_CHANGED = 1_000;

/** Read at a time: between two parts whoever else asks is answered. */
const PART = 250;

/** Ids that changed, or every record of the kind. */
type Stale = Set<RecordId> | 'all';

interface Kept {
  readonly caseId: RecordId;
  readonly lists: Map<Kind, Map<RecordId, CaseRecord>>;
  stays: readonly CaseRecord[];
  /** What changed since it was read. */
  stale: Map<Kind, Stale>;
  records: CaseRecords | null;
  /** How many wait for it. */
  waiting: number;
  /** The question before: they take turns, so that none sees half of what another reads. */
  turn: Promise<unknown>;
}

const memories = new WeakMap<Book, CaseMemory>();

/** The memory of an open book. */
export function caseMemoryOf(book: Book): CaseMemory {
  let memory = memories.get(book);
  if (!memory) {
    memory = createCaseMemory(book);
    memories.set(book, memory);
  }
  return memory;
}

export function createCaseMemory(book: Book, { mostRecords = MOST_RECORDS }: CaseMemoryOptions = {}): CaseMemory {
  /** Those asked for last at the end. */
  const kept = new Map<RecordId, Kept>();
  let tell: (reading: Reading) => void = () => undefined;

  book.onChange(({ changes }) => {
    for (const one of kept.values()) {
      for (const change of changes) markStale(one.stale, change.kind, 'all' in change ? 'all' : change.ids);
    }
  });

  function forget(): void {
    let total = [...kept.values()].reduce((sum, one) => sum + (one.records?.records.length ?? 0), 0);
    for (const one of [...kept.values()].slice(0, -1)) {
      if (total <= mostRecords) return;
      total -= one.records?.records.length ?? 0;
      kept.delete(one.caseId);
    }
  }

  async function ask(caseId: RecordId, waits: 0 | 1): Promise<CaseRecords | null> {
    const one = kept.get(caseId) ?? nothingYet(caseId);
    kept.delete(caseId);
    kept.set(caseId, one);
    one.waiting += waits;
    const turn = one.turn.then(() => refresh(book, one, (reading) => tell(reading)));
    // A failure is told to whoever asked, and what it left unread is read by the next.
    one.turn = turn.catch(() => undefined);
    try {
      const records = await turn;
      if (records === null) kept.delete(caseId);
      forget();
      return records;
    } finally {
      one.waiting -= waits;
    }
  }

  return {
    read: (caseId) => ask(caseId, 1),
    async warm(caseId) {
      await ask(caseId, 0);
    },
    onReading(listener) {
      tell = listener;
    },
  };
}

function nothingYet(caseId: RecordId): Kept {
  return { caseId, lists: new Map(), stays: [], stale: allStale(), records: null, waiting: 0, turn: Promise.resolve() };
}

function allStale(): Map<Kind, Stale> {
  return new Map([...ASKED].map((kind) => [kind, 'all']));
}

function markStale(stale: Map<Kind, Stale>, kind: Kind, ids: readonly RecordId[] | 'all'): void {
  if (!ASKED.has(kind)) return;
  const before = stale.get(kind) ?? new Set();
  if (before === 'all' || ids === 'all' || before.size + ids.length > MOST_CHANGED) stale.set(kind, 'all');
  else stale.set(kind, new Set([...before, ...ids]));
}

type Tell = (reading: Reading) => void;

/** Reads what changed; again, as long as more has changed meanwhile. */
async function refresh(book: Book, one: Kept, tell: Tell): Promise<CaseRecords | null> {
  while (one.stale.size > 0) {
    const { stale } = one;
    one.stale = new Map();
    try {
      await readAgain(book, one, stale, tell);
    } catch (error) {
      one.stale = allStale();
      throw error;
    }
  }
  return one.records;
}

async function readAgain(book: Book, one: Kept, stale: ReadonlyMap<Kind, Stale>, tell: Tell): Promise<void> {
  const { caseId, lists } = one;
  const [record] = stale.has('case') || !one.records ? await book.list('case', { ids: [caseId] }) : [];
  const zone = record?.values.zone ?? (stale.has('case') ? null : (one.records?.zone ?? null));
  const wholly = KINDS.filter((kind) => stale.get(kind) === 'all' || (stale.has(kind) && !lists.has(kind)));
  if (zone !== null) await readWhole(book, one, wholly, zone, tell);
  const changed = await Promise.all(
    KINDS.map(async (kind) => {
      const ids = stale.get(kind);
      return ids instanceof Set && !wholly.includes(kind) && (await readKind(book, caseId, kind, lists, ids));
    }),
  );
  const persons = stale.has('whereabouts') || stale.has('case_person');
  if (persons) one.stays = await readStays(book, [...(lists.get('case_person')?.values() ?? [])]);
  if (zone === null) one.records = null;
  else if (persons || zone !== one.records?.zone || wholly.length > 0 || changed.includes(true)) {
    one.records = { zone, records: [...KINDS.flatMap((kind) => [...(lists.get(kind)?.values() ?? [])]), ...one.stays] };
  }
}

/** Reads every record of these kinds, part by part, and what the rules read in their words. */
async function readWhole(book: Book, one: Kept, kinds: readonly Kind[], zone: string, tell: Tell): Promise<void> {
  const { caseId, lists } = one;
  const isWanted = () => one.waiting > 0;
  const makeWay = async () => {
    if (!isWanted()) await trafficOf(book).makeWay(isWanted);
  };
  const asked: [Kind, RecordId[]][] = [];
  for (const kind of kinds) {
    // Of a kind with many records the list alone takes a while.
    if (trafficOf(book).isBusy()) await makeWay();
    asked.push([kind, await listIds(book, kind, caseId)]);
  }
  const total = asked.reduce((sum, [, ids]) => sum + ids.length, 0);
  let done = 0;
  for (const [kind, ids] of asked) {
    const list = new Map<RecordId, CaseRecord>();
    for (let from = 0; from < ids.length; from += PART) {
      const part = ids.slice(from, from + PART);
      for (const record of (await book.list(kind, { caseId, ids: part })) as unknown as CaseRecord[]) {
        prepareRecord(record, zone);
        list.set(record.id, record);
      }
      done += part.length;
      if (total > PART) tell({ caseId, done, total });
      await makeWay();
    }
    // What was written meanwhile is told as changed, and read in the next turn.
    lists.set(kind, list);
  }
}

/** Brings the list of a kind up to date, in the order of the store; true if anything of it has changed. */
async function readKind(
  book: Book,
  caseId: RecordId,
  kind: Kind,
  lists: Map<Kind, Map<RecordId, CaseRecord>>,
  stale: ReadonlySet<RecordId>,
): Promise<boolean> {
  const before = lists.get(kind) ?? new Map<RecordId, CaseRecord>();
  const changed = (await book.list(kind, { caseId, ids: [...stale] })) as unknown as CaseRecord[];
  // Of another case.
  if (changed.length === 0 && ![...stale].some((id) => before.has(id))) return false;
  const again = new Map(changed.map((record) => [record.id, record]));
  const list = new Map<RecordId, CaseRecord>();
  for (const id of await listIds(book, kind, caseId)) {
    const record = again.get(id) ?? (stale.has(id) ? undefined : before.get(id));
    // What was written between the two statements is told as changed, and read in the next turn.
    if (record) list.set(id, record);
  }
  lists.set(kind, list);
  return true;
}
