import type { RecordId } from '#model/ids.ts';
import type { Kind } from '#model/kinds.ts';
import { StoreError } from '../store-error.ts';
import type { CommandScope } from './command-scope.ts';

/** What goes on after another district has taken the case over: the transfer itself, who was told what, who asks for it. */
const GOES_ON: ReadonlySet<Kind> = new Set([
  ...(['transfer', 'transfer_item', 'disclosure', 'data_request', 'recall_read_back'] as const),
]);

const known = new WeakMap<CommandScope, Map<RecordId, boolean>>();

/**
 * A case that another district has taken over is read only here: two books that are both written in would tell two cases.
 * @throws StoreError HANDED_OVER
 */
export async function checkOurs(scope: CommandScope, kind: Kind, caseId: RecordId | null): Promise<void> {
  if (caseId === null || GOES_ON.has(kind)) return;
  const cases = known.get(scope) ?? new Map<RecordId, boolean>();
  known.set(scope, cases);
  let isTaken = cases.get(caseId);
  if (isTaken === undefined) {
    const rows = await scope.connection.all(
      `SELECT 1 FROM record r JOIN case_transfer t ON t.id = r.id
       WHERE r.case_id = ? AND r.kind = 'transfer' AND r.struck_at IS NULL AND t.taken_over_at <= ? LIMIT 1`,
      [caseId, scope.now],
    );
    isTaken = rows.length > 0;
    cases.set(caseId, isTaken);
  }
  if (isTaken) throw new StoreError('HANDED_OVER', { id: caseId });
}
