import type { PlanView } from '#contract/plan-view.ts';
import type { RecordId } from '#model/ids.ts';
import { type Context, ServiceError } from '../context.ts';
import { readRaised } from './dates.ts';
import { readPlanRecords } from './records.ts';
import { viewOf } from './view.ts';
import { type BuiltWindow, buildWindow } from './window.ts';

/** Which part of the plan: of one case or, with null, of all; ms UTC. */
export interface PlanQuestion {
  readonly caseId: RecordId | null;
  readonly fromAt: number;
  readonly toAt: number;
}

/** The plan as the rules read it, with nothing withheld: for answers that are made in the core. */
export async function readWindow(context: Context, question: PlanQuestion): Promise<BuiltWindow> {
  return (await readBoth(context, question)).built;
}

/** The plan as a page may have it. */
export async function readView(context: Context, question: PlanQuestion): Promise<PlanView> {
  const { records, built } = await readBoth(context, question);
  const own = question.caseId === null ? await ownCases(context) : null;
  const raised = await readRaised(context, question, records, built.window);
  return viewOf(records, built, raised, (caseId) => (own ? own.has(caseId) : caseId === question.caseId));
}

/** Records and window together; the zone is the case's, or of all cases the book's. Throws ServiceError NOT_FOUND. */
export async function readBoth(context: Context, question: PlanQuestion) {
  const records = await readPlanRecords(context.book, question);
  const zone =
    question.caseId === null ? context.zone : records.cases.find((one) => one.id === question.caseId)?.values.zone;
  if (zone === undefined) throw new ServiceError('NOT_FOUND');
  return { records, built: buildWindow(records, { ...question, zone, nowAt: context.now() }) };
}

/**
 * Cases of the person at the screen: for the lead all; for others those they have written in, and those in which an
 * officer of their name is assigned. The board of the unit tells of other cases only when and who.
 */
export async function ownCases({ book, person }: Context): Promise<ReadonlySet<RecordId>> {
  const rows = await book.all<{ id: RecordId }>(
    person.role === 'lead'
      ? "SELECT id FROM record WHERE kind = 'case'"
      : `SELECT c.id FROM record c WHERE c.kind = 'case' AND (c.created_by = ?1
           OR EXISTS (SELECT 1 FROM record r WHERE r.case_id = c.id AND r.created_by = ?1 AND r.struck_at IS NULL)
           OR EXISTS (SELECT 1 FROM record a JOIN assignment s ON s.id = a.id JOIN officer o ON o.id = s.officer_id
             WHERE a.case_id = c.id AND a.kind = 'assignment' AND a.struck_at IS NULL AND o.name = ?1))`,
    person.role === 'lead' ? [] : [person.name],
  );
  return new Set(rows.map((row) => row.id));
}
