/**
 * How a need for protection is met, minute by minute and exactly: a sweep over the instants at which anything changes.
 * Only presence covers. An order, an alarm, an address block or a patrol's response time is never coverage.
 */
import { toMinute } from './intervals.ts';
import { heldUntil, type PlanIndex, piecesOf, segmentsOf } from './plan-index.ts';
import { leftAt, type Piece } from './presence.ts';
import type { CoverageInterval, CoverageLayer, CoverageReason, CoverageState } from './result.ts';
import { keyOf } from './result.ts';
import type { Duty, Need, OccurrenceRef, Period } from './types.ts';
import { isWhereSheIs, type Where, type WhereSegment, whereAt } from './where.ts';

/** True if a need asks for someone's presence; the others are told in words. */
export function isPresenceNeed(need: Need): boolean {
  return need.level === 'guard' || need.level === 'escort';
}

/**
 * Coverage of all needs of the plan in its window, need by need in their order.
 * @returns for each need the planned layer, then the confirmed one for what lies before now
 */
export function coverageOf(index: PlanIndex): CoverageInterval[] {
  return index.plan.needs.flatMap((need) => coverNeed(index, need));
}

/** Coverage of one need, within the plan's window; nothing for a need that presence does not answer. */
export function coverNeed(index: PlanIndex, need: Need): CoverageInterval[] {
  if (!isPresenceNeed(need)) return [];
  const fromAt = toMinute(Math.max(need.fromAt, index.plan.fromAt));
  const toAt = toMinute(Math.min(need.toAt, index.plan.toAt));
  if (fromAt >= toAt) return [];
  const sweep = sweepOf(index, need, { fromAt, toAt });
  const planned: CoverageInterval[] = [];
  const confirmed: CoverageInterval[] = [];
  const nowAt = toMinute(index.plan.nowAt);
  const last = sweep.edges.length - 1;
  for (let step = 0; step < last; step += 1) {
    const from = sweep.edges[step] as number;
    const to = sweep.edges[step + 1] as number;
    const plan = stateAt(sweep, 'planned', from, to);
    append(planned, plan);
    if (to > nowAt) continue;
    const fact = stateAt(sweep, 'confirmed', from, to);
    // Thin is not one thing: one of three where two were planned is less than was planned.
    const fewer = fact.state === 'thin' && plan.state === 'thin' && fact.present < plan.present;
    const less = RANK[fact.state] < RANK[plan.state] || fewer;
    append(confirmed, less ? { ...fact, state: 'unconfirmed', reasons: [] } : fact);
  }
  return [...planned, ...confirmed];
}

const RANK: Record<CoverageState, number> = { covered: 2, thin: 1, gap: 0, unconfirmed: 0 };

interface Crew {
  readonly duty: Duty;
  readonly head: string;
  readonly officerId: string | null;
  readonly pieces: Record<CoverageLayer, readonly Piece[]>;
}

interface Sweep {
  readonly index: PlanIndex;
  readonly need: Need;
  readonly edges: readonly number[];
  readonly segments: readonly WhereSegment[];
  /** Duties for her that touch the need, whatever they are. */
  readonly duties: readonly Duty[];
  readonly crew: readonly Crew[];
  /** What else those who go with her are to be for, by duty: needs of the others it is for, with where these are. */
  readonly others: ReadonlyMap<Duty, readonly Companion[]>;
}

interface Companion {
  readonly need: Need;
  readonly segments: readonly WhereSegment[];
}

function sweepOf(index: PlanIndex, need: Need, period: Period): Sweep {
  const edges = [period.fromAt, period.toAt];
  const edge = (at: number) => {
    if (at > period.fromAt && at < period.toAt) edges.push(at);
  };
  edge(toMinute(index.plan.nowAt));
  const segments = segmentsOf(index, need).filter((segment) => touches(segment, period));
  for (const segment of segments) {
    edge(toMinute(segment.fromAt));
    edge(toMinute(segment.toAt));
  }
  const duties: Duty[] = [];
  const crew: Crew[] = [];
  const others = new Map<Duty, readonly Companion[]>();
  for (const duty of index.byPerson.get(need.personId) ?? []) {
    const before = crew.length;
    for (const { head, officerId, planned, confirmed } of piecesOf(index, duty)) {
      if (!canAnswer(duty, need)) break;
      const near = [...planned, ...confirmed].filter((piece) => touches(piece, period));
      if (near.length === 0) continue;
      crew.push({ duty, head, officerId, pieces: { planned, confirmed } });
      for (const piece of near) {
        edge(piece.fromAt);
        edge(piece.toAt);
      }
      for (const { id } of need.qualifications) edge(toMinute(heldUntil(index, officerId, id) ?? 0));
    }
    if (crew.length > before && goesAlong(duty)) {
      const along = companionsOf(index, duty, need, period);
      others.set(duty, along);
      for (const one of [...along.map((each) => each.need), ...along.flatMap(({ segments: all }) => all)]) {
        edge(toMinute(one.fromAt));
        edge(toMinute(one.toAt));
      }
    }
    const own = ownPeriod(duty);
    if (crew.length === before && !touches(own, period)) continue;
    duties.push(duty);
    edge(own.fromAt);
    edge(own.toAt);
  }
  edges.sort((a, b) => a - b);
  return { index, need, edges: edges.filter((at, step) => at !== edges[step - 1]), segments, duties, crew, others };
}

/** True of a duty for several whose crew is where they are, and not at a place. */
function goesAlong({ personIds, type, placeId }: Duty): boolean {
  return personIds.length > 1 && (type === 'transport' || placeId === null);
}

function companionsOf(index: PlanIndex, duty: Duty, need: Need, period: Period): Companion[] {
  const others = duty.personIds.filter((personId) => personId !== need.personId);
  return others.flatMap((personId) =>
    (index.needsOf.get(personId) ?? [])
      .filter((other) => isPresenceNeed(other) && canAnswer(duty, other) && touches(other, period))
      .map((other) => ({ need: other, segments: segmentsOf(index, other) })),
  );
}

/** True if the crew is asked for in this minute by another than her, who is somewhere else: it cannot be with both. */
function isSplit({ need, others }: Sweep, duty: Duty, where: Where, at: number): boolean {
  return (others.get(duty) ?? []).some(
    (other) =>
      toMinute(other.need.fromAt) <= at &&
      toMinute(other.need.toAt) > at &&
      isApart(where ?? placeOf(need), whereAt(other.segments, at) ?? placeOf(other.need)),
  );
}

/** Where she is taken to be when nothing else says. */
function placeOf({ placeId }: Need): Where {
  return placeId === null ? null : { at: [placeId] };
}

/** Known to be at different places. Two on the way are taken to go together. */
function isApart(a: Where, b: Where): boolean {
  if (a === null || b === null) return false;
  if (a === 'on_the_way' || b === 'on_the_way') return a !== b;
  return !a.at.some((place) => b.at.includes(place));
}

/** Could its crew be the presence that is asked for? A guard at a fixed place is no escort. */
function canAnswer(duty: Duty, need: Need): boolean {
  if (duty.type === 'transport') return true;
  return duty.type === 'guarding' && (need.level === 'guard' || duty.placeId === null);
}

function stateAt(sweep: Sweep, layer: CoverageLayer, fromAt: number, toAt: number): CoverageInterval {
  const { need } = sweep;
  const where = whereAt(sweep.segments, fromAt);
  const firm = new Map<string, Crew>();
  const whole = new Map<string, Crew>();
  const all = new Map<string, Crew>();
  const counted: Duty[] = [];
  for (const crew of sweep.crew) {
    const pieces = crew.pieces[layer].filter((each) => each.fromAt <= fromAt && each.toAt > fromAt);
    if (pieces.length === 0 || !isThere(crew.duty, where, need)) continue;
    all.set(crew.head, crew);
    if (!isSplit(sweep, crew.duty, where, fromAt)) {
      whole.set(crew.head, crew);
      // On the post past its expected end, and driving: the leg is told as such, whatever the post says.
      if (pieces.some(({ overrun }) => !overrun)) firm.set(crew.head, crew);
    }
    if (!counted.includes(crew.duty)) counted.push(crew.duty);
  }
  const state = stateOf(sweep, firm, all, fromAt);
  const reasons =
    state === 'covered'
      ? []
      : [...personReasons(sweep, { firm, whole, all }, fromAt), ...dutyReasons(sweep, layer, counted, where, fromAt)];
  return {
    need: refOf(need),
    layer,
    fromAt,
    toAt,
    state,
    present: all.size,
    required: need.headcount,
    reasons,
    duties: counted.map(refOf),
  };
}

function stateOf(sweep: Sweep, firm: Map<string, Crew>, all: Map<string, Crew>, at: number): CoverageState {
  if (all.size === 0) return 'gap';
  return suffices(sweep, firm, at) ? 'covered' : 'thin';
}

function suffices(sweep: Sweep, heads: Map<string, Crew>, at: number): boolean {
  return heads.size >= sweep.need.headcount && lacking(sweep, heads, at).length === 0;
}

function lacking(sweep: Sweep, heads: Map<string, Crew>, at: number): string[] {
  return sweep.need.qualifications
    .filter(({ id, count }) => {
      let holders = 0;
      for (const { officerId } of heads.values()) {
        if (toMinute(heldUntil(sweep.index, officerId, id) ?? Number.NEGATIVE_INFINITY) > at) holders += 1;
      }
      return holders < count;
    })
    .map(({ id }) => id);
}

/** Those who are there for certain, those not with another at the same time, and all. */
type Heads = Readonly<Record<'firm' | 'whole' | 'all', Map<string, Crew>>>;

function personReasons(sweep: Sweep, { firm, whole, all }: Heads, at: number): CoverageReason[] {
  if (all.size === 0) return [];
  const reasons: CoverageReason[] = [];
  if (all.size < sweep.need.headcount) reasons.push(reason('too_few'));
  for (const id of lacking(sweep, all, at)) reasons.push({ code: 'qualification', duty: null, qualificationId: id });
  if (firm.size < whole.size) reasons.push(reason('after_expected_end'));
  if (whole.size < all.size) reasons.push(reason('split'));
  return reasons;
}

/** Duties that stand in these minutes and still do not count. */
function dutyReasons(sweep: Sweep, layer: CoverageLayer, counted: readonly Duty[], where: Where, at: number) {
  const reasons: CoverageReason[] = [];
  for (const duty of sweep.duties) {
    const { fromAt, toAt } = ownPeriod(duty);
    if (counted.includes(duty) || at < fromAt || at >= toAt) continue;
    if (duty.type === 'patrol') reasons.push(reason('patrol_only', duty));
    if (!canAnswer(duty, sweep.need)) continue;
    if (duty.status === 'cancelled' || duty.status === 'not_possible') reasons.push(reason(duty.status, duty));
    else if (!isThere(duty, where, sweep.need)) reasons.push(reason('elsewhere', duty));
    else if (layer === 'planned') reasons.push(reason(isLeft(sweep.index, duty, at) ? 'relieved' : 'no_crew', duty));
  }
  return reasons.length === 0 && counted.length === 0 ? [reason('nobody_planned')] : reasons;
}

/** True if somebody of the crew has left for good, and so is not there in this minute to come. */
function isLeft({ plan: { nowAt }, takenOver }: PlanIndex, duty: Duty, at: number): boolean {
  const told = { nowAt, takenOverAt: takenOver.get(keyOf(duty)) ?? null };
  return at >= toMinute(nowAt) && duty.crew.some((member) => (leftAt(duty, member, told) ?? at + 1) <= at);
}

function isThere(duty: Duty, where: Where, need: Need): boolean {
  return duty.type === 'transport' || isWhereSheIs(duty.placeId, where, need.placeId);
}

/** From its start to the last minute it may last. */
function ownPeriod(duty: Duty): Period {
  const end = Math.min(duty.toAt ?? Number.POSITIVE_INFINITY, duty.outerLimitAt ?? Number.POSITIVE_INFINITY);
  return { fromAt: toMinute(duty.fromAt), toAt: end };
}

function reason(code: CoverageReason['code'], duty: Duty | null = null): CoverageReason {
  return { code, duty: duty && refOf(duty), qualificationId: null };
}

function refOf({ id, originalLocal }: OccurrenceRef): OccurrenceRef {
  return { id, originalLocal };
}

function touches(a: Period, b: Period): boolean {
  return a.fromAt < b.toAt && a.toAt > b.fromAt;
}

/** Adds an interval, or lengthens the last one if it says the same. */
function append(list: CoverageInterval[], next: CoverageInterval): void {
  const last = list.at(-1);
  if (last && last.toAt === next.fromAt && says(last) === says(next))
    list[list.length - 1] = { ...last, toAt: next.toAt };
  else list.push(next);
}

function says({ state, present, reasons, duties }: CoverageInterval): string {
  const why = reasons.map(({ code, duty, qualificationId }) => `${code} ${duty ? keyOf(duty) : ''} ${qualificationId}`);
  return [state, present, ...why, ...duties.map(keyOf)].join('|');
}
