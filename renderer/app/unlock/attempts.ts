import { failureOf } from '#renderer/ui/ErrorNotice.tsx';

/** What a failed unlock says beyond its code. */
export interface AttemptFacts {
  /** ms until the next attempt is taken; 0 at once. */
  readonly waitMs: number;
  /** Failed attempts in a row, if told. */
  readonly inARow: number | null;
}

/** Reads what came with a failed unlock; anything unknown counts as not said. */
export function attemptFacts(error: unknown): AttemptFacts {
  const { data } = failureOf(error);
  const told = data && typeof data === 'object' ? (data as Record<string, unknown>) : {};
  const waitMs = typeof told.waitMs === 'number' && told.waitMs > 0 ? told.waitMs : 0;
  const inARow = typeof told.failedInRow === 'number' ? told.failedInRow : null;
  return { waitMs, inARow };
}
