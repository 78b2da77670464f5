import { describe, expect, it } from 'vitest';
import { addWallMinutes } from '#model/plan/local-time.ts';
import { expand, startsBetween } from '#model/plan/recurrence.ts';
import { cutPointOf, cutSeries } from '#model/plan/series-cut.ts';
import type { Series } from '#model/plan/types.ts';
import { instantOfLocal } from '#model/time.ts';
import fc from '#tests/helpers/property.ts';
import { nights, OSLO, own } from '#tests/model/plan/series.ts';

const MINUTE_MS = 60_000;
const at = (local: string) => instantOfLocal(local, OSLO) ?? Number.NaN;
const YEARS = { fromAt: at('2026-01-01T00:00'), toAt: at('2028-01-01T00:00') };

function halves(series: Series, originalLocal: string, atLocal: string) {
  const cut = cutSeries(series, originalLocal, atLocal);
  if ('problem' in cut) throw new Error(cut.problem);
  return cut;
}

/** Occurrences with any length as minutes from the first of January 2026. */
function spans(series: Series): [number, number][] {
  const minute = (instant: number) => (instant - YEARS.fromAt) / MINUTE_MS;
  return expand(series, YEARS).occurrences.flatMap(({ fromAt, toAt }): [number, number][] =>
    toAt === null || toAt <= fromAt ? [] : [[minute(fromAt), minute(toAt)]],
  );
}

/** How often each minute is held, as what changes at it: the same for two plans only if every minute is held as often. */
function minutesOf(...all: Series[]): [number, number][] {
  const changes = new Map<number, number>();
  for (const [from, to] of all.flatMap(spans)) {
    changes.set(from, (changes.get(from) ?? 0) + 1);
    changes.set(to, (changes.get(to) ?? 0) - 1);
  }
  return [...changes].filter(([, change]) => change !== 0).sort(([a], [b]) => a - b);
}

const week = nights('2026-03-25T21:00', '07:00', 'FREQ=DAILY;COUNT=7');
/** The night of Sunday 29 March 2026 has 9 hours of ten, that of 25 October 11. */
const SPRING = '2026-03-28T21:00';

describe('cutting a series at a time of day', () => {
  // Would catch: a second half on the wrong day, of the wrong length, or with a day more or less than the first.
  it.each([
    ['after midnight', '2026-03-26T02:00', '02:00', 1, '2026-03-26T02:00', 0],
    ['before midnight', '2026-03-25T23:30', '23:30', 0, '2026-03-25T23:30', 1],
    ['at midnight', '2026-03-26T00:00', '00:00', 1, '2026-03-26T00:00', 0],
  ] as const)('%s joins the halves', (_, atLocal, endTime, endDays, startLocal, secondDays) => {
    const { first, second } = halves(week, '2026-03-25T21:00', atLocal);
    expect([first.startLocal, first.endTime, first.endDayOffset]).toEqual(['2026-03-25T21:00', endTime, endDays]);
    expect([second.startLocal, second.endTime, second.endDayOffset]).toEqual([startLocal, '07:00', secondDays]);
    expect(minutesOf(first, second)).toEqual(minutesOf(week));
  });

  // Would catch: the named night's offset taken from the first one, so that all are cut a day too late.
  it('takes the time of day from whichever occurrence was named', () => {
    const { first, second } = halves(week, '2026-03-30T21:00', '2026-03-31T02:00');
    expect([first.endTime, second.startLocal]).toEqual(['02:00', '2026-03-26T02:00']);
  });

  // Would catch: an hour lost or held twice in the night clocks change, at a time that does not exist or occurs twice.
  it.each([
    ['2026-03-25T21:00', '2026-03-26T02:00', 3 * 60 + 2 * 60, 4 * 60],
    ['2026-03-25T21:00', '2026-03-26T02:30', 5 * 60 + 30, 3 * 60 + 30],
    ['2026-03-25T21:00', '2026-03-26T03:00', 5 * 60, 4 * 60],
  ])('in the night of 9 hours, %s cut at %s', (named, atLocal, firstLength, secondLength) => {
    const { first, second } = halves(week, named, atLocal);
    const lengths = (series: Series) => spans(series).map(([from, to]) => to - from);
    expect([lengths(first)[3], lengths(second)[3]]).toEqual([firstLength, secondLength]);
    expect(minutesOf(first, second)).toEqual(minutesOf(week));
  });

  it('in the night of 11 hours, the second of two times is said of the named night alone', () => {
    const autumn = nights('2026-10-23T21:00', '07:00', 'FREQ=DAILY;COUNT=4');
    const { first, second } = halves(autumn, '2026-10-24T21:00', '2026-10-25T02~30');
    expect(first.endTime).toBe('02:30');
    expect(first.exceptions).toEqual([
      own('2026-10-24T21:00', { startLocal: '2026-10-24T21:00', endLocal: '2026-10-25T02~30' }),
    ]);
    expect(second.exceptions).toEqual([
      own('2026-10-25T02:30', { startLocal: '2026-10-25T02~30', endLocal: '2026-10-25T07:00' }),
    ]);
    expect(minutesOf(first, second)).toEqual(minutesOf(autumn));
  });

  // Would catch: a quarter that both halves hold, or neither, where the clock skips the time of the cut.
  it.each([
    ['an end that comes before the cut', '21:00', '03:15', '2026-03-26T02:30'],
    ['a start that comes after the cut', '02:30', '08:00', '2026-03-25T03:15'],
  ])('where the change of clocks leaves %s', (_, startTime, endTime, atLocal) => {
    const series = nights(`2026-03-25T${startTime}`, endTime, 'FREQ=DAILY;COUNT=7');
    const { first, second } = halves(series, series.startLocal, atLocal);
    expect(minutesOf(first, second)).toEqual(minutesOf(series));
  });

  // Would catch: a night of its own that is cut where it is not, one that comes back in the half it has nothing in.
  it.each([
    ['both', { startLocal: '2026-03-27T23:00', endLocal: '2026-03-28T06:00' }, [180, 240]],
    ['the first alone', { startLocal: '2026-03-27T19:00', endLocal: '2026-03-28T01:00' }, [360, null]],
    ['the second alone', { startLocal: '2026-03-28T03:00', endLocal: '2026-03-28T09:00' }, [null, 360]],
    ['the first alone, up to the cut', { startLocal: '2026-03-27T21:00', endLocal: '2026-03-28T02:00' }, [300, null]],
  ] as const)('a night with times of its own goes to %s', (_, times, lengths) => {
    const key = '2026-03-27T21:00';
    const series = { ...week, exceptions: [own(key, times)] };
    const { first, second } = halves(series, '2026-03-25T21:00', '2026-03-26T02:00');
    const lengthOf = (half: Series, original: string) => {
      const found = expand(half, YEARS).occurrences.find(({ originalLocal }) => originalLocal === original);
      return found ? ((found.toAt ?? 0) - found.fromAt) / MINUTE_MS : null;
    };
    expect([lengthOf(first, key), lengthOf(second, '2026-03-28T02:00')]).toEqual(lengths);
    expect(minutesOf(first, second)).toEqual(minutesOf(series));
  });

  it('what was taken out stays out of both', () => {
    const series = {
      ...week,
      exceptions: [{ originalLocal: SPRING, startLocal: null, endLocal: null, excluded: true }],
    };
    const { first, second } = halves(series, '2026-03-25T21:00', '2026-03-26T02:00');
    expect([spans(first).length, spans(second).length]).toEqual([6, 6]);
  });

  // Would catch: weekdays that stay when the second half begins on the next day, a last night that is lost or added.
  it.each([
    ['FREQ=WEEKLY;BYDAY=MO,FR;COUNT=5', '2026-03-27T21:00', '2026-03-28T02:00'],
    ['FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,MO', '2026-03-29T21:00', '2026-03-30T02:00'],
    ['FREQ=DAILY;UNTIL=20260405T210000', '2026-03-26T21:00', '2026-03-27T02:00'],
    ['FREQ=DAILY;UNTIL=20260405', '2026-03-26T21:00', '2026-03-27T02:00'],
    ['FREQ=DAILY;UNTIL=20260405T030000', '2026-03-26T21:00', '2026-03-26T22:00'],
    ['FREQ=MONTHLY;BYMONTHDAY=27', '2026-03-27T21:00', '2026-03-27T22:00'],
  ])('keeps the days of %s', (rule, named, atLocal) => {
    const series = nights('2026-03-26T21:00', '07:00', rule);
    const { first, second } = halves(series, named, atLocal);
    expect(minutesOf(first, second)).toEqual(minutesOf(series));
  });

  it('refuses a time outside, and days that cannot follow', () => {
    const problem = (series: Series, atLocal: string) => cutSeries(series, '2026-03-25T21:00', atLocal);
    for (const time of ['2026-03-25T21:00', '2026-03-25T20:00', '2026-03-26T07:00', '2026-03-27T02:00'])
      expect(problem(week, time)).toEqual({ problem: 'OUTSIDE' });
    const monthly = nights('2026-03-25T21:00', '07:00', 'FREQ=MONTHLY;BYMONTHDAY=25');
    const endless = nights('2026-03-25T21:00', '07:00', 'FREQ=DAILY');
    expect(problem(endless, '2026-03-25T21:30')).not.toHaveProperty('problem');
    expect(problem(monthly, '2026-03-26T02:00')).toEqual({ problem: 'RULE_NOT_SHIFTABLE' });
    expect(problem(monthly, '2026-03-25T23:00')).not.toHaveProperty('problem');
  });
});

const quarters = (min: number, max: number) => fc.integer({ min, max }).map((count) => count * 15);

// Would catch: a minute that neither half holds or both do, in whatever night, over both clock changes of 2026 and 2027.
it('both halves together hold exactly the minutes the series held', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('2026-03-24', '2026-10-20', '2027-03-25', '2027-10-28'),
      quarters(0, 95),
      quarters(2, 120),
      fc.double({ min: 0.01, max: 0.99, noNaN: true }),
      fc.constantFrom('FREQ=DAILY;COUNT=9', 'FREQ=DAILY;INTERVAL=2', 'FREQ=WEEKLY;BYDAY=SA,SU,WE', 'FREQ=DAILY'),
      fc.array(
        fc.record({ night: fc.nat(8), start: quarters(-20, 60), length: quarters(1, 80), isOut: fc.boolean() }),
        {
          maxLength: 4,
        },
      ),
      (day, start, length, part, rule, changes) => {
        const startLocal = addWallMinutes(`${day}T00:00`, start);
        const endLocal = addWallMinutes(startLocal, length);
        const days = Math.round((Date.parse(endLocal.slice(0, 10)) - Date.parse(startLocal.slice(0, 10))) / 86_400_000);
        const bare = nights(startLocal, endLocal.slice(11), rule, { endDayOffset: days });
        const { starts } = startsBetween(bare, startLocal, addWallMinutes(startLocal, 20 * 1_440));
        const exceptions = new Map(
          changes.flatMap(({ night, ...change }) => {
            const key = starts[night];
            if (key === undefined) return [];
            const from = addWallMinutes(key, change.start);
            const times = { startLocal: from, endLocal: addWallMinutes(from, change.length) };
            const one = change.isOut
              ? { originalLocal: key, startLocal: null, endLocal: null, excluded: true }
              : own(key, times);
            return [[key, one] as const];
          }),
        );
        // A rule that never ends is looked at over a month.
        const until = `${addWallMinutes(startLocal, 30 * 1_440)
          .slice(0, 10)
          .replaceAll('-', '')}T235900`;
        const rules = rule.includes('COUNT') ? rule : `${rule};UNTIL=${until}`;
        const series = { ...bare, rule: rules, exceptions: [...exceptions.values()] };
        const named = starts.at(-1) ?? startLocal;
        const atLocal = addWallMinutes(named, Math.max(1, Math.min(length - 1, Math.round(length * part))));
        const { first, second } = halves(series, named, atLocal);
        expect(minutesOf(first, second)).toEqual(minutesOf(series));
        const point = cutPointOf(named, atLocal);
        const keysOf = (one: Series) => startsBetween(one, '2026-01-01T00:00', '2028-01-01T00:00').starts;
        expect(keysOf(second)).toEqual(keysOf(series).map(point.rekey));
      },
    ),
    { numRuns: 100 },
  );
});
