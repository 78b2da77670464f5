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
  return instantOf('at', String(given), zone, (day) => day.toAt - 60_000);
}

/**
 * The time a call asks about, ms UTC: from `--from` to `--to`, of which a day counts whole. Throws UsageError.
 */
export function askedPeriod(call: Call, zone: string): { readonly fromAt: number; readonly toAt: number } {
  const fromAt = instantOf('from', String(call.options.from), zone, (day) => day.fromAt);
  const toAt = instantOf('to', String(call.options.to), zone, (day) => day.toAt);
  if (toAt <= fromAt) throw new UsageError('--to lies after --from');
  if (toAt - fromAt > LONGEST_MS) throw new UsageError('--from and --to lie at most twenty years apart');
  return { fromAt, toAt };
}

const LONGEST_MS = 20 * 366 * 86_400_000;

type Day = NonNullable<ReturnType<typeof dayBounds>>;

function instantOf(option: string, given: string, zone: string, ofDay: (day: Day) => number): number {
  const words = given.trim();
  const day = dayBounds(words, zone);
  const at = WITH_OFFSET.test(words) ? Date.parse(words) : (instantOfLocal(words, zone) ?? (day && ofDay(day)));
  if (at === null || Number.isNaN(at)) {
    throw new UsageError(`--${option} is an instant: 2026-03-14T20:00Z, 2026-03-14T20:00 or 2026-03-14`);
  }
  return at;
}
