import { dayBounds } from './time.ts';

/** A public holiday in Norway by its date. `name` is a word key of the interface. */
export interface Holiday {
  /** `YYYY-MM-DD` */
  readonly date: string;
  readonly name:
    | 'newYear'
    | 'maundyThursday'
    | 'goodFriday'
    | 'easterSunday'
    | 'easterMonday'
    | 'labourDay'
    | 'constitutionDay'
    | 'ascension'
    | 'whitSunday'
    | 'whitMonday'
    | 'christmasDay'
    | 'boxingDay';
}

/**
 * Easter Sunday of a Gregorian year, as day and month (1 January is 1, 1).
 * Source: the "anonymous Gregorian" algorithm (Nature, 20 April 1876), as given by J. Meeus, Astronomical Algorithms,
 * chapter 8.
 */
export function easterSunday(year: number): { month: number; day: number } {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return { month: Math.floor(n / 31), day: (n % 31) + 1 };
}

const FIXED: readonly [string, Holiday['name']][] = [
  ['01-01', 'newYear'],
  ['05-01', 'labourDay'],
  ['05-17', 'constitutionDay'],
  ['12-25', 'christmasDay'],
  ['12-26', 'boxingDay'],
];
const FROM_EASTER: readonly [days: number, Holiday['name']][] = [
  [-3, 'maundyThursday'],
  [-2, 'goodFriday'],
  [0, 'easterSunday'],
  [1, 'easterMonday'],
  [39, 'ascension'],
  [49, 'whitSunday'],
  [50, 'whitMonday'],
];

/**
 * Public holidays of a year in Norway, in date order: the days of helligdagsfredloven § 2 and the two of lov om 1. og
 * 17. mai. When two fall on one day both are listed.
 */
export function holidaysOf(year: number): Holiday[] {
  const { month, day } = easterSunday(year);
  const movable = FROM_EASTER.map(([days, name]): Holiday => {
    const date = new Date(Date.UTC(year, month - 1, day + days)).toISOString().slice(0, 10);
    return { date, name };
  });
  const fixed = FIXED.map(([date, name]): Holiday => ({ date: `${year}-${date}`, name }));
  return [...movable, ...fixed].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}

/** Holidays that touch [fromAt, toAt), ms UTC, with their start and end in `zone`. */
export function holidaysBetween(
  fromAt: number,
  toAt: number,
  zone: string,
): (Holiday & { readonly fromAt: number; readonly toAt: number })[] {
  const first = new Date(fromAt).getUTCFullYear() - 1;
  const last = new Date(toAt).getUTCFullYear() + 1;
  const found = [];
  for (let year = first; year <= last; year += 1) {
    for (const holiday of holidaysOf(year)) {
      const bounds = dayBounds(holiday.date, zone);
      if (bounds && bounds.fromAt < toAt && bounds.toAt > fromAt) found.push({ ...holiday, ...bounds });
    }
  }
  return found;
}
