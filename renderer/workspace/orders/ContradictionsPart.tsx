import { useTranslation } from 'react-i18next';
import type { RecordId } from '#model/ids.ts';
import { useRoute } from '#renderer/client/hooks.ts';
import { InspectorPart } from '#renderer/ui/SplitPane.tsx';
import { useOpenRecord } from '../open-record.ts';
import { ContradictionLine } from './ContradictionLine.tsx';

/** Under a record: what it says that cannot be true beside what others say, or that the law does not know. */
export function ContradictionsPart({ caseId, recordId }: { caseId: RecordId; recordId: RecordId }) {
  const { t } = useTranslation('orders');
  const openRecord = useOpenRecord(caseId);
  const { data } = useRoute('order.contradictions', { caseId });
  const own = (data?.contradictions ?? []).filter(({ sides }) => sides.some((side) => side.recordId === recordId));
  if (own.length === 0) return null;
  return (
    <InspectorPart title={t('contradictions')}>
      {own.map((one) => (
        <ContradictionLine
          key={one.code + one.sides.map(({ recordId, what }) => recordId + what).join()}
          contradiction={one}
          onOpen={(side) => openRecord(side.recordId, side.kind)}
        />
      ))}
    </InspectorPart>
  );
}
