import { addWallMinutes } from './local-time.ts';

/** Reliefs of a series are written a quarter ahead: what is planned beyond it changes before it comes. Days. */
const REACH_DAYS = 92;

/** Last start, wall clock, for which a relief is written that begins with the occurrence of this start. */
export function reliefsUntil(fromLocal: string): string {
  return addWallMinutes(fromLocal, REACH_DAYS * 1_440);
}
