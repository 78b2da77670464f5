let offsetMs = 0;

/** The book's time, ms UTC: the machine's, except in a demonstration, whose invented night has a clock of its own. */
export function clockNow(): number {
  return Date.now() + offsetMs;
}

/** What lies within the time a call takes is the same clock. */
const SAME_MS = 60_000;

/** Sets how far the open book's clock is from the machine's, ms. */
export function setClockOffset(ms: number): void {
  offsetMs = Math.abs(ms) < SAME_MS ? 0 : ms;
}
