import type { ShownRecord } from '#contract/record.ts';
import type { RecordId } from '#model/ids.ts';
import type { Kind } from '#model/kinds.ts';
import { useRoute } from '#renderer/client/hooks.ts';

/** The newest records of some kinds in a case, newest first, and how many there are in all. */
export function useNewest(caseId: RecordId, kinds: readonly Kind[], limit: number) {
  const list = useRoute('record.list', { caseId, kinds: [...kinds], order: 'time_desc', limit });
  const records: readonly ShownRecord[] = list.data?.records ?? [];
  return { records, total: list.data?.total ?? 0, loading: list.isPending, error: list.error };
}
