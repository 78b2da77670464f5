import { plannedLocal, resolveLocal } from '../time.ts';
import { addWallMinutes, wallMinutes } from './local-time.ts';

/** What the two answers to a clock change would give, in local end and minutes. */
interface ClockChoice {
  readonly keepEnd: { readonly endLocal: string; readonly minutes: number };
  readonly keepLength: { readonly endLocal: string; readonly minutes: number };
}

const MINUTE_MS = 60_000;

/**
 * The question to ask when a period is given another start: keep the wall-clock end or keep the length?
 * @param period as it is now, wall clock
 * @returns null if both answers are the same, because no clock change lies in either
 */
export function clockChoice(
  period: { readonly startLocal: string; readonly endLocal: string },
  newStartLocal: string,
  zone: string,
): ClockChoice | null {
  const oldStart = resolveLocal(period.startLocal, zone);
  const oldEnd = resolveLocal(period.endLocal, zone);
  const start = resolveLocal(newStartLocal, zone);
  if (!oldStart || !oldEnd || !start) return null;
  const wall = wallMinutes(period.endLocal) - wallMinutes(period.startLocal);
  const endLocal = addWallMinutes(newStartLocal, wall);
  const end = resolveLocal(endLocal, zone);
  if (!end) return null;
  const length = (oldEnd.at - oldStart.at) / MINUTE_MS;
  const minutes = (end.at - start.at) / MINUTE_MS;
  if (minutes === length) return null;
  return {
    keepEnd: { endLocal, minutes },
    keepLength: { endLocal: plannedLocal(start.at + length * MINUTE_MS, zone), minutes: length },
  };
}
