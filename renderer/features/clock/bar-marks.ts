import type { Clock } from '#model/clocks/types.ts';
import { localOfInstant } from '#model/time.ts';

const HOUR_MS = 60 * 60 * 1_000;
const MINUTE_MS = 60_000;

/** The clocks of one arrest that are about being brought before the court. */
export interface Presentation {
  /** The one that governs: 48 hours, the day after for whoever was under 18, the third day with its reason. */
  readonly governing: Clock;
  /** The day after, which asks for a reason in the court book; null where it is the governing one. */
  readonly dayAfter: Clock | null;
}

/** Picks them out of an arrest's clocks; null where none runs, as after a release in time. */
export function presentationOf(clocks: readonly Clock[]): Presentation | null {
  const running = (id: Clock['id']) => clocks.find((one) => one.id === id && one.state !== 'not_applicable');
  const governing = running('C4') ?? running('C7') ?? running('C6');
  return governing ? { governing, dayAfter: running('C5') ?? null } : null;
}

/** Where on the bar an instant lies: 0 at the arrest, 1 at the deadline; what lies outside is held at the edge. */
export function shareOf(at: number, fromAt: number, dueAt: number): number {
  return dueAt <= fromAt ? 1 : Math.min(1, Math.max(0, (at - fromAt) / (dueAt - fromAt)));
}

/** Full hours to write under the bar: every sixth, from the arrest, without those that would meet the last one. */
export function hourTicks(fromAt: number, dueAt: number): number[] {
  const hours = (dueAt - fromAt) / HOUR_MS;
  const step = hours > 60 ? 12 : 6;
  const ticks: number[] = [];
  for (let hour = step; hour < hours - step / 2; hour += step) ticks.push(hour);
  return ticks;
}

/** A date as the bar has room for it: `ma. 30. mars 23:14` is `ma 23:14`, `Mo 30 March 23:14` is `Mo 23:14`. */
export function shortDue(words: string): string {
  return words.replace(/^(\S+?)\.? \d+\.? \S+ /, '$1 ');
}

/** The instant within at which clocks change in `zone`, ms UTC, and which way; null where they do not. */
export function clockChange(fromAt: number, dueAt: number, zone: string): { at: number; forward: boolean } | null {
  const offset = (at: number) => Date.parse(`${localOfInstant(at, zone)}Z`) - Math.floor(at / MINUTE_MS) * MINUTE_MS;
  const before = offset(fromAt);
  if (offset(dueAt) === before) return null;
  let [low, high] = [fromAt, dueAt];
  while (high - low > MINUTE_MS) {
    const middle = Math.floor((low + high) / 2 / MINUTE_MS) * MINUTE_MS;
    if (middle <= low) break;
    if (offset(middle) === before) low = middle;
    else high = middle;
  }
  return { at: high, forward: offset(dueAt) > before };
}
