import type { Book } from '#db/book.ts';
import { caseMemoryOf, isAskedOfCase } from '#db/reads/case-memory.ts';
import { readCaseSizes, readCasesOfRecords } from '#db/reads/today-flags.ts';
import type { RecordId } from '#model/ids.ts';
import { type CaseFlags, type DangerFlag, dangerFlags } from '#model/today/flags.ts';
import type { Context } from '../context.ts';
import { readFlagLimits } from '../flag-limits.ts';

/** So many records are read for an answer; cases beyond them are read after it, and the window is told when they are. */
const WAITED_RECORDS = 1_000;
/** So many cases are read before the window is told once. */
const TOLD_CASES = 25;
/** How long flags hold while nothing of their case changes: protection ends and nights grow old by the clock alone, ms. */
const MOST_AGE_MS = 30 * 60_000;

/** Flags of danger now of many cases, kept between two looks at the board. */
interface DangerFlagMemory {
  /** What is known of these cases at `now`, ms UTC; of what takes long to read what was known before, or nothing yet. */
  read(cases: readonly RecordId[], now: number): Promise<CaseFlags[]>;
  /** Ends when what is read after an answer has been read. */
  settled(): Promise<void>;
}

interface Kept {
  readonly flags: readonly DangerFlag[];
  readonly at: number;
}

const memories = new WeakMap<Book, DangerFlagMemory>();

/** The memory of an open book; in the process that ends at lock. */
export function dangerFlagMemoryOf(context: Pick<Context, 'book' | 'emit' | 'now'>): DangerFlagMemory {
  const memory = memories.get(context.book) ?? createDangerFlagMemory(context);
  memories.set(context.book, memory);
  return memory;
}

function createDangerFlagMemory({ book, emit, now: clock }: Pick<Context, 'book' | 'emit' | 'now'>): DangerFlagMemory {
  const kept = new Map<RecordId, Kept>();
  const stale = new Set<RecordId>();
  /** Records that changed and whose case has not been asked for yet; all: nobody can say which. */
  let changed: Set<RecordId> | 'all' = new Set();
  const queue = new Set<RecordId>();
  let background: Promise<void> | null = null;

  book.onChange(({ changes }) => {
    for (const change of changes) {
      // A limit that the unit sets belongs to no case: it may change the flags of all.
      const isLimit = change.kind === 'policy_target';
      if (!isLimit && change.kind !== 'flag_review' && !isAskedOfCase(change.kind)) continue;
      if (isLimit || 'all' in change) changed = 'all';
      else if (changed !== 'all') for (const id of change.ids) changed.add(id);
    }
  });

  async function markStale(): Promise<void> {
    const ids = changed;
    changed = new Set();
    if (ids !== 'all' && ids.size === 0) return;
    try {
      const cases = ids === 'all' ? null : await readCasesOfRecords(book, [...ids]);
      for (const id of cases ?? kept.keys()) stale.add(id);
    } catch (error) {
      changed = 'all';
      throw error;
    }
  }

  async function readFlags(caseId: RecordId, now: number): Promise<void> {
    // What changes from here on makes it stale anew.
    stale.delete(caseId);
    try {
      const [records, reviews, limits] = await Promise.all([
        caseMemoryOf(book).read(caseId),
        book.list('flag_review', { caseId }),
        readFlagLimits(book),
      ]);
      if (records) kept.set(caseId, { flags: dangerFlags(records, reviews, now, limits), at: now });
      else kept.delete(caseId);
    } catch (error) {
      stale.add(caseId);
      throw error;
    }
  }

  async function readQueue(): Promise<void> {
    try {
      let told = 0;
      for (const caseId of queue) {
        await caseMemoryOf(book).warm(caseId);
        await readFlags(caseId, clock());
        queue.delete(caseId);
        told += 1;
        if (told % TOLD_CASES === 0 || queue.size === 0) emit('today.changed', {});
      }
    } catch {
      // The book is being locked, or whoever looks at the board next reads it again and is told what went wrong.
      queue.clear();
    } finally {
      background = null;
    }
  }

  return {
    async read(cases, now) {
      await markStale();
      const isDue = (id: RecordId) => {
        const age = now - (kept.get(id)?.at ?? Number.NEGATIVE_INFINITY);
        return stale.has(id) || age > MOST_AGE_MS || age < 0;
      };
      const due = cases.filter((id) => isDue(id) && !queue.has(id));
      const sizes = due.length > 0 ? await readCaseSizes(book, due) : [];
      let records = 0;
      for (const { id, size } of sizes) {
        records += size;
        if (records <= WAITED_RECORDS) await readFlags(id, now);
        else queue.add(id);
      }
      if (queue.size > 0) background ??= readQueue();
      return cases.flatMap((caseId) => {
        const flags = kept.get(caseId)?.flags ?? [];
        return flags.length > 0 ? [{ caseId, flags }] : [];
      });
    },
    async settled() {
      await background;
    },
  };
}
