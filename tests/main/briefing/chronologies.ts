import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { Book } from '#db/book.ts';
import { openImportFile } from '#main/import/file.ts';
import { importFile } from '#main/import/write.ts';
import type { RecordId } from '#model/ids.ts';

export const CHRONOLOGIES = ['eremia-v-moldova', 'opuz-v-turkey', 'lenahan-gonzales-v-united-states'] as const;

export interface ChronologyRow {
  readonly date: string;
  readonly time: string;
  readonly precision: string;
  readonly kind: string;
  readonly text_nb: string;
  readonly text_en: string;
}

function read(name: string): Buffer {
  return readFileSync(join(import.meta.dirname, '../../../resources/demo', `${name}.csv`));
}

/** The rows of a published chronology as they stand in its file. */
export function chronologyRows(name: string): ChronologyRow[] {
  return parse(read(name), { columns: true }) as ChronologyRow[];
}

/** Imports a published chronology as a case of its own. */
export async function importChronology(book: Book, name: string): Promise<RecordId> {
  const file = await openImportFile(read(name));
  const { caseId } = await importFile({
    book,
    file,
    target: { caseName: name },
    mapping: file.guess,
    zone: 'Europe/Oslo',
    bookZone: 'Europe/Oslo',
  });
  if (!caseId) throw new Error('nothing was imported');
  return caseId;
}
