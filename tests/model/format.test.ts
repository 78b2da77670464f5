import { describe, expect, it } from 'vitest';
import {
  formatDay,
  formatDuration,
  formatEnd,
  formatInstant,
  formatPeriod,
  formatTime,
  formatWhen,
} from '#model/format.ts';
import { instantOfLocal } from '#model/time.ts';
import { type Precision, whenAtMinute, whenOf } from '#model/when.ts';
import fc from '#tests/helpers/property.ts';

const OSLO = 'Europe/Oslo';
const at = (local: string): number => instantOfLocal(local, OSLO) ?? Number.NaN;
const when = (date: string, time: string, precision: Precision) => {
  const made = whenOf(date, time, precision, OSLO);
  if (!made) throw new Error('not a date');
  return made;
};

describe('when a fact happened', () => {
  // Would catch: a month or a year told as its first day.
  it('says no more than the source', () => {
    expect(formatWhen(when('2012', '', 'year'), 'nb', 'words')).toBe('2012');
    expect(formatWhen(when('2012-03', '', 'month'), 'nb', 'table')).toBe('mars 2012');
    expect(formatWhen(when('2012-03', '', 'month'), 'en', 'numeric')).toBe('March 2012');
    expect(formatWhen(when('2026-03-28', '', 'day'), 'nb', 'table')).toBe('2026-03-28');
    expect(formatWhen(when('2026-03-28', '', 'day'), 'nb', 'numeric')).toBe('lø. 28.03.2026');
    expect(formatWhen(when('2026-04-02', '', 'day'), 'nb', 'words')).toBe('to. 2. april 2026');
    expect(formatWhen(when('2026-04-02', '', 'day'), 'en', 'words')).toBe('Th 2 April 2026');
  });

  // Would catch: seconds, a 12-hour clock, a missing year, the colon on Norwegian paper.
  it('tells a minute in each style and language', () => {
    const minute = when('2026-03-28', '21:14', 'minute');
    expect(formatWhen(minute, 'nb', 'table')).toBe('2026-03-28 21:14');
    expect(formatWhen(minute, 'nb', 'numeric')).toBe('lø. 28.03.2026 kl. 21.14');
    expect(formatWhen(minute, 'nb', 'words')).toBe('lø. 28. mars 2026 kl. 21.14');
    expect(formatWhen(minute, 'en', 'table')).toBe('2026-03-28 21:14');
    expect(formatWhen(minute, 'en', 'numeric')).toBe('Sa 28 Mar 2026 21:14');
    expect(formatWhen(minute, 'en', 'words')).toBe('Sa 28 March 2026 at 21:14');
  });

  // Would catch: a pasted call list between two times told as its first minute.
  it('tells a longer stretch as a period', () => {
    const calls = { ...whenAtMinute(at('2026-03-28T21:14'), OSLO), toAt: at('2026-03-28T23:31') };
    expect(formatWhen(calls, 'nb')).toBe('2026-03-28 21:14–23:30');
    const days = { ...when('2026-03-28', '', 'day'), toAt: at('2026-03-31T00:00') };
    expect(formatWhen(days, 'nb', 'numeric')).toBe('lø. 28.03.2026 – ma. 30.03.2026');
  });

  // Would catch: a day or month told in the reader's zone instead of the source's.
  it('keeps the zone the source meant', () => {
    const there = whenOf('1999-06-22', '19:30', 'minute', 'America/Denver');
    expect(there && formatWhen(there, 'nb')).toBe('1999-06-22 19:30');
  });
});

describe('an instant', () => {
  // Would catch: the two 02.30 of the autumn night told alike.
  it('says which of two equal times it is', () => {
    const first = at('2026-10-25T02:30');
    expect(formatTime(first, OSLO, 'nb')).toBe('02:30 sommertid');
    expect(formatTime(first + 3_600_000, OSLO, 'nb', 'words')).toBe('02.30 normaltid');
    expect(formatInstant(first + 3_600_000, OSLO, 'en')).toBe('2026-10-25 02:30 standard time');
    expect(formatTime(first + 2 * 3_600_000, OSLO, 'nb')).toBe('03:30');
  });

  // Would catch: an hour off on either side of the spring night.
  it('jumps over the hour that is not there', () => {
    const before = at('2026-03-29T01:59');
    expect(formatInstant(before, OSLO, 'nb', 'numeric')).toBe('sø. 29.03.2026 kl. 01.59');
    expect(formatInstant(before + 60_000, OSLO, 'nb', 'numeric')).toBe('sø. 29.03.2026 kl. 03.00');
  });

  // Would catch: a duty over midnight that seems to end before it starts.
  it('names the day once when a period stays on it', () => {
    expect(formatPeriod(at('2026-03-29T05:12'), at('2026-03-29T07:00'), OSLO, 'nb')).toBe('2026-03-29 05:12–07:00');
    expect(formatPeriod(at('2026-03-29T21:00'), at('2026-03-30T02:00'), OSLO, 'nb', 'numeric')).toBe(
      'sø. 29.03.2026 kl. 21.00 – ma. 30.03.2026 kl. 02.00',
    );
    expect(formatPeriod(at('2026-03-29T21:00'), null, OSLO, 'nb')).toBe('2026-03-29 21:00, til videre');
  });

  // Would catch: 04-02 or 02/04 anywhere: read as 2 April by one and 4 February by another.
  it('never writes month and day digits without the year', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: Date.UTC(1000, 0), max: Date.UTC(9000, 0) }),
        fc.constantFrom('nb' as const, 'en' as const),
        fc.constantFrom('table' as const, 'numeric' as const, 'words' as const),
        (instant, lang, style) => {
          const day = formatDay(instant, OSLO, lang, style);
          expect(day).toMatch(/^(\d{4}-\d\d-\d\d|\p{L}{2}\. \d\d\.\d\d\.\d{4}|\p{L}{2}\.? \d{1,2}\.? \p{L}+ \d{4})$/u);
        },
      ),
    );
  });
});

describe('a length of time', () => {
  const minutes = (n: number): number => n * 60_000;
  // Would catch: the unit left off the second figure (7 t 30), days where hours are counted, rounding up past a deadline.
  it('tells two units', () => {
    expect(formatDuration(minutes(42), 'nb')).toBe('42 min');
    expect(formatDuration(minutes(7 * 60 + 30), 'nb')).toBe('7 t 30 min');
    expect(formatDuration(minutes(37 * 60 + 42), 'nb')).toBe('37 t 42 min');
    expect(formatDuration(-minutes(37 * 60 + 42) - 30_000, 'en')).toBe('37 h 42 min');
    expect(formatDuration(minutes(42 * 60), 'nb', { days: true })).toBe('1 d 18 t');
    expect(formatDuration(minutes(51 * 60), 'en')).toBe('2 d 3 h');
    expect(formatDuration(minutes(120), 'nb')).toBe('2 t');
    expect(formatDuration(59_999, 'nb')).toBe('0 min');
  });
});

describe('the end of something', () => {
  // Would catch: an order to the end of 2 April that is read as lasting into the third.
  it('tells midnight as 24 of the day before', () => {
    const midnight = at('2026-04-03T00:00');
    expect(formatEnd(midnight, OSLO, 'nb', 'numeric')).toBe('to. 02.04.2026 kl. 24.00');
    expect(formatEnd(midnight, OSLO, 'nb', 'table')).toBe('2026-04-02 24:00');
    expect(formatEnd(midnight, OSLO, 'en', 'words')).toBe('Th 2 April 2026 at 24:00');
  });
  it('tells any other end as it is', () => {
    expect(formatEnd(at('2026-04-03T00:01'), OSLO, 'nb')).toBe('2026-04-03 00:01');
  });
});
