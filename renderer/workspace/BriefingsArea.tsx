import type { RecordId } from '#model/ids.ts';
import { BriefingPage } from '#renderer/features/briefing/BriefingPage.tsx';
import { briefingChoice } from '#renderer/ui/briefing-choice.ts';
import { useNavigation } from '#renderer/ui/navigation.ts';

/**
 * Briefings of the case. A breach or an order that is open here is what the package is about; the case itself, opened here
 * from its pattern, asks for the chronology.
 */
export default function BriefingsArea({ caseId }: { caseId: RecordId }) {
  const recordId = useNavigation((n) => n.recordId);
  const isCase = recordId === caseId;
  return (
    <BriefingPage
      key={recordId}
      caseId={caseId}
      begunAs={recordId === null ? briefingChoice(caseId).profile : isCase ? 'kronologi' : 'saksdokumenter'}
      begunWith={isCase ? null : recordId}
    />
  );
}
