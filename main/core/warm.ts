import { backlinkMemoryOf } from '#db/reads/backlink-memory.ts';
import { caseMemoryOf } from '#db/reads/case-memory.ts';
import { trafficOf } from '#db/reads/traffic.ts';
import { readWrittenLast } from '#db/reads/written-last.ts';
import type { Context } from '#main/services/context.ts';
import { ownCases } from '#main/services/plan/read.ts';
import { reportFault } from './diagnostics.ts';
import { knownError } from './known-errors.ts';

/** So many cases are read before they are asked for. */
const MOST_CASES = 3;

/**
 * Reads what the first questions after unlock would wait for, in parts between which everybody else is answered: the
 * links of all records, and the person's own cases that were written in last, for their flags and patterns. Ends when the
 * book is locked, and never throws: whoever asks reads what is missing, and is told what went wrong.
 */
export async function warmUp(context: Context): Promise<void> {
  const { book } = context;
  try {
    // The window asks for its first page at once.
    await trafficOf(book).makeWay();
    await backlinkMemoryOf(book).fill();
    const own = await ownCases(context);
    const cases = (await readWrittenLast(book)).filter((id) => own.has(id));
    for (const caseId of cases.slice(0, MOST_CASES)) await caseMemoryOf(book).warm(caseId);
  } catch (error) {
    if (knownError(error) === null) reportFault('warm-up', error);
  }
}
