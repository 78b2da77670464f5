/**
 * When a series takes place. The rule is run on wall-clock time, where every day has 24 hours, and each start and end
 * becomes an instant afterwards: "nights 21-07" stays 21-07 over a clock change, and the night has 23 or 25 hours fewer or
 * more by itself.
 */
import { RRuleTemporal } from 'rrule-temporal';
import { isZone, localOfInstant, plainLocal, resolveLocal } from '../time.ts';
import { addWallMinutes, localAt, wallMinutes } from './local-time.ts';
import { formatRule, MAX_OCCURRENCES, parseRule, RuleError } from './recurrence-rule.ts';
import type { ClockEffect, Occurrence, Period, Series, SeriesException } from './types.ts';

const MINUTE_MS = 60_000;
const DAY_MINUTES = 1_440;
/** Longest occurrence of a series, in days from start to end. */
const MAX_DAY_OFFSET = 366;

/** What a series gives in a window. */
interface Expansion {
  /** In order of start. */
  readonly occurrences: readonly Occurrence[];
  /** There are more: the window holds over 10,000. */
  readonly truncated: boolean;
}

/** Why a series cannot be kept, and the field to mend; null if it can. */
interface SeriesProblem {
  readonly field: 'startLocal' | 'endTime' | 'endDayOffset' | 'zone' | 'rule';
  readonly code: string;
}

/** Checks a series as a person entered it. Nothing else is needed before `expand`. */
export function checkSeries(series: Series): SeriesProblem | null {
  if (!isZone(series.zone)) return { field: 'zone', code: 'ZONE' };
  if (!resolveLocal(series.startLocal, series.zone)) return { field: 'startLocal', code: 'LOCAL_TIME' };
  const { endTime, endDayOffset } = series;
  if (!Number.isInteger(endDayOffset) || endDayOffset < 0 || endDayOffset > MAX_DAY_OFFSET) {
    return { field: 'endDayOffset', code: 'DAY_OFFSET' };
  }
  if (endTime !== null) {
    const endLocal = `${series.startLocal.slice(0, 10)}T${endTime}`;
    if (!resolveLocal(endLocal, 'UTC')) return { field: 'endTime', code: 'LOCAL_TIME' };
    if (wallLength(series) <= 0) return { field: 'endTime', code: 'END_BEFORE_START' };
  }
  if (series.rule === null) return null;
  // Without an end, each occurrence would run into all that follow.
  if (endTime === null) return { field: 'endTime', code: 'END_REQUIRED' };
  try {
    parseRule(series.rule, series.zone);
    return null;
  } catch (error) {
    if (error instanceof RuleError) return { field: 'rule', code: error.problem };
    throw error;
  }
}

/**
 * Occurrences of a series that touch a window, at most 10,000. The rule's own start is an occurrence only if the rule
 * gives it. Cost follows the window, not the distance from the series' start, except for a rule with COUNT.
 * @throws RuleError if the rule cannot be read
 */
export function expand(series: Series, window: Period): Expansion {
  const exceptions = new Map(series.exceptions.map((exception) => [exception.originalLocal, exception]));
  const { starts, truncated } = startsTouching(series, window);
  const occurrences: Occurrence[] = [];
  const seen = new Set<string>();
  for (const originalLocal of [...starts, ...movedStarts(series)]) {
    if (seen.has(originalLocal)) continue;
    seen.add(originalLocal);
    const occurrence = occurrenceAt(series, originalLocal, exceptions.get(originalLocal) ?? null);
    if (occurrence && touches(occurrence, window)) occurrences.push(occurrence);
  }
  occurrences.sort((a, b) => a.fromAt - b.fromAt || (a.originalLocal < b.originalLocal ? -1 : 1));
  return { occurrences, truncated };
}

/**
 * The occurrence of a series with the key `originalLocal`, with what is its own; null if it is taken out.
 * Whether the rule gives that key is not asked.
 */
export function occurrenceAt(
  series: Series,
  originalLocal: string,
  exception: SeriesException | null,
): Occurrence | null {
  if (exception?.excluded) return null;
  const startLocal = exception?.startLocal ?? originalLocal;
  const ownEnd = series.endTime === null ? null : localAt(originalLocal, series.endTime, series.endDayOffset);
  const endLocal = exception?.endLocal ?? ownEnd;
  const start = resolveLocal(startLocal, series.zone);
  const end = endLocal === null ? null : resolveLocal(endLocal, series.zone);
  if (!start || (endLocal !== null && !end)) return null;
  const clock =
    endLocal === null || !end ? (start.moved ? 'moved' : 'none') : clockEffect(startLocal, endLocal, start, end);
  return {
    seriesId: series.id,
    originalLocal,
    fromAt: start.at,
    toAt: end && Math.max(end.at, start.at),
    clock,
    changed: exception !== null && (exception.startLocal !== null || exception.endLocal !== null),
  };
}

/** True if the rule gives an occurrence with this key. */
export function hasOccurrence(series: Series, originalLocal: string): boolean {
  return startsBetween(series, originalLocal, originalLocal, 1).starts.length === 1;
}

/**
 * Starts the rule gives from `fromLocal` to `toLocal`, both included, in order.
 * @param limit most of them; `truncated` says that there are more
 */
export function startsBetween(
  series: Series,
  fromLocal: string,
  toLocal: string,
  limit = MAX_OCCURRENCES,
): { readonly starts: readonly string[]; readonly truncated: boolean } {
  if (series.rule === null) {
    const inside = series.startLocal >= fromLocal && series.startLocal <= toLocal;
    return { starts: inside ? [series.startLocal] : [], truncated: false };
  }
  const rule = parseRule(series.rule, series.zone);
  // A rule runs on every day alike: which of two times is meant is said of one occurrence only.
  const startLocal = plainLocal(series.startLocal);
  const last = rule.untilLocal !== null && rule.untilLocal < toLocal ? rule.untilLocal : toLocal;
  const first = fromLocal > startLocal ? fromLocal : startLocal;
  if (last < first) return { starts: [], truncated: false };
  const runner = new RRuleTemporal({
    rruleString: formatRule({ ...rule, untilLocal: null }),
    dtstart: { timeZoneId: 'UTC', toString: () => `${startLocal}:00+00:00[UTC]` },
    includeDtstart: false,
    maxIterations: MAX_OCCURRENCES * 10,
    cache: false,
  });
  const starts: string[] = [];
  // Asked for piece by piece, so that a window of centuries costs no more than the occurrences it may give.
  for (let from = wallMinutes(first); from <= wallMinutes(last); from += PIECE_MINUTES + 1) {
    const to = Math.min(from + PIECE_MINUTES, wallMinutes(last));
    for (const found of runner.between(new Date(from * MINUTE_MS), new Date(to * MINUTE_MS), true)) {
      if (starts.length === limit) return { starts, truncated: true };
      starts.push(found.toString().slice(0, 16));
    }
  }
  return { starts, truncated: false };
}

/** Last start the rule gives before `local`; null if there is none. */
export function lastStartBefore(series: Series, local: string): string | null {
  const end = addWallMinutes(local, -1);
  // Looked for in a span that grows, so that a long series is not walked from its beginning.
  for (let days = 40; ; days *= 10) {
    const from = addWallMinutes(local, -days * DAY_MINUTES);
    const reached = from <= series.startLocal;
    const found = startsBetween(series, reached ? series.startLocal : from, end).starts.at(-1);
    if (found !== undefined || reached) return found ?? null;
  }
}

const PIECE_MINUTES = 10 * 366 * DAY_MINUTES;

/** Wall-clock minutes from an occurrence's start to its end. */
function wallLength(series: Series): number {
  if (series.endTime === null) return 0;
  return wallMinutes(localAt(series.startLocal, series.endTime, series.endDayOffset)) - wallMinutes(series.startLocal);
}

function startsTouching(series: Series, window: Period) {
  // Two days more than the wall clock says: a zone can skip a whole day, and the window's edges lie in another offset.
  const lookBack = wallLength(series) + 2 * DAY_MINUTES;
  const from =
    series.endTime === null ? series.startLocal : addWallMinutes(localOfInstant(window.fromAt, series.zone), -lookBack);
  return startsBetween(series, from, addWallMinutes(localOfInstant(window.toAt, series.zone), DAY_MINUTES));
}

/** Keys of occurrences with times of their own: they may have been moved into the window from far outside it. */
function movedStarts(series: Series): string[] {
  return series.exceptions
    .filter((own) => !own.excluded && (own.startLocal !== null || own.endLocal !== null))
    .filter((own) => hasOccurrence(series, own.originalLocal))
    .map((own) => own.originalLocal);
}

function touches(occurrence: Occurrence, window: Period): boolean {
  if (occurrence.fromAt >= window.toAt) return false;
  return occurrence.toAt === null || occurrence.toAt > window.fromAt || occurrence.fromAt >= window.fromAt;
}

function clockEffect(
  startLocal: string,
  endLocal: string,
  start: { at: number; moved: boolean },
  end: { at: number; moved: boolean },
): ClockEffect {
  if (end.at <= start.at) return 'gone';
  if (start.moved || end.moved) return 'moved';
  const change = (end.at - start.at) / MINUTE_MS - (wallMinutes(endLocal) - wallMinutes(startLocal));
  return change < 0 ? 'shorter' : change > 0 ? 'longer' : 'none';
}
