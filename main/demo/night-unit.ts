import type { Tx } from '#db/book.ts';
import type { RecordId } from '#model/ids.ts';
import type { NightRoster } from './night-roster.ts';
import { at, when, ZONE } from './night-time.ts';
import { type Opened, writeUnitPlan } from './night-unit-plan.ts';

/** The other cases of the unit that night, each with what is due in it. Every person and event is made up. */
export async function writeUnit(tx: Tx, roster: NightRoster): Promise<void> {
  const rogn = await writeRogn(tx);
  const hegg = await writeHegg(tx);
  const selje = await writeSelje(tx);
  const alm = await writeAlm(tx);
  const ask = await openCase(tx, 'Ask', '2026-0151', 'J.', 'at_large');
  await writeUnitPlan(tx, roster, { rogn, hegg, selje, alm, ask });
}

async function openCase(
  tx: Tx,
  alias: string,
  number: string,
  his: string,
  state: 'at_large' | 'cell',
): Promise<Opened> {
  const { id: caseId } = await tx.insert('case', {
    name: alias,
    number,
    marking: 'fortrolig',
    status: 'open',
    zone: ZONE,
  });
  const header = { caseId };
  const { id: her } = await tx.insert('person', { name: alias });
  const { id: him } = await tx.insert('person', { name: his });
  await tx.insert('case_person', { personId: her, role: 'protected' }, header);
  await tx.insert('case_person', { personId: him, role: 'threat_actor', relation: 'tidligere samboer' }, header);
  await tx.insert('whereabouts', {
    personId: him,
    state,
    since: when(state === 'cell' ? '2026-03-28 02:30' : '2025-11-02'),
    source: state === 'cell' ? 'Arrestjournal' : 'Folkeregisteret',
    checkedAt: at('2026-03-28 15:00'),
  });
  const officers = [
    ['Fjære', 'analyst'],
    ['Sund', 'responsible_prosecutor'],
    ['Vik', 'police_contact'],
  ] as const;
  for (const [name, duty] of officers) {
    await tx.insert('case_officer', { name, duty, fromAt: at('2026-01-05 08:00') }, header);
  }
  return { caseId, her, him };
}

/** High risk that was not looked at again in time, guarding that is to be, an order with a draft of the next. */
async function writeRogn(tx: Tx): Promise<Opened & { readonly decisionId: RecordId }> {
  const opened = await openCase(tx, 'Rogn', '2026-0112', 'K.', 'at_large');
  const { caseId, her, him } = opened;
  const header = { caseId };
  await tx.insert(
    'assessment',
    {
      happened: when('2026-02-24'),
      instrument: 'SARA:SV',
      level: 'high',
      statement: 'Høy risiko for ny vold de neste ukene.',
      text: 'SARA:SV, ny vurdering innen 30 dager.',
      assessedBy: 'Fjære',
      personId: him,
    },
    header,
  );
  const { id: decisionId } = await tx.insert(
    'decision',
    {
      type: 'measure',
      text: 'Vakthold ved boligen når barna er hjemme.',
      authority: 'Vik, vaktleder',
      form: 'written',
      decidedAt: at('2026-03-26 13:00'),
      act: 'politiloven',
      section: '§ 2',
    },
    header,
  );
  const { id: orderId } = await tx.insert(
    'order',
    {
      text: 'Besøksforbud for bolig og skole.',
      textEn: 'Restraining order for home and school.',
      variant: 'restraining_order',
      happened: when('2025-10-11'),
      decidedAt: at('2025-10-11 13:00'),
      decidedBy: 'Sund',
      servedAt: at('2025-10-11 17:30'),
      fromAt: at('2025-10-11 17:30'),
      toAt: at('2026-04-12 00:00'),
      respondentId: him,
      protectedId: her,
    },
    header,
  );
  await tx.insert(
    'order',
    {
      text: 'Nytt besøksforbud, utkast.',
      textEn: 'New restraining order, draft.',
      variant: 'restraining_order',
      stage: 'draft',
      replacesId: orderId,
      respondentId: him,
      protectedId: her,
    },
    header,
  );
  return { ...opened, decisionId };
}

/** An order that was decided and could not be served. */
async function writeHegg(tx: Tx): Promise<Opened> {
  const opened = await openCase(tx, 'Hegg', '2026-0139', 'T.', 'at_large');
  const { caseId, her, him } = opened;
  const header = { caseId };
  const { id: orderId } = await tx.insert(
    'order',
    {
      text: 'Besøksforbud for bolig, arbeidssted og kontakt.',
      textEn: 'Restraining order for home, workplace and contact.',
      variant: 'restraining_order',
      happened: when('2026-03-27 17:00'),
      decidedAt: at('2026-03-27 17:00'),
      decidedBy: 'Sund',
      decisionForm: 'written',
      fromAt: at('2026-03-27 17:00'),
      toAt: at('2027-03-27 00:00'),
      respondentId: him,
      protectedId: her,
    },
    header,
  );
  await tx.insert(
    'order_service',
    {
      orderId,
      attemptAt: at('2026-03-28 10:20'),
      outcome: 'failed',
      method: 'in_person',
      byWhom: 'Patrulje 22',
      note: 'Ikke hjemme, bilen borte.',
    },
    header,
  );
  return opened;
}

/** A new alarm that nobody has tested yet; an own-home order that ends within the month. */
async function writeSelje(tx: Tx): Promise<Opened> {
  const opened = await openCase(tx, 'Selje', '2025-0871', 'R.', 'at_large');
  const { caseId, her, him } = opened;
  const header = { caseId };
  await tx.insert(
    'alarm',
    {
      personId: her,
      unit: 'Mobil voldsalarm V-131',
      handedOutAt: at('2026-03-28 16:00'),
      handedOutBy: 'Fjære',
      grantedUntilAt: at('2026-06-28 12:00'),
      status: 'active',
    },
    header,
  );
  await tx.insert(
    'order',
    {
      text: 'Besøksforbud i eget hjem.',
      textEn: 'Order to stay away from his own home.',
      variant: 'own_home_ban',
      happened: when('2026-01-27'),
      decidedAt: at('2026-01-27 12:00'),
      decidedBy: 'Sund',
      servedAt: at('2026-01-27 15:00'),
      fromAt: at('2026-01-27 15:00'),
      toAt: at('2026-04-27 00:00'),
      sentToCourtAt: at('2026-01-30 10:00'),
      respondentId: him,
      protectedId: her,
    },
    header,
  );
  return opened;
}

/** Arrested in the night before, in a police cell; electronic control that must come before the court at Easter. */
async function writeAlm(tx: Tx): Promise<Opened> {
  const opened = await openCase(tx, 'Alm', '2026-0098', 'B.', 'cell');
  const { caseId, her, him } = opened;
  const header = { caseId };
  const { id: arrestId } = await tx.insert(
    'arrest',
    {
      text: 'Pågrepet ved boligen.',
      textEn: 'Arrested at the home.',
      happened: when('2026-03-28 02:30'),
      personId: him,
      custody: 'arrest',
      cellFromAt: at('2026-03-28 03:10'),
      courtBookReason: 'Tolk måtte tilkalles, avhør ikke ferdig lørdag.',
      courtBookReasonAt: at('2026-03-28 20:00'),
    },
    header,
  );
  const steps = [
    ['statement_offered', '2026-03-28 03:30'],
    ['arrest_upheld', '2026-03-28 04:05'],
    ['defence_appointed', '2026-03-28 09:10'],
  ] as const;
  for (const [step, time] of steps) {
    await tx.insert('response_step', { arrestId, step, happened: when(time), readFrom: 'arrest_journal' }, header);
  }
  await tx.insert(
    'court_step',
    {
      text: 'Fengslingsmøte berammet.',
      step: 'remand_hearing',
      arrestId,
      personId: him,
      scheduledAt: at('2026-03-29 13:00'),
    },
    header,
  );
  await tx.insert(
    'order',
    {
      text: 'Besøksforbud med elektronisk kontroll.',
      textEn: 'Restraining order with electronic control.',
      variant: 'restraining_order',
      electronicControl: true,
      happened: when('2026-03-28 16:00'),
      decidedAt: at('2026-03-28 16:00'),
      decidedBy: 'Sund',
      servedAt: at('2026-03-29 00:40'),
      controlServedAt: at('2026-03-29 00:40'),
      fromAt: at('2026-03-29 00:40'),
      toAt: at('2026-09-29 00:00'),
      respondentId: him,
      protectedId: her,
    },
    header,
  );
  return opened;
}
