import type { RecordId } from '#model/ids.ts';
import type { Reader } from '../book.ts';

/** Labels of these places, those that were struck too: what happened there still did. */
export async function readPlaceNames(reader: Reader, ids: readonly RecordId[]): Promise<Map<RecordId, string>> {
  if (ids.length === 0) return new Map();
  const rows = await reader.all<{ id: RecordId; label: string }>(
    'SELECT p.id, p.label FROM json_each(?1) j JOIN place p ON p.id = j.value',
    [JSON.stringify(ids)],
  );
  return new Map(rows.map(({ id, label }) => [id, label]));
}
