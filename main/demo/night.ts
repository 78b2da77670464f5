import type { Tx } from '#db/book.ts';
import type { RecordId } from '#model/ids.ts';
import { writeOfficers, writeStandings, writeTerms } from './night-chain.ts';
import { writeAssessments, writeBreaches, writeOrders, writeThreats } from './night-facts.ts';
import type { NightRecords } from './night-notes.ts';
import { writePlan } from './night-plan.ts';
import type { NightRoster } from './night-roster.ts';
import { at, when, ZONE } from './night-time.ts';

/**
 * The invented night that the demonstration shows: Sunday 29 March 2026, 05:12, two hours after clocks went forward.
 * Every person, place and event in it is made up.
 *
 * Writes its case. @returns its id, the records that its notes speak of, and who can be planned with
 */
export async function writeNight(tx: Tx): Promise<{ caseId: RecordId; records: NightRecords; roster: NightRoster }> {
  const { id: caseId } = await tx.insert('case', {
    name: 'Lind og to barn',
    number: '2026-0147',
    marking: 'fortrolig',
    status: 'open',
    zone: ZONE,
  });
  const header = { caseId };
  const people = await writePeople(tx, caseId);
  const wishes = await writeWishes(tx, caseId, people.lind);
  await writeThreats(tx, caseId, people.m);
  const orderId = await writeOrders(tx, caseId);
  await writeTerms(tx, caseId, orderId, people.lind);
  await writeOfficers(tx, caseId);
  await writeStandings(tx, caseId, people);
  const { breach, hearing } = await writeBreaches(tx, caseId, people.m, orderId);
  await tx.insert(
    'child_interview',
    {
      personId: people.childB,
      interviewType: 'mandatory',
      category: 'under_six_or_aggrieved',
      clockStartAt: at('2026-03-26 15:00'),
      scheduledAt: at('2026-03-31 09:00'),
      placeText: 'Barnehuset',
    },
    header,
  );
  await writeAssessments(tx, caseId, people.m);
  const { guard, roster } = await writePlan(tx, caseId, { ...people, wishes, hearing });
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
  return { caseId, roster, records: { lind: people.lind, m: people.m, breach, guard, hearing } };
}

async function writePeople(tx: Tx, caseId: RecordId) {
  const person = async (name: string, role: 'protected' | 'threat_actor' | 'child', relation: string | null) => {
    const { id } = await tx.insert('person', { name });
    await tx.insert('case_person', { personId: id, role, relation }, { caseId });
    return id;
  };
  const lind = await person('Lind', 'protected', null);
  const childA = await person('Barn A', 'child', 'sønn, 7 år');
  const childB = await person('Barn B', 'child', 'datter, 4 år');
  const m = await person('M.', 'threat_actor', 'tidligere samboer');
  const { id: home } = await tx.insert('place', {
    label: 'Bolig',
    type: 'home',
    address: 'Demonstrasjonsveien 1, 0000 Eksempel',
    access: 'Port 2, ringeklokke frakoblet',
    personId: lind,
    protection: 'strengt_fortrolig',
  });
  const { id: kindergarten } = await tx.insert('place', {
    label: 'Barnehagen',
    type: 'kindergarten',
    personId: lind,
    protection: 'none',
  });
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
    { state: 'cell', since: when('2026-03-11 18:40'), source: 'Operasjonssentralen, pågripelse' },
    { state: 'remand', since: when('2026-03-13 10:45'), source: 'Tingretten, kjennelse' },
    { state: 'at_large', since: when('2026-03-17 14:00'), source: 'Fengselet ringte', change: 'released' },
    {
      state: 'cell',
      since: when('2026-03-28 22:14'),
      source: 'Operasjonssentralen, pågripelse',
      checkedAt: at('2026-03-29 04:50'),
    },
  ] as const;
  for (const stay of stays) await tx.insert('whereabouts', { ...stay, personId: m });
  return { lind, childA, childB, m, home, kindergarten };
}

/** @returns the wishes that needs and measures rest on */
async function writeWishes(tx: Tx, caseId: RecordId, personId: RecordId) {
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
  const ids: RecordId[] = [];
  for (const wish of wishes) ids.push((await tx.insert('wish', { toldTo: 'Fjære', ...wish, personId }, { caseId })).id);
  const [sleep = personId, , guard = personId] = ids;
  return { sleep, guard };
}
