/** Escape and leave: out of the house, and not let go. */
import type { Away } from './facts.ts';
import type { Reading } from './types.ts';

/** Since when he is gone that way, ms UTC; null where he is not, or is back. */
export function goneSince(away: readonly Away[], how: Away['how']): number | null {
  const last = away.at(-1);
  return last && last.how === how && last.toAt === null ? last.fromAt : null;
}

/** When he first escaped, ms UTC; null: he did not. */
export function escapedFirst(away: readonly Away[]): number | null {
  return away.find(({ how }) => how === 'escaped')?.fromAt ?? null;
}

/**
 * What a date of a remand rests on while he is gone. The act moves it for no escape, and a leave is part of the custody:
 * both are readings, as it is silent.
 */
export function dateStands({ away }: { readonly away: readonly Away[] }): readonly Reading[] {
  if (goneSince(away, 'escaped') !== null) return ['escaped_date_stands'];
  return goneSince(away, 'leave') !== null ? ['leave_counts'] : [];
}
