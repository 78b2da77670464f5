import { describe, expect, it } from 'vitest';
import { conflictsOf } from '#model/plan/conflicts.ts';
import { coverageOf } from '#model/plan/coverage.ts';
import { indexPlan } from '#model/plan/plan-index.ts';
import { keyOf } from '#model/plan/result.ts';
import type { Duty, PlanWindow } from '#model/plan/types.ts';
import { startVerdict } from '#model/plan/verdict.ts';
import { waysToClose } from '#model/plan/ways.ts';
import fc from '#tests/helpers/property.ts';
import { duty, member, need, oslo, plan } from '#tests/model/plan/plan.ts';

const MINUTE = 60_000;
const WEEK = ['2026-03-29T00:00', '2026-04-05T00:00'] as const;
const a = duty('a', '2026-03-29T21:00', '2026-03-30T02:00', ['myr', 'nes']);
const n1 = duty('n1', '2026-03-30T14:30', '2026-03-30T20:00', ['nes']);
const sleep = need('2026-03-29T21:00', '2026-03-30T07:00');
const window = plan(...WEEK, { needs: [sleep], duties: [a, n1] });

describe('the verdict on a drag', () => {
  // Would catch: a verdict that only looks at the duty itself: the gap it closes or the rest it breaks not told.
  it('tells what a longer night covers, breaks and leaves free', () => {
    const judge = startVerdict(indexPlan(window), [a]);
    const verdict = judge([{ ...a, toAt: oslo('2026-03-30T07:00') }]);
    expect(verdict.needs).toMatchObject([{ need: { id: 'n1' }, gapBefore: 300, gapAfter: 0 }]);
    expect(verdict.broken).toMatchObject([{ type: 'daily_rest', subjectId: 'nes', figure: 450, limit: 660 }]);
    expect(verdict.mended).toEqual([]);
    expect(verdict.free.officerIds).toEqual(['myr', 'nes']);
  });

  it('tells what falls away with it, handovers included', () => {
    const handover = { id: 'h', from: a, to: n1, giverId: null, receiverId: null, at: 0, takenOverAt: null };
    const verdict = startVerdict(indexPlan({ ...window, handovers: [handover] }), [a])([]);
    expect(verdict.needs).toMatchObject([{ gapBefore: 300, gapAfter: 600 }]);
    expect(verdict.handovers).toHaveLength(1);
  });

  // Would catch: a conflict that goes and comes again because two duties at one time are told in another order.
  it('knows a rest again by its key, in whatever order duties of one time are told', () => {
    const times = ['2026-04-02T04:00', '2026-04-02T20:00'] as const;
    const duties = [duty('d0', ...times, ['nes']), duty('d1', ...times, ['nes'])];
    const late = duty('d2', '2026-04-02T23:00', '2026-04-03T05:00', ['nes']);
    const keysOf = (all: Duty[]) =>
      conflictsOf(plan(...WEEK, { duties: all }))
        .map(({ key }) => key)
        .filter((key) => key.startsWith('daily_rest'));
    expect(keysOf([...duties, late])).toHaveLength(1);
    expect(keysOf([late, ...duties.toReversed()])).toEqual(keysOf([...duties, late]));
  });

  // Would catch: an answer at a move that is not the difference of the two whole plans: something cached too long, a need
  // or an officer that the narrowed question leaves out.
  it('equals the difference of two whole plans, at each move, also of several duties as one', () => {
    const hours = fc.integer({ min: 0, max: 100 });
    const shape = fc.tuple(hours, fc.integer({ min: 1, max: 16 }), fc.subarray(['alm', 'nes', 'dal']), fc.boolean());
    const make = ([from, length, crew, isAway]: [number, number, string[], boolean], index: number): Duty => ({
      ...duty(`d${index}`, WEEK[0], null, []),
      placeId: isAway ? 'school' : 'home',
      fromAt: oslo(WEEK[0]) + from * 60 * MINUTE,
      toAt: oslo(WEEK[0]) + (from + length) * 60 * MINUTE,
      crew: crew.map((officer) => member(officer)),
    });
    const nights = [
      ['2026-03-29T21:00', '2026-03-30T07:00'],
      ['2026-03-30T21:00', '2026-03-31T07:00'],
    ] as const;
    const needs = nights.map(([from, to], index) => need(from, to, { headcount: index + 1 }));
    const total = (plan: PlanWindow, state: string) => {
      const sums = new Map<string, number>();
      for (const each of coverageOf(indexPlan(plan))) {
        if (each.layer !== 'planned' || each.state !== state) continue;
        const key = keyOf(each.need);
        sums.set(key, (sums.get(key) ?? 0) + (each.toAt - each.fromAt) / MINUTE);
      }
      return sums;
    };
    fc.assert(
      fc.property(
        fc.array(shape, { minLength: 1, maxLength: 6 }),
        fc.array(shape, { minLength: 1, maxLength: 4 }),
        fc.nat({ max: 3 }),
        (all, moves, held) => {
          const duties = all.map(make);
          const before = plan(...WEEK, { needs, duties });
          const judge = startVerdict(indexPlan(before), duties.slice(0, held));
          for (const count of moves.keys()) {
            // Some take the place of what is held, those beyond it are copies of their own.
            const next = moves.slice(0, count + 1).map((move, index) => make(move, index < held ? index : index + 50));
            const after = { ...before, duties: [...next, ...duties.slice(held)] };
            const verdict = judge(next);
            for (const asked of before.needs) {
              const told = verdict.needs.find((each) => keyOf(each.need) === keyOf(asked));
              const gaps = [before, after].map((each) => total(each, 'gap').get(keyOf(asked)) ?? 0);
              const thins = [before, after].map((each) => total(each, 'thin').get(keyOf(asked)) ?? 0);
              const isSame = gaps[0] === gaps[1] && thins[0] === thins[1];
              expect(told ? [told.gapBefore, told.gapAfter, told.thinBefore, told.thinAfter] : null).toEqual(
                isSame ? null : [...gaps, ...thins],
              );
            }
            const was = conflictsOf(before).map(({ key }) => key);
            const would = conflictsOf(after).map(({ key }) => key);
            expect(verdict.mended.map(({ key }) => key).sort()).toEqual(
              was.filter((key) => !would.includes(key)).sort(),
            );
            const fresh = verdict.broken.map(({ key }) => key).filter((key) => !was.includes(key));
            expect(fresh.sort()).toEqual(would.filter((key) => !was.includes(key)).sort());
          }
        },
      ),
      { numRuns: 100 },
    );
  });
});

describe('other ways to close a gap', () => {
  // Would catch: someone offered who is at work then, or the one without rest offered first.
  it('offers the neighbour to lengthen and who is free, the rested first', () => {
    const gap = { fromAt: oslo('2026-03-30T02:00'), toAt: oslo('2026-03-30T07:00') };
    const duties = [a, n1, duty('m', '2026-03-30T01:00', '2026-03-30T05:00', ['moe'], { personIds: ['other'] })];
    const ways = waysToClose(indexPlan({ ...window, duties }), sleep, gap, ['nes', 'dal', 'moe', 'myr']);
    expect(ways.lengthen).toEqual([{ id: 'a', originalLocal: '2026-03-29T21:00' }]);
    expect(ways.startEarlier).toEqual([]);
    expect(ways.free.map(({ officerId, hasRest }) => [officerId, hasRest])).toEqual([
      ['dal', true],
      ['nes', false],
      ['myr', false],
    ]);
    // One that stands at another place closes nothing by lasting longer.
    const away = indexPlan({ ...window, duties: [{ ...a, placeId: 'school' }] });
    expect(waysToClose(away, sleep, gap, []).lengthen).toEqual([]);
  });
});
