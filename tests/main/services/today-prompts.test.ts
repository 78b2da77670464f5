import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Context } from '#main/services/context.ts';
import { flagHandlers } from '#main/services/flag.ts';
import { planHandlers } from '#main/services/plan.ts';
import { todayHandlers } from '#main/services/today.ts';
import type { RecordId } from '#model/ids.ts';
import { WHOLE_BOARD } from '#tests/helpers/board.ts';
import { at, type NightPlan, OSLO, openNightPlan } from './plan/night.ts';

const HOUR_MS = 60 * 60_000;
const DAY_MS = 24 * HOUR_MS;

let plan: NightPlan;
let context: Context;
/** Saturday 28 March 2026 at noon; what the handlers take for now, moved along with the clock of the book. */
let nowAt: number;
beforeEach(async () => {
  plan = await openNightPlan();
  nowAt = at('2026-03-28T12:00');
  plan.advance(nowAt - Date.UTC(2026, 2, 14, 20));
  context = { ...plan.context, person: { name: plan.book.person, role: 'analyst' }, now: () => nowAt };
});
afterEach(() => plan.remove());

const pass = (ms: number) => {
  nowAt += ms;
  plan.advance(ms);
};
async function prompts(given: Partial<typeof WHOLE_BOARD> = {}): Promise<string[]> {
  const { rows } = await todayHandlers['today.view'](context, { ...WHOLE_BOARD, ...given });
  return rows.flatMap(({ prompt, group }) => (prompt ? [`${group} ${prompt.id} ${prompt.rule ?? ''}`.trim()] : []));
}
const write = (work: Parameters<typeof plan.book.command>[1]) => plan.book.command('test', work);

describe('a flag that was put away', () => {
  let breachId: RecordId;
  const put = (decision: 'flag.set_aside' | 'flag.act' = 'flag.set_aside') =>
    flagHandlers[decision](context, {
      caseId: plan.caseId,
      rule: 'breach_not_answered',
      reason: 'Vurdert av jurist',
      lookAgainAt: nowAt + DAY_MS,
    });
  beforeEach(async () => {
    const happened = { fromAt: nowAt - 9 * DAY_MS, toAt: nowAt - 8 * DAY_MS, precision: 'day', zone: OSLO } as const;
    const { value } = await plan.book.command('test', (tx) =>
      tx.insert('breach', { text: 'Sto utenfor', happened }, { caseId: plan.caseId }),
    );
    breachId = value.id;
  });

  // Would catch: a promise to look again that nobody is reminded of, or that is told before its time.
  it.each(['flag.set_aside', 'flag.act'] as const)(
    'by %s is a row from its date on, until it is decided anew',
    async (how) => {
      expect(await prompts()).toEqual([]);
      await put(how);
      pass(DAY_MS - 1);
      expect(await prompts()).toEqual([]);
      pass(1);
      expect(await prompts()).toEqual(['own look_again breach_not_answered']);
      const { rows } = await todayHandlers['today.view'](context, WHOLE_BOARD);
      expect(rows.find((row) => row.prompt)).toMatchObject({
        duty: 'analyst',
        over: true,
        dueAt: nowAt,
        prompt: { by: 'Test Person', reason: 'Vurdert av jurist' },
      });
      await put();
      expect(await prompts()).toEqual([]);
      // Taking the newer review back leaves the one before, whose date has come.
      await plan.book.undo();
      expect(await prompts()).toEqual(['own look_again breach_not_answered']);
    },
  );

  // Would catch: a row that asks to look at what is no longer there, and that nothing takes away.
  it('is no row once its rule finds nothing, its review is struck, or the case is closed', async () => {
    await put();
    pass(DAY_MS);
    await write((tx) => tx.remove(breachId, 'feilført'));
    expect(await prompts()).toEqual([]);
    await plan.book.undo();
    await write((tx) => tx.update('case', plan.caseId, { status: 'closed' }));
    expect(await prompts()).toEqual([]);
    await plan.book.undo();
    expect(await prompts()).toHaveLength(1);
    const [review] = await plan.book.list('flag_review', { caseId: plan.caseId });
    await write((tx) => tx.remove(review?.id as RecordId, 'feilført'));
    expect(await prompts()).toEqual([]);
  });

  // Would catch: what the flags of a case are about, told to whoever looks at the board of the unit.
  it('is a row for those of the case alone', async () => {
    await put();
    pass(DAY_MS);
    context = { ...context, person: { name: 'Annen', role: 'analyst' } };
    expect(await prompts()).toEqual([]);
  });

  // Would catch: a filter by type that hides what it names, or shows what it does not.
  it('stands under its type', async () => {
    await put();
    pass(DAY_MS);
    expect(await prompts({ kind: 'flag_review' })).toHaveLength(1);
    expect(await prompts({ kind: 'order' })).toEqual([]);
    const { kinds } = await todayHandlers['today.view'](context, { ...WHOLE_BOARD, kind: 'order' });
    expect(kinds).toContain('flag_review');
  });
});

describe('what was accepted in the plan', () => {
  const night = [at('2026-04-04T21:00'), at('2026-04-05T07:00')] as const;
  const accept = (key: string, untilAt: number | null) =>
    planHandlers['plan.accept'](context, { caseId: plan.caseId, key, reason: 'Hun sover borte', untilAt });
  const gapKey = () => `gap:${plan.needId}@2026-04-04T21:00:${night[0]}-${night[1]}`;

  // Would catch: a gap accepted for a while that stays accepted for good.
  it('a gap asks again from its date on, as long as it stands and is not over', async () => {
    await accept(gapKey(), nowAt + DAY_MS);
    expect(await prompts()).toEqual([]);
    pass(DAY_MS);
    expect(await prompts()).toEqual(['own accepted_gap']);
    const { rows } = await todayHandlers['today.view'](context, WHOLE_BOARD);
    expect(rows.find((row) => row.prompt)).toMatchObject({ duty: 'lead', prompt: { at: night[0] } });
    // A later acceptance holds, one of no end too.
    await accept(gapKey(), null);
    expect(await prompts()).toEqual([]);
    await plan.book.undo();
    nowAt = night[1] - 1;
    expect(await prompts()).toEqual(['own accepted_gap']);
    nowAt = night[1];
    expect(await prompts()).toEqual([]);
  });

  it('a gap that was covered meanwhile asks nothing', async () => {
    await accept(gapKey(), nowAt + DAY_MS);
    pass(DAY_MS);
    await planHandlers['plan.create_measure'](context, {
      ...{ caseId: plan.caseId, type: 'guarding', text: 'Vakt', recurrence: null, placeId: plan.home, headcount: 2 },
      ...{ startLocal: '2026-04-04T21:00', endLocal: '2026-04-05T07:00', needId: null, vehicleIds: [] },
      officerIds: [plan.officers.myr, plan.officers.nes],
    });
    expect(await prompts()).toEqual([]);
  });

  it('a conflict asks again while it is in the plan', async () => {
    const guard = (startLocal: string, endLocal: string) =>
      planHandlers['plan.create_measure'](context, {
        ...{ caseId: plan.caseId, type: 'guarding', text: 'Dag', recurrence: null, placeId: null, headcount: 1 },
        ...{ startLocal, endLocal, needId: null, officerIds: [plan.officers.nes], vehicleIds: [] },
      });
    await guard('2026-03-31T14:30', '2026-03-31T20:00');
    const window = { caseId: plan.caseId, fromAt: nowAt, toAt: nowAt + 7 * DAY_MS };
    const { conflicts } = await planHandlers['plan.conflicts'](context, window);
    const rest = conflicts.find(({ type }) => type === 'daily_rest');
    await accept(rest?.key ?? '', nowAt + HOUR_MS);
    expect(await prompts()).toEqual([]);
    pass(HOUR_MS);
    expect(await prompts()).toEqual(['own accepted_conflict']);
    nowAt = at('2026-04-02T12:00');
    expect(await prompts()).toEqual([]);
  });
});

// Would catch: a withdrawal whose next safe contact nobody is reminded of; his own call taken for that contact.
it('a safe contact after a withdrawal is a row from its date on, until she was spoken with', async () => {
  const when = (from: number) => ({ fromAt: from, toAt: from + 60_000, precision: 'minute', zone: OSLO }) as const;
  const nextContactAt = nowAt + DAY_MS;
  const values = { thing: 'report', text: 'Trakk anmeldelsen', happened: when(nowAt), nextContactAt } as const;
  await write((tx) => tx.insert('withdrawal', values, { caseId: plan.caseId }));
  pass(DAY_MS - 1);
  expect(await prompts()).toEqual([]);
  pass(1);
  expect(await prompts()).toEqual(['own safe_contact']);
  const contact = (sender: 'confirmed' | null) =>
    write((tx) => tx.insert('contact', { text: 'Samtale', happened: when(nowAt), sender }, { caseId: plan.caseId }));
  await contact('confirmed');
  expect(await prompts()).toEqual(['own safe_contact']);
  await contact(null);
  expect(await prompts()).toEqual([]);
});

// Would catch: a third mistaken alarm that nobody acts on; a real one, a struck one or those before a new test counted.
it('an alarm that went off by mistake three times asks for training or a new unit, until it is tested again', async () => {
  const alarm = { unit: 'V-1', handedOutAt: nowAt - DAY_MS, testedAt: nowAt - DAY_MS, status: 'active' } as const;
  const { value: id } = await plan.book.command('test', async (tx) => {
    const { id: alarmId } = await tx.insert('alarm', alarm, { caseId: plan.caseId });
    for (const outcome of ['unintended', 'unintended', 'real', 'technical'] as const) {
      await tx.insert('alarm_activation', { alarmId, activatedAt: nowAt, outcome }, { caseId: plan.caseId });
    }
    return alarmId;
  });
  const training = async () => (await prompts()).filter((one) => one.includes('alarm_training'));
  expect(await training()).toEqual([]);
  await write((tx) =>
    tx.insert('alarm_activation', { alarmId: id, activatedAt: nowAt, outcome: 'unintended' }, { caseId: plan.caseId }),
  );
  expect(await training()).toEqual(['own alarm_training']);
  await write((tx) => tx.update('alarm', id, { testedAt: nowAt }));
  expect(await training()).toEqual([]);
});

// Would catch: a grant that ends without a word; one told before it can be extended, of an alarm that is back or lost, or
// beside the danger that it has ended.
it('the end of an alarm’s grant is a row from thirty days before, until it is extended or over', async () => {
  const grantedUntilAt = nowAt + 31 * DAY_MS;
  const values = { unit: 'V-1', handedOutAt: nowAt, testedAt: nowAt, grantedUntilAt, status: 'active' } as const;
  const { value: id } = await plan.book.command('test', async (tx) => {
    return (await tx.insert('alarm', values, { caseId: plan.caseId })).id;
  });
  expect(await prompts()).toEqual([]);
  pass(DAY_MS);
  expect(await prompts()).toEqual(['expiry alarm_grant']);
  await write((tx) => tx.update('alarm', id, { status: 'lost' }));
  expect(await prompts()).toEqual([]);
  await write((tx) => tx.update('alarm', id, { status: 'active' }));
  pass(30 * DAY_MS);
  expect(await prompts()).toEqual([]);
  await write((tx) => tx.update('alarm', id, { grantedUntilAt: grantedUntilAt + 30 * DAY_MS, extendedAt: nowAt }));
  expect(await prompts()).toEqual(['expiry alarm_grant']);
});

describe('what is lost if nobody acts', () => {
  const inCase = () => ({ caseId: plan.caseId });
  const evidence = (values: object) =>
    write((tx) => tx.insert('evidence', { text: 'Kamera i oppgang', ...values }, inCase()));
  const step = (values: object) =>
    write((tx) => tx.insert('investigation_step', { text: 'Avhør nabo', firstDay: true, ...values }, inCase()));

  // Would catch: a recording that is overwritten while nobody is reminded; one that is secured told all the same.
  it.each<[string, () => object, string[]]>([
    ['gone in 72 hours', () => ({ decaysAt: nowAt + 72 * HOUR_MS }), ['expiry evidence_decay']],
    ['gone in 72 hours and a minute', () => ({ decaysAt: nowAt + 72 * HOUR_MS + 60_000 }), []],
    ['gone', () => ({ decaysAt: nowAt - HOUR_MS }), ['expiry evidence_decay']],
    ['secured', () => ({ decaysAt: nowAt + HOUR_MS, dueAt: nowAt - HOUR_MS, securedAt: nowAt - 2 * HOUR_MS }), []],
    ['due', () => ({ dueAt: nowAt, decaysAt: nowAt + 10 * DAY_MS }), ['own evidence_due']],
    ['due in an hour', () => ({ dueAt: nowAt + HOUR_MS }), []],
    [
      'due and gone soon: one row',
      () => ({ dueAt: nowAt - HOUR_MS, decaysAt: nowAt + HOUR_MS }),
      ['expiry evidence_decay'],
    ],
    ['without a date', () => ({}), []],
  ])('evidence %s', async (_, values, expected) => {
    await evidence(values());
    expect(await prompts()).toEqual(expected);
  });

  // Would catch: one breach's check list filling the board, and a step that is done, later or not asked for counted.
  it('steps of the first day stand in one row a breach', async () => {
    const { value: breachId } = await write(async (tx) => (await tx.insert('breach', { text: 'b' }, inCase())).id);
    await step({ dueAt: nowAt - HOUR_MS, breachId });
    await step({ dueAt: nowAt - 3 * HOUR_MS, breachId, text: 'Hent logg' });
    await step({ dueAt: nowAt - HOUR_MS, text: 'Uten brudd' });
    await step({ dueAt: nowAt + HOUR_MS, breachId });
    await step({ dueAt: nowAt - HOUR_MS, breachId, doneAt: nowAt - HOUR_MS });
    await step({ dueAt: nowAt - HOUR_MS, breachId, notRelevant: 'Ingen nabo' });
    await step({ dueAt: nowAt - HOUR_MS, breachId, firstDay: false });
    const { rows } = await todayHandlers['today.view'](context, WHOLE_BOARD);
    expect(
      rows.flatMap(({ prompt, duty }) => (prompt ? [[prompt.id, prompt.count, prompt.reason, duty]] : [])),
    ).toEqual([
      ['first_day', 2, 'Hent logg', 'investigator'],
      ['first_day', 1, 'Uten brudd', 'investigator'],
    ]);
  });
});
