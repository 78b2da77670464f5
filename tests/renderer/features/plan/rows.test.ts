import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { planHandlers } from '#main/services/plan.ts';
import type { RecordId } from '#model/ids.ts';
import { type Plan, planOf } from '#renderer/features/plan/plan.ts';
import { planItems } from '#renderer/features/plan/plan-items.ts';
import type { Grouping, PlanItemWords } from '#renderer/features/plan/plan-parts.ts';
import { hindranceOf, laneOfRow, reassignmentsOf, rowOfLane } from '#renderer/features/plan/reassign.ts';
import type { TimelineEdit } from '#renderer/timeline/index.ts';
import { readShown, WHOLE_CASE, writeShown } from '#renderer/workspace/timeline/shown.ts';
import { at, type NightPlan, NOON, OSLO, openNightPlan } from '#tests/main/services/plan/night.ts';

const words: PlanItemWords = {
  level: () => '',
  measureType: (type) => type,
  measure: ({ title }) => title,
  whereabouts: (state) => state,
  whereaboutsLane: (name) => name,
  alarm: (unit) => unit,
  alarmLane: (unit) => ['alarm', unit].filter(Boolean).join(' '),
  activation: ({ activatedAt, outcome }) => `${activatedAt} ${outcome}`,
  alarmEnds: '',
  date: () => ({ title: '', sub: '' }),
  datesLane: 'dates',
  length: String,
  nobody: 'nobody',
  personHours: () => '',
  rows: (grouping) => grouping,
  others: 'others',
  otherCase: (number) => `case ${number}`,
  crewOnly: 'crew only',
  relievedBy: (_, name) => `relieved by ${name}`,
  leg: () => 'leg',
  openPost: (post) => `open ${post}`,
  noDecision: 'no decision',
  reviewLane: 'reviews',
  review: (what) => `review ${what}`,
  relieves: (_, name) => `relieves ${name}`,
};

let night: NightPlan;
beforeEach(async () => {
  night = await openNightPlan();
});
afterEach(() => night.remove());

async function planNow(): Promise<Plan> {
  const window = { fromAt: at('2026-03-28T12:00'), toAt: at('2026-04-01T12:00') };
  return planOf(await planHandlers['plan.window'](night.context, { caseId: night.caseId, ...window }), NOON);
}

/** Another case with a guard that Myr is on, the night of the 29th. */
async function addOtherCase(): Promise<void> {
  await night.book.command('test', async (tx) => {
    const other = { name: 'Hemmelig', number: '2026-9', marking: 'fortrolig', status: 'open', zone: OSLO } as const;
    const { id: caseId } = await tx.insert('case', other);
    const times = { fromLocal: '2026-03-29T21:00', toLocal: '2026-03-30T07:00' };
    const { id: measureId } = await tx.insert(
      'measure',
      { ...times, type: 'guarding', status: 'planned', text: 'Skjult tekst' },
      { caseId },
    );
    await tx.insert('assignment', { measureId, officerId: night.officers.myr, status: 'planned' }, { caseId });
  });
}

const rows = (plan: Plan, grouping: Grouping) => {
  const { lanes, items, groups = [] } = planItems(plan, grouping, words);
  const own = lanes.filter(({ group }) => group !== 'need');
  return {
    groups: groups.map(({ label }) => label),
    lanes: own.map(({ id, label, group }) => ({
      label,
      group,
      count: items.filter(({ laneId }) => laneId === id).length,
    })),
    items,
  };
};

describe('the plan of a case by rows', () => {
  // Would catch: an officer's night drawn in one row only of two, or the one it could go to without a row.
  it('by officer draws a night in the row of each, and a row for each who has none', async () => {
    const shown = rows(await planNow(), 'officer');
    expect(shown.groups).toEqual(['officer', 'others']);
    expect(shown.lanes.map(({ label, group }) => [label, group])).toEqual([
      ['Myr', 'rows'],
      ['Nes', 'rows'],
      ['Dal', 'others'],
    ]);
    expect(shown.lanes[0]?.count).toBe(shown.lanes[1]?.count);
  });

  // Would catch: the wording of another case on this one's page, or a bar of it that can be moved from here.
  it('shows another case as number, time and crew, and never to be edited; by kind and person not at all', async () => {
    await addOtherCase();
    const plan = await planNow();
    for (const grouping of ['officer', 'case'] as const) {
      const { items } = rows(plan, grouping);
      const others = items.filter(({ label }) => label === 'case 2026-9');
      expect(others.length).toBeGreaterThan(0);
      expect(others.every(({ editable }) => !editable)).toBe(true);
      expect(JSON.stringify(items)).not.toMatch(/Hemmelig|Skjult/);
    }
    for (const grouping of ['kind', 'person'] as const) {
      expect(rows(plan, grouping).items.some(({ label }) => label === 'case 2026-9')).toBe(false);
    }
    expect(rows(plan, 'case').groups).toEqual(['Lind', '2026-9']);
  });

  it('comes back from a saved view, and reads what it does not know as everything', () => {
    const shown = { grouping: 'vehicle', only: 'patrol' } as const;
    expect(readShown(writeShown(shown))).toEqual(shown);
    expect(readShown('grouping=moon&only=purple')).toEqual(WHOLE_CASE);
  });
});

describe('a bar dragged to another row', () => {
  const key = () => `${night.guardId}@2026-03-29T21:00`;
  const to = (plan: Plan, laneId: string): Extract<TimelineEdit, { type: 'exchange' }> => {
    const duty = plan.duties.get(key());
    const times = { startAt: duty?.fromAt ?? 0, endAt: duty?.toAt ?? null };
    const original = { ...times, laneId: laneOfRow('officer', night.officers.nes) };
    return { type: 'exchange', items: [{ ...times, id: `${key()}#x`, kind: 'guard', laneId, original }] };
  };

  // Would catch: the wrong person taken off, or a drag onto one's colleague that takes one off and adds nobody.
  it('names whose place is taken and who takes it; to one who is on it already it asks for nothing', async () => {
    const plan = await planNow();
    const nes = plan.duties.get(key())?.crew.find(({ officerId }) => officerId === night.officers.nes)?.id;
    expect(reassignmentsOf(plan, to(plan, laneOfRow('officer', night.officers.dal)))).toEqual([
      {
        id: night.guardId,
        originalLocal: '2026-03-29T21:00',
        what: 'officer',
        assignmentId: nes,
        toId: night.officers.dal,
        recurs: true,
      },
    ]);
    expect(reassignmentsOf(plan, to(plan, laneOfRow('officer', null)))).toMatchObject([{ toId: null }]);
    expect(reassignmentsOf(plan, to(plan, laneOfRow('officer', night.officers.myr)))).toEqual([]);
    expect(rowOfLane('plan:guarding:x')).toBeNull();
  });

  // Would catch: one who is kept from the case taken for free, or kept from it on the days the exclusion does not hold.
  it.each([
    [{ fromAt: null, untilAt: null }, 'excluded'],
    [{ fromAt: at('2026-03-30T02:00'), untilAt: null }, 'excluded'],
    [{ fromAt: at('2026-03-30T07:00'), untilAt: null }, null],
    [{ fromAt: null, untilAt: at('2026-03-29T21:00') }, null],
  ] as const)('an exclusion of %j is %s', async (period, expected) => {
    await night.book.command('test', (tx) =>
      tx.insert('officer_exclusion', { officerId: night.officers.dal, forCaseId: night.caseId, ...period }),
    );
    const plan = await planNow();
    const duty = plan.duties.get(key());
    const row = { what: 'officer', id: night.officers.dal as RecordId } as const;
    expect(duty && hindranceOf(plan, duty, row)).toBe(expected);
  });

  it('says of one who is there already, is not in service, or of a car that is out', async () => {
    const { book, officers } = night;
    const car = await book.command('test', async (tx) => {
      await tx.update('officer', officers.dal, { activeUntilAt: at('2026-03-30T00:00') });
      return tx.insert('vehicle', { label: 'Bil 3', outFromAt: at('2026-03-30T06:00') });
    });
    const plan = await planNow();
    const duty = plan.duties.get(key());
    if (!duty) throw new Error('no night');
    expect(hindranceOf(plan, duty, { what: 'officer', id: officers.myr })).toBe('already');
    expect(hindranceOf(plan, duty, { what: 'officer', id: officers.dal })).toBe('inactive');
    expect(hindranceOf(plan, duty, { what: 'vehicle', id: car.value.id })).toBe('out');
    expect(hindranceOf(plan, duty, { what: 'officer', id: null })).toBeNull();
  });
});

describe('where he is', () => {
  // Would catch: a status that ends sharply at midnight because the next was known by its day alone, "about" a day without
  // its day, "after" a day drawn from that day's beginning.
  it('begins and ends no more sharply than it is known', async () => {
    const day = (date: string) => ({ fromAt: at(`${date}T00:00`), toAt: at(`${date}T00:00`) + 86_400_000 });
    const said = [
      { state: 'remand', precision: 'minute', fromAt: at('2026-03-20T14:00'), toAt: at('2026-03-20T14:01') },
      { state: 'at_large', precision: 'day', ...day('2026-03-25') },
      { state: 'leave', precision: 'day', qualifier: 'about', ...day('2026-03-27') },
      { state: 'unknown', precision: 'day', qualifier: 'after', ...day('2026-03-31') },
    ] as const;
    await night.book.command('test', async (tx) => {
      const { id: personId } = await tx.insert('person', { name: 'Han' });
      await tx.insert('case_person', { personId, role: 'threat_actor' }, { caseId: night.caseId });
      for (const { state, ...since } of said) {
        await tx.insert('whereabouts', { personId, state, since: { ...since, zone: OSLO } });
      }
    });
    const { items } = planItems(await planNow(), 'kind', words);
    const day0 = (time: number | null | undefined) => time && (time - at('2026-03-20T00:00')) / 86_400_000;
    const span = (one: { fromAt: number; toAt: number } | null | undefined) =>
      one && [day0(one.fromAt), day0(one.toAt)];
    const told = items
      .filter(({ laneId }) => laneId.startsWith('where:'))
      .map((one) => [
        one.label,
        day0(one.startAt),
        day0(one.endAt),
        span(one.uncertain),
        span(one.uncertainEnd),
        one.bound,
      ]);
    // The clocks go forward on the ninth day: what lies after it is an hour less.
    const hour = 1 / 24;
    expect(told).toEqual([
      ['remand', 14 / 24, 6, null, [5, 6], undefined],
      ['at_large', 5, 8, [5, 6], [7, 8], undefined],
      ['leave', 7, 12 - hour, [7, 8], null, 'about'],
      ['unknown', 12 - hour, null, [12 - hour, 12 - hour], null, 'after'],
    ]);
  });
});

describe('alarms', () => {
  const MINUTE_MS = 60_000;

  // Would catch: two alarms that went off from one unit, or the rows of two units, which nobody can tell apart.
  it('are told apart by unit, and each time one went off by when and what it was', async () => {
    const handedOutAt = at('2026-03-20T12:00');
    const activatedAt = at('2026-03-29T05:00');
    await night.book.command('test', async (tx) => {
      const { id } = await tx.insert('alarm', { unit: 'V-1', handedOutAt }, { caseId: night.caseId });
      for (const [index, outcome] of (['real', 'unintended'] as const).entries()) {
        const values = { alarmId: id, activatedAt: activatedAt + index * MINUTE_MS, outcome };
        await tx.insert('alarm_activation', values, { caseId: night.caseId });
      }
    });
    const labels = async () => {
      const { lanes, items } = planItems(await planNow(), 'kind', words);
      const own = lanes.filter(({ id }) => id.startsWith('alarm:'));
      const points = items.filter(({ laneId, shape }) => laneId.startsWith('alarm:') && shape === 'point');
      return [own.map(({ label }) => label), points.map(({ label }) => label)];
    };
    const went = [`${activatedAt} real`, `${activatedAt + MINUTE_MS} unintended`];
    expect(await labels()).toEqual([['alarm'], went]);
    await night.book.command('test', (tx) =>
      tx.insert('alarm', { unit: 'V-2', handedOutAt }, { caseId: night.caseId }),
    );
    expect(await labels()).toEqual([['alarm V-1', 'alarm V-2'], went]);
  });
});
