import type { RecordId } from '#model/ids.ts';
import { BriefingPage } from '#renderer/features/briefing/BriefingPage.tsx';

/** Briefings of the case. */
export default function BriefingsArea({ caseId }: { caseId: RecordId }) {
  return <BriefingPage caseId={caseId} />;
}
