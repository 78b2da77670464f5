import type { TodayCase, TodayEvent, TodayOrder, TodayView, todayRoutes } from '#contract/today.ts';
import { clockMemoryOf } from '#db/reads/clocks/clock-memory.ts';
import {
  hasNeeds,
  readAlarms,
  readEvents,
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
import { localParts, startOfDay } from '#model/time.ts';
import { dangersOf, type GapFact } from '#model/today/danger.ts';
import { todayRows } from '#model/today/rows.ts';
import { clocksOf } from './clock.ts';
import type { Context, Handlers } from './context.ts';
import { ownCases, readWindow } from './plan/read.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
/** How many of the night's events are told; the log has them all. */
const MOST_EVENTS = 20;

export const todayHandlers: Handlers<keyof typeof todayRoutes> = {
  async 'today.view'(context): Promise<TodayView> {
    const { book, zone } = context;
    const now = context.now();
    const eventsFromAt = shiftStart(now, zone);
    // Asked for side by side: while one answer is made into rows the database reads the next.
    const [facts, whereabouts, notices, alarms, orders, gaps, cases, events] = await Promise.all([
      clockMemoryOf(book).read(),
      readWhereabouts(book, now),
      readNotices(book),
      readAlarms(book),
      readUnserved(book),
      gapsNow(context, now),
      casesOf(context, now),
      readEvents(book, eventsFromAt, now, MOST_EVENTS),
    ]);
    const clocks = await clocksOf(context, facts, now);
    const dangers = dangersOf({ whereabouts, notices, alarms, orders, gaps }, now);
    const mine = new Set(cases.filter((one) => one.mine).map((one) => one.id));
    const rows = todayRows(clocks, dangers, now);
    return {
      nowAt: now,
      // When a child is to be interviewed is known to those of the case alone, and so is that there is a deadline.
      rows: rows.filter((row) => !row.key.startsWith('interview:') || (row.caseId !== null && mine.has(row.caseId))),
      cases,
      orders: ordersOf(facts, clocks, now),
      events: events.map((event): TodayEvent => {
        // Of other cases the board tells that something happened, not what.
        return mine.has(event.caseId) ? event : { ...event, title: '', titleEn: null };
      }),
      eventsFromAt,
    };
  },
};

/** When the night or the day on duty began: 19:00 the evening before until noon, 07:00 after it. */
function shiftStart(now: number, zone: string): number {
  const hour = localParts(now, zone).hour;
  return hour < 12 ? startOfDay(now, zone, -1) + 19 * HOUR_MS : startOfDay(now, zone) + 7 * HOUR_MS;
}

async function gapsNow(context: Context, now: number): Promise<GapFact[]> {
  // Without a need nothing is missing, and the plan of all cases need not be read.
  if (!(await hasNeeds(context.book))) return [];
  const fromAt = Math.floor(now / MINUTE_MS) * MINUTE_MS;
  const { window } = await readWindow(context, { caseId: null, fromAt, toAt: fromAt + MINUTE_MS });
  const caseOf = new Map(window.needs.map((need) => [need.id, need.caseId]));
  return coverageOf(indexPlan(window)).flatMap((interval): GapFact[] => {
    const caseId = caseOf.get(interval.need.id);
    if (interval.layer !== 'planned' || interval.state !== 'gap' || caseId === undefined) return [];
    return [
      {
        caseId: caseId as RecordId,
        recordId: interval.need.id as RecordId,
        fromAt: interval.fromAt,
        toAt: interval.toAt,
      },
    ];
  });
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
        officers: parts.map(({ name, duty }) => ({ name, duty })),
      };
    });
}

/** Orders that end within 30 days, soonest first; those that were lifted, or replaced and served, are out. */
function ordersOf(facts: ClockFacts, clocks: readonly Clock[], now: number): TodayOrder[] {
  const ends = clocks.filter(
    (clock) =>
      (clock.id === 'C18' || clock.id === 'C19' || clock.id === 'C22') &&
      clock.state !== 'not_applicable' &&
      clock.dueAt !== null &&
      clock.dueAt > now &&
      clock.dueAt - now <= 30 * DAY_MS,
  );
  const factOf = new Map(facts.orders.map((fact) => [fact.recordIds[0], fact]));
  const orders = ends.flatMap((clock): TodayOrder[] => {
    const recordId = clock.recordIds[0];
    if (recordId === undefined || clock.caseId === null || clock.dueAt === null) return [];
    const fact = factOf.get(recordId);
    return [
      {
        recordId,
        caseId: clock.caseId,
        ownHome: fact?.ownHome ?? false,
        byJudgment: clock.id === 'C22',
        endsAt: clock.dueAt,
        next: nextOf(fact, now),
      },
    ];
  });
  return orders.filter((order) => order.next !== 'served').sort((a, b) => a.endsAt - b.endsAt);
}

function nextOf(fact: ClockFacts['orders'][number] | undefined, now: number): TodayOrder['next'] {
  const done = (at: number | null | undefined) => at !== null && at !== undefined && at <= now;
  if (done(fact?.renewalServedAt)) return 'served';
  if (done(fact?.renewalDecidedAt)) return 'decided';
  if (done(fact?.renewalBegunAt)) return 'begun';
  return done(fact?.lapsePlannedAt) ? 'lapse' : 'none';
}
