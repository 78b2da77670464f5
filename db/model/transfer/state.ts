import type { Values } from '../kinds.ts';

/** Steps of a transfer, in the order in which they are taken. */
export const TRANSFER_STEPS = ['offered', 'received', 'read_back', 'taken_over'] as const;
export type TransferStep = (typeof TRANSFER_STEPS)[number];

/** How far a transfer has come; `withdrawn` ended without being taken over. */
export type TransferStage = 'prepared' | TransferStep | 'withdrawn';

/** When each step was taken, ms UTC; null is not. */
export type TransferTimes = Pick<
  Values<'transfer'>,
  'offeredAt' | 'receivedAt' | 'readBackAt' | 'takenOverAt' | 'withdrawnAt'
>;

/** Steps that cannot all be true as told. They are shown and stand in the way of nothing: a source may have it so. */
export type TransferContradiction =
  | { readonly code: 'step_before_step'; readonly step: TransferStep; readonly other: TransferStep }
  | { readonly code: 'step_missing'; readonly step: TransferStep; readonly other: TransferStep }
  | { readonly code: 'withdrawn_after_taken_over' };

const AT = {
  offered: 'offeredAt',
  received: 'receivedAt',
  read_back: 'readBackAt',
  taken_over: 'takenOverAt',
} as const;

/** When a step was taken, ms UTC. */
export function stepAt(times: TransferTimes, step: TransferStep): number | null {
  return times[AT[step]];
}

/** How far it had come at `now`, ms UTC: the last step in order that was taken by then. */
export function stageAt(times: TransferTimes, now: number): TransferStage {
  const taken = TRANSFER_STEPS.findLast((step) => isBy(stepAt(times, step), now)) ?? 'prepared';
  return taken !== 'taken_over' && isBy(times.withdrawnAt, now) ? 'withdrawn' : taken;
}

/** Who is responsible at `now`, ms UTC: the giver until the receiver has said that it is taken over, and not before. */
export function responsibleAt(times: TransferTimes, now: number): 'giver' | 'receiver' {
  return stageAt(times, now) === 'taken_over' ? 'receiver' : 'giver';
}

/** Since when a transfer waits for its next step, ms UTC; null where it waits for none. */
export function waitsSince(times: TransferTimes, now: number): number | null {
  const stage = stageAt(times, now);
  if (stage === 'prepared' || stage === 'taken_over' || stage === 'withdrawn') return null;
  return stepAt(times, stage);
}

/** What in a transfer's steps contradicts itself. */
export function transferContradictions(times: TransferTimes): TransferContradiction[] {
  const found: TransferContradiction[] = [];
  TRANSFER_STEPS.forEach((step, index) => {
    const at = stepAt(times, step);
    if (at === null) {
      const other = TRANSFER_STEPS.slice(index + 1).find((later) => stepAt(times, later) !== null);
      if (other) found.push({ code: 'step_missing', step, other });
      return;
    }
    for (const other of TRANSFER_STEPS.slice(0, index)) {
      const before = stepAt(times, other);
      if (before !== null && at < before) found.push({ code: 'step_before_step', step, other });
    }
  });
  if (times.takenOverAt !== null && times.withdrawnAt !== null) found.push({ code: 'withdrawn_after_taken_over' });
  return found;
}

function isBy(at: number | null, now: number): boolean {
  return at !== null && at <= now;
}
