import { describe, expect, it } from 'vitest';
import { coverageOf } from '#model/plan/coverage.ts';
import { indexPlan } from '#model/plan/plan-index.ts';
import { expand } from '#model/plan/recurrence.ts';
import type { CoverageLayer } from '#model/plan/result.ts';
import type { CrewMember, Duty, Need, PlanWindow, Stay } from '#model/plan/types.ts';
import fc from '#tests/helpers/property.ts';
import { member, oslo } from '#tests/model/plan/plan.ts';
import { nights, OSLO } from '#tests/model/plan/series.ts';

/** Both clock changes of 2026 and 2027, each by the Saturday before it. */
const CHANGES = ['2026-03-28', '2026-10-24', '2027-03-27', '2027-10-30'];
const MINUTE = 60_000;
const PLACES = ['home', 'sister', null];

const time = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.constantFrom('00', '10', '30'))
  .map(([hour, minutes]) => `${String(hour).padStart(2, '0')}:${minutes}`);
/** Minutes from the start of the window, of about two days. */
const offset = fc.integer({ min: 0, max: 290 }).map((tens) => tens * 10);
const maybe = fc.option(offset, { freq: 2 });
const place = fc.constantFrom(...PLACES);
const count = fc.constantFrom(1, 1, 2);
const officer = fc.constantFrom('alm', 'alm', 'alm', 'nes', null);

const needShape = fc.record({
  who: fc.constantFrom('her', 'her', 'child'),
  start: time,
  end: time,
  level: fc.constantFrom('guard', 'guard', 'escort', 'patrol'),
  placeId: place,
  headcount: count,
  qualification: fc.option(count, { freq: 3 }),
});
const memberShape = fc.record({ officer, from: maybe, to: maybe, onPost: maybe, relieved: maybe });
const dutyShape = fc.record({
  from: offset,
  length: fc.option(fc.integer({ min: 1, max: 120 })),
  type: fc.constantFrom('guarding', 'guarding', 'transport', 'patrol'),
  status: fc.constantFrom('planned', 'planned', 'active', 'done', 'cancelled'),
  takenOver: fc.option(offset, { freq: 2 }),
  placeId: place,
  expected: maybe,
  limit: maybe,
  crew: fc.array(memberShape, { maxLength: 3 }),
  leg: fc.option(fc.tuple(offset, fc.integer({ min: 1, max: 12 }), maybe, maybe)),
  who: fc.constantFrom(['her'], ['her'], ['child'], ['her', 'child']),
});
const planShape = fc.record({
  change: fc.constantFrom(...CHANGES),
  now: offset,
  needs: fc.array(needShape, { minLength: 1, maxLength: 2 }),
  duties: fc.array(dutyShape, { maxLength: 6 }),
  stays: fc.array(
    fc.tuple(
      offset,
      fc.integer({ min: 1, max: 60 }),
      fc.constantFrom('home', 'sister'),
      fc.constantFrom('her', 'child'),
    ),
    { maxLength: 3 },
  ),
  heldUntil: offset,
});

function build(shape: typeof planShape extends fc.Arbitrary<infer T> ? T : never): PlanWindow {
  const fromAt = oslo(`${shape.change}T06:00`);
  const at = (minutes: number) => fromAt + minutes * MINUTE;
  const opt = (minutes: number | null) => (minutes === null ? null : at(minutes));
  const toAt = at(2_900);
  const needs = shape.needs.flatMap((each, index): Need[] => {
    const series = nights(`${shape.change}T${each.start}`, each.end, 'FREQ=DAILY;COUNT=2', { id: `n${index}` });
    return expand(series, { fromAt, toAt }).occurrences.map((occurrence) => ({
      id: `n${index}`,
      originalLocal: occurrence.originalLocal,
      fromAt: occurrence.fromAt,
      toAt: occurrence.toAt ?? 0,
      caseId: 'c',
      personId: each.who,
      level: each.level as Need['level'],
      placeId: each.placeId,
      headcount: each.headcount,
      qualifications: each.qualification === null ? [] : [{ id: 'q', count: each.qualification }],
    }));
  });
  const duties = shape.duties.map((each, index): Duty => {
    const crew = each.crew.map(
      (person, seat): CrewMember =>
        member(person.officer, {
          id: `a${index}-${seat}`,
          fromAt: opt(person.from),
          toAt: opt(person.to),
          onPostAt: opt(person.onPost),
          relievedAt: person.onPost === null ? null : opt(person.relieved),
        }),
    );
    const legs = each.leg && {
      id: `l${index}`,
      fromPlaceId: 'home',
      toPlaceId: 'sister',
      departAt: at(each.leg[0]),
      arriveAt: at(each.leg[0] + each.leg[1] * 10),
      plannedMinutes: null,
      departedAt: opt(each.leg[2]),
      arrivedAt: each.leg[2] === null ? null : opt(each.leg[3]),
    };
    return {
      id: `d${index}`,
      originalLocal: 'x',
      caseId: 'c',
      personIds: each.who,
      type: each.type as Duty['type'],
      status: each.status as Duty['status'],
      placeId: each.placeId,
      fromAt: at(each.from),
      toAt: each.length === null ? null : at(each.from + each.length * 10),
      expectedEndAt: opt(each.expected),
      outerLimitAt: opt(each.limit),
      headcount: null,
      crew,
      openPosts: [],
      qualifications: [],
      vehicles: [],
      legs: legs && each.type === 'transport' ? [legs] : [],
      decision: null,
    };
  });
  const stays = shape.stays.map(
    ([from, tens, placeId, personId], index): Stay => ({
      id: `s${index}`,
      personId,
      placeId,
      fromAt: at(from),
      toAt: at(from + tens * 10),
    }),
  );
  const held = [{ officerId: 'alm', qualificationId: 'q', untilAt: opt(shape.heldUntil) }];
  const handovers = shape.duties.flatMap(({ takenOver }, index) => {
    if (takenOver === null) return [];
    const [from, to] = [`d${index}`, 'next'].map((id) => ({ id, originalLocal: 'x' }));
    if (!from || !to) return [];
    const by = { giverId: null, receiverId: null };
    return [{ id: `h${index}`, from, to, ...by, at: at(takenOver), takenOverAt: at(takenOver) }];
  });
  const rest = {
    handovers,
    positions: [],
    avoid: [],
    appearances: [],
    restExceptions: [],
    unavailable: [],
    reviews: [],
  };
  return { fromAt, toAt, nowAt: at(shape.now), zone: OSLO, needs, duties, stays, held, ...rest };
}

/** The state of one minute, counted by asking every duty and every member about this minute alone. */
function minuteState(
  plan: PlanWindow,
  need: Need,
  t: number,
  layer: CoverageLayer,
): { state: string; present: number } {
  const { onTheWay, places } = whereIs(plan, need.personId, t);
  const reached = (d: Duty) => {
    if (!d.personIds.includes(need.personId) || !answers(d, need)) return false;
    if (d.type === 'transport' || d.placeId === null) return true;
    if (onTheWay) return false;
    return places.length > 0 ? places.includes(d.placeId) : need.placeId === null || need.placeId === d.placeId;
  };
  const firm = new Set<string>();
  const all = new Set<string>();
  for (const d of plan.duties.filter(reached)) {
    for (const m of d.crew) {
      const takenOver = plan.handovers.find(({ from }) => from.id === d.id)?.takenOverAt ?? null;
      const there =
        layer === 'planned' ? isStanding(d, m, t, plan.nowAt, takenOver) : isConfirmed(d, m, t, plan.nowAt, takenOver);
      if (!there) continue;
      const head = m.officerId ?? m.id;
      all.add(head);
      if (there === 'firm' && !isWithAnother(plan, need, d, t)) firm.add(head);
    }
  }
  const wanted = need.qualifications[0]?.count ?? 0;
  const until = plan.held[0]?.untilAt ?? Number.POSITIVE_INFINITY;
  const holders = firm.has('alm') && t < until ? 1 : 0;
  const enough = firm.size >= need.headcount && holders >= wanted;
  return { state: all.size === 0 ? 'gap' : enough ? 'covered' : 'thin', present: all.size };
}

/** Where somebody is in one minute. */
function whereIs(plan: PlanWindow, personId: string, t: number): { onTheWay: boolean; places: string[] } {
  const onTheWay = plan.duties
    .filter((d) => d.type === 'transport' && d.status !== 'cancelled' && d.personIds.includes(personId))
    .some((d) => d.legs.some((l) => l.departAt <= t && t < l.arriveAt));
  const stays = plan.stays.filter((s) => s.personId === personId && s.fromAt <= t && t < s.toAt);
  return { onTheWay, places: stays.map((s) => s.placeId) };
}

function answers(d: Duty, need: Need): boolean {
  return d.type === 'transport' || (d.type === 'guarding' && (need.level === 'guard' || d.placeId === null));
}

/** A crew that goes along is wanted in the same minute by somebody else it is for, who is known to be elsewhere. */
function isWithAnother(plan: PlanWindow, need: Need, d: Duty, t: number): boolean {
  if (d.type !== 'transport' && d.placeId !== null) return false;
  const place = (one: Need) => {
    const { onTheWay, places } = whereIs(plan, one.personId, t);
    if (onTheWay) return ['on the way'];
    return places.length > 0 ? places : one.placeId === null ? null : [one.placeId];
  };
  const mine = place(need);
  return plan.needs.some((other) => {
    if (other.personId === need.personId || !d.personIds.includes(other.personId)) return false;
    if (other.level === 'patrol' || !answers(d, other) || t < other.fromAt || t >= other.toAt) return false;
    const theirs = place(other);
    return mine !== null && theirs !== null && !mine.some((one) => theirs.includes(one));
  });
}

function isPlanned(d: Duty, m: CrewMember, t: number): 'firm' | 'late' | null {
  if (d.status === 'cancelled' || t < d.fromAt) return null;
  if (m.fromAt !== null && t < m.fromAt) return null;
  for (const end of [m.toAt, d.toAt, d.outerLimitAt]) if (end !== null && t >= end) return null;
  if (d.expectedEndAt === null || t < d.expectedEndAt) return 'firm';
  return m.relievedAt !== null && t >= m.relievedAt ? null : 'late';
}

/** As planned; but of the hours to come whoever has left is gone, and whoever has come early is there. */
function isStanding(d: Duty, m: CrewMember, t: number, now: number, takenOver: number | null): 'firm' | 'late' | null {
  if (t < now) return isPlanned(d, m, t);
  const left = m.relievedAt ?? takenOver ?? (d.status === 'done' ? now : null);
  if (left !== null && t >= left) return null;
  const start = Math.max(d.fromAt, m.fromAt ?? d.fromAt);
  if (t < start) return m.onPostAt !== null && t >= m.onPostAt ? isPlanned(d, m, start) : null;
  return isPlanned(d, m, t);
}

function isConfirmed(d: Duty, m: CrewMember, t: number, now: number, takenOver: number | null): 'firm' | 'late' | null {
  if (t >= now) return null;
  const ends = [m.toAt, d.toAt, d.outerLimitAt].filter((end) => end !== null);
  const driven = d.legs.some((l) => {
    if (l.departedAt === null || t < l.departedAt) return false;
    if (l.arrivedAt !== null) return t < l.arrivedAt;
    return [d.toAt, d.outerLimitAt].every((end) => end === null || t < end);
  });
  if (driven) return 'firm';
  if (m.onPostAt === null || t < m.onPostAt) return null;
  const said = m.relievedAt ?? takenOver;
  if (said !== null ? t >= said : d.status === 'cancelled' || ends.some((end) => t >= end)) return null;
  return d.expectedEndAt === null || t < d.expectedEndAt ? 'firm' : 'late';
}

describe('coverage by sweep', () => {
  // Would catch: any minute that the sweep gets wrong: a boundary missed, a change of clocks, a person counted twice, a
  // layer that leaks into the other, an interval that overlaps its neighbour or leaves a minute out.
  it('equals a count of every single minute, over both clock changes of 2026 and 2027', () => {
    const rank: Record<string, number> = { covered: 2, thin: 1, gap: 0 };
    fc.assert(
      fc.property(planShape, (shape) => {
        const plan = build(shape);
        const intervals = coverageOf(indexPlan(plan));
        for (const need of plan.needs) {
          const own = intervals.filter((i) => i.need.id === need.id && i.need.originalLocal === need.originalLocal);
          const isAsked = need.level !== 'patrol';
          const from = Math.max(need.fromAt, plan.fromAt);
          const to = Math.min(need.toAt, plan.toAt);
          for (const layer of ['planned', 'confirmed'] as const) {
            const list = own.filter((i) => i.layer === layer);
            let index = 0;
            const end = layer === 'planned' ? to : Math.min(to, plan.nowAt);
            let minutes = 0;
            for (let t = from; isAsked && t < end; t += MINUTE) {
              while ((list[index]?.toAt ?? Number.POSITIVE_INFINITY) <= t) index += 1;
              const found = list[index];
              const counted = minuteState(plan, need, t, layer);
              const planned = minuteState(plan, need, t, 'planned');
              const isLower = (rank[counted.state] ?? 0) < (rank[planned.state] ?? 0);
              const isFewer = counted.state === 'thin' && planned.state === 'thin' && counted.present < planned.present;
              const less = layer === 'confirmed' && (isLower || isFewer);
              const expected = { state: less ? 'unconfirmed' : counted.state, present: counted.present };
              if (found?.state !== expected.state || found.present !== expected.present || found.fromAt > t) {
                expect({ layer, t, ...found }).toMatchObject(expected);
                throw new Error(`minute ${t} lies in no interval`);
              }
              minutes += 1;
            }
            expect(list.reduce((sum, i) => sum + (i.toAt - i.fromAt) / MINUTE, 0)).toBe(minutes);
          }
        }
      }),
      { numRuns: 400 },
    );
  });
});
