import type { Tx } from '#db/book.ts';
import type { RecordId } from '#model/ids.ts';
import { startsBetween } from '#model/plan/recurrence.ts';
import { type EditScope, restOfSeries } from '#model/plan/recurrence-edit.ts';
import { localOfInstant } from '#model/time.ts';
import { refusal } from './load.ts';
import { endOf, type PlannedSeries } from './series.ts';
import { storeEdit } from './store-edit.ts';

/** What an edit of a series reaches: the occurrence named, it and those that follow, or all that have not begun. */
interface Reach {
  readonly originalLocal: string;
  readonly scope: EditScope;
}

/**
 * Splits off what a wider edit reaches, unchanged: the part is a record of its own then, with its own crew and legs.
 * @returns the record that holds it: the series' own where nothing lies before
 * @throws ServiceError PAST_FROZEN if all of it has begun
 */
export async function splitOff(
  tx: Tx,
  planned: PlannedSeries,
  { originalLocal, scope }: Reach,
  nowAt: number,
): Promise<RecordId> {
  const { series, record } = planned;
  const rest = restOfSeries(series, nowAt, scope === 'following' ? originalLocal : null);
  if ('problem' in rest) throw refusal(rest.problem);
  if (!rest.added) return record.id;
  const first = rest.added.startLocal;
  const unmoved = { originalLocal: first, startLocal: first, endLocal: endOf(series, first), isUnmoved: true };
  return (await storeEdit(tx, planned, rest, unmoved)).at(-1) ?? record.id;
}

/**
 * Key of the first occurrence that a wider edit reaches where the series stays one record; null is from its beginning.
 * @throws ServiceError PAST_FROZEN if all of it has begun
 */
export function firstReached({ series, zone }: PlannedSeries, fromLocal: string | null, nowAt: number): string | null {
  const now = localOfInstant(nowAt, zone);
  const isBegun = series.startLocal <= now;
  if (!isBegun && (fromLocal === null || fromLocal <= series.startLocal)) return null;
  const from = isBegun && (fromLocal === null || fromLocal <= now) ? localOfInstant(nowAt + 60_000, zone) : fromLocal;
  const [next] = startsBetween(series, from ?? now, '9999-12-31T23:59', 1).starts;
  if (next === undefined) throw refusal('PAST_FROZEN');
  return next;
}
