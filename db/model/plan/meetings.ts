/** Her and his coming and going at one place: they must never meet. */
import { toMinute } from './intervals.ts';
import { isOff } from './presence.ts';
import { type Conflict, keyOf, type WorkItem } from './result.ts';
import type { Appearance, OccurrenceRef, PlanWindow } from './types.ts';

const MINUTE_MS = 60_000;
/** A leg this near to an appearance of hers at the same place is the way to it or from it. */
const SAME_VISIT_MS = 12 * 60 * MINUTE_MS;

/** Minutes that must lie between her coming or going and his, at the same door. */
export const MEET_MARGIN_MINUTES = 30;

/** Times at which somebody comes to a place or goes from it. */
interface Coming {
  /** Same as long as it is the same. */
  readonly key: string;
  readonly caseId: string;
  /** null is not known. */
  readonly placeId: string | null;
  /** null is not known and is taken to be the same one. */
  readonly door: string | null;
  readonly times: readonly number[];
  readonly recordId: string;
  /** The transport it is a leg of; null is an appearance. */
  readonly duty: OccurrenceRef | null;
  /** The appearance a leg leads to or from, by its key. */
  readonly visit: string | null;
}

interface Meeting {
  readonly her: Coming;
  readonly him: Coming;
  readonly nearest: readonly [number, number];
  readonly minutes: number;
}

/** Where her coming or going, on foot or by a leg, lies too near his; a door that is not known is taken as the same. */
export function meetings(plan: PlanWindow): Conflict[] {
  return nearMisses(plan).flatMap(({ her, him, nearest, minutes }): Conflict[] => {
    if (her.placeId === null || her.placeId !== him.placeId) return [];
    const duties = her.duty ? [her.duty] : [];
    return [
      {
        key: `must_not_meet:${her.key}+${him.key}`,
        type: 'must_not_meet',
        fromAt: Math.min(...nearest),
        toAt: Math.max(...nearest) + MINUTE_MS,
        caseIds: [her.caseId],
        subjectId: her.placeId,
        duties,
        recordIds: [her.recordId, him.recordId],
        figure: minutes,
        limit: MEET_MARGIN_MINUTES,
        estimate: null,
        source: null,
        fixes: [{ type: 'other_route', duty: her.duty, at: null }],
      },
    ];
  });
}

/** Pairs that would be too near at one place, and of which a place is not known: whether they meet cannot be told. */
export function uncheckedMeetings(plan: PlanWindow): WorkItem[] {
  return nearMisses(plan).flatMap(({ her, him, nearest }): WorkItem[] => {
    if (her.placeId !== null && him.placeId !== null) return [];
    return [
      {
        key: `meeting_unchecked:${her.key}+${him.key}`,
        type: 'meeting_unchecked',
        fromAt: toMinute(Math.min(...nearest)),
        toAt: toMinute(Math.max(...nearest)) + MINUTE_MS,
        caseIds: [her.caseId],
        duties: her.placeId === null && her.duty ? [her.duty] : [],
        officerIds: [],
        recordId: her.placeId === null && !her.duty ? her.recordId : him.recordId,
      },
    ];
  });
}

/** Pairs of one case that lie within the margin, at one place and door or at places that are not known; each visit once. */
function nearMisses(plan: PlanWindow): Meeting[] {
  const hers = plan.appearances.filter(({ side }) => side === 'protected').map(comingOf);
  const found: Meeting[] = [];
  for (const him of plan.appearances.filter(({ side }) => side === 'threat_actor').map(comingOf)) {
    const near = (her: Coming): Meeting[] => {
      const mayBeOne = her.placeId === null || him.placeId === null || her.placeId === him.placeId;
      if (her.caseId !== him.caseId || !mayBeOne || !isSameDoor(her.door, him.door)) return [];
      const nearest = nearestPair(her.times, him.times);
      const minutes = Math.abs(nearest[0] - nearest[1]) / MINUTE_MS;
      return minutes < MEET_MARGIN_MINUTES ? [{ her, him, nearest, minutes }] : [];
    };
    const told = hers.flatMap(near);
    const known = new Set(told.map(({ her }) => her.key));
    // The way to an appearance that is told already says nothing new.
    const legs = legsOf(plan, hers).filter(({ visit }) => visit === null || !known.has(visit));
    found.push(...told, ...legs.flatMap(near));
  }
  return found;
}

function comingOf({ id, caseId, placeId, door, arriveAt, leaveAt }: Appearance): Coming {
  const times = leaveAt === null ? [arriveAt] : [arriveAt, leaveAt];
  return { key: id, caseId, placeId, door, times, recordId: id, duty: null, visit: null };
}

/** Where transports bring her to and fetch her from; at the door of her appearance there, where one is known. */
function legsOf({ duties }: PlanWindow, visits: readonly Coming[]): Coming[] {
  return duties.flatMap((duty) => {
    if (isOff(duty) || duty.personIds.length === 0) return [];
    const ref = { id: duty.id, originalLocal: duty.originalLocal };
    return duty.legs.flatMap((leg): Coming[] =>
      (
        [
          ['from', leg.fromPlaceId, leg.departAt],
          ['to', leg.toPlaceId, leg.arriveAt],
        ] as const
      ).map(([end, placeId, at]) => {
        const visit = visits.find(
          (one) =>
            one.caseId === duty.caseId &&
            placeId !== null &&
            one.placeId === placeId &&
            one.times.some((time) => Math.abs(time - at) <= SAME_VISIT_MS),
        );
        return {
          key: `${keyOf(duty)}:${leg.id}:${end}`,
          caseId: duty.caseId,
          placeId,
          door: visit?.door ?? null,
          times: [at],
          recordId: leg.id,
          duty: ref,
          visit: visit?.key ?? null,
        };
      }),
    );
  });
}

function isSameDoor(a: string | null, b: string | null): boolean {
  return a === null || b === null || folded(a) === folded(b);
}

/** As it is meant, however it is typed: case and spaces do not make another door. */
function folded(text: string): string {
  return text.normalize('NFC').trim().replace(/\s+/g, ' ').toLocaleLowerCase('nb');
}

function nearestPair(a: readonly number[], b: readonly number[]): [number, number] {
  let best: [number, number] = [a[0] ?? 0, b[0] ?? 0];
  for (const one of a) {
    for (const other of b) if (Math.abs(one - other) < Math.abs(best[0] - best[1])) best = [one, other];
  }
  return best;
}
