import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { caseHandlers, deadlinesOf } from '#main/services/case.ts';
import type { Context } from '#main/services/context.ts';
import { recordHandlers as record } from '#main/services/record.ts';
import { newRecordId, type RecordId } from '#model/ids.ts';
import type { CaseRole } from '#model/kinds/person.ts';
import { type Kind, kindOf } from '#model/kinds.ts';
import { instantOfLocal } from '#model/time.ts';
import { whenOf } from '#model/when.ts';
import { TEST_NOW } from '#tests/helpers/book.ts';
import { openTestContext, type TestContext } from '#tests/helpers/context.ts';

const ZONE = 'Europe/Oslo';
const HOUR_MS = 3_600_000;
let test: TestContext;
let context: Context;
let now: number;
let caseId: RecordId;

beforeEach(async () => {
  test = await openTestContext();
  now = TEST_NOW;
  context = { ...test.context, now: () => now };
  caseId = await createCase('Lind');
});
afterEach(() => test.remove());

type Persons = readonly { name: string; role: CaseRole }[];
const createCase = async (name: string, persons: Persons = []) =>
  (await caseHandlers['case.create'](context, { name, number: null, marking: 'fortrolig', persons: [...persons] })).id;
const create = async (kind: Kind, values: Record<string, unknown>, of = caseId) =>
  (await record['record.create'](context, { kind, caseId: kindOf(kind).scope === 'case' ? of : null, values })).id;
const view = (id = caseId) => caseHandlers['case.view'](context, { id });
const at = (local: string) => instantOfLocal(local, ZONE) ?? Number.NaN;
/** `2026-03-28` or `2026-03-28T21:14`, as exact as it is written. */
const when = (text: string) => {
  const [date = '', time = ''] = text.split('T');
  const precision = time ? 'minute' : ({ 10: 'day', 7: 'month', 4: 'year' } as const)[date.length as 10 | 7 | 4];
  return whenOf(date, time, precision, ZONE);
};
const openings = async () => (await test.book.useLog({ limit: 100 })).filter(({ action }) => action === 'open').length;

describe('the level of risk', () => {
  const level = (happened: string) => create('assessment', { level: 'high', happened: when(happened) });
  const overtakenBy = async () => (await view()).risk?.overtakenBy?.title ?? null;

  it('is unknown until it was assessed', async () => {
    await create('threat', { text: 'Trussel', happened: when('2026-03-28') });
    expect((await view()).risk).toBeNull();
  });

  // Would catch: a level shown as fresh on the day after it was made, when that day's breach is known only by its date.
  it.each([
    ['2026-03-28T14:00', '2026-03-28T13:59', false],
    ['2026-03-28T14:00', '2026-03-28T14:01', true],
    ['2026-03-28T14:00', '2026-03-28T21:14', true],
    ['2026-03-28', '2026-03-28T21:14', false],
    ['2026-03-28', '2026-03-28', false],
    ['2026-03-28', '2026-03-29', true],
    ['2026-03-28', '2026-03-29T00:00', true],
    ['2026-03-28', '2026-03-27', false],
    ['2026-03', '2026-03-31', false],
    ['2026-03', '2026-04-01', true],
    ['2025', '2026', true],
  ])('of %s and a breach of %s: overtaken %s', async (assessed, happened, isOlder) => {
    await level(assessed);
    await create('breach', { text: 'Brudd', happened: when(happened) });
    expect(await overtakenBy()).toBe(isOlder ? 'Brudd' : null);
  });

  // Would catch: any kind that makes a level old and is not asked about, or one that does not and is.
  it.each([
    ['breach', true],
    ['threat', true],
    ['incident', true],
    // The arrest is what the police did about it; the release changes what he can do.
    ['arrest', false],
    ['note', false],
    ['contact', false],
    ['report', false],
  ] as const)('is overtaken by a later %s: %s', async (kind, isOlder) => {
    await level('2026-03-28');
    await create(kind, { text: 'Senere', happened: when('2026-03-30') });
    expect(await overtakenBy()).toBe(isOlder ? 'Senere' : null);
  });

  it.each([
    ['release', true],
    ['hearing', false],
  ] as const)('is overtaken by a later court step of %s: %s', async (step, isOlder) => {
    await level('2026-03-28');
    await create('breach', { text: 'Først', happened: when('2026-03-29') });
    await create('court_step', { text: 'Senere', step, happened: when('2026-03-30') });
    expect(await overtakenBy()).toBe(isOlder ? 'Senere' : 'Først');
  });

  it('is the newest one, told with the newest that came after', async () => {
    await level('2026-03-01');
    const newest = await level('2026-03-10');
    await level('2026-03-05');
    await create('threat', { text: 'Første etter', happened: when('2026-03-11') });
    const last = await create('threat', { text: 'Siste etter', happened: when('2026-03-12') });
    expect((await view()).risk).toMatchObject({ assessment: { id: newest }, overtakenBy: { id: last } });
    await record['record.strike'](context, { id: last, reason: 'x' });
    expect(await overtakenBy()).toBe('Første etter');
    await record['record.strike'](context, { id: newest, reason: 'x' });
    expect((await view()).risk?.assessment.startsAt).toBe(at('2026-03-05T00:00'));
  });

  // Would catch: another case's breach making this one's level old.
  it('is of this case alone', async () => {
    await level('2026-03-01');
    const other = await createCase('Berg');
    await create('breach', { text: 'Annen sak', happened: when('2026-03-11') }, other);
    expect(await overtakenBy()).toBeNull();
    expect((await view(other)).risk).toBeNull();
  });
});

describe('deadlines', () => {
  // Would catch: an order that is lifted, an alarm that is back, or a day gone by still told; a hearing forgotten.
  it('are what ends or is due after now, soonest first', async () => {
    const in_ = (hours: number) => TEST_NOW + hours * HOUR_MS;
    const variant = 'restraining_order';
    await create('order', { text: 'Forbud', variant, toAt: in_(30) });
    await create('order', { text: 'Opphevet', variant, toAt: in_(31), liftedAt: in_(-1) });
    await create('order', { text: 'Utløpt', variant, toAt: in_(-1) });
    await create('order', { text: 'Nettopp', variant, toAt: in_(0) });
    await create('alarm', { unit: 'Alarm', grantedUntilAt: in_(10) });
    await create('alarm', { unit: 'Levert', grantedUntilAt: in_(11), returnedAt: in_(-2) });
    await create('remand', { text: 'Varetekt', untilAt: in_(20) });
    await create('court_step', { text: 'Fengslingsmøte', scheduledAt: in_(5) });
    const struck = await create('court_step', { text: 'Strøket', scheduledAt: in_(6) });
    await record['record.strike'](context, { id: struck, reason: 'x' });
    const other = await createCase('Berg');
    await create('court_step', { text: 'Annen sak', scheduledAt: in_(1) }, other);
    const told = (await view()).deadlines.map(({ title, field, dueAt }) => [
      title,
      field,
      (dueAt - TEST_NOW) / HOUR_MS,
    ]);
    expect(told).toEqual([
      ['Fengslingsmøte', 'scheduledAt', 5],
      ['Alarm', 'grantedUntilAt', 10],
      ['Varetekt', 'untilAt', 20],
      ['Forbud', 'toAt', 30],
    ]);
    expect((await deadlinesOf(context.book, null, now)).map(({ title }) => title)[0]).toBe('Annen sak');
    now = in_(20);
    expect((await view()).deadlines.map(({ title }) => title)).toEqual(['Forbud']);
  });
});

describe('the persons of a case', () => {
  // Would catch: the threat actor first; a person's ways and places under another person.
  it('are the protected first, then children, threat actors, others, each with what is theirs', async () => {
    const id = await createCase('Selje', [
      { name: 'Annen', role: 'other' },
      { name: 'Utøver', role: 'threat_actor' },
      { name: 'Barn', role: 'child' },
      { name: 'Selje', role: 'protected' },
      { name: 'Selje mor', role: 'protected' },
    ]);
    const { persons } = await view(id);
    expect(persons.map(({ person }) => person.title)).toEqual(['Selje', 'Selje mor', 'Barn', 'Utøver', 'Annen']);
    const personId = persons[0]?.person.id as RecordId;
    for (const [rank, hours] of [
      [2, 'andre'],
      [null, 'uten'],
      [1, 'første'],
    ] as const) {
      await create('contact_point', { personId, rule: 'ordinary', rank, channel: 'call', hours, protection: 'none' });
    }
    await create('place', { label: 'Hjem', personId, address: 'Storgata 1', protection: 'strengt_fortrolig' });
    const [hers, mother] = (await view(id)).persons;
    expect(hers?.contactPoints.map(({ title }) => title)).toEqual(['første', 'andre', 'uten']);
    expect(hers?.places).toMatchObject([{ title: 'Hjem', withheld: ['address'], values: { address: null } }]);
    expect([mother?.contactPoints, mother?.places, hers?.whereabouts]).toEqual([[], [], null]);
    expect((await caseHandlers['case.list'](context, {})).find((row) => row.id === id)?.protectedPersons).toEqual([
      'Selje',
      'Selje mor',
    ]);
  });

  // Would catch: a person struck from the book who is still named as protected on the list of cases.
  it('leave out who is struck, in the case and on the list', async () => {
    const id = await createCase('Selje', [{ name: 'Selje', role: 'protected' }]);
    const personId = (await view(id)).persons[0]?.person.id as RecordId;
    await record['record.strike'](context, { id: personId, reason: 'Dobbelt' });
    expect((await view(id)).persons).toEqual([]);
    expect((await caseHandlers['case.list'](context, {})).find((row) => row.id === id)?.protectedPersons).toEqual([]);
  });

  // Would catch: a second part for a part already held; one person made twice.
  it('get a part once, and can have two', async () => {
    const add = (role: CaseRole, person: { id: RecordId } | { name: string }) =>
      caseHandlers['case.add_person'](context, { caseId, role, person });
    const { personId } = await add('protected', { name: 'Lind' });
    expect(await add('protected', { id: personId })).toEqual({ personId });
    await add('other', { id: personId });
    expect((await view()).persons.map(({ role, person }) => [role, person.id])).toEqual([
      ['protected', personId],
      ['other', personId],
    ]);
    await expect(add('other', { id: newRecordId() })).rejects.toMatchObject({ code: 'UNKNOWN_REFERENCE' });
  });

  describe('where the threat actor is', () => {
    let personId: RecordId;
    beforeEach(async () => {
      ({ personId } = await caseHandlers['case.add_person'](context, {
        caseId,
        role: 'threat_actor',
        person: { name: 'Utøver' },
      }));
    });
    const stay = (source: string, since: string) =>
      create('whereabouts', { personId, state: 'cell', since: when(since), source });
    const where = async () => (await view()).persons[0]?.whereabouts?.title ?? null;

    // Would catch: the entry typed last taken for the newest; an old entry that stays when a newer one is struck.
    it('is told by the entry that began last', async () => {
      expect(await where()).toBeNull();
      await stay('eldst', '2026-03-01');
      const newest = await stay('nyest', '2026-03-10T14:00');
      await stay('ført etterpå', '2026-03-05');
      expect(await where()).toBe('nyest');
      await stay('samme tid, ført sist', '2026-03-10T14:00');
      expect(await where()).toBe('samme tid, ført sist');
      await record['record.strike'](context, { id: newest, reason: 'x' });
      expect(await where()).toBe('samme tid, ført sist');
    });

    // Would catch: a release that nobody is told of, because it was written as one more line of where he is.
    it('takes no line that says that he is out after he was held', async () => {
      await stay('varetekt', '2026-03-10');
      const out = (state: string, since: string) =>
        create('whereabouts', { personId, state, since: when(since), source: 'x' });
      for (const state of ['at_large', 'leave', 'wanted', 'unknown']) {
        await expect(out(state, '2026-03-12')).rejects.toMatchObject({ code: 'RELEASE_ASKED' });
      }
      await out('at_large', '2026-03-05');
      await out('serving', '2026-03-12');
      await out('electronic_control', '2026-03-14');
      await out('at_large', '2026-03-15');
    });

    // Would catch: a release that nobody is told of, because the line that says he is held was written over.
    it('takes no held line written over to say that he is out', async () => {
      const first = await stay('arrest', '2026-03-09');
      const newest = await stay('varetekt', '2026-03-10');
      const set = (id: RecordId, patch: Record<string, unknown>) => record['record.update'](context, { id, patch });
      const asked = { code: 'RELEASE_ASKED' };
      for (const state of ['at_large', 'leave', 'wanted', 'unknown']) {
        await expect(set(newest, { state })).rejects.toMatchObject(asked);
      }
      // Neither by the time together with the state, nor by an older line that is moved past the newest.
      await expect(set(newest, { state: 'at_large', since: when('2026-03-12') })).rejects.toMatchObject(asked);
      await set(first, { state: 'at_large' });
      await expect(set(first, { since: when('2026-03-12') })).rejects.toMatchObject(asked);
      expect(await where()).toBe('varetekt');
      await set(newest, { state: 'serving', source: 'soning' });
      // Once it is told, the line that tells it is corrected like any other.
      await set(newest, { state: 'electronic_control' });
      await set(newest, { state: 'at_large' });
      await set(newest, { state: 'wanted', source: 'etterlyst', since: when('2026-03-11') });
      expect(await where()).toBe('etterlyst');
    });

    // Would catch: a release next week shown as if he were out, or a remand next week as if he were in.
    it('does not say today what begins tomorrow', async () => {
      await stay('i dag', '2026-03-10');
      await stay('i morgen', '2026-03-15T09:00');
      expect(await where()).toBe('i dag');
      now = at('2026-03-15T09:00');
      expect(await where()).toBe('i morgen');
    });
  });
});

describe('opening a case', () => {
  // Would catch: a look into a case that leaves no line; a line for each refetch, in which the looks drown.
  it('is one line in the use log, and a new one after half an hour', async () => {
    await Promise.all([view(), view()]);
    await view();
    expect(await openings()).toBe(1);
    now += 30 * 60_000 - 1;
    await view();
    expect(await openings()).toBe(1);
    now += 1;
    await view();
    expect(await openings()).toBe(2);
    const other = await createCase('Berg');
    await view(other);
    const [line] = await test.book.useLog({ limit: 1 });
    expect(line).toMatchObject({ action: 'open', recordId: other, detail: null });
    // Another session does not know of the first one's looks.
    await caseHandlers['case.view']({ ...context }, { id: other });
    expect(await openings()).toBe(4);
  });

  // Would catch: a line that failed once, after which the case is shown for half an hour without any.
  it('is not answered without its line, however often it is tried', async () => {
    let isFull = true;
    const use = (...given: Parameters<Context['book']['use']>) =>
      isFull ? Promise.reject(new Error('disk full')) : test.context.book.use(...given);
    const failing: Context = { ...context, book: Object.assign(Object.create(test.context.book), { use }) };
    await expect(caseHandlers['case.view'](failing, { id: caseId })).rejects.toThrow('disk full');
    await expect(caseHandlers['case.view'](failing, { id: caseId })).rejects.toThrow('disk full');
    isFull = false;
    await caseHandlers['case.view'](failing, { id: caseId });
    expect(await openings()).toBe(1);
  });

  it('of what is no case is refused, without a line', async () => {
    const threat = await create('threat', { text: 'x' });
    for (const id of [newRecordId(), threat]) await expect(view(id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await openings()).toBe(0);
  });
});

describe('the list of cases', () => {
  // Would catch: counts with struck records in them, a case that changed last not first, a struck case still there.
  it('counts what counts, the one changed last first', async () => {
    test.advance(1_000);
    const other = await createCase('Berg');
    test.advance(1_000);
    await create('threat', { text: 'a' });
    const struck = await create('threat', { text: 'b' });
    await record['record.strike'](context, { id: struck, reason: 'x' });
    const rows = await caseHandlers['case.list'](context, {});
    expect(rows.map(({ name, records }) => [name, records])).toEqual([
      ['Lind', { threat: 1 }],
      ['Berg', {}],
    ]);
    expect((await view()).counts).toEqual({ threat: 1 });
    await record['record.strike'](context, { id: other, reason: 'x' });
    expect((await caseHandlers['case.list'](context, {})).map(({ name }) => name)).toEqual(['Lind']);
  });

  it('makes a case with its persons in one step, taken back in one', async () => {
    await createCase('Selje', [{ name: 'Selje', role: 'protected' }]);
    await test.book.undo();
    expect((await caseHandlers['case.list'](context, {})).map(({ name }) => name)).toEqual(['Lind']);
    expect(await test.book.list('person')).toEqual([]);
  });
});
