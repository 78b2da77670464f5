import { useMemo, useSyncExternalStore } from 'react';
import type { RecordId } from '#model/ids.ts';
import type { Intake, Intakes } from './intakes.ts';

/** The files on their way into a case. */
export function useIntakes({ store }: Intakes, caseId: RecordId): readonly Intake[] {
  const all = useSyncExternalStore(store.subscribe, store.getState);
  return useMemo(() => all.filter((intake) => intake.caseId === caseId), [all, caseId]);
}
