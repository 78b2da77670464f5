import { instantOfLocal, localOfInstant } from '../time.ts';
import { addDays, restOf } from './count.ts';

/**
 * Until when a court takes petitions for remand for a hearing the same day, `HH:MM`; null on days on which it sits for
 * none. Each court sets its own; the unit enters it.
 */
export interface CourtCutoff {
  readonly court: string;
  readonly weekday: string | null;
  readonly saturday: string | null;
  /** Sundays and holidays. */
  readonly holiday: string | null;
}

/** How far back a cut-off is looked for: past any run of days off. */
const DAYS_BACK = 14;

/**
 * The court's last cut-off at or before `dueAt` and not before `startedAt`, ms UTC: with it the working deadline is the
 * earlier of law and court. Null where no hearing can be had in between.
 */
export function lastCutoff(cutoff: CourtCutoff, startedAt: number, dueAt: number | null, zone: string): number | null {
  if (dueAt === null) return null;
  const last = localOfInstant(dueAt, zone).slice(0, 10);
  for (let back = 0; back <= DAYS_BACK; back += 1) {
    const date = addDays(last, -back);
    const time = timeOn(cutoff, date);
    const at = time === null ? null : instantOfLocal(`${date}T${time}`, zone);
    if (at === null || at > dueAt) continue;
    return at >= startedAt ? at : null;
  }
  return null;
}

function timeOn(cutoff: CourtCutoff, date: string): string | null {
  const rest = restOf(date);
  if (rest === null) return cutoff.weekday;
  return rest === 'saturday' ? cutoff.saturday : cutoff.holiday;
}
