import type { RecordId } from '#model/ids.ts';
import type { CrewMember, Duty, VehicleUse } from '#model/plan/types.ts';
import type { TimelineEdit } from '#renderer/timeline/index.ts';
import { recurs, refOfItem } from './pending.ts';
import type { Plan } from './plan.ts';

/** What a row can be of, so that a bar dragged to another row goes to somebody else. */
const ROW_KINDS = ['officer', 'vehicle', 'person'] as const;
type RowKind = (typeof ROW_KINDS)[number];

/** Whose row it is; null is the row of what nobody has. */
export interface Row {
  readonly what: RowKind;
  readonly id: string | null;
}

/** Id of the lane of a row. */
export function laneOfRow(what: RowKind, id: string | null): string {
  return `${what}:${id ?? ''}`;
}

/** The row behind a lane; null of lanes that are nobody's. */
export function rowOfLane(laneId: string): Row | null {
  const [kind, id] = laneId.split(':');
  const what = ROW_KINDS.find((one) => one === kind);
  return what ? { what, id: id || null } : null;
}

/** The duty as it would be with another in the place of the one whose row it left. */
export function dutyOfRow(duty: Duty, from: Row, to: Row): Duty {
  switch (to.what) {
    case 'person':
      return { ...duty, personIds: to.id === null ? [] : [to.id] };
    case 'vehicle': {
      const of = duty.vehicles.find(({ vehicleId }) => vehicleId === from.id);
      const others = duty.vehicles.filter((one) => one !== of);
      const next: VehicleUse = { fromAt: null, toAt: null, ...of, id: NEW, vehicleId: to.id ?? '' };
      return { ...duty, vehicles: to.id === null ? others : [...others, next] };
    }
    case 'officer': {
      const of = duty.crew.find(({ officerId }) => officerId === from.id && from.id !== null);
      const others = duty.crew.filter((one) => one !== of);
      const plain = { post: null, fromAt: null, toAt: null };
      const next: CrewMember = { ...plain, ...of, id: NEW, officerId: to.id, onPostAt: null, relievedAt: null };
      return { ...duty, crew: to.id === null ? others : [...others, next] };
    }
  }
}

/** Stands for the row that the store will give the one who takes over. */
const NEW = 'reassigned';

/** Why a duty cannot go, or should not go, to a row; the first two are refused, the others warned of. */
export type Hindrance = 'already' | 'excluded' | 'inactive' | 'out';

export function hindranceOf(plan: Plan, duty: Duty, { what, id }: Row): Hindrance | null {
  if (id === null) return null;
  const toAt = duty.toAt ?? Number.POSITIVE_INFINITY;
  const overlaps = (from: number | null, until: number | null) =>
    (from ?? Number.NEGATIVE_INFINITY) < toAt && (until ?? Number.POSITIVE_INFINITY) > duty.fromAt;
  if (what === 'person') return duty.personIds.includes(id) ? 'already' : null;
  if (what === 'vehicle') {
    if (duty.vehicles.some(({ vehicleId }) => vehicleId === id)) return 'already';
    const vehicle = plan.view.vehicles.find((one) => one.id === id);
    const isOut = vehicle && (vehicle.outFromAt !== null || vehicle.outUntilAt !== null);
    return isOut && overlaps(vehicle.outFromAt, vehicle.outUntilAt) ? 'out' : null;
  }
  if (duty.crew.some(({ officerId }) => officerId === id)) return 'already';
  const officer = plan.view.officers.find((one) => one.id === id);
  if (!officer) return null;
  const isExcluded = officer.excluded.some(
    ({ caseId, fromAt, untilAt }) => (caseId === null || caseId === duty.caseId) && overlaps(fromAt, untilAt),
  );
  if (isExcluded) return 'excluded';
  const isActive = (officer.activeFromAt ?? duty.fromAt) <= duty.fromAt && (officer.activeUntilAt ?? toAt) >= toAt;
  return isActive ? null : 'inactive';
}

/** One duty that is given to another row. */
export interface Reassignment {
  readonly id: RecordId;
  readonly originalLocal: string;
  readonly what: RowKind;
  readonly assignmentId: RecordId | null;
  readonly toId: RecordId | null;
  readonly recurs: boolean;
}

/** What a drag to another row asks for; what is on that row already, or can only be refused, is left out. */
export function reassignmentsOf(
  plan: Plan,
  { items }: Extract<TimelineEdit, { type: 'exchange' }>,
): readonly Reassignment[] {
  return items.flatMap((item): Reassignment[] => {
    const ref = refOfItem(plan, item.id);
    const duty = ref && plan.duties.get(item.id.split('#')[0] ?? '');
    const from = item.original && rowOfLane(item.original.laneId);
    const to = rowOfLane(item.laneId);
    if (!duty || !from || !to || hindranceOf(plan, duty, to) === 'already') return [];
    const row =
      to.what === 'vehicle'
        ? duty.vehicles.find(({ vehicleId }) => vehicleId === from.id)
        : duty.crew.find(({ officerId }) => officerId === from.id && from.id !== null);
    return [
      {
        id: ref.id as RecordId,
        originalLocal: ref.originalLocal,
        what: to.what,
        assignmentId: to.what === 'person' || !row ? null : (row.id as RecordId),
        toId: to.id as RecordId | null,
        recurs: recurs(plan, ref),
      },
    ];
  });
}
