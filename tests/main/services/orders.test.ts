import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { breachHandlers } from '#main/services/breach.ts';
import { briefingHandlers } from '#main/services/briefing.ts';
import { caseHandlers } from '#main/services/case.ts';
import { chainHandlers } from '#main/services/chain.ts';
import { clockHandlers } from '#main/services/clock.ts';
import { orderHandlers } from '#main/services/order.ts';
import { releaseHandlers } from '#main/services/release.ts';
import type { ChainStep } from '#model/chain/steps.ts';
import type { RecordId } from '#model/ids.ts';
import type { Kind, NewValues } from '#model/kinds.ts';
import { instantOfLocal } from '#model/time.ts';
import { whenAtMinute, whenOf } from '#model/when.ts';
import { recordStep } from '#tests/helpers/chain.ts';
import { openTestContext, type TestContext } from '#tests/helpers/context.ts';
import { snapshot } from '../../db/snapshot.ts';

const OSLO = 'Europe/Oslo';
const at = (local: string) => instantOfLocal(local, OSLO) ?? Number.NaN;
const minute = (local: string) => whenAtMinute(at(local), OSLO);

let test: TestContext;
let caseId: RecordId;
let her: RecordId;
let him: RecordId;
beforeEach(async () => {
  test = await openTestContext();
  ({ id: caseId } = await caseHandlers['case.create'](test.context, {
    name: 'Lind',
    number: null,
    marking: 'fortrolig',
    persons: [
      { role: 'protected', name: 'Lind' },
      { role: 'threat_actor', name: 'M.' },
    ],
  }));
  const parts = await test.book.list('case_person', { caseId });
  her = parts.find(({ values }) => values.role === 'protected')?.values.personId as RecordId;
  him = parts.find(({ values }) => values.role === 'threat_actor')?.values.personId as RecordId;
});
afterEach(() => test.remove());

async function insert<K extends Kind>(kind: K, values: NewValues<K>, ofCase: RecordId | null = caseId) {
  const { value } = await test.book.command('x', (tx) => tx.insert(kind, values, { caseId: ofCase }));
  return value.id;
}
const inForce = {
  variant: 'restraining_order',
  fromAt: 1,
  servedAt: 1,
  decidedAt: 1,
  toAt: at('2100-01-01T00:00'),
} as const;
const quick = (more = {}) =>
  breachHandlers['breach.quick'](test.context, {
    caseId,
    text: 'M. sto i bakgården',
    happened: minute('2026-03-28T21:31'),
    channels: ['turning_up'],
    logNumber: null,
    safeNow: true,
    whereHeIs: null,
    weapon: null,
    childrenText: null,
    contacts: null,
    endedAt: null,
    reportedAt: null,
    ...more,
  });
const record = (breachId: RecordId, step: ChainStep, local: string, more = {}) =>
  recordStep(test, breachId, step, minute(local), more);
const view = (id: RecordId) => breachHandlers['breach.view'](test.context, { id });

describe('a breach entered during the call', () => {
  // Would catch: an order guessed among several, a sender assumed to be him, a clock that waits for the rest of the form.
  it('is saved with four fields, refers to the only order in force, and lists what is missing', async () => {
    const orderId = await insert('order', inForce);
    await insert('order', { variant: 'own_home_ban', decidedAt: 1 });
    const { id } = await quick();
    const { breach, missing, chain, number, total } = await view(id);
    expect(breach.values).toMatchObject({ orderId, sender: null, status: 'reported', channels: ['turning_up'] });
    // Would catch: the time of entry taken for the time at which the police learned of it.
    expect(chain).toEqual([]);
    expect(breach.values).toMatchObject({ reportedAt: null, policeKnew: null });
    expect(missing).toEqual(expect.arrayContaining(['sender', 'reportedAt', 'logNumber', 'witnesses']));
    expect(missing).not.toContain('orderId');
    expect([number, total]).toEqual([1, 1]);
    const later = await view((await quick({ reportedAt: at('2026-03-28T21:40') })).id);
    expect(later.breach.values.policeKnew).toMatchObject({ fromAt: at('2026-03-28T21:40'), precision: 'minute' });
    expect(later.chain).toMatchObject([{ step: 'reported', minutes: 9 }]);
    await insert('order', inForce);
    expect((await view((await quick()).id)).breach.values.orderId).toBeNull();
  });
});

// Would catch: a quick entry after which no time of the unit runs, although it says when the police learned of it.
it('starts the time to a decision with the entry, where it is said when the police learned of it', async () => {
  const { id } = await quick({ reportedAt: at('2026-03-28T21:40') });
  const { clocks } = await clockHandlers['clock.list'](test.context, { caseId, at: at('2026-03-28T22:00') });
  const own = clocks.filter(({ recordIds }) => recordIds[0] === id).map((one) => [one.id, one.dueAt]);
  expect(own).toContainEqual(['jurist_decision', at('2026-03-29T22:40')]);
});

describe('a chain', () => {
  // Would catch: an arrest kept as a step only, which no clock of custody would see; steps in the order of entry.
  it('is in the order of time; its first reading of an arrest is the arrest itself', async () => {
    const { id } = await quick();
    const { id: arrestId } = await record(id, 'arrested', '2026-03-28T22:14', { who: 'patrulje 31' });
    await record(id, 'alarm_raised', '2026-03-28T21:31');
    await record(id, 'arrest_upheld', '2026-03-28T22:58', { who: 'Sund' });
    expect(await test.book.find(arrestId)).toMatchObject({ kind: 'arrest', values: { breachId: id } });
    const { chain, arrest } = await view(id);
    const told = chain.filter(({ step }) => step !== 'reported').map(({ step, minutes }) => [step, minutes]);
    expect(told).toEqual([
      ['alarm_raised', 0],
      ['arrested', 43],
      ['arrest_upheld', 87],
    ]);
    expect(arrest?.id).toBe(arrestId);
  });

  // Would catch: a second reading that overwrites the first, a choice that changes what a source said.
  it('keeps two readings of one step beside each other, measures the earlier, and takes a choice', async () => {
    const { id } = await quick();
    const { id: journal } = await record(id, 'arrested', '2026-03-28T22:14', { readFrom: 'arrest_journal' });
    const { id: patrol } = await record(id, 'arrested', '2026-03-28T22:20', { readFrom: 'patrol_report' });
    const arrested = async () => (await view(id)).chain.find(({ step }) => step === 'arrested');
    expect(await arrested()).toMatchObject({ minutes: 43, readings: [{ recordId: journal }, { recordId: patrol }] });
    const twice = (await view(id)).contradictions.filter(({ code }) => code === 'two_readings');
    expect(twice).toMatchObject([{ settled: false }]);
    await chainHandlers['chain.choose'](test.context, { breachId: id, step: 'arrested', recordId: patrol });
    expect(await arrested()).toMatchObject({ minutes: 49, measured: { recordId: patrol } });
    expect((await view(id)).contradictions.filter(({ code }) => code === 'two_readings')).toMatchObject([
      { settled: true },
    ]);
    await chainHandlers['chain.choose'](test.context, { breachId: id, step: 'arrested', recordId: journal });
    expect(await arrested()).toMatchObject({ minutes: 43, measured: { chosen: true } });
    expect((await test.book.find(journal))?.values.happened).toEqual(minute('2026-03-28T22:14'));
  });

  // Would catch: a second decision that writes over the first, who and source dropped, a day taken for its midnight.
  it('keeps each decision of a lawyer as a reading, with who and from where', async () => {
    const { id } = await quick();
    const day = whenOf('2026-03-28', '', 'day', OSLO);
    await record(id, 'lawyer_decided', '2026-03-28T00:00', { at: day, who: 'Sund', readFrom: 'told' });
    expect((await view(id)).breach.values.decidedAt).toBeNull();
    const given = { who: 'Holm', logNumber: '4471', readFrom: 'operations_log' };
    await record(id, 'lawyer_decided', '2026-03-28T23:10', given);
    await record(id, 'lawyer_decided', '2026-03-28T23:40', { who: 'Dahl' });
    const { breach, chain } = await view(id);
    expect(breach.values.decidedAt).toBe(at('2026-03-28T23:10'));
    const readings = chain.find(({ step }) => step === 'lawyer_decided')?.readings ?? [];
    expect(readings).toMatchObject([{ who: 'Sund', at: { precision: 'day' } }, given, { who: 'Dahl' }]);
    expect(readings).toHaveLength(3);
  });

  // Would catch: an impossible time that is refused, so that what the source says is lost.
  it('takes a hearing before the arrest, and says that they contradict each other', async () => {
    const { id } = await quick();
    await record(id, 'arrested', '2026-03-28T22:14');
    await record(id, 'hearing_opened', '2026-03-28T20:00');
    const codes = (await view(id)).contradictions.map(({ code }) => code);
    expect(codes).toEqual(expect.arrayContaining(['step_before_step', 'step_before_breach']));
  });

  // Would catch: a rule that gives an arrest to a breach it is linked away from, or to one of last month.
  it('takes an arrest that nothing links for the breaches of the week before it only', async () => {
    const old = await insert('breach', { happened: whenOf('2026-03-20', '', 'day', OSLO), text: 'gammelt' });
    const near = await insert('breach', { happened: whenOf('2026-03-26', '', 'day', OSLO), text: 'nært' });
    await insert('arrest', { happened: minute('2026-03-28T22:14'), text: 'pågrepet' });
    const { breaches, funnel } = await breachHandlers['breach.list'](test.context, { caseId });
    expect(breaches.map((row) => [row.id, row.lastStep])).toEqual([
      [near, 'arrested'],
      [old, null],
    ]);
    expect(funnel.find(({ stage }) => stage === 'arrested')).toMatchObject({
      count: 1,
      medianMinutes: null,
      medianDays: 2,
    });
  });
});

describe('an order', () => {
  // Would catch: a renewal that loses a term, or a second draft beside the first.
  it('is renewed by a draft with its terms and without its basis; asked again it is the same draft', async () => {
    const id = await insert('order', { ...inForce, basis: 'gammelt grunnlag', terms: 'Bolig og oppgang B' });
    await insert('order_term', { orderId: id, type: 'place', text: 'Bolig' });
    await insert('order_term', { orderId: id, type: 'contact', text: 'Også gjennom andre' });
    const { id: draft } = await orderHandlers['order.renew'](test.context, { id });
    expect(await orderHandlers['order.renew'](test.context, { id })).toEqual({ id: draft });
    const { orders } = await orderHandlers['order.register'](test.context, { caseId });
    expect(orders.map(({ order, state }) => [order.id, state])).toEqual([
      [id, 'in_force'],
      [draft, 'draft'],
    ]);
    expect(orders[1]?.order.values).toMatchObject({ replacesId: id, basis: null, servedAt: null, decidedAt: null });
    expect(orders[1]?.terms.map(({ values }) => values.text)).toEqual(['Bolig', 'Også gjennom andre']);
    expect(orders[0]?.followedBy).toEqual({ id: draft, state: 'draft' });
  });

  // Would catch: an order taken for served by an attempt that failed, a first service written over by a second one.
  it('is in force against him from a successful service, and keeps every attempt', async () => {
    const id = await insert('order', { variant: 'restraining_order', decidedAt: at('2026-03-01T12:00') });
    const serve = (outcome: 'served' | 'failed', local: string) =>
      orderHandlers['order.serve'](test.context, {
        id,
        outcome,
        attemptAt: at(local),
        method: null,
        byWhom: 'Myr',
        proof: 'kvittering',
        note: null,
      });
    const one = async () => (await orderHandlers['order.register'](test.context, { caseId })).orders[0];
    await serve('failed', '2026-03-01T18:00');
    expect(await one()).toMatchObject({ state: 'not_served' });
    await serve('served', '2026-03-02T09:00');
    expect(await one()).toMatchObject({ state: 'in_force', services: [{}, {}] });
    await serve('served', '2026-03-03T09:00');
    expect((await one())?.order.values).toMatchObject({ servedAt: at('2026-03-02T09:00'), servedBy: 'Myr' });
  });
});

describe('what cannot be', () => {
  const decided = { variant: 'restraining_order', stage: 'decided', decidedAt: at('2026-03-01T12:00') } as const;
  const served = { ...decided, servedAt: at('2026-03-02T12:00'), toAt: at('2026-05-01T00:00') } as const;
  const remand = { text: 'varetekt', decidedAt: at('2026-03-10T12:00') };
  const breach = (local: string) => ({ text: 'brudd', happened: minute(local) });

  // Would catch: a source's impossible dates refused, so that they are lost, or taken without a word. From the text of the
  // law: an order is decided, served, holds and ends; whoever is arrested is heard, remanded and let go.
  it.each([
    ['served_before_decided', 'order', { ...decided, servedAt: at('2026-02-28T12:00') }],
    ['holds_before_decided', 'order', { ...decided, fromAt: at('2026-02-28T12:00') }],
    ['written_before_decided', 'order', { ...decided, writtenAt: at('2026-02-28T12:00') }],
    ['ends_before_decided', 'order', { ...decided, toAt: at('2026-02-28T12:00') }],
    ['ends_before_start', 'order', { ...served, fromAt: at('2026-05-01T00:00') }],
    ['ends_before_start', 'order', { ...served, fromAt: at('2026-05-02T00:00') }],
    ['lifted_before_decided', 'order', { ...decided, liftedAt: at('2026-02-28T12:00') }],
    ['served_after_end', 'order', { ...served, servedAt: at('2026-05-01T08:00') }],
    ['order_too_long', 'order', { ...served, toAt: at('2027-03-03T00:00') }],
    ['end_not_known', 'order', { ...served, toAt: null }],
    [
      'court_before_sent',
      'order',
      { ...served, sentToCourtAt: minute('2026-03-05T12:00').fromAt, courtDecidedAt: at('2026-03-04T12:00') },
    ],
    [
      'final_before_judgment',
      'order',
      { variant: 'contact_ban', judgmentAt: at('2026-03-05T12:00'), finalAt: at('2026-03-04T12:00') },
    ],
    [
      'release_before_arrest',
      'arrest',
      { text: 'a', happened: minute('2026-03-05T12:00'), releasedAt: at('2026-03-05T11:00') },
    ],
    ['release_before_remand', 'remand', { ...remand, releasedAt: at('2026-03-10T11:00') }],
    ['remand_ends_before_decided', 'remand', { ...remand, untilAt: at('2026-03-10T12:00') }],
    ['remand_too_long', 'remand', { ...remand, untilAt: at('2026-04-08T00:01') }],
  ] as const)('%s is kept as it was told, and shown', async (code, kind, values) => {
    const id = await insert(kind, values as never);
    const { contradictions } = await orderHandlers['order.contradictions'](test.context, { caseId });
    const mine = contradictions.find((one) => one.code === code);
    expect(mine?.sides.some(({ recordId }) => recordId === id)).toBe(true);
    expect((await test.book.find(id))?.values).toMatchObject(values);
  });

  // Would catch: a remand of four weeks, or an order of a year, called too long on its last day.
  it.each([
    ['order', { ...served, toAt: at('2027-03-02T00:00') }],
    ['remand', { ...remand, untilAt: at('2026-04-08T00:00') }],
  ] as const)('says nothing of a %s that lasts as long as it may', async (kind, values) => {
    await insert(kind, values as never);
    const { contradictions } = await orderHandlers['order.contradictions'](test.context, { caseId });
    expect(contradictions).toEqual([]);
  });

  // Would catch: a breach of what he did not know of, or did not hold yet, or no longer, taken without a word.
  it.each([
    ['breach_before_known', {}, '2026-03-02T11:59', '2026-03-02T12:00'],
    ['breach_before_term', { fromAt: at('2026-03-03T00:00') }, '2026-03-02T23:59', '2026-03-03T00:00'],
    ['breach_after_end', {}, '2026-05-01T00:00', '2026-04-30T23:59'],
    ['breach_after_end', { liftedAt: at('2026-04-01T10:00') }, '2026-04-01T10:00', '2026-04-01T09:59'],
  ] as const)('%s: %j at %s, not at %s', async (code, more, wrong, right) => {
    const orderId = await insert('order', { ...served, ...more });
    const codesAt = async (local: string) => {
      const id = await insert('breach', { ...breach(local), orderId });
      return (await view(id)).contradictions.map((one) => one.code);
    };
    expect(await codesAt(wrong)).toContain(code);
    expect(await codesAt(right)).not.toContain(code);
  });

  // Would catch: a judgment before the indictment, an appeal before the judgment, a remand before the hearing, unseen.
  it.each([
    ['judgment', 'indictment'],
    ['appeal', 'judgment'],
    ['hearing_opened', 'presentation_requested'],
    ['statement_offered', 'arrested'],
  ] as const)('%s before %s is shown on the breach', async (first, second) => {
    const { id } = await quick();
    await record(id, second, '2026-03-30T12:00');
    await record(id, first, '2026-03-30T11:00');
    const found = (await view(id)).contradictions.find((one) => one.code === 'step_before_step');
    expect(found?.sides.map(({ what }) => what)).toEqual([first, second]);
  });
});

describe('released, escaped or on leave', () => {
  const release = () =>
    releaseHandlers['actor.release'](test.context, {
      personId: him,
      change: 'released',
      at: at('2026-03-29T05:00'),
      source: 'Arresten ringte',
      conditions: 'Meldeplikt',
      backAt: null,
    });

  // Would catch: a case that is not told, a closed one that is; a need that is not raised; half of it left after an undo.
  it('is told once, opens "notify her" and the needs of every open case, and is one step to undo', async () => {
    const { id: other } = await caseHandlers['case.create'](test.context, {
      name: 'Lunde',
      number: null,
      marking: 'fortrolig',
      persons: [{ role: 'protected', name: 'Lunde' }],
    });
    const { id: closed } = await caseHandlers['case.create'](test.context, {
      name: 'Gammel',
      number: null,
      marking: 'fortrolig',
      persons: [],
    });
    for (const id of [other, closed]) {
      await caseHandlers['case.add_person'](test.context, { caseId: id, role: 'threat_actor', person: { id: him } });
    }
    await test.book.command('x', (tx) => tx.update('case', closed, { status: 'closed' }));
    const risk = {
      type: 'release',
      text: 'Fast vakt hele døgnet',
      protectionLevel: 'guard',
      headcount: 2,
      hoursAfter: 48,
    } as const;
    await insert('calendar_risk', risk);
    // One that names whom it protects is hers as well.
    await insert('calendar_risk', { ...risk, text: 'Følge til skolen', protectionLevel: 'escort', personId: her });
    await insert('assessment', { level: 'high', happened: minute('2026-03-26T10:30') });
    const before = await snapshot(test.book);

    const { cases } = await release();
    expect(cases.map(({ name, needIds, notificationIds }) => [name, needIds.length, notificationIds.length])).toEqual([
      ['Lind', 2, 1],
      ['Lunde', 0, 1],
    ]);
    const [notice] = await test.book.list('notification', { caseId });
    expect(notice?.values).toMatchObject({ personId: her, about: 'release', confirmedByHerAt: null });
    const [need] = await test.book.list('need', { caseId });
    // Would be met by nothing if it named nobody: a need follows its person.
    expect(need?.values).toMatchObject({
      personId: her,
      fromLocal: '2026-03-29T05:00',
      toLocal: '2026-03-31T05:00',
      raisedBy: 'contingency',
      headcount: 2,
    });
    const opened = await caseHandlers['case.view'](test.context, { id: caseId });
    expect(opened.risk?.overtakenBy).toMatchObject({ kind: 'whereabouts' });
    await test.book.undo();
    expect(await snapshot(test.book)).toEqual(before);
  });

  // Would catch: a clock of custody that runs on after he is out, or one of another person that stops with it.
  it('ends the custody that was running, his alone', async () => {
    const { id: other } = await test.book
      .command('x', (tx) => tx.insert('person', { name: 'T.' }))
      .then(({ value }) => value);
    const arrest = { happened: minute('2026-03-28T22:14'), text: 'pågrepet', custody: 'arrest' } as const;
    const his = await insert('arrest', { ...arrest, personId: him });
    const theirs = await insert('arrest', { ...arrest, personId: other });
    const old = await insert('arrest', { ...arrest, personId: him, happened: minute('2025-03-28T22:14') });
    const remand = await insert('remand', { personId: him, untilAt: at('2026-04-20T12:00') });
    await release();
    const releasedAt = async (id: RecordId) => (await test.book.find(id))?.values as { releasedAt: number | null };
    expect((await releasedAt(his)).releasedAt).toBe(at('2026-03-29T05:00'));
    expect((await releasedAt(remand)).releasedAt).toBe(at('2026-03-29T05:00'));
    expect((await releasedAt(theirs)).releasedAt).toBeNull();
    expect((await releasedAt(old)).releasedAt).toBeNull();
  });

  // Would catch: a release after which nobody is asked to assess anew, or that is asked for ever after it was done.
  it('asks for a new assessment, as the rule of the unit, until there is one', async () => {
    await release();
    const asked = async () => {
      const { clocks } = await clockHandlers['clock.list'](test.context, { caseId, at: at('2026-03-29T20:00') });
      return clocks.filter(({ id }) => id === 'assessment_after_release').map(({ state, dueAt }) => [state, dueAt]);
    };
    expect(await asked()).toEqual([['soon', at('2026-03-30T05:00')]]);
    await insert('assessment', { level: 'high', happened: minute('2026-03-29T12:00') });
    expect(await asked()).toEqual([['met', at('2026-03-30T05:00')]]);
  });

  // Would catch: a card that still says he is in a cell, with nobody told; a lawyer's copy recalled that says nothing of it;
  // a recall that stays when the release is taken back.
  it('recalls the copies that say where he is, until the holder has given it back in his own words', async () => {
    const use = (detail: string) => test.book.use('export', { recordId: caseId, detail });
    await use('leder 1 (3 p, 100 B)');
    await use('jurist 2 (3 p, 100 B)');
    const { cases } = await release();
    expect(cases[0]).toMatchObject({
      copies: [{ profile: 'leder', copy: 1, person: 'Test Person' }],
      noContingency: true,
    });
    test.advance(1_000);
    await use('patrulje 3 (1 p, 100 B)');
    const recalled = async () =>
      (await briefingHandlers['briefing.copies'](test.context, { caseId })).map((one) => [
        one.copy,
        one.recalled && [one.recalled.change, one.recalled.readBack?.words ?? null],
      ]);
    expect(await recalled()).toEqual([
      [3, null],
      [2, null],
      [1, ['released', null]],
    ]);
    const given = { caseId, copy: 1, holder: 'Patrulje 31', words: 'Han er ute.' };
    await briefingHandlers['briefing.read_back'](test.context, given);
    expect((await recalled())[2]).toEqual([1, ['released', 'Han er ute.']]);
    // Would catch: a read-back outside the log, which undo would leave standing and take the release instead.
    await test.book.undo();
    expect((await recalled())[2]).toEqual([1, ['released', null]]);
    await test.book.undo();
    expect((await recalled())[2]).toEqual([1, null]);
  });
});
