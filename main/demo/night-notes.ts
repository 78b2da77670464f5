import type { Tx } from '#db/book.ts';
import type { RecordId } from '#model/ids.ts';
import { whenOf } from '#model/when.ts';

const ZONE = 'Europe/Oslo';

/** Notes of the invented night, as plain text; the editor makes its document when one is first opened. */
const NOTES: readonly [date: string, time: string, heading: string, text: string][] = [
  [
    '2026-03-28',
    '23:05',
    'Samtale med Lind, natt til søndag',
    'Snakket med Lind 51 minutter etter at M. ble pågrepet. Hun er redd, men klar og konkret. Barna var våkne og hørte ropene.\n\nHun sier at M. har brukt søsteren til å spørre hvor barna skal være i påsken. Søsteren har ikke svart.\n\nAvtalt: fast vakthold står til retten har avgjort. Melding etter 09:00 når tid for fengslingsmøtet er kjent. Hun vil forklare seg i dag kl. 10:00.',
  ],
  [
    '2026-03-28',
    '23:50',
    'Rapport fra patrulje 31',
    'M. sto i bakgården ved sykkelskuret. Sa at han ville levere en gave til datteren. Ingen motstand. Ingen våpen funnet.',
  ],
  [
    '2026-03-27',
    '14:00',
    'Samarbeidsmøte, barnehagen',
    'Styrer kjenner rutinen. Henting bare med avtalt ord. Ingen uniform ved porten.',
  ],
  [
    '2026-03-26',
    '11:30',
    'SARA:SV, grunnlag',
    'Fire kilder: samtale med Lind, anrop fra skjult nummer, søsterens opplysninger, rapporter fra 11. og 18. mars.',
  ],
  [
    '2026-03-17',
    '10:00',
    'Trygghetsplan, versjon 3',
    'Naboen i første etasje har nøkkel. Bagen står pakket i boden. Barna vet hvor de skal gå.',
  ],
];

/** Writes the notes of the night into its case. */
export async function writeNightNotes(tx: Tx, caseId: RecordId): Promise<void> {
  for (const [date, time, heading, text] of NOTES) {
    await tx.insert('note', { heading, text, happened: whenOf(date, time, 'minute', ZONE) }, { caseId });
  }
}
