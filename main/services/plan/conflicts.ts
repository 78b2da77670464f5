import type { PlanConflicts } from '#contract/plan-view.ts';
import type { RecordId } from '#model/ids.ts';
import { conflictsOf } from '#model/plan/conflicts.ts';
import { workItemsOf } from '#model/plan/work-items.ts';
import type { Context } from '../context.ts';
import { readRaised } from './dates.ts';
import { ownCases, type PlanQuestion, readBoth } from './read.ts';
import { acceptedOf } from './view.ts';

/** What does not hold as planned; of cases one is not in, nothing. */
export async function readConflicts(context: Context, question: PlanQuestion): Promise<PlanConflicts> {
  const { records, built } = await readBoth(context, question);
  const { window } = built;
  const own = question.caseId === null ? await ownCases(context) : new Set([question.caseId]);
  const isOwn = ({ caseIds }: { readonly caseIds: readonly string[] }) => caseIds.some((id) => own.has(id as RecordId));
  return {
    nowAt: window.nowAt,
    conflicts: conflictsOf(window).filter(isOwn),
    items: workItemsOf(window).filter(isOwn),
    raised: (await readRaised(context, question, records, window)).filter(({ caseId }) => own.has(caseId)),
    accepted: acceptedOf(records, (caseId) => caseId !== null && own.has(caseId)),
  };
}
