import { describe, expect, it } from 'vitest';
import { clockOf, seen } from './samples.ts';

describe('C10, remand ends with the date in the order, four weeks at most (STRPL § 185)', () => {
  const remand = { decidedAt: '2026-03-31 12:00', untilAt: '2026-04-28 14:00' };
  // Would catch: an end moved off a holiday, so that he sits without an order; the longest term not held against the date.
  it.each([
    ['a minute more than a day before', remand, '2026-04-27 13:59', 'running 2026-04-28 14:00'],
    ['a day before', remand, '2026-04-27 14:00', 'soon 2026-04-28 14:00'],
    ['a minute before', remand, '2026-04-28 13:59', 'soon 2026-04-28 14:00'],
    ['at the instant', remand, '2026-04-28 14:00', 'overdue 2026-04-28 14:00'],
    ['new order before', { ...remand, newOrderAt: '2026-04-28 13:59' }, '2026-05-01 12:00', 'met 2026-04-28 14:00'],
    [
      'new order too late',
      { ...remand, newOrderAt: '2026-04-28 14:00' },
      '2026-05-01 12:00',
      'met_late 2026-04-28 14:00',
    ],
    ['let go', { ...remand, releasedAt: '2026-04-10 09:00' }, '2026-05-01 12:00', 'met 2026-04-28 14:00'],
    [
      'ends on Good Friday: not moved',
      { decidedAt: '2026-03-20 12:00', untilAt: '2026-04-03 24:00' },
      '2026-03-25 12:00',
      'running 2026-04-03 24:00',
    ],
    [
      'no date entered: four weeks, same weekday',
      { decidedAt: '2026-03-31 12:00' },
      '2026-04-01 12:00',
      'running 2026-04-28 24:00',
    ],
    [
      'no date entered, under 18: two weeks',
      { decidedAt: '2026-03-31 12:00', under18: true },
      '2026-04-01 12:00',
      'running 2026-04-14 24:00',
    ],
    [
      'date longer than four weeks',
      { decidedAt: '2026-03-31 12:00', untilAt: '2026-05-12 24:00' },
      '2026-04-01 12:00',
      'running 2026-04-28 24:00 (2026-05-12 24:00)',
    ],
    [
      'date longer than two weeks, under 18',
      { ...remand, under18: true },
      '2026-04-01 12:00',
      'running 2026-04-14 24:00 (2026-04-28 14:00)',
    ],
    ['over a leap day', { decidedAt: '2028-02-15 12:00' }, '2028-02-16 12:00', 'running 2028-03-14 24:00'],
  ])('%s', (_, given, now, expected) => {
    expect(seen(clockOf('C10', 'remands', given, now))).toBe(expected);
  });

  // Would catch: a holiday passed over in silence where the date rests on "not moved".
  it('says what it rests on', () => {
    const readings = (untilAt: string | null) =>
      clockOf('C10', 'remands', { decidedAt: '2026-03-20 12:00', untilAt }, '2026-03-25 12:00')?.readings;
    expect(readings('2026-04-03 24:00')).toEqual(['not_moved']);
    expect(readings('2026-04-14 24:00')).toEqual([]);
    expect(readings(null)).toEqual(['longest_term']);
  });
});

describe('C11, notice to the defence the day before the hearing on extension (STRPL § 185 fifth para.)', () => {
  const wanted = { decidedAt: '2026-03-31 12:00', untilAt: '2026-04-28 14:00', extensionWanted: true };
  const hearing = { ...wanted, hearingPlannedAt: '2026-04-28 10:00' };
  // Would catch: 24 hours in place of the day before; a deadline that moves into the hearing itself; half of what is asked.
  it.each([
    [
      'no extension wanted',
      { ...hearing, extensionWanted: false },
      '2026-04-20 12:00',
      'not_applicable no_extension_wanted',
    ],
    ['a day before the hearing', hearing, '2026-04-26 23:59', 'running 2026-04-27 24:00'],
    ['a minute before', hearing, '2026-04-27 23:59', 'soon 2026-04-27 24:00'],
    ['at the end of the day before', hearing, '2026-04-27 24:00', 'overdue 2026-04-27 24:00'],
    ['no hearing set: before the last day of remand', wanted, '2026-04-20 12:00', 'running 2026-04-27 24:00'],
    [
      'remand ends with a day: that day is the last for a hearing',
      { ...wanted, untilAt: '2026-04-28 24:00' },
      '2026-04-20 12:00',
      'running 2026-04-27 24:00',
    ],
    [
      'hearing on a Monday: Friday stands second',
      { ...wanted, hearingPlannedAt: '2026-04-27 10:00' },
      '2026-04-20 12:00',
      'running 2026-04-26 24:00 (2026-04-24 24:00)',
    ],
    [
      'hearing on Tuesday after Easter: Wednesday before stands second',
      { ...wanted, hearingPlannedAt: '2026-04-07 10:00' },
      '2026-04-01 12:00',
      'running 2026-04-06 24:00 (2026-04-01 24:00)',
    ],
    [
      'hearing on 2 May 2028, a Tuesday: Friday 28 April',
      { decidedAt: '2028-04-10 12:00', extensionWanted: true, hearingPlannedAt: '2028-05-02 10:00' },
      '2028-04-20 12:00',
      'running 2028-05-01 24:00 (2028-04-28 24:00)',
    ],
    [
      'hearing on 1 March of a leap year',
      { decidedAt: '2028-02-10 12:00', extensionWanted: true, hearingPlannedAt: '2028-03-01 10:00' },
      '2028-02-20 12:00',
      'running 2028-02-29 24:00',
    ],
    [
      'filed, defence not told',
      { ...hearing, requestFiledAt: '2026-04-27 10:00' },
      '2026-04-27 12:00',
      'soon 2026-04-27 24:00',
    ],
    [
      'both in time',
      { ...hearing, requestFiledAt: '2026-04-27 10:00', defenceNotifiedAt: '2026-04-27 23:59' },
      '2026-04-28 12:00',
      'met 2026-04-27 24:00',
    ],
    [
      'defence told on the day',
      { ...hearing, requestFiledAt: '2026-04-27 10:00', defenceNotifiedAt: '2026-04-28 08:00' },
      '2026-04-28 12:00',
      'met_late 2026-04-27 24:00',
    ],
    // Would catch: a notice asked for although there is no hearing left that it could come before.
    ['released', { ...hearing, releasedAt: '2026-04-20 12:00' }, '2026-05-10 12:00', 'not_applicable remand_over'],
    ['extended', { ...hearing, newOrderAt: '2026-04-28 11:00' }, '2026-05-10 12:00', 'not_applicable extended'],
    [
      'extended after a notice that came late',
      {
        ...hearing,
        requestFiledAt: '2026-04-27 10:00',
        defenceNotifiedAt: '2026-04-28 08:00',
        newOrderAt: '2026-04-28 11:00',
      },
      '2026-05-10 12:00',
      'met_late 2026-04-27 24:00',
    ],
  ])('%s', (_, given, now, expected) => {
    expect(seen(clockOf('C11', 'remands', given, now))).toBe(expected);
  });
});

describe('C12, prison judgment while on remand: four weeks (STRPL § 187)', () => {
  const judged = { decidedAt: '2026-03-02 12:00', prisonJudgmentAt: '2026-03-27 14:00' };
  // Would catch: a month in place of four weeks; the day of the judgment counted; the hour of the judgment kept.
  it.each([
    ['ends on the same weekday', judged, '2026-03-28 12:00', 'running 2026-04-24 24:00'],
    ['a minute before', judged, '2026-04-24 23:59', 'soon 2026-04-24 24:00'],
    ['at the end of the day', judged, '2026-04-24 24:00', 'overdue 2026-04-24 24:00'],
    [
      'new order in time',
      { ...judged, orderAfterJudgmentAt: '2026-04-24 12:00' },
      '2026-05-01 12:00',
      'met 2026-04-24 24:00',
    ],
    [
      'over the change to winter time',
      { ...judged, prisonJudgmentAt: '2026-10-09 14:00' },
      '2026-10-10 12:00',
      'running 2026-11-06 24:00',
    ],
    [
      'over a leap day',
      { decidedAt: '2028-02-01 12:00', prisonJudgmentAt: '2028-02-08 14:00' },
      '2028-02-09 12:00',
      'running 2028-03-07 24:00',
    ],
    [
      'ends on 17 May, not moved in the table',
      { ...judged, prisonJudgmentAt: '2026-04-19 14:00' },
      '2026-04-28 12:00',
      'running 2026-05-17 24:00',
    ],
    ['no judgment', { decidedAt: '2026-03-02 12:00' }, '2026-03-28 12:00', 'none'],
  ])('%s', (_, given, now, expected) => {
    expect(seen(clockOf('C12', 'remands', given, now))).toBe(expected);
  });
});
