import { describe, expect, it } from 'vitest';
import { clockOf, seen } from './samples.ts';

describe('the unit’s own rules', () => {
  // Would catch: a rule that runs from the entry in place of the report, or that nothing ends.
  it.each([
    ['jurist_decision', 'breaches', { reportedAt: '2026-03-26 14:30' }, '2026-03-27 14:30', 'soon 2026-03-27 14:30'],
    ['jurist_decision', 'breaches', { reportedAt: '2026-03-26 14:30' }, '2026-03-29 05:12', 'overdue 2026-03-27 14:30'],
    ['jurist_decision', 'breaches', { happenedAt: '2026-03-26 14:30' }, '2026-03-29 05:12', 'none'],
    [
      'jurist_decision',
      'breaches',
      { reportedAt: '2026-03-28 21:34', juristDecidedAt: '2026-03-28 22:58' },
      '2026-03-29 05:12',
      'met 2026-03-29 22:34',
    ],
    [
      'assessment_after_breach',
      'breaches',
      { reportedAt: '2026-03-28 21:34' },
      '2026-03-29 05:12',
      'running 2026-03-30 22:34',
    ],
    [
      'assessment_review',
      'assessments',
      { assessedAt: '2026-02-24 10:00' },
      '2026-03-29 05:12',
      'overdue 2026-03-26 24:00',
    ],
    ['assessment_review', 'assessments', { assessedAt: '2026-02-24 10:00', high: false }, '2026-03-29 05:12', 'none'],
    ['alarm_test', 'alarms', { handedOutAt: '2026-03-28 09:00' }, '2026-03-29 05:12', 'soon 2026-03-29 10:00'],
    [
      'alarm_test',
      'alarms',
      { handedOutAt: '2026-03-28 09:00', testedAt: '2026-03-28 09:10' },
      '2026-03-29 05:12',
      'met 2026-03-29 10:00',
    ],
    [
      'alarm_test',
      'alarms',
      { handedOutAt: '2026-03-28 09:00', returnedAt: '2026-03-28 19:00' },
      '2026-03-29 05:12',
      'not_applicable lifted',
    ],
    ['transfer_receipt', 'transfers', { offeredAt: '2026-03-28 09:00' }, '2026-03-29 05:12', 'soon 2026-03-29 10:00'],
    [
      'transfer_receipt',
      'transfers',
      { offeredAt: '2026-03-28 09:00', withdrawnAt: '2026-03-28 19:00' },
      '2026-03-29 05:12',
      'not_applicable withdrawn',
    ],
    // Taken over without a word of receiving it: then it was received.
    [
      'transfer_receipt',
      'transfers',
      { offeredAt: '2026-03-27 09:00', takenOverAt: '2026-03-28 19:00' },
      '2026-03-29 05:12',
      'met_late 2026-03-28 09:00',
    ],
    [
      'transfer_review',
      'transfers',
      { takenOverAt: '2026-03-28 19:00' },
      '2026-03-29 05:12',
      'running 2026-06-26 24:00',
    ],
    ['guard_review', 'guards', { decidedAt: '2026-03-26 14:00' }, '2026-03-29 05:12', 'soon 2026-03-29 15:00'],
    [
      'guard_review',
      'guards',
      { decidedAt: '2026-03-26 14:00', endedAt: '2026-03-27 12:00' },
      '2026-03-29 05:12',
      'not_applicable lifted',
    ],
  ] as const)('%s of %s %o', (id, kind, given, now, expected) => {
    expect(seen(clockOf(id, kind, given as never, now))).toBe(expected);
  });
});
