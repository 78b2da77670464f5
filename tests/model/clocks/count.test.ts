import { describe, expect, it } from 'vitest';
import { addDays, addMonths, dateOf, dueOf, restOf, workingDay, workingDaysLeft } from '#model/clocks/count.ts';
import fc from '#tests/helpers/property.ts';
import { OSLO } from './samples.ts';

const day = fc
  .integer({ min: Date.UTC(1990, 0, 1) / 86_400_000, max: Date.UTC(2060, 0, 1) / 86_400_000 })
  .map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10));
const instant = fc.integer({ min: Date.UTC(1990, 0, 1), max: Date.UTC(2060, 0, 1) });

describe('counting', () => {
  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2028-02-29', 12, '2029-02-28'],
    ['2026-12-31', 2, '2027-02-28'],
    ['2026-03-31', -1, '2026-02-28'],
    ['0099-12-31', 2, '0100-02-28'],
  ])('%s and %i months is %s', (date, months, expected) => {
    expect(addMonths(date, months)).toBe(expected);
  });

  it.each([
    ['2026-04-02', 'holiday'],
    ['2026-04-04', 'saturday'],
    ['2026-05-01', 'mayDay'],
    ['2026-05-17', 'holiday'],
    ['2029-05-17', 'mayDay'],
    ['2008-05-01', 'holiday'],
    ['2026-12-24', null],
    ['2026-12-31', null],
    ['2026-03-30', null],
  ])('%s rests by %s', (date, expected) => {
    expect(restOf(date)).toBe(expected);
  });

  // Would catch: a jump over a working day, or a moved date that is itself a day off.
  it('moves to the next working day and over days off only, in both directions', () => {
    fc.assert(
      fc.property(day, fc.constantFrom(1 as const, -1 as const), (date, step) => {
        const { date: moved } = workingDay(date, step);
        expect(restOf(moved)).toBeNull();
        for (let at = date; at !== moved; at = addDays(at, step)) expect(restOf(at)).not.toBeNull();
      }),
    );
  });

  // Would catch: an hour won or lost over a clock change, a day counted twice.
  it('ends a term of days with the last instant of that day, and hours as they pass', () => {
    fc.assert(
      fc.property(instant, fc.integer({ min: 1, max: 60 }), (at, n) => {
        const due = dueOf(at, { unit: 'days', n }, OSLO) ?? 0;
        expect(dateOf(due - 1, OSLO)).toBe(addDays(dateOf(at, OSLO), n));
        expect(dateOf(due, OSLO)).toBe(addDays(dateOf(at, OSLO), n + 1));
        expect(dueOf(at, { unit: 'hours', n }, OSLO)).toBe(at + n * 3_600_000);
      }),
    );
  });

  // Would catch: today or the day after the end taken as one more working day.
  it('counts the working days left as a walk over the days does', () => {
    fc.assert(
      fc.property(instant, fc.integer({ min: 0, max: 60 }), (from, n) => {
        const to = dueOf(from, { unit: 'days', n }, OSLO) ?? 0;
        let count = 0;
        for (let i = 1; i <= n; i += 1) if (restOf(addDays(dateOf(from, OSLO), i)) === null) count += 1;
        expect(workingDaysLeft(from, to, OSLO)).toBe(count);
      }),
    );
  });
});
