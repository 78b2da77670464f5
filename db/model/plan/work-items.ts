/** What someone must see to: posts not taken, ends nobody told, reliefs with a hole, hours outside the decision. */
import { toMinute, without } from './intervals.ts';
import { uncheckedMeetings } from './meetings.ts';
import { takenOverOf } from './plan-index.ts';
import { isOff, plannedEnd } from './presence.ts';
import { keyOf, type WorkItem, type WorkItemType } from './result.ts';
import { tooFew } from './staffing.ts';
import type { CrewMember, Duty, Handover, OccurrenceRef, Period, PlanWindow } from './types.ts';
import { isWhereSheIs, whereAt, whereSegments } from './where.ts';

/** Work items that touch the plan's window, in order of time. */
export function workItemsOf(plan: PlanWindow): WorkItem[] {
  const duties = plan.duties.filter((duty) => !isOff(duty));
  const taken = takenOverOf(plan.handovers);
  return [
    ...duties.flatMap((duty) => confirmations(duty, taken.has(keyOf(duty)), plan.nowAt)),
    ...duties.flatMap((duty) => outsideDecision(duty, plan)),
    ...duties.flatMap((duty) => coversNothing(duty, plan)),
    ...plan.handovers.flatMap((handover) => handoverEdge(handover, duties, plan)),
    ...duties.flatMap((duty) => openPosts(duty, plan.nowAt)),
    ...duties.flatMap((duty) => lacksPeople(duty, plan, taken.get(keyOf(duty)) ?? null)),
    ...duties.flatMap((duty) => lacksQualification(duty, plan)),
    ...uncheckedMeetings(plan),
    ...plan.reviews.flatMap((review) => reviewDue(review, plan.nowAt)),
  ]
    .filter((item) => item.fromAt < plan.toAt && item.toAt > plan.fromAt)
    .sort((a, b) => a.fromAt - b.fromAt || (a.key < b.key ? -1 : 1));
}

/** Only posts where someone must be can be missed; a patrol tells its passes. */
function confirmations(duty: Duty, isTakenOver: boolean, nowAt: number): WorkItem[] {
  if (duty.type !== 'guarding' && duty.type !== 'transport') return [];
  const isDriven = duty.legs.some(({ departedAt }) => departedAt !== null);
  return duty.crew.flatMap((member): WorkItem[] => {
    const fromAt = Math.max(member.fromAt ?? duty.fromAt, duty.fromAt);
    const toAt = Math.min(member.toAt ?? Number.POSITIVE_INFINITY, plannedEnd(duty));
    if (fromAt >= nowAt || fromAt >= toAt) return [];
    const isOver = toAt <= nowAt;
    const period = { fromAt: toMinute(fromAt), toAt: isOver ? toMinute(toAt) : toMinute(nowAt) + 60_000 };
    if (member.onPostAt === null) {
      return isDriven ? [] : [memberItem(isOver ? 'not_confirmed' : 'post_not_taken', duty, member, period)];
    }
    const isOpen = member.relievedAt === null && !isTakenOver && isOver && toAt < Number.POSITIVE_INFINITY;
    return isOpen
      ? [memberItem('end_not_confirmed', duty, member, { fromAt: toMinute(toAt), toAt: toMinute(nowAt) + 60_000 })]
      : [];
  });
}

function memberItem(type: WorkItemType, duty: Duty, member: CrewMember, period: Period): WorkItem {
  return {
    key: `${type}:${keyOf(duty)}:${member.id}`,
    type,
    ...period,
    caseIds: [duty.caseId],
    duties: [refOf(duty)],
    officerIds: member.officerId === null ? [] : [member.officerId],
    recordId: member.id,
  };
}

/** Minutes planned that the decision does not give authority for. */
function outsideDecision(duty: Duty, window: Period): WorkItem[] {
  const own = { fromAt: toMinute(duty.fromAt), toAt: Math.min(plannedEnd(duty), window.toAt) };
  const item = (type: WorkItemType, period: Period, recordId: string | null): WorkItem => ({
    key: `${type}:${keyOf(duty)}`,
    type,
    ...period,
    caseIds: [duty.caseId],
    duties: [refOf(duty)],
    officerIds: [],
    recordId,
  });
  if (own.fromAt >= own.toAt) return [];
  const { decision } = duty;
  if (!decision) return [item('no_decision', own, null)];
  const fromAt = toMinute(decision.fromAt ?? own.fromAt);
  const toAt = toMinute(decision.untilAt ?? own.toAt);
  const outside = without(own, fromAt < toAt ? [{ fromAt, toAt }] : []);
  return outside.map((period, index) => {
    const each = item('outside_decision', period, decision.id);
    return index === 0 ? each : { ...each, key: `${each.key}:${index + 1}` };
  });
}

/** Time a duty stands at a place where the one it protects is not planned to be. */
function coversNothing(duty: Duty, plan: PlanWindow): WorkItem[] {
  if (duty.type !== 'guarding' || duty.placeId === null) return [];
  const own = { fromAt: toMinute(duty.fromAt), toAt: Math.min(plannedEnd(duty), plan.toAt) };
  // With several to protect, it stands for those who are there.
  const all = duty.personIds.map((personId) => whereSegments(personId, plan.stays, plan.duties));
  const edges = [own.fromAt, own.toAt];
  for (const segment of all.flat()) edges.push(toMinute(segment.fromAt), toMinute(segment.toAt));
  const sorted = [...new Set(edges)].filter((at) => at >= own.fromAt && at <= own.toAt).sort((a, b) => a - b);
  const idle: { fromAt: number; toAt: number }[] = [];
  for (const [index, toAt] of sorted.entries()) {
    const fromAt = sorted[index - 1];
    if (fromAt === undefined) continue;
    if (all.some((segments) => isWhereSheIs(duty.placeId, whereAt(segments, fromAt), null))) continue;
    const last = idle.at(-1);
    if (last?.toAt === fromAt) last.toAt = toAt;
    else idle.push({ fromAt, toAt });
  }
  return idle.map((period) => ({
    key: `covers_nothing:${keyOf(duty)}:${period.fromAt}`,
    type: 'covers_nothing',
    ...period,
    caseIds: [duty.caseId],
    duties: [refOf(duty)],
    officerIds: [],
    recordId: null,
  }));
}

/** A relief whose two ends do not meet, whose receiving side is not there, or that the receiver has not confirmed. */
function handoverEdge(handover: Handover, duties: readonly Duty[], plan: PlanWindow): WorkItem[] {
  const { nowAt } = plan;
  const find = (ref: OccurrenceRef) => duties.find((duty) => keyOf(duty) === keyOf(ref));
  const from = find(handover.from);
  const to = find(handover.to);
  const item = (type: WorkItemType, period: Period): WorkItem => ({
    key: `${type}:${handover.id}`,
    type,
    ...period,
    caseIds: [...new Set([from?.caseId, to?.caseId].filter((id) => id !== undefined))],
    duties: [handover.from, handover.to],
    officerIds: [handover.giverId, handover.receiverId].filter((id) => id !== null),
    recordId: handover.id,
  });
  // The giver stands there still, and nobody is coming.
  if (from && !to && handover.takenOverAt === null && isGone(handover, plan)) {
    const fromAt = toMinute(handover.at);
    return [item('receiver_gone', { fromAt, toAt: Math.max(fromAt, toMinute(nowAt)) + 60_000 })];
  }
  const items: WorkItem[] = [];
  const end = from ? toMinute(plannedEnd(from)) : Number.POSITIVE_INFINITY;
  const start = to ? toMinute(to.fromAt) : Number.POSITIVE_INFINITY;
  // An end that is open waits for the receiver: it has no hole.
  if (to && end < start) items.push(item('handover_hole', { fromAt: end, toAt: start }));
  if (to && from && end > start && end < Number.POSITIVE_INFINITY) {
    items.push(item('handover_overlap', { fromAt: start, toAt: end }));
  }
  if (handover.takenOverAt === null && handover.at < nowAt) {
    items.push(item('not_taken_over', { fromAt: toMinute(handover.at), toAt: toMinute(nowAt) + 60_000 }));
  }
  return items;
}

/** True if the receiving duty is called off, or is not in the window in which it was to take over. */
function isGone({ to, at }: Handover, { duties, fromAt, toAt }: PlanWindow): boolean {
  const planned = duties.find((duty) => keyOf(duty) === keyOf(to));
  return planned ? isOff(planned) : at >= fromAt && at < toAt;
}

/** Posts to come that nobody fills. */
function openPosts(duty: Duty, nowAt: number): WorkItem[] {
  const toAt = plannedEnd(duty);
  if (toAt <= nowAt) return [];
  return duty.openPosts.map(({ id }) => ({
    key: `open_post:${keyOf(duty)}:${id}`,
    type: 'open_post',
    fromAt: toMinute(duty.fromAt),
    toAt,
    caseIds: [duty.caseId],
    duties: [refOf(duty)],
    officerIds: [],
    recordId: id,
  }));
}

/** Hours to come in which fewer are on a duty than it asks for. */
function lacksPeople(duty: Duty, plan: PlanWindow, takenOverAt: number | null): WorkItem[] {
  return tooFew(duty, { nowAt: plan.nowAt, takenOverAt }, plan.toAt).map((period, index) => ({
    key: `too_few:${keyOf(duty)}${index === 0 ? '' : `:${index + 1}`}`,
    type: 'too_few',
    ...period,
    caseIds: [duty.caseId],
    duties: [refOf(duty)],
    officerIds: [],
    recordId: null,
  }));
}

/** What a duty to come asks of its crew and too few of them hold to its end; without a crew that says nothing more. */
function lacksQualification(duty: Duty, plan: PlanWindow): WorkItem[] {
  const toAt = plannedEnd(duty);
  if (toAt <= plan.nowAt || duty.crew.length === 0) return [];
  const until = Math.min(toAt, plan.toAt);
  const heads = new Set(duty.crew.map(({ officerId }) => officerId));
  const holders = (qualificationId: string) =>
    new Set(
      plan.held
        .filter((one) => one.qualificationId === qualificationId && (one.untilAt ?? until) >= until)
        .map(({ officerId }) => officerId)
        .filter((officerId) => heads.has(officerId)),
    ).size;
  return duty.qualifications
    .filter(({ id, count }) => holders(id) < count)
    .map(({ id }) => ({
      key: `lacks_qualification:${keyOf(duty)}:${id}`,
      type: 'lacks_qualification',
      fromAt: toMinute(duty.fromAt),
      toAt,
      caseIds: [duty.caseId],
      duties: [refOf(duty)],
      officerIds: [],
      recordId: id,
    }));
}

/** The day on which a need or a measure was to be looked at has come. */
function reviewDue({ id, caseId, at }: PlanWindow['reviews'][number], nowAt: number): WorkItem[] {
  if (at > nowAt) return [];
  const duties = [{ id, originalLocal: '' }];
  const period = { fromAt: at, toAt: toMinute(nowAt) + 60_000 };
  return [
    {
      key: `review_due:${id}:${at}`,
      type: 'review_due',
      ...period,
      caseIds: [caseId],
      duties,
      officerIds: [],
      recordId: id,
    },
  ];
}

function refOf({ id, originalLocal }: OccurrenceRef): OccurrenceRef {
  return { id, originalLocal };
}
