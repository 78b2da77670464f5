/** Other ways to close a gap: a neighbour that could be lengthened, and who is free with enough rest. */
import { isPresenceNeed } from './coverage.ts';
import { heldUntil, type PlanIndex, segmentsOf } from './plan-index.ts';
import { isOff, plannedEnd } from './presence.ts';
import { type RestAround, restAround } from './rest-around.ts';
import { REST_RULES } from './rest-rules.ts';
import type { Duty, Need, OccurrenceRef, Period } from './types.ts';
import { isWhereSheIs, whereAt } from './where.ts';
import { officerStints } from './work.ts';

/** Someone who could stand in the gap. */
interface FreeOfficer extends RestAround {
  readonly officerId: string;
  /** Rest on both sides is at least the main rule's. */
  readonly hasRest: boolean;
  /** Holds all qualifications the need asks for through the gap. */
  readonly isQualified: boolean;
}

interface WaysToClose {
  /** Duties that end where the gap begins, and could last until its end. */
  readonly lengthen: readonly OccurrenceRef[];
  /** Duties that begin where it ends, and could begin at its start. */
  readonly startEarlier: readonly OccurrenceRef[];
  /** Who is not at work then: the rested and qualified first, then by rest. */
  readonly free: readonly FreeOfficer[];
}

/** What could close `gap` in the coverage of `need`; `officerIds` are those who may be asked. */
export function waysToClose(index: PlanIndex, need: Need, gap: Period, officerIds: readonly string[]): WaysToClose {
  // Only what stands where she is then would close anything by lasting longer.
  const where = whereAt(segmentsOf(index, need), gap.fromAt);
  const reaches = (duty: Duty) =>
    duty.type === 'guarding' &&
    !isOff(duty) &&
    (need.level === 'guard' || duty.placeId === null) &&
    isWhereSheIs(duty.placeId, where, need.placeId);
  const mine = isPresenceNeed(need) ? (index.byPerson.get(need.personId) ?? []).filter(reaches) : [];
  const stints = officerStints(index.plan.duties, index.plan.toAt);
  const free = officerIds
    .map((officerId): FreeOfficer => {
      const around = restAround(stints.get(officerId) ?? [], gap);
      const enough = (rest: number | null) => rest === null || rest >= REST_RULES.daily.minutes;
      const isQualified = need.qualifications.every(({ id }) => (heldUntil(index, officerId, id) ?? 0) >= gap.toAt);
      return { officerId, ...around, hasRest: enough(around.before) && enough(around.after), isQualified };
    })
    .filter(({ isBusy }) => !isBusy)
    .sort((a, b) => Number(b.isQualified) - Number(a.isQualified) || least(b) - least(a));
  return {
    lengthen: mine.filter((duty) => plannedEnd(duty) === gap.fromAt).map(refOf),
    startEarlier: mine.filter((duty) => duty.fromAt === gap.toAt).map(refOf),
    free,
  };
}

function least({ before, after }: RestAround): number {
  return Math.min(before ?? Number.MAX_SAFE_INTEGER, after ?? Number.MAX_SAFE_INTEGER);
}

function refOf({ id, originalLocal }: OccurrenceRef): OccurrenceRef {
  return { id, originalLocal };
}
