import { useMemo } from 'react';
import type { ShownRecord } from '#contract/record.ts';
import type { RecordId } from '#model/ids.ts';
import { useRoute } from '#renderer/client/hooks.ts';

/** A qualification an officer holds. */
export interface Held {
  readonly id: RecordId;
  readonly code: string;
  readonly label: string;
  /** ms UTC; null does not run out. */
  readonly validUntilAt: number | null;
}

const MOST = 500;

/** What an officer is qualified for, by code. One list serves every row of the page. */
export function useHeld(officerId: RecordId): readonly Held[] {
  const holdings = useRoute('record.list', { kinds: ['officer_qualification'], order: 'entered', limit: MOST });
  const known = useRoute('record.list', { kinds: ['qualification'], order: 'entered', limit: MOST });
  return useMemo(() => {
    const byId = new Map((known.data?.records ?? []).map((record) => [record.id, record]));
    return (holdings.data?.records ?? [])
      .filter(({ values }) => values.officerId === officerId)
      .flatMap((record) => heldOf(record, byId))
      .sort((a, b) => a.code.localeCompare(b.code, 'nb'));
  }, [holdings.data, known.data, officerId]);
}

function heldOf({ id, values }: ShownRecord, byId: ReadonlyMap<RecordId, ShownRecord>): Held[] {
  const qualification = byId.get(values.qualificationId as RecordId);
  if (!qualification) return [];
  return [
    {
      id,
      code: String(qualification.values.code),
      label: String(qualification.values.label),
      validUntilAt: values.validUntilAt as number | null,
    },
  ];
}
