import type { TransferFact } from '#model/clocks/facts.ts';
import type { RecordId } from '#model/ids.ts';
import type { Reader } from '../../book.ts';

/**
 * Transfers of one case or of all: of open cases, and of those that were taken over, whose copy here waits for its review.
 */
export async function readTransfers(reader: Reader, caseId: RecordId | null): Promise<TransferFact[]> {
  const rows = await reader.all<Omit<TransferFact, 'recordIds'> & { id: RecordId }>(
    `SELECT r.id, r.case_id AS caseId, t.offered_at AS offeredAt, t.received_at AS receivedAt,
       t.taken_over_at AS takenOverAt, t.withdrawn_at AS withdrawnAt, t.deletion_reviewed_at AS reviewedAt
     FROM record r JOIN case_transfer t ON t.id = r.id
     JOIN protection_case pc ON pc.id = r.case_id JOIN record c ON c.id = r.case_id
     WHERE r.kind = 'transfer' AND r.struck_at IS NULL AND c.struck_at IS NULL
       AND (r.case_id = ?1 OR (?1 IS NULL AND (pc.status = 'open' OR t.taken_over_at IS NOT NULL))) ORDER BY r.rid`,
    [caseId],
  );
  return rows.map(({ id, ...fact }) => ({ ...fact, recordIds: [id] }));
}
