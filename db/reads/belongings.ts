import type { RecordId } from '#model/ids.ts';
import type { Reader } from '../book.ts';

/** Ids of the records of the book that belong to these persons, by what they are. */
export interface Belongings {
  readonly contactPoints: RecordId[];
  readonly places: RecordId[];
  readonly whereabouts: RecordId[];
}

/** What the book has of these persons: how to reach them, their places and where they are said to be. */
export async function readBelongings(reader: Reader, persons: readonly RecordId[]): Promise<Belongings> {
  const of = async (table: string) => {
    const rows = await reader.all<{ id: RecordId }>(
      `SELECT id FROM ${table} WHERE person_id IN (SELECT value FROM json_each(?))`,
      [JSON.stringify(persons)],
    );
    return rows.map((row) => row.id);
  };
  return { contactPoints: await of('contact_point'), places: await of('place'), whereabouts: await of('whereabouts') };
}
