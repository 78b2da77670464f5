/** A patrol is a window with n passes. Their times are drawn when the duty is issued, so that nobody can learn them. */
import { localOfInstant } from '../time.ts';
import { toMinute } from './intervals.ts';
import { wallMinutes } from './local-time.ts';
import type { Period } from './types.ts';

const MINUTE_MS = 60_000;
const DAY_MINUTES = 1_440;

/** Two passes are at the same time of day within this. */
const SAME_TIME_MINUTES = 10;
/** The third repetition of a time or a route is one too many. */
const REPEATS_ALLOWED = 2;

/** Who watches learns from days, not from seasons: what is further back than 14 days repeats nothing. */
export const LOOKBACK_DAYS = 14;
const LOOKBACK_MS = LOOKBACK_DAYS * DAY_MINUTES * MINUTE_MS;

/** A pass that was driven or drawn. */
export interface Pass {
  readonly at: number;
  /** Route as named by those who drive it; null is not said. */
  readonly route: string | null;
}

/**
 * Draws the times of `count` passes in a window, each choice of whole minutes with the spacing equally likely.
 * @param spacing least minutes between two passes
 * @param seed whole number that is drawn anew each time the duty is issued and kept with it: the same seed gives the same
 * times
 * @returns instants in order; null if so many do not fit
 */
export function drawPasses(window: Period, count: number, spacing: number, seed: number): number[] | null {
  const start = toMinute(window.fromAt);
  const minutes = Math.floor((window.toAt - start) / MINUTE_MS);
  const free = minutes - (count - 1) * spacing;
  if (count < 1 || free < 1) return null;
  const random = generator(seed);
  // Drawn without the spacing and pulled apart afterwards: every allowed set comes out equally often.
  const drawn = Array.from({ length: count }, () => Math.floor(random() * free)).sort((a, b) => a - b);
  return drawn.map((minute, index) => start + (minute + index * spacing) * MINUTE_MS);
}

export type Repeats = 'time' | 'route';

/**
 * Passes of `next` that repeat a time of day for the third time, or a route for the third time running, within the days
 * before each.
 * @param past passes of other windows at the same place, in any order
 */
export function repeatedPasses(
  past: readonly Pass[],
  next: readonly Pass[],
  zone: string,
): { readonly pass: Pass; readonly repeats: Repeats }[] {
  const all = [...past, ...next].sort((a, b) => a.at - b.at);
  const found: { pass: Pass; repeats: Repeats }[] = [];
  for (const pass of next.toSorted((a, b) => a.at - b.at)) {
    const before = all.slice(0, all.indexOf(pass)).filter(({ at }) => at > pass.at - LOOKBACK_MS);
    const sameTime = before.filter((other) => apart(other.at, pass.at, zone) <= SAME_TIME_MINUTES);
    if (sameTime.length >= REPEATS_ALLOWED) found.push({ pass, repeats: 'time' });
    const last = before.slice(-REPEATS_ALLOWED);
    const isSameRoute = pass.route !== null && last.every(({ route }) => sameRoute(route, pass.route));
    if (isSameRoute && last.length === REPEATS_ALLOWED) found.push({ pass, repeats: 'route' });
  }
  return found;
}

/** Routes are named by hand: capitals and spaces make no other route. */
function sameRoute(a: string | null, b: string | null): boolean {
  const plain = (route: string) => route.trim().replaceAll(/\s+/g, ' ').toLocaleLowerCase('nb');
  return a !== null && b !== null && plain(a) === plain(b);
}

/** Minutes between two times of day, over midnight too. */
function apart(a: number, b: number, zone: string): number {
  const minute = (at: number) => wallMinutes(localOfInstant(at, zone)) % DAY_MINUTES;
  const difference = Math.abs(minute(a) - minute(b));
  return Math.min(difference, DAY_MINUTES - difference);
}

/** Numbers from 0 to under 1 (splitmix32, as described by Steele, Lea and Flood, OOPSLA 2014, in 32 bits). */
function generator(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let mixed = state ^ (state >>> 16);
    mixed = Math.imul(mixed, 0x21f0aaad);
    mixed ^= mixed >>> 15;
    mixed = Math.imul(mixed, 0x735a2d97);
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32;
  };
}
