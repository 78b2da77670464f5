import type { RecordId } from '#model/ids.ts';
import { NotesPage } from '#renderer/features/note/NotesPage.tsx';
import { useNavigation } from '#renderer/ui/navigation.ts';
import { useOpenRecord } from './open-record.ts';

/** Notes of the case. */
export default function NotesArea({ caseId }: { caseId: RecordId }) {
  const recordId = useNavigation((n) => n.recordId);
  const select = useNavigation((n) => n.select);
  const open = useOpenRecord(caseId);
  return <NotesPage caseId={caseId} recordId={recordId} onSelect={select} onOpenRecord={open} />;
}
