import type { TodayCase } from '#contract/today.ts';
import type { Book } from '#db/book.ts';
import { clockMemoryOf } from '#db/reads/clocks/clock-memory.ts';
import {
  hasPlan,
  readAlarms,
  readNotices,
  readOfficers,
  readProtectedPersons,
  readUnserved,
  readWhereabouts,
} from '#db/reads/today.ts';
import type { ClockFacts } from '#model/clocks/facts.ts';
import type { Clock } from '#model/clocks/types.ts';
import type { RecordId } from '#model/ids.ts';
import { coverageOf } from '#model/plan/coverage.ts';
import { indexPlan } from '#model/plan/plan-index.ts';
import type { WorkItem } from '#model/plan/result.ts';
import { workItemsOf } from '#model/plan/work-items.ts';
import { dangersOf, type GapFact } from '#model/today/danger.ts';
import { type TodayRow, todayRows } from '#model/today/rows.ts';
import { clocksOf } from '../clock.ts';
import type { Context } from '../context.ts';
import { ownCases, readWindow } from '../plan/read.ts';
import { dangerFlagMemoryOf } from './danger-flags.ts';
import { readPrompts } from './prompts.ts';

const MINUTE_MS = 60_000;

/** All the work of the day over all open cases, as of `now`, ms UTC. */
export interface Day {
  readonly now: number;
  readonly facts: ClockFacts;
  readonly clocks: readonly Clock[];
  readonly rows: readonly TodayRow[];
  readonly cases: readonly TodayCase[];
}

/** Days that are being read: who asks meanwhile is given the same. */
const underWay = new WeakMap<Book, Promise<Day>>();
const watched = new WeakSet<Book>();

/** The work of the day; read once for those who ask at the same time, as board and badge do after a change. */
export function readDay(context: Context): Promise<Day> {
  const { book } = context;
  if (!watched.has(book)) {
    watched.add(book);
    // What is being read may have been read before the change.
    book.onChange(() => underWay.delete(book));
  }
  const found = underWay.get(book);
  if (found) return found;
  const day = read(context).finally(() => {
    if (underWay.get(book) === day) underWay.delete(book);
  });
  underWay.set(book, day);
  return day;
}

async function read(context: Context): Promise<Day> {
  const { book } = context;
  const now = context.now();
  // Asked for side by side: while one answer is made into rows the database reads the next.
  const [facts, whereabouts, notices, alarms, orders, gaps, cases] = await Promise.all([
    clockMemoryOf(book).read(),
    readWhereabouts(book, now),
    readNotices(book),
    readAlarms(book),
    readUnserved(book),
    gapsNow(context, now),
    casesOf(context, now),
  ]);
  const open = cases.map(({ id }) => id);
  const [clocks, flags] = await Promise.all([
    clocksOf(context, facts, now),
    dangerFlagMemoryOf(context).read(open, now),
  ]);
  const mine = new Set(cases.filter((one) => one.mine).map((one) => one.id));
  const named = alarms.map((one) => (mine.has(one.caseId) ? one : { ...one, unit: null }));
  const dangers = dangersOf({ whereabouts, notices, alarms: named, orders, gaps }, now);
  const rows = todayRows(clocks, dangers, now, await readPrompts(context, mine, now), flags);
  return {
    now,
    facts,
    clocks,
    // When a child is to be interviewed is known to those of the case alone, and so is that there is a deadline.
    rows: rows.filter((row) => !row.key.startsWith('interview:') || (row.caseId !== null && mine.has(row.caseId))),
    cases,
  };
}

async function gapsNow(context: Context, now: number): Promise<GapFact[]> {
  // Without a need or a post nothing is missing, and the plan of all cases need not be read.
  if (!(await hasPlan(context.book))) return [];
  const fromAt = Math.floor(now / MINUTE_MS) * MINUTE_MS;
  const { window } = await readWindow(context, { caseId: null, fromAt, toAt: fromAt + MINUTE_MS });
  const caseOf = new Map(window.needs.map((need) => [need.id, need.caseId]));
  const gaps = coverageOf(indexPlan(window)).flatMap((interval): GapFact[] => {
    const caseId = caseOf.get(interval.need.id);
    if (interval.layer !== 'planned' || interval.state !== 'gap' || caseId === undefined) return [];
    return [
      {
        caseId: caseId as RecordId,
        recordId: interval.need.id as RecordId,
        fromAt: interval.fromAt,
        toAt: interval.toAt,
        state: null,
      },
    ];
  });
  return [...gaps, ...emptyPosts(workItemsOf(window), now)];
}

/** Duties under way of which some post was not taken; each once, since the first of them. */
function emptyPosts(items: readonly WorkItem[], now: number): GapFact[] {
  const found = new Map<string, GapFact>();
  for (const { type, caseIds, duties, fromAt } of items) {
    const [caseId, duty] = [caseIds[0], duties[0]];
    if (type !== 'post_not_taken' || caseId === undefined || duty === undefined || found.has(duty.id)) continue;
    const [recordId, inCase] = [duty.id as RecordId, caseId as RecordId];
    found.set(duty.id, { caseId: inCase, recordId, fromAt, toAt: now + 1, state: 'post_not_taken' });
  }
  return [...found.values()];
}

async function casesOf(context: Context, now: number): Promise<TodayCase[]> {
  const { book, person } = context;
  const [cases, protectedPersons, own, officers] = await Promise.all([
    book.list('case'),
    readProtectedPersons(book),
    ownCases(context),
    readOfficers(book, now),
  ]);
  const partsOf = Map.groupBy(officers, (officer) => officer.caseId);
  return cases
    .filter((one) => one.values.status === 'open')
    .map(({ id, values }) => {
      const parts = partsOf.get(id) ?? [];
      return {
        id,
        name: values.name,
        number: values.number,
        protectedPersons: protectedPersons.get(id) ?? [],
        mine: own.has(id) || parts.some((part) => part.name === person.name),
        officers: parts.map(({ name, duty, unit }) => ({ name, duty, unit })),
      };
    });
}
