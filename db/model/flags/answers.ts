import type { Values } from '../kinds.ts';

/** True if an order was made: no draft, no request, no refusal. Of one that only words tell nothing else is asked. */
export function isDecided({ stage }: Values<'order'>): boolean {
  return stage === null || stage === 'decided';
}

/** True if a measure is there or was: what is planned, called off or was not done has not happened. */
export function isDone({ status }: Values<'measure'>): boolean {
  return status === 'active' || status === 'done';
}
