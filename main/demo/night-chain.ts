import type { Tx } from '#db/book.ts';
import type { RecordId } from '#model/ids.ts';
import type { ResponseStep } from '#model/kinds/response.ts';
import { at, when } from './night-time.ts';

type Source = 'operations_log' | 'arrest_journal' | 'patrol_report' | 'court_book';
type Step = readonly [step: ResponseStep, time: string, who: string, readFrom: Source];

/** What followed the breach at the kindergarten: arrest, presentation, a week of remand, and out again. */
const FIRST: readonly Step[] = [
  ['patrol_there', '2026-03-11 18:09', 'Patrulje 33', 'operations_log'],
  ['statement_offered', '2026-03-11 18:50', 'Patrulje 33', 'arrest_journal'],
  ['arrest_upheld', '2026-03-11 19:25', 'Sund', 'arrest_journal'],
  ['defence_appointed', '2026-03-11 20:10', 'Sund', 'arrest_journal'],
  ['charge', '2026-03-12 09:30', 'Sund', 'arrest_journal'],
  ['presentation_requested', '2026-03-12 14:05', 'Sund', 'court_book'],
  ['hearing_opened', '2026-03-13 10:00', 'Tingretten', 'court_book'],
  ['she_notified', '2026-03-13 11:20', 'Fjære', 'patrol_report'],
];

/** What followed the breach of the night, as far as it has come at 05:12. */
const LAST: readonly Step[] = [
  ['alarm_raised', '2026-03-28 21:31', 'Lind', 'operations_log'],
  ['patrol_there', '2026-03-28 21:36', 'Patrulje 31', 'operations_log'],
  ['statement_offered', '2026-03-28 22:20', 'Patrulje 31', 'arrest_journal'],
  ['arrest_upheld', '2026-03-28 22:58', 'Sund', 'arrest_journal'],
  ['defence_appointed', '2026-03-28 23:40', 'Sund', 'arrest_journal'],
  ['she_notified', '2026-03-28 23:20', 'Fjære', 'patrol_report'],
];

interface Breaches {
  readonly first: RecordId;
  readonly calls: RecordId;
  readonly last: RecordId;
}

/** The arrests after the first and the last breach with what followed each. @returns the hearing about remand */
export async function writeChains(tx: Tx, caseId: RecordId, m: RecordId, { first, calls, last }: Breaches) {
  const header = { caseId };
  const arrest = { personId: m, custody: 'arrest', basis: 'strpl. § 171 nr. 3', confidence: 'verified' } as const;
  const { id: before } = await tx.insert(
    'arrest',
    {
      ...arrest,
      happened: when('2026-03-11 18:40'),
      text: 'M. pågrepet på parkeringsplassen ved barnehagen.',
      textEn: 'M. arrested in the car park by the kindergarten.',
      actorText: 'Patrulje 33',
      breachId: first,
      journalNumber: '2026-0311-07',
      courtBookReason: 'Tingretten berammet møtet til 13. mars kl. 10:00; avhør av vitner var ikke ferdig dagen etter.',
      courtBookReasonAt: at('2026-03-12 15:10'),
      cellFromAt: at('2026-03-11 19:05'),
      cellUntilAt: at('2026-03-13 11:30'),
    },
    header,
  );
  const remand = {
    personId: m,
    arrestId: before,
    decidedAt: at('2026-03-13 10:45'),
    fromAt: at('2026-03-13 10:45'),
    untilAt: at('2026-03-20 12:00'),
    releasedAt: at('2026-03-17 14:00'),
    text: 'Varetekt i én uke, med brev- og besøksforbud.',
    textEn: 'Remand for one week, with a ban on letters and visits.',
  } as const;
  await tx.insert('remand', remand, header);
  const { id: now } = await tx.insert(
    'arrest',
    {
      ...arrest,
      happened: when('2026-03-28 22:14'),
      text: 'M. pågrepet i bakgården av patrulje 31.',
      textEn: 'M. arrested in the back yard by patrol 31.',
      actorText: 'Patrulje 31',
      breachId: last,
      journalNumber: '2026-0328-11',
      cellFromAt: at('2026-03-28 22:50'),
    },
    header,
  );
  const chains = [
    [FIRST, first, before],
    [LAST, last, now],
  ] as const;
  for (const [steps, breachId, arrestId] of chains) {
    for (const [step, time, actorText, readFrom] of steps) {
      await tx.insert('response_step', { step, happened: when(time), actorText, readFrom, breachId, arrestId }, header);
    }
  }
  const charge = { step: 'charge', happened: when('2026-03-19 13:00'), actorText: 'Sund', breachId: calls } as const;
  await tx.insert('response_step', charge, header);
  const hearing = await tx.insert(
    'court_step',
    {
      text: 'Fengslingsmøte berammet.',
      textEn: 'Remand hearing scheduled.',
      step: 'remand_hearing',
      scheduledAt: at('2026-03-30 12:00'),
      court: 'Tingretten',
      actorText: 'Sund',
      personId: m,
      breachId: last,
      arrestId: now,
    },
    header,
  );
  return hearing.id;
}

/** What proves the breaches; one piece is not secured yet and is overwritten soon. */
export async function writeEvidence(tx: Tx, caseId: RecordId, { first, calls, last }: Breaches): Promise<void> {
  const pieces = [
    ['body_camera', 'Kroppskamera, patrulje 33', '12 min', first, '2026-03-11 21:00', 'Patrulje 33'],
    ['statement', 'Avhør av styrer i barnehagen', '4 sider', first, '2026-03-12 11:00', 'Moe'],
    ['phone_data', 'Anropslogg fra Linds telefon', '11 anrop', calls, '2026-03-18 10:15', 'Fjære'],
    ['alarm_recording', 'Lydopptak fra voldsalarmen', '18 min', last, '2026-03-28 22:30', 'Operasjonssentralen'],
    ['body_camera', 'Kroppskamera, patrulje 31', '43 min', last, '2026-03-29 00:20', 'Patrulje 31'],
  ] as const;
  for (const [type, text, amount, breachId, secured, securedBy] of pieces) {
    const values = { type, text, amount, breachId, securedAt: at(secured), securedBy } as const;
    await tx.insert('evidence', values, { caseId });
  }
  await tx.insert(
    'evidence',
    {
      type: 'video',
      text: 'Overvåkingskamera ved sykkelskuret',
      breachId: last,
      owner: 'Moe',
      dueAt: at('2026-03-30 12:00'),
      decaysAt: at('2026-04-04 21:31'),
    },
    { caseId },
  );
}

/** How the order in force is worded, term by term, and how it was served. */
export async function writeTerms(tx: Tx, caseId: RecordId, orderId: RecordId, lind: RecordId): Promise<void> {
  const terms = [
    ['place', 'Boligen, med oppgang, bakgård og fortauet utenfor.'],
    ['place', 'Barnehagen og skolen, med parkeringsplassene.'],
    ['contact', 'All kontakt, også gjennom andre.'],
    ['circle', 'Gjelder også barn A og barn B.'],
  ] as const;
  for (const [type, text] of terms) {
    await tx.insert('order_term', { orderId, type, text, ...(type === 'contact' && { personId: lind }) }, { caseId });
  }
  const attempts = [
    ['2025-04-02 18:30', 'failed', 'Ikke hjemme', null],
    ['2025-04-03 14:20', 'served', 'Underskrevet gjenpart', 'in_person'],
  ] as const;
  for (const [time, outcome, proof, method] of attempts) {
    const values = { orderId, attemptAt: at(time), outcome, proof, method, byWhom: 'Holm' } as const;
    await tx.insert('order_service', values, { caseId });
  }
}

/** Who has a part in the case, and since when. */
export async function writeOfficers(tx: Tx, caseId: RecordId): Promise<void> {
  const officers = [
    ['responsible_prosecutor', 'Sund', '000 00 011', '2025-04-02 12:00', null],
    ['lead_investigator', 'Brekke', '000 00 012', '2025-04-02 12:00', '2026-01-15 08:00'],
    ['lead_investigator', 'Moe', '000 00 013', '2026-01-15 08:00', null],
    ['analyst', 'Fjære', '000 00 014', '2025-11-20 08:00', null],
    ['police_contact', 'Vik', '000 00 015', '2026-03-12 08:00', null],
    ['victims_counsel', 'Advokat Hauge', '000 00 016', '2026-03-13 09:00', null],
  ] as const;
  for (const [duty, name, phone, from, to] of officers) {
    await tx.insert('case_officer', { duty, name, phone, fromAt: at(from), toAt: to && at(to) }, { caseId });
  }
}

/** What each is in the criminal case, since when. */
export async function writeStandings(
  tx: Tx,
  caseId: RecordId,
  { lind, m }: { readonly lind: RecordId; readonly m: RecordId },
): Promise<void> {
  const standings = [
    [lind, 'aggrieved', '2025-04-01', 'strl. § 168'],
    [m, 'suspect', '2026-03-11 17:58', 'strl. § 168'],
    [m, 'charged', '2026-03-11 18:40', 'strl. § 168'],
  ] as const;
  for (const [personId, status, since, offence] of standings) {
    await tx.insert('procedural_status', { personId, status, since: when(since), offence }, { caseId });
  }
}
