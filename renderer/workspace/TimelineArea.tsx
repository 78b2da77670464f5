import type { CaseView } from '#contract/case.ts';
import { TimelinePage } from './timeline/TimelinePage.tsx';
import { WithInspector } from './WithInspector.tsx';

/** The case in time, with the inspector beside it and never over it. */
export default function TimelineArea({ view }: { view: CaseView }) {
  return (
    <WithInspector caseId={view.case.id} width={320}>
      <TimelinePage caseId={view.case.id} />
    </WithInspector>
  );
}
