import { describe, expect, it } from 'vitest';
import { conflictsOf } from '#model/plan/conflicts.ts';
import { shortDailyRests, shortWeeklyRests, weeksOf } from '#model/plan/rest.ts';
import type { Duty, RestException } from '#model/plan/types.ts';
import fc from '#tests/helpers/property.ts';
import { duty, member, oslo, plan } from '#tests/model/plan/plan.ts';
import { OSLO } from '#tests/model/plan/series.ts';

const MINUTE = 60_000;
const block = (from: string, to: string) => ({ fromAt: oslo(from), toAt: oslo(to) });
const exception = (rule: string): RestException => ({
  id: 'e',
  officerId: null,
  rule,
  fromAt: oslo('2026-01-01T00:00'),
  toAt: oslo('2027-01-01T00:00'),
});

describe('daily rest (aml. § 10-8 first paragraph)', () => {
  // Would catch: 7 h 30 min that passes for enough, a meal between two halves of one day taken for its rest, the night with
  // 23 hours reckoned by the clock on the wall.
  it.each([
    [
      '7 h 30 min between two duties',
      [
        ['2026-03-29T21:00', '2026-03-30T07:00'],
        ['2026-03-30T14:30', '2026-03-30T22:00'],
      ],
      [450],
    ],
    [
      '11 h between two duties',
      [
        ['2026-03-10T08:00', '2026-03-10T18:00'],
        ['2026-03-11T05:00', '2026-03-11T12:00'],
      ],
      [],
    ],
    [
      '10 h 59 min',
      [
        ['2026-03-10T08:00', '2026-03-10T18:00'],
        ['2026-03-11T04:59', '2026-03-11T12:00'],
      ],
      [659],
    ],
    [
      'a day in two halves',
      [
        ['2026-03-10T08:00', '2026-03-10T12:00'],
        ['2026-03-10T13:00', '2026-03-10T17:00'],
      ],
      [],
    ],
    [
      'a duty of 14 h and then 11 h: 10 within the 24',
      [
        ['2026-03-10T07:00', '2026-03-10T21:00'],
        ['2026-03-11T08:00', '2026-03-11T12:00'],
      ],
      [600],
    ],
    ['a duty of 24 h', [['2026-03-10T07:00', '2026-03-11T07:00']], [0]],
    [
      'over the change of clocks: 18-05 is 10 h',
      [
        ['2026-03-28T08:00', '2026-03-28T18:00'],
        ['2026-03-29T05:00', '2026-03-29T12:00'],
      ],
      [600],
    ],
    [
      'over the change back: 18-04 is 11 h',
      [
        ['2026-10-24T08:00', '2026-10-24T18:00'],
        ['2026-10-25T04:00', '2026-10-25T12:00'],
      ],
      [],
    ],
  ] as const)('%s', (_, blocks, expected) => {
    const short = shortDailyRests(
      blocks.map(([from, to]) => block(from, to)),
      [],
    );
    expect(short.map(({ minutes }) => minutes)).toEqual(expected);
  });

  // Would catch: an exception that lifts the rule altogether, or that holds for a third short rest in a row.
  it.each([
    ['agreement', [450, 480, 600], [450]],
    ['police_duty_list', [480, 480, 480], [480]],
    ['police_duty_list', [480, 660, 480, 480], []],
    ['police_under_eight', [60], []],
    ['danger_to_life', [0], []],
  ])('under %s, rests of %j minutes: %j are too short', (rule, rests, expected) => {
    const blocks = [block('2026-03-10T08:00', '2026-03-10T16:00')];
    for (const rest of rests) {
      const fromAt = (blocks.at(-1)?.toAt ?? 0) + rest * MINUTE;
      // With no rest at all the next block is the same work going on.
      blocks.push({ fromAt, toAt: fromAt + (rest === 0 ? 24 : 8) * 60 * MINUTE });
    }
    const joined = rests[0] === 0 ? [{ fromAt: blocks[0]?.fromAt ?? 0, toAt: blocks.at(-1)?.toAt ?? 0 }] : blocks;
    expect(shortDailyRests(joined, [exception(rule)]).map(({ minutes }) => minutes)).toEqual(expected);
  });

  // Would catch: any rest the walk over blocks measures otherwise than a look at each minute does.
  it('equals a count of the minutes in each 24 hours', () => {
    const gaps = fc.array(fc.tuple(fc.integer({ min: 1, max: 26 }), fc.integer({ min: 1, max: 30 })), {
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(gaps, (pairs) => {
        let hour = 0;
        const blocks = pairs.map(([rest, work]) => {
          const fromAt = hour + rest;
          hour = fromAt + work;
          return { fromAt: fromAt * 60 * MINUTE, toAt: hour * 60 * MINUTE };
        });
        const isWork = (t: number) =>
          blocks.some((each) => each.fromAt <= t * 60 * MINUTE && t * 60 * MINUTE < each.toAt);
        const expected: number[] = [];
        for (let start = (blocks[0]?.fromAt ?? 0) / 60 / MINUTE; Number.isFinite(start); ) {
          let best = { from: start + 24, hours: 0 };
          let run = 0;
          for (let t = start; t <= start + 24; t += 1) {
            if (t < start + 24 && !isWork(t)) run += 1;
            else {
              if (run > best.hours) best = { from: t - run, hours: run };
              run = 0;
            }
          }
          if (best.hours < 11) expected.push(best.hours * 60);
          const after = best.hours > 0 ? best.from : start + 1;
          const next = blocks.map((each) => each.fromAt / 60 / MINUTE).filter((from) => from >= after);
          start = Math.min(...next);
        }
        expect(shortDailyRests(blocks, []).map(({ minutes }) => minutes)).toEqual(expected);
      }),
      { numRuns: 300 },
    );
  });
});

describe('weekly rest (aml. § 10-8 second paragraph)', () => {
  const week = block('2026-03-23T00:00', '2026-03-30T00:00');
  const days = (last: string) =>
    ['23', '24', '25', '26', '27', '28'].map((day) =>
      block(`2026-03-${day}T08:00`, `2026-03-${day}T${day === '28' ? last : '16:00'}`),
    );

  // Would catch: the week with a change of clocks reckoned as 168 hours.
  it.each([
    ['12:00', []],
    ['13:00', [2_040]],
  ])('six days, the last until %s: Sunday has 23 hours', (last, expected) => {
    expect(shortWeeklyRests(days(last), weeksOf(week, OSLO), []).map(({ minutes }) => minutes)).toEqual(expected);
  });

  it('asks nothing of a week without work, and less where an agreement holds', () => {
    expect(shortWeeklyRests([], weeksOf(week, OSLO), [])).toEqual([]);
    expect(shortWeeklyRests(days('13:00'), weeksOf(week, OSLO), [exception('agreement')])).toEqual([]);
  });
});

describe('as a conflict', () => {
  const duties = [
    duty('a', '2026-03-29T21:00', '2026-03-30T07:00', ['nes']),
    duty('b', '2026-03-30T14:30', '2026-03-30T22:00', ['nes'], { caseId: 'c2' }),
  ];
  const rests = (more: Duty[]) =>
    conflictsOf(plan('2026-03-29T00:00', '2026-04-05T00:00', { duties: more })).filter(
      ({ type }) => type === 'daily_rest',
    );

  // Would catch: a warning without its rule, or one that says "not allowed" for what is the main rule only.
  it('says figure, limit, rule set and source, and offers what would mend it', () => {
    expect(rests(duties)).toMatchObject([
      {
        key: 'daily_rest:nes:a@2026-03-29T21:00+b@2026-03-30T14:30',
        figure: 450,
        limit: 660,
        caseIds: ['c1', 'c2'],
        source: { cite: 'aml. § 10-8 første ledd', reading: true },
        fixes: [
          { type: 'start_later', at: oslo('2026-03-30T18:00') },
          { type: 'other_officer' },
          { type: 'record_exception' },
        ],
      },
    ]);
  });

  // Would catch: rest reckoned from the plan when both "på post" and "avløst" were said.
  it('reckons from what was confirmed', () => {
    const crew = [member('nes', { onPostAt: oslo('2026-03-29T21:00'), relievedAt: oslo('2026-03-30T03:00') })];
    expect(rests([{ ...(duties[0] as Duty), crew }, duties[1] as Duty])).toEqual([]);
  });
});
