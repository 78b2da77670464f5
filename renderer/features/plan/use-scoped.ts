import type { EditScope } from '#model/plan/recurrence-edit.ts';
import type { OccurrenceRef } from '#model/plan/types.ts';
import { usePlanDesk } from './desk.tsx';
import { type Pending, recurs } from './pending.ts';

/** What an edit would leave, so that it is told beside the question; null where it changes nothing that is reckoned. */
type Change = Extract<Pending, { type: 'scope' }>['change'];

/** Does an edit at once, or of a series after it was asked how far it reaches. */
export function useScoped(): (ref: OccurrenceRef, change: Change, run: (scope: EditScope) => void) => void {
  const { plan, ask } = usePlanDesk();
  return (ref, change, run) =>
    plan && recurs(plan, ref) ? ask({ type: 'scope', refs: [ref], change, run }) : run('this');
}
