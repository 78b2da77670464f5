import type { Book, Tx } from '#db/book.ts';
import type { RecordId } from '#model/ids.ts';
import { instantOfLocal } from '#model/time.ts';
import { type Precision, type When, whenOf } from '#model/when.ts';

const OSLO = 'Europe/Oslo';

/** ms UTC of a wall-clock time in Oslo. */
export function at(local: string): number {
  const found = instantOfLocal(local, OSLO);
  if (found === null) throw new Error('no such time');
  return found;
}

/** A fact's time as a source would write it. */
export function when(date: string, time = '', precision: Precision = time ? 'minute' : 'day'): When {
  const made = whenOf(date, time, precision, OSLO);
  if (!made) throw new Error('no such time');
  return made;
}

/** The night of the invented case: Sunday 29 March 2026, 05.12, two hours after the clocks went forward. */
export const NIGHT = at('2026-03-29T05:12');

export interface LindCase {
  readonly caseId: RecordId;
  readonly lind: RecordId;
  readonly berg: RecordId;
  readonly actor: RecordId;
}

/** Values that must not leave on any copy: a blocked address and number, code words. */
export const SECRETS = {
  address: 'Solhøgda 14 B, 0873 Oslo',
  access: 'Portkode 4471, annen etasje',
  phone: '+47 912 34 567',
  codeWord: 'blåmeis',
  alarmWord: 'kvitfjell',
  duressWord: 'tindesti',
};
/** Values that a lead may see and a patrol may not. */
export const STAFFING = { crew: 'Haugland, Liseth', decidedBy: 'Vikhammer', headcount: 7 };

/** Writes the invented case: two protected persons, a child, every kind of record a briefing tells. */
export async function writeLindCase(book: Book): Promise<LindCase> {
  const { value } = await book.command('test', async (tx) => {
    const made = await tx.insert('case', {
      name: 'Lind',
      number: '2026-0147',
      marking: 'fortrolig',
      status: 'open',
      zone: OSLO,
    });
    const header = { caseId: made.id };
    const person = async (name: string, role: 'protected' | 'threat_actor' | 'child', relation: string | null) => {
      const { id } = await tx.insert('person', personValues(name));
      await tx.insert('case_person', { personId: id, role, relation }, header);
      return id;
    };
    const lind = await person('Lind', 'protected', null);
    const berg = await person('Berg', 'protected', 'mor til Lind');
    const child = await person('Barn A', 'child', null);
    const actor = await person('M.', 'threat_actor', 'tidligere samboer');
    await people(tx, { caseId: made.id, lind, berg, actor }, child);
    await procedure(tx, { caseId: made.id, lind, berg, actor });
    return { caseId: made.id, lind, berg, actor };
  });
  return value;
}

function personValues(name: string) {
  if (name === 'Lind') return { name, language: 'polsk', interpreter: 'tolk i telefon, ikke fra samme by' };
  if (name === 'M.') return { name, birthYear: 1988, description: 'Cirka 185 cm, kort mørkt hår, grå jakke' };
  return name === 'Barn A' ? { name, birthYear: 2021 } : { name };
}

async function people(tx: Tx, { caseId, lind, berg, actor }: LindCase, child: RecordId): Promise<void> {
  const header = { caseId };
  await tx.insert('place', {
    label: 'bolig',
    type: 'home',
    personId: lind,
    protection: 'strengt_fortrolig',
    address: SECRETS.address,
    access: SECRETS.access,
  });
  await tx.insert('place', {
    label: 'barnehagen',
    type: 'kindergarten',
    personId: child,
    protection: 'none',
    address: 'Trollveien 2',
  });
  const point = { personId: lind, protection: 'none' } as const;
  await tx.insert('contact_point', {
    ...point,
    rule: 'ordinary',
    rank: 1,
    channel: 'sms',
    value: SECRETS.phone,
    protection: 'strengt_fortrolig',
    hours: 'etter kl. 09.00',
    codeWord: SECRETS.codeWord,
    listeners: 'søsteren',
    confirmedAt: at('2026-03-28T23:20'),
  });
  await tx.insert('contact_point', {
    ...point,
    rule: 'danger',
    rank: 1,
    channel: 'patrol_at_door',
    instruction: 'To biler, inn fra hver side',
    confirmedAt: at('2026-03-28T23:20'),
  });
  await tx.insert('contact_point', {
    ...point,
    rule: 'never',
    channel: 'call',
    value: '99 88 77 66',
    compromisedAt: at('2026-02-01T12:00'),
  });
  await tx.insert(
    'wish',
    {
      personId: lind,
      type: 'wish',
      words: 'At noen står her til jeg vet om han blir sittende. Og at noen sier fra til meg først.',
      wordsEn: 'That someone stands here until I know whether he stays in. And that someone tells me first.',
      said: when('2026-03-28', '23:20'),
      toldTo: 'Fjære',
    },
    header,
  );
  await tx.insert(
    'wish',
    { personId: berg, type: 'refusal', words: 'Jeg vil ikke flytte.', said: when('2026-02', '', 'month') },
    header,
  );
  await tx.insert('whereabouts', {
    personId: actor,
    state: 'cell',
    since: when('2026-03-28', '22:14'),
    source: 'arrestforvarer',
    checkedAt: at('2026-03-29T04:30'),
  });
  await tx.insert(
    'alarm',
    {
      personId: lind,
      unit: 'VA-204',
      handedOutAt: at('2026-02-10T12:00'),
      handedOutBy: 'Fjære',
      testedAt: at('2026-02-10T12:20'),
      checkedAt: at('2026-03-27T18:00'),
      grantedUntilAt: at('2026-05-10T12:00'),
      status: 'active',
      instruction: 'To biler, ikke ring henne',
      codeWord: SECRETS.alarmWord,
      duressWord: SECRETS.duressWord,
    },
    header,
  );
}

async function procedure(tx: Tx, { caseId, lind, actor }: LindCase): Promise<void> {
  const header = { caseId };
  const order = await tx.insert(
    'order',
    {
      text: 'Besøksforbud for tre måneder.',
      textEn: 'Restraining order for three months.',
      happened: when('2026-01-02'),
      variant: 'restraining_order',
      terms: 'All kontakt, også via andre. Boligen med fortau og barnehagen.',
      decidedAt: at('2026-01-02T12:00'),
      decidedBy: 'Sund',
      servedAt: at('2026-01-02T16:40'),
      fromAt: at('2026-01-02T16:40'),
      toAt: at('2026-04-02T23:59'),
    },
    header,
  );
  await tx.insert(
    'threat',
    {
      text: 'Sier at hun skal få se hva som skjer.',
      textEn: 'Says she will see what happens.',
      happened: when('2012', '', 'year'),
      actorId: actor,
      channels: ['call'],
      confidence: 'unconfirmed',
      childrenPresent: true,
    },
    header,
  );
  await tx.insert(
    'incident',
    {
      text: 'Holdt kniv mot henne i trappa.',
      happened: when('2026-02-08', '20:15'),
      actorId: actor,
      weapon: 'kniv',
      source: 'naboen i første etasje',
      confidence: 'reported',
    },
    header,
  );
  await tx.insert(
    'breach',
    {
      text: `Sto i bakgården og ropte. Han vet at hun bor i Solhøgda 14 B. Gikk da patruljen kom.`,
      textEn: 'Stood in the back yard and shouted.',
      happened: when('2026-03-28', '21:31'),
      actorId: actor,
      orderId: order.id,
      channels: ['turning_up'],
      status: 'reported',
      confidence: 'verified',
    },
    header,
  );
  await tx.insert(
    'arrest',
    { text: 'Pågrepet i oppgangen.', happened: when('2026-03-28', '22:14'), personId: actor },
    header,
  );
  await tx.insert(
    'court_step',
    { text: 'Fengslingsmøte berammet.', step: 'hearing', scheduledAt: at('2026-03-30T12:00'), court: 'Oslo tingrett' },
    header,
  );
  await tx.insert(
    'assessment',
    {
      text: 'Vurdert etter møte med Lind.',
      happened: when('2026-03-26'),
      instrument: 'SARA:SV',
      level: 'high',
      statement: 'Økende.',
      assessedBy: 'Fjære',
      personId: actor,
    },
    header,
  );
  await tx.insert(
    'referral',
    {
      text: 'Krisesenter spurt om plass.',
      happened: when('2026-03-27'),
      service: 'Krisesenteret',
      consent: 'given',
      status: 'sent',
    },
    header,
  );
  const wish = (await tx.first<{ id: RecordId }>(`SELECT id FROM wish WHERE type = 'wish'`, []))?.id ?? null;
  await tx.insert(
    'measure',
    {
      text: 'Fast vakthold ved oppgangen',
      type: 'guarding',
      status: 'planned',
      fromLocal: '2026-03-29T21:00',
      toLocal: '2026-03-30T02:00',
      crew: STAFFING.crew,
      headcount: STAFFING.headcount,
      decidedBy: STAFFING.decidedBy,
      placeText: 'oppgangen',
      wishId: wish,
    },
    header,
  );
  await tx.insert(
    'measure',
    {
      text: 'Patrulje ved bolig',
      type: 'patrol',
      status: 'planned',
      fromLocal: '2026-03-30T07:00',
      toLocal: '2026-03-30T08:40',
    },
    header,
  );
  await tx.insert(
    'note',
    {
      heading: 'Samtale om natten',
      text: `Hun sover dårlig. Ring 91234567 bare på dagtid. Ordet ${SECRETS.codeWord} er avtalt. Haugland kommer i kveld.`,
      actorId: lind,
    },
    header,
  );
}
