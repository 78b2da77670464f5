import type { RecordId } from '#model/ids.ts';
import type { Reader } from '../../book.ts';

/** The zone in which the dates of each case are meant. */
export async function readCaseZones(reader: Reader): Promise<ReadonlyMap<RecordId, string>> {
  const rows = await reader.all<{ id: RecordId; zone: string }>('SELECT id, zone FROM protection_case');
  return new Map(rows.map((row) => [row.id, row.zone]));
}
