import { useEffect, useState } from 'react';
import type { RecordId } from '#model/ids.ts';
import { useClient } from './hooks.ts';

/** How far a large case has been read for a question that waits for it; null before the first part, or where none is read. */
export function useReading(caseId: RecordId): { readonly done: number; readonly total: number } | null {
  const client = useClient();
  const [reading, setReading] = useState<{ caseId: RecordId; done: number; total: number } | null>(null);
  useEffect(() => client.on('case.reading', (told) => told.caseId === caseId && setReading(told)), [client, caseId]);
  return reading?.caseId === caseId ? reading : null;
}
