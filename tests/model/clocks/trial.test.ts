import { describe, expect, it } from 'vitest';
import { clockOf, seen } from './samples.ts';

describe('C29 and C30, scheduling and start of a main hearing (STRPL § 275)', () => {
  const received = { receivedAt: '2026-03-19 12:00' };
  // Would catch: "scheduled" and "started" mixed up; six weeks used on appeal; a case without remand held to six weeks.
  it.each([
    ['C29', received, '2026-04-01 12:00', 'running 2026-04-02 24:00 (2026-04-07 24:00)'],
    ['C29', received, '2026-04-02 23:59', 'soon 2026-04-02 24:00 (2026-04-07 24:00)'],
    ['C29', received, '2026-04-02 24:00', 'overdue 2026-04-02 24:00 (2026-04-07 24:00)'],
    [
      'C29',
      { ...received, hearingSetAt: '2026-03-25 12:00' },
      '2026-04-01 12:00',
      'met 2026-04-02 24:00 (2026-04-07 24:00)',
    ],
    ['C29', { receivedAt: '2028-02-15 12:00' }, '2028-02-16 12:00', 'running 2028-02-29 24:00'],
    ['C30', received, '2026-04-01 12:00', 'not_applicable not_on_remand'],
    ['C30', { ...received, remanded: true }, '2026-04-30 23:59', 'soon 2026-04-30 24:00'],
    ['C30', { ...received, remanded: true }, '2026-04-30 24:00', 'overdue 2026-04-30 24:00'],
    [
      'C30',
      { receivedAt: '2026-03-20 12:00', under18: true },
      '2026-03-21 12:00',
      'running 2026-05-01 24:00 (2026-05-04 24:00)',
    ],
    [
      'C30',
      { ...received, remanded: true, appeal: true },
      '2026-04-01 12:00',
      'running 2026-05-14 24:00 (2026-05-15 24:00)',
    ],
    [
      'C30',
      { ...received, remanded: true, hearingStartedAt: '2026-04-30 09:00' },
      '2026-05-10 12:00',
      'met 2026-04-30 24:00',
    ],
    [
      'C30',
      { ...received, remanded: true, hearingSetAt: '2026-03-25 12:00' },
      '2026-04-01 12:00',
      'running 2026-04-30 24:00',
    ],
    ['C30', { receivedAt: '2026-09-14 12:00', remanded: true }, '2026-09-15 12:00', 'running 2026-10-26 24:00'],
  ] as const)('%s %o at %s', (id, given, now, expected) => {
    expect(seen(clockOf(id, 'trials', given, now))).toBe(expected);
  });
});

describe('C31, suspect under 18: charging decision within six weeks (STRPL § 249)', () => {
  const suspected = { suspectedAt: '2026-03-18 12:00' };
  // Would catch: the moved date of other rows used where the table names none; a special reason that changes nothing.
  it.each([
    ['a minute before', suspected, '2026-04-29 23:59', 'soon 2026-04-29 24:00'],
    ['at the end', suspected, '2026-04-29 24:00', 'overdue 2026-04-29 24:00'],
    ['ends on 1 May: stays', { suspectedAt: '2026-03-20 12:00' }, '2026-03-21 12:00', 'running 2026-05-01 24:00'],
    ['decided', { ...suspected, chargingDecidedAt: '2026-04-29 12:00' }, '2026-05-10 12:00', 'met 2026-04-29 24:00'],
    [
      'decided late',
      { ...suspected, chargingDecidedAt: '2026-05-02 12:00' },
      '2026-05-10 12:00',
      'met_late 2026-04-29 24:00',
    ],
    [
      'decided late, special reason',
      { ...suspected, chargingDecidedAt: '2026-05-02 12:00', specialReasonAt: '2026-04-20 12:00' },
      '2026-05-10 12:00',
      'met 2026-04-29 24:00',
    ],
    [
      'special reason only',
      { ...suspected, specialReasonAt: '2026-04-20 12:00' },
      '2026-05-10 12:00',
      'met 2026-04-29 24:00',
    ],
    [
      'over the change to winter time',
      { suspectedAt: '2026-10-01 12:00' },
      '2026-10-02 12:00',
      'running 2026-11-12 24:00',
    ],
    ['over a leap day', { suspectedAt: '2028-02-01 12:00' }, '2028-02-02 12:00', 'running 2028-03-14 24:00'],
  ])('%s', (_, given, now, expected) => {
    expect(seen(clockOf('C31', 'youngSuspects', given, now))).toBe(expected);
  });
});

describe('C32, summons three days before a main hearing, 24 hours before others (STRPL § 86)', () => {
  const main = { summonedAt: '2026-03-02 12:00', hearingPlannedAt: '2026-04-10 09:00' };
  const other = { ...main, mainHearing: false };
  // Would catch: the day of the hearing counted as one of the three; hours on the wall clock.
  it.each([
    ['main, a minute before', main, '2026-04-07 23:59', 'soon 2026-04-07 24:00'],
    ['main, at the end of that day', main, '2026-04-07 24:00', 'overdue 2026-04-07 24:00'],
    [
      'main on 3 March of a leap year',
      { summonedAt: '2028-02-02 12:00', hearingPlannedAt: '2028-03-03 09:00' },
      '2028-02-20 12:00',
      'running 2028-02-29 24:00',
    ],
    [
      'main on the 2nd of a month',
      { ...main, hearingPlannedAt: '2026-06-02 09:00' },
      '2026-05-20 12:00',
      'running 2026-05-30 24:00',
    ],
    ['other, at the hour', other, '2026-04-09 09:00', 'soon 2026-04-09 09:00'],
    ['other, a minute after', other, '2026-04-09 09:01', 'overdue 2026-04-09 09:00'],
    [
      'other, over the change to summer time',
      { ...other, hearingPlannedAt: '2026-03-29 09:00' },
      '2026-03-20 12:00',
      'running 2026-03-28 08:00',
    ],
    [
      'other, over the change to winter time',
      { ...other, hearingPlannedAt: '2026-10-25 09:00' },
      '2026-10-20 12:00',
      'running 2026-10-24 10:00',
    ],
    ['served in time', { ...main, servedAt: '2026-04-07 12:00' }, '2026-04-10 12:00', 'met 2026-04-07 24:00'],
    ['served late', { ...main, servedAt: '2026-04-08 12:00' }, '2026-04-10 12:00', 'met_late 2026-04-07 24:00'],
    ['no hearing set', { summonedAt: '2026-03-02 12:00' }, '2026-04-10 12:00', 'none'],
    // Would catch: a missing time of service that stays overdue for as long as the case is open.
    ['the last minute before the hearing', main, '2026-04-10 08:59', 'overdue 2026-04-07 24:00'],
    ['the time of the hearing', main, '2026-04-10 09:00', 'not_applicable hearing_past'],
  ])('%s', (_, given, now, expected) => {
    expect(seen(clockOf('C32', 'summonses', given, now))).toBe(expected);
  });
});

describe('C33, reply to an optional penalty writ (STRPL § 256)', () => {
  // Would catch: the day of the writ counted; the usual time used although the writ names one.
  it.each([
    ['five days named', { issuedAt: '2026-03-18 12:00', replyDays: 5 }, '2026-03-20 12:00', 'running 2026-03-23 24:00'],
    [
      'five days, at the end',
      { issuedAt: '2026-03-18 12:00', replyDays: 5 },
      '2026-03-23 24:00',
      'overdue 2026-03-23 24:00',
    ],
    [
      'five days, a minute before',
      { issuedAt: '2026-03-18 12:00', replyDays: 5 },
      '2026-03-23 23:59',
      'soon 2026-03-23 24:00',
    ],
    ['none named: ten', { issuedAt: '2026-03-18 12:00' }, '2026-03-20 12:00', 'running 2026-03-28 24:00'],
    [
      'ends on Good Friday: stays',
      { issuedAt: '2026-03-31 12:00', replyDays: 3 },
      '2026-03-31 13:00',
      'running 2026-04-03 24:00',
    ],
    ['over a leap day', { issuedAt: '2028-02-27 12:00', replyDays: 3 }, '2028-02-27 13:00', 'running 2028-03-01 24:00'],
    [
      'accepted',
      { issuedAt: '2026-03-18 12:00', replyDays: 5, acceptedAt: '2026-03-23 20:00' },
      '2026-03-30 12:00',
      'met 2026-03-23 24:00',
    ],
  ])('%s', (_, given, now, expected) => {
    expect(seen(clockOf('C33', 'writs', given, now))).toBe(expected);
  });
});

describe('C34, service that failed inside a running deadline (DL § 146)', () => {
  const failed = { failedAt: '2026-03-20 17:00' };
  const HOUR = 60 * 60_000;
  const DAY = 24 * HOUR;
  // Would catch: the week given for serving an order, which the section does not do; a week where the first deadline was shorter.
  it.each([
    ['of an order', { ...failed, ofOrder: true }, '2026-03-21 12:00', 'not_applicable not_for_orders'],
    [
      'outside a running deadline',
      { ...failed, insideDeadline: false },
      '2026-03-21 12:00',
      'not_applicable no_running_deadline',
    ],
    ['a week, same weekday', failed, '2026-03-27 23:59', 'soon 2026-03-27 24:00'],
    ['a week, at the end', failed, '2026-03-27 24:00', 'overdue 2026-03-27 24:00'],
    ['electronic: a day', { ...failed, electronic: true }, '2026-03-21 23:59', 'soon 2026-03-21 24:00'],
    ['electronic, at the end', { ...failed, electronic: true }, '2026-03-21 24:00', 'overdue 2026-03-21 24:00'],
    ['repeated', { ...failed, repeatedAt: '2026-03-27 10:00' }, '2026-04-01 12:00', 'met 2026-03-27 24:00'],
    [
      'repeated at the end',
      { ...failed, repeatedAt: '2026-03-27 24:00' },
      '2026-04-01 12:00',
      'met_late 2026-03-27 24:00',
    ],
    ['a first deadline of a week', { ...failed, deadlineMs: 7 * DAY }, '2026-03-21 12:00', 'running 2026-03-27 24:00'],
    ['a longer one', { ...failed, deadlineMs: 14 * DAY }, '2026-03-21 12:00', 'running 2026-03-27 24:00'],
    ['a shorter one', { ...failed, deadlineMs: 3 * DAY }, '2026-03-21 12:00', 'running 2026-03-23 24:00'],
    [
      'one over the change to summer time',
      { ...failed, deadlineMs: 3 * DAY - HOUR },
      '2026-03-21 12:00',
      'running 2026-03-23 24:00',
    ],
    ['one of hours', { ...failed, deadlineMs: 12 * HOUR }, '2026-03-21 05:00', 'soon 2026-03-21 05:00'],
    [
      'one of hours, a minute late',
      { ...failed, deadlineMs: 12 * HOUR },
      '2026-03-21 05:01',
      'overdue 2026-03-21 05:00',
    ],
    [
      'electronic, of hours',
      { ...failed, electronic: true, deadlineMs: 12 * HOUR },
      '2026-03-21 04:59',
      'soon 2026-03-21 05:00',
    ],
    // The table says nothing of moving it off holidays: Maundy Thursday to Good Friday stands as it is.
    ['that ends on Good Friday', { failedAt: '2026-03-27 12:00' }, '2026-03-28 12:00', 'running 2026-04-03 24:00'],
    ['over a leap day', { failedAt: '2028-02-23 12:00' }, '2028-02-24 12:00', 'running 2028-03-01 24:00'],
    [
      'over the change to summer time',
      { failedAt: '2026-03-25 12:00' },
      '2026-03-26 12:00',
      'running 2026-04-01 24:00',
    ],
  ])('%s', (_, given, now, expected) => {
    expect(seen(clockOf('C34', 'failedServices', given, now))).toBe(expected);
  });
});
