import type { ShownRecord } from '#contract/record.ts';
import type { Values } from '#model/kinds.ts';

/** What an alarm's grant is asked about. */
export function grantOf(alarm: ShownRecord): {
  readonly unit: string;
  /** ms UTC; null is not known. */
  readonly grantedUntilAt: number | null;
  /** False where she has it no longer. */
  readonly isOut: boolean;
} {
  const { unit, grantedUntilAt, returnedAt, status } = alarm.values as Values<'alarm'>;
  const isOut = alarm.struckAt === null && returnedAt === null && (status === null || status === 'active');
  return { unit, grantedUntilAt, isOut };
}
