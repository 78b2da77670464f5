/**
 * What puts her in danger now, apart from any deadline: where he is, whether she knows, whether anybody is there, whether
 * the alarm works, whether the order holds against him. Each is a fact and since when; none says what will happen.
 */
import type { Held } from '../held.ts';
import type { RecordId } from '../ids.ts';
import { HELD_STATES } from '../kinds/whereabouts.ts';

export const DANGERS = ['presence_missing', 'whereabouts', 'not_notified', 'alarm', 'order_not_served'] as const;
export type DangerId = (typeof DANGERS)[number];

/** Where a threat actor of a case is; `null` is not recorded, which counts as at large. */
export interface WhereaboutsFact {
  readonly caseId: RecordId;
  readonly personId: RecordId;
  readonly recordId: RecordId | null;
  readonly state: string | null;
  readonly sinceAt: number | null;
  /** An arrest or a remand after it that has not ended: the line of where he is does not say that he is held. */
  readonly unsaid: Held | null;
  /** The newest breach, threat or incident of the case. */
  readonly lastEventAt: number | null;
  readonly lastEventId: RecordId | null;
}

/** A notice to her that she has not confirmed. */
export interface NoticeFact {
  readonly caseId: RecordId;
  readonly recordId: RecordId;
  readonly openedAt: number;
  readonly confirmedAt: number | null;
}

/** An alarm that is out with her. */
export interface AlarmStateFact {
  readonly caseId: RecordId;
  readonly recordId: RecordId;
  readonly status: string | null;
  readonly handedOutAt: number | null;
  readonly testedAt: number | null;
  readonly returnedAt: number | null;
  /** Until when she was granted it. */
  readonly grantedUntilAt: number | null;
  /** Its newest activation that ended as a technical fault. */
  readonly faultAt: number | null;
  /** Which one it is; null where who looks is not of the case. */
  readonly unit: string | null;
}

/** An order that is decided. */
export interface UnservedFact {
  readonly caseId: RecordId;
  readonly recordId: RecordId;
  readonly decidedAt: number | null;
  readonly servedAt: number | null;
  readonly liftedAt: number | null;
  readonly toAt: number | null;
  readonly refused: boolean;
}

/** A need that nobody is planned to meet, or a post that nobody has taken: the plan says one thing, the door another. */
export interface GapFact {
  readonly caseId: RecordId;
  /** The need, or the measure whose post is empty. */
  readonly recordId: RecordId;
  readonly fromAt: number;
  readonly toAt: number;
  readonly state: 'post_not_taken' | null;
}

export interface DangerFacts {
  readonly whereabouts: readonly WhereaboutsFact[];
  readonly notices: readonly NoticeFact[];
  readonly alarms: readonly AlarmStateFact[];
  readonly orders: readonly UnservedFact[];
  readonly gaps: readonly GapFact[];
}

/** One danger of one cause. */
export interface Danger {
  readonly id: DangerId;
  readonly caseId: RecordId;
  readonly recordIds: readonly RecordId[];
  /** ms UTC. */
  readonly sinceAt: number;
  /** Which of several: a whereabouts, or what is wrong with the alarm; a word key of the interface. */
  readonly state: string | null;
  /** Which of several alarms of a case. */
  readonly unit?: string;
}

const DAY_MS = 24 * 60 * 60 * 1_000;
/**
 * At large is the rule, not the exception: it is a danger of this day while something has happened within these days, or
 * for as many days after he came out. Otherwise every case would stand here and none be seen.
 */
const RECENT_EVENT_DAYS = 14;
const CAME_OUT_DAYS = 7;
/** Whoever is neither held nor watched counts as at large. */
const isWatched = (state: string) => HELD_STATES.has(state) || state === 'electronic_control';

/** The dangers of `now`, ms UTC. */
export function dangersOf(facts: DangerFacts, now: number): Danger[] {
  return [
    ...facts.gaps.flatMap((gap): Danger[] =>
      gap.fromAt <= now && gap.toAt > now
        ? [
            {
              id: 'presence_missing',
              caseId: gap.caseId,
              recordIds: [gap.recordId],
              sinceAt: gap.fromAt,
              state: gap.state,
            },
          ]
        : [],
    ),
    ...facts.whereabouts.flatMap((fact) => whereabouts(fact, now) ?? []),
    ...facts.notices.flatMap((notice): Danger[] =>
      notice.openedAt <= now && (notice.confirmedAt === null || notice.confirmedAt > now)
        ? [
            {
              id: 'not_notified',
              caseId: notice.caseId,
              recordIds: [notice.recordId],
              sinceAt: notice.openedAt,
              state: null,
            },
          ]
        : [],
    ),
    ...facts.alarms.flatMap((fact) => alarm(fact, now) ?? []),
    ...facts.orders.flatMap((fact) => unserved(fact, now) ?? []),
  ];
}

function whereabouts(fact: WhereaboutsFact, now: number): Danger | null {
  const { unsaid } = fact;
  if (unsaid !== null) {
    const recordIds = [unsaid.recordId, fact.recordId, fact.personId].filter((id) => id !== null);
    return { id: 'whereabouts', caseId: fact.caseId, recordIds, sinceAt: unsaid.fromAt, state: 'held_unsaid' };
  }
  if (fact.state !== null && isWatched(fact.state)) return null;
  const eventRecent =
    fact.lastEventAt !== null && fact.lastEventAt <= now && now - fact.lastEventAt <= RECENT_EVENT_DAYS * DAY_MS;
  const cameOut = fact.sinceAt !== null && fact.sinceAt <= now && now - fact.sinceAt <= CAME_OUT_DAYS * DAY_MS;
  if (fact.state !== 'wanted' && !eventRecent && !cameOut) return null;
  const recordIds = [fact.recordId, fact.personId, eventRecent ? fact.lastEventId : null].filter((id) => id !== null);
  return {
    id: 'whereabouts',
    caseId: fact.caseId,
    recordIds,
    sinceAt: fact.sinceAt ?? fact.lastEventAt ?? now,
    state: fact.state ?? 'not_recorded',
  };
}

/**
 * An alarm is not active before it was tested at handover; a lost one and one that failed since its test are none, and
 * one whose grant is over may be taken from her any day.
 */
function alarm(fact: AlarmStateFact, now: number): Danger | null {
  const { caseId, recordId, status, handedOutAt, testedAt, returnedAt, grantedUntilAt, faultAt, unit } = fact;
  if (returnedAt !== null && returnedAt <= now) return null;
  if (status === 'returned' || status === 'swapped') return null;
  const danger = (state: string, sinceAt: number): Danger => ({
    id: 'alarm',
    caseId,
    recordIds: [recordId],
    sinceAt,
    state,
    ...(unit !== null && { unit }),
  });
  if (status === 'lost') return danger('lost', faultAt ?? handedOutAt ?? now);
  if (handedOutAt === null || handedOutAt > now) return null;
  if (testedAt === null || testedAt > now) return danger('untested', handedOutAt);
  if (faultAt !== null && faultAt <= now && faultAt > testedAt) return danger('fault', faultAt);
  return grantedUntilAt !== null && grantedUntilAt <= now ? danger('grant_ended', grantedUntilAt) : null;
}

/** Decided and not served: not in force against him. */
function unserved(fact: UnservedFact, now: number): Danger | null {
  const { caseId, recordId, decidedAt, servedAt, liftedAt, toAt, refused } = fact;
  if (refused || decidedAt === null || decidedAt > now) return null;
  if ((servedAt !== null && servedAt <= now) || (liftedAt !== null && liftedAt <= now)) return null;
  if (toAt !== null && toAt <= now) return null;
  return { id: 'order_not_served', caseId, recordIds: [recordId], sinceAt: decidedAt, state: null };
}
