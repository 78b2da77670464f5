import type { TodayEvent, TodayOrder, todayRoutes } from '#contract/today.ts';
import { readEvents } from '#db/reads/today.ts';
import type { ClockFacts } from '#model/clocks/facts.ts';
import type { Clock } from '#model/clocks/types.ts';
import { localParts, startOfDay } from '#model/time.ts';
import { boardOf } from '#model/today/board.ts';
import { actsNow } from '#model/today/filter.ts';
import type { Handlers } from './context.ts';
import { readDay } from './today/day.ts';

const HOUR_MS = 60 * 60_000;
const DAY_MS = 24 * HOUR_MS;
/** How many of the night's events are told; the log has them all. */
const MOST_EVENTS = 20;

export const todayHandlers: Handlers<keyof typeof todayRoutes> = {
  async 'today.view'(context, { older, most, ...filter }) {
    const eventsFromAt = shiftStart(context.now(), context.zone);
    const [{ now, facts, clocks, rows, cases }, happened] = await Promise.all([
      readDay(context),
      readEvents(context.book, eventsFromAt, context.now(), MOST_EVENTS),
    ]);
    const caseOf = new Map(cases.map((one) => [one.id, one]));
    return {
      nowAt: now,
      ...boardOf(rows, caseOf, filter, { older, most }, now),
      cases,
      orders: ordersOf(facts, clocks, now),
      events: happened.map((event): TodayEvent => {
        // Of other cases the board tells that something happened, not what.
        return caseOf.get(event.caseId)?.mine ? event : { ...event, title: '', titleEn: null };
      }),
      eventsFromAt,
    };
  },

  async 'today.acting'(context) {
    const { rows, cases } = await readDay(context);
    const mine = new Map(cases.flatMap((one) => (one.mine ? [[one.id, one]] : [])));
    const acting = rows.flatMap((row) => {
      const { key, caseId, what, danger, prompt } = row;
      return caseId !== null && mine.has(caseId) && actsNow(row) ? [{ key, caseId, what, danger, prompt }] : [];
    });
    const named = [...new Set(acting.map(({ caseId }) => caseId))].flatMap((id) => mine.get(id) ?? []);
    return {
      rows: acting,
      cases: named.map(({ id, name, number, protectedPersons }) => ({ id, name, number, protectedPersons })),
    };
  },
};

/** When the night or the day on duty began: 19:00 the evening before until noon, 07:00 after it. */
function shiftStart(now: number, zone: string): number {
  const hour = localParts(now, zone).hour;
  return hour < 12 ? startOfDay(now, zone, -1) + 19 * HOUR_MS : startOfDay(now, zone) + 7 * HOUR_MS;
}

/** Clocks of the end of an order, a ban by judgment and a minor's ban. */
const ENDS: ReadonlySet<string> = new Set(['C18', 'C19', 'C22', 'minor_ban']);

/** Orders that end within 30 days, soonest first; those that were lifted, or replaced and served, are out. */
function ordersOf(facts: ClockFacts, clocks: readonly Clock[], now: number): TodayOrder[] {
  const ends = clocks.filter(
    (clock) =>
      ENDS.has(clock.id) &&
      clock.state !== 'not_applicable' &&
      clock.dueAt !== null &&
      clock.dueAt > now &&
      clock.dueAt - now <= 30 * DAY_MS,
  );
  const factOf = new Map([...facts.orders, ...facts.minorBans].map((fact) => [fact.recordIds[0], fact]));
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
        ofMinor: clock.id === 'minor_ban',
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
