import { describe, expect, it } from 'vitest';
import { localOfWall, wallMinutes } from '#model/plan/local-time.ts';
import { checkSeries, expand, hasOccurrence, lastStartBefore, startsBetween } from '#model/plan/recurrence.ts';
import type { Series } from '#model/plan/types.ts';
import { instantOfLocal } from '#model/time.ts';
import fc from '#tests/helpers/property.ts';
import { nights, OSLO, own, plainRule, textOf, walk } from '#tests/model/plan/series.ts';

const window = (from: string, to: string, zone = OSLO) => ({
  fromAt: instantOfLocal(from, zone) ?? Number.NaN,
  toAt: instantOfLocal(to, zone) ?? Number.NaN,
});
const hours = (series: Series, from: string, to: string) =>
  expand(series, window(from, to)).occurrences.map((o) => [
    o.originalLocal,
    ((o.toAt ?? Number.NaN) - o.fromAt) / 3_600_000,
    o.clock,
  ]);

describe('a series over a clock change', () => {
  // Would catch: a night kept at its length in UTC, so that it ends at 08:00 or 06:00 after the change.
  it('keeps its wall clock: the night is an hour shorter or longer', () => {
    const spring = nights('2026-03-27T21:00', '07:00', 'FREQ=DAILY');
    expect(hours(spring, '2026-03-27T12:00', '2026-03-30T12:00')).toEqual([
      ['2026-03-27T21:00', 10, 'none'],
      ['2026-03-28T21:00', 9, 'shorter'],
      ['2026-03-29T21:00', 10, 'none'],
    ]);
    const autumn = nights('2027-10-29T21:00', '07:00', 'FREQ=DAILY');
    expect(hours(autumn, '2027-10-29T12:00', '2027-11-01T12:00')).toEqual([
      ['2027-10-29T21:00', 10, 'none'],
      ['2027-10-30T21:00', 11, 'longer'],
      ['2027-10-31T21:00', 10, 'none'],
    ]);
  });

  // Would catch: an occurrence lost, or all that follow moved, because one start does not exist.
  it('reads a time that does not exist an hour later, that night alone, and keeps its key', () => {
    const early = nights('2026-03-28T02:30', '06:00', 'FREQ=DAILY');
    expect(hours(early, '2026-03-28T00:00', '2026-03-31T00:00')).toEqual([
      ['2026-03-28T02:30', 3.5, 'none'],
      ['2026-03-29T02:30', 2.5, 'moved'],
      ['2026-03-30T02:30', 3.5, 'none'],
    ]);
    const within = nights('2026-03-28T02:00', '03:00', 'FREQ=DAILY');
    expect(hours(within, '2026-03-29T00:00', '2026-03-30T00:00')).toEqual([['2026-03-29T02:00', 0, 'gone']]);
  });

  // Would catch: the second of two equal times taken for a start, so that the post is empty for an hour.
  it('reads a time that occurs twice as the first', () => {
    const series = nights('2026-10-25T02:30', '06:00', null);
    const [occurrence] = expand(series, window('2026-10-25T00:00', '2026-10-26T00:00')).occurrences;
    expect(new Date(occurrence?.fromAt ?? 0).toISOString()).toBe('2026-10-25T00:30:00.000Z');
    expect(occurrence?.clock).toBe('longer');
  });
});

describe('expanding a window', () => {
  // Would catch: an occurrence that began before the window and still runs, left out.
  it('gives what touches the window, also what began before it', () => {
    const series = nights('2026-01-01T21:00', '07:00', 'FREQ=DAILY');
    expect(hours(series, '2026-02-10T06:59', '2026-02-10T21:00').map(([key]) => key)).toEqual(['2026-02-09T21:00']);
    expect(hours(series, '2026-02-10T07:00', '2026-02-10T21:01').map(([key]) => key)).toEqual(['2026-02-10T21:00']);
  });

  // Would catch: an occurrence moved into the window from far away not found, one taken out still there.
  it('knows occurrences with a state of their own', () => {
    const series = nights('2026-02-01T21:00', '07:00', 'FREQ=DAILY', {
      exceptions: [
        own('2026-02-03T21:00', { excluded: true }),
        own('2026-02-04T21:00', { startLocal: '2026-05-01T10:00', endLocal: '2026-05-01T12:00' }),
        own('2026-02-05T20:00', { startLocal: '2026-05-01T13:00', endLocal: '2026-05-01T14:00' }),
      ],
    });
    const keys = (from: string, to: string) =>
      expand(series, window(from, to)).occurrences.map((o) => [o.originalLocal, o.changed]);
    expect(keys('2026-02-02T12:00', '2026-02-05T12:00')).toEqual([['2026-02-02T21:00', false]]);
    expect(keys('2026-05-01T09:00', '2026-05-01T15:00')).toEqual([['2026-02-04T21:00', true]]);
  });

  // Would catch: a hang or an endless list for a rule without an end, a far year, or a rule that never matches.
  it('is bounded for rules without an end, ten thousand occurrences and the years 1900 and 2200', () => {
    const endless = nights('1900-01-01T21:00', '07:00', 'FREQ=DAILY');
    expect(expand(endless, window('2200-01-01T12:00', '2200-01-03T12:00')).occurrences).toHaveLength(2);
    const all = expand(endless, window('1900-01-01T00:00', '2200-01-01T00:00'));
    expect([all.occurrences.length, all.truncated]).toEqual([10_000, true]);
    const counted = nights('2026-01-01T21:00', '07:00', 'FREQ=DAILY;COUNT=10000');
    const whole = expand(counted, window('2026-01-01T00:00', '2100-01-01T00:00'));
    expect([whole.occurrences.length, whole.truncated]).toEqual([10_000, false]);
    const never = nights('1900-01-01T21:00', '07:00', 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30');
    expect(expand(never, window('1900-01-01T00:00', '2200-01-01T00:00')).occurrences).toEqual([]);
  });

  // Would catch: a rule run in the wrong phase when a window far from its start is asked for, a month without a 31st
  // filled up, an interval of weeks counted from the start's day instead of its Monday.
  it('gives the starts that a walk over every day gives', () => {
    const start = fc.integer({ min: wallMinutes('2025-11-01T00:00'), max: wallMinutes('2027-12-31T00:00') });
    const ask = fc.tuple(fc.integer({ min: -50, max: 700 }), fc.integer({ min: 0, max: 200 }));
    fc.assert(
      fc.property(plainRule, start, ask, (rule, minutes, [offset, length]) => {
        const startLocal = localOfWall(minutes);
        const series = nights(startLocal, '12:00', textOf(rule, startLocal), { endDayOffset: 1 });
        const from = localOfWall(minutes + offset * 1_440);
        const to = localOfWall(minutes + (offset + length) * 1_440);
        const walked = walk(rule, startLocal, 1_000);
        const expected = walked.filter((local) => local >= from && local <= to);
        expect(startsBetween(series, from, to).starts).toEqual(expected);
        expect(lastStartBefore(series, from)).toBe(walked.filter((local) => local < from).at(-1) ?? null);
        for (const local of expected.slice(0, 2)) expect(hasOccurrence(series, local)).toBe(true);
        expect(hasOccurrence(series, localOfWall(minutes + 1))).toBe(false);
      }),
      { numRuns: 300 },
    );
  });
});

describe('a rule as text', () => {
  // Would catch: an UNTIL in UTC compared with wall clock: the last night falls away or one too many is planned.
  it.each([
    ['FREQ=DAILY;UNTIL=20260330', '2026-03-30T21:00'],
    ['FREQ=DAILY;UNTIL=20260330T210000', '2026-03-30T21:00'],
    ['FREQ=DAILY;UNTIL=20260330T205900', '2026-03-29T21:00'],
    ['FREQ=DAILY;UNTIL=20260330T190000Z', '2026-03-30T21:00'],
    ['FREQ=DAILY;UNTIL=20260330T185900Z', '2026-03-29T21:00'],
  ])('%s has its last start at %s', (rule, last) => {
    const series = nights('2026-03-27T21:00', '07:00', rule);
    expect(startsBetween(series, '2026-01-01T00:00', '2027-01-01T00:00').starts.at(-1)).toBe(last);
  });

  // Would catch: a rule that is not understood taken for another one.
  it.each([
    ['FREQ=HOURLY', 'RULE_FREQUENCY'],
    ['FREQ=SOMETIMES', 'RULE_FREQUENCY'],
    ['every night', 'RULE_PART'],
    ['FREQ=DAILY;FOO=1', 'RULE_PART'],
    ['FREQ=DAILY;BYHOUR=3', 'RULE_PART'],
    ['FREQ=DAILY;FREQ=WEEKLY', 'RULE_PART'],
    ['FREQ=DAILY;INTERVAL=0', 'RULE_VALUE'],
    ['FREQ=DAILY;INTERVAL=', 'RULE_VALUE'],
    ['FREQ=WEEKLY;BYDAY=XX', 'RULE_VALUE'],
    ['FREQ=WEEKLY;BYDAY=1MO', 'RULE_VALUE'],
    ['FREQ=MONTHLY;BYMONTHDAY=32', 'RULE_VALUE'],
    ['FREQ=DAILY;COUNT=0', 'RULE_COUNT'],
    ['FREQ=DAILY;COUNT=10001', 'RULE_COUNT'],
    ['FREQ=DAILY;UNTIL=2026-03-30', 'RULE_UNTIL'],
    ['FREQ=DAILY;UNTIL=20260231', 'RULE_UNTIL'],
    ['FREQ=DAILY;COUNT=3;UNTIL=20260330', 'RULE_END'],
  ])('%s is refused with %s', (rule, code) => {
    expect(checkSeries(nights('2026-03-27T21:00', '07:00', rule))).toEqual({ field: 'rule', code });
  });

  // Would catch: bad input that reaches the expansion, where it would be silently nothing.
  it.each([
    [{ zone: 'Europe/Nowhere' }, 'zone', 'ZONE'],
    [{ startLocal: '2026-02-30T21:00' }, 'startLocal', 'LOCAL_TIME'],
    [{ endTime: '25:00' }, 'endTime', 'LOCAL_TIME'],
    [{ endTime: '20:00', endDayOffset: 0 }, 'endTime', 'END_BEFORE_START'],
    [{ endDayOffset: -1 }, 'endDayOffset', 'DAY_OFFSET'],
    [{ endDayOffset: 4_000 }, 'endDayOffset', 'DAY_OFFSET'],
    [{ endTime: null, rule: 'FREQ=DAILY' }, 'endTime', 'END_REQUIRED'],
  ] as const)('%j is refused at %s with %s', (bad, field, code) => {
    expect(checkSeries(nights('2026-03-27T21:00', '07:00', null, bad))).toEqual({ field, code });
  });

  it('takes what is right, one that happens once and is open included', () => {
    expect(checkSeries(nights('2026-03-27T21:00', '07:00', 'FREQ=MONTHLY;BYDAY=-1FR'))).toBeNull();
    expect(checkSeries(nights('2026-03-27T21:00', '07:00', null, { endTime: null, endDayOffset: 0 }))).toBeNull();
  });
});
