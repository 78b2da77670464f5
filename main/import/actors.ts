import type { Reader, Tx } from '#db/book.ts';
import type { RecordId } from '#model/ids.ts';
import type { ImportedRow } from './row.ts';

/** Persons who have a part in a case, by the name they are spoken of; none for a case that is not there yet. */
export async function casePersonsByLabel(
  reader: Reader,
  caseId: RecordId | null,
): Promise<Map<string, RecordId | null>> {
  if (caseId === null) return new Map();
  const rows = await reader.all<{ id: RecordId; name: string }>(
    `SELECT p.id, p.name FROM case_person cp JOIN record r ON r.id = cp.id JOIN person p ON p.id = cp.person_id
     WHERE r.case_id = ? AND r.struck_at IS NULL`,
    [caseId],
  );
  return new Map(rows.map((row) => [row.name, row.id]));
}

/** The person an actor's label names in this case, made with their part in it when the case has none of that name. */
export async function ensureActor(
  tx: Tx,
  caseId: RecordId,
  people: Map<string, RecordId | null>,
  actor: NonNullable<ImportedRow['actor']>,
): Promise<{ id: RecordId; created: boolean }> {
  const known = people.get(actor.name);
  if (known) return { id: known, created: false };
  const { id } = await tx.insert('person', { name: actor.name });
  await tx.insert('case_person', { personId: id, role: actor.role }, { caseId });
  people.set(actor.name, id);
  return { id, created: true };
}
