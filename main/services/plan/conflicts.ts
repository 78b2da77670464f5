import type { PlanConflicts, PlanRaised } from '#contract/plan-view.ts';
import type { RecordId } from '#model/ids.ts';
import { type CalendarRisk, type CalendarRiskType, raisedNeeds } from '#model/plan/calendar-risk.ts';
import { conflictsOf } from '#model/plan/conflicts.ts';
import { riskPeriod } from '#model/plan/risk-period.ts';
import { workItemsOf } from '#model/plan/work-items.ts';
import type { Context } from '../context.ts';
import { ownCases, type PlanQuestion, readBoth } from './read.ts';
import type { PlanRecords } from './records.ts';
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
    raised: raisedNeeds(risksOf(records), window.needs, window)
      .map(raisedOf)
      .filter(({ caseId }) => own.has(caseId)),
    accepted: acceptedOf(records, (caseId) => caseId !== null && own.has(caseId)),
  };
}

const TYPES: Readonly<Record<string, CalendarRiskType>> = { court_date: 'court', child_exchange: 'custody_exchange' };

/** Dates that ask for something; one without a level or a date raises nothing by itself. */
function risksOf({ risks, roles }: PlanRecords): CalendarRisk[] {
  return risks.flatMap(({ id, caseId, values: v }): CalendarRisk[] => {
    const personId =
      v.personId ?? roles.find((role) => role.caseId === caseId && role.values.role === 'protected')?.values.personId;
    const period = riskPeriod(v);
    if (!caseId || !personId || !period || v.protectionLevel === null) return [];
    return [
      {
        id,
        caseId,
        personId,
        type: TYPES[v.type] ?? (v.type as CalendarRiskType),
        level: v.protectionLevel,
        headcount: v.headcount ?? 1,
        // The period has its hours before and after already.
        before: 0,
        after: 0,
        ...period,
      },
    ];
  });
}

function raisedOf({ risk, fromAt, toAt, missing }: ReturnType<typeof raisedNeeds>[number]): PlanRaised {
  return {
    riskId: risk.id as RecordId,
    caseId: risk.caseId as RecordId,
    personId: risk.personId as RecordId,
    level: risk.level,
    headcount: risk.headcount,
    fromAt,
    toAt,
    missing,
  };
}
