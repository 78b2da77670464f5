/** What the dates of a case ask of its plan: those the book knows, those that were written, and needs whose date is gone. */
import type { RecordId } from '../ids.ts';
import type { Values } from '../kinds.ts';
import { startOfDay } from '../time.ts';
import type { When } from '../when.ts';
import { missingOf } from './calendar-risk.ts';
import type { DateReason, GoneReason, Known, KnownDate, RiskType } from './dates/types.ts';
import { riskPeriod } from './risk-period.ts';
import type { Need, NeedLevel, Period } from './types.ts';

/**
 * `suggested`: a date the book knows, for which nothing is planned. `missing`: a written date asks for more than the plan
 * has; `met`: it has all of it. `moved`: the date of a need lies elsewhere now. `ended`: what a need was raised by is gone.
 */
export type RaisedState = 'suggested' | 'missing' | 'met' | 'moved' | 'ended';

/** A date and what it asks for; its period has the hours before and after. */
export interface Raised extends Period {
  /** Another one when the date moves: what was found not to be needed is asked about again then. */
  readonly key: string;
  readonly state: RaisedState;
  readonly type: RiskType;
  /** What happens on it; null where somebody wrote the date and it is known from nothing else. */
  readonly reason: DateReason | null;
  /** The record it is read from. */
  readonly sourceId: RecordId | null;
  /** The written date; null where there is none. */
  readonly riskId: RecordId | null;
  /** Needs it has raised that are not over. */
  readonly needIds: readonly RecordId[];
  readonly personIds: readonly RecordId[];
  /** Null where nobody has written what such a date asks for. */
  readonly level: NeedLevel | null;
  readonly headcount: number | null;
  /** What was written of it, or in the contingency for it. */
  readonly text: string | null;
  readonly date: When;
  /** True if the end of the period is known; of a mere moment it is not. */
  readonly hasEnd: boolean;
  /** Where its needs have it; null unless it moved. */
  readonly movedFrom: When | null;
  /** Why its needs have lost it; null unless they have. */
  readonly gone: GoneReason | null;
  /** What no need of the window asks for. */
  readonly missing: readonly Period[];
}

/** A written date, or without a date the contingency for a type of dates. */
export interface RiskRecord {
  readonly id: RecordId;
  readonly values: Values<'calendar_risk'>;
}

/** A need that a written date or a contingency has raised. */
export interface LinkedNeed {
  readonly id: RecordId;
  readonly riskId: RecordId;
  readonly personId: RecordId | null;
  readonly status: 'active' | 'declined' | 'ended';
  readonly raisedBy: 'manual' | 'contingency' | 'calendar_risk';
  readonly startsAt: number | null;
  readonly endsAt: number | null;
}

/** What is asked about a case. */
export interface RaisedQuestion {
  readonly known: Known;
  readonly risks: readonly RiskRecord[];
  readonly linked: readonly LinkedNeed[];
  /** Occurrences of needs within the window. */
  readonly needs: readonly Need[];
  /** Protected persons, then children. */
  readonly hers: readonly RecordId[];
  readonly zone: string;
  readonly nowAt: number;
  readonly window: Period;
}

/** All that touches the window, in order of time. */
export function raisedOf(question: RaisedQuestion): Raised[] {
  const { known, risks, window, nowAt, linked } = question;
  const byRisk = Map.groupBy(linked, ({ riskId }) => riskId);
  const answered = new Set<KnownDate>();
  /** Written dates without what they ask for, or whose date was never planned for: a suggestion fills them in. */
  const noted = new Map<KnownDate, RecordId>();
  const found: Raised[] = [];
  for (const risk of risks) {
    const { date, recordId } = risk.values;
    if (date === null) continue;
    const own = byRisk.get(risk.id) ?? [];
    const live = own.filter(({ status, endsAt }) => status === 'active' && (endsAt === null || endsAt > nowAt));
    const at = sourceOf(risk, question);
    const isLost = recordId !== null && risk.values.type !== 'holiday' && at === null;
    if (at && recordId !== null && !overlaps(date, at.date)) {
      if (live.length > 0) {
        answered.add(at);
        found.push(movedOf(risk, at, live));
      } else if (own.length === 0) noted.set(at, risk.id);
    } else if (isLost) {
      if (live.length > 0) found.push(endedOf(risk, live, question));
    } else if (risk.values.protectionLevel === null) {
      if (at) noted.set(at, risk.id);
    } else {
      if (at) answered.add(at);
      found.push(...writtenOf(risk, at, own, live, question));
    }
  }
  for (const date of known.dates) {
    if (!answered.has(date)) found.push(...suggestionOf(date, noted.get(date) ?? null, question));
  }
  return found
    .filter((one) => overlaps(one, window) || (one.movedFrom !== null && overlaps(one.movedFrom, window)))
    .sort((a, b) => a.fromAt - b.fromAt || (a.key < b.key ? -1 : 1));
}

/** The date the book knows that a written one stands for: of its own record or of what followed it, or of that day. */
function sourceOf({ values }: RiskRecord, { known, zone }: RaisedQuestion): KnownDate | null {
  const { date, recordId, type } = values;
  if (date === null) return null;
  const of = known.dates.filter((one) => one.type === type);
  const own =
    recordId === null || type === 'holiday' ? [] : of.filter(({ sourceId }) => sourceId === newest(recordId, known));
  const near = recordId !== null && type !== 'holiday' ? own : of.filter((one) => isSameDay(date, one.date, zone));
  const away = (one: KnownDate) => Math.abs(one.date.fromAt - date.fromAt);
  return near.toSorted((a, b) => away(a) - away(b))[0] ?? null;
}

/** The record that has taken the place of this one, however often. */
function newest(id: RecordId, { follows }: Known): RecordId {
  const seen = new Set<RecordId>();
  let at = id;
  for (let next = follows.get(at); next !== undefined && !seen.has(next); next = follows.get(at)) {
    seen.add(next);
    at = next;
  }
  return at;
}

function overlaps(a: Period, b: Period): boolean {
  return a.fromAt < b.toAt && b.fromAt < a.toAt;
}

/** True if a written date may be meant for the known one. What ends at midnight is spoken of by either day. */
function isSameDay(written: When, known: When, zone: string): boolean {
  if (written.qualifier === 'before' || written.qualifier === 'after') return false;
  return written.fromAt < startOfDay(known.toAt - 1, zone, 1) && written.toAt > startOfDay(known.fromAt - 1, zone);
}

function keyOfDate(what: string, id: RecordId, { fromAt, toAt }: When): string {
  return `date:${what}:${id}:${fromAt}-${toAt}`;
}

/** A written date against the plan. A person for whom its need was declined or ended is asked about no more. */
function writtenOf(
  risk: RiskRecord,
  at: KnownDate | null,
  own: readonly LinkedNeed[],
  live: readonly LinkedNeed[],
  { hers, needs, window }: RaisedQuestion,
): Raised[] {
  const { values } = risk;
  const period = riskPeriod(values);
  if (period === null || values.date === null || values.protectionLevel === null) return [];
  const persons = new Set(own.flatMap(({ personId }) => personId ?? []));
  if (values.personId !== null) persons.add(values.personId);
  const personIds = persons.size > 0 ? [...persons] : (at?.personIds ?? hers);
  const settled = new Set(own.filter(({ status }) => status !== 'active').map(({ personId }) => personId));
  const asked = {
    ...period,
    personIds: personIds.filter((id) => !settled.has(id)),
    level: values.protectionLevel,
    headcount: values.headcount ?? 1,
  };
  const missing = missingOf(asked, needs, window);
  return [
    {
      ...period,
      key: keyOfDate(values.type, risk.id, values.date),
      state: missing.length > 0 ? 'missing' : 'met',
      type: values.type,
      reason: at?.reason ?? null,
      sourceId: at?.sourceId ?? values.recordId,
      riskId: risk.id,
      needIds: live.map(({ id }) => id),
      personIds,
      level: asked.level,
      headcount: asked.headcount,
      text: values.text,
      date: values.date,
      hasEnd: period.toAt - period.fromAt > 60_000,
      movedFrom: null,
      gone: null,
      missing,
    },
  ];
}

function movedOf(risk: RiskRecord, at: KnownDate, live: readonly LinkedNeed[]): Raised {
  const { values } = risk;
  const { hoursBefore, hoursAfter } = values;
  const period = riskPeriod({ date: at.date, hoursBefore, hoursAfter }) ?? at.date;
  return {
    fromAt: period.fromAt,
    toAt: period.toAt,
    key: keyOfDate('moved', risk.id, at.date),
    state: 'moved',
    type: values.type,
    reason: at.reason,
    sourceId: at.sourceId,
    riskId: risk.id,
    needIds: live.map(({ id }) => id),
    personIds: live.flatMap(({ personId }) => personId ?? []),
    level: values.protectionLevel,
    headcount: values.headcount,
    text: values.text,
    date: at.date,
    hasEnd: period.toAt - period.fromAt > 60_000,
    movedFrom: values.date,
    gone: null,
    missing: [],
  };
}

function endedOf(risk: RiskRecord, live: readonly LinkedNeed[], { known, window }: RaisedQuestion): Raised {
  const { values } = risk;
  const { recordId, type } = values;
  const date = values.date as When;
  const last = recordId === null ? null : newest(recordId, known);
  // What another has taken the place of is gone for the reason the other is.
  const why = last === null ? undefined : known.gone.get(last);
  const starts = live.map(({ startsAt }) => startsAt ?? date.fromAt);
  const ends = live.map(({ endsAt }) => endsAt ?? Math.max(window.toAt, date.toAt));
  return {
    fromAt: Math.min(...starts),
    toAt: Math.max(...ends),
    key: keyOfDate(`ended:${why ?? 'struck'}`, risk.id, date),
    state: 'ended',
    type,
    reason: null,
    sourceId: why === undefined ? null : last,
    riskId: risk.id,
    needIds: live.map(({ id }) => id),
    personIds: live.flatMap(({ personId }) => personId ?? []),
    level: values.protectionLevel,
    headcount: values.headcount,
    text: values.text,
    date,
    hasEnd: true,
    movedFrom: null,
    gone: why ?? 'struck',
    missing: [],
  };
}

/** A known date for which nothing is planned, by the case's own contingency where there is one. */
function suggestionOf(at: KnownDate, riskId: RecordId | null, question: RaisedQuestion): Raised[] {
  const { risks, needs, window, nowAt } = question;
  const { type, reason, sourceId, date, endsAt, personIds } = at;
  if (personIds.length === 0) return [];
  if (type === 'release' && isPlannedRelease(date, question)) return [];
  const plan = risks.find(
    ({ values: v }) =>
      v.date === null &&
      v.type === type &&
      v.protectionLevel !== null &&
      (v.personId === null || personIds.includes(v.personId)),
  )?.values;
  const { hoursBefore = null, hoursAfter = null } = plan ?? {};
  const told = riskPeriod({ date, hoursBefore, hoursAfter });
  if (told === null) return [];
  const period = { fromAt: told.fromAt, toAt: Math.max(told.toAt, (hoursAfter === null && endsAt) || 0) };
  if (period.toAt <= nowAt) return [];
  const level = plan?.protectionLevel ?? null;
  const headcount = plan ? (plan.headcount ?? 1) : null;
  const missing =
    level === null ? [period] : missingOf({ ...period, personIds, level, headcount: headcount ?? 1 }, needs, window);
  return [
    {
      ...period,
      key: keyOfDate(reason, sourceId, date),
      state: missing.length > 0 ? 'suggested' : 'met',
      type,
      reason,
      sourceId,
      riskId,
      needIds: [],
      personIds,
      level,
      headcount,
      text: plan?.text ?? null,
      date,
      hasEnd: period.toAt - period.fromAt > 60_000,
      movedFrom: null,
      gone: null,
      missing,
    },
  ];
}

/** True if a need for his release begins on that day or holds then: the command for it raises them by the contingency. */
function isPlannedRelease(date: When, { risks, linked, zone }: RaisedQuestion): boolean {
  const ofRelease = new Set(risks.filter(({ values }) => values.type === 'release').map(({ id }) => id));
  return linked.some(({ riskId, startsAt, endsAt }) => {
    if (!ofRelease.has(riskId) || startsAt === null) return false;
    const begins = { ...date, qualifier: undefined, fromAt: startsAt, toAt: startsAt + 60_000 };
    return isSameDay(begins, date, zone) || (startsAt <= date.fromAt && (endsAt === null || endsAt > date.fromAt));
  });
}
