import type { RecordId } from '#model/ids.ts';
import { NotesPage, type TimelinePlace } from '#renderer/features/note/NotesPage.tsx';
import { useNavigation } from '#renderer/ui/navigation.ts';
import { useOpenRecord } from './open-record.ts';

/** Notes of the case. */
export default function NotesArea({ caseId }: { caseId: RecordId }) {
  const recordId = useNavigation((n) => n.recordId);
  const select = useNavigation((n) => n.select);
  const openCase = useNavigation((n) => n.openCase);
  const goTime = useNavigation((n) => n.goTime);
  const open = useOpenRecord(caseId);
  const showOnTimeline = (place: TimelinePlace) => {
    if ('at' in place) goTime(caseId, place.at);
    else openCase(caseId, 'timeline', place.recordId);
  };
  return (
    <NotesPage
      caseId={caseId}
      recordId={recordId}
      onSelect={select}
      onOpenRecord={open}
      onShowOnTimeline={showOnTimeline}
    />
  );
}
