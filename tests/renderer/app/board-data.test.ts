import { describe, expect, it } from 'vitest';
import type { PlanMeasure, PlanView } from '#contract/plan-view.ts';
import type { RecordId } from '#model/ids.ts';
import type { CoverageInterval } from '#model/plan/result.ts';
import type { CrewMember, Duty } from '#model/plan/types.ts';
import { openNeedsOf } from '#renderer/app/board/board-coverage.ts';
import {
  type BoardInput,
  boardData,
  dutiesOf,
  indexPlan,
  lackingOf,
  stateOf,
  UNSTAFFED_LANE,
} from '#renderer/app/board/board-data.ts';
import { type BoardFilter, WHOLE_BOARD } from '#renderer/app/board/board-filter.ts';
import { readFilter, writeFilter } from '#renderer/app/board/saved-views.ts';

const HOUR = 3_600_000;
const T0 = Date.UTC(2026, 2, 28, 20);
const id = (text: string) => text as RecordId;

function member(officerId: string | null, onPostAt: number | null = null): CrewMember {
  return { id: `a-${officerId}`, officerId, post: null, fromAt: null, toAt: null, onPostAt, relievedAt: null };
}

function duty(more: Partial<Duty>): Duty {
  return {
    id: 'm1',
    originalLocal: '2026-03-28T21:00',
    caseId: 'c1',
    personIds: ['p1'],
    type: 'guarding',
    status: 'planned',
    placeId: null,
    fromAt: T0,
    toAt: T0 + 10 * HOUR,
    expectedEndAt: null,
    outerLimitAt: null,
    headcount: 2,
    crew: [],
    openPosts: [],
    qualifications: [],
    vehicles: [],
    legs: [],
    decision: null,
    ...more,
  };
}

function input(duties: Duty[], filter: Partial<BoardFilter> = {}, more: Partial<BoardInput> = {}): BoardInput {
  const officer = (name: string, unit: string | null) => ({
    id: id(name),
    name,
    callSign: null,
    unit,
    activeFromAt: null,
    activeUntilAt: null,
    excluded: [],
  });
  const view = {
    window: { fromAt: T0 - 24 * HOUR, toAt: T0 + 48 * HOUR, nowAt: T0 + 12 * HOUR, duties, needs: [], handovers: [] },
    cases: [{ id: id('c1'), name: 'Lind', number: '2026-0147', zone: 'Europe/Oslo', isDetailed: true }],
    officers: [officer('Nes', 'Vakthold'), officer('Myr', 'Vakthold'), officer('Eng', null)],
    vehicles: [],
    needs: [{ id: id('n1'), caseId: id('c1'), label: '«Sove trygt»' }],
    measures: [{ id: id('m1'), title: 'Fast vakthold', titleEn: null, code: 'A' } as PlanMeasure],
  } as unknown as PlanView;
  return {
    view,
    index: indexPlan(view),
    coverage: [],
    conflicts: new Set(),
    lacking: lackingOf(view),
    hours: new Map(),
    filter: { ...WHOLE_BOARD, ...filter },
    nowAt: T0 + 12 * HOUR,
    words: {
      type: (type) => type,
      unstaffed: 'unstaffed',
      noUnit: 'no unit',
      noVehicle: 'no vehicle',
      excluded: 'excluded',
      excludedFrom: (name) => `not in ${name}`,
      title: ({ title }) => title,
      need: ({ level }) => level,
      hours: ({ minutes }) => String(minutes),
      length: (ms) => `${ms / HOUR} t`,
    },
    ...more,
  };
}

describe('what a duty looks like', () => {
  const now = T0 + 12 * HOUR;
  // Would catch: a plan whose time has passed drawn as though it had been kept.
  it.each([
    ['past and nobody said so', duty({ crew: [member('Nes')] }), 'unconfirmed'],
    ['past and one was on post', duty({ crew: [member('Nes', T0)] }), 'normal'],
    ['past and done', duty({ status: 'done' }), 'normal'],
    ['to come without crew', duty({ fromAt: now, toAt: now + HOUR }), 'unstaffed'],
    ['to come without crew, nobody asked for', duty({ fromAt: now, toAt: now + HOUR, headcount: 0 }), 'normal'],
    ['to come without crew, no number said', duty({ fromAt: now, toAt: now + HOUR, headcount: null }), 'unstaffed'],
    ['could not be done', duty({ status: 'not_possible' }), 'struck'],
    ['open and going on', duty({ toAt: null, crew: [member('Nes')] }), 'normal'],
  ] as const)('%s', (_, one, state) => {
    expect(stateOf(one, one.crew, now)).toBe(state);
  });
});

describe('rows', () => {
  const later = { fromAt: T0 + 20 * HOUR, toAt: T0 + 30 * HOUR };

  // Would catch: an officer's second duty missing from their row, or a duty of two drawn in one row only.
  it('draws a duty in the row of each who is assigned to it', () => {
    const { items, lanes } = boardData(input([duty({ crew: [member('Nes'), member('Myr')] })], { rows: 'officers' }));
    expect(items.map((item) => item.laneId).sort()).toEqual(['officer:Myr', 'officer:Nes']);
    expect(lanes.map((lane) => lane.label)).toEqual(['Eng', 'Myr', 'Nes']);
  });

  // Would catch: a post that nobody fills vanishing because no row is its own.
  it('shows what lacks people in a row of its own, over the officers', () => {
    const { items, lanes } = boardData(input([duty({ ...later, crew: [member('Nes')] })], { rows: 'officers' }));
    expect(lanes[0]?.id).toBe(UNSTAFFED_LANE);
    expect(items.map((item) => item.laneId)).toEqual([UNSTAFFED_LANE, 'officer:Nes']);
  });

  // Would catch: past gaps called covered because they were planned, or the plan lost from sight once it is past.
  it('draws fact over plan where something is known of the past, cut at the edges of both', () => {
    const need = { id: 'n1', originalLocal: '2026-03-28T21:00' };
    const at = (layer: 'planned' | 'confirmed', from: number, to: number, state: CoverageInterval['state']) => ({
      need,
      layer,
      state,
      fromAt: T0 + from * HOUR,
      toAt: T0 + to * HOUR,
      present: 0,
      required: 1,
      reasons: [],
      duties: [],
    });
    const coverage = [at('planned', 0, 5, 'covered'), at('planned', 5, 8, 'gap'), at('confirmed', 0, 2, 'unconfirmed')];
    const { items } = boardData(input([], {}, { coverage }));
    const told = items.map(({ startAt, endAt, coverage: state, planned }) => [
      (startAt - T0) / HOUR,
      ((endAt ?? 0) - T0) / HOUR,
      state,
      planned,
    ]);
    expect(told).toEqual([
      [0, 2, 'unconfirmed', 'covered'],
      [2, 5, 'covered', undefined],
      [5, 8, 'gap', undefined],
    ]);
  });

  // Would catch: a gap that says nothing of how long it is; one cut into pieces where nothing but the reason changes.
  it('draws what lacks as one piece and tells how long it is', () => {
    const at = (from: number, to: number, state: CoverageInterval['state'], code: string) => ({
      need: { id: 'n1', originalLocal: '2026-03-29T21:00' },
      layer: 'planned' as const,
      state,
      fromAt: T0 + from * HOUR,
      toAt: T0 + to * HOUR,
      present: 1,
      required: 2,
      reasons: [{ code, duty: null, qualificationId: null }],
      duties: [],
    });
    const coverage = [at(0, 2, 'thin', 'too_few'), at(2, 3, 'thin', 'patrol_only'), at(3, 8, 'gap', 'nobody_planned')];
    const { items } = boardData(input([], {}, { coverage: coverage as CoverageInterval[] }));
    expect(
      items.map(({ startAt, endAt, label }) => [(startAt - T0) / HOUR, ((endAt ?? 0) - T0) / HOUR, label]),
    ).toEqual([
      [0, 3, '3 t'],
      [3, 8, '5 t'],
    ]);
  });
});

describe('filter', () => {
  const duties = [
    duty({ crew: [member('Nes')] }),
    duty({ id: 'm2', type: 'patrol', status: 'cancelled' }),
    duty({ id: 'm3', headcount: null, fromAt: T0 + 20 * HOUR, toAt: T0 + 30 * HOUR }),
  ];

  // Would catch: a filter that hides what it should show, or shows what was cancelled as lacking crew.
  it.each([
    [{ only: 'all' as const }, ['m1', 'm2', 'm3']],
    // What is past can no longer be given anybody; a guard whose number nobody said asks for one.
    [{ only: 'unstaffed' as const }, ['m3']],
    [{ only: 'unconfirmed' as const }, ['m1']],
    [{ only: 'conflicts' as const }, []],
    [{ hidden: ['guarding' as const] }, ['m2']],
  ])('%j', (filter, ids) => {
    expect(dutiesOf(input(duties, filter)).map((one) => one.id)).toEqual(ids);
  });

  // Would catch: a saved view that comes back as another one, or that a newer build's word makes unusable.
  it('comes back from its text, and reads what it does not know as everything', () => {
    const filter: BoardFilter = { rows: 'officers', only: 'conflicts', hidden: ['patrol', 'other'], text: 'å & b=c' };
    expect(readFilter(writeFilter(filter))).toEqual(filter);
    expect(readFilter('rows=boats&only=what&hidden=moon%20patrol')).toEqual({ ...WHOLE_BOARD, hidden: ['patrol'] });
  });
});

// Would catch: a blank row where only words can tell what is asked, or such a need drawn as if somebody covered it.
it('a need that presence does not answer is said in words, where it holds', () => {
  const made = input([]);
  const asked = { ...made.view.needs[0], id: id('n2'), label: '«Rask hjelp»', level: 'patrol', responseMinutes: 8 };
  const holds = {
    id: 'n2',
    originalLocal: '2026-03-28T21:00',
    caseId: 'c1',
    level: 'patrol',
    fromAt: T0,
    toAt: T0 + HOUR,
  };
  const view = {
    ...made.view,
    needs: [...made.view.needs, asked],
    window: { ...made.view.window, needs: [holds] },
  } as unknown as PlanView;
  const { lanes, items } = boardData({ ...made, view });
  expect(lanes.map(({ label }) => label)).toContain('«Rask hjelp»');
  const [told, ...more] = items.filter(({ laneId }) => laneId === 'need:n2');
  expect(told).toMatchObject({ startAt: T0, endAt: T0 + HOUR, label: 'patrol' });
  expect(told).not.toHaveProperty('coverage');
  expect(more).toEqual([]);
});

// Would catch: somebody whom the lead has taken out drawn as free, in a row whose lane is not called by the officer's id.
it('an officer who is taken out is drawn so in the row, at all or for a case of ours, and never for another', () => {
  const made = input([], { rows: 'officers' });
  const other = { ...made.view.cases[0], id: id('c2'), name: '', number: '2026-0201', isDetailed: false };
  const at = (caseId: string | null) => ({ caseId, fromAt: T0, untilAt: T0 + HOUR });
  const officers = made.view.officers.map((one) =>
    one.name === 'Nes' ? { ...one, excluded: [at(null), at('c1'), at('c2')] } : one,
  );
  const view = { ...made.view, cases: [...made.view.cases, other], officers } as unknown as PlanView;
  const { items } = boardData({ ...made, view, index: indexPlan(view) });
  expect(items.map(({ laneId, label, startAt, endAt }) => [laneId, label, startAt, endAt])).toEqual([
    ['officer:Nes', 'excluded', T0, T0 + HOUR],
    ['officer:Nes', 'not in Lind', T0, T0 + HOUR],
  ]);
});

// Would catch: a list that tells what is planned and not what is missing; a gap that is over asked for still.
it('needs that are not met stand in the list as long as something can be done, joined where the state is the same', () => {
  const nowAt = T0 + 12 * HOUR;
  const piece = (
    from: number,
    to: number,
    state: CoverageInterval['state'],
    layer: 'planned' | 'confirmed' = 'planned',
  ) =>
    ({
      need: { id: 'n1', originalLocal: 'x' },
      layer,
      state,
      fromAt: T0 + from * HOUR,
      toAt: T0 + to * HOUR,
      reasons: [],
    }) as unknown as CoverageInterval;
  const coverage = [
    piece(0, 4, 'gap'),
    piece(13, 15, 'gap'),
    piece(15, 16, 'gap'),
    piece(16, 18, 'covered'),
    piece(18, 20, 'thin'),
    piece(0, 4, 'gap', 'confirmed'),
  ];
  const shown = { fromAt: T0, toAt: T0 + 24 * HOUR };
  const told = (only: BoardFilter['only']) =>
    openNeedsOf(input([], { only }, { coverage, nowAt }), shown).map(({ fromAt, toAt, state }) => [
      (fromAt - T0) / HOUR,
      (toAt - T0) / HOUR,
      state,
    ]);
  expect(told('all')).toEqual([
    [13, 16, 'gap'],
    [18, 20, 'thin'],
  ]);
  expect(told('conflicts')).toEqual([]);
});
