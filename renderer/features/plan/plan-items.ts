import type { PlanMeasure, PlanNeed } from '#contract/plan-view.ts';
import type { Tone } from '#model/kinds/define.ts';
import { isPresenceNeed } from '#model/plan/coverage.ts';
import { type CoverageInterval, keyOf } from '#model/plan/result.ts';
import { type CoverageState, doubtOf, type TimelineItem, type TimelineLane } from '#renderer/timeline/index.ts';
import { coverItemId, dateItemId, isOpenDate, reviewItemId, stretchesOf } from './matters.ts';
import type { Plan } from './plan.ts';
import { dutyItem, type Grouping, type PlanItems, type PlanItemWords, plainItem, toneOfMeasure } from './plan-parts.ts';
import { rowItems } from './plan-rows.ts';

/** Lanes of their own that measures of one type get by their names; the others share one. */
const MOST_LANES = 6;

/** Type of the measures that lie on a lane of the plan, and the name they share; null where nothing is planned. */
export function measureOfPlanLane(laneId: string): { readonly type: string; readonly text: string } | null {
  const [kind, type = '', ...text] = laneId.split(':');
  return kind === 'plan' ? { type, text: text.join(':') } : null;
}

/** What the timeline draws of a plan. */
export function planItems(plan: Plan, grouping: Grouping, words: PlanItemWords): PlanItems {
  const needs = joined(needItems(plan, words), dateItems(plan, words));
  if (grouping !== 'kind') {
    const rows = rowItems(plan, grouping, words);
    return { ...rows, lanes: [...needs.lanes, ...rows.lanes], items: [...needs.items, ...rows.items] };
  }
  const duties = dutyItems(plan, words);
  const status = statusItems(plan, words);
  const reviews = reviewItems(plan, words);
  return {
    lanes: [...needs.lanes, ...duties.lanes, ...status.lanes, ...reviews.lanes],
    items: [...needs.items, ...duties.items, ...status.items, ...reviews.items],
  };
}

/** The needs alone, each with its strip: what is asked, and how the plan meets it. */
export function needItems(plan: Plan, words: PlanItemWords): PlanItems {
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

/** Dates that ask for a need, or whose needs have lost it, on a lane of their own; none where there is none. */
function dateItems(plan: Plan, words: PlanItemWords): PlanItems {
  const laneId = 'dates';
  const items = plan.view.raised
    .filter((raised) => isOpenDate(raised, plan.index.plan.nowAt))
    .map((raised): TimelineItem => {
      const { title, sub } = words.date(plan, raised);
      const { fromAt, toAt, hasEnd, date } = raised;
      return {
        ...plainItem(dateItemId(raised), laneId, 'need', fromAt, hasEnd ? toAt : null),
        shape: hasEnd ? 'bar' : 'point',
        ...(date.qualifier ? { bound: date.qualifier } : {}),
        label: title,
        detail: `${title} · ${sub}`,
        // Not needed is still to be read; what is asked for is not planned yet.
        state: plan.accepted.has(raised.key) ? 'struck' : 'draft',
        isOpen: !plan.accepted.has(raised.key),
      };
    });
  return items.length === 0
    ? { lanes: [], items }
    : { lanes: [{ id: laneId, label: words.datesLane, group: 'need', kind: 'need' }], items };
}

function joined(a: PlanItems, b: PlanItems): PlanItems {
  return { lanes: [...a.lanes, ...b.lanes], items: [...a.items, ...b.items] };
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

/** Dates on which needs and measures are to be looked at anew, among the dates of the court. */
function reviewItems(plan: Plan, words: PlanItemWords): PlanItems {
  const items = plan.index.plan.reviews.flatMap(({ id, at }): TimelineItem[] => {
    const measure = plan.measures.get(id);
    const name = plan.needs.get(id)?.label ?? (measure && (words.measure(measure) || words.measureType(measure.type)));
    if (name === undefined) return [];
    return [{ ...plainItem(reviewItemId(id), REVIEWS, 'court', at, null), shape: 'point', label: words.review(name) }];
  });
  if (items.length === 0) return { lanes: [], items };
  return { lanes: [{ id: REVIEWS, label: words.reviewLane, group: 'court', kind: 'court' }], items };
}

const REVIEWS = 'reviews';

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
      const { id, state, precision } = entry;
      const doubt = doubtOf(entry);
      const next = sorted[index + 1];
      // It ends where the next begins, and no more sharply than that is known.
      const end = next ? doubtOf(next).uncertain : null;
      const startAt = doubt.uncertain?.fromAt ?? entry.fromAt;
      const endAt = next ? Math.max(startAt, end?.toAt ?? next.fromAt) : null;
      const isSharp = !end || end.fromAt >= end.toAt || end.fromAt < startAt;
      items.push({
        ...plainItem(id, laneId, 'threat', startAt, endAt),
        label: words.whereabouts(state),
        precision,
        ...doubt,
        uncertainEnd: isSharp ? null : end,
      });
    }
  }
  const isSingle = plan.view.alarms.filter(({ handedOutAt }) => handedOutAt !== null).length < 2;
  for (const alarm of plan.view.alarms) {
    if (alarm.handedOutAt === null) continue;
    lanes.push({
      id: `alarm:${alarm.id}`,
      label: words.alarmLane(isSingle ? null : alarm.unit),
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
      items.push({ ...point, shape: 'point', label: words.activation(activation) });
    }
  }
  return { lanes, items };
}
