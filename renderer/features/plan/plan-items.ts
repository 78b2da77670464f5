import type { PlanMeasure, PlanNeed } from '#contract/plan-view.ts';
import type { Tone } from '#model/kinds/define.ts';
import { isPresenceNeed } from '#model/plan/coverage.ts';
import type { HeadcountHours } from '#model/plan/headcount-hours.ts';
import { type CoverageInterval, keyOf } from '#model/plan/result.ts';
import type { Duty } from '#model/plan/types.ts';
import type {
  CoverageState,
  TimelineGroup,
  TimelineItem,
  TimelineLane,
  TimelineState,
} from '#renderer/timeline/index.ts';
import { coverItemId, dutyItemId, stretchesOf } from './matters.ts';
import type { Plan } from './plan.ts';
import { rowItems } from './plan-rows.ts';

/** What the lanes of the plan are made by. */
export const GROUPINGS = ['kind', 'case', 'person', 'officer', 'vehicle'] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** Words the plan's lanes and bars need. */
export interface PlanItemWords {
  readonly level: (need: PlanNeed) => string;
  readonly measureType: (type: string) => string;
  readonly measure: (measure: Pick<PlanMeasure, 'title' | 'titleEn'>) => string;
  readonly whereabouts: (state: string) => string;
  readonly whereaboutsLane: (name: string) => string;
  readonly alarm: (unit: string) => string;
  readonly alarmLane: string;
  readonly alarmEnds: string;
  readonly length: (ms: number) => string;
  readonly nobody: string;
  /** What an occurrence of a need asks of people and gets. */
  readonly personHours: (hours: HeadcountHours) => string;
  /** Heading over the rows of those who have something, and of those who have nothing in what is shown. */
  readonly rows: (grouping: 'person' | 'officer' | 'vehicle') => string;
  readonly others: string;
  /** Of another case's duty only its number, time and crew are told. */
  readonly otherCase: (number: string) => string;
  readonly crewOnly: string;
  /** Ends because another takes over; empty names nobody. */
  readonly relievedBy: (at: number, name: string) => string;
  /** Begins where another is relieved. */
  readonly relieves: (at: number, name: string) => string;
}

/** Lanes and items of a plan; by kind, lanes carry the hue of the group they belong to. */
export interface PlanItems {
  /** Headings that are not hues. */
  readonly groups?: readonly TimelineGroup[];
  readonly lanes: readonly TimelineLane[];
  readonly items: readonly TimelineItem[];
}

const TONE_OF: Record<string, Tone> = {
  shielding: 'shield',
  guarding: 'guard',
  patrol: 'patrol',
  transport: 'transport',
  other: 'note',
};
/** Lanes of their own that measures of one type get by their names; the others share one. */
const MOST_LANES = 6;

/** Hue of a measure's type. */
export function toneOfMeasure(type: string): Tone {
  return TONE_OF[type] ?? 'note';
}

/** Type of the measures that lie on a lane of the plan, and the name they share; null where nothing is planned. */
export function measureOfPlanLane(laneId: string): { readonly type: string; readonly text: string } | null {
  const [kind, type = '', ...text] = laneId.split(':');
  return kind === 'plan' ? { type, text: text.join(':') } : null;
}

/** What the timeline draws of a plan. */
export function planItems(plan: Plan, grouping: Grouping, words: PlanItemWords): PlanItems {
  const needs = needItems(plan, words);
  if (grouping !== 'kind') {
    const rows = rowItems(plan, grouping, words);
    return { ...rows, lanes: [...needs.lanes, ...rows.lanes], items: [...needs.items, ...rows.items] };
  }
  const duties = dutyItems(plan, words);
  const status = statusItems(plan, words);
  return {
    lanes: [...needs.lanes, ...duties.lanes, ...status.lanes],
    items: [...needs.items, ...duties.items, ...status.items],
  };
}

function needItems(plan: Plan, words: PlanItemWords): PlanItems {
  const lanes = plan.view.needs
    .filter(({ status }) => status === 'active')
    .map((need): TimelineLane => {
      return { id: `need:${need.id}`, label: need.label, sublabel: words.level(need), group: 'need', kind: 'need' };
    });
  const known = new Set(lanes.map(({ id }) => id));
  const items: TimelineItem[] = [];
  for (const need of plan.index.plan.needs) {
    const laneId = `need:${need.id}`;
    if (!known.has(laneId)) continue;
    if (!isPresenceNeed(need)) {
      const label = words.level(plan.needs.get(need.id) as PlanNeed);
      items.push({ ...plainItem(keyOf(need), laneId, 'need', need.fromAt, need.toAt), label });
      continue;
    }
    const hours = plan.hours.get(keyOf(need));
    const own = plan.coverage.filter((interval) => keyOf(interval.need) === keyOf(need));
    for (const piece of stripOf(own, plan.index.plan.nowAt)) {
      const { fromAt, toAt, state, planned } = piece;
      const isOpen = state === 'gap' || state === 'thin';
      const name = plan.needs.get(need.id)?.label ?? '';
      items.push({
        ...plainItem(coverItemId(need, fromAt), laneId, 'need', fromAt, toAt),
        label: isOpen ? words.length(toAt - fromAt) : name,
        // Told to who hears the lane without seeing its name.
        detail: [isOpen && name, hours && words.personHours(hours)].filter(Boolean).join(' · ') || undefined,
        coverage: state,
        ...(planned ? { planned } : {}),
      });
    }
  }
  return { lanes, items };
}

interface StripPiece {
  readonly fromAt: number;
  readonly toAt: number;
  readonly state: CoverageState;
  /** What had been planned, of what is past. */
  readonly planned: 'covered' | 'thin' | 'gap' | null;
}

/** One need's strip: the confirmed layer of what is past, with the plan under it, and the planned layer of the rest. */
function stripOf(intervals: readonly CoverageInterval[], nowAt: number): StripPiece[] {
  const planned = stretchesOf(intervals.filter(({ layer }) => layer === 'planned'));
  const confirmed = stretchesOf(intervals.filter(({ layer }) => layer === 'confirmed'));
  const pieces: StripPiece[] = [];
  for (const fact of confirmed) {
    for (const plan of planned) {
      const fromAt = Math.max(fact.fromAt, plan.fromAt);
      const toAt = Math.min(fact.toAt, plan.toAt);
      if (fromAt < toAt) pieces.push({ fromAt, toAt, state: fact.state, planned: plan.state as StripPiece['planned'] });
    }
  }
  for (const plan of planned) {
    const fromAt = Math.max(plan.fromAt, Math.floor(nowAt / 60_000) * 60_000);
    if (fromAt < plan.toAt) pieces.push({ fromAt, toAt: plan.toAt, state: plan.state, planned: null });
  }
  return pieces.sort((a, b) => a.fromAt - b.fromAt);
}

function dutyItems(plan: Plan, words: PlanItemWords): PlanItems {
  const shown = new Set<string>(plan.view.cases.filter(({ isDetailed }) => isDetailed).map(({ id }) => id));
  const lanes = new Map<string, TimelineLane>();
  const items: TimelineItem[] = [];
  const perTone = new Map<Tone, number>();
  for (const duty of plan.index.plan.duties) {
    const measure = plan.measures.get(duty.id);
    if (!measure || !shown.has(duty.caseId)) continue;
    const lane = laneOf(measure, words, perTone, lanes);
    lanes.set(lane.id, lanes.get(lane.id) ?? lane);
    items.push({ ...dutyItem(plan, duty, measure, words, plan.clashing.has(keyOf(duty))), laneId: lane.id });
  }
  return { lanes: [...lanes.values()], items };
}

function laneOf(
  measure: PlanMeasure,
  words: PlanItemWords,
  perTone: Map<Tone, number>,
  lanes: ReadonlyMap<string, TimelineLane>,
): TimelineLane {
  const kind = toneOfMeasure(measure.type);
  const title = words.measure(measure);
  const id = `plan:${measure.type}:${title}`;
  const shared = `plan:${measure.type}:`;
  const isKnown = lanes.has(id);
  const count = perTone.get(kind) ?? 0;
  if (!isKnown && (title === '' || count >= MOST_LANES)) {
    return { id: shared, label: words.measureType(measure.type), group: kind, kind, creatable: true };
  }
  if (!isKnown) perTone.set(kind, count + 1);
  return { id, label: title, group: kind, kind, creatable: true };
}

/** One bar of a duty, in whichever row it is drawn. */
export function dutyItem(
  plan: Plan,
  duty: Duty,
  measure: Pick<PlanMeasure, 'code' | 'title' | 'titleEn' | 'crew' | 'passes' | 'type'>,
  words: PlanItemWords,
  conflict: boolean,
): Omit<TimelineItem, 'laneId'> {
  const names = duty.crew.map(({ officerId, post }) => plan.officerNames.get(officerId ?? '') ?? post ?? '');
  const crew = names.length > 0 ? names.join(', ') : (measure.crew ?? '');
  const title = words.measure(measure) || words.measureType(measure.type);
  const passes = plan.view.passes.filter(
    (pass) => pass.measureId === duty.id && pass.originalLocal === duty.originalLocal,
  );
  return {
    ...plainItem(dutyItemId(duty), '', toneOfMeasure(measure.type), duty.fromAt, duty.toAt ?? duty.outerLimitAt),
    label: measure.code ?? title,
    shortLabel: measure.code ?? undefined,
    detail: [title, crew, ...reliefsOf(plan, duty, words)].filter(Boolean).join(' · '),
    state: stateOf(duty, crew !== '', plan.index.plan.nowAt),
    editable: duty.status === 'planned' || duty.status === 'active',
    crew: crew || undefined,
    conflict,
    legs:
      duty.legs.length > 0
        ? duty.legs.map(({ departAt, arriveAt }) => ({ fromAt: departAt, toAt: arriveAt }))
        : undefined,
    passes:
      measure.passes === null
        ? undefined
        : { count: measure.passes, at: passes.flatMap(({ plannedAt }) => (plannedAt === null ? [] : [plannedAt])) },
  };
}

function reliefsOf(plan: Plan, duty: Duty, words: PlanItemWords): string[] {
  const name = (id: string | null) => plan.officerNames.get(id ?? '') ?? '';
  return plan.index.plan.handovers.flatMap(({ from, to, at, giverId, receiverId }) => {
    if (keyOf(from) === keyOf(duty)) return [words.relievedBy(at, name(receiverId))];
    return keyOf(to) === keyOf(duty) ? [words.relieves(at, name(giverId))] : [];
  });
}

/** Plan is not fact: what is over and nobody told of is drawn as not confirmed, what is to come without crew as unstaffed. */
function stateOf(duty: Duty, hasCrew: boolean, nowAt: number): TimelineState {
  if (duty.status === 'cancelled' || duty.status === 'not_possible') return 'struck';
  if (duty.type === 'shielding') return 'normal';
  const isTold =
    duty.crew.some(({ onPostAt }) => onPostAt !== null) || duty.legs.some((leg) => leg.departedAt !== null);
  if (duty.toAt !== null && duty.toAt <= nowAt) return isTold || duty.status !== 'planned' ? 'normal' : 'unconfirmed';
  return hasCrew || duty.type === 'other' ? 'normal' : 'unstaffed';
}

function statusItems(plan: Plan, words: PlanItemWords): PlanItems {
  const lanes: TimelineLane[] = [];
  const items: TimelineItem[] = [];
  const byPerson = Map.groupBy(plan.view.whereabouts, ({ personId }) => personId);
  for (const [personId, entries] of byPerson) {
    const laneId = `where:${personId}`;
    const label = words.whereaboutsLane(plan.personNames.get(personId) ?? '');
    lanes.push({ id: laneId, label, group: 'threat', kind: 'threat' });
    const sorted = entries.toSorted((a, b) => a.fromAt - b.fromAt);
    for (const [index, entry] of sorted.entries()) {
      const item = plainItem(entry.id, laneId, 'threat', entry.fromAt, sorted[index + 1]?.fromAt ?? null);
      const { precision, qualifier } = entry;
      items.push({
        ...item,
        label: words.whereabouts(entry.state),
        precision,
        ...(precision === 'minute' || qualifier ? {} : { uncertain: undefined }),
        ...(qualifier ? { bound: qualifier } : {}),
      });
    }
  }
  for (const alarm of plan.view.alarms) {
    if (alarm.handedOutAt === null) continue;
    lanes.push({
      id: `alarm:${alarm.id}`,
      label: words.alarmLane,
      group: 'shield',
      kind: 'shield',
    });
    const endAt = alarm.returnedAt ?? alarm.grantedUntilAt;
    items.push({
      ...plainItem(alarm.id, `alarm:${alarm.id}`, 'shield', alarm.handedOutAt, endAt),
      label: words.alarm(alarm.unit),
      ...(alarm.returnedAt === null && endAt !== null ? { expires: { label: words.alarmEnds } } : {}),
    });
    for (const activation of alarm.activations) {
      const point = plainItem(activation.id, `alarm:${alarm.id}`, 'shield', activation.activatedAt, null);
      items.push({ ...point, shape: 'point', label: words.alarm(alarm.unit) });
    }
  }
  return { lanes, items };
}

function plainItem(id: string, laneId: string, kind: Tone, startAt: number, endAt: number | null): TimelineItem {
  return {
    id,
    laneId,
    kind,
    shape: 'bar',
    startAt,
    endAt,
    precision: 'minute',
    uncertain: null,
    uncertainEnd: null,
    storyOrder: 0,
    label: '',
    state: 'normal',
    editable: false,
  };
}
