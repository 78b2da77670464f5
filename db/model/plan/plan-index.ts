/** A window of the plan made ready for questions: built once, and changed by one duty at each move of a drag. */
import { confirmedPieces, type Piece, standingPieces } from './presence.ts';
import { keyOf } from './result.ts';
import type { CrewMember, Duty, Need, OccurrenceRef, PlanWindow } from './types.ts';
import { type WhereSegment, whereSegments } from './where.ts';

/** One person's presence through one duty. */
interface MemberPieces {
  /** Same for the same person: an officer's id, or the assignment's where only the post is known. */
  readonly head: string;
  readonly officerId: string | null;
  readonly planned: readonly Piece[];
  readonly confirmed: readonly Piece[];
}

export interface PlanIndex {
  readonly plan: PlanWindow;
  /** Duties by the person they protect. */
  readonly byPerson: ReadonlyMap<string, readonly Duty[]>;
  /** Needs by the person they are for. */
  readonly needsOf: ReadonlyMap<string, readonly Need[]>;
  /** Officer and qualification to the instant it runs out, infinite where it does not. */
  readonly held: ReadonlyMap<string, number>;
  readonly takenOver: ReadonlyMap<string, number>;
  readonly pieces: WeakMap<Duty, readonly MemberPieces[]>;
  readonly where: Map<string, readonly WhereSegment[]>;
}

export function indexPlan(plan: PlanWindow): PlanIndex {
  const held = new Map<string, number>();
  for (const { officerId, qualificationId, untilAt } of plan.held) {
    const key = heldKey(officerId, qualificationId);
    held.set(key, Math.max(held.get(key) ?? Number.NEGATIVE_INFINITY, untilAt ?? Number.POSITIVE_INFINITY));
  }
  const takenOver = takenOverOf(plan.handovers);
  const needsOf = Map.groupBy(plan.needs, ({ personId }) => personId);
  return { plan, byPerson: byPerson(plan.duties), needsOf, held, takenOver, pieces: new WeakMap(), where: new Map() };
}

/** When others said "overtatt" of a duty, by its key; ms UTC. */
export function takenOverOf(handovers: PlanWindow['handovers']): Map<string, number> {
  return new Map(
    handovers.flatMap(({ from, takenOverAt }) => (takenOverAt === null ? [] : [[keyOf(from), takenOverAt] as const])),
  );
}

/** The same plan with some duties in the place of others; of either there may be none. What did not change is kept. */
export function withDuties(index: PlanIndex, old: readonly OccurrenceRef[], next: readonly Duty[]): PlanIndex {
  const oldKeys = new Set(old.map(keyOf));
  const replaced = index.plan.duties.filter((duty) => oldKeys.has(keyOf(duty)));
  const duties = [...index.plan.duties.filter((duty) => !oldKeys.has(keyOf(duty))), ...next];
  const where = new Map(index.where);
  // Only a transport says where she is.
  for (const duty of [...replaced, ...next]) {
    if (duty.type === 'transport') for (const personId of duty.personIds) where.delete(personId);
  }
  return { ...index, plan: { ...index.plan, duties }, byPerson: byPerson(duties), where };
}

/** Presence of a duty's crew, reckoned once. */
export function piecesOf(index: PlanIndex, duty: Duty): readonly MemberPieces[] {
  let pieces = index.pieces.get(duty);
  if (!pieces) {
    pieces = duty.crew.map((member) => memberPieces(index, duty, member));
    index.pieces.set(duty, pieces);
  }
  return pieces;
}

/** Where the person of a need is planned to be. */
export function segmentsOf(index: PlanIndex, need: Need): readonly WhereSegment[] {
  let segments = index.where.get(need.personId);
  if (!segments) {
    segments = whereSegments(need.personId, index.plan.stays, index.byPerson.get(need.personId) ?? []);
    index.where.set(need.personId, segments);
  }
  return segments;
}

/** Instant until which an officer holds a qualification, infinite where it does not run out; null is not held. */
export function heldUntil(index: PlanIndex, officerId: string | null, qualificationId: string): number | null {
  return officerId === null ? null : (index.held.get(heldKey(officerId, qualificationId)) ?? null);
}

function memberPieces(index: PlanIndex, duty: Duty, member: CrewMember): MemberPieces {
  const takenOverAt = index.takenOver.get(keyOf(duty)) ?? null;
  const { nowAt } = index.plan;
  return {
    head: member.officerId ?? member.id,
    officerId: member.officerId,
    planned: standingPieces(duty, member, { nowAt, takenOverAt }),
    confirmed: confirmedPieces(duty, member, takenOverAt, nowAt),
  };
}

function heldKey(officerId: string, qualificationId: string): string {
  return `${officerId} ${qualificationId}`;
}

function byPerson(duties: readonly Duty[]): Map<string, Duty[]> {
  const map = new Map<string, Duty[]>();
  for (const duty of duties) {
    for (const personId of duty.personIds) {
      const list = map.get(personId);
      if (list) list.push(duty);
      else map.set(personId, [duty]);
    }
  }
  return map;
}
