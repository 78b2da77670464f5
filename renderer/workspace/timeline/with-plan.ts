import type { Tone } from '#model/kinds/define.ts';
import { isDateItem } from '#renderer/features/plan/matters.ts';
import type { Grouping, PlanItems } from '#renderer/features/plan/plan-parts.ts';
import type { TimelineData, TimelineGroup, TimelineLane } from '#renderer/timeline/index.ts';
import { recordOfItem } from './lanes.ts';

/** Headings from top to bottom: what she needs, what protects her, what threatens her, what the law does. */
const ORDER: readonly Tone[] = [
  'need',
  'shield',
  'guard',
  'patrol',
  'transport',
  'threat',
  'order',
  'breach',
  'court',
  'assess',
  'referral',
  'note',
];

/**
 * Facts and plan on one timeline. What the plan tells of a record takes the place of what the facts tell of it.
 * @param only shows this hue alone; null shows all
 */
export function withPlan(
  facts: TimelineData,
  plan: PlanItems | null,
  grouping: Grouping,
  only: Tone | null,
  needsLabel: string,
): TimelineData {
  if (!plan) return facts;
  // A date stands beside the record it is read from.
  const planned = new Set<string>(plan.items.flatMap(({ id }) => (isDateItem(id) ? [] : recordOfItem(id))));
  const factItems = (grouping === 'kind' ? facts.items : [])
    // Needs and stays lie on the plan's own lanes, minute by minute.
    .filter(({ id, laneId }) => !planned.has(recordOfItem(id)) && laneId !== 'need')
    .map((item) => (item.laneId.startsWith('measure:') ? { ...item, editable: false } : item));
  const used = new Set(factItems.map(({ laneId }) => laneId));
  const planTones = new Set(plan.lanes.map(({ group }) => group));
  const isRow = (lane: TimelineLane) => grouping !== 'kind' && lane.group !== 'need';
  // An empty lane to draw on is needed only where the plan has none.
  const factLanes = facts.lanes.filter((lane) => used.has(lane.id) || (lane.creatable && !planTones.has(lane.group)));
  const lanes = [...plan.lanes, ...(grouping === 'kind' ? factLanes : [])];
  // By kind a hue is its lanes; else every row stays, with the bars of that hue.
  const isShown = (lane: TimelineLane) => only === null || lane.group === only || (isRow(lane) && only !== 'need');
  const shown = lanes.filter(isShown);
  const ids = new Set(shown.map(({ id }) => id));
  const labels = new Map(facts.groups.map(({ id, label }) => [id, label]));
  const groups = ORDER.filter((tone) => shown.some(({ group }) => group === tone)).map(
    (tone): TimelineGroup => ({
      id: tone,
      label: tone === 'need' ? needsLabel : (labels.get(tone) ?? tone),
      kind: tone,
    }),
  );
  const headings = [...groups, ...(plan.groups ?? [])];
  return {
    groups: headings,
    lanes: [
      ...shown.filter(({ group }) => group === undefined),
      ...headings.flatMap(({ id }) => shown.filter(({ group }) => group === id)),
    ],
    items: [...plan.items, ...factItems].filter(
      ({ laneId, kind }) => ids.has(laneId) && (only === null || grouping === 'kind' || kind === only),
    ),
  };
}
