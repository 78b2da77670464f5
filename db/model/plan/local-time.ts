import { plainLocal, secondLocal } from '../time.ts';

/**
 * Arithmetic on wall-clock texts `YYYY-MM-DDTHH:MM` that knows no zone: "the same time the next day" is the same time
 * also over a clock change. What instant it is, `#model/time.ts` says.
 */

const MINUTE_MS = 60_000;
const DAY_MINUTES = 1_440;

/** Minutes of a wall-clock text on a scale that counts every day as 24 hours. */
export function wallMinutes(local: string): number {
  return Date.parse(`${plainLocal(local)}Z`) / MINUTE_MS;
}

/** The wall-clock text of such minutes. */
export function localOfWall(minutes: number): string {
  return new Date(minutes * MINUTE_MS).toISOString().slice(0, 16);
}

/** `local` moved by wall-clock minutes; the second of two times stays it only where it stays. */
export function addWallMinutes(local: string, minutes: number): string {
  return minutes === 0 ? local : localOfWall(wallMinutes(local) + minutes);
}

/** Calendar days from the date of one wall-clock text to that of another. */
export function daysBetween(fromLocal: string, toLocal: string): number {
  return Math.floor(wallMinutes(toLocal) / DAY_MINUTES) - Math.floor(wallMinutes(fromLocal) / DAY_MINUTES);
}

/** The time `HH:MM` on the date of `local`, moved by `days`. */
export function localAt(local: string, time: string, days: number): string {
  const moved = addWallMinutes(`${local.slice(0, 10)}T${plainLocal(time)}`, days * DAY_MINUTES);
  return time.includes('~') ? secondLocal(moved) : moved;
}

/** `HH:MM` of a wall-clock text. */
export function timeOf(local: string): string {
  return local.slice(11);
}
