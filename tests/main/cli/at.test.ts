import { describe, expect, it } from 'vitest';
import { type Call, UsageError } from '#main/cli/args.ts';
import { askedAt } from '#main/cli/at.ts';

const call = (at?: string): Call => ({ command: 'flags', operands: ['book'], options: { at }, json: true });
const asked = (at?: string) => askedAt(call(at), 'Europe/Oslo', 42);

describe('the instant a call asks about', () => {
  // Would catch: a wall clock read in the zone of the machine, or a day that leaves out what happened on it.
  it.each([
    ['2026-03-14T20:00Z', '2026-03-14T20:00Z'],
    ['2026-03-14T20:00:00.000Z', '2026-03-14T20:00Z'],
    ['2026-03-14T20:00+02:00', '2026-03-14T18:00Z'],
    ['2026-03-14T20:00', '2026-03-14T19:00Z'],
    ['2026-07-14T20:00', '2026-07-14T18:00Z'],
    ['2026-03-14', '2026-03-14T22:59Z'],
  ])('reads %s', (given, instant) => {
    expect(new Date(asked(given)).toISOString()).toBe(instant.replace('Z', ':00.000Z'));
  });

  // Would catch: a slip of the finger that is answered as of now.
  it.each(['', 'i går', '2026-02-30', '2026-03-29T02:30', '2026-03', '14.03.2026', '2026-03-14T25:00Z'])(
    'refuses %s',
    (given) => {
      expect(() => asked(given)).toThrow(UsageError);
    },
  );

  it('is now where it is not given', () => {
    expect(asked()).toBe(42);
  });
});
