import type { Calendar } from './calendar.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** The pointer cannot be held still within fewer pixels than this. */
const LEAST_STEP_PX = 3;
/** A target wins over the grid within this distance. */
const TARGET_PX = 6;
const STEPS = [15 * MINUTE, 30 * MINUTE, HOUR, 3 * HOUR, 6 * HOUR, DAY];

/** Grid that dragged times fall on at a zoom: a quarter of an hour where it can be seen, coarser further out. */
export function snapStep(msPerPx: number): number {
  return STEPS.find((step) => step / msPerPx >= LEAST_STEP_PX) ?? DAY;
}

/**
 * The time a dragged edge falls on: the nearest target within 6 px (a neighbour's edge, the present), else the grid of
 * the wall clock.
 */
export function snap(at: number, targets: readonly number[], msPerPx: number, calendar: Calendar): number {
  let best: number | null = null;
  for (const target of targets) {
    const distance = Math.abs(target - at);
    if (distance <= TARGET_PX * msPerPx && (best === null || distance < Math.abs(best - at))) best = target;
  }
  return best ?? snapToGrid(at, snapStep(msPerPx), calendar);
}

/** Nearest multiple of a step as the wall clock shows it; of a day of 23 hours the hour that is gone is passed over. */
export function snapToGrid(at: number, stepMs: number, { clock }: Calendar): number {
  const local = clock.toLocal(at);
  const below = Math.floor(local / stepMs) * stepMs;
  let best = at;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (const candidate of [below, below + stepMs]) {
    const found = clock.occurrences(candidate);
    for (const instant of found.length > 0 ? found : [clock.toInstant(candidate)]) {
      const distance = Math.abs(instant - at);
      if (distance < bestDistance) {
        best = instant;
        bestDistance = distance;
      }
    }
  }
  return best;
}
