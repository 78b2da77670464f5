/**
 * Rest between duties. A reading, and shown as one: the 24 hours of the daily rule run from the start of a main working
 * period, which is the first work after the rest of the one before; the seven days of the weekly rule run from Monday.
 */
import { localOfInstant, localParts, startOfDay } from '../time.ts';
import { minutesIn, overlap, without } from './intervals.ts';
import { REST_RULES, type RestExceptionRule } from './rest-rules.ts';
import type { Conflict, ConflictFix, RuleSource } from './result.ts';
import { keyOf } from './result.ts';
import type { Duty, Period, RestException } from './types.ts';
import { blocksOf, type Stint } from './work.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** A rest that is too short. */
interface ShortRest extends Period {
  readonly minutes: number;
  readonly limit: number;
  readonly exception: RestExceptionRule | null;
}

/**
 * Daily rests under their limit: in the 24 hours from the start of each main working period, the longest time without
 * work.
 * @param blocks work in order, nothing touching
 */
export function shortDailyRests(blocks: readonly Period[], exceptions: readonly RestException[]): ShortRest[] {
  const short: ShortRest[] = [];
  let inARow = 0;
  for (let index = 0; index < blocks.length; ) {
    const { rest, next } = longestRest(blocks, index);
    const minutes = minutesIn(rest);
    const { limit, exception } = dailyLimit(rest.fromAt, exceptions, inARow);
    inARow = minutes < REST_RULES.daily.minutes ? inARow + 1 : 0;
    if (minutes < limit) short.push({ ...rest, minutes, limit, exception });
    index = next;
  }
  return short;
}

/** Those of the weeks whose longest time without work is under its limit. */
export function shortWeeklyRests(
  blocks: readonly Period[],
  weeks: readonly Period[],
  exceptions: readonly RestException[],
): (ShortRest & { readonly week: Period })[] {
  const short = [];
  for (const week of weeks) {
    if (!blocks.some((block) => overlap(block, week))) continue;
    const rests = without(week, blocks);
    const rest = rests.reduce((a, b) => (minutesIn(b) > minutesIn(a) ? b : a), { fromAt: week.toAt, toAt: week.toAt });
    const limits = applying(week.fromAt, exceptions).filter(({ weeklyMinutes }) => weeklyMinutes !== null);
    const exception = limits.sort((a, b) => (a.weeklyMinutes ?? 0) - (b.weeklyMinutes ?? 0))[0] ?? null;
    const limit = exception?.weeklyMinutes ?? REST_RULES.weekly.minutes;
    if (minutesIn(rest) < limit) short.push({ ...rest, week, minutes: minutesIn(rest), limit, exception });
  }
  return short;
}

/** Conflicts with the rest rules of one officer that touch the window; `weeks` are the window's, by `weeksOf`. */
export function restConflicts(
  officerId: string,
  stints: readonly Stint[],
  exceptions: readonly RestException[],
  window: Period & { readonly zone: string },
  weeks: readonly Period[],
): Conflict[] {
  const own = exceptions.filter((each) => each.officerId === null || each.officerId === officerId);
  const blocks = blocksOf(stints);
  const daily = shortDailyRests(blocks, own)
    .filter((rest) => rest.fromAt <= window.toAt && rest.toAt >= window.fromAt)
    .map((rest) => dailyConflict(officerId, stints, rest));
  const weekly = shortWeeklyRests(blocks, weeks, own).map((rest): Conflict => {
    const duties = stints.filter((stint) => overlap(stint, rest.week)).map(({ duty }) => duty);
    return {
      ...frame(officerId, duties, rest),
      key: `weekly_rest:${officerId}:${localOfInstant(rest.week.fromAt, window.zone).slice(0, 10)}`,
      type: 'weekly_rest',
      fromAt: rest.week.fromAt,
      toAt: rest.week.toAt,
      source: sourceOf(rest.exception, REST_RULES.weekly.cite),
      fixes: [{ type: 'record_exception', duty: null, at: null }],
    };
  });
  return [...daily, ...weekly];
}

function dailyConflict(officerId: string, stints: readonly Stint[], rest: ShortRest): Conflict {
  const before = firstByKey(stints.filter((stint) => stint.toAt === rest.fromAt));
  const next = stints.find((stint) => stint.fromAt >= rest.toAt);
  const after = firstByKey(stints.filter((stint) => stint.fromAt === next?.fromAt));
  const duties = [before, after].filter((duty) => duty !== null);
  const fixes: ConflictFix[] = [];
  if (after) {
    const { id, originalLocal } = after;
    fixes.push({ type: 'start_later', duty: { id, originalLocal }, at: rest.fromAt + rest.limit * MINUTE_MS });
    fixes.push({ type: 'other_officer', duty: { id, originalLocal }, at: null });
  }
  fixes.push({ type: 'record_exception', duty: null, at: null });
  return {
    ...frame(officerId, duties, rest),
    key: `daily_rest:${officerId}:${duties.map(keyOf).join('+')}`,
    type: 'daily_rest',
    fromAt: rest.fromAt,
    toAt: rest.toAt,
    source: sourceOf(rest.exception, REST_RULES.daily.cite),
    fixes,
  };
}

/** Of duties at one time always the same one, whatever order a plan is told in: a conflict is known again by its key. */
function firstByKey(stints: readonly Stint[]): Duty | null {
  const [first] = stints.map(({ duty }) => duty).sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  return first ?? null;
}

function frame(officerId: string, duties: readonly Duty[], rest: ShortRest) {
  return {
    caseIds: [...new Set(duties.map(({ caseId }) => caseId))],
    subjectId: officerId,
    duties: duties.map(({ id, originalLocal }) => ({ id, originalLocal })),
    recordIds: [],
    figure: rest.minutes,
    limit: rest.limit,
    estimate: null,
  } as const;
}

function sourceOf(exception: RestExceptionRule | null, main: string): RuleSource {
  return { cite: exception?.cite ?? main, ruleSet: `${REST_RULES.name} (${REST_RULES.version})`, reading: true };
}

/** The longest rest in the 24 hours from a block's start, and the block that begins the next main working period. */
function longestRest(blocks: readonly Period[], first: number): { rest: Period; next: number } {
  const start = (blocks[first] as Period).fromAt;
  const end = start + DAY_MS;
  let rest: Period = { fromAt: end, toAt: end };
  let next = first + 1;
  for (let index = first; index < blocks.length; index += 1) {
    const fromAt = (blocks[index] as Period).toAt;
    if (fromAt >= end) break;
    const toAt = Math.min(blocks[index + 1]?.fromAt ?? end, end);
    if (toAt - fromAt <= rest.toAt - rest.fromAt) continue;
    rest = { fromAt, toAt };
    next = index + 1;
  }
  return { rest, next };
}

function dailyLimit(at: number, exceptions: readonly RestException[], inARow: number) {
  const open = applying(at, exceptions)
    .filter(({ dailyMinutes, mostInARow }) => dailyMinutes !== null && (mostInARow === null || inARow < mostInARow))
    .sort((a, b) => (a.dailyMinutes ?? 0) - (b.dailyMinutes ?? 0));
  const exception = open[0] ?? null;
  return { limit: exception?.dailyMinutes ?? REST_RULES.daily.minutes, exception };
}

function applying(at: number, exceptions: readonly RestException[]): RestExceptionRule[] {
  const keys = exceptions.filter(({ fromAt, toAt }) => fromAt <= at && at < toAt).map(({ rule }) => rule);
  return REST_RULES.exceptions.filter(({ key }) => keys.includes(key));
}

/** Weeks that touch a window, Monday to Monday in `zone`. */
export function weeksOf(window: Period, zone: string): Period[] {
  const weeks: Period[] = [];
  const { weekday } = localParts(window.fromAt, zone);
  for (let fromAt = startOfDay(window.fromAt, zone, 1 - weekday); fromAt < window.toAt; ) {
    const toAt = startOfDay(fromAt, zone, 7);
    weeks.push({ fromAt, toAt });
    fromAt = toAt;
  }
  return weeks;
}
