import { readFile } from 'node:fs/promises';
import { openImportFile } from '#main/import/file.ts';
import { importFile } from '#main/import/write.ts';
import type { Context } from '#main/services/context.ts';
import type { RecordId } from '#model/ids.ts';
import { writeNight } from './night.ts';
import { writeNightNotes } from './night-notes.ts';
import { writeUnit } from './night-unit.ts';

/** Sunday 29 March 2026, 05:12 in Norway (ms UTC): the moment at which the invented night is shown. */
export const DEMO_STORY_AT = Date.UTC(2026, 2, 29, 3, 12);

/** The published chronologies and the zone in which their times are meant. */
const CHRONOLOGIES: readonly { file: string; name: string; zone: string }[] = [
  { file: 'eremia-v-moldova.csv', name: 'Eremia mot Moldova', zone: 'Europe/Chisinau' },
  { file: 'opuz-v-turkey.csv', name: 'Opuz mot Tyrkia', zone: 'Europe/Istanbul' },
  { file: 'lenahan-gonzales-v-united-states.csv', name: 'Lenahan (Gonzales) mot USA', zone: 'America/Denver' },
];

/**
 * Fills a new book with the demonstration: three published chronologies and the invented night.
 * @param folder URL of the folder that holds the chronologies, with a slash at its end
 * @returns the id of the night's case
 */
export async function buildDemoBook({ book, zone }: Pick<Context, 'book' | 'zone'>, folder: URL): Promise<RecordId> {
  for (const chronology of CHRONOLOGIES) {
    const file = await openImportFile(await readFile(new URL(chronology.file, folder)));
    const target = { caseName: chronology.name };
    await importFile({ book, file, target, mapping: file.guess, zone: chronology.zone, bookZone: zone });
  }
  const { value } = await book.command('demo.build', async (tx) => {
    const { caseId, records, roster } = await writeNight(tx);
    await writeUnit(tx, roster);
    await writeNightNotes(tx, caseId, records);
    return caseId;
  });
  return value;
}
