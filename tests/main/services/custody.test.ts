import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listBreaches } from '#main/cli/orders.ts';
import { breachHandlers } from '#main/services/breach.ts';
import { caseHandlers } from '#main/services/case.ts';
import { clockHandlers } from '#main/services/clock.ts';
import { recordHandlers } from '#main/services/record.ts';
import { releaseHandlers } from '#main/services/release.ts';
import { readDay } from '#main/services/today/day.ts';
import type { ChainStep } from '#model/chain/steps.ts';
import type { RecordId } from '#model/ids.ts';
import type { Kind, NewValues } from '#model/kinds.ts';
import { whenAtMinute } from '#model/when.ts';
import { recordStep } from '#tests/helpers/chain.ts';
import { openTestContext, type TestContext } from '#tests/helpers/context.ts';
import { OSLO, on, seen } from '#tests/model/clocks/samples.ts';
import { snapshot } from '../../db/snapshot.ts';

const minute = (text: string) => whenAtMinute(on(text), OSLO);

let test: TestContext;
let caseId: RecordId;
let him: RecordId;
beforeEach(async () => {
  test = await openTestContext();
  Object.assign(test.context, { now: () => on('2026-03-29 05:12') });
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
  him = parts.find(({ values }) => values.role === 'threat_actor')?.values.personId as RecordId;
});
afterEach(() => test.remove());

async function insert<K extends Kind>(kind: K, values: NewValues<K>) {
  return (await test.book.command('x', (tx) => tx.insert(kind, values, { caseId }))).value.id;
}
const breach = (local: string) => insert('breach', { text: 'b', happened: minute(local) });
const record = async (breachId: RecordId, step: ChainStep, local: string, more = {}) =>
  (await recordStep(test, breachId, step, minute(local), more)).id;
const view = (id: RecordId) => breachHandlers['breach.view'](test.context, { id });
const release = (local: string) =>
  releaseHandlers['actor.release'](test.context, {
    personId: him,
    change: 'released',
    at: on(local),
    source: 'Arresten ringte',
    conditions: null,
    backAt: null,
  });
const clocks = async (id: string, now = '2026-03-29 05:12') =>
  (await clockHandlers['clock.list'](test.context, { caseId, at: on(now) })).clocks
    .filter((one) => one.id === id)
    .map(seen);
const stays = async () =>
  (await test.book.list('whereabouts')).map(({ values }) => [values.state, values.since.fromAt, values.personId]);

describe('a remand entered in the chain', () => {
  // Would catch: a remand of which nothing tells when he comes out; an extension taken for a second word on the first
  // decision, or one after which the old end still warns.
  it('is a remand with its end, and each extension the next one', async () => {
    const id = await breach('2026-03-01 21:31');
    const arrestId = await record(id, 'arrested', '2026-03-01 22:14');
    const until = on('2026-03-31 24:00');
    const first = await record(id, 'remand_decided', '2026-03-03 12:00', { untilAt: until, isHeld: true });
    expect((await test.book.find(first))?.values).toMatchObject({
      arrestId,
      personId: him,
      decidedAt: on('2026-03-03 12:00'),
      untilAt: until,
    });
    expect(await clocks('C10')).toEqual(['running 2026-03-31 24:00']);
    expect(await clocks('C4')).toEqual(['met 2026-03-03 22:14']);
    expect(await stays()).toEqual([['remand', on('2026-03-03 12:00'), him]]);
    expect((await view(id)).remand).toEqual({ id: first, untilAt: until, isOver: false });

    const next = { untilAt: on('2026-04-20 24:00'), extendsId: first };
    await record(id, 'remand_decided', '2026-03-28 12:00', next);
    expect(await clocks('C10')).toEqual(['met 2026-03-31 24:00', 'running 2026-04-20 24:00']);
    const { chain, contradictions } = await view(id);
    expect(chain.filter(({ step }) => step === 'remand_decided').map(({ measured }) => measured.untilAt)).toEqual([
      until,
      next.untilAt,
    ]);
    expect(contradictions).toEqual([]);
  });

  // Would catch: another source of the same decision made into a second remand.
  it('takes another source of the decision for a reading', async () => {
    const id = await breach('2026-03-01 21:31');
    await record(id, 'remand_decided', '2026-03-03 12:00', { untilAt: on('2026-03-31 24:00') });
    await record(id, 'remand_decided', '2026-03-03 12:30', { readFrom: 'court_book' });
    expect(await test.book.list('remand', { caseId })).toHaveLength(1);
    expect((await view(id)).contradictions.map(({ code }) => code)).toEqual(['two_readings']);
  });
});

describe('an arrest entered in the chain', () => {
  // Would catch: a header that shows him at large after "arrested", an arrest of nobody, a second step to undo.
  it('says where he is, whoever the breach names, in one step', async () => {
    const id = await breach('2026-03-28 21:31');
    const before = await snapshot(test.book);
    const arrestId = await record(id, 'arrested', '2026-03-28 22:14', { isHeld: true, who: 'Patrulje 31' });
    expect((await test.book.find(arrestId))?.values).toMatchObject({ personId: him });
    expect(await stays()).toEqual([['cell', on('2026-03-28 22:14'), him]]);
    await test.book.undo();
    expect(await snapshot(test.book)).toEqual(before);
  });

  // Would catch: one of several guessed.
  it('asks who he is where there are several', async () => {
    const { personId: other } = await caseHandlers['case.add_person'](test.context, {
      caseId,
      role: 'threat_actor',
      person: { name: 'T.' },
    });
    const id = await breach('2026-03-28 21:31');
    expect(await view(id)).toMatchObject({ actorId: null, actors: [{ id: him }, { id: other }] });
    const arrestId = await record(id, 'arrested', '2026-03-28 22:14', { personId: other, isHeld: true });
    expect((await test.book.find(arrestId))?.values).toMatchObject({ personId: other });
    expect(await stays()).toEqual([['cell', on('2026-03-28 22:14'), other]]);
  });
});

describe('where he is', () => {
  const head = async () => {
    const { persons } = await caseHandlers['case.view'](test.context, { id: caseId });
    return persons.find(({ role }) => role === 'threat_actor')?.unsaid ?? null;
  };
  const board = async () => {
    const { rows } = await readDay(test.context);
    return rows.flatMap(({ danger }) => (danger?.id === 'whereabouts' ? danger.state : []));
  };

  // Would catch: a header and a board that go on to say at large after "arrested", with nobody told that it cannot be so.
  it('is contradicted by an arrest after it, until one of the two says how it is', async () => {
    const since = minute('2026-03-20 10:00');
    await test.book.command('x', (tx) => tx.insert('whereabouts', { personId: him, state: 'at_large', since }));
    const id = await breach('2026-03-28 21:31');
    expect([await head(), await board()]).toEqual([null, ['at_large']]);
    const recordId = await record(id, 'arrested', '2026-03-28 22:14');
    expect(await head()).toEqual({ recordId, kind: 'arrest', personId: him, fromAt: on('2026-03-28 22:14') });
    expect(await board()).toEqual(['held_unsaid']);
    const cell = { personId: him, state: 'cell', since: minute('2026-03-28 22:14') } as const;
    await test.book.command('x', (tx) => tx.insert('whereabouts', cell));
    expect([await head(), await board()]).toEqual([null, []]);
    await test.book.undo();
    await release('2026-03-29 05:00');
    expect([await head(), await board()]).toEqual([null, ['at_large']]);
  });

  // Would catch: a remand in another case that this one does not hear of; one that has run out, or a man brought in for
  // the night, told as held.
  it('is contradicted by what holds him in any case, while it lasts', async () => {
    await insert('arrest', { happened: minute('2026-03-29 01:00'), text: 'a', custody: 'brought_in', personId: him });
    const ended = { fromAt: on('2026-03-10 12:00'), untilAt: on('2026-03-24 24:00'), personId: him };
    await insert('remand', { text: 'r', ...ended });
    expect(await head()).toBeNull();
    const { id: other } = await caseHandlers['case.create'](test.context, {
      name: 'Lunde',
      number: null,
      marking: 'fortrolig',
      persons: [],
    });
    await caseHandlers['case.add_person'](test.context, { caseId: other, role: 'threat_actor', person: { id: him } });
    const values = { text: 'r', decidedAt: on('2026-03-24 12:00'), untilAt: on('2026-04-20 24:00') };
    await test.book.command('x', (tx) => tx.insert('remand', values, { caseId: other }));
    expect(await head()).toMatchObject({ kind: 'remand', fromAt: on('2026-03-24 12:00') });
  });
});

describe('the end of custody', () => {
  // Would catch: clocks of an arrest that run on after he is out, because the arrest named nobody.
  it('ends what names nobody where he is the only one', async () => {
    await insert('arrest', { happened: minute('2026-03-28 22:14'), text: 'a', custody: 'arrest' });
    await release('2026-03-29 05:00');
    expect(await clocks('C4')).toEqual(['not_applicable released']);
  });

  it('leaves what names nobody where it may be another', async () => {
    await caseHandlers['case.add_person'](test.context, { caseId, role: 'threat_actor', person: { name: 'T.' } });
    await insert('arrest', { happened: minute('2026-03-28 22:14'), text: 'a', custody: 'arrest' });
    await release('2026-03-29 05:00');
    expect(await clocks('C4')).toEqual(['running 2026-03-30 23:14']);
  });

  // Would catch: a release by a step or a field, of which she is not told and for which no need is raised.
  it('is told by the one command, not by a step or a field', async () => {
    const asked = { code: 'RELEASE_ASKED' };
    const id = await breach('2026-03-28 21:31');
    const arrestId = await record(id, 'arrested', '2026-03-28 22:14');
    const at = on('2026-03-29 05:00');
    const set = (patch: Record<string, unknown>) =>
      recordHandlers['record.update'](test.context, { id: arrestId, patch });
    await expect(record(id, 'release', '2026-03-29 05:00')).rejects.toMatchObject(asked);
    await expect(set({ releasedAt: at })).rejects.toMatchObject(asked);
    const create = (kind: Kind, values: Record<string, unknown>) =>
      recordHandlers['record.create'](test.context, { kind, caseId, values });
    const step = { step: 'release', happened: minute('2026-03-29 05:00'), breachId: id };
    await expect(create('response_step', step)).rejects.toMatchObject(asked);
    await expect(create('court_step', { ...step, text: 'ut' })).rejects.toMatchObject(asked);
    const remand = { text: 'r', personId: him, fromAt: on('2026-03-20 12:00'), releasedAt: at };
    await expect(create('remand', remand)).rejects.toMatchObject(asked);

    await release('2026-03-29 05:00');
    // A second source, and a correction of what was told, go in like any other word.
    await record(id, 'release', '2026-03-29 05:05', { readFrom: 'arrest_journal' });
    await set({ releasedAt: on('2026-03-29 04:58') });
    await create('remand', remand);
  });

  // Would catch: an old story that cannot be entered without waking her.
  it('of long ago goes in as it was', async () => {
    const id = await breach('2025-03-28 21:31');
    await record(id, 'arrested', '2025-03-28 22:14');
    await record(id, 'release', '2025-03-29 05:00');
    expect(await test.book.list('notification')).toEqual([]);
    expect(await clocks('C4')).toEqual(['not_applicable released']);
  });
});

describe('one arrest after several breaches', () => {
  // Would catch: a second arrest with clocks of its own, or a funnel in which the other breaches of the night were met by
  // nobody.
  it('answers each of them, with what followed it', async () => {
    const calls = await breach('2026-03-28 20:10');
    const door = await breach('2026-03-28 21:31');
    const old = await breach('2026-03-01 10:00');
    const arrestId = await record(door, 'arrested', '2026-03-28 22:14');
    await record(door, 'patrol_there', '2026-03-28 21:40');
    await record(door, 'hearing_opened', '2026-03-29 04:00');
    expect((await view(calls)).sameArrests).toMatchObject([{ id: arrestId }]);
    expect((await view(old)).sameArrests).toEqual([]);
    const arrested = async () => {
      const { breaches } = await listBreaches(test.context, caseId, { options: {} } as never);
      return breaches.filter((one) => one.arrested).map(({ id }) => id);
    };
    expect(await arrested()).toEqual([door]);

    await record(calls, 'arrested', '2026-03-28 22:14', { sameArrestId: arrestId });
    expect(await test.book.list('arrest', { caseId })).toHaveLength(1);
    expect(await clocks('C4')).toHaveLength(1);
    expect(await arrested()).toEqual([calls, door]);
    const { chain, arrest, contradictions } = await view(calls);
    expect(arrest?.id).toBe(arrestId);
    expect(chain.map(({ step, minutes }) => [step, minutes])).toEqual([
      ['arrested', 124],
      ['hearing_opened', 410],
    ]);
    expect(contradictions).toEqual([]);
    // A time that is corrected is corrected for each of them.
    await test.book.command('x', (tx) => tx.update('arrest', arrestId, { happened: minute('2026-03-28 22:20') }));
    expect((await view(calls)).chain[0]).toMatchObject({ minutes: 130, readings: [{}] });
    const { funnel } = await breachHandlers['breach.list'](test.context, { caseId });
    expect(funnel.filter(({ stage }) => stage === 'arrested' || stage === 'presented')).toMatchObject([
      { count: 2 },
      { count: 2 },
    ]);
    // What is entered for either is done with him once.
    await record(calls, 'remand_decided', '2026-03-29 05:00', { untilAt: on('2026-04-20 24:00') });
    expect((await view(door)).chain.at(-1)).toMatchObject({ step: 'remand_decided' });
    expect((await test.book.list('remand', { caseId }))[0]?.values.arrestId).toBe(arrestId);
  });
});
