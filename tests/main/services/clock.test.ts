import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { clockHandlers, dueInstants } from '#main/services/clock.ts';
import { DEFAULT_OWN_RULES } from '#model/clocks/own-rules.ts';
import type { RecordId } from '#model/ids.ts';
import type { Kind, NewValues, Values } from '#model/kinds.ts';
import { type When, whenAtMinute, whenOf } from '#model/when.ts';
import { openTestContext, type TestContext } from '#tests/helpers/context.ts';
import { OSLO, on, seen } from '#tests/model/clocks/samples.ts';

let test: TestContext;
let caseId: RecordId;
beforeEach(async () => {
  test = await openTestContext();
  const { value } = await test.book.command('test', (tx) =>
    tx.insert('case', { name: 'Lind', marking: 'fortrolig', status: 'open', zone: OSLO }),
  );
  caseId = value.id;
});
afterEach(() => test.remove());

const add = async <K extends Kind>(kind: K, values: NewValues<K>) =>
  (await test.book.command('test', (tx) => tx.insert(kind, values, { caseId }))).value.id;
const at = (text: string) => whenAtMinute(on(text), OSLO);
const list = async (now: string, id: RecordId | null = caseId) =>
  (await clockHandlers['clock.list'](test.context, { caseId: id, at: on(now) })).clocks;
const states = async (now: string, ...ids: string[]) =>
  Object.fromEntries((await list(now)).filter((one) => ids.includes(one.id)).map((one) => [one.id, seen(one)]));

describe('clocks from the records of a case', () => {
  // Would catch: a step of the chain that the clock does not see, or the wrong one of two readings measured.
  it('follow an arrest through what was done about it', async () => {
    const breachId = await add('breach', {
      text: 'b',
      happened: at('2026-03-28 21:31'),
      reportedAt: on('2026-03-28 21:34'),
    });
    const arrestId = await add('arrest', {
      text: 'a',
      happened: at('2026-03-28 22:20'),
      breachId,
      cellFromAt: on('2026-03-28 23:00'),
    });
    const step = (
      name: 'arrested' | 'arrest_upheld' | 'statement_offered' | 'defence_appointed',
      when: string,
      link: object = { arrestId },
    ) => add('response_step', { step: name, happened: at(when), ...link } as NewValues<'response_step'>);
    await step('arrested', '2026-03-28 22:20');
    await step('arrested', '2026-03-28 22:14');
    await step('statement_offered', '2026-03-28 22:20');
    await step('arrest_upheld', '2026-03-28 22:58', { breachId });
    expect(await states('2026-03-29 05:12', 'C1', 'C2', 'C3', 'C4', 'C5', 'C8')).toEqual({
      C1: 'met no limit',
      C2: 'met no limit',
      C3: 'soon 2026-03-29 23:14',
      C4: 'running 2026-03-30 23:14',
      C5: 'soon 2026-03-29 24:00',
      C8: 'running 2026-03-30 23:14',
    });
    await add('court_step', {
      text: 'h',
      step: 'remand_hearing',
      arrestId,
      scheduledAt: on('2026-03-30 12:00'),
      openedAt: on('2026-03-30 12:00'),
    });
    expect(await states('2026-03-30 13:00', 'C4', 'C5')).toEqual({
      C4: 'met 2026-03-30 23:14',
      C5: 'met_late 2026-03-29 24:00',
    });
  });

  // Would catch: an imported arrest that is overdue for ever although he was remanded, or one of a month counted by days.
  it('take a remand for the hearing where nobody entered one, and no month for a day', async () => {
    const day = (text: string) => whenOf(text, '', 'day', OSLO);
    await add('arrest', { text: 'a', happened: day('2015-06-01') });
    await add('remand', { text: 'r', happened: day('2015-06-03') });
    await add('arrest', { text: 'b', happened: whenOf('2012-03', '', 'month', OSLO) });
    const clocks = await list('2016-01-01 12:00');
    expect(clocks.filter((one) => one.id === 'C4').map((one) => one.state)).toEqual(['met']);
    expect(clocks.find((one) => one.id === 'C4')?.readings).toEqual(['from_day_start']);
  });

  // Would catch: a late presentation shown as met, because remand that was counted from the arrest stood for the hearing.
  it('measure the hearing that was entered, and of a remand only when it was decided', async () => {
    const arrestId = await add('arrest', { text: 'a', happened: at('2026-03-26 00:14') });
    const remand = await add('remand', { arrestId, fromAt: on('2026-03-26 00:14'), untilAt: on('2026-04-20 24:00') });
    expect(await states('2026-03-28 12:00', 'C4')).toEqual({ C4: 'overdue 2026-03-28 00:14' });
    const decidedAt = on('2026-03-27 23:00');
    await test.book.command('test', (tx) => tx.update('remand', remand, { decidedAt }));
    expect(await states('2026-03-28 12:00', 'C4')).toEqual({ C4: 'met 2026-03-28 00:14' });
    await add('response_step', { step: 'hearing_opened', happened: at('2026-03-28 09:30'), arrestId });
    expect(await states('2026-03-28 12:00', 'C4')).toEqual({ C4: 'met_late 2026-03-28 00:14' });
  });

  // Would catch: a clock that starts at the wrong edge of a bound, or that does not say on what it rests.
  it.each([
    ['2026-03-28 21:30', undefined, '2026-03-28 21:30', []],
    ['2026-03-28 21:30', 'about', '2026-03-28 21:30', ['from_about']],
    ['2026-03-28 21:30', 'before', '2026-03-28 21:30', ['from_latest']],
    ['2026-03-28 21:30', 'after', '2026-03-28 21:30', ['from_earliest']],
    ['2026-03-28', undefined, '2026-03-28 00:00', ['from_day_start']],
    ['2026-03-28', 'about', '2026-03-28 00:00', ['from_about']],
    // Before the day: at the latest when it begins. After it: at the earliest when it is over.
    ['2026-03-28', 'before', '2026-03-28 00:00', ['from_latest']],
    ['2026-03-28', 'after', '2026-03-29 00:00', ['from_earliest']],
  ] as const)('run from an arrest %s (%s) from %s', async (told, qualifier, start, readings) => {
    const [date = '', time = ''] = told.split(' ');
    const happened = { ...(whenOf(date, time, time ? 'minute' : 'day', OSLO) as When), qualifier };
    await add('arrest', { text: 'a', happened });
    const clock = (await list('2026-03-29 05:12')).find((one) => one.id === 'C4');
    expect(clock?.startedAt).toBe(on(start));
    expect(clock?.readings).toEqual(readings);
  });

  // Would catch: the doubt of the reading that starts the clock lost, because the arrest's own time is exact.
  it('say how the reading is known from which they run', async () => {
    const arrestId = await add('arrest', { text: 'a', happened: at('2026-03-28 22:20') });
    const happened = { ...at('2026-03-28 22:00'), qualifier: 'about' as const };
    await add('response_step', { step: 'arrested', happened, arrestId });
    const clock = (await list('2026-03-29 05:12')).find((one) => one.id === 'C4');
    expect([clock?.startedAt, clock?.readings]).toEqual([on('2026-03-28 22:00'), ['from_about']]);
  });

  it('start from no month and no year, whatever its qualifier', async () => {
    await add('arrest', {
      text: 'a',
      happened: { ...(whenOf('2026-02', '', 'month', OSLO) as When), qualifier: 'after' },
    });
    expect((await list('2026-03-29 05:12')).filter((one) => one.id === 'C4')).toEqual([]);
  });

  // Would catch: a draft taken for a decision, or service of the new order not seen.
  // Would catch: an escape that ends no clock, since it is told by where he is and not by the arrest; another man's escape
  // taken for his; a return that is not seen; a question about the day before answered with what came after it.
  it('hear of an escape and of his return', async () => {
    const { value: personId } = await test.book.command('test', async (tx) => {
      const { id } = await tx.insert('person', { name: 'Geir' });
      await tx.insert('case_person', { personId: id, role: 'threat_actor' }, { caseId });
      const { id: other } = await tx.insert('person', { name: 'Per' });
      const since = at('2026-03-28 23:00');
      await tx.insert('whereabouts', { personId: other, state: 'wanted', change: 'escaped', since });
      return id;
    });
    await add('arrest', { text: 'a', happened: at('2026-03-28 22:14') });
    const stay = (state: 'wanted' | 'cell', change: 'escaped' | 'taken_in', when: string) =>
      test.book.command('test', (tx) => tx.insert('whereabouts', { personId, state, change, since: at(when) }));
    await stay('wanted', 'escaped', '2026-03-29 04:00');
    await stay('cell', 'taken_in', '2026-03-29 09:00');
    expect(await states('2026-03-29 03:59', 'C4')).toEqual({ C4: 'running 2026-03-30 23:14' });
    expect(await states('2026-03-29 04:00', 'C4')).toEqual({ C4: 'not_applicable escaped' });
    expect(await states('2026-03-29 09:00', 'C4')).toEqual({ C4: 'running 2026-03-30 23:14' });
  });

  // Would catch: a question about the night answered by what came in the morning, so that what was there then is not seen.
  it('answer as of then from what there was then', async () => {
    const arrestId = await add('arrest', { text: 'a', happened: at('2026-03-28 22:14') });
    const offered = (when: string) =>
      add('response_step', { step: 'statement_offered', happened: at(when), arrestId } as NewValues<'response_step'>);
    await offered('2026-03-28 22:20');
    // A second source has it later, and of two the later is measured.
    await offered('2026-03-29 10:00');
    await add('remand', { text: 'r', arrestId, fromAt: on('2026-03-28 22:14'), decidedAt: on('2026-03-30 12:00') });
    expect(await states('2026-03-28 23:00', 'C2', 'C4', 'C10')).toEqual({
      C2: 'met no limit',
      C4: 'running 2026-03-30 23:14',
    });
    expect(await states('2026-03-30 13:00', 'C2', 'C4', 'C10')).toEqual({
      C2: 'met no limit',
      C4: 'met 2026-03-30 23:14',
      C10: 'running 2026-04-27 24:00',
    });
  });

  it('follow an order to the next one', async () => {
    const first = await add('order', {
      text: 'o',
      variant: 'restraining_order',
      decidedAt: on('2025-04-03 10:00'),
      servedAt: on('2025-04-03 12:00'),
      toAt: on('2026-04-02 24:00'),
    });
    const next = await add('order', { text: 'n', variant: 'restraining_order', stage: 'draft', replacesId: first });
    expect(await states('2026-03-29 05:12', 'renewal', 'C18')).toEqual({
      C18: 'running 2026-04-02 24:00',
      renewal: 'running 2026-04-02 24:00',
    });
    await test.book.command('test', (tx) =>
      tx.update('order', next, {
        stage: 'decided',
        decidedAt: on('2026-03-30 10:00'),
        servedAt: on('2026-03-30 15:00'),
      }),
    );
    const own = (await list('2026-03-31 05:12')).filter((one) => one.recordIds[0] === first && one.id === 'renewal');
    expect(own.map(seen)).toEqual(['met 2026-04-02 24:00']);
  });

  // Would catch: when a child was interviewed told through the margin of its clock.
  it('say that an interview was held, and not when', async () => {
    const child = await test.book.command('test', (tx) => tx.insert('person', { name: 'Barn B' }));
    await add('child_interview', {
      personId: child.value.id,
      interviewType: 'mandatory',
      category: 'recent_or_protection',
      clockStartAt: on('2026-03-28 21:34'),
      heldAt: on('2026-03-31 09:00'),
    });
    const clock = (await list('2026-04-01 12:00')).find((one) => one.id === 'C24');
    expect([clock?.state, clock?.satisfiedAt, clock?.marginMs]).toEqual(['met', null, null]);
  });

  // Would catch: a struck record that still warns, or a closed case on the board of all.
  it('leave out what is struck and, of all cases, those that are closed', async () => {
    const id = await add('arrest', { text: 'a', happened: at('2026-03-28 22:14') });
    expect((await list('2026-03-29 05:12', null)).some((one) => one.id === 'C4')).toBe(true);
    await test.book.command('test', (tx) => tx.update('case', caseId, { status: 'closed' }));
    expect((await list('2026-03-29 05:12', null)).some((one) => one.id === 'C4')).toBe(false);
    await test.book.command('test', (tx) => tx.remove(id, 'feil'));
    expect(await list('2026-03-29 05:12')).toEqual([]);
  });

  // Would catch: a setting that is kept and not used.
  it('go by what the unit has set', async () => {
    await add('breach', { text: 'b', happened: at('2026-03-26 14:20'), reportedAt: on('2026-03-26 14:30') });
    expect(await states('2026-03-29 05:12', 'jurist_decision')).toEqual({
      jurist_decision: 'overdue 2026-03-27 14:30',
    });
    await clockHandlers['clock.set_settings'](test.context, {
      ownRules: { ...DEFAULT_OWN_RULES, jurist_decision: null },
      courts: [],
    });
    expect(await states('2026-03-29 05:12', 'jurist_decision')).toEqual({});
    // Would catch: a target of the unit that is outside the log, and that nobody can take back.
    expect((await test.book.log({ limit: 1 }))[0]).toMatchObject({ action: 'clock.set_settings' });
    await test.book.undo();
    expect((await clockHandlers['clock.settings'](test.context, {})).ownRules).toEqual(DEFAULT_OWN_RULES);
  });

  // Would catch: a name or a case that stays behind the lock, or an instant that has passed.
  it('leave instants alone for the locked screen', async () => {
    await add('arrest', { text: 'a', happened: at('2026-03-28 22:14') });
    const due = await dueInstants(test.context, on('2026-03-29 05:12'));
    expect(due.slice(0, 3)).toEqual([on('2026-03-29 23:14'), on('2026-03-29 24:00'), on('2026-03-30 23:14')]);
  });
});

describe('a suspect under 18', () => {
  const person = async (name: string) =>
    (await test.book.command('test', (tx) => tx.insert('person', { name }))).value.id;
  type Row = readonly [status: Values<'procedural_status'>['status'], since: string, more?: object];
  // Would catch: six weeks counted anew from each entry, or from the charge; a decision on another entry of his not seen.
  it.each<[string, readonly Row[], string[]]>([
    [
      'counted from when he was a suspect',
      [
        ['suspect', '2026-03-18 12:00'],
        ['charged', '2026-04-01 12:00'],
      ],
      ['running 2026-04-29 24:00'],
    ],
    ['counted from the charge where that is first', [['charged', '2026-03-20 12:00']], ['running 2026-05-01 24:00']],
    [
      'a witness first',
      [
        ['witness', '2026-03-01 12:00'],
        ['suspect', '2026-03-18 12:00'],
      ],
      ['running 2026-04-29 24:00'],
    ],
    [
      'decided on the later entry',
      [
        ['suspect', '2026-03-18 12:00'],
        ['charged', '2026-04-01 12:00', { chargeDecidedAt: on('2026-04-02 12:00') }],
      ],
      ['met 2026-04-29 24:00'],
    ],
    [
      'dismissed',
      [
        ['suspect', '2026-03-18 12:00'],
        ['dismissed', '2026-04-02 12:00'],
      ],
      ['met 2026-04-29 24:00'],
    ],
    ['an adult', [['suspect', '2026-03-18 12:00', { underEighteen: false }]], []],
  ])('%s', async (_, rows, expected) => {
    const personId = await person('T.');
    for (const [status, since, more] of rows) {
      await add('procedural_status', { personId, status, since: at(since), underEighteen: true, ...more });
    }
    const found = (await list('2026-04-10 12:00')).filter(({ id }) => id === 'C31');
    expect(found.map(seen)).toEqual(expected);
  });

  // Would catch: the clock of one person or criminal case met by what was decided in another.
  it('has a clock in each criminal case, and each suspect his own', async () => {
    const [one, other] = [await person('T.'), await person('U.')];
    const [first, second] = [
      await add('case_reference', { number: '1', type: 'criminal_case' }),
      await add('case_reference', { number: '2', type: 'criminal_case' }),
    ];
    const suspect = (personId: RecordId, since: string, more: object) =>
      add('procedural_status', { personId, status: 'suspect', since: at(since), underEighteen: true, ...more });
    await suspect(one, '2026-03-18 12:00', { referenceId: first, chargeDecidedAt: on('2026-04-01 12:00') });
    await suspect(one, '2026-03-20 12:00', { referenceId: second });
    await suspect(other, '2026-03-19 12:00', {});
    const found = (await list('2026-04-10 12:00')).filter(({ id }) => id === 'C31');
    expect(found.map(seen).sort()).toEqual([
      'met 2026-04-29 24:00',
      'running 2026-04-30 24:00',
      'running 2026-05-01 24:00',
    ]);
  });
});

// Would catch: a minor's ban that ends and is asked about nowhere: no end, no service, no renewal.
it('runs the end, the service and the renewal of a minor’s ban', async () => {
  const id = await add('order', {
    text: 'f',
    variant: 'stay_away_ban',
    stage: 'decided',
    decidedAt: on('2026-03-10 12:00'),
  });
  const ids = ['C18', 'minor_ban', 'renewal', 'serve_order', 'renewal_start'];
  expect(await states('2026-09-01 12:00', ...ids)).toEqual({
    minor_ban: 'running 2026-09-10 24:00',
    renewal: 'running 2026-09-10 24:00',
    serve_order: 'overdue 2026-03-11 12:00',
    renewal_start: 'overdue 2026-08-27 24:00',
  });
  await add('order', {
    text: 'f',
    variant: 'stay_away_ban',
    stage: 'decided',
    replacesId: id,
    decidedAt: on('2026-08-30 12:00'),
    servedAt: on('2026-08-31 12:00'),
  });
  const next = (await list('2026-09-01 12:00'))
    .filter((one) => one.recordIds[0] === id)
    .map((one) => [one.id, seen(one)]);
  expect(Object.fromEntries(next)).toMatchObject({
    minor_ban: 'met 2026-09-10 24:00',
    renewal: 'met 2026-09-10 24:00',
  });
});
