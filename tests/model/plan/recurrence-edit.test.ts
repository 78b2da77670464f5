import { describe, expect, it } from 'vitest';
import { clockChoice } from '#model/plan/clock-choice.ts';
import { localOfWall, wallMinutes } from '#model/plan/local-time.ts';
import { expand, startsBetween } from '#model/plan/recurrence.ts';
import { moveOccurrence, removeOccurrence, splitSeries } from '#model/plan/recurrence-edit.ts';
import type { Series } from '#model/plan/types.ts';
import { instantOfLocal } from '#model/time.ts';
import fc from '#tests/helpers/property.ts';
import { nights, OSLO, own, plainRule, textOf } from '#tests/model/plan/series.ts';

const at = (local: string) => instantOfLocal(local, OSLO) ?? Number.NaN;
const YEAR = { fromAt: at('2025-01-01T00:00'), toAt: at('2030-01-01T00:00') };
const spans = (...all: (Series | null)[]) =>
  all
    .flatMap((series) => (series ? expand(series, YEAR).occurrences : []))
    .map(({ fromAt, toAt }) => `${fromAt}-${toAt}`)
    .sort();
const starts = (series: Series | null) =>
  series ? startsBetween(series, '2026-01-01T00:00', '2026-05-01T00:00').starts : [];

const week = nights('2026-03-02T21:00', '07:00', 'FREQ=DAILY;COUNT=7');

describe('moving an occurrence', () => {
  const times = { startLocal: '2026-03-05T20:00', endLocal: '2026-03-06T06:00' };
  const before = at('2026-03-01T12:00');

  // Would catch: one night's change that reaches the others.
  it('this: only that one has times of its own', () => {
    expect(moveOccurrence(week, '2026-03-05T21:00', 'this', times, before)).toEqual({
      kept: { ...week, exceptions: [own('2026-03-05T21:00', times)] },
      added: null,
    });
  });

  // Would catch: a split that loses the count, so that the series runs longer than was planned.
  it('this and following: the earlier keep their times, the later are a series of their own', () => {
    const edit = moveOccurrence(week, '2026-03-05T21:00', 'following', times, before);
    if ('problem' in edit) throw new Error(edit.problem);
    expect(starts(edit.kept)).toEqual(['2026-03-02T21:00', '2026-03-03T21:00', '2026-03-04T21:00']);
    expect(starts(edit.added)).toEqual([
      '2026-03-05T20:00',
      '2026-03-06T20:00',
      '2026-03-07T20:00',
      '2026-03-08T20:00',
    ]);
  });

  // Would catch: "all" that rewrites nights already stood.
  it('all: what has begun is frozen, the rest follows', () => {
    const edit = moveOccurrence(week, '2026-03-05T21:00', 'all', times, at('2026-03-03T23:00'));
    if ('problem' in edit) throw new Error(edit.problem);
    expect(starts(edit.kept)).toEqual(['2026-03-02T21:00', '2026-03-03T21:00']);
    expect(starts(edit.added)[0]).toBe('2026-03-04T20:00');
    const whole = moveOccurrence(week, '2026-03-05T21:00', 'all', times, before);
    if ('problem' in whole) throw new Error(whole.problem);
    expect([starts(whole.kept).length, whole.added]).toEqual([7, null]);
  });

  // Would catch: weekdays that stay when the start moves to another day, every second week that becomes the other one.
  it('turns the weekdays of the rule with the day', () => {
    const series = nights('2026-03-01T21:00', '07:00', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,WE');
    const moved = { startLocal: '2026-03-02T21:00', endLocal: '2026-03-03T07:00' };
    const edit = moveOccurrence(series, '2026-03-01T21:00', 'all', moved, before);
    if ('problem' in edit) throw new Error(edit.problem);
    const shifted = starts(series).map((local) => localOfWall(wallMinutes(local) + 1_440));
    expect(starts(edit.kept)).toEqual(shifted.filter((local) => local < '2026-05-01T00:00'));
    const monthly = nights('2026-03-31T21:00', '07:00', 'FREQ=MONTHLY;BYMONTHDAY=-1');
    const nextDay = { startLocal: '2026-04-01T21:00', endLocal: '2026-04-02T07:00' };
    expect(moveOccurrence(monthly, '2026-03-31T21:00', 'all', nextDay, before)).toEqual({
      problem: 'RULE_NOT_SHIFTABLE',
    });
  });

  // Would catch: a running guard whose start is rewritten, or whose end cannot be extended when it must be.
  it.each([
    ['2026-03-05T21:00', '2026-03-06T09:00', null],
    ['2026-03-05T21:00', '2026-03-06T02:00', 'PAST_FROZEN'],
    ['2026-03-05T22:00', '2026-03-06T07:00', 'PAST_FROZEN'],
  ])('running since 21:00, now 03:00: %s to %s gives %s', (startLocal, endLocal, problem) => {
    const edit = moveOccurrence(week, '2026-03-05T21:00', 'this', { startLocal, endLocal }, at('2026-03-06T03:00'));
    expect('problem' in edit ? edit.problem : null).toBe(problem);
  });

  it.each([
    ['2026-03-05T21:00', '2026-03-05T20:00', 'END_BEFORE_START'],
    ['2026-02-05T21:00', '2026-02-06T07:00', 'PAST_FROZEN'],
  ])('to %s until %s is refused with %s', (startLocal, endLocal, problem) => {
    expect(moveOccurrence(week, '2026-03-05T21:00', 'this', { startLocal, endLocal }, before)).toEqual({ problem });
    expect(moveOccurrence(week, '2026-03-05T21:00', 'all', { startLocal, endLocal }, before)).toEqual({ problem });
  });

  it('does not know a time the series does not give', () => {
    expect(moveOccurrence(week, '2026-03-05T22:00', 'this', times, before)).toEqual({ problem: 'NO_OCCURRENCE' });
  });
});

describe('removing occurrences', () => {
  // Would catch: "following" that also takes what lies before, "all" that takes what has begun.
  it('takes out this one, the following, or all that have not begun', () => {
    const now = at('2026-03-03T12:00');
    const kept = (scope: 'this' | 'following' | 'all') => {
      const edit = removeOccurrence(week, '2026-03-05T21:00', scope, now);
      return 'problem' in edit || !edit.kept ? edit : expand(edit.kept, YEAR).occurrences.map((o) => o.originalLocal);
    };
    expect(kept('this')).toHaveLength(6);
    expect(kept('following')).toEqual(['2026-03-02T21:00', '2026-03-03T21:00', '2026-03-04T21:00']);
    expect(kept('all')).toEqual(['2026-03-02T21:00']);
    expect(removeOccurrence(week, '2026-03-02T21:00', 'this', now)).toEqual({ problem: 'PAST_FROZEN' });
    expect(removeOccurrence(week, '2026-03-05T21:00', 'all', at('2026-02-01T00:00'))).toEqual({
      kept: null,
      added: null,
    });
  });
});

describe('splitting a series', () => {
  // Would catch: any rule for which the two parts are not the whole: an interval that starts anew, a count that is
  // doubled, an exception that is lost.
  it('gives back exactly the occurrences it had', () => {
    const minutes = fc.integer({ min: wallMinutes('2026-01-01T00:00'), max: wallMinutes('2026-12-31T00:00') });
    const pick = fc.nat(30);
    fc.assert(
      fc.property(plainRule, minutes, pick, pick, (rule, start, cut, changed) => {
        const startLocal = localOfWall(start);
        const text = textOf({ ...rule, untilDays: rule.untilDays ?? 200 }, startLocal);
        const plain = nights(startLocal, '06:00', text, { endDayOffset: 1 });
        const keys = startsBetween(plain, startLocal, '2030-01-01T00:00').starts;
        const key = keys[cut % Math.max(keys.length, 1)];
        const other = keys[changed % Math.max(keys.length, 1)];
        fc.pre(key !== undefined && other !== undefined);
        const ownTimes = { startLocal: `${other?.slice(0, 10)}T00:10`, endLocal: `${other?.slice(0, 10)}T00:20` };
        const series = { ...plain, exceptions: [own(other ?? '', ownTimes)] };
        const { earlier, later } = splitSeries(series, key ?? '');
        expect(later?.startLocal).toBe(key);
        expect(earlier === null).toBe(key === keys[0]);
        expect(spans(earlier, later)).toEqual(spans(series));
      }),
      { numRuns: 200 },
    );
  });
});

describe('the question a clock change asks', () => {
  const night = { startLocal: '2026-03-27T21:00', endLocal: '2026-03-28T07:00' };

  // Would catch: a drag over the change that silently makes the night longer or shorter.
  it('is asked when the two answers differ, and only then', () => {
    expect(clockChoice(night, '2026-03-28T21:00', OSLO)).toEqual({
      keepEnd: { endLocal: '2026-03-29T07:00', minutes: 540 },
      keepLength: { endLocal: '2026-03-29T08:00', minutes: 600 },
    });
    expect(clockChoice(night, '2026-10-24T21:00', OSLO)).toEqual({
      keepEnd: { endLocal: '2026-10-25T07:00', minutes: 660 },
      keepLength: { endLocal: '2026-10-25T06:00', minutes: 600 },
    });
    expect(clockChoice(night, '2026-03-29T21:00', OSLO)).toBeNull();
  });
});
