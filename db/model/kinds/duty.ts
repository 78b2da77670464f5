/** Parts of a planned measure: what differs on one occurrence, who is on it, its legs and passes, its relief. */
import { choice, instant, integer, local, long, ref, required, text } from '../field.ts';
import { localLength } from '../time.ts';
import { defineKind } from './define.ts';
import { firstLine } from './fact.ts';
import { checkPlan, checkReason, planSpan } from './plan.ts';

const part = { scope: 'case', area: 'measures', lane: null, linkable: false, listed: false } as const;

/** A planned instant on its own, as a span of one minute. */
function pointSpan(atLocal: string | null, zone: string) {
  const span = planSpan({ fromLocal: atLocal, toLocal: null }, zone);
  return span && { ...span, endsAt: span.startsAt + 60_000 };
}

/**
 * One occurrence of a series that has a state of its own; the others have no row. Its key is the series and the local
 * start that the rule gives it: moving it never changes the key.
 */
export const occurrence = defineKind({
  ...part,
  kind: 'occurrence',
  table: 'occurrence',
  tone: 'guard',
  icon: 'calendar',
  fields: {
    /** The measure or the need. */
    seriesId: required(ref('*', { hidden: true })),
    originalLocal: required(local()),
    /** Null is the series' own. */
    fromLocal: local(),
    toLocal: local(),
    placeId: ref('place'),
    headcount: integer(0, 999),
    /** `excluded` belongs to the series no more; null is the series' own status. */
    status: choice(['planned', 'active', 'done', 'cancelled', 'not_possible', 'not_done', 'declined', 'excluded']),
    statusReason: text(300),
  },
  title: () => '',
  span: (v, zone) => planSpan({ fromLocal: v.fromLocal ?? v.originalLocal, toLocal: v.toLocal }, zone),
  check: (v, zone) => (v.fromLocal === null || v.toLocal === null ? null : checkPlan(v, zone)) ?? checkReason(v),
});

/** Posts of a crew, in the order in which they are offered. */
export const POSTS = ['leader', 'guard', 'advance', 'inner', 'outer', 'driver', 'relief', 'other'] as const;
export type Post = (typeof POSTS)[number];

/** A post on a measure and who or what fills it; without either it is a post to be filled. */
export const assignment = defineKind({
  ...part,
  kind: 'assignment',
  table: 'assignment',
  tone: 'guard',
  icon: 'badge',
  fields: {
    measureId: required(ref('measure')),
    /** Original local start of the occurrence; null is every occurrence, or those from the first to the last named. */
    occurrenceLocal: local(),
    firstLocal: local(),
    lastLocal: local(),
    officerId: ref('officer'),
    vehicleId: ref('vehicle'),
    post: choice(POSTS),
    /** A part of the occurrence only. */
    fromLocal: local(),
    toLocal: local(),
    status: required(choice(['planned', 'published', 'cancelled'])),
    /** Told, not planned, ms UTC: on post, relieved, and by whom. */
    onPostAt: instant(),
    relievedAt: instant(),
    relievedById: ref('officer'),
    source: text(300),
  },
  title: () => '',
  span: (v, zone) =>
    v.fromLocal === null
      ? pointSpan(v.occurrenceLocal, zone)
      : planSpan({ fromLocal: v.fromLocal, toLocal: v.toLocal }, zone),
  check: (v, zone) => (v.fromLocal === null || v.toLocal === null ? null : checkPlan(v, zone)),
});

/** One leg of a transport. Times are those of the occurrence it names, else of the first, and move with each. */
export const leg = defineKind({
  ...part,
  kind: 'leg',
  table: 'leg',
  tone: 'transport',
  icon: 'legs',
  fields: {
    measureId: required(ref('measure')),
    occurrenceLocal: local(),
    /** Order of the legs, 1 first. */
    rank: required(integer(1, 99)),
    fromPlaceId: ref('place'),
    fromText: text(200),
    toPlaceId: ref('place'),
    toText: text(200),
    departLocal: local(),
    arriveLocal: local(),
    /** The planner's own driving time, minutes; it goes before any estimate. */
    plannedMinutes: integer(1, 2_880),
    meetingPoint: text(200),
    abortPoint: text(200),
    departedAt: instant(),
    arrivedAt: instant(),
  },
  title: (v) => firstLine(v.toText ?? ''),
  span: (v, zone) => planSpan({ fromLocal: v.departLocal, toLocal: v.arriveLocal }, zone),
  check: (v, zone) =>
    v.departLocal !== null && v.arriveLocal !== null && localLength(v.departLocal, v.arriveLocal, zone) <= 0
      ? { field: 'arriveLocal', code: 'END_BEFORE_START' }
      : null,
});

/** One pass of a patrol within its window: drawn when the duty is issued, told when it was there. */
export const patrolPass = defineKind({
  ...part,
  kind: 'patrol_pass',
  table: 'patrol_pass',
  tone: 'patrol',
  icon: 'k-patrol',
  fields: {
    measureId: required(ref('measure')),
    occurrenceLocal: required(local()),
    plannedLocal: local(),
    passedAt: instant(),
    text: text(300),
  },
  title: (v) => firstLine(v.text ?? ''),
  span: (v, zone) => pointSpan(v.plannedLocal, zone),
});

/** Relief: one measure ends because another takes over. The giver stays responsible until it is taken over. */
export const handover = defineKind({
  ...part,
  kind: 'handover',
  table: 'handover',
  tone: 'guard',
  icon: 'swap',
  fields: {
    /** Relief of a post, change of shift, transfer to another district. */
    type: required(choice(['relief', 'shift', 'district'])),
    fromMeasureId: ref('measure'),
    fromOccurrenceLocal: local(),
    toMeasureId: ref('measure'),
    toOccurrenceLocal: local(),
    giverId: ref('officer'),
    receiverId: ref('officer'),
    atLocal: local(),
    /** When the receiver said «overtatt», ms UTC. */
    takenOverAt: instant(),
    text: long(2_000),
  },
  title: (v) => firstLine(v.text ?? ''),
  span: (v, zone) => pointSpan(v.atLocal, zone),
});

/** A conflict or a gap that was accepted, with the reason. It stays accepted until then, or until its key changes. */
export const conflictAcceptance = defineKind({
  ...part,
  kind: 'conflict_acceptance',
  table: 'conflict_acceptance',
  ownRoutes: 'written',
  tone: 'assess',
  icon: 'check-c',
  fields: {
    /** The key the rules give the conflict: codes and ids, no content. */
    conflictKey: required(text(400, { hidden: true, coded: true })),
    reason: required(long(2_000)),
    untilAt: instant({ isEnd: true }),
  },
  title: (v) => firstLine(v.reason),
  span: () => null,
});
