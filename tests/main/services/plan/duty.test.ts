import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { planHandlers } from '#main/services/plan.ts';
import type { RecordId } from '#model/ids.ts';
import { localOfInstant } from '#model/time.ts';
import { whenOf } from '#model/when.ts';
import { snapshot } from '#tests/db/snapshot.ts';
import { at, type NightPlan, OSLO, openNightPlan, plannedOf } from './night.ts';

let plan: NightPlan;
beforeEach(async () => {
  plan = await openNightPlan();
});
afterEach(() => plan.remove());

const WEEK = ['2026-03-25T12:00', '2026-04-06T12:00'] as const;
const question = (now?: string) => ({
  context: now ? { ...plan.context, now: () => at(now) } : plan.context,
  input: { caseId: plan.caseId, fromAt: at(WEEK[0]), toAt: at(WEEK[1]) },
});

async function dutyAt(originalLocal: string) {
  const { context, input } = question();
  const { window } = await planHandlers['plan.window'](context, input);
  const duty = window.duties.find((one) => one.id === plan.guardId && one.originalLocal === originalLocal);
  if (!duty) throw new Error(originalLocal);
  return duty;
}
const crewAt = async (key: string) => (await dutyAt(key)).crew.map((one) => one.officerId);

const nobody = { officerId: null, vehicleId: null, post: null, fromLocal: null, toLocal: null };
const assign = (originalLocal: string | null, officerId: RecordId) =>
  planHandlers['plan.assign'](plan.context, { ...nobody, measureId: plan.guardId, originalLocal, officerId });

async function assignmentOf(officerId: RecordId): Promise<RecordId> {
  const rows = await plan.book.list('assignment', { caseId: plan.caseId });
  const row = rows.find(({ values }) => values.officerId === officerId && values.occurrenceLocal === null);
  if (!row) throw new Error('nobody');
  return row.id;
}

describe('assigning', () => {
  // Would catch: somebody put on all nights who then stands in the past too; one taken off who vanishes from it.
  it('to a whole series leaves the crews of what has begun', async () => {
    await assign(null, plan.officers.dal);
    expect(await crewAt('2026-03-27T21:00')).toEqual([plan.officers.myr, plan.officers.nes]);
    expect(await crewAt('2026-03-28T21:00')).toEqual([plan.officers.myr, plan.officers.nes, plan.officers.dal]);
    const assignmentId = await assignmentOf(plan.officers.nes);
    await planHandlers['plan.unassign'](plan.context, { assignmentId, originalLocal: null });
    expect(await crewAt('2026-03-27T21:00')).toEqual([plan.officers.myr, plan.officers.nes]);
    expect(await crewAt('2026-03-28T21:00')).toEqual([plan.officers.myr, plan.officers.dal]);
  });

  it('to one occurrence, and off one, leaves the others', async () => {
    await assign('2026-03-30T21:00', plan.officers.dal);
    const assignmentId = await assignmentOf(plan.officers.nes);
    await planHandlers['plan.unassign'](plan.context, { assignmentId, originalLocal: '2026-03-30T21:00' });
    expect(await crewAt('2026-03-30T21:00')).toEqual([plan.officers.myr, plan.officers.dal]);
    expect(await crewAt('2026-03-31T21:00')).toEqual([plan.officers.myr, plan.officers.nes]);
    // Put on again: the same row, no second one.
    await assign('2026-03-30T21:00', plan.officers.nes);
    expect(await crewAt('2026-03-30T21:00')).toHaveLength(3);
    const rows = await plan.book.list('assignment', { caseId: plan.caseId });
    expect(rows).toHaveLength(4);
  });

  // Would catch: somebody who is impartial no more assigned all the same; the reason told to who asks.
  it('refuses whom the lead has taken out, and does not say why', async () => {
    await plan.book.command('test', (tx) =>
      tx.insert('officer_exclusion', {
        officerId: plan.officers.dal,
        forCaseId: plan.caseId,
        fromAt: at('2026-03-30T00:00'),
        untilAt: at('2026-04-01T00:00'),
        exclusion: 'relation',
        exclusionReason: 'Fetter av M.',
      }),
    );
    const refused = assign('2026-03-30T21:00', plan.officers.dal);
    await expect(refused).rejects.toMatchObject({ code: 'OFFICER_EXCLUDED', data: undefined });
    await expect(assign(null, plan.officers.dal)).rejects.toMatchObject({ code: 'OFFICER_EXCLUDED' });
    await assign('2026-04-01T21:00', plan.officers.dal);
    const { context, input } = question();
    const view = await planHandlers['plan.window'](context, input);
    expect(view.officers.find((one) => one.id === plan.officers.dal)?.excluded).toHaveLength(1);
    expect(JSON.stringify(view)).not.toMatch(/Fetter|relation/);
  });
});

describe('telling', () => {
  const LATE = '2026-03-29T08:00';
  const late = () => ({ ...plan.context, now: () => at(LATE) });
  const key = '2026-03-28T21:00';
  const tell = async (officerId: RecordId, what: 'on_post' | 'relieved', told: string | null) =>
    planHandlers['plan.tell_post'](late(), {
      assignmentId: await assignmentOf(officerId),
      originalLocal: key,
      what,
      toldAt: told === null ? null : at(told),
      relievedById: null,
      source: 'Samband',
    });

  async function confirmed() {
    const input = { caseId: plan.caseId, fromAt: at('2026-03-28T12:00'), toAt: at('2026-03-29T12:00') };
    const { intervals } = await planHandlers['plan.coverage'](late(), input);
    return intervals
      .filter((one) => one.layer === 'confirmed')
      .map((one) => [one.state, localOfInstant(one.fromAt, OSLO).slice(11), localOfInstant(one.toAt, OSLO).slice(11)]);
  }

  // Would catch: a plan taken for a fact; the word for one night counted for all nights of the series.
  it('alone makes a past night covered, and only the night it was told of', async () => {
    expect(await confirmed()).toEqual([['unconfirmed', '21:00', '07:00']]);
    await tell(plan.officers.myr, 'on_post', '2026-03-28T21:00');
    await tell(plan.officers.nes, 'on_post', '2026-03-28T21:30');
    await tell(plan.officers.nes, 'relieved', '2026-03-29T07:00');
    expect(await confirmed()).toEqual([
      ['unconfirmed', '21:00', '21:30'],
      ['covered', '21:30', '07:00'],
    ]);
    expect((await dutyAt('2026-03-27T21:00')).crew.map((one) => one.onPostAt)).toEqual([null, null]);
    expect(await plannedOf(plan, '2026-03-29T12:00', '2026-03-30T12:00')).toEqual([['covered', 600]]);
  });

  // Would catch: who told of it, or who took over, kept and never shown; what was said taken away by the next word, or not
  // taken away when it is emptied.
  it('says who told it and who took over, and takes back what is emptied', async () => {
    const told = async () => {
      const { context, input } = question();
      const { told: all } = await planHandlers['plan.window'](context, input);
      return all.map(({ source, relievedById }) => [source, relievedById]);
    };
    const say = async (what: 'on_post' | 'relieved', source: string | null, relievedById: RecordId | null) => {
      const [own] = (await dutyAt(key)).crew.filter((one) => one.officerId === plan.officers.nes);
      const assignmentId = own?.id as RecordId;
      const words = { assignmentId, originalLocal: key, what, toldAt: at('2026-03-28T22:00'), source, relievedById };
      await planHandlers['plan.tell_post'](late(), words);
    };
    expect(await told()).toEqual([]);
    await say('on_post', 'Samband', null);
    expect(await told()).toEqual([['Samband', null]]);
    await say('relieved', null, plan.officers.dal);
    expect(await told()).toEqual([['Samband', plan.officers.dal]]);
    await say('relieved', '', plan.officers.dal);
    expect(await told()).toEqual([[null, plan.officers.dal]]);
  });

  it('is refused before it has happened, and a relief before a post', async () => {
    await expect(tell(plan.officers.myr, 'on_post', '2026-03-29T09:00')).rejects.toMatchObject({
      code: 'INVALID_VALUES',
      data: [{ field: 'onPostAt', code: 'IN_FUTURE' }],
    });
    await expect(tell(plan.officers.myr, 'relieved', null)).rejects.toMatchObject({
      data: [{ field: 'onPostAt', code: 'REQUIRED' }],
    });
    await tell(plan.officers.myr, 'on_post', '2026-03-28T22:00');
    await expect(tell(plan.officers.myr, 'relieved', '2026-03-28T21:00')).rejects.toMatchObject({
      data: [{ field: 'relievedAt', code: 'END_BEFORE_START' }],
    });
    await expect(
      planHandlers['plan.unassign'](plan.context, {
        assignmentId: await assignmentOf(plan.officers.myr),
        originalLocal: key,
      }),
    ).rejects.toMatchObject({ code: 'PAST_FROZEN' });
  });

  it('a leg begun and arrived is the leg of that day alone', async () => {
    const { value } = await plan.book.command('test', async (tx) => {
      const header = { caseId: plan.caseId };
      const times = { fromLocal: '2026-03-25T07:30', toLocal: '2026-03-25T08:10', recurrence: 'FREQ=DAILY' };
      const measure = await tx.insert('measure', { ...times, type: 'transport', status: 'planned' }, header);
      const legTimes = { departLocal: '2026-03-25T07:30', arriveLocal: '2026-03-25T07:50' };
      const leg = await tx.insert('leg', { measureId: measure.id, rank: 1, ...legTimes, toText: 'Barnehagen' }, header);
      return { measureId: measure.id, legId: leg.id };
    });
    const told = { legId: value.legId, originalLocal: '2026-03-28T07:30' };
    await expect(
      planHandlers['plan.tell_leg'](late(), { ...told, what: 'arrived', toldAt: null }),
    ).rejects.toMatchObject({ data: [{ field: 'departedAt', code: 'REQUIRED' }] });
    await planHandlers['plan.tell_leg'](late(), { ...told, what: 'departed', toldAt: at('2026-03-28T07:34') });
    await planHandlers['plan.tell_leg'](late(), { ...told, what: 'arrived', toldAt: at('2026-03-28T07:52') });
    const { context, input } = question();
    const { window } = await planHandlers['plan.window'](context, input);
    const legs = window.duties.filter((one) => one.id === value.measureId).slice(2, 4);
    expect(legs.map((duty) => duty.legs[0]?.departedAt)).toEqual([at('2026-03-28T07:34'), null]);
    expect(localOfInstant(legs[1]?.legs[0]?.departAt ?? 0, OSLO)).toBe('2026-03-29T07:30');
  });

  it('«overtatt» frees the giver and puts the receiver on post', async () => {
    const { id, handoverId } = await planHandlers['plan.hand_over'](plan.context, {
      id: plan.guardId,
      originalLocal: key,
      atLocal: '2026-03-29T04:00',
      receiverIds: [plan.officers.dal],
      giverId: plan.officers.myr,
      text: null,
    });
    await planHandlers['plan.take_over'](late(), {
      handoverId: handoverId as RecordId,
      toldAt: at('2026-03-29T04:05'),
    });
    const { input } = question();
    const { window } = await planHandlers['plan.window'](late(), input);
    expect(window.handovers[0]?.takenOverAt).toBe(at('2026-03-29T04:05'));
    expect(window.duties.find((one) => one.id === id)?.crew[0]?.onPostAt).toBe(at('2026-03-29T04:05'));
  });
});

describe('the board of all cases', () => {
  // Would catch: the place or purpose of another's case on the board; a night's hours counted by the wall clock.
  it('tells everything of own cases, of others when and who', async () => {
    const board = async (context = plan.context) =>
      planHandlers['plan.board'](context, {
        rows: 'officer',
        fromAt: at('2026-03-28T12:00'),
        toAt: at('2026-03-30T12:00'),
      });
    // The records were entered by «Test Person».
    const mine = { ...plan.context, person: { name: 'Test Person', role: 'analyst' as const } };
    const own = await board(mine);
    const myr = own.rows.find((row) => row.id === plan.officers.myr);
    expect(myr?.duties.map((one) => one.title)).toEqual(['Fast vakthold, natt', 'Fast vakthold, natt']);
    // The short night has 9 hours, 8 of them between 21 and 06.
    expect([myr?.minutes, myr?.nightMinutes]).toEqual([540 + 600, 480 + 540]);
    const other = await board();
    const shown = other.rows.find((row) => row.id === plan.officers.myr);
    expect(shown?.duties.map((one) => [one.title, one.type])).toEqual([
      ['', null],
      ['', null],
    ]);
    expect(other.cases).toMatchObject([{ isDetailed: false }]);
    const all = { caseId: null, fromAt: at('2026-03-28T12:00'), toAt: at('2026-03-30T12:00') };
    const whole = await planHandlers['plan.window'](plan.context, all);
    expect(JSON.stringify(whole)).not.toMatch(/Fast vakthold|Sove trygt|Lind|Bolig/);
    const lead = { ...plan.context, person: { name: 'Vik', role: 'lead' as const } };
    expect((await board(lead)).cases).toMatchObject([{ isDetailed: true }]);
  });
});

// Would catch: how many another case asks for beside who is there, and so where somebody is lacking; a night that she declined;
// where another is planned to be, where her places lie, who is kept out of her case, and what is uncovered in it.
it('tells no more of a case one is not in than number, time and crew, whatever is asked', async () => {
  const all = { caseId: null, fromAt: at('2026-03-28T12:00'), toAt: at('2026-03-30T12:00') };
  const { caseId, home, lind, guardId, officers } = plan;
  await plan.book.command('test', async (tx) => {
    const header = { caseId };
    await tx.update('place', home, { latitudeE6: 59_912_345, longitudeE6: 10_754_321 });
    const stay = { personId: lind, placeId: home, fromLocal: '2026-03-28T12:00', toLocal: '2026-03-29T12:00' };
    await tx.insert('stay', { ...stay, text: 'Hjemme' }, header);
    await tx.update('measure', guardId, { headcount: 7 });
    const declined = { seriesId: guardId, originalLocal: '2026-03-29T21:00', status: 'declined' } as const;
    await tx.insert('occurrence', { ...declined, statusReason: 'Vil være alene' }, header);
    await tx.insert('officer_exclusion', { officerId: officers.dal, forCaseId: caseId, exclusion: 'relation' });
    const times = { fromAt: at('2026-03-28T12:00'), untilAt: at('2026-04-01T12:00') };
    const why = { ruleKey: 'agreement', agreement: 'Aas', reason: 'Sykdom i laget' };
    await tx.insert('rest_exception', { ...why, ...times, officerId: officers.myr });
  });
  const [view, { intervals }, conflicts] = await Promise.all([
    planHandlers['plan.window'](plan.context, all),
    planHandlers['plan.coverage'](plan.context, all),
    planHandlers['plan.conflicts'](plan.context, all),
  ]);
  const told = JSON.stringify({ view, intervals, conflicts });
  expect(told).not.toMatch(/declined|Vil være alene|Sykdom i laget|59\.912|"headcount":7/);
  expect([view.window.stays, view.window.positions, intervals, conflicts.items]).toEqual([[], [], [], []]);
  expect(view.officers.map(({ excluded }) => excluded)).toEqual([[], [], []]);
  expect(view.window.unavailable).toEqual([]);
  // Who is on it and when is told: the hours and the rest of those on duty are reckoned from it.
  expect(view.window.duties.length).toBeGreaterThan(0);
  expect(view.window.duties.every(({ crew }) => crew.length === 2)).toBe(true);
  const lead = { ...plan.context, person: { name: 'Vik', role: 'lead' as const } };
  const whole = await planHandlers['plan.window'](lead, all);
  expect(JSON.stringify(whole)).toMatch(/declined.*/);
  expect([whole.window.stays.length, whole.window.positions.length, whole.restExceptions.length]).toEqual([1, 1, 1]);
  expect((await planHandlers['plan.coverage'](lead, all)).intervals.length).toBeGreaterThan(0);
});

it('a conflict is named, accepted with a reason, and stays named with it', async () => {
  await planHandlers['plan.create_measure'](plan.context, {
    caseId: plan.caseId,
    type: 'guarding',
    text: 'Personbeskyttelse, dag',
    startLocal: '2026-03-31T14:30',
    endLocal: '2026-03-31T20:00',
    recurrence: null,
    placeId: null,
    headcount: 1,
    needId: null,
    officerIds: [plan.officers.nes],
    vehicleIds: [],
  });
  const { context, input } = question();
  const found = await planHandlers['plan.conflicts'](context, input);
  const rests = found.conflicts.filter((one) => one.type === 'daily_rest' && one.subjectId === plan.officers.nes);
  expect(rests.map((one) => one.figure)).toContain(450);
  const key = rests[0]?.key ?? '';
  const accept = { caseId: plan.caseId, key, reason: 'Avtale om unntak, én natt', untilAt: null };
  await planHandlers['plan.accept'](context, accept);
  const after = await planHandlers['plan.conflicts'](context, input);
  expect(after.accepted).toMatchObject([{ key, reason: 'Avtale om unntak, én natt', by: 'Test Person' }]);
  expect(after.conflicts.map((one) => one.key)).toContain(key);
});

// Would catch: a decision that is left alone in the book when the measure's part of it is undone, or the other way round.
it('a decision that was just taken is written with the measure that rests on it, and one undo takes both back', async () => {
  const before = await snapshot(plan.book);
  const decision = {
    text: 'Vakt til rettsmøtet er holdt',
    authority: 'Stasjonsleder',
    form: 'oral' as const,
    decidedAt: at('2026-03-28T10:00'),
    untilAt: at('2026-04-05T10:00'),
  };
  const { id } = await planHandlers['plan.decide'](plan.context, { measureId: plan.guardId, decision });
  expect((await dutyAt('2026-03-30T21:00')).decision).toEqual({
    id,
    fromAt: decision.decidedAt,
    untilAt: decision.untilAt,
  });
  await plan.book.undo();
  expect(await snapshot(plan.book)).toEqual(before);
  await plan.book.redo();
  await planHandlers['plan.decide'](plan.context, { measureId: plan.guardId, decision: { id } });
  expect((await dutyAt('2026-03-30T21:00')).decision?.id).toBe(id);
});

describe('a date that asks for protection', () => {
  const risk = (given: Record<string, unknown>) =>
    plan.book.command('test', (tx) =>
      tx.insert('calendar_risk', { type: 'court_date', ...given }, { caseId: plan.caseId }),
    );

  // Would catch: a minute that stays uncovered after the need was raised; a second need from a second click.
  it('raises one need with its reason, and asks for nothing more then', async () => {
    const { value } = await risk({
      text: 'Fengslingsmøte. Blir han ikke fengslet, er han ute samme dag.',
      date: whenOf('2026-03-30', '12:00', 'minute', OSLO),
      protectionLevel: 'guard',
      headcount: 2,
      hoursAfter: 6,
    });
    const { context, input } = question();
    const missing = async () =>
      (await planHandlers['plan.conflicts'](context, input)).raised.map((one) => one.missing.length);
    expect(await missing()).toEqual([1]);
    const { id } = await planHandlers['plan.raise'](context, { riskId: value.id });
    expect(await planHandlers['plan.raise'](context, { riskId: value.id })).toEqual({ id });
    expect((await plan.book.find(id))?.values).toMatchObject({
      personId: plan.lind,
      fromLocal: '2026-03-30T12:00',
      toLocal: '2026-03-30T18:00',
      raisedBy: 'calendar_risk',
      reason: 'Fengslingsmøte. Blir han ikke fengslet, er han ute samme dag.',
    });
    expect(await missing()).toEqual([0]);
  });

  // Would catch: a date that moved, and a need that stays where the date was and is said to be raised.
  it('moves its need when the date has moved', async () => {
    const about = { text: 'Fengslingsmøte', protectionLevel: 'guard', headcount: 2, hoursAfter: 6 };
    const { value } = await risk({ ...about, date: whenOf('2026-03-30', '12:00', 'minute', OSLO) });
    const { context, input } = question();
    const { id } = await planHandlers['plan.raise'](context, { riskId: value.id });
    const date = whenOf('2026-03-31', '09:00', 'minute', OSLO);
    await plan.book.command('test', (tx) => tx.update('calendar_risk', value.id, { date }));
    const missing = async () =>
      (await planHandlers['plan.conflicts'](context, input)).raised.flatMap((one) => one.missing).length;
    expect(await missing()).toBe(1);
    expect(await planHandlers['plan.raise'](context, { riskId: value.id })).toEqual({ id });
    expect((await plan.book.find(id))?.values).toMatchObject({
      fromLocal: '2026-03-31T09:00',
      toLocal: '2026-03-31T15:00',
    });
    expect(await missing()).toBe(0);
  });

  it('says what it lacks to raise one', async () => {
    const { value } = await risk({ type: 'release' });
    await expect(planHandlers['plan.raise'](plan.context, { riskId: value.id })).rejects.toMatchObject({
      code: 'INVALID_VALUES',
      data: ['date', 'protectionLevel', 'text'].map((field) => ({ field, code: 'REQUIRED' })),
    });
  });
});
