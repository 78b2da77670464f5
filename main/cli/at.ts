import { dayBounds, instantOfLocal } from '#model/time.ts';
import { type Call, UsageError } from './args.ts';

const WITH_OFFSET = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/;

/**
 * The instant a call asks about, ms UTC: `--at` with an offset, as wall clock of `zone`, or as a day, which counts to its
 * end. Without it `now`. Throws UsageError.
 */
export function askedAt(call: Call, zone: string, now: number): number {
  const given = call.options.at;
  if (given === undefined) return now;
  const words = String(given).trim();
  const at = WITH_OFFSET.test(words)
    ? Date.parse(words)
    : (instantOfLocal(words, zone) ?? lastMinute(dayBounds(words, zone)));
  if (at === null || Number.isNaN(at)) {
    throw new UsageError('--at is an instant: 2026-03-14T20:00Z, 2026-03-14T20:00 or 2026-03-14');
  }
  return at;
}

function lastMinute(day: { readonly toAt: number } | null): number | null {
  return day && day.toAt - 60_000;
}
