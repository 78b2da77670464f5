/** The two clocks: `wall` goes on while the machine sleeps, `steady` cannot be set back. Both in ms. */
interface Clocks {
  readonly wall: () => number;
  readonly steady: () => number;
}

export interface IdleClock {
  /** The person did something. */
  touch(): void;
  /** Looks at the clocks: called about once a second. */
  look(): void;
}

export interface IdleOptions {
  readonly lockAfterMs: number;
  readonly clocks: Clocks;
  /** Less than a minute is left: told at every look. */
  readonly warn: (locksInMs: number) => void;
  /** Time is up. Called at every look from then on. */
  readonly expire: (cause: 'idle' | 'system') => void;
}

const WARN_BEFORE_MS = 60_000;
/** The wall clock ran on this much longer than the steady one: the machine slept. */
const SLEPT_MS = 60_000;

/**
 * Tells when nobody has done anything for too long. The longer of two clocks counts: a machine that slept has been
 * alone, and a wall clock set back gives no time. A machine that was found to have slept is locked at once, since not
 * every shell is told of it before.
 */
export function createIdleClock({ lockAfterMs, clocks, warn, expire }: IdleOptions): IdleClock {
  const read = () => ({ wall: clocks.wall(), steady: clocks.steady() });
  let touched = read();
  let looked = touched;
  return {
    touch() {
      touched = read();
    },
    look() {
      const now = read();
      const slept = now.wall - looked.wall - (now.steady - looked.steady) > SLEPT_MS;
      looked = now;
      const left = lockAfterMs - Math.max(now.wall - touched.wall, now.steady - touched.steady);
      if (slept) expire('system');
      else if (left <= 0) expire('idle');
      else if (left <= WARN_BEFORE_MS) warn(left);
    },
  };
}
