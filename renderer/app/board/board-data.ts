import type { PlanCase, PlanMeasure, PlanNeed, PlanOfficer, PlanView } from '#contract/plan-view.ts';
import type { Tone } from '#model/kinds/define.ts';
import type { MeasureType } from '#model/kinds/measure.ts';
import { takenOverOf } from '#model/plan/plan-index.ts';
import { type CoverageInterval, keyOf } from '#model/plan/result.ts';
import { askedOf, lacksPeople } from '#model/plan/staffing.ts';
import type { CrewMember, Duty } from '#model/plan/types.ts';
import { laneOfRow } from '#renderer/features/plan/reassign.ts';
import type {
  TimelineData,
  TimelineGroup,
  TimelineItem,
  TimelineLane,
  TimelineState,
  TimeSpan,
} from '#renderer/timeline/index.ts';
import { coverageItems, toldItems } from './board-coverage.ts';
import { type BoardFilter, keepsDuty, keepsRow } from './board-filter.ts';
import { plainBar } from './plain-bar.ts';

/** Words the board draws. */
export interface BoardWords {
  readonly type: (type: MeasureType) => string;
  readonly unstaffed: string;
  readonly noUnit: string;
  readonly noVehicle: string;
  readonly excluded: string;
  /** The same for one case alone. */
  readonly excludedFrom: (name: string) => string;
  readonly title: (measure: PlanMeasure) => string;
  /** What a need asks for; of a response time only words can tell. */
  readonly need: (need: PlanNeed) => string;
  readonly hours: (hours: RowHours) => string;
  /** ms as a length of time. */
  readonly length: (ms: number) => string;
}

/** A case's name; where one is not in it, its number alone. */
export function caseName({ name, number }: PlanCase): string {
  return name || (number ?? '');
}

export interface BoardInput {
  readonly view: PlanView;
  readonly index: PlanIndex;
  readonly coverage: readonly CoverageInterval[];
  /** Of an officer's or a vehicle's row: minutes planned in what is shown, and how many of them by night. */
  readonly hours: ReadonlyMap<string, RowHours>;
  /** Duties that clash with something, by `keyOf`. */
  readonly conflicts: ReadonlySet<string>;
  /** Keys of duties for which someone must still be found. */
  readonly lacking: ReadonlySet<string>;
  readonly filter: BoardFilter;
  /** ms UTC. */
  readonly nowAt: number;
  readonly words: BoardWords;
}

export interface RowHours {
  readonly minutes: number;
  readonly nightMinutes: number;
}

/** The records of a plan by id, made once a window. */
export interface PlanIndex {
  readonly cases: ReadonlyMap<string, PlanCase>;
  readonly measures: ReadonlyMap<string, PlanMeasure>;
  readonly officers: ReadonlyMap<string, PlanOfficer>;
}

export function indexPlan({ cases, measures, officers }: PlanView): PlanIndex {
  const byId = <T extends { readonly id: string }>(all: readonly T[]) =>
    new Map(all.map((one) => [one.id as string, one]));
  return { cases: byId(cases), measures: byId(measures), officers: byId(officers) };
}

export const TONE_OF: Record<MeasureType, Tone> = {
  shielding: 'shield',
  guarding: 'guard',
  patrol: 'patrol',
  transport: 'transport',
  other: 'note',
};
const TYPES = Object.keys(TONE_OF) as MeasureType[];
export const UNSTAFFED_LANE = laneOfRow('officer', null);
const NO_VEHICLE_LANE = laneOfRow('vehicle', null);

/** What the timeline of all cases draws: rows are cases with their needs, officers, or vehicles. */
export function boardData(input: BoardInput): TimelineData {
  switch (input.filter.rows) {
    case 'cases':
      return caseRows(input);
    case 'officers':
      return officerRows(input);
    case 'vehicles':
      return vehicleRows(input);
  }
}

/** Keys of the duties for which someone must still be found: one answer for the rows, the filter, the list and the count. */
export function lackingOf({ window }: PlanView): ReadonlySet<string> {
  const takenOver = takenOverOf(window.handovers);
  const lacks = (duty: Duty) =>
    lacksPeople(duty, { nowAt: window.nowAt, takenOverAt: takenOver.get(keyOf(duty)) ?? null });
  return new Set(window.duties.filter(lacks).map(keyOf));
}

/** How many a duty still lacks, at least one of those that lack any. */
export function countLacking(duty: Duty): number {
  return Math.max(1, duty.openPosts.length, askedOf(duty) - duty.crew.length);
}

/** The duties that reach into a period, the whole window when none is given, and that the filter keeps. */
export function dutiesOf(
  { view, filter, conflicts, lacking, nowAt }: BoardInput,
  within: TimeSpan = view.window,
): Duty[] {
  const { fromAt, toAt } = within;
  return view.window.duties.filter(
    (duty) =>
      duty.fromAt < toAt &&
      (duty.toAt ?? Number.POSITIVE_INFINITY) > fromAt &&
      keepsDuty(filter, {
        duty,
        state: stateOf(duty, duty.crew, nowAt),
        hasConflict: conflicts.has(keyOf(duty)),
        isLacking: lacking.has(keyOf(duty)),
      }),
  );
}

/** Plan is not fact: what is past and nobody confirmed is drawn so, and what nobody is assigned to stands out. */
export function stateOf(duty: Duty, crew: readonly CrewMember[], nowAt: number): TimelineState {
  if (duty.status === 'cancelled' || duty.status === 'not_possible') return 'struck';
  const isOver = duty.toAt !== null && duty.toAt <= nowAt;
  if (isOver && duty.status !== 'done' && crew.every((member) => member.onPostAt === null)) return 'unconfirmed';
  if (!isOver && duty.crew.length === 0 && askedOf(duty) + duty.openPosts.length > 0) return 'unstaffed';
  return 'normal';
}

function caseRows(input: BoardInput): TimelineData {
  const { view, coverage, filter, words } = input;
  const cases = view.cases.filter(({ name, number }) => keepsRow(filter, [name, number]));
  const duties = dutiesOf(input);
  const lanes: TimelineLane[] = [];
  for (const { id } of cases) {
    for (const need of view.needs.filter(({ caseId }) => caseId === id)) {
      lanes.push({
        id: `need:${need.id}`,
        label: need.label,
        sublabel: words.need(need),
        group: id,
        kind: 'need',
      });
    }
    for (const type of TYPES) {
      if (duties.some((duty) => duty.caseId === id && duty.type === type))
        lanes.push({ id: `${id}:${type}`, label: words.type(type), group: id, kind: TONE_OF[type] });
    }
  }
  const groups = cases
    .filter(({ id }) => lanes.some((lane) => lane.group === id))
    .map((one): TimelineGroup => {
      const label = caseName(one);
      return {
        id: one.id,
        label,
        sublabel: label === one.number ? undefined : (one.number ?? undefined),
        kind: 'need',
      };
    });
  const shown = new Set(lanes.map((lane) => lane.id));
  const items = [
    ...coverageItems(
      coverage.filter(({ need }) => shown.has(`need:${need.id}`)),
      words,
    ),
    ...toldItems(input, shown),
    ...duties
      .filter((duty) => shown.has(`${duty.caseId}:${duty.type}`))
      .map((duty) => dutyItem(input, duty, `${duty.caseId}:${duty.type}`, duty.crew)),
  ];
  return { groups, lanes, items };
}

function officerRows(input: BoardInput): TimelineData {
  const { view, filter, words } = input;
  const officers = view.officers.filter(({ name, callSign, unit }) => keepsRow(filter, [name, callSign, unit]));
  const units = [...new Set(officers.map(({ unit }) => unit ?? ''))].sort((a, b) => a.localeCompare(b, 'nb'));
  const groups = units.map(
    (unit): TimelineGroup => ({ id: `unit:${unit}`, label: unit || words.noUnit, kind: 'guard' }),
  );
  const duties = dutiesOf(input);
  const items: TimelineItem[] = [];
  for (const duty of duties) {
    for (const member of duty.crew) {
      if (member.officerId === null) continue;
      const item = dutyItem(input, duty, laneOfRow('officer', member.officerId), [member]);
      items.push({ ...item, startAt: member.fromAt ?? item.startAt, endAt: member.toAt ?? item.endAt });
    }
  }
  const lanes: TimelineLane[] = [...officers]
    .sort((a, b) => (a.unit ?? '').localeCompare(b.unit ?? '', 'nb') || a.name.localeCompare(b.name, 'nb'))
    .map(({ id, name, callSign, unit }) => ({
      id: laneOfRow('officer', id),
      label: name,
      sublabel: hoursOf(input, id) ?? callSign ?? undefined,
      group: `unit:${unit ?? ''}`,
      kind: 'guard',
      exchange: 'officer',
    }));
  const shown = new Set(lanes.map((lane) => lane.id));
  const open = unstaffed(input, duties);
  return {
    groups,
    lanes:
      open.length > 0
        ? [{ id: UNSTAFFED_LANE, label: words.unstaffed, kind: 'need', exchange: 'officer' }, ...lanes]
        : lanes,
    items: [...open, ...items.filter((item) => shown.has(item.laneId)), ...exclusions(input, shown)],
  };
}

function vehicleRows(input: BoardInput): TimelineData {
  const { view, filter, words } = input;
  const vehicles = view.vehicles.filter(({ label, plate }) => keepsRow(filter, [label, plate]));
  const lanes = [...vehicles]
    .sort((a, b) => a.label.localeCompare(b.label, 'nb'))
    .map(
      ({ id, label, plate }): TimelineLane => ({
        id: laneOfRow('vehicle', id),
        label,
        sublabel: hoursOf(input, id) ?? plate ?? undefined,
        kind: 'transport',
        exchange: 'vehicle',
      }),
    );
  const shown = new Set(lanes.map((lane) => lane.id));
  const duties = dutiesOf(input);
  const items = duties.flatMap((duty) =>
    duty.vehicles
      .map((use) => {
        const item = dutyItem(input, duty, laneOfRow('vehicle', use.vehicleId), duty.crew);
        return { ...item, startAt: use.fromAt ?? item.startAt, endAt: use.toAt ?? item.endAt };
      })
      .filter(({ laneId }) => shown.has(laneId)),
  );
  const open = duties
    .filter((duty) => duty.type === 'transport' && duty.vehicles.length === 0 && lacksStill(duty, input.nowAt))
    .map((duty) => dutyItem(input, duty, NO_VEHICLE_LANE, duty.crew));
  const none: TimelineLane = { id: NO_VEHICLE_LANE, label: words.noVehicle, kind: 'need', exchange: 'vehicle' };
  return { groups: [], lanes: open.length > 0 ? [none, ...lanes] : lanes, items: [...open, ...items] };
}

function hoursOf({ hours, words }: BoardInput, rowId: string): string | null {
  const own = hours.get(rowId);
  return own && own.minutes > 0 ? words.hours(own) : null;
}

/** Duties that lack people, each once, in a row of their own over the officers. */
function unstaffed(input: BoardInput, duties: readonly Duty[]): TimelineItem[] {
  return duties
    .filter((duty) => input.lacking.has(keyOf(duty)))
    .map((duty) => ({
      ...dutyItem(input, duty, UNSTAFFED_LANE, duty.crew),
      state: 'unstaffed' as const,
    }));
}

/** True of what is not over and not called off: something can still be done for it. */
function lacksStill({ status, toAt }: Duty, nowAt: number): boolean {
  return status !== 'cancelled' && status !== 'not_possible' && (toAt === null || toAt > nowAt);
}

/** When an officer is not to be assigned, at all or to a case that is one's own; never why. */
function exclusions({ view, index, words }: BoardInput, shown: ReadonlySet<string>): TimelineItem[] {
  const { fromAt, toAt } = view.window;
  const isOwn = (caseId: string) => index.cases.get(caseId)?.isDetailed === true;
  const nameOf = (caseId: string) => {
    const theCase = index.cases.get(caseId);
    return theCase ? caseName(theCase) : '';
  };
  return view.officers.flatMap(({ id, excluded }) =>
    excluded
      .filter(({ caseId }) => shown.has(laneOfRow('officer', id)) && (caseId === null || isOwn(caseId)))
      .filter((one) => (one.fromAt ?? fromAt) < toAt && (one.untilAt ?? toAt) > fromAt)
      .map((one, index) => ({
        ...plainBar(`excluded:${id}:${index}`, laneOfRow('officer', id)),
        kind: 'note' as const,
        startAt: one.fromAt ?? fromAt,
        endAt: one.untilAt ?? toAt,
        label: one.caseId === null ? words.excluded : words.excludedFrom(nameOf(one.caseId)),
      })),
  );
}

function dutyItem(input: BoardInput, duty: Duty, laneId: string, crew: readonly CrewMember[]): TimelineItem {
  const { index, filter, words, nowAt, conflicts } = input;
  const measure = index.measures.get(duty.id);
  const theCase = index.cases.get(duty.caseId);
  const names = duty.crew.flatMap(({ officerId }) => (officerId && index.officers.get(officerId)?.name) || []);
  const title = (measure && words.title(measure)) || words.type(duty.type);
  return {
    ...plainBar(`${keyOf(duty)}#${laneId}`, laneId),
    kind: TONE_OF[duty.type],
    // On the board a duty is given to another; when it takes place is planned in its case.
    editable: filter.rows !== 'cases' && theCase?.isDetailed === true && lacksStill(duty, nowAt),
    isFixed: true,
    startAt: duty.fromAt,
    endAt: duty.toAt,
    label: filter.rows === 'cases' ? title : [theCase && caseName(theCase), title].filter(Boolean).join(' · '),
    shortLabel: (filter.rows === 'cases' ? measure?.code : theCase && caseName(theCase)) ?? undefined,
    crew: names.length > 0 ? names.join(', ') : undefined,
    state: stateOf(duty, crew, nowAt),
    conflict: conflicts.has(keyOf(duty)) || undefined,
    legs:
      duty.legs.length > 0
        ? duty.legs.map(({ departAt, arriveAt }) => ({ fromAt: departAt, toAt: arriveAt }))
        : undefined,
  };
}
