import type { EditScope } from '#model/plan/recurrence-edit.ts';
import type { OccurrenceRef } from '#model/plan/types.ts';
import { usePlanDesk } from './desk.tsx';
import { recurs } from './pending.ts';

/** Does an edit at once, or of a series after it was asked how far it reaches. */
export function useScoped(): (ref: OccurrenceRef, run: (scope: EditScope) => void) => void {
  const { plan, ask } = usePlanDesk();
  return (ref, run) => (plan && recurs(plan, ref) ? ask({ type: 'scope', run }) : run('this'));
}
