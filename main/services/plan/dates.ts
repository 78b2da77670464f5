/** The dates of the cases that are asked about, and what they ask of the plan. */
import type { PlanRaised } from '#contract/plan-view.ts';
import type { Book } from '#db/book.ts';
import { readLinkedNeeds, readOfCase, readOnHolidays } from '#db/reads/plan.ts';
import type { RecordId } from '#model/ids.ts';
import { holidaysAhead } from '#model/plan/dates/holiday-dates.ts';
import { circleOf, type DateRecords, knownDates } from '#model/plan/dates/known.ts';
import { raisedOf } from '#model/plan/raised.ts';
import type { PlanWindow } from '#model/plan/types.ts';
import type { Context } from '../context.ts';
import type { PlanQuestion } from './read.ts';
import type { PlanRecords } from './records.ts';

/**
 * What dates ask for in a window, of each open case that is asked about. Suggestions are nobody's gap: coverage knows
 * nothing of them. A number of statements that does not grow.
 */
export async function readRaised(
  { book, now }: Context,
  { caseId }: PlanQuestion,
  records: PlanRecords,
  window: PlanWindow,
): Promise<PlanRaised[]> {
  const open = records.cases.filter((one) => one.values.status === 'open' && (caseId === null || one.id === caseId));
  if (open.length === 0) return [];
  const nowAt = now();
  const told = await readTold(book, caseId, open[0]?.values.zone ?? window.zone, nowAt);
  return open.flatMap(({ id, values: { zone } }) => {
    const of = <T extends { readonly caseId: RecordId | null }>(rows: readonly T[]) =>
      caseId === null ? rows.filter((row) => row.caseId === id) : rows;
    const roles = records.roles.filter((role) => role.caseId === id);
    const dates: DateRecords = {
      roles,
      orders: of(told.orders),
      terms: of(told.terms),
      steps: of(told.steps),
      appearances: of(told.appearances),
      remands: of(told.remands),
      whereabouts: records.whereabouts,
      stays: of(told.stays),
      places: records.places,
      holidays: told.holidays,
      onHolidays: of(told.onHolidays),
    };
    return raisedOf({
      known: knownDates(dates, zone, nowAt),
      risks: of(records.risks),
      linked: of(told.linked),
      needs: window.needs.filter((need) => need.caseId === id),
      hers: circleOf(roles).hers,
      zone,
      nowAt,
      window,
    }).map((one): PlanRaised => ({ ...one, caseId: id }));
  });
}

/** What dates are told by, beside what the plan reads already. */
async function readTold(book: Book, caseId: RecordId | null, zone: string, nowAt: number) {
  const holidays = holidaysAhead(zone, nowAt);
  const [orders, terms, steps, appearances, remands, stays, linked, onHolidays] = await Promise.all([
    readOfCase(book, 'order', caseId),
    readOfCase(book, 'order_term', caseId),
    readOfCase(book, 'court_step', caseId),
    readOfCase(book, 'appearance', caseId),
    readOfCase(book, 'remand', caseId),
    readOfCase(book, 'stay', caseId),
    readLinkedNeeds(book, caseId),
    readOnHolidays(
      book,
      caseId,
      holidays.flatMap(({ period, earlier }) => earlier.map((one) => ({ name: period.name, ...one }))),
    ),
  ]);
  return { orders, terms, steps, appearances, remands, stays, linked, holidays, onHolidays };
}
