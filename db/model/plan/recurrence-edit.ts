/**
 * Changing a series: this occurrence, this and those that follow, or all. What has begun is never moved: it says what was
 * planned then, and confirmations rest on it.
 */
import { localOfInstant, plainLocal, resolveLocal } from '../time.ts';
import { addWallMinutes, daysBetween, localAt, timeOf } from './local-time.ts';
import { hasOccurrence, lastStartBefore, occurrenceAt, startsBetween } from './recurrence.ts';
import { formatRule, parseRule, type RecurrenceRule, WEEKDAYS } from './recurrence-rule.ts';
import type { Occurrence, Series, SeriesException } from './types.ts';

export const EDIT_SCOPES = ['this', 'following', 'all'] as const;
export type EditScope = (typeof EDIT_SCOPES)[number];

/** New wall-clock times of the occurrence that was edited; an end of null is open. */
interface NewTimes {
  readonly startLocal: string;
  readonly endLocal: string | null;
}

/** Why an edit cannot be done; the code is a key of the interface's words. */
export type EditProblem = 'NO_OCCURRENCE' | 'PAST_FROZEN' | 'END_BEFORE_START' | 'RULE_NOT_SHIFTABLE' | 'END_REQUIRED';

/** A series after an edit. */
export interface SeriesEdit {
  /** The series as it goes on; null if nothing of it is left. */
  readonly kept: Series | null;
  /** Part that was split off; its id is empty: the store gives it one. */
  readonly added: Series | null;
}

type EditResult = SeriesEdit | { readonly problem: EditProblem };

/**
 * Gives an occurrence new times.
 * @param originalLocal key of the occurrence that was edited
 * @param nowAt ms UTC: an occurrence that has begun keeps its start, and its end may only be moved to what is still to come
 */
export function moveOccurrence(
  series: Series,
  originalLocal: string,
  scope: EditScope,
  times: NewTimes,
  nowAt: number,
): EditResult {
  const current = currentOf(series, originalLocal);
  if (!current) return { problem: 'NO_OCCURRENCE' };
  const start = resolveLocal(times.startLocal, series.zone);
  const end = times.endLocal === null ? null : resolveLocal(times.endLocal, series.zone);
  if (!start || (times.endLocal !== null && !end)) return { problem: 'NO_OCCURRENCE' };
  if (end && end.at <= start.at) return { problem: 'END_BEFORE_START' };
  if (scope === 'this' || series.rule === null) {
    if (current.fromAt <= nowAt && !onlyEndAhead(current, start.at, end?.at ?? null, nowAt)) {
      return { problem: 'PAST_FROZEN' };
    }
    if (current.fromAt > nowAt && start.at < nowAt) return { problem: 'PAST_FROZEN' };
    return series.rule === null
      ? onceMoved(series, times)
      : { kept: withOwnTimes(series, originalLocal, times), added: null };
  }
  if (times.endLocal === null) return { problem: 'END_REQUIRED' };
  if (start.at < nowAt) return { problem: 'PAST_FROZEN' };
  const { earlier, later } = splitForEdit(series, originalLocal, scope, nowAt);
  if (!later) return { problem: 'PAST_FROZEN' };
  const moved = shiftSeries(later, originalLocal, { startLocal: times.startLocal, endLocal: times.endLocal });
  if (!moved) return { problem: 'RULE_NOT_SHIFTABLE' };
  return earlier ? { kept: earlier, added: { ...moved, id: '' } } : { kept: { ...moved, id: series.id }, added: null };
}

/**
 * Takes occurrences out of a series: this one, this and those that follow, or all that have not begun.
 * @returns `kept` null if nothing is left, so that the record itself is to be struck
 */
export function removeOccurrence(series: Series, originalLocal: string, scope: EditScope, nowAt: number): EditResult {
  const current = currentOf(series, originalLocal);
  if (!current) return { problem: 'NO_OCCURRENCE' };
  if (scope === 'this' || series.rule === null) {
    if (current.fromAt <= nowAt) return { problem: 'PAST_FROZEN' };
    if (series.rule === null) return { kept: null, added: null };
    return {
      kept: withException(series, { originalLocal, startLocal: null, endLocal: null, excluded: true }),
      added: null,
    };
  }
  const { earlier, later } = splitForEdit(series, originalLocal, scope, nowAt);
  return later ? { kept: earlier, added: null } : { problem: 'PAST_FROZEN' };
}

/**
 * Parts what has not begun from the series, unchanged: `added`, or all of it in `kept` where nothing lies before.
 * @param fromLocal key of the first occurrence that is wanted; null is all
 */
export function restOfSeries(series: Series, nowAt: number, fromLocal: string | null = null): EditResult {
  const scope = fromLocal === null ? 'all' : 'following';
  const { earlier, later } = splitForEdit(series, fromLocal ?? series.startLocal, scope, nowAt);
  if (!later) return { problem: 'PAST_FROZEN' };
  return earlier ? { kept: earlier, added: { ...later, id: '' } } : { kept: later, added: null };
}

/**
 * Cuts a series before an occurrence. Together both parts give exactly what the one gave, each occurrence with its own
 * times; only the keys of the later part are a series of their own.
 * @returns `earlier` null if nothing lies before it, `later` null if the rule has no occurrence there
 */
export function splitSeries(
  series: Series,
  originalLocal: string,
): { readonly earlier: Series | null; readonly later: Series | null } {
  if (series.rule === null || !hasOccurrence(series, originalLocal)) return { earlier: series, later: null };
  const rule = parseRule(series.rule, series.zone);
  const lastBefore = addWallMinutes(originalLocal, -1);
  const last = lastStartBefore(series, originalLocal);
  const gone = rule.count === null ? 0 : startsBetween(series, series.startLocal, lastBefore).starts.length;
  const earlierRule: RecurrenceRule = { ...rule, count: null, untilLocal: last };
  const laterRule: RecurrenceRule = { ...rule, count: rule.count === null ? null : rule.count - gone };
  const keep = (later: boolean) =>
    series.exceptions.filter((exception) => exception.originalLocal >= originalLocal === later);
  return {
    earlier: last === null ? null : { ...series, rule: formatRule(earlierRule), exceptions: keep(false) },
    later: { ...series, startLocal: originalLocal, rule: formatRule(laterRule), exceptions: keep(true) },
  };
}

/** Occurrences of the edit's part begin at the first that has not begun; `all` begins at the series' own start. */
function splitForEdit(series: Series, originalLocal: string, scope: EditScope, nowAt: number) {
  const wanted = scope === 'all' ? firstKey(series) : originalLocal;
  const open = wanted === null ? null : firstNotBegun(series, wanted, nowAt);
  return open === null ? { earlier: series, later: null } : splitSeries(series, open);
}

function firstKey(series: Series): string | null {
  return startsBetween(series, series.startLocal, '9999-12-31T23:59', 1).starts[0] ?? null;
}

/** First key from `fromLocal` on whose occurrence starts after now, and after which none has begun. */
function firstNotBegun(series: Series, fromLocal: string, nowAt: number): string | null {
  const begunEarly = series.exceptions
    .filter((own) => (occurrenceAt(series, own.originalLocal, own)?.fromAt ?? Number.POSITIVE_INFINITY) <= nowAt)
    .map((own) => own.originalLocal);
  const now = localOfInstant(nowAt, series.zone);
  let from = fromLocal > now ? fromLocal : now;
  for (const key of begunEarly) if (key >= from) from = addWallMinutes(key, 1);
  // One more than there are moved ones: those may have begun or not, whatever their key says.
  const { starts } = startsBetween(series, from, '9999-12-31T23:59', series.exceptions.length + 2);
  return starts.find((key) => startsAfter(series, key, nowAt)) ?? null;
}

function startsAfter(series: Series, key: string, nowAt: number): boolean {
  const own = series.exceptions.find((exception) => exception.originalLocal === key && !exception.excluded);
  const at = resolveLocal(own?.startLocal ?? key, series.zone)?.at;
  return at !== undefined && at > nowAt;
}

/** All starts moved as the edited one was, with the new length; null where the rule's days cannot follow. */
export function shiftSeries(
  series: Series,
  editedKey: string,
  times: { startLocal: string; endLocal: string },
): Series | null {
  if (series.rule === null) return null;
  const days = daysBetween(editedKey, times.startLocal);
  const rule = shiftDays(parseRule(series.rule, series.zone), days);
  if (!rule) return null;
  const time = plainLocal(timeOf(times.startLocal));
  const rekey = (local: string) => localAt(local, time, days);
  return {
    ...series,
    startLocal: rekey(series.startLocal),
    endTime: plainLocal(timeOf(times.endLocal)),
    endDayOffset: daysBetween(times.startLocal, times.endLocal),
    rule: formatRule({ ...rule, untilLocal: rule.untilLocal && shiftUntil(rule.untilLocal, series, time, days) }),
    // The edited one takes the new times; others with times of their own keep them.
    exceptions: series.exceptions
      .filter((own) => own.originalLocal !== editedKey || own.excluded)
      .map((own) => ({ ...own, originalLocal: rekey(own.originalLocal) })),
  };
}

/** A last start that stays the last one: moved by the same days, and to the new time if that is later in its day. */
function shiftUntil(untilLocal: string, series: Series, time: string, days: number): string {
  const lastDay = timeOf(untilLocal) >= timeOf(series.startLocal) ? 0 : -1;
  return localAt(untilLocal, time, days + lastDay);
}

function shiftDays(rule: RecurrenceRule, days: number): RecurrenceRule | null {
  if (days === 0) return rule;
  const plainDays = rule.byDay.every((token) => token.length === 2);
  if (!plainDays || rule.byMonthDay.length > 0 || rule.byMonth.length > 0 || rule.bySetPos.length > 0) return null;
  // A month or year without parts takes its day from the start, and not every month has a 31st.
  if (rule.frequency === 'MONTHLY' || rule.frequency === 'YEARLY') return null;
  const turn = (day: string) => {
    const index = WEEKDAYS.indexOf(day as (typeof WEEKDAYS)[number]);
    return WEEKDAYS[(((index + days) % 7) + 7) % 7] ?? day;
  };
  // The week turns with its days, so that every second week stays the same week.
  return { ...rule, byDay: rule.byDay.map(turn), weekStart: turn(rule.weekStart) };
}

function onceMoved(series: Series, times: NewTimes): EditResult {
  const { startLocal, endLocal } = times;
  return {
    kept: {
      ...series,
      startLocal,
      endTime: endLocal && timeOf(endLocal),
      endDayOffset: endLocal === null ? 0 : daysBetween(startLocal, endLocal),
    },
    added: null,
  };
}

function withOwnTimes(series: Series, originalLocal: string, times: NewTimes): Series {
  return withException(series, { originalLocal, ...times, excluded: false });
}

function withException(series: Series, exception: SeriesException): Series {
  const others = series.exceptions.filter((own) => own.originalLocal !== exception.originalLocal);
  return { ...series, exceptions: [...others, exception] };
}

function currentOf(series: Series, originalLocal: string): Occurrence | null {
  if (!hasOccurrence(series, originalLocal)) return null;
  return occurrenceAt(
    series,
    originalLocal,
    series.exceptions.find((own) => own.originalLocal === originalLocal) ?? null,
  );
}

/** True if only an end that is still to come is moved, and to a time still to come. */
function onlyEndAhead(current: Occurrence, startAt: number, endAt: number | null, nowAt: number): boolean {
  if (startAt !== current.fromAt) return false;
  return (current.toAt === null || current.toAt > nowAt) && (endAt === null || endAt >= nowAt);
}
