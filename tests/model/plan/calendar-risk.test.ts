import { describe, expect, it } from 'vitest';
import { type Asked, missingOf } from '#model/plan/calendar-risk.ts';
import { need, oslo } from '#tests/model/plan/plan.ts';

const release: Asked = {
  personIds: ['her'],
  fromAt: oslo('2026-03-11T11:00'),
  toAt: oslo('2026-03-12T12:00'),
  level: 'guard',
  headcount: 2,
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
    expect(missingOf(release, needs, WEEK)).toEqual(
      missing.map(([from, to]) => ({ fromAt: clock(from), toAt: clock(to) })),
    );
  });

  // Would catch: a need of hers taken for the child's, or the hours of two persons counted twice.
  it('asks for each person, and tells the hours of them together', () => {
    const needs = [
      need('2026-03-11T00:00', '2026-03-13T00:00', { headcount: 2 }),
      need('2026-03-11T00:00', '2026-03-11T20:00', { headcount: 2, personId: 'child' }),
    ];
    const both = { ...release, personIds: ['her', 'child', 'sister'] };
    expect(missingOf({ ...both, personIds: ['her', 'child'] }, needs, WEEK)).toEqual([
      { fromAt: clock('2026-03-11T20:00'), toAt: clock('2026-03-12T12:00') },
    ]);
    expect(missingOf(both, needs, WEEK)).toEqual([{ fromAt: release.fromAt, toAt: release.toAt }]);
  });

  // Would catch: hours said to be missing only because the needs beyond the window were not read.
  it('misses nothing beyond the window', () => {
    const window = { fromAt: WEEK.fromAt, toAt: clock('2026-03-12T00:00') };
    const needs = [need('2026-03-11T00:00', '2026-03-12T00:00', { headcount: 2 })];
    expect(missingOf(release, needs, window)).toEqual([]);
  });
});
