import { afterAll, beforeAll, expect, it } from 'vitest';
import { clockHandlers } from '#main/services/clock.ts';
import { type Clock, LAW_CLOCKS, type LawClockId } from '#model/clocks/types.ts';
import type { RecordId } from '#model/ids.ts';
import type { Kind, NewValues } from '#model/kinds.ts';
import { whenAtMinute } from '#model/when.ts';
import { openTestContext, type TestContext } from '#tests/helpers/context.ts';
import { OSLO, on } from '#tests/model/clocks/samples.ts';

/**
 * Which record starts each row of the table, and what must stand on it. C37 runs from the use log itself, which every book
 * has from its first opening.
 */
const FED_BY: Record<LawClockId, Kind | null> = {
  C1: 'arrest',
  C2: 'arrest',
  C3: 'arrest',
  C4: 'arrest',
  C5: 'arrest',
  C6: 'arrest',
  C7: 'arrest',
  C8: 'arrest',
  C9: 'arrest',
  C10: 'remand',
  C11: 'remand',
  C12: 'remand',
  C13: 'order',
  C14: 'order',
  C15: 'order',
  C16: 'order',
  C17: 'order',
  C18: 'order',
  C19: 'order',
  C20: 'order',
  C21: 'breach',
  C22: 'order',
  C23: 'order',
  C24: 'child_interview',
  C25: 'child_interview',
  C26: 'child_interview',
  C27: 'child_interview',
  C28: 'child_interview',
  C29: 'court_step',
  C30: 'court_step',
  C31: 'procedural_status',
  C32: 'court_step',
  C33: 'court_step',
  C34: 'court_service',
  C35: 'unclear_data',
  C36: 'data_request',
  C37: null,
};

const NOW = on('2026-03-29 05:12');
const at = (text: string) => whenAtMinute(on(text), OSLO);

let test: TestContext;
let clocks: readonly Clock[];
const kinds = new Map<RecordId, Kind>();

beforeAll(async () => {
  test = await openTestContext();
  const { value } = await test.book.command('test', (tx) =>
    tx.insert('case', { name: 'Lind', marking: 'fortrolig', status: 'open', zone: OSLO }),
  );
  const { value: person } = await test.book.command('test', (tx) => tx.insert('person', { name: 'M.' }));
  const add = async <K extends Kind>(kind: K, values: NewValues<K>): Promise<RecordId> => {
    const { value: made } = await test.book.command('test', (tx) => tx.insert(kind, values, { caseId: value.id }));
    kinds.set(made.id, kind);
    return made.id;
  };
  const personId = person.id;
  const arrest = { happened: at('2026-03-28 22:14'), custody: 'arrest' } as const;
  await add('arrest', { ...arrest, cellFromAt: on('2026-03-28 23:00'), thirdDayReasonAt: on('2026-03-29 04:00') });
  await add('arrest', { ...arrest, underEighteen: true });
  await add('arrest', { ...arrest, custody: 'brought_in' });
  const decidedAt = on('2026-03-10 12:00');
  await add('remand', {
    decidedAt,
    fromAt: decidedAt,
    untilAt: on('2026-04-07 12:00'),
    extensionWanted: true,
    prisonJudgmentAt: on('2026-03-20 12:00'),
  });
  await add('court_step', { step: 'remand_hearing', scheduledAt: on('2026-04-06 10:00') });
  const order = { decidedAt, servedAt: decidedAt, fromAt: decidedAt } as const;
  const ordinary = {
    ...order,
    variant: 'restraining_order',
    decisionForm: 'oral',
    reviewDemandedAt: decidedAt,
  } as const;
  const orderId = await add('order', { ...ordinary, toAt: on('2026-06-10 00:00') });
  await add('order_service', { orderId, attemptAt: decidedAt, outcome: 'failed' });
  await add('court_service', {
    paper: 'summons',
    attemptAt: on('2026-03-26 10:00'),
    outcome: 'failed',
    learnedAt: on('2026-03-27 09:00'),
    deadlineAt: on('2026-03-31 00:00'),
  });
  await add('order', { ...order, variant: 'own_home_ban', electronicControl: true, toAt: on('2026-05-10 00:00') });
  await add('order', {
    variant: 'contact_ban',
    judgmentAt: decidedAt,
    finalAt: decidedAt,
    toAt: on('2028-03-10 00:00'),
  });
  await add('order', { ...order, variant: 'stay_away_ban', consentRefusedAt: decidedAt });
  await add('breach', { happened: at('2026-03-28 21:31'), text: 'b' });
  const interview = { personId, interviewType: 'mandatory', clockStartAt: decidedAt } as const;
  const previousId = await add('child_interview', {
    ...interview,
    category: 'recent_or_protection',
    extendedAt: on('2026-03-11 09:00'),
    heldAt: on('2026-03-18 10:00'),
  });
  await add('child_interview', { ...interview, category: 'under_six_or_aggrieved' });
  await add('child_interview', { ...interview, category: 'other_case' });
  await add('child_interview', { personId, interviewType: 'supplementary', previousId });
  await add('court_step', { step: 'indictment', receivedAt: on('2026-03-20 09:00'), onRemand: true, text: 't' });
  await add('court_step', {
    step: 'hearing',
    scheduledAt: on('2026-04-03 10:00'),
    text: 't',
    policeKnew: at('2026-03-20 09:00'),
  });
  await add('court_step', { step: 'penalty_writ', happened: at('2026-03-20 09:00'), text: 't' });
  await add('procedural_status', { personId, status: 'suspect', since: at('2026-03-20 09:00'), underEighteen: true });
  await add('unclear_data', { text: 'x', storedAt: decidedAt });
  await add('data_request', { type: 'access', receivedAt: decidedAt });
  await test.book.use('open', { recordId: value.id });
  clocks = (await clockHandlers['clock.list'](test.context, { caseId: null, at: NOW })).clocks;
});
afterAll(() => test.remove());

// Would catch: a row of the table that no record of a real book can start, or that names another record than its own.
it.each(LAW_CLOCKS)('%s runs from a record of a real book', (id) => {
  const own = clocks.filter((clock) => clock.id === id);
  expect(own.map(({ recordIds }) => (recordIds[0] ? kinds.get(recordIds[0]) : null))).toContain(FED_BY[id]);
});

// Would catch: the three days of a main hearing asked for every hearing, a summons asked for of whoever is brought.
it('C32 asks for 24 hours before a hearing that is no main hearing, and for none before one about remand', () => {
  const own = clocks.filter(({ id }) => id === 'C32');
  expect(own.map(({ dueAt, term }) => [dueAt, term])).toEqual([[on('2026-04-02 10:00'), { unit: 'hours', n: 24 }]]);
});

// Would catch: the cut-off of a court that has nothing to do with the case.
it('the working deadline is that of the court the case names, else of the first', async () => {
  const times = { saturday: null, holiday: null };
  await clockHandlers['clock.set_settings'](test.context, {
    ...(await clockHandlers['clock.settings'](test.context, {})),
    courts: [
      { court: 'Oslo tingrett', weekday: '12:00', ...times },
      { court: 'Romerike og Glåmdal tingrett', weekday: '10:30', ...times },
    ],
  });
  const working = async () => {
    const { clocks: all } = await clockHandlers['clock.list'](test.context, { caseId: null, at: NOW });
    return all.find(({ id }) => id === 'C4')?.workingAt;
  };
  expect(await working()).toBe(on('2026-03-30 12:00'));
  const [caseRow] = await test.book.list('case');
  const step = { step: 'petition', court: 'romerike og glåmdal tingrett ', text: 'p' } as const;
  await test.book.command('test', (tx) => tx.insert('court_step', step, { caseId: caseRow?.id as RecordId }));
  expect(await working()).toBe(on('2026-03-30 10:30'));
});
