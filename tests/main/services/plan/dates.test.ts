import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { planHandlers } from '#main/services/plan.ts';
import { recordHandlers } from '#main/services/record.ts';
import { releaseHandlers } from '#main/services/release.ts';
import type { RecordId } from '#model/ids.ts';
import type { Kind, NewValues } from '#model/kinds.ts';
import { whenAtMinute, whenOf } from '#model/when.ts';
import { snapshot } from '#tests/db/snapshot.ts';
import { at, type NightPlan, OSLO, openNightPlan } from './night.ts';

let plan: NightPlan;
let child: RecordId;
let him: RecordId;

async function insert<K extends Kind>(kind: K, values: NewValues<K>, inCase = true): Promise<RecordId> {
  const header = inCase ? { caseId: plan.caseId } : {};
  return (await plan.book.command('test', (tx) => tx.insert(kind, values, header))).value.id;
}
const update = <K extends Kind>(kind: K, id: RecordId, values: NewValues<K>) =>
  plan.book.command('test', (tx) => tx.update(kind, id, values));
const strike = (id: RecordId) => recordHandlers['record.strike'](plan.context, { id, reason: 'Feil' });

beforeEach(async () => {
  plan = await openNightPlan();
  child = await insert('person', { name: 'Barn' }, false);
  him = await insert('person', { name: 'M.' }, false);
  await insert('case_person', { personId: child, role: 'child' });
  await insert('case_person', { personId: him, role: 'threat_actor' });
});
afterEach(() => plan.remove());

const WINDOW = { fromAt: at('2026-03-25T12:00'), toAt: at('2026-05-06T12:00') };
const context = (now?: string) => (now ? { ...plan.context, now: () => at(now) } : plan.context);
const raised = async (now?: string) =>
  (await planHandlers['plan.conflicts'](context(now), { caseId: plan.caseId, ...WINDOW })).raised;
const states = async (now?: string) => (await raised(now)).map((one) => `${one.state} ${one.reason ?? one.type}`);
const gaps = async () => {
  const { intervals } = await planHandlers['plan.coverage'](plan.context, { caseId: plan.caseId, ...WINDOW });
  return new Set(intervals.filter(({ state }) => state === 'gap').map(({ need }) => need.id));
};
const orderEnding = (toAt: string) =>
  insert('order', {
    variant: 'restraining_order',
    decidedAt: at('2025-04-02T12:00'),
    servedAt: at('2025-04-03T14:20'),
    toAt: at(toAt),
  });
async function only(now?: string) {
  const found = await raised(now);
  if (found.length !== 1 || !found[0]) throw new Error(JSON.stringify(found));
  return found[0];
}
const answer = (one: { key: string; fromAt: number }) => ({ caseId: plan.caseId, key: one.key, at: one.fromAt });
const GUARD = {
  level: 'guard',
  headcount: 2,
  fromLocal: '2026-04-03T00:00',
  toLocal: '2026-04-06T00:00',
  reason: 'Besøksforbudet utløper.',
} as const;

describe('a date the book knows', () => {
  // Would catch: a suggestion counted as uncovered time, a need for one person of two, links that lead nowhere, a plan that
  // takes two steps to undo.
  it('is planned in one step, for each person, tied to the record it comes from', async () => {
    const order = await orderEnding('2026-04-03T00:00');
    const before = await gaps();
    const suggestion = await only();
    expect(suggestion).toMatchObject({
      state: 'suggested',
      sourceId: order,
      personIds: [plan.lind, child],
      level: null,
    });
    expect(await gaps()).toEqual(before);
    const rows = await snapshot(plan.book);
    const made = await planHandlers['plan.raise_date'](plan.context, {
      ...answer(suggestion),
      ...GUARD,
      personIds: [plan.lind, child],
    });
    expect(made.needIds).toHaveLength(2);
    const [need] = await plan.book.list('need', { ids: made.needIds.slice(0, 1) });
    expect(need?.values).toMatchObject({
      label: 'Lind: Besøksforbudet utløper',
      personId: plan.lind,
      protectionLevel: 'guard',
      headcount: 2,
      fromLocal: '2026-04-03T00:00',
      toLocal: '2026-04-06T00:00',
      raisedBy: 'calendar_risk',
      calendarRiskId: made.riskId,
      reason: 'Besøksforbudet utløper.',
    });
    const [risk] = await plan.book.list('calendar_risk', { ids: [made.riskId] });
    expect(risk?.values).toMatchObject({ recordId: order, type: 'order_expiry', hoursBefore: 0, hoursAfter: 72 });
    expect(await states()).toEqual(['met order_ends']);
    for (const id of made.needIds) expect((await gaps()).has(id)).toBe(true);
    await plan.book.undo();
    expect(await snapshot(plan.book)).toEqual(rows);
    expect(await states()).toEqual(['suggested order_ends']);
  });

  // Would catch: what was found not to be needed coming back the next day, or staying away when the date has moved.
  it('that is not needed stays away until it moves', async () => {
    const order = await orderEnding('2026-04-03T00:00');
    const { key } = await only();
    await planHandlers['plan.accept'](plan.context, { caseId: plan.caseId, key, reason: 'Flyttet', untilAt: null });
    const open = async () => {
      const { raised: found, accepted } = await planHandlers['plan.conflicts'](plan.context, {
        caseId: plan.caseId,
        ...WINDOW,
      });
      return found.filter((one) => !accepted.some((other) => other.key === one.key)).length;
    };
    expect(await open()).toBe(0);
    await update('order', order, { toAt: at('2026-04-10T00:00') });
    expect(await open()).toBe(1);
  });

  // Would catch: an answer to a date that is another one by now; persons of another case; a period that ends before it begins.
  it('is refused where it does not fit, and nothing is kept', async () => {
    const order = await orderEnding('2026-04-03T00:00');
    const suggestion = await only();
    const rows = await snapshot(plan.book);
    const send = (given: object) =>
      planHandlers['plan.raise_date'](plan.context, {
        ...answer(suggestion),
        ...GUARD,
        personIds: [plan.lind],
        ...given,
      });
    await expect(send({ personIds: [him] })).rejects.toMatchObject({ code: 'INVALID_VALUES' });
    await expect(send({ toLocal: '2026-04-02T00:00' })).rejects.toMatchObject({ code: 'INVALID_VALUES' });
    await expect(send({ key: `${suggestion.key}0` })).rejects.toMatchObject({ code: 'DATE_CHANGED' });
    expect(await snapshot(plan.book)).toEqual(rows);
    await update('order', order, { liftedAt: at('2026-03-28T10:00') });
    await expect(send({})).rejects.toMatchObject({ code: 'DATE_CHANGED' });
  });

  // Would catch: a holiday told of in every case, or of a case in which nothing happened on it.
  it('is a holiday only where something happened on the same one before', async () => {
    const breach = await insert('breach', { text: 'Sto utenfor', happened: whenOf('2025-04-19', '', 'day', OSLO) });
    await insert('breach', { text: 'Ringte', happened: whenOf('2024-05', '', 'month', OSLO) });
    expect(await raised()).toMatchObject([{ reason: 'holiday', sourceId: breach, fromAt: at('2026-03-29T00:00') }]);
    await strike(breach);
    expect(await raised()).toEqual([]);
  });

  it('is asked about in an open case alone', async () => {
    await orderEnding('2026-04-03T00:00');
    await update('case', plan.caseId, { status: 'closed' });
    expect(await raised()).toEqual([]);
  });

  // Would catch: dates of one case told of another where all are asked about.
  it('is told of its own case where all are asked about', async () => {
    await orderEnding('2026-04-03T00:00');
    const lead = { ...plan.context, person: { name: 'Fjære', role: 'lead' as const } };
    const zone = OSLO;
    const other = await insert('case', { name: 'Lunde', marking: 'fortrolig', status: 'open', zone }, false);
    const found = (await planHandlers['plan.conflicts'](lead, { caseId: null, ...WINDOW })).raised;
    expect(found.map(({ caseId }) => caseId)).toEqual([plan.caseId]);
    const view = await planHandlers['plan.window'](plan.context, { caseId: other, ...WINDOW });
    expect(view.raised).toEqual([]);
  });
});

describe('a need whose date has changed', () => {
  const planned = async (sourceDate: string) => {
    const order = await orderEnding(sourceDate);
    const personIds = [plan.lind];
    const made = await planHandlers['plan.raise_date'](plan.context, { ...answer(await only()), ...GUARD, personIds });
    return { order, needId: made.needIds[0] as RecordId, riskId: made.riskId };
  };
  const times = async (id: RecordId) => {
    const [need] = await plan.book.list('need', { ids: [id] });
    return need && [need.values.fromLocal, need.values.toLocal, need.values.status];
  };

  it('moves after it by the wall clock, in one step', async () => {
    const { order, needId, riskId } = await planned('2026-04-03T00:00');
    await update('order', order, { toAt: at('2026-04-10T12:00') });
    const moved = await only();
    expect(moved).toMatchObject({ state: 'moved', needIds: [needId], riskId });
    const rows = await snapshot(plan.book);
    await planHandlers['plan.move_date'](plan.context, answer(moved));
    expect(await times(needId)).toEqual(['2026-04-10T12:00', '2026-04-13T12:00', 'active']);
    expect(await states()).toEqual(['met order_ends']);
    await plan.book.undo();
    expect(await snapshot(plan.book)).toEqual(rows);
  });

  // Would catch: the past of a need that was in force rewritten when its date moves or goes away.
  it('keeps what is past of it', async () => {
    const { order, needId } = await planned('2026-04-03T00:00');
    await update('order', order, { toAt: at('2026-04-10T00:00') });
    const moved = await only('2026-04-04T12:00');
    const { needIds } = await planHandlers['plan.move_date'](context('2026-04-04T12:00'), answer(moved));
    expect(await times(needId)).toEqual(['2026-04-03T00:00', '2026-04-04T12:00', 'active']);
    expect(await times(needIds[1] as RecordId)).toEqual(['2026-04-10T00:00', '2026-04-13T00:00', 'active']);
  });

  it('follows the order that has taken its place', async () => {
    const { order } = await planned('2026-04-03T00:00');
    const next = await insert('order', {
      variant: 'restraining_order',
      replacesId: order,
      servedAt: at('2026-03-28T10:00'),
      toAt: at('2026-05-01T00:00'),
    });
    expect(await raised()).toMatchObject([{ state: 'moved', sourceId: next }]);
  });

  // Would catch: a need that stands for a date that is no more, with nobody told; one that is ended twice.
  it('is ended when the date is gone', async () => {
    const { order, needId } = await planned('2026-04-03T00:00');
    await strike(order);
    const gone = await only();
    expect(gone).toMatchObject({ state: 'ended', gone: 'struck', needIds: [needId] });
    await planHandlers['plan.end_date'](plan.context, answer(gone));
    expect((await times(needId))?.[2]).toBe('ended');
    expect(await raised()).toEqual([]);
  });

  it('ends now where it has begun', async () => {
    const { order, needId } = await planned('2026-04-03T00:00');
    await update('order', order, { liftedAt: at('2026-04-02T10:00') });
    const now = '2026-04-04T12:00';
    const gone = await only(now);
    expect(gone).toMatchObject({ state: 'ended', gone: 'lifted' });
    await planHandlers['plan.end_date'](context(now), answer(gone));
    expect(await times(needId)).toEqual(['2026-04-03T00:00', '2026-04-04T12:00', 'active']);
    expect(await raised(now)).toEqual([]);
  });
});

describe('his release', () => {
  const release = (now: string) =>
    releaseHandlers['actor.release'](context(now), {
      personId: him,
      change: 'released',
      at: at(now),
      source: 'Fengselet ringte',
      conditions: null,
      backAt: null,
    });

  // Would catch: a suggestion beside the needs of the release; two needs for one night, by the date and by the contingency.
  it('has one need, whether it was planned ahead or not', async () => {
    const about = {
      type: 'release',
      text: 'To på vakt',
      protectionLevel: 'guard',
      headcount: 2,
      hoursAfter: 48,
    } as const;
    await insert('calendar_risk', about);
    await insert('remand', { personId: him, fromAt: at('2026-03-20T12:00'), untilAt: at('2026-04-03T12:00') });
    const suggestion = await only();
    expect(suggestion).toMatchObject({ reason: 'remand_ends', level: 'guard', headcount: 2, text: 'To på vakt' });
    const { needIds } = await planHandlers['plan.raise_date'](plan.context, {
      ...answer(suggestion),
      ...GUARD,
      fromLocal: '2026-04-03T12:00',
      toLocal: '2026-04-04T12:00',
      personIds: [plan.lind],
    });
    const { cases } = await release('2026-04-03T12:00');
    expect(cases[0]?.needIds).toEqual(needIds);
    const [need] = await plan.book.list('need', { ids: needIds });
    expect(need?.values.toLocal).toBe('2026-04-05T12:00');
    expect((await plan.book.list('need', { caseId: plan.caseId })).length).toBe(2);
    expect((await states('2026-04-03T13:00')).filter((one) => one.startsWith('suggested'))).toEqual([]);
  });

  it('earlier than the remand says that its date is gone', async () => {
    await insert('calendar_risk', { type: 'release', text: 'Vakt', protectionLevel: 'escort', hoursAfter: 48 });
    await insert('remand', { personId: him, fromAt: at('2026-03-20T12:00'), untilAt: at('2026-04-03T12:00') });
    const personIds = [plan.lind];
    await planHandlers['plan.raise_date'](plan.context, { ...answer(await only()), ...GUARD, personIds });
    await release('2026-03-30T10:00');
    expect(await raised('2026-03-30T11:00')).toMatchObject([{ state: 'ended', gone: 'released' }]);
  });
});

it('raises a written date that names nobody for each whom the case protects', async () => {
  const date = whenAtMinute(at('2026-04-03T12:00'), OSLO);
  const given = { type: 'other', text: 'Dom', date, protectionLevel: 'guard', hoursAfter: 6 } as const;
  const riskId = await insert('calendar_risk', given);
  await planHandlers['plan.raise'](plan.context, { riskId });
  const needs = (await plan.book.list('need', { caseId: plan.caseId })).filter((one) => one.values.calendarRiskId);
  expect(needs.map(({ values }) => values.personId)).toEqual([plan.lind, child]);
});
