import type { PlanActivation, PlanMeasure, PlanNeed, PlanRaised } from '#contract/plan-view.ts';
import type { Tone } from '#model/kinds/define.ts';
import type { HeadcountHours } from '#model/plan/headcount-hours.ts';
import { keyOf } from '#model/plan/result.ts';
import type { Duty, Leg } from '#model/plan/types.ts';
import type { TimelineGroup, TimelineItem, TimelineLane, TimelineState } from '#renderer/timeline/index.ts';
import { dutyItemId } from './matters.ts';
import type { Plan } from './plan.ts';

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
  /** Row of an alarm; of several each by its unit. */
  readonly alarmLane: (unit: string | null) => string;
  /** An activation: when, what it was found to be, and whether somebody has closed it. */
  readonly activation: (activation: PlanActivation) => string;
  readonly alarmEnds: string;
  /** A date and what it asks for: in one line, and what stands under it. */
  readonly date: (plan: Plan, raised: PlanRaised) => { readonly title: string; readonly sub: string };
  readonly datesLane: string;
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
  /** One leg: when, from where, to where. */
  readonly leg: (plan: Plan, leg: Leg) => string;
  readonly openPost: (post: string | null) => string;
  readonly noDecision: string;
  /** Needs and measures that were, or are, to be looked at anew. */
  readonly reviewLane: string;
  readonly review: (what: string) => string;
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

/** Hue of a measure's type. */
export function toneOfMeasure(type: string): Tone {
  return TONE_OF[type] ?? 'note';
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
    detail: [
      title,
      crew,
      ...duty.legs.map((leg) => words.leg(plan, leg)),
      ...duty.openPosts.map(({ post }) => words.openPost(post)),
      ...reliefsOf(plan, duty, words),
      isUndecided(plan, duty) && words.noDecision,
    ]
      .filter(Boolean)
      .join(' · '),
    state: stateOf(duty, crew !== '', plan.index.plan.nowAt),
    editable: duty.status === 'planned' || duty.status === 'active',
    crew: crew || undefined,
    place: (duty.placeId !== null && plan.placeNames.get(duty.placeId)) || undefined,
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

/** A measure that rests on no decision, as far as it is to come and one's own case's. */
function isUndecided(plan: Plan, { id, originalLocal }: Duty): boolean {
  return plan.undecided.has(keyOf({ id, originalLocal }));
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

/** An item of the plan with nothing told of it yet. */
export function plainItem(id: string, laneId: string, kind: Tone, startAt: number, endAt: number | null): TimelineItem {
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
