import { describe, expect, it } from 'vitest';
import type { Clock } from '#model/clocks/types.ts';
import { clockChange, hourTicks, presentationOf, shareOf, shortDue } from '#renderer/features/clock/bar-marks.ts';
import { clocksOf, OSLO, on } from '#tests/model/clocks/samples.ts';

const HOUR = 3_600_000;

describe('the bar from arrest to court', () => {
  // Would catch: the mark for the change of clocks an hour off, or drawn in a week that has none.
  it('finds the change of clocks to the minute', () => {
    const from = on('2026-03-28 22:14');
    expect(clockChange(from, from + 48 * HOUR, OSLO)).toEqual({ at: Date.UTC(2026, 2, 29, 1), forward: true });
    const autumn = on('2026-10-24 22:14');
    expect(clockChange(autumn, autumn + 48 * HOUR, OSLO)).toEqual({ at: Date.UTC(2026, 9, 25, 1), forward: false });
    expect(clockChange(on('2026-06-01 12:00'), on('2026-06-03 12:00'), OSLO)).toBeNull();
  });

  // Would catch: the adult's 48 hours shown for someone under 18, or where the third day was reasoned.
  it('shows the clock that governs', () => {
    const of = (given: object, now = '2026-03-29 05:12'): (Clock['id'] | undefined)[] => {
      const found = presentationOf(clocksOf('arrests', { arrestedAt: '2026-03-28 22:14', ...given }, now));
      return [found?.governing.id, found?.dayAfter?.id];
    };
    expect(of({})).toEqual(['C4', 'C5']);
    expect(of({ under18: true })).toEqual(['C7', undefined]);
    expect(of({ thirdDayReasonAt: '2026-03-29 04:00' })).toEqual(['C6', 'C5']);
    expect(of({ releasedAt: '2026-03-29 04:00' })).toEqual([undefined, undefined]);
  });

  // Would catch: an English date as long as it is, written over the hearing beside it.
  it.each([
    ['ma. 30. mars 23:14', 'ma 23:14'],
    ['Mo 30 March 23:14', 'Mo 23:14'],
    ['lø. 1. august 24:00', 'lø 24:00'],
    ['i dag 24:00', 'i dag 24:00'],
    ['today 24:00', 'today 24:00'],
  ])('has room for %s as %s', (words, expected) => {
    expect(shortDue(words)).toBe(expected);
  });

  it('keeps to its edges and leaves room for the last hour', () => {
    expect(shareOf(5, 10, 20)).toBe(0);
    expect(shareOf(25, 10, 20)).toBe(1);
    expect(shareOf(15, 10, 20)).toBe(0.5);
    expect(hourTicks(0, 48 * HOUR)).toEqual([6, 12, 18, 24, 30, 36, 42]);
    expect(hourTicks(0, 25 * HOUR)).toEqual([6, 12, 18]);
  });
});
