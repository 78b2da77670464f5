import type { Tx } from '#db/book.ts';
import type { RecordId } from '#model/ids.ts';
import { instantOfLocal } from '#model/time.ts';
import { type Precision, type When, whenOf } from '#model/when.ts';
import type { NightRecords } from './night-notes.ts';
import { writePlan } from './night-plan.ts';

/**
 * The invented night that the demonstration shows: Sunday 29 March 2026, 05:12, two hours after clocks went forward.
 * Every person, place and event in it is made up.
 */
const ZONE = 'Europe/Oslo';

/** ms UTC of `YYYY-MM-DD HH:MM` in Norway; a text that is no time there is a fault of this file. */
function at(text: string): number {
  const instant = instantOfLocal(text.replace(' ', 'T'), ZONE);
  if (instant === null) throw new RangeError('demo time');
  return instant;
}

/** `2026-03-28 21:31`, `2026-03-28`, `2026-02` or `2025` as a time of its own precision. */
function when(text: string): When {
  const [date = '', time = ''] = text.split(' ');
  const precision: Precision = time ? 'minute' : date.length === 10 ? 'day' : date.length === 7 ? 'month' : 'year';
  const read = whenOf(date, time, precision, ZONE);
  if (!read) throw new RangeError('demo date');
  return read;
}

/** Writes the case of the night. @returns its id, and the records that its notes speak of */
export async function writeNight(tx: Tx): Promise<{ caseId: RecordId; records: NightRecords }> {
  const { id: caseId } = await tx.insert('case', {
    name: 'Lind og to barn',
    number: '2026-0147',
    marking: 'fortrolig',
    status: 'open',
    zone: ZONE,
  });
  const header = { caseId };
  const people = await writePeople(tx, caseId);
  await writeWishes(tx, caseId, people.lind);
  await writeThreats(tx, caseId, people.m);
  const orderId = await writeOrders(tx, caseId);
  const { breach, hearing } = await writeBreaches(tx, caseId, people.m, orderId);
  await writeAssessments(tx, caseId, people.m);
  const guard = await writePlan(tx, caseId, people.home);
  await tx.insert(
    'alarm',
    {
      personId: people.lind,
      unit: 'Mobil voldsalarm V-118',
      handedOutAt: at('2026-02-12 10:15'),
      handedOutBy: 'Fjære',
      testedAt: at('2026-03-24 09:30'),
      checkedAt: at('2026-03-28 23:05'),
      grantedUntilAt: at('2026-04-12 12:00'),
      status: 'active',
      instruction: 'To patruljer, inn fra begge sider. Ring jourjurist.',
      codeWord: 'blåbær',
      duressWord: 'regntøy',
    },
    header,
  );
  const referrals: [string, string, string][] = [
    ['2026-03-12', 'Krisesenteret, dagtilbud', 'Tilbud om samtaler på dagtid, hun ønsker ikke botilbud nå.'],
    ['2026-03-13', 'Barnehagen', 'Rutine for henting, bilde av M. hos styrer.'],
    ['2026-03-27', 'Statens barnehus', 'Bestilt tilrettelagt avhør for barn B.'],
  ];
  for (const [date, service, text] of referrals) {
    await tx.insert(
      'referral',
      { happened: when(date), service, text, consent: 'given', status: 'received', actorText: 'Fjære' },
      header,
    );
  }
  return { caseId, records: { lind: people.lind, m: people.m, breach, guard, hearing } };
}

async function writePeople(tx: Tx, caseId: RecordId) {
  const person = async (name: string, role: 'protected' | 'threat_actor' | 'child', relation: string | null) => {
    const { id } = await tx.insert('person', { name });
    await tx.insert('case_person', { personId: id, role, relation }, { caseId });
    return id;
  };
  const lind = await person('Lind', 'protected', null);
  await person('Barn A', 'child', 'sønn, 7 år');
  await person('Barn B', 'child', 'datter, 4 år');
  const m = await person('M.', 'threat_actor', 'tidligere samboer');
  const { id: home } = await tx.insert('place', {
    label: 'Bolig',
    type: 'home',
    address: 'Demonstrasjonsveien 1, 0000 Eksempel',
    access: 'Port 2, ringeklokke frakoblet',
    personId: lind,
    protection: 'strengt_fortrolig',
  });
  await tx.insert('place', { label: 'Barnehagen', type: 'kindergarten', personId: lind, protection: 'none' });
  const points = [
    {
      rule: 'ordinary',
      rank: 1,
      channel: 'sms',
      value: '000 00 000',
      hours: 'etter 09:00',
      instruction: 'Melding først, ring når hun svarer.',
      listeners: 'Barna hører på om kvelden',
    },
    {
      rule: 'danger',
      rank: 1,
      channel: 'call',
      value: '000 00 000',
      hours: 'hele døgnet',
      instruction: 'Nytt nummer. Svarer hun ikke: patrulje på døra.',
    },
    {
      rule: 'danger',
      rank: 2,
      channel: 'alarm',
      value: 'V-118',
      hours: 'hele døgnet',
      instruction: 'Alarm betyr to patruljer.',
    },
    {
      rule: 'danger',
      rank: 3,
      channel: 'patrol_at_door',
      value: null,
      hours: 'hele døgnet',
      instruction: 'Bank tre ganger, si kodeordet.',
    },
  ] as const;
  for (const point of points) {
    await tx.insert('contact_point', {
      ...point,
      personId: lind,
      codeWord: 'blåbær',
      confirmedAt: at('2026-03-28 23:20'),
      protection: 'fortrolig',
    });
  }
  await tx.insert('contact_point', {
    personId: lind,
    rule: 'never',
    channel: 'call',
    value: 'Det gamle nummeret',
    instruction: 'M. har tilgang til telefonen.',
    compromisedAt: at('2026-03-11 18:30'),
    protection: 'none',
  });
  const stays = [
    { state: 'at_large', since: when('2025-11'), source: 'Fjære, samtale med Lind' },
    {
      state: 'cell',
      since: when('2026-03-28 22:14'),
      source: 'Operasjonssentralen, pågripelse',
      checkedAt: at('2026-03-29 04:50'),
    },
  ] as const;
  for (const stay of stays) await tx.insert('whereabouts', { ...stay, personId: m });
  return { lind, m, home };
}

async function writeWishes(tx: Tx, caseId: RecordId, personId: RecordId): Promise<void> {
  const wishes = [
    {
      type: 'need',
      words: 'Jeg vil sove hjemme, med ungene i sine egne senger. Ikke flytt oss igjen hvis det finnes en annen måte.',
      wordsEn:
        'I want to sleep at home, with the children in their own beds. Do not move us again if there is another way.',
      said: when('2026-03-26 10:30'),
      owner: 'Vik',
    },
    {
      type: 'need',
      words: 'Det verste er telefonen om natta. Send melding først.',
      wordsEn: 'The worst is the phone at night. Send a message first.',
      said: when('2026-03-12 13:05'),
      owner: 'Fjære',
    },
    {
      type: 'wish',
      words: 'At noen står her til jeg vet om han blir sittende. Og at noen sier fra til meg først, ikke til slekta.',
      wordsEn:
        'That someone stands here until I know whether he stays inside. And that I am told first, not the family.',
      said: when('2026-03-28 23:20'),
      owner: 'Vik',
    },
    {
      type: 'refusal',
      words: 'Krisesenter nå, uniform ved barnehagen.',
      wordsEn: 'Crisis centre now, uniforms at the kindergarten.',
      said: when('2026-03-26 10:30'),
    },
    {
      type: 'consent',
      words: 'Barnehagen kan få vite det de trenger.',
      wordsEn: 'The kindergarten may know what it needs.',
      said: when('2026-03-12 13:05'),
      consent: 'given',
    },
    {
      type: 'consent',
      words: 'Arbeidsgiver skal ikke vite noe.',
      wordsEn: 'My employer is not to know.',
      said: when('2026-03-12 13:05'),
      consent: 'refused',
    },
  ] as const;
  for (const wish of wishes) await tx.insert('wish', { toldTo: 'Fjære', ...wish, personId }, { caseId });
}

async function writeThreats(tx: Tx, caseId: RecordId, m: RecordId): Promise<void> {
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

async function writeOrders(tx: Tx, caseId: RecordId): Promise<RecordId> {
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
      servedHow: 'Personlig, av tjenesteperson',
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
      source: 'Straffeprosessloven § 222 g',
    },
    { caseId },
  );
  return id;
}

async function writeBreaches(tx: Tx, caseId: RecordId, m: RecordId, orderId: RecordId) {
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
  let last = orderId;
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
        source: 'Patruljerapport',
        confidence: 'verified',
      },
      { caseId },
    );
    last = id;
  }
  await tx.insert(
    'arrest',
    {
      happened: when('2026-03-28 22:14'),
      text: 'M. pågrepet i bakgården av patrulje 31.',
      textEn: 'M. arrested in the back yard by patrol 31.',
      actorText: 'Patrulje 31',
      personId: m,
      breachId: last,
      confidence: 'verified',
    },
    { caseId },
  );
  await tx.insert(
    'court_step',
    {
      happened: when('2026-03-28 22:58'),
      text: 'Pågripelsen opprettholdt av jourjurist.',
      textEn: 'Arrest upheld by the lawyer on call.',
      actorText: 'Sund',
      step: 'decision',
    },
    { caseId },
  );
  const hearing = await tx.insert(
    'court_step',
    {
      text: 'Fengslingsmøte berammet.',
      textEn: 'Remand hearing scheduled.',
      step: 'hearing',
      scheduledAt: at('2026-03-30 12:00'),
      court: 'Tingretten',
      actorText: 'Sund',
    },
    { caseId },
  );
  await tx.insert(
    'court_step',
    {
      text: 'Tilrettelagt avhør av barn B på barnehuset.',
      textEn: 'Facilitated interview of child B at the children’s house.',
      step: 'hearing',
      scheduledAt: at('2026-03-31 09:00'),
      court: 'Barnehuset',
    },
    { caseId },
  );
  return { breach: last, hearing: hearing.id };
}

async function writeAssessments(tx: Tx, caseId: RecordId, personId: RecordId): Promise<void> {
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
