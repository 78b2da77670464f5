import { describe, expect, it } from 'vitest';
import { instantOfLocal } from '#model/time.ts';
import { type When, whenOf } from '#model/when.ts';
import { createWords } from '#renderer/app/i18n.ts';
import { timeWords } from '#renderer/ui/time-words.ts';

const OSLO = 'Europe/Oslo';
const nb = timeWords(createWords('nb').t, OSLO, 'nb');
const en = timeWords(createWords('en').t, OSLO, 'en');
const MIN = 60_000;
const at = instantOfLocal('2026-03-29T05:12', OSLO) ?? 0;

describe('times in words', () => {
  // Would catch: a length cut to its larger unit, or `7 t 30` without its unit.
  it.each([
    [38_000, '38 s'],
    [42 * MIN, '42 min'],
    [7.5 * 60 * MIN, '7 t 30 min'],
    [7 * 60 * MIN, '7 t'],
    [(37 * 60 + 42) * MIN, '37 t 42 min'],
    [52 * 60 * MIN, '2 d 4 t'],
    [48 * 60 * MIN, '2 d'],
    [-5, '0 s'],
  ])('%d ms', (ms, words) => expect(nb.length(ms)).toBe(words));
  // Would catch: person-hours as decimals, or told in days.
  it.each([
    [15.5 * 3_600_000 + 20 * 60_000, '15 t 50 min'],
    [96 * 3_600_000, '96 t'],
    [50 * 60_000, '50 min'],
    [0, '0 t'],
  ])('%d ms of people', (ms, words) => expect(nb.hours(ms)).toBe(words));

  // Would catch: a date in month-day digits, a wrong weekday, the other language's words.
  it('writes instants', () => {
    expect(nb.stampDay(at)).toBe('sø 2026-03-29 05:12');
    expect(nb.endStamp(instantOfLocal('2026-03-29T00:00', OSLO) ?? 0)).toBe('2026-03-28 24:00');
    expect(nb.endStamp(at)).toBe('2026-03-29 05:12');
    expect(nb.dayName(at)).toBe('sø. 29. mars');
    expect(nb.longDate(at)).toBe('søndag 29. mars 2026, uke 13');
    expect(en.longDate(at)).toBe('Sunday 29 March 2026, week 13');
    expect(nb.distance(at + 200 * MIN, at)).toBe('om 3 t 20 min');
    expect(nb.distance(at - 200 * MIN, at)).toBe('for 3 t 20 min siden');
  });

  // Would catch: two instants an hour apart that read the same; a time that does not exist told as another.
  it('says which of two times it is', () => {
    const first = instantOfLocal('2026-10-25T02:30', OSLO) ?? 0;
    expect(nb.stamp(first)).toBe('2026-10-25 02:30 sommertid');
    expect(nb.clock(first + 60 * MIN)).toBe('02:30 normaltid');
    expect(en.localStamp('2026-10-25T02~30')).toBe('2026-10-25 02:30 standard time');
    expect(nb.localClock('2026-10-25T02:30')).toBe('02:30 sommertid');
    expect(nb.localStamp('2026-03-29T02:30')).toBe('2026-03-29 02:30');
  });

  // Would catch: a month shown as its first day.
  it.each([
    ['2012-03', 'month', 'mars 2012'],
    ['2012', 'year', '2012'],
    ['2012-03-04', 'day', '2012-03-04'],
  ] as const)('shows %s as exact as it is known', (date, precision, words) => {
    const when = whenOf(date, '', precision, OSLO);
    expect(when && nb.when(when)).toBe(words);
  });

  // Would catch: a bound told as the time itself, or with the word of the other language.
  it('says how a time is known', () => {
    const when = whenOf('2012-03', '', 'month', OSLO) as When;
    expect(nb.when({ ...when, qualifier: 'about' })).toBe('ca. mars 2012');
    expect(en.when({ ...when, qualifier: 'before' })).toBe('before March 2012');
    const place = { startsAt: at, precision: 'minute', qualifier: 'after' } as const;
    expect(nb.placed(place)).toBe('etter 2026-03-29 05:12');
    expect(en.placed({ ...place, qualifier: null })).toBe('2026-03-29 05:12');
  });
});
