import { useCallback } from 'react';
import type { RecordId } from '#model/ids.ts';
import { KIND_NAMES, type Kind, kindOf } from '#model/kinds.ts';
import { type CaseArea, useNavigation } from '#renderer/ui/navigation.ts';

/** What an area is there for, where that is not the first of its kinds: offered first, and by its key. */
const MAIN: Partial<Record<CaseArea, Kind>> = { measures: 'measure' };

/** Kinds a case area lists; the case itself and parts of other records are not listed. */
export const KINDS_OF_AREA = Object.fromEntries(
  (
    [
      'events',
      'orders',
      'assessments',
      'measures',
      'notes',
      'referrals',
      'court',
      'investigation',
      'evidence',
      'people',
    ] as const
  ).map((area) => [
    area,
    KIND_NAMES.filter((kind) => kindOf(kind).area === area && kindOf(kind).listed !== false).sort(
      (a, b) => Number(b === MAIN[area]) - Number(a === MAIN[area]),
    ),
  ]),
) as Partial<Record<CaseArea, Kind[]>>;

/** Area in which a record of this kind is edited. Needs and wishes are listed with the persons who spoke them. */
function areaOfKind(kind: Kind): CaseArea {
  const { area } = kindOf(kind);
  return area === 'overview' ? 'overview' : area;
}

/** Opens a record where it is listed, with the inspector beside it. */
export function useOpenRecord(caseId: RecordId): (id: RecordId, kind: Kind) => void {
  const openCase = useNavigation((n) => n.openCase);
  return useCallback((id, kind) => openCase(caseId, areaOfKind(kind), id), [openCase, caseId]);
}
