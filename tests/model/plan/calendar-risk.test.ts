import { describe, expect, it } from 'vitest';
import { type CalendarRisk, raisedNeeds } from '#model/plan/calendar-risk.ts';
import { need, oslo } from '#tests/model/plan/plan.ts';

const release: CalendarRisk = {
  id: 'r1',
  caseId: 'c1',
  personId: 'her',
  type: 'release',
  fromAt: oslo('2026-03-11T12:00'),
  toAt: oslo('2026-03-11T12:00'),
  level: 'guard',
  headcount: 2,
  before: 60,
  after: 24 * 60,
};
const WEEK = { fromAt: oslo('2026-03-09T00:00'), toAt: oslo('2026-03-16T00:00') };
const clock = (local: string) => oslo(local);

describe('dates that raise a need', () => {
  // Would catch: a release that nobody planned for because some need, of another level or for fewer, lies there.
  it.each([
    ['none', [], [['2026-03-11T11:00', '2026-03-12T12:00']]],
    ['one that is enough', [need('2026-03-11T00:00', '2026-03-13T00:00', { headcount: 2 })], []],
    ['one for fewer', [need('2026-03-11T00:00', '2026-03-13T00:00')], [['2026-03-11T11:00', '2026-03-12T12:00']]],
    [
      'one for another person',
      [need('2026-03-11T00:00', '2026-03-13T00:00', { headcount: 2, personId: 'child' })],
      [['2026-03-11T11:00', '2026-03-12T12:00']],
    ],
    [
      'an escort',
      [need('2026-03-11T00:00', '2026-03-13T00:00', { headcount: 2, level: 'escort' })],
      [['2026-03-11T11:00', '2026-03-12T12:00']],
    ],
    [
      'the night only',
      [need('2026-03-11T21:00', '2026-03-12T07:00', { headcount: 3 })],
      [
        ['2026-03-11T11:00', '2026-03-11T21:00'],
        ['2026-03-12T07:00', '2026-03-12T12:00'],
      ],
    ],
  ] as const)('against %s', (_, needs, missing) => {
    const [raised] = raisedNeeds([release], needs, WEEK);
    expect(raised?.missing).toEqual(missing.map(([from, to]) => ({ fromAt: clock(from), toAt: clock(to) })));
  });

  it('leaves out what lies outside the window', () => {
    expect(raisedNeeds([release], [], { fromAt: clock('2026-03-12T12:00'), toAt: WEEK.toAt })).toEqual([]);
  });

  // Would catch: hours said to be missing only because the needs beyond the window were not read.
  it('misses nothing beyond the window', () => {
    const window = { fromAt: WEEK.fromAt, toAt: clock('2026-03-12T00:00') };
    const [raised] = raisedNeeds([release], [need('2026-03-11T00:00', '2026-03-12T00:00', { headcount: 2 })], window);
    expect(raised).toMatchObject({ toAt: clock('2026-03-12T12:00'), missing: [] });
  });
});
