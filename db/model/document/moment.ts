import { type When, whenOf } from '../when.ts';

/** A day `YYYY-MM-DD` or a minute `YYYY-MM-DDTHH:MM` of the wall clock, as it was written. */
export type DateText = string & { readonly __brand?: 'DateText' };

const FORM = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2})?$/;

/** True if `value` is a real day or a real minute; whether clocks skip it depends on the zone and is not asked here. */
export function isDateText(value: unknown): value is DateText {
  return typeof value === 'string' && FORM.test(value) && whenOfDate(value, 'UTC') !== null;
}

/** The day or minute in a zone; null if it is none there (clocks went forward over it). */
export function whenOfDate(text: DateText, zone: string): When | null {
  const [date = '', time = ''] = text.split('T');
  return whenOf(date, time, time === '' ? 'day' : 'minute', zone);
}
