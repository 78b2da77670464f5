import type { PlanCase } from '#contract/plan-view.ts';
import { keyOf } from '#model/plan/result.ts';
import type { Duty } from '#model/plan/types.ts';
import type { TimelineGroup, TimelineItem, TimelineLane } from '#renderer/timeline/index.ts';
import type { Plan } from './plan.ts';
import { dutyItem, type Grouping, type PlanItems, type PlanItemWords, toneOfMeasure } from './plan-parts.ts';
import { laneOfRow } from './reassign.ts';

/** Group of the rows that have something in what is shown, and of those that have nothing: a bar can go to either. */
const ROWS = 'rows';
const OTHERS = 'others';

/**
 * The duties of a plan by case, or in the row of each who has them. Those of other cases are told as far as the core
 * tells them: they are why somebody is not free.
 */
export function rowItems(plan: Plan, grouping: Exclude<Grouping, 'kind'>, words: PlanItemWords): PlanItems {
  const cases = new Map(plan.view.cases.map((one) => [one.id as string, one]));
  const everyRow = grouping === 'case' ? [] : rowsOf(plan, grouping);
  const known = new Map(everyRow.map((lane) => [lane.id, lane]));
  const rows = new Map<string, TimelineLane>();
  const items: TimelineItem[] = [];
  for (const duty of plan.index.plan.duties) {
    const theCase = cases.get(duty.caseId);
    const isOther = theCase?.isDetailed === false;
    // Whom another case protects is not ours to know.
    if (isOther && grouping === 'person') continue;
    const item = itemOf(plan, duty, isOther ? (theCase ?? null) : null, words);
    if (!item) continue;
    const lanes = grouping === 'case' ? [laneOfCase(duty, isOther, words)] : lanesOf(duty, grouping, known, words);
    for (const lane of lanes) {
      rows.set(lane.id, rows.get(lane.id) ?? lane);
      items.push({ ...item, id: `${item.id}#${lane.id}`, laneId: lane.id });
    }
  }
  if (grouping === 'case') return { groups: caseGroups(plan, [...rows.values()]), lanes: [...rows.values()], items };
  const nobody = laneOfRow(grouping, null);
  const others = everyRow.filter(({ id }) => !rows.has(id));
  const own = [...rows.values()].sort(
    (a, b) => Number(b.id === nobody) - Number(a.id === nobody) || a.label.localeCompare(b.label, 'nb'),
  );
  const kind = KIND_OF[grouping];
  return {
    groups: [
      { id: ROWS, label: words.rows(grouping), kind },
      { id: OTHERS, label: words.others, kind },
    ].filter(({ id }) => (id === ROWS ? own : others).length > 0) as TimelineGroup[],
    lanes: [...own.map((lane) => ({ ...lane, group: ROWS })), ...others.map((lane) => ({ ...lane, group: OTHERS }))],
    items,
  };
}

function itemOf(
  plan: Plan,
  duty: Duty,
  other: PlanCase | null,
  words: PlanItemWords,
): Omit<TimelineItem, 'laneId'> | null {
  const measure = plan.measures.get(duty.id);
  const conflict = plan.clashing.has(keyOf(duty));
  if (!other) return measure ? dutyItem(plan, duty, measure, words, conflict) : null;
  const bare = { code: null, title: '', titleEn: null, crew: null, passes: null, type: 'other' as const };
  const item = dutyItem(plan, duty, bare, words, conflict);
  const name = words.otherCase(other.number ?? '');
  return { ...item, label: name, detail: [name, item.crew].filter(Boolean).join(' · '), editable: false };
}

function laneOfCase({ caseId, type }: Duty, isOther: boolean, words: PlanItemWords): TimelineLane {
  const label = isOther ? words.crewOnly : words.measureType(type);
  return { id: `case:${caseId}:${type}`, label, group: `case:${caseId}`, kind: toneOfMeasure(type) };
}

function lanesOf(
  duty: Duty,
  grouping: keyof typeof KIND_OF,
  known: ReadonlyMap<string, TimelineLane>,
  words: PlanItemWords,
): TimelineLane[] {
  const ids = {
    person: duty.personIds,
    officer: duty.crew.map(({ officerId }) => officerId),
    vehicle: duty.vehicles.map(({ vehicleId }) => vehicleId),
  }[grouping];
  const own = [...new Set(ids)].flatMap((id) => (id === null ? [] : (known.get(laneOfRow(grouping, id)) ?? [])));
  if (own.length > 0 || !asksFor(duty, grouping)) return own;
  return [{ id: laneOfRow(grouping, null), label: words.nobody, kind: KIND_OF[grouping], exchange: grouping }];
}

/** Whether somebody, or something, is missing where nobody has it: an address block needs no crew, a guard no car. */
function asksFor({ type }: Duty, grouping: keyof typeof KIND_OF): boolean {
  if (grouping === 'vehicle') return type === 'transport';
  return grouping === 'person' || type !== 'shielding';
}

const KIND_OF = { person: 'need', officer: 'guard', vehicle: 'transport' } as const;

/** A row for each who can have a duty. */
function rowsOf(plan: Plan, grouping: keyof typeof KIND_OF): TimelineLane[] {
  const row = (id: string, label: string, sublabel: string | null): TimelineLane => ({
    id: laneOfRow(grouping, id),
    label,
    sublabel: sublabel ?? undefined,
    kind: KIND_OF[grouping],
    exchange: grouping,
  });
  const { officers, vehicles, persons, window } = plan.view;
  const lanes =
    grouping === 'officer'
      ? officers
          .filter(
            ({ activeFromAt, activeUntilAt }) =>
              (activeFromAt ?? 0) < window.toAt && (activeUntilAt ?? window.toAt) > window.fromAt,
          )
          .map(({ id, name, callSign, unit }) => row(id, name, callSign ?? unit))
      : grouping === 'vehicle'
        ? vehicles.map(({ id, label, plate }) => row(id, label, plate))
        : persons
            .filter(({ role }) => role === 'protected' || role === 'child')
            .map(({ id, name }) => row(id, name, null));
  return lanes.sort((a, b) => a.label.localeCompare(b.label, 'nb'));
}

/** The case itself first; the others by their number. */
function caseGroups(plan: Plan, lanes: readonly TimelineLane[]): TimelineGroup[] {
  return plan.view.cases
    .filter(({ id }) => lanes.some(({ group }) => group === `case:${id}`))
    .sort((a, b) => Number(b.isDetailed) - Number(a.isDetailed) || (a.number ?? '').localeCompare(b.number ?? '', 'nb'))
    .map(({ id, name, number }) => ({
      id: `case:${id}`,
      label: name || (number ?? ''),
      sublabel: name && number ? number : undefined,
      kind: 'need',
    }));
}
