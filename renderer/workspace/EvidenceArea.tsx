import { useTranslation } from 'react-i18next';
import type { RecordId } from '#model/ids.ts';
import { useRoute } from '#renderer/client/hooks.ts';
import { AttachmentDesk } from '#renderer/features/attachment/AttachmentDesk.tsx';
import { AttachmentFacts } from '#renderer/features/attachment/AttachmentFacts.tsx';
import { CustodyPanel } from '#renderer/features/attachment/CustodyPanel.tsx';
import { BacklinksPanel } from '#renderer/features/note/BacklinksPanel.tsx';
import { RecordInspector } from '#renderer/features/record/RecordInspector.tsx';
import { StrikeDialog } from '#renderer/features/record/StrikeDialog.tsx';
import { useCommands } from '#renderer/ui/commands.ts';
import { useNavigation } from '#renderer/ui/navigation.ts';
import { SplitPane } from '#renderer/ui/SplitPane.tsx';
import { FileEvidencePanel } from './FileEvidencePanel.tsx';
import { useOpenRecord } from './open-record.ts';

/** Attachments of the case, and beside the one that is shown: what is said of it, its chain of custody, what links to it. */
export default function EvidenceArea({ caseId }: { caseId: RecordId }) {
  const { t } = useTranslation('record');
  const selectedId = useNavigation((n) => n.recordId);
  const recordId = useAttachmentOf(selectedId);
  const select = useNavigation((n) => n.select);
  const open = useOpenRecord(caseId);
  const role = useRoute('session.get', {}).data?.person.role;
  const canWrite = role !== undefined && role !== 'reader';
  const close = () => select(null);
  useCommands(
    selectedId === null
      ? []
      : [{ id: 'inspector.close', label: t('close'), keys: 'Escape', inText: true, hidden: true, run: close }],
  );
  const inspector = recordId && (
    <RecordInspector id={recordId} onClose={close}>
      <AttachmentFacts id={recordId} caseId={caseId} canWrite={canWrite} />
      <FileEvidencePanel id={recordId} caseId={caseId} canWrite={canWrite} />
      <CustodyPanel
        id={recordId}
        caseId={caseId}
        canWrite={canWrite}
        strike={(id, onClose) => <StrikeStep id={id} onClose={onClose} />}
      />
      <BacklinksPanel recordId={recordId} onOpen={open} />
    </RecordInspector>
  );
  return (
    <SplitPane inspector={inspector} inspectorWidth={360}>
      <AttachmentDesk caseId={caseId} recordId={recordId} onSelect={select} canWrite={canWrite} />
    </SplitPane>
  );
}

function StrikeStep({ id, onClose }: { id: RecordId; onClose: () => void }) {
  const record = useRoute('record.get', { id }).data;
  return record ? <StrikeDialog record={record} onClose={onClose} /> : null;
}

/** The attachment that is meant: a step of its chain of custody has no page but that one. */
function useAttachmentOf(id: RecordId | null): RecordId | null {
  const record = useRoute('record.get', { id: id ?? ('' as RecordId) }, { enabled: id !== null }).data;
  if (record?.id !== id || record?.kind !== 'custody_event') return id;
  return record.values.attachmentId as RecordId;
}
