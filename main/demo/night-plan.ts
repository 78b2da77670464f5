import type { Tx } from '#db/book.ts';
import type { RecordId } from '#model/ids.ts';
import { writeFacts } from './night-activations.ts';
import { writeGuards } from './night-guards.ts';
import { writeNeeds } from './night-needs.ts';
import { writePatrols } from './night-patrols.ts';
import { type NightPeople, planner } from './night-planner.ts';
import { type NightRoster, writeRoster } from './night-roster.ts';
import { at } from './night-time.ts';
import { writeTransports } from './night-transports.ts';

/** Plans who protects her when. @returns the guard of the night that ends too early, and who can be planned with */
export async function writePlan(
  tx: Tx,
  caseId: RecordId,
  people: NightPeople & { readonly hearing: RecordId },
): Promise<{ guard: RecordId; roster: NightRoster }> {
  const header = { caseId };
  const roster = await writeRoster(tx, caseId);
  const places = await writePlaces(tx, people);
  const decisions = await writeDecisions(tx, caseId);
  const decisionAt = (from: string) => (from < '2026-03-28 23:05' ? decisions.first : decisions.second);
  const plan = planner(tx, caseId, people.lind, roster, decisionAt);
  await writeNeeds(tx, caseId, people, roster.bodyguard);
  await plan('shielding', '2026-02-11 12:00', '2029-02-11 12:00', {
    text: 'Adressesperre, strengt fortrolig',
    textEn: 'Address block, strictly confidential',
    decidedBy: 'Kripos',
  });
  await plan('shielding', '2026-04-02 14:30', '2026-04-09 12:00', {
    text: 'Påske, skjermet sted',
    textEn: 'Easter, shielded place',
    placeId: places.shielded,
  });
  await tx.insert(
    'stay',
    {
      personId: people.lind,
      placeId: places.shielded,
      fromLocal: '2026-04-02T14:30',
      toLocal: '2026-04-09T12:00',
      text: 'Påske hos familie',
    },
    header,
  );
  const guard = await writeGuards(plan, tx, caseId, roster, people.home);
  await writePatrols(plan, people.home, people.kindergarten);
  const ways = { ...places, home: people.home, kindergarten: people.kindergarten };
  await writeTransports(plan, tx, caseId, ways, people.childB, roster.bodyguard);
  await writeRestException(tx, roster);
  await writeFacts(tx, caseId, people);
  return { guard, roster };
}

/** Who may rest less for some days, on whose word. */
async function writeRestException(tx: Tx, { officers }: NightRoster): Promise<void> {
  await tx.insert('rest_exception', {
    officerId: officers.Haug,
    ruleKey: 'police_duty_list',
    fromAt: at('2026-03-29 21:00'),
    untilAt: at('2026-04-02 07:00'),
    agreement: 'Driftsenhetsleder Aas',
    reason: 'Tjenestelisten for påskeuken, avtalt 27. mars.',
  });
}

async function writePlaces(tx: Tx, people: NightPeople) {
  const place = async (label: string, type: 'shelter' | 'court' | 'police' | 'other', isSecret = false) => {
    const address = isSecret ? { address: 'Demonstrasjonsbygda 2, 0001 Eksempel' } : {};
    const protection = isSecret ? 'strengt_fortrolig' : 'none';
    const personId = isSecret ? people.lind : null;
    return (await tx.insert('place', { label, type, protection, personId, ...address })).id;
  };
  const places = {
    shielded: await place('Skjermet sted', 'shelter', true),
    court: await place('Tingretten', 'court'),
    childrensHouse: await place('Barnehuset', 'other'),
    lawyer: await place('Bistandsadvokaten', 'other'),
    station: await place('Politistasjonen', 'police'),
  };
  await tx.insert('place', { label: 'Hos M.', type: 'home', personId: people.m, protection: 'none' });
  return places;
}

/** The decisions that hours are planned under; the later one was given by word of mouth on the night of the arrest. */
async function writeDecisions(tx: Tx, caseId: RecordId) {
  const shared = { type: 'measure', act: 'politiloven', section: '§ 7', caseOfficer: 'Fjære' } as const;
  const first = await tx.insert(
    'decision',
    {
      ...shared,
      text: 'Fast vakthold ved bolig om natten, personbeskyttelse på dagtid og følge til barnehagen.',
      authority: 'Driftsenhetsleder Aas',
      form: 'written',
      decidedAt: at('2026-03-24 15:00'),
      fromAt: at('2026-03-24 15:00'),
      untilAt: at('2026-03-28 23:05'),
      reasons: 'M. har oppsøkt barnehagen og ringer fra skjult nummer om natten.',
    },
    { caseId },
  );
  const second = await tx.insert(
    'decision',
    {
      ...shared,
      text: 'Vakthold, følge og patrulje fortsetter til retten har avgjort.',
      authority: 'Vaktleder Vik',
      form: 'oral',
      decidedAt: at('2026-03-28 23:05'),
      fromAt: at('2026-03-28 23:05'),
      untilAt: at('2026-04-02 07:00'),
      reasons: 'Oppmøte ved bolig, pågrepet kl. 22:14. Fengsling er ikke avgjort.',
      replacesId: first.id,
    },
    { caseId },
  );
  return { first: first.id, second: second.id };
}
