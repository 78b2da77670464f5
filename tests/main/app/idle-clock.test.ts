import { describe, expect, test } from 'vitest';
import { createIdleClock } from '#main/app/idle-clock.ts';
import fc from '#tests/helpers/property.ts';

const MINUTE_MS = 60_000;

function clockAt(lockAfterMs = 10 * MINUTE_MS) {
  const time = { wall: 1_700_000_000_000, steady: 5_000 };
  const told: string[] = [];
  const idle = createIdleClock({
    lockAfterMs,
    clocks: { wall: () => time.wall, steady: () => time.steady },
    warn: (ms) => told.push(`warn ${ms}`),
    expire: (cause) => told.push(cause),
  });
  const pass = (ms: number, wallMs = ms) => {
    time.steady += ms;
    time.wall += wallMs;
    idle.look();
  };
  return { idle, told, pass };
}

describe('idle clock', () => {
  test('locks at the minute, warns in the one before, and not earlier', () => {
    const { told, pass } = clockAt();
    pass(9 * MINUTE_MS - 1);
    expect(told).toEqual([]);
    pass(1);
    pass(MINUTE_MS - 1);
    expect(told).toEqual(['warn 60000', 'warn 1']);
    pass(1);
    expect(told.at(-1)).toBe('idle');
  });

  test('something done starts the time anew', () => {
    const { idle, told, pass } = clockAt();
    pass(9 * MINUTE_MS - 1);
    idle.touch();
    pass(9 * MINUTE_MS - 1);
    expect(told).toEqual([]);
  });

  // Setting the clock back an hour would otherwise keep a book open for an hour more.
  test('a wall clock set back gives no time', () => {
    const { told, pass } = clockAt();
    for (let minute = 0; minute < 10; minute++) pass(MINUTE_MS, -MINUTE_MS);
    expect(told.at(-1)).toBe('idle');
  });

  // The steady clock stands still while a machine sleeps: a lid shut for the night would count as nothing.
  test('a machine that slept is locked when it wakes', () => {
    const { told, pass } = clockAt();
    pass(1_000, 2 * MINUTE_MS);
    expect(told).toEqual(['system']);
  });

  test('whatever the clocks do, ten minutes of either without a hand lock the book', () => {
    const steps = fc.array(fc.tuple(fc.integer({ min: 0, max: 90_000 }), fc.integer({ min: -90_000, max: 90_000 })));
    fc.assert(
      fc.property(steps, (passed) => {
        const { told, pass } = clockAt();
        let [steady, wall] = [0, 0];
        for (const [ms, wallMs] of passed) {
          pass(ms, wallMs);
          steady += ms;
          wall += wallMs;
          if (Math.max(steady, wall) >= 10 * MINUTE_MS) expect(['idle', 'system']).toContain(told.at(-1));
        }
      }),
    );
  });
});
