/** When a member of a crew is there: as planned, and as someone confirmed. */
import { toMinute } from './intervals.ts';
import type { CrewMember, Duty, Period } from './types.ts';

const FOREVER = Number.POSITIVE_INFINITY;

/** Presence of one person; `overrun` lies after the expected end, where it counts only as thin. */
export interface Piece extends Period {
  readonly overrun: boolean;
}

/** True if what was planned is not going to be there: called off, or could not be done. */
export function isOff(duty: Duty): boolean {
  return duty.status === 'cancelled' || duty.status === 'not_possible';
}

/** Latest planned end of a duty: its end or its outer limit, whichever comes first; infinite where both are open. */
export function plannedEnd(duty: Duty): number {
  return Math.min(duty.toAt ?? FOREVER, duty.outerLimitAt ?? FOREVER);
}

/** Minutes in which a member is planned to be there. A duty with no end and no outer limit gives an infinite end. */
export function plannedPieces(duty: Duty, member: CrewMember): Piece[] {
  if (isOff(duty)) return [];
  const fromAt = toMinute(Math.max(member.fromAt ?? duty.fromAt, duty.fromAt));
  const end = Math.min(member.toAt ?? FOREVER, plannedEnd(duty));
  // Relief ends what runs over; it does not shorten what was planned.
  const relieved = member.relievedAt === null ? FOREVER : toMinute(member.relievedAt);
  const expected = duty.expectedEndAt ?? FOREVER;
  return cut(fromAt, end <= expected ? end : Math.min(end, Math.max(relieved, expected)), expected);
}

/** What was said about the ends of a duty, and when one asks. */
export interface Told {
  readonly nowAt: number;
  /** When the receiver of a relief from this duty said "overtatt"; null is not said. */
  readonly takenOverAt: number | null;
}

/**
 * The same with what is known now: whoever was relieved, or whose duty was taken over or is done, is not there in the
 * hours to come, and whoever has come early stays until their own time. What is past stays as it was planned.
 */
export function standingPieces(duty: Duty, member: CrewMember, told: Told): Piece[] {
  const pieces = plannedPieces(duty, member);
  if (isOff(duty)) return pieces;
  const now = toMinute(told.nowAt);
  const until = Math.max(now, leftAt(duty, member, told) ?? FOREVER);
  const standing = pieces.flatMap((piece) =>
    piece.fromAt < until ? [{ ...piece, toAt: Math.min(piece.toAt, until) }] : [],
  );
  const [first] = pieces;
  const cameAt = member.onPostAt === null || !first ? FOREVER : Math.max(now, toMinute(member.onPostAt));
  if (!first || cameAt >= Math.min(first.fromAt, until)) return standing;
  return [{ fromAt: cameAt, toAt: Math.min(first.fromAt, until), overrun: first.overrun }, ...standing];
}

/** When a member had left the post for good, as somebody said; null is not said. Ms UTC, on a whole minute. */
export function leftAt(duty: Duty, member: CrewMember, { nowAt, takenOverAt }: Told): number | null {
  const said = member.relievedAt ?? takenOverAt ?? (duty.status === 'done' ? nowAt : null);
  return said === null ? null : toMinute(said);
}

/**
 * Minutes before now in which a member was there as someone said: from "på post" to "avløst av", to the other's
 * "overtatt", or, where neither was said, to the planned end and no further; and each leg from departed to arrived.
 * @param takenOverAt when the receiver of a handover from this duty said "overtatt"; null is not said
 */
export function confirmedPieces(duty: Duty, member: CrewMember, takenOverAt: number | null, nowAt: number): Piece[] {
  const now = toMinute(nowAt);
  const expected = duty.expectedEndAt ?? FOREVER;
  const pieces: Piece[] = [];
  if (member.onPostAt !== null) {
    const said = member.relievedAt ?? takenOverAt;
    // A duty that was called off says nothing about how long those who had come stayed.
    const silent = isOff(duty) ? member.onPostAt : Math.min(member.toAt ?? FOREVER, plannedEnd(duty));
    pieces.push(...cut(toMinute(member.onPostAt), Math.min(now, said === null ? silent : toMinute(said)), expected));
  }
  for (const leg of duty.legs) {
    if (leg.departedAt === null) continue;
    const until = leg.arrivedAt === null ? plannedEnd(duty) : toMinute(leg.arrivedAt);
    pieces.push(...cut(toMinute(leg.departedAt), Math.min(now, until), FOREVER));
  }
  return pieces;
}

function cut(fromAt: number, toAt: number, expected: number): Piece[] {
  const pieces: Piece[] = [];
  const firm = Math.min(toAt, expected);
  if (fromAt < firm) pieces.push({ fromAt, toAt: firm, overrun: false });
  const late = Math.max(fromAt, expected);
  if (late < toAt) pieces.push({ fromAt: late, toAt, overrun: true });
  return pieces;
}
