import { describe, expect, it } from 'vitest';
import { clockOf, clocksOf, local, on, SETTINGS, seen } from './samples.ts';

// Saturday 28 March 2026, 22:14; clocks go forward at 02:00 on the 29th.
const ARRESTED = '2026-03-28 22:14';

describe('C1, decision of a prosecutor after an arrest without one (STRPL § 179)', () => {
  // Would catch: a limit in hours invented for "as soon as possible", and an old case shown as overdue.
  it.each([
    ['nothing recorded, a minute after', {}, '2026-03-28 22:15', 'running no limit'],
    ['nothing recorded, ten days after', {}, '2026-04-07 22:14', 'running no limit'],
    ['upheld in writing', { upheldAt: '2026-03-28 22:58' }, '2026-03-29 05:12', 'met no limit'],
    [
      'upheld after the moment that is asked about',
      { upheldAt: '2026-03-28 22:58' },
      '2026-03-28 22:57',
      'running no limit',
    ],
    ['let go without a decision', { releasedAt: '2026-03-28 23:30' }, '2026-03-29 05:12', 'met no limit'],
    ['arrested on a decision', { byDecision: true }, '2026-03-29 05:12', 'none'],
  ])('%s', (_, given, now, expected) => {
    expect(seen(clockOf('C1', 'arrests', { arrestedAt: ARRESTED, ...given }, now))).toBe(expected);
  });
});

describe('C2, offer to make a statement (STRPL § 180)', () => {
  // Would catch: the offer mistaken for the statement, or a limit in hours.
  it.each([
    ['not offered', {}, '2026-03-30 22:14', 'running no limit'],
    ['offered', { statementOfferedAt: '2026-03-28 22:20' }, '2026-03-28 22:20', 'met no limit'],
    [
      'a minute before it was offered',
      { statementOfferedAt: '2026-03-28 22:20' },
      '2026-03-28 22:19',
      'running no limit',
    ],
    ['before the arrest', {}, '2026-03-28 22:13', 'none'],
  ])('%s', (_, given, now, expected) => {
    expect(seen(clockOf('C2', 'arrests', { arrestedAt: ARRESTED, ...given }, now))).toBe(expected);
  });
});

describe('C3, defence counsel (STRPL § 98)', () => {
  // Would catch: 24 hours on the wall clock over the night that has 23, and an adult's hours for a child.
  it.each([
    ['adult, a minute before', {}, '2026-03-29 23:13', 'soon 2026-03-29 23:14'],
    ['adult, at the minute', {}, '2026-03-29 23:14', 'soon 2026-03-29 23:14'],
    ['adult, a minute after', {}, '2026-03-29 23:15', 'overdue 2026-03-29 23:14'],
    ['under 18, at the minute', { under18: true }, '2026-03-29 11:14', 'soon 2026-03-29 11:14'],
    ['under 18, a minute after', { under18: true }, '2026-03-29 11:15', 'overdue 2026-03-29 11:14'],
    ['appointed in time', { counselAt: '2026-03-28 23:40' }, '2026-03-30 12:00', 'met 2026-03-29 23:14'],
    ['appointed too late', { counselAt: '2026-03-29 23:15' }, '2026-03-30 12:00', 'met_late 2026-03-29 23:14'],
    ['let go within the hours', { releasedAt: '2026-03-29 12:00' }, '2026-03-30 12:00', 'not_applicable released'],
  ])('%s', (_, given, now, expected) => {
    expect(seen(clockOf('C3', 'arrests', { arrestedAt: ARRESTED, ...given }, now))).toBe(expected);
  });

  // Would catch: the time gone counted from the arrest although it became clear only later that he stays.
  it('begins when it is clear that he will not be let go', () => {
    const clock = clockOf(
      'C3',
      'arrests',
      { arrestedAt: ARRESTED, noReleaseClearAt: '2026-03-28 22:58' },
      '2026-03-29 05:12',
    );
    expect(local(clock?.startedAt ?? null)).toBe('2026-03-28 22:58');
    expect(clock?.readings).toEqual(['pure_hours', 'outer_limit']);
  });

  // Would catch: 24 hours taken for the same clock time next day where the night has 25; a day off that stops pure hours.
  it.each([
    ['over the change to winter time', '2026-10-24 22:14', '2026-10-25 21:14', 'soon 2026-10-25 21:14'],
    ['a minute after it', '2026-10-24 22:14', '2026-10-25 21:15', 'overdue 2026-10-25 21:14'],
    ['into the hour that comes twice: its first', '2026-10-24 02:30', '2026-10-25 03:00', 'overdue 2026-10-25 02:30'],
    ['past the hour that is left out', '2026-03-28 02:30', '2026-03-29 03:31', 'overdue 2026-03-29 03:30'],
    ['over Maundy Thursday', '2026-04-01 10:00', '2026-04-02 10:00', 'soon 2026-04-02 10:00'],
    ['over Easter Sunday', '2026-04-04 23:00', '2026-04-05 23:01', 'overdue 2026-04-05 23:00'],
    ['over 1 May', '2026-04-30 10:00', '2026-05-01 10:01', 'overdue 2026-05-01 10:00'],
    ['over 17 May', '2026-05-16 10:00', '2026-05-17 10:01', 'overdue 2026-05-17 10:00'],
    ['into a leap day', '2028-02-28 10:00', '2028-02-29 10:00', 'soon 2028-02-29 10:00'],
    ['over a leap day', '2028-02-29 10:00', '2028-03-01 10:01', 'overdue 2028-03-01 10:00'],
    ['over a month end', '2026-01-31 10:00', '2026-02-01 10:00', 'soon 2026-02-01 10:00'],
  ])('%s', (_, arrestedAt, now, expected) => {
    expect(seen(clockOf('C3', 'arrests', { arrestedAt }, now))).toBe(expected);
  });
});

describe('C4, presented within 48 hours (STRPL § 183 first para.)', () => {
  // Would catch: 48 hours on the wall clock over a clock change, a weekend or Easter that moves it, "within" read as
  // "before", a request taken for the hearing.
  it.each([
    ['over the change to summer time', ARRESTED, {}, '2026-03-29 05:12', 'running 2026-03-30 23:14'],
    ['24 hours before', ARRESTED, {}, '2026-03-29 23:14', 'soon 2026-03-30 23:14'],
    ['a minute more than 24 hours before', ARRESTED, {}, '2026-03-29 23:13', 'running 2026-03-30 23:14'],
    ['a minute before', ARRESTED, {}, '2026-03-30 23:13', 'soon 2026-03-30 23:14'],
    ['at the minute', ARRESTED, {}, '2026-03-30 23:14', 'soon 2026-03-30 23:14'],
    ['a minute after', ARRESTED, {}, '2026-03-30 23:15', 'overdue 2026-03-30 23:14'],
    ['over the change to winter time', '2026-10-24 22:14', {}, '2026-10-25 12:00', 'running 2026-10-26 21:14'],
    ['over Easter: holidays count', '2026-04-02 10:00', {}, '2026-04-03 09:00', 'running 2026-04-04 10:00'],
    ['over 1 May: it counts', '2026-04-30 10:00', {}, '2026-04-30 12:00', 'running 2026-05-02 10:00'],
    ['over 17 May: it counts', '2026-05-16 10:00', {}, '2026-05-16 12:00', 'running 2026-05-18 10:00'],
    ['over a leap day', '2028-02-28 10:00', {}, '2028-02-28 12:00', 'running 2028-03-01 10:00'],
    ['over a month end', '2026-01-30 10:00', {}, '2026-01-30 12:00', 'running 2026-02-01 10:00'],
    [
      'hearing opened at the minute',
      ARRESTED,
      { hearingOpenedAt: '2026-03-30 23:14' },
      '2026-04-01 12:00',
      'met 2026-03-30 23:14',
    ],
    [
      'hearing a minute late',
      ARRESTED,
      { hearingOpenedAt: '2026-03-30 23:15' },
      '2026-04-01 12:00',
      'met_late 2026-03-30 23:14',
    ],
    [
      'requested only',
      ARRESTED,
      { presentationRequestedAt: '2026-03-30 10:00' },
      '2026-03-30 12:00',
      'soon 2026-03-30 23:14',
    ],
    [
      'requested in time, heard late',
      ARRESTED,
      { presentationRequestedAt: '2026-03-30 10:00', hearingOpenedAt: '2026-03-31 09:00' },
      '2026-04-01 12:00',
      'met_late 2026-03-30 23:14',
    ],
    ['let go before', ARRESTED, { releasedAt: '2026-03-30 23:14' }, '2026-04-01 12:00', 'not_applicable released'],
    ['let go after', ARRESTED, { releasedAt: '2026-03-30 23:15' }, '2026-04-01 12:00', 'met_late 2026-03-30 23:14'],
    ['under 18', ARRESTED, { under18: true }, '2026-03-29 12:00', 'not_applicable under_18'],
    [
      'reason for the third day written',
      ARRESTED,
      { thirdDayReasonAt: '2026-03-30 20:00' },
      '2026-03-30 23:30',
      'not_applicable third_day_reasoned',
    ],
    // Would catch: a reason written afterwards that takes the miss away.
    [
      'reason for the third day written too late',
      ARRESTED,
      { thirdDayReasonAt: '2026-03-31 08:00' },
      '2026-03-31 12:00',
      'overdue 2026-03-30 23:14',
    ],
    [
      'written too late, then presented',
      ARRESTED,
      { thirdDayReasonAt: '2026-03-31 08:00', hearingOpenedAt: '2026-03-31 13:00' },
      '2026-03-31 14:00',
      'met_late 2026-03-30 23:14',
    ],
  ])('%s', (_, arrestedAt, given, now, expected) => {
    expect(seen(clockOf('C4', 'arrests', { arrestedAt, ...given }, now))).toBe(expected);
  });

  // Would catch: a result that rests on a reading shown without saying so.
  it('says that the later of request and hearing was measured', () => {
    const given = {
      arrestedAt: ARRESTED,
      presentationRequestedAt: '2026-03-30 10:00',
      hearingOpenedAt: '2026-03-30 12:00',
    };
    const clock = clockOf('C4', 'arrests', given, '2026-03-30 13:00');
    expect(clock?.readings).toEqual(['presented_later']);
    expect(local(clock?.satisfiedAt ?? null)).toBe('2026-03-30 12:00');
    expect(clock?.marginMs).toBe((11 * 60 + 14) * 60_000);
  });

  // Would catch: an arrest known to the day counted from its end, which gives the police hours the law does not.
  it('counts an arrest known to the day from the start of that day', () => {
    const clock = clockOf('C4', 'arrests', { arrestedAt: '2026-03-28 00:00', dayOnly: true }, '2026-03-28 12:00');
    expect(local(clock?.dueAt ?? null)).toBe('2026-03-30 01:00');
    expect(clock?.readings).toEqual(['from_day_start']);
  });

  // Would catch: the working deadline later than the law's, or a cut-off of a day on which the court does not sit.
  it.each([
    ['the cut-off of the same day', '2026-03-24 22:14', '2026-03-26 12:00'],
    ['the deadline lies before that day’s cut-off', '2026-03-24 09:00', '2026-03-25 12:00'],
    ['a Sunday without a sitting, Saturday before', '2026-03-27 22:14', '2026-03-28 10:00'],
    ['no sitting before the deadline', '2026-04-04 10:30', null],
  ])('shows the court’s cut-off beside it: %s', (_, arrestedAt, expected) => {
    const cutoff = { court: 'T', weekday: '12:00', saturday: '10:00', holiday: null };
    const clock = clockOf('C4', 'arrests', { arrestedAt }, arrestedAt, { ...SETTINGS, cutoff });
    expect(local(clock?.workingAt ?? null)).toBe(expected);
    if (clock?.workingAt) expect(clock.workingAt).toBeLessThanOrEqual(clock.dueAt ?? 0);
  });
});

describe('C5, not presented the day after: reason in the court book (STRPL § 183)', () => {
  // Would catch: 24 hours in place of the end of the next day, a Sunday that moves it, a late reason called a breach.
  it.each([
    ['ends with Sunday, which counts', ARRESTED, {}, '2026-03-29 05:12', 'soon 2026-03-29 24:00'],
    ['a minute before', ARRESTED, {}, '2026-03-29 23:59', 'soon 2026-03-29 24:00'],
    ['at the end of the day', ARRESTED, {}, '2026-03-29 24:00', 'overdue 2026-03-29 24:00'],
    [
      'arrested just after midnight: nearly two days',
      '2026-03-25 00:00',
      {},
      '2026-03-25 12:00',
      'running 2026-03-26 24:00',
    ],
    ['arrested just before midnight: one day', '2026-03-25 23:59', {}, '2026-03-25 23:59', 'running 2026-03-26 24:00'],
    ['the day after has 25 hours', '2026-10-24 12:00', {}, '2026-10-24 12:00', 'running 2026-10-25 24:00'],
    ['last day of a month', '2026-04-30 12:00', {}, '2026-05-01 12:00', 'soon 2026-05-01 24:00'],
    ['28 February of a leap year', '2028-02-28 12:00', {}, '2028-02-28 12:00', 'running 2028-02-29 24:00'],
    [
      'heard the day after',
      ARRESTED,
      { hearingOpenedAt: '2026-03-29 23:59' },
      '2026-04-01 12:00',
      'met 2026-03-29 24:00',
    ],
    [
      'heard the second day, no reason',
      ARRESTED,
      { hearingOpenedAt: '2026-03-30 12:00' },
      '2026-04-01 12:00',
      'met_late 2026-03-29 24:00',
    ],
    [
      'heard the second day, reason given there',
      ARRESTED,
      { hearingOpenedAt: '2026-03-30 12:00', courtBookReasonAt: '2026-03-30 12:10' },
      '2026-04-01 12:00',
      'met 2026-03-29 24:00',
    ],
    [
      'let go the day after',
      ARRESTED,
      { releasedAt: '2026-03-29 12:00' },
      '2026-04-01 12:00',
      'not_applicable released',
    ],
  ])('%s', (_, arrestedAt, given, now, expected) => {
    expect(seen(clockOf('C5', 'arrests', { arrestedAt, ...given }, now))).toBe(expected);
  });
});

describe('C6, the third day at the latest, by way of exception (STRPL § 183)', () => {
  const reasoned = { arrestedAt: ARRESTED, thirdDayReasonAt: '2026-03-30 20:00' };
  // Would catch: the outer limit offered as if it were the rule, or counted as 72 hours.
  it.each([
    ['no written reason', { arrestedAt: ARRESTED }, '2026-03-30 21:00', 'not_applicable no_reason_for_third_day'],
    ['with one', reasoned, '2026-03-30 21:00', 'running 2026-03-31 24:00'],
    ['a minute before', reasoned, '2026-03-31 23:59', 'soon 2026-03-31 24:00'],
    ['at the end of the third day', reasoned, '2026-03-31 24:00', 'overdue 2026-03-31 24:00'],
    [
      'over Good Friday: it counts',
      { arrestedAt: '2026-04-01 08:00', thirdDayReasonAt: '2026-04-02 08:00' },
      '2026-04-03 12:00',
      'running 2026-04-04 24:00',
    ],
    [
      'heard on the third day',
      { ...reasoned, hearingOpenedAt: '2026-03-31 15:00' },
      '2026-04-02 12:00',
      'met 2026-03-31 24:00',
    ],
    ['under 18: no third day', { ...reasoned, under18: true }, '2026-03-30 21:00', 'not_applicable under_18'],
  ])('%s', (_, given, now, expected) => {
    expect(seen(clockOf('C6', 'arrests', given, now))).toBe(expected);
  });

  // Would catch: three times 24 hours in place of the end of a day; a day off, of either act, that moves it.
  it.each([
    ['its last day has 25 hours', '2026-10-22 08:00', '2026-10-25 00:00', 'running 2026-10-25 24:00'],
    ['24 of them are left', '2026-10-22 08:00', '2026-10-25 01:00', 'soon 2026-10-25 24:00'],
    ['a minute before its end', '2026-10-22 08:00', '2026-10-25 23:59', 'soon 2026-10-25 24:00'],
    ['at its end', '2026-10-22 08:00', '2026-10-25 24:00', 'overdue 2026-10-25 24:00'],
    ['over the change to winter time', '2026-10-23 23:59', '2026-10-25 12:00', 'running 2026-10-26 24:00'],
    ['its last day has 23 hours', '2026-03-26 08:00', '2026-03-29 00:00', 'soon 2026-03-29 24:00'],
    ['ends on Easter Monday', '2026-04-03 08:00', '2026-04-05 12:00', 'running 2026-04-06 24:00'],
    ['over 1 May', '2026-04-29 08:00', '2026-05-01 12:00', 'running 2026-05-02 24:00'],
    ['ends on 1 May', '2026-04-28 08:00', '2026-04-30 12:00', 'running 2026-05-01 24:00'],
    ['ends on 17 May', '2027-05-14 08:00', '2027-05-16 12:00', 'running 2027-05-17 24:00'],
    ['ends on a leap day', '2028-02-26 08:00', '2028-02-28 12:00', 'running 2028-02-29 24:00'],
    ['over a leap day', '2028-02-27 08:00', '2028-02-29 12:00', 'running 2028-03-01 24:00'],
    ['over a month end', '2026-01-29 08:00', '2026-01-31 12:00', 'running 2026-02-01 24:00'],
  ])('%s', (_, arrestedAt, now, expected) => {
    const thirdDayReasonAt = arrestedAt.replace(/\d\d:\d\d$/, '23:59');
    expect(seen(clockOf('C6', 'arrests', { arrestedAt, thirdDayReasonAt }, now))).toBe(expected);
  });
});

describe('C7, under 18: the day after at the latest (STRPL § 183 second para.)', () => {
  // Would catch: an adult's 48 hours given for a child; the reading that Sundays count shown as the text itself.
  it.each([
    ['adult', { arrestedAt: ARRESTED }, '2026-03-29 05:12', 'not_applicable adult'],
    [
      'the day after is a working day',
      { arrestedAt: '2026-03-24 22:14', under18: true },
      '2026-03-25 12:00',
      'soon 2026-03-25 24:00',
    ],
    [
      'the day after is a Sunday',
      { arrestedAt: ARRESTED, under18: true },
      '2026-03-29 05:12',
      'soon 2026-03-29 24:00 (2026-03-30 24:00)',
    ],
    [
      'the day after is Maundy Thursday',
      { arrestedAt: '2026-04-01 09:00', under18: true },
      '2026-04-01 12:00',
      'running 2026-04-02 24:00 (2026-04-07 24:00)',
    ],
    [
      'at the end of the day',
      { arrestedAt: '2026-03-24 22:14', under18: true },
      '2026-03-25 24:00',
      'overdue 2026-03-25 24:00',
    ],
    [
      'heard in time',
      { arrestedAt: '2026-03-24 22:14', under18: true, hearingOpenedAt: '2026-03-25 23:59' },
      '2026-03-26 12:00',
      'met 2026-03-25 24:00',
    ],
  ])('%s', (_, given, now, expected) => {
    expect(seen(clockOf('C7', 'arrests', given, now))).toBe(expected);
  });

  // Would catch: child welfare forgotten once he has been presented.
  it('asks for child welfare until it was told', () => {
    const given = { arrestedAt: ARRESTED, under18: true, hearingOpenedAt: '2026-03-29 12:00' };
    expect(clockOf('C7', 'arrests', given, '2026-03-29 13:00')?.missing).toEqual(['child_welfare']);
    const told = { ...given, childWelfareNotifiedAt: '2026-03-29 09:00' };
    expect(clockOf('C7', 'arrests', told, '2026-03-29 13:00')?.missing).toEqual([]);
    expect(clockOf('C7', 'arrests', given, '2026-03-29 13:00')?.readings).toEqual(['weekends_count']);
  });

  // Would catch: 1 May taken for verified when it alone moves the date.
  it('marks 1 May', () => {
    const clock = clockOf('C7', 'arrests', { arrestedAt: '2026-04-30 09:00', under18: true }, '2026-04-30 12:00');
    expect(seen(clock)).toBe('running 2026-05-01 24:00 (2026-05-04 24:00)');
    expect(clock?.readings).toEqual(['weekends_count', 'may_day']);
  });

  // Would catch: 24 hours in place of the day after; a leap day or a month end that is skipped.
  it.each([
    ['a minute before', '2026-03-24 22:14', '2026-03-25 23:59', 'soon 2026-03-25 24:00'],
    ['arrested just after midnight', '2026-03-24 00:00', '2026-03-24 12:00', 'running 2026-03-25 24:00'],
    [
      'the day after has 25 hours',
      '2026-10-24 12:00',
      '2026-10-25 00:00',
      'running 2026-10-25 24:00 (2026-10-26 24:00)',
    ],
    ['17 May on a Sunday', '2026-05-16 09:00', '2026-05-16 12:00', 'running 2026-05-17 24:00 (2026-05-18 24:00)'],
    ['17 May on a Wednesday', '2028-05-16 09:00', '2028-05-16 12:00', 'running 2028-05-17 24:00 (2028-05-18 24:00)'],
    ['17 May on Whit Monday', '2027-05-16 09:00', '2027-05-16 12:00', 'running 2027-05-17 24:00 (2027-05-18 24:00)'],
    ['a leap day', '2028-02-28 09:00', '2028-02-28 12:00', 'running 2028-02-29 24:00'],
    ['after a leap day', '2028-02-29 09:00', '2028-02-29 12:00', 'running 2028-03-01 24:00'],
    ['over a month end', '2026-06-30 09:00', '2026-06-30 12:00', 'running 2026-07-01 24:00'],
  ])('%s', (_, arrestedAt, now, expected) => {
    expect(seen(clockOf('C7', 'arrests', { arrestedAt, under18: true }, now))).toBe(expected);
  });

  // Would catch: 17 May taken for verified when it alone moves the date.
  it('marks 17 May where nothing else is on that day', () => {
    const readings = (arrestedAt: string) =>
      clockOf('C7', 'arrests', { arrestedAt, under18: true }, arrestedAt)?.readings ?? [];
    expect(readings('2028-05-16 09:00')).toEqual(['weekends_count', 'may_day']);
    expect(readings('2027-05-16 09:00')).toEqual(['weekends_count']);
    expect(readings('2026-05-16 09:00')).toEqual(['weekends_count']);
  });
});

describe('C8, police cell, two times 24 hours', () => {
  // Would catch: two calendar days in place of 48 hours, and a logged reason that changes nothing.
  it.each([
    ['not in a cell', { inCell: false }, '2026-03-29 05:12', 'not_applicable not_in_cell'],
    ['at the minute, over the clock change', {}, '2026-03-30 23:14', 'soon 2026-03-30 23:14'],
    ['a minute after', {}, '2026-03-30 23:15', 'overdue 2026-03-30 23:14'],
    ['moved to prison in time', { cellLeftAt: '2026-03-30 23:14' }, '2026-04-01 12:00', 'met 2026-03-30 23:14'],
    ['moved late', { cellLeftAt: '2026-03-30 23:15' }, '2026-04-01 12:00', 'met_late 2026-03-30 23:14'],
    [
      'moved late, reason logged',
      { cellLeftAt: '2026-03-31 08:00', cellReasonAt: '2026-03-30 23:00' },
      '2026-04-01 12:00',
      'met 2026-03-30 23:14',
    ],
    ['let go', { releasedAt: '2026-03-29 09:00' }, '2026-04-01 12:00', 'met 2026-03-30 23:14'],
  ])('%s', (_, given, now, expected) => {
    expect(seen(clockOf('C8', 'arrests', { arrestedAt: ARRESTED, ...given }, now))).toBe(expected);
  });

  // Would catch: 48 hours on the wall clock over a change of clocks; a day off that gives the cell another day.
  it.each([
    ['a minute before', ARRESTED, '2026-03-30 23:13', 'soon 2026-03-30 23:14'],
    ['over the change to winter time', '2026-10-24 22:14', '2026-10-26 21:14', 'soon 2026-10-26 21:14'],
    ['a minute after it', '2026-10-24 22:14', '2026-10-26 21:15', 'overdue 2026-10-26 21:14'],
    ['over Easter', '2026-04-02 10:00', '2026-04-04 10:01', 'overdue 2026-04-04 10:00'],
    ['over 1 May', '2026-04-30 10:00', '2026-05-02 10:01', 'overdue 2026-05-02 10:00'],
    ['over 17 May', '2027-05-16 10:00', '2027-05-18 10:01', 'overdue 2027-05-18 10:00'],
    ['over a leap day', '2028-02-28 10:00', '2028-03-01 10:00', 'soon 2028-03-01 10:00'],
    ['over a month end', '2026-01-30 10:00', '2026-02-01 10:01', 'overdue 2026-02-01 10:00'],
  ])('%s', (_, arrestedAt, now, expected) => {
    expect(seen(clockOf('C8', 'arrests', { arrestedAt }, now))).toBe(expected);
  });
});

describe('C9, brought in under the police act, four hours (POL § 8)', () => {
  // Would catch: four hours on the wall clock over a clock change.
  it.each([
    [
      'over the change to summer time',
      { broughtInAt: '2026-03-29 00:30' },
      '2026-03-29 05:30',
      'soon 2026-03-29 05:30',
    ],
    ['a minute after', { broughtInAt: '2026-03-29 00:30' }, '2026-03-29 05:31', 'overdue 2026-03-29 05:30'],
    [
      'over the change to winter time',
      { broughtInAt: '2026-10-25 00:30' },
      '2026-10-25 03:00',
      'soon 2026-10-25 03:30',
    ],
    ['over New Year', { broughtInAt: '2026-12-31 22:00' }, '2027-01-01 01:59', 'soon 2027-01-01 02:00'],
    [
      'let go in time',
      { broughtInAt: '2026-03-29 00:30', releasedAt: '2026-03-29 05:29' },
      '2026-03-29 08:00',
      'met 2026-03-29 05:30',
    ],
    [
      'let go late',
      { broughtInAt: '2026-03-29 00:30', releasedAt: '2026-03-29 05:31' },
      '2026-03-29 08:00',
      'met_late 2026-03-29 05:30',
    ],
  ])('%s', (_, given, now, expected) => {
    expect(seen(clockOf('C9', 'holds', given, now))).toBe(expected);
  });
});

// Would catch: what happened later known earlier, so that a look back shows a deadline met that was then running.
it('knows nothing that happened after the moment asked about', () => {
  const given = {
    arrestedAt: ARRESTED,
    hearingOpenedAt: '2026-03-30 12:00',
    counselAt: '2026-03-28 23:40',
    releasedAt: '2026-03-30 13:00',
  };
  const states = (now: string) => clocksOf('arrests', given, now).map((one) => `${one.id} ${one.state}`);
  expect(states('2026-03-28 23:00')).toContain('C4 running');
  expect(states('2026-03-30 12:00')).toContain('C4 met');
  expect(states('2026-03-28 22:13')).toEqual([]);
});

describe('an escape and a leave', () => {
  const gone = (how: 'escaped' | 'leave', from: string, to: string | null = null) => ({
    away: [{ how, fromAt: on(from), toAt: to === null ? null : on(to) }],
  });
  const arrest = { arrestedAt: '2026-03-28 22:14' };
  const escaped = { ...arrest, ...gone('escaped', '2026-03-29 04:00') };

  // Would catch: a deadline that goes on for somebody nobody can present; one that had been missed before and is forgotten;
  // an escape that ends the deadline for good though he is back; the reading not named as one.
  it.each([
    ['C1', escaped, '2026-03-29 03:59', 'running no limit'],
    ['C1', escaped, '2026-03-29 04:00', 'not_applicable escaped'],
    ['C1', { ...escaped, upheldAt: '2026-03-28 22:58' }, '2026-03-29 05:00', 'met no limit'],
    ['C2', escaped, '2026-03-29 04:00', 'not_applicable escaped'],
    ['C3', escaped, '2026-03-29 04:00', 'not_applicable escaped'],
    ['C4', escaped, '2026-04-02 12:00', 'not_applicable escaped'],
    ['C5', escaped, '2026-04-02 12:00', 'not_applicable escaped'],
    ['C7', { ...escaped, under18: true }, '2026-04-02 12:00', 'not_applicable escaped'],
    // Gone after the end of the day after: that it was missed stands; the 48 hours had not run out.
    ['C5', { ...arrest, ...gone('escaped', '2026-03-30 00:00') }, '2026-04-02 12:00', 'overdue 2026-03-29 24:00'],
    ['C4', { ...arrest, ...gone('escaped', '2026-03-30 23:14') }, '2026-04-02 12:00', 'not_applicable escaped'],
    ['C4', { ...arrest, ...gone('escaped', '2026-03-30 23:15') }, '2026-04-02 12:00', 'overdue 2026-03-30 23:14'],
    // Back in the cell: counted from the first arrest, since no other is entered.
    [
      'C4',
      { ...arrest, ...gone('escaped', '2026-03-29 04:00', '2026-03-29 09:00') },
      '2026-03-29 09:00',
      'running 2026-03-30 23:14',
    ],
    [
      'C4',
      { ...arrest, ...gone('escaped', '2026-03-29 04:00', '2026-03-29 09:00') },
      '2026-03-29 08:59',
      'not_applicable escaped',
    ],
    ['C8', escaped, '2026-04-02 12:00', 'met 2026-03-30 23:14'],
  ] as const)('%s %j at %s: %s', (id, given, now, expected) => {
    const clock = clockOf(id, 'arrests', given as never, now);
    expect(seen(clock)).toBe(expected);
    expect(clock?.readings.includes('escaped_new_arrest')).toBe(expected.endsWith('escaped'));
  });

  // Would catch: four hours that go on although he ran from the car.
  it('ends a hold under the police act', () => {
    const hold = { broughtInAt: '2026-03-28 22:00', ...gone('escaped', '2026-03-28 23:00') };
    expect(seen(clockOf('C9', 'holds', hold, '2026-03-29 05:00'))).toBe('met 2026-03-29 03:00');
  });

  // Would catch: a remand whose end is moved or dropped because he is gone; a reading that stays when he is back.
  it.each([
    ['C10', 'escaped', { untilAt: '2026-04-28 14:00' }, 'running 2026-04-28 14:00', ['escaped_date_stands']],
    ['C10', 'leave', { untilAt: '2026-04-28 14:00' }, 'running 2026-04-28 14:00', ['leave_counts']],
    ['C12', 'escaped', { prisonJudgmentAt: '2026-04-01 12:00' }, 'running 2026-04-29 24:00', ['escaped_date_stands']],
    [
      'C11',
      'escaped',
      { untilAt: '2026-04-28 14:00', extensionWanted: true },
      'running 2026-04-27 24:00',
      ['escaped_date_stands'],
    ],
  ] as const)('leaves %s as it is after %s %j', (id, how, given, expected, readings) => {
    const remand = { decidedAt: '2026-03-31 12:00', ...given };
    const out = clockOf(id, 'remands', { ...remand, ...gone(how, '2026-04-10 09:00') } as never, '2026-04-12 12:00');
    expect(seen(out)).toBe(expected);
    expect(out?.readings.filter((one) => one === 'escaped_date_stands' || one === 'leave_counts')).toEqual(readings);
    const back = gone(how, '2026-04-10 09:00', '2026-04-11 09:00');
    expect(clockOf(id, 'remands', { ...remand, ...back } as never, '2026-04-12 12:00')?.readings).not.toContain(
      readings[0],
    );
  });
});
