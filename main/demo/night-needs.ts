import type { Tx } from '#db/book.ts';
import type { RecordId } from '#model/ids.ts';
import type { NightPeople } from './night-planner.ts';
import { at, when } from './night-time.ts';

/** What must hold, in her words, and the dates that can make her less safe. */
export async function writeNeeds(
  tx: Tx,
  caseId: RecordId,
  people: NightPeople & { readonly hearing: RecordId },
  bodyguard: RecordId,
): Promise<void> {
  const header = { caseId };
  const need = { raisedBy: 'manual', status: 'active' } as const;
  await tx.insert(
    'need',
    {
      ...need,
      label: 'Sove trygt',
      personId: people.lind,
      wishId: people.wishes.sleep,
      protectionLevel: 'guard',
      placeId: people.home,
      headcount: 2,
      fromLocal: '2026-03-24T21:00',
      toLocal: '2026-03-25T07:00',
      recurrence: 'FREQ=DAILY',
      reason: 'M. kommer om natten, og barna sover hos henne.',
      endsWhen: 'Når retten har avgjort og risikoen er vurdert på nytt',
      reviewAt: at('2026-03-31 23:05'),
    },
    header,
  );
  // Weekdays until Easter. On the day before Maundy Thursday the kindergarten closes at noon.
  const days = 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;UNTIL=20260401';
  const way = {
    ...need,
    personId: people.childB,
    protectionLevel: 'escort',
    headcount: 1,
    recurrence: days,
    reason: 'M. møtte opp ved henting 11. mars.',
  } as const;
  const morning = { fromLocal: '2026-03-25T07:30', toLocal: '2026-03-25T08:30' };
  await tx.insert('need', { ...way, ...morning, label: 'Trygg vei dit' }, header);
  const { id: afternoon } = await tx.insert(
    'need',
    { ...way, fromLocal: '2026-03-25T15:30', toLocal: '2026-03-25T16:30', label: 'Trygg vei hjem' },
    header,
  );
  await tx.insert(
    'occurrence',
    {
      seriesId: afternoon,
      originalLocal: '2026-04-01T15:30',
      fromLocal: '2026-04-01T11:30',
      toLocal: '2026-04-01T12:30',
      statusReason: 'Barnehagen stenger kl. 12',
    },
    header,
  );
  await tx.insert(
    'need',
    {
      ...need,
      label: 'Rask hjelp',
      personId: people.lind,
      protectionLevel: 'patrol',
      responseMinutes: 8,
      placeId: people.home,
      fromLocal: '2026-03-24T21:00',
      reason: 'Hun må kunne slå alarm og få noen på døra.',
    },
    header,
  );
  // Two who are approved are asked for on the way to the shielded place, and one of those who go is not.
  const { id: journey } = await tx.insert(
    'need',
    {
      ...need,
      label: 'Trygg reise',
      personId: people.lind,
      protectionLevel: 'escort',
      headcount: 2,
      fromLocal: '2026-04-02T09:00',
      toLocal: '2026-04-02T14:30',
      reason: 'Lang vei med to barn; M. kan være løslatt.',
    },
    header,
  );
  await tx.insert('required_qualification', { ownerId: journey, qualificationId: bodyguard, headcount: 2 }, header);
  const risks = [
    [
      'court_date',
      'Fengslingsmøte i tingretten. Blir han ikke fengslet, er han ute samme dag.',
      '2026-03-30 12:00',
      2,
      0,
      48,
    ],
    ['order_expiry', 'Utløper et forbud uten at et nytt er forkynt: to på vakt i tre døgn.', null, 2, 0, 72],
    ['holiday', 'Påske: barnehagen er stengt, og de skal bort.', '2026-04-02', null, null, null],
    ['release', 'Løslatelse: to på vakt til ny vurdering, og varsle henne først.', null, 2, 0, 72],
  ] as const;
  for (const [type, text, date, headcount, hoursBefore, hoursAfter] of risks) {
    await tx.insert(
      'calendar_risk',
      {
        type,
        text,
        date: date && when(date),
        recordId: type === 'court_date' ? people.hearing : null,
        personId: people.lind,
        protectionLevel: headcount === null ? null : 'guard',
        headcount,
        hoursBefore,
        hoursAfter,
      },
      header,
    );
  }
}
