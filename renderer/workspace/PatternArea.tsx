import type { RecordId } from '#model/ids.ts';
import { PatternPage } from '#renderer/features/pattern/PatternPage.tsx';
import { useNavigation } from '#renderer/ui/navigation.ts';
import { EventViews } from './EventViews.tsx';
import { useEdit } from './edit.ts';
import { WithInspector } from './WithInspector.tsx';

/** The pattern of what was done against her, with the inspector beside it. */
export default function PatternArea({ caseId }: { caseId: RecordId }) {
  return (
    <WithInspector caseId={caseId}>
      <Inner caseId={caseId} />
    </WithInspector>
  );
}

function Inner({ caseId }: { caseId: RecordId }) {
  const edit = useEdit();
  const openCase = useNavigation((n) => n.openCase);
  const exportIt = () => openCase(caseId, 'briefings', caseId);
  return <PatternPage caseId={caseId} onOpen={edit.open} views={<EventViews />} onExport={exportIt} />;
}
