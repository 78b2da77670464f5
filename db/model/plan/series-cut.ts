/** Cutting every occurrence of a series at a time within it, so that one series becomes two whose occurrences join. */
import { clockChanges, localOfInstant, plainLocal, resolveLocal } from '../time.ts';
import { addWallMinutes, daysBetween, localAt, timeOf, wallMinutes } from './local-time.ts';
import { startsBetween } from './recurrence.ts';
import { shiftSeries } from './recurrence-edit.ts';
import type { Series, SeriesException } from './types.ts';

/** Wall-clock times of one part of an occurrence; an end of null is open. */
export interface PartTimes {
  readonly startLocal: string;
  readonly endLocal: string | null;
}

/** Where each occurrence of a series is cut, and under which key its second part lies. */
export interface CutPoint {
  /** Wall-clock time at which the occurrence with this key is cut. */
  timeOf(key: string): string;
  /** Key of the second part. */
  rekey(key: string): string;
}

/** A series in two, each with its own rows' times; the id of the second is empty: the store gives it one. */
export interface CutSeries {
  readonly first: Series;
  readonly second: Series;
}

/** `OUTSIDE`: the rule's own times do not hold the time, whatever the occurrence that was named says of itself. */
export type CutProblem = 'OUTSIDE' | 'RULE_NOT_SHIFTABLE';

/** A clock that is put forward moves what it skips by so much at most; nearer to an edge a part can turn around. */
const LONGEST_CHANGE_MINUTES = 60;
/** As far as a plan is ever looked at: a rule need not end. */
const LOOKED_AT_MS = 20 * 366 * 86_400_000;
const DAY_MINUTES = 1_440;

/**
 * The same time of day and day offset in every occurrence as in the one that was named.
 * @param atLocal wall clock; of two times with one text the rule takes the first, the named occurrence the one that is said
 */
export function cutPointOf(originalLocal: string, atLocal: string): CutPoint {
  const time = plainLocal(timeOf(atLocal));
  const days = daysBetween(originalLocal, atLocal);
  const rekey = (key: string) => localAt(key, time, days);
  return { rekey, timeOf: (key) => (key === originalLocal ? atLocal : rekey(key)) };
}

/** The two parts of one period; null is one that nothing lies in. What lies on one side of the cut stays as it is. */
function partsOfPeriod(
  { startLocal, endLocal }: PartTimes,
  cutLocal: string,
  zone: string,
): { readonly first: PartTimes | null; readonly second: PartTimes | null } {
  const start = resolveLocal(startLocal, zone)?.at ?? 0;
  const end = endLocal === null ? Number.POSITIVE_INFINITY : (resolveLocal(endLocal, zone)?.at ?? 0);
  const cut = resolveLocal(cutLocal, zone)?.at ?? 0;
  if (cut <= start) return { first: null, second: { startLocal, endLocal } };
  if (cut >= end) return { first: { startLocal, endLocal }, second: null };
  return { first: { startLocal, endLocal: cutLocal }, second: { startLocal: cutLocal, endLocal } };
}

/**
 * Cuts a series that recurs. Together both parts hold exactly the minutes the one held, each occurrence by itself: one
 * with times of its own that lie on one side of the cut is in that part alone, and so is a night in which a change of
 * clocks leaves nothing on the other.
 */
export function cutSeries(
  series: Series,
  originalLocal: string,
  atLocal: string,
): CutSeries | { readonly problem: CutProblem } {
  const point = cutPointOf(originalLocal, atLocal);
  const ruleCut = point.rekey(originalLocal);
  const ruleEnd = series.endTime === null ? null : localAt(originalLocal, series.endTime, series.endDayOffset);
  const before = wallMinutes(ruleCut) - wallMinutes(originalLocal);
  const after = ruleEnd === null ? 0 : wallMinutes(ruleEnd) - wallMinutes(ruleCut);
  if (ruleEnd === null || before <= 0 || after <= 0) return { problem: 'OUTSIDE' };
  const bare = { ...series, exceptions: [] };
  const shifted = shiftSeries(bare, originalLocal, { startLocal: ruleCut, endLocal: ruleEnd });
  if (!shifted) return { problem: 'RULE_NOT_SHIFTABLE' };
  const first: Series = { ...bare, endTime: timeOf(ruleCut), endDayOffset: daysBetween(originalLocal, ruleCut) };
  const second: Series = { ...shifted, id: '' };
  const own = new Map(series.exceptions.map((one) => [one.originalLocal, one]));
  const keys = new Set(own.keys());
  if (atLocal !== ruleCut) keys.add(originalLocal);
  if (Math.min(before, after) < LONGEST_CHANGE_MINUTES) {
    for (const key of nightsOfChange(series, before + after)) keys.add(key);
  }
  const firstOwn: SeriesException[] = [];
  const secondOwn: SeriesException[] = [];
  for (const key of keys) {
    const one = own.get(key);
    const parts = one?.excluded
      ? { first: null, second: null }
      : partsOfPeriod(timesIn(series, key, one), point.timeOf(key), series.zone);
    firstOwn.push(...differing(first, key, parts.first));
    secondOwn.push(...differing(second, point.rekey(key), parts.second));
  }
  return { first: { ...first, exceptions: firstOwn }, second: { ...second, exceptions: secondOwn } };
}

/** Keys of the occurrences near a change of clocks, as far ahead as a plan is looked at. */
function nightsOfChange(series: Series, minutes: number): string[] {
  const startAt = resolveLocal(series.startLocal, series.zone)?.at ?? 0;
  return clockChanges(startAt, startAt + LOOKED_AT_MS, series.zone).flatMap((changeAt) => {
    const local = localOfInstant(changeAt, series.zone);
    const from = addWallMinutes(local, -minutes - DAY_MINUTES);
    return startsBetween(series, from, addWallMinutes(local, DAY_MINUTES)).starts;
  });
}

function timesIn({ endTime, endDayOffset }: Series, key: string, own: SeriesException | undefined): PartTimes {
  const ruleEnd = endTime === null ? null : localAt(key, endTime, endDayOffset);
  return { startLocal: own?.startLocal ?? key, endLocal: own?.endLocal ?? ruleEnd };
}

/** What an occurrence must say of itself to have these times; nothing where the rule gives them. */
function differing(series: Series, key: string, times: PartTimes | null): SeriesException[] {
  const one = { originalLocal: key, excluded: times === null };
  if (times === null) return [{ ...one, startLocal: null, endLocal: null }];
  const rule = timesIn(series, key, undefined);
  const isSame = rule.startLocal === times.startLocal && rule.endLocal === times.endLocal;
  return isSame ? [] : [{ ...one, ...times }];
}
