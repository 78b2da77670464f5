import type { RecordId } from '#model/ids.ts';
import { BriefingPage } from '#renderer/features/briefing/BriefingPage.tsx';
import { useNavigation } from '#renderer/ui/navigation.ts';

/** Briefings of the case; a breach or an order that is open here is what the package is about. */
export default function BriefingsArea({ caseId }: { caseId: RecordId }) {
  const aboutId = useNavigation((n) => n.recordId);
  return <BriefingPage caseId={caseId} aboutId={aboutId} key={aboutId} />;
}
