import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { planHandlers } from '#main/services/plan.ts';
import type { RecordId } from '#model/ids.ts';
import { whenAtMinute } from '#model/when.ts';
import { at, type NightPlan, OSLO, openNightPlan, plannedOf } from './night.ts';

let plan: NightPlan;
beforeEach(async () => {
  plan = await openNightPlan();
});
afterEach(() => plan.remove());

const exclude = (officerId: RecordId, from: string, until: string) =>
  plan.book.command('test', (tx) =>
    tx.insert('officer_exclusion', {
      officerId,
      forCaseId: plan.caseId,
      fromAt: at(from),
      untilAt: at(until),
      exclusion: 'relation',
      exclusionReason: 'Fetter av M.',
    }),
  );
const day = (officerIds: RecordId[], startLocal = '2026-03-31T08:00', endLocal = '2026-03-31T16:00') =>
  planHandlers['plan.create_measure'](plan.context, {
    caseId: plan.caseId,
    type: 'guarding',
    text: 'Dagvakt',
    startLocal,
    endLocal,
    recurrence: null,
    placeId: null,
    headcount: null,
    needId: null,
    officerIds,
    vehicleIds: [],
  });
const question = () => ({ caseId: plan.caseId, fromAt: at('2026-03-28T12:00'), toAt: at('2026-04-06T12:00') });
const assignmentCount = async () => (await plan.book.list('assignment', { caseId: plan.caseId })).length;
const REFUSED = { code: 'OFFICER_EXCLUDED', data: undefined };

describe('whom the lead has taken out', () => {
  // Would catch: refused on one way into the plan and let in by another; half a command that stays.
  it('is refused on a new measure, as a receiver and in a copy, and nothing of it stays', async () => {
    const { id } = await day([plan.officers.dal], '2026-03-29T08:00', '2026-03-29T16:00');
    await exclude(plan.officers.dal, '2026-03-30T00:00', '2026-04-02T00:00');
    const before = await assignmentCount();
    await expect(day([plan.officers.dal])).rejects.toMatchObject(REFUSED);
    await expect(
      planHandlers['plan.hand_over'](plan.context, {
        id: plan.guardId,
        originalLocal: '2026-03-31T21:00',
        atLocal: '2026-04-01T01:00',
        receiverIds: [plan.officers.dal],
        giverId: null,
        text: null,
      }),
    ).rejects.toMatchObject(REFUSED);
    const copy = (start: string) =>
      planHandlers['plan.copy'](plan.context, {
        items: [{ id, originalLocal: '2026-03-29T08:00', starts: [start] }],
        withCrew: true,
      });
    await expect(copy('2026-03-31T08:00')).rejects.toMatchObject(REFUSED);
    expect(await assignmentCount()).toBe(before);
    expect(await plan.book.list('measure', { caseId: plan.caseId })).toHaveLength(2);
    await copy('2026-04-03T08:00');
    expect(await assignmentCount()).toBe(before + 1);
  });

  // Would catch: somebody planned already, and taken out, off the roster or out of service later, of whom nothing is said.
  it('is a conflict where it became so later, as is who left the roster and a car that is out', async () => {
    const { id } = await day([plan.officers.dal]);
    const [officer, car] = await plan.book
      .command('test', async (tx) => {
        const header = { caseId: plan.caseId };
        const { id: vehicleId } = await tx.insert('vehicle', { label: 'Bil 5', type: 'car' });
        await tx.insert('assignment', { measureId: id, vehicleId, status: 'planned' }, header);
        return [plan.officers.nes, vehicleId] as const;
      })
      .then(({ value }) => value);
    const found = async () => {
      const { conflicts } = await planHandlers['plan.conflicts'](plan.context, question());
      return conflicts
        .filter(({ type }) => ['officer_excluded', 'off_roster', 'vehicle_out'].includes(type))
        .map(({ type, subjectId, figure, fixes }) => [type, subjectId, figure, fixes[0]?.type]);
    };
    expect(await found()).toEqual([]);
    await exclude(plan.officers.dal, '2026-03-31T10:00', '2026-04-02T00:00');
    await plan.book.command('test', async (tx) => {
      await tx.update('officer', officer, { activeUntilAt: at('2026-04-03T00:00') });
      await tx.update('vehicle', car, { outFromAt: at('2026-03-31T15:00') });
    });
    expect(await found()).toEqual([
      ['officer_excluded', plan.officers.dal, 360, 'other_officer'],
      ['vehicle_out', car, 60, 'other_vehicle'],
      ['off_roster', officer, 420, 'other_officer'],
      ['off_roster', officer, 600, 'other_officer'],
    ]);
    const answer = await planHandlers['plan.conflicts'](plan.context, question());
    expect(JSON.stringify(answer)).not.toMatch(/Fetter|relation/);
  });
});

describe('a post to be filled', () => {
  const nobody = { officerId: null, vehicleId: null, fromLocal: null, toLocal: null };

  // Would catch: an empty post that counts as somebody present; one that is still open when somebody has it.
  it('is nobody, is told as work, and is filled in one step', async () => {
    const { id } = await day([], '2026-03-30T21:00', '2026-03-31T07:00');
    await planHandlers['plan.remove'](plan.context, {
      items: [{ id: plan.guardId, originalLocal: '2026-03-30T21:00', scope: 'this' }],
      reason: 'Erstattet',
    });
    const to = { measureId: id, originalLocal: '2026-03-30T21:00' };
    const { id: openId } = await planHandlers['plan.assign'](plan.context, { ...nobody, ...to, post: 'driver' });
    await planHandlers['plan.assign'](plan.context, { ...nobody, ...to, post: 'driver' });
    const night = () => plannedOf(plan, '2026-03-30T12:00', '2026-03-31T12:00');
    expect((await night()).map(([state]) => state)).toEqual(['gap']);
    const open = async () => {
      const { items } = await planHandlers['plan.conflicts'](plan.context, question());
      return items.filter(({ type }) => type === 'open_post').length;
    };
    expect(await open()).toBe(2);
    await planHandlers['plan.reassign'](plan.context, {
      items: [
        {
          id,
          originalLocal: to.originalLocal,
          scope: 'this',
          what: 'officer',
          assignmentId: openId,
          toId: plan.officers.dal,
        },
      ],
    });
    expect(await open()).toBe(1);
    expect((await night()).map(([state]) => state)).toEqual(['thin']);
    const { window } = await planHandlers['plan.window'](plan.context, question());
    expect(window.duties.find((one) => one.id === id)?.crew).toMatchObject([
      { officerId: plan.officers.dal, post: 'driver' },
    ]);
  });
});

describe('a qualification', () => {
  const add = (values: { ownerId: RecordId; qualificationId: RecordId; headcount: number }) =>
    plan.book.command('test', (tx) => tx.insert('required_qualification', values, { caseId: plan.caseId }));

  // Would catch: what a measure asks of its crew read by nobody.
  it('that a measure asks for and its crew lacks is told, until enough of them hold it to its end', async () => {
    const { value: qualificationId } = await plan.book.command('test', async (tx) => {
      const { id } = await tx.insert('qualification', { label: 'Livvakt', code: 'LV' });
      const until = { validUntilAt: at('2026-03-31T12:00') };
      await tx.insert('officer_qualification', { officerId: plan.officers.dal, qualificationId: id, ...until });
      return id;
    });
    const { id } = await day([plan.officers.dal]);
    await add({ ownerId: id, qualificationId, headcount: 1 });
    await add({ ownerId: plan.needId, qualificationId, headcount: 1 });
    const items = async () => {
      const found = await planHandlers['plan.conflicts'](plan.context, question());
      return found.items.filter(({ type }) => type === 'lacks_qualification').map(({ recordId }) => recordId);
    };
    expect(await items()).toEqual([qualificationId]);
    const nights = await plannedOf(plan, '2026-03-29T12:00', '2026-03-30T12:00');
    expect(nights).toEqual([['thin', 600, 'qualification']]);
    await plan.book.command('test', (tx) =>
      tx.insert('officer_qualification', { officerId: plan.officers.dal, qualificationId }),
    );
    expect(await items()).toEqual([]);
  });
});

// Would catch: the place where he was last seen forgotten when it is written that nobody knows where he is now.
it('where he was last seen is the newest entry that names a place', async () => {
  await plan.book.command('test', async (tx) => {
    const { id: personId } = await tx.insert('person', { name: 'M.' });
    await tx.insert('case_person', { personId, role: 'threat_actor' }, { caseId: plan.caseId });
    const { id: placeId } = await tx.insert('place', { label: 'Campingplassen', protection: 'none' });
    const seen = { personId, state: 'at_large' as const };
    await tx.insert('whereabouts', { ...seen, placeId, since: whenAtMinute(at('2026-03-27T12:00'), OSLO) });
    await tx.insert('whereabouts', { ...seen, state: 'unknown', since: whenAtMinute(at('2026-03-28T08:00'), OSLO) });
  });
  const { window, places } = await planHandlers['plan.window'](plan.context, question());
  const seen = window.avoid.find(({ why }) => why === 'last_seen');
  expect(places.find(({ id }) => id === seen?.placeId)?.label).toBe('Campingplassen');
});

// Would catch: the day on which a measure was to be looked at anew passing without a word.
it('a review that is due is told until its date is another', async () => {
  const set = (reviewAt: number) => plan.book.command('test', (tx) => tx.update('measure', plan.guardId, { reviewAt }));
  const due = async () => {
    const { items } = await planHandlers['plan.conflicts'](plan.context, question());
    return items.filter(({ type }) => type === 'review_due').map(({ recordId }) => recordId);
  };
  await set(at('2026-03-28T11:00'));
  expect(await due()).toEqual([plan.guardId]);
  await set(at('2026-04-10T11:00'));
  expect(await due()).toEqual([]);
});
