/**
 * Arithmetic on wall-clock texts `YYYY-MM-DDTHH:MM` that knows no zone: "the same time the next day" is the same time
 * also over a clock change. What instant it is, `#model/time.ts` says.
 */

const MINUTE_MS = 60_000;
const DAY_MINUTES = 1_440;

/** Minutes of a wall-clock text on a scale that counts every day as 24 hours. */
export function wallMinutes(local: string): number {
  return Date.parse(`${local}Z`) / MINUTE_MS;
}

/** The wall-clock text of such minutes. */
export function localOfWall(minutes: number): string {
  return new Date(minutes * MINUTE_MS).toISOString().slice(0, 16);
}

/** `local` moved by wall-clock minutes. */
export function addWallMinutes(local: string, minutes: number): string {
  return localOfWall(wallMinutes(local) + minutes);
}

/** Calendar days from the date of one wall-clock text to that of another. */
export function daysBetween(fromLocal: string, toLocal: string): number {
  return Math.floor(wallMinutes(toLocal) / DAY_MINUTES) - Math.floor(wallMinutes(fromLocal) / DAY_MINUTES);
}

/** The time `HH:MM` on the date of `local`, moved by `days`. */
export function localAt(local: string, time: string, days: number): string {
  return addWallMinutes(`${local.slice(0, 10)}T${time}`, days * DAY_MINUTES);
}

/** `HH:MM` of a wall-clock text. */
export function timeOf(local: string): string {
  return local.slice(11);
}
