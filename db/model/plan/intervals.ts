/** Sets of minutes as sorted half-open periods. */
import type { Period } from './types.ts';

const MINUTE_MS = 60_000;

/** The minute that holds an instant: confirmations are said at any second, coverage is told in whole minutes. */
export function toMinute(at: number): number {
  return Math.floor(at / MINUTE_MS) * MINUTE_MS;
}

/** Minutes in a period. */
export function minutesIn(period: Period): number {
  return (period.toAt - period.fromAt) / MINUTE_MS;
}

/** What two periods share; null if nothing. */
export function overlap(a: Period, b: Period): Period | null {
  const fromAt = Math.max(a.fromAt, b.fromAt);
  const toAt = Math.min(a.toAt, b.toAt);
  return fromAt < toAt ? { fromAt, toAt } : null;
}

/** The same minutes in order, periods that touch or overlap made one. */
export function union(periods: readonly Period[]): Period[] {
  const sorted = periods.filter((period) => period.fromAt < period.toAt).sort((a, b) => a.fromAt - b.fromAt);
  const joined: { fromAt: number; toAt: number }[] = [];
  for (const period of sorted) {
    const last = joined.at(-1);
    if (last && period.fromAt <= last.toAt) last.toAt = Math.max(last.toAt, period.toAt);
    else joined.push({ fromAt: period.fromAt, toAt: period.toAt });
  }
  return joined;
}

/** Minutes of `whole` that lie in none of `taken`. */
export function without(whole: Period, taken: readonly Period[]): Period[] {
  const left: Period[] = [];
  let fromAt = whole.fromAt;
  for (const period of union(taken)) {
    if (period.toAt <= fromAt) continue;
    if (period.fromAt >= whole.toAt) break;
    if (period.fromAt > fromAt) left.push({ fromAt, toAt: period.fromAt });
    fromAt = period.toAt;
  }
  if (fromAt < whole.toAt) left.push({ fromAt, toAt: whole.toAt });
  return left;
}
