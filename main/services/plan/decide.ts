import type { ParsedOf } from '#contract/routes.ts';
import type { Tx } from '#db/book.ts';
import type { RecordId } from '#model/ids.ts';
import { loadMeasure } from './load.ts';

/**
 * Lets a measure rest on a decision; one that was just taken is written in the same step, so that one undo takes both back.
 * @returns the decision's id
 */
export async function decide(
  tx: Tx,
  measureId: RecordId,
  decision: ParsedOf<'plan.decide'>['decision'],
): Promise<RecordId> {
  const { caseId } = await loadMeasure(tx, measureId);
  const id =
    'id' in decision ? decision.id : (await tx.insert('decision', { type: 'measure', ...decision }, { caseId })).id;
  await tx.update('measure', measureId, { decisionId: id });
  return id;
}
