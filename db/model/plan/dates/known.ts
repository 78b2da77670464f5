/** All the dates a case's records tell that can raise a need. */
import type { RecordId } from '#model/ids.ts';
import type { Values } from '#model/kinds.ts';
import { type CourtAppearance, type CourtStep, courtDates, dayOf } from './court-dates.ts';
import { type Remand, remandDates, type Whereabouts, whereaboutsDates } from './custody-dates.ts';
import { type ChildStay, exchangeDates, type HisPlace } from './exchange-dates.ts';
import { type HolidayQuestion, holidayDates, type OnHoliday } from './holiday-dates.ts';
import { type CircleTerm, orderDates } from './order-dates.ts';
import type { Circle, Known, KnownDate, Reading, Told } from './types.ts';

/** What a case's dates are read from; nothing struck. */
export interface DateRecords {
  readonly roles: readonly Told<'case_person', 'personId' | 'role'>[];
  readonly orders: readonly { readonly id: RecordId; readonly values: Values<'order'> }[];
  readonly terms: readonly CircleTerm[];
  readonly steps: readonly CourtStep[];
  readonly appearances: readonly CourtAppearance[];
  readonly remands: readonly Remand[];
  readonly whereabouts: readonly Whereabouts[];
  readonly stays: readonly ChildStay[];
  readonly places: readonly HisPlace[];
  readonly holidays: readonly HolidayQuestion[];
  readonly onHolidays: readonly OnHoliday[];
}

/** Whom the case protects, and from whom. */
export function circleOf(roles: DateRecords['roles']): Circle {
  const of = (role: string) => roles.filter(({ values }) => values.role === role).map(({ values }) => values.personId);
  const children = of('child');
  return {
    hers: [...new Set([...of('protected'), ...children])],
    children: new Set(children),
    threatActors: new Set(of('threat_actor')),
  };
}

/** Dates of a case in order of time. @param nowAt ms UTC: what is lifted or released by then is so */
export function knownDates(records: DateRecords, zone: string, nowAt: number): Known {
  const circle = circleOf(records.roles);
  const readings: Reading[] = [
    orderDates(records.orders, records.terms, circle, zone, nowAt),
    courtDates(records.steps, records.appearances, circle, zone),
    remandDates(records.remands, circle, zone, nowAt),
    whereaboutsDates(records.whereabouts, circle, nowAt),
    exchangeDates(records.stays, records.places, circle, zone),
    holidayDates(records.holidays, records.onHolidays, circle, zone),
  ];
  const found: Reading = {
    dates: readings.flatMap(({ dates }) => dates),
    gone: new Map(readings.flatMap(({ gone }) => [...gone])),
    follows: new Map(readings.flatMap(({ follows }) => [...follows])),
  };
  return {
    ...found,
    dates: withoutTwice(found, zone).sort(
      (a, b) => a.date.fromAt - b.date.fromAt || (a.sourceId < b.sourceId ? -1 : 1),
    ),
  };
}

/** The end of a remand on the day his whereabouts tell of his release is that release. */
function withoutTwice({ dates, gone, follows }: Reading, zone: string): KnownDate[] {
  return dates.filter((one) => {
    if (one.reason !== 'remand_ends') return true;
    const told = dates.find(
      ({ reason, date }) =>
        (reason === 'release' || reason === 'leave') && dayOf(date.fromAt, zone) === dayOf(one.date.fromAt, zone),
    );
    if (!told) return true;
    gone.set(one.sourceId, 'replaced');
    follows.set(one.sourceId, told.sourceId);
    return false;
  });
}
