import type { CaseView } from '#contract/case.ts';
import { PlanDeskProvider } from '#renderer/features/plan/desk.tsx';
import { OpenMatters } from '#renderer/features/plan/OpenMatters.tsx';
import { PlanAbout } from '#renderer/features/plan/PlanAbout.tsx';
import { PlanDialogs } from '#renderer/features/plan/PlanDialogs.tsx';
import { TimelinePage } from './timeline/TimelinePage.tsx';
import { WithInspector } from './WithInspector.tsx';

/** The case in time and what is planned in it, with the inspector and the open matters beside it and never over it. */
export default function TimelineArea({ view }: { view: CaseView }) {
  const caseId = view.case.id;
  return (
    <PlanDeskProvider caseId={caseId}>
      <WithInspector caseId={caseId} width={320} lead={(id) => <PlanAbout id={id} />} below={<OpenMatters />}>
        <TimelinePage caseId={caseId} />
      </WithInspector>
      <PlanDialogs />
    </PlanDeskProvider>
  );
}
