import type { Tx } from '#db/book.ts';
import type { RecordId } from '#model/ids.ts';
import { writeChains, writeEvidence } from './night-chain.ts';
import { at, when } from './night-time.ts';

/** Threats, incidents and contacts up to the night. */
export async function writeThreats(tx: Tx, caseId: RecordId, m: RecordId): Promise<void> {
  const m_ = { actorId: m, actorText: 'M.' };
  const threats = [
    [
      '2025-11-03',
      'Sier på telefon at hun ikke skal få ha ungene i fred.',
      'Says on the phone that she will not have the children in peace.',
      ['call'],
    ],
    ['2026-02-08 22:40', 'Melding: «Jeg vet hvor dere sover.»', 'Message: “I know where you sleep.”', ['sms']],
    [
      '2026-03-25 08:50',
      'Brev i postkassen, uten avsender, med tegning av huset.',
      'Letter in the box, no sender, with a drawing of the house.',
      ['letter'],
    ],
  ] as const;
  for (const [date, text, textEn, channels] of threats) {
    await tx.insert(
      'threat',
      {
        ...m_,
        happened: when(date),
        text,
        textEn,
        channels,
        sender: date.startsWith('2026-03') ? 'unknown' : 'confirmed',
        source: 'Fortalt av Lind',
      },
      { caseId },
    );
  }
  const incidents = [
    [
      '2025-04-01',
      'Slår henne i gangen mens barna ser på.',
      'Hits her in the hall while the children watch.',
      'confirmed',
      true,
    ],
    ['2025-11-19 23:15', 'Sparker inn kjellervinduet.', 'Kicks in the cellar window.', 'probable', true],
    [
      '2026-03-26 16:40',
      'Ukjent grå bil står ved butikken til hun går.',
      'An unknown grey car stands by the shop until she leaves.',
      'unknown',
      false,
    ],
    [
      '2026-03-28 21:10',
      'Nabo ser mørk varebil med motoren i gang.',
      'A neighbour sees a dark van with its engine running.',
      'unknown',
      false,
    ],
  ] as const;
  for (const [date, text, textEn, sender, childrenPresent] of incidents) {
    await tx.insert(
      'incident',
      {
        happened: when(date),
        text,
        textEn,
        sender,
        childrenPresent,
        ...(sender === 'unknown' ? { actorText: 'Ukjent' } : m_),
        confidence: sender === 'unknown' ? 'unconfirmed' : 'reported',
      },
      { caseId },
    );
  }
  const contacts = [
    [
      '2026-03-24',
      'Søsteren spør hvor barna skal være i påsken.',
      'His sister asks where the children will be at Easter.',
      ['through_others'],
      1,
    ],
    [
      '2026-03-27',
      'Sju anrop fra skjult nummer i løpet av dagen.',
      'Seven calls from a hidden number during the day.',
      ['call'],
      7,
    ],
  ] as const;
  for (const [date, text, textEn, channels, count] of contacts) {
    await tx.insert(
      'contact',
      {
        happened: when(date),
        text,
        textEn,
        channels,
        contacts: count,
        sender: 'probable',
        actorText: 'M., gjennom andre',
      },
      { caseId },
    );
  }
}

/** The restraining order and the draft of electronic control. @returns the order in force */
export async function writeOrders(tx: Tx, caseId: RecordId): Promise<RecordId> {
  const { id } = await tx.insert(
    'order',
    {
      text: 'Besøksforbud for sted og kontakt, også gjennom andre.',
      textEn: 'Restraining order for place and contact, also through others.',
      happened: when('2025-04-02'),
      variant: 'restraining_order',
      terms:
        'Kan ikke oppsøke boligen, barnehagen eller skolen, og ikke ta kontakt på noen måte, heller ikke gjennom andre.',
      decidedAt: at('2025-04-02 15:10'),
      decidedBy: 'Sund',
      servedAt: at('2025-04-03 14:20'),
      servedBy: 'Holm',
      servedHow: 'Personlig, av tjenesteperson',
      servedProof: 'Underskrevet gjenpart',
      knownSinceAt: at('2025-04-03 14:20'),
      fromAt: at('2025-04-03 14:20'),
      toAt: at('2026-04-03 00:00'),
      source: 'Straffeprosessloven § 222 a',
    },
    { caseId },
  );
  await tx.insert(
    'order',
    {
      text: 'Elektronisk kontroll, utkast. Ikke besluttet.',
      textEn: 'Electronic control, draft. Not decided.',
      happened: when('2026-03-29'),
      variant: 'electronic_control',
      stage: 'draft',
      source: 'Straffeprosessloven § 222 g',
    },
    { caseId },
  );
  return id;
}

/** When each breach was reported, and when a lawyer decided about it. */
const REPORTED = {
  '2026-03-11 17:55': '2026-03-11 17:58',
  '2026-03-18 02:40': '2026-03-18 09:10',
  '2026-03-26 14:12': '2026-03-26 15:00',
  '2026-03-28 21:31': '2026-03-28 21:34',
} as const;
const DECIDED = { '2026-03-11 17:55': '2026-03-12 09:30', '2026-03-18 02:40': '2026-03-19 13:00' } as const;

/** Breaches, the arrests and what the law does next. @returns the newest breach and the hearing */
export async function writeBreaches(tx: Tx, caseId: RecordId, m: RecordId, orderId: RecordId) {
  const breaches = [
    [
      '2026-03-11 17:55',
      'Oppmøte ved barnehagen ved henting.',
      'Turns up at the kindergarten at pick-up.',
      ['turning_up'],
      'decided',
      true,
    ],
    [
      '2026-03-18 02:40',
      'Elleve anrop fra skjult nummer.',
      'Eleven calls from a hidden number.',
      ['call'],
      'charged',
      false,
    ],
    [
      '2026-03-26 14:12',
      'SMS gjennom søsteren.',
      'Text message through his sister.',
      ['sms', 'through_others'],
      'reported',
      false,
    ],
    [
      '2026-03-28 21:31',
      'Oppmøte ved bolig, i bakgården. Pågrepet 22:14.',
      'Turns up at the home, in the back yard. Arrested 22:14.',
      ['turning_up'],
      'reported',
      true,
    ],
  ] as const;
  const ids: RecordId[] = [];
  for (const [date, text, textEn, channels, status, childrenPresent] of breaches) {
    const { id } = await tx.insert(
      'breach',
      {
        happened: when(date),
        policeKnew: when(date),
        text,
        textEn,
        channels,
        status,
        childrenPresent,
        orderId,
        actorId: m,
        actorText: 'M.',
        sender: 'confirmed',
        contacts: date.includes('02:40') ? 11 : 1,
        knownSinceAt: at('2025-04-03 14:20'),
        reportedAt: at(REPORTED[date]),
        decidedAt: date in DECIDED ? at(DECIDED[date as keyof typeof DECIDED]) : null,
        source: 'Patruljerapport',
        confidence: 'verified',
      },
      { caseId },
    );
    ids.push(id);
  }
  const [first = orderId, calls = orderId, , last = orderId] = ids;
  const hearing = await writeChains(tx, caseId, m, { first, calls, last });
  await writeEvidence(tx, caseId, { first, calls, last });
  return { breach: last, hearing };
}

/** Assessments of risk, the newest older than the last breach. */
export async function writeAssessments(tx: Tx, caseId: RecordId, personId: RecordId): Promise<void> {
  const assessments = [
    [
      '2025-04-02',
      'moderate',
      'Første vurdering etter volden i april.',
      'First assessment after the violence in April.',
      null,
    ],
    [
      '2025-11-20',
      'moderate',
      'Vurdert på nytt etter innbruddsforsøket.',
      'Assessed anew after the attempted break-in.',
      null,
    ],
    ['2026-02-08', 'high', 'Han vet hvor de sover.', 'He knows where they sleep.', null],
    [
      '2026-03-26 10:30',
      'high',
      'M. har oppsøkt boligen to ganger på åtte dager og bruker slekt for å nå henne. Tonen er skarpere etter at samværet stanset.',
      'M. has come to the home twice in eight days and uses family to reach her. The tone is sharper since contact stopped.',
      'Økende.',
    ],
  ] as const;
  for (const [date, level, text, textEn, statement] of assessments) {
    await tx.insert(
      'assessment',
      { happened: when(date), instrument: 'SARA:SV', level, text, textEn, statement, assessedBy: 'Fjære', personId },
      { caseId },
    );
  }
}
