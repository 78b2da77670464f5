import { describe, expect, it } from 'vitest';
import {
  boundsOf,
  isDayKnown,
  isMinuteKnown,
  PRECISIONS,
  QUALIFIERS,
  type When,
  whenAtMinute,
  whenOf,
  whenSchema,
} from '#model/when.ts';
import { arbitraryValues } from '#tests/helpers/arbitrary-values.ts';
import fc from '#tests/helpers/property.ts';

const OSLO = 'Europe/Oslo';
const iso = (at: number | undefined) => (at === undefined ? null : new Date(at).toISOString());

describe('when, from what a source wrote', () => {
  // Would catch: a month or year made into its first day, a day cut at midnight UTC, an end that is not exclusive.
  it.each([
    ['2026-03-28', '21:14', 'minute', '2026-03-28T20:14:00.000Z', '2026-03-28T20:15:00.000Z'],
    ['2026-10-25', '02:30', 'minute', '2026-10-25T00:30:00.000Z', '2026-10-25T00:31:00.000Z'],
    ['2026-03-29', '', 'day', '2026-03-28T23:00:00.000Z', '2026-03-29T22:00:00.000Z'],
    ['2026-10-25', '', 'day', '2026-10-24T22:00:00.000Z', '2026-10-25T23:00:00.000Z'],
    ['2012-03', '', 'month', '2012-02-29T23:00:00.000Z', '2012-03-31T22:00:00.000Z'],
    ['2012', '', 'year', '2011-12-31T23:00:00.000Z', '2012-12-31T23:00:00.000Z'],
    ['2024-02-29', '', 'day', '2024-02-28T23:00:00.000Z', '2024-02-29T23:00:00.000Z'],
  ] as const)('%s %s (%s) is from %s to %s', (date, time, precision, from, to) => {
    const when = whenOf(date, time, precision, OSLO);
    expect(when).toMatchObject({ precision, zone: OSLO });
    expect([iso(when?.fromAt), iso(when?.toAt)]).toEqual([from, to]);
  });

  // Would catch: a precision that is not the source's own: a date read finer or coarser than it was written.
  it.each([
    ['2026-03-29', '02:30', 'minute'],
    ['2026-03-28', '', 'minute'],
    ['2026-03-28', '9:05', 'minute'],
    ['2026-03-28', '24:00', 'minute'],
    ['2026-03-28', '12:00', 'day'],
    ['2026-02-30', '', 'day'],
    ['2026-03', '', 'day'],
    ['2026', '', 'day'],
    ['2026-03-28', '', 'month'],
    ['2026', '', 'month'],
    ['2026-13', '', 'month'],
    ['2026-03', '', 'year'],
    ['26', '', 'year'],
    ['', '', 'year'],
    ['', '', 'day'],
    ['', '12:00', 'minute'],
  ] as const)('%j %j is no %s', (date, time, precision) => {
    expect(whenOf(date, time, precision, OSLO)).toBeNull();
  });

  it('is none in a zone that is not known', () => {
    for (const precision of PRECISIONS) {
      const date = { minute: '2026-03-28', day: '2026-03-28', month: '2026-03', year: '2026' }[precision];
      expect(whenOf(date, precision === 'minute' ? '12:00' : '', precision, 'Mars/Olympus')).toBeNull();
    }
  });

  // Would catch: a date that is taken when it is read and refused when it is written, far down an import.
  it('answers only what a record can hold', () => {
    expect(whenOf('0000', '', 'year', 'UTC')).toBeNull();
    expect(whenOf('0001-01-01', '', 'day', OSLO)).toBeNull();
    expect(whenOf('9999', '', 'year', 'UTC')).toBeNull();
    expect(whenOf('0001-01-01', '', 'day', 'UTC')).not.toBeNull();
    expect(whenOf('9999-12-31', '23:58', 'minute', 'UTC')).not.toBeNull();
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 9999 }).map((year) => String(year).padStart(4, '0')),
        fc.integer({ min: 0, max: 13 }).map((month) => String(month).padStart(2, '0')),
        fc.constantFrom('00', '01', '28', '29', '30', '31', '32'),
        fc.constantFrom('00:00', '02:30', '23:59', '24:00'),
        fc.constantFrom(...PRECISIONS),
        fc.constantFrom(OSLO, 'UTC', 'Pacific/Apia', 'America/St_Johns'),
        (year, month, day, time, precision, zone) => {
          const date = {
            minute: `${year}-${month}-${day}`,
            day: `${year}-${month}-${day}`,
            month: `${year}-${month}`,
            year,
          };
          const when = whenOf(date[precision], precision === 'minute' ? time : '', precision, zone);
          if (when) expect(whenSchema.safeParse(when).error).toBeUndefined();
        },
      ),
    );
  });

  it('is a minute from its first instant', () => {
    expect(whenAtMinute(1_000, OSLO)).toEqual({ fromAt: 1_000, toAt: 61_000, precision: 'minute', zone: OSLO });
  });
});

describe('the schema of a when', () => {
  const good = { fromAt: 0, toAt: 1, precision: 'day', zone: OSLO };
  it('takes every valid one', () => {
    fc.assert(
      fc.property(arbitraryValues('whereabouts'), ({ since }) => {
        expect(whenSchema.safeParse(since).success).toBe(true);
      }),
    );
  });

  // Would catch: a time that ends before it begins, of no precision, of no zone, or with more than belongs to it.
  it.each([
    ['ends where it begins', { ...good, toAt: 0 }],
    ['ends before it begins', { ...good, toAt: -1 }],
    ['is no whole number', { ...good, fromAt: 0.5 }],
    ['is not a number', { ...good, fromAt: Number.NaN }],
    ['is before year 1', { ...good, fromAt: -62_135_596_800_001 }],
    ['is after year 9999', { ...good, toAt: 253_402_300_800_000 }],
    ['has no precision', { fromAt: 0, toAt: 1, zone: OSLO }],
    ['has another precision', { ...good, precision: 'second' }],
    ['has no zone', { ...good, zone: '' }],
    ['has an offset for a zone', { ...good, zone: '+01:00' }],
    ['has more in it', { ...good, note: 'x' }],
  ])('refuses one that %s', (_, value) => {
    expect(whenSchema.safeParse(value).success).toBe(false);
  });
});

describe('a time that is known as a bound', () => {
  const bounds = (date: string, time: string, precision: When['precision'], qualifier: When['qualifier']) => {
    const { fromAt, toAt } = boundsOf({ ...(whenOf(date, time, precision, OSLO) as When), qualifier });
    return [fromAt, toAt].map((at) => (Number.isFinite(at) ? iso(at) : at));
  };

  // Would catch: "before 12 March" that may still lie on the 12th, "after 2019" within it, half past nine itself left out.
  it.each([
    ['2025-03-12', '', 'day', 'before', Number.NEGATIVE_INFINITY, '2025-03-11T23:00:00.000Z'],
    ['2025-03-12', '', 'day', 'after', '2025-03-12T23:00:00.000Z', Number.POSITIVE_INFINITY],
    ['2019', '', 'year', 'after', '2019-12-31T23:00:00.000Z', Number.POSITIVE_INFINITY],
    ['2012-03', '', 'month', 'before', Number.NEGATIVE_INFINITY, '2012-02-29T23:00:00.000Z'],
    ['2026-03-28', '21:30', 'minute', 'before', Number.NEGATIVE_INFINITY, '2026-03-28T20:30:00.000Z'],
    ['2026-03-28', '21:30', 'minute', 'after', '2026-03-28T20:30:00.000Z', Number.POSITIVE_INFINITY],
    ['2026-03-28', '21:30', 'minute', 'about', '2026-03-28T19:30:00.000Z', '2026-03-28T21:31:00.000Z'],
    ['2025-03-12', '', 'day', 'about', '2025-03-04T23:00:00.000Z', '2025-03-19T23:00:00.000Z'],
    ['2026-03-28', '21:30', 'minute', undefined, '2026-03-28T20:30:00.000Z', '2026-03-28T20:31:00.000Z'],
  ] as const)('%s %s (%s) %s lies from %s to %s', (date, time, precision, qualifier, from, to) => {
    expect(bounds(date, time, precision, qualifier)).toEqual([from, to]);
  });

  // Would catch: an order of bounds turned round, or a qualifier that makes a time narrower than it was told.
  it('never ends before it begins, and about is never narrower than the time it names', () => {
    const date = fc.date({ min: new Date('1900-01-01'), max: new Date('2200-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(date, fc.constantFrom(...PRECISIONS), fc.constantFrom(...QUALIFIERS), (at, precision, qualifier) => {
        const text = at.toISOString();
        const length = { minute: 10, day: 10, month: 7, year: 4 }[precision];
        const when = whenOf(text.slice(0, length), precision === 'minute' ? text.slice(11, 16) : '', precision, 'UTC');
        const told = { ...(when as When), qualifier };
        const { fromAt, toAt } = boundsOf(told);
        expect(fromAt).toBeLessThan(toAt);
        if (qualifier === 'about') {
          expect(fromAt).toBeLessThan(told.fromAt);
          expect(toAt).toBeGreaterThan(told.toAt);
        }
        expect([isDayKnown(told), isMinuteKnown(told)]).toEqual([false, false]);
      }),
    );
  });

  it('is kept by the schema, and no other word is', () => {
    const when = whenOf('2019', '', 'year', OSLO) as When;
    expect(whenSchema.parse({ ...when, qualifier: 'after' })).toEqual({ ...when, qualifier: 'after' });
    expect(whenSchema.parse(when)).toEqual(when);
    expect(whenSchema.safeParse({ ...when, qualifier: 'near' }).success).toBe(false);
  });
});
