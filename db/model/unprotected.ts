/**
 * Times in which nothing limited the threat actor or sheltered her, as far as the records tell; from the first danger on
 * record. What counts as protection is told in `flags/protection.ts`; a fine or a warning does not.
 */
import { Known } from './flags/known.ts';
import { protectionOf } from './flags/protection.ts';
import { type CaseRecords, DANGER } from './flags/records.ts';
import type { RecordId } from './ids.ts';
import { localOfInstant } from './time.ts';
import { boundsOf, isDayKnown } from './when.ts';

const DAY_MS = 86_400_000;

interface Unprotected {
  /** ms UTC; the end is the beginning of the next protection, or the instant that was asked for. */
  readonly fromAt: number;
  readonly toAt: number;
  /** Calendar days; null where one end is known to the month or year only, or as a bound: no day count is made from it. */
  readonly days: number | null;
  /** The protection that ended before it, and the one that began after it. */
  readonly after: RecordId | null;
  readonly before: RecordId | null;
}

interface Edge {
  readonly at: number;
  /** Zone in which its day is meant. */
  readonly zone: string;
  readonly isExact: boolean;
  readonly id: RecordId | null;
}

/** Times without any protection up to `at`, ms UTC, in order. */
export function unprotectedOf(records: CaseRecords, at: number): Unprotected[] {
  const known = new Known(records, at);
  const first = known.of(...DANGER).find(({ when }) => isDayKnown(when));
  if (!first) return [];
  const found: Unprotected[] = [];
  let free: Edge = { at: first.when.fromAt, zone: first.when.zone, isExact: true, id: null };
  const add = (end: Edge) => {
    if (end.at <= free.at) return;
    const days = free.isExact && end.isExact ? daysBetween(free, end) : null;
    found.push({ fromAt: free.at, toAt: end.at, days, after: free.id, before: end.id });
  };
  for (const { from, when, bounds, until, endedBy } of protectionOf(known)) {
    add({ at: bounds.fromAt, zone: when.zone, isExact: isDayKnown(when), id: from.record.id });
    // What has no end on record is not known to have ended: nothing after it is called unprotected.
    if (until === null) return found;
    const { toAt } = boundsOf(until);
    if (toAt <= free.at) continue;
    free = { at: toAt, zone: until.zone, isExact: isDayKnown(until), id: endedBy.record.id };
  }
  add({ at, zone: free.zone, isExact: true, id: null });
  return found;
}

/** Days of the calendar between the days that hold two instants; one with a clock change is a day like another. */
function daysBetween(from: Edge, to: Edge): number {
  const day = ({ at, zone }: Edge) => Date.parse(localOfInstant(at, zone).slice(0, 10));
  return Math.round((day(to) - day(from)) / DAY_MS);
}
