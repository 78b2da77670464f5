import { describe, expect, it } from 'vitest';
import { easterSunday, holidaysBetween, holidaysOf } from '#model/holidays.ts';

describe('holidays', () => {
  // Published dates; 1981 and 1954 are the years in which simpler rules go wrong.
  it.each([
    [1954, 4, 18],
    [1981, 4, 19],
    [2000, 4, 23],
    [2008, 3, 23],
    [2011, 4, 24],
    [2025, 4, 20],
    [2026, 4, 5],
    [2027, 3, 28],
    [2038, 4, 25],
  ])('finds Easter Sunday of %i', (year, month, day) => {
    expect(easterSunday(year)).toEqual({ month, day });
  });

  it('lists the days of 2026 in order', () => {
    expect(holidaysOf(2026).map(({ date, name }) => `${date} ${name}`)).toEqual([
      '2026-01-01 newYear',
      '2026-04-02 maundyThursday',
      '2026-04-03 goodFriday',
      '2026-04-05 easterSunday',
      '2026-04-06 easterMonday',
      '2026-05-01 labourDay',
      '2026-05-14 ascension',
      '2026-05-17 constitutionDay',
      '2026-05-24 whitSunday',
      '2026-05-25 whitMonday',
      '2026-12-25 christmasDay',
      '2026-12-26 boxingDay',
    ]);
  });

  // Would catch: Ascension 2008 lost because 1 May fell on the same day.
  it('lists both when two fall on one day', () => {
    const names = holidaysOf(2008)
      .filter((day) => day.date === '2008-05-01')
      .map((day) => day.name);
    expect(names.sort()).toEqual(['ascension', 'labourDay']);
  });

  // Would catch: a window across New Year, or one that only touches a holiday's local start.
  it('finds what touches a window, by the local day', () => {
    const zone = 'Europe/Oslo';
    const names = (from: number, to: number) => holidaysBetween(from, to, zone).map((day) => day.name);
    expect(names(Date.UTC(2026, 11, 31, 22, 59), Date.UTC(2026, 11, 31, 23, 0))).toEqual([]);
    expect(names(Date.UTC(2026, 11, 31, 22, 59), Date.UTC(2026, 11, 31, 23, 1))).toEqual(['newYear']);
    expect(names(Date.UTC(2026, 11, 25, 12), Date.UTC(2027, 0, 1, 12))).toEqual([
      'christmasDay',
      'boxingDay',
      'newYear',
    ]);
  });
});
