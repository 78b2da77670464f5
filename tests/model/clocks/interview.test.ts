import { describe, expect, it } from 'vitest';
import { clockOf, seen } from './samples.ts';

describe('C24 to C27, facilitated interviews (STRPL § 239 e)', () => {
  const from = { clockFromAt: '2026-03-28 21:34' };
  const all = (given: object, now = '2026-03-29 12:00') =>
    (['C24', 'C25', 'C26', 'C27'] as const).map((id) => seen(clockOf(id, 'interviews', { ...from, ...given }, now)));

  // Would catch: one and two weeks used for an interview that may be held (§§ 168, 266 a), the text before the correction.
  it.each([
    [
      'recent act: one week',
      { urgent: true },
      ['running 2026-04-04 24:00 (2026-04-07 24:00)', 'not_applicable shorter_term', 'not_applicable shorter_term'],
    ],
    [
      'aggrieved: two weeks',
      { aggrieved: true },
      ['not_applicable other_category', 'running 2026-04-11 24:00 (2026-04-13 24:00)', 'not_applicable shorter_term'],
    ],
    [
      'witness under six: two weeks',
      { under6: true },
      ['not_applicable other_category', 'running 2026-04-11 24:00 (2026-04-13 24:00)', 'not_applicable shorter_term'],
    ],
    [
      'recent and under six: the shorter',
      { urgent: true, under6: true },
      ['running 2026-04-04 24:00 (2026-04-07 24:00)', 'not_applicable shorter_term', 'not_applicable shorter_term'],
    ],
    [
      'other: three weeks',
      {},
      ['not_applicable other_category', 'not_applicable other_category', 'running 2026-04-18 24:00 (2026-04-20 24:00)'],
    ],
    [
      'optional, though recent and under six',
      { obligatory: false, urgent: true, under6: true },
      [
        'not_applicable optional_interview',
        'not_applicable optional_interview',
        'running 2026-04-18 24:00 (2026-04-20 24:00)',
      ],
    ],
  ])('%s', (_, given, expected) => {
    expect(all(given).slice(0, 3)).toEqual(expected);
  });

  // Would catch: seven days in place of "the same weekday", the hour of the report kept, Easter passed over.
  it.each([
    ['C24', { urgent: true }, '2026-04-04 23:59', 'soon 2026-04-04 24:00 (2026-04-07 24:00)'],
    ['C24', { urgent: true }, '2026-04-04 24:00', 'overdue 2026-04-04 24:00 (2026-04-07 24:00)'],
    ['C25', { aggrieved: true }, '2026-04-11 23:59', 'soon 2026-04-11 24:00 (2026-04-13 24:00)'],
    ['C25', { aggrieved: true }, '2026-04-11 24:00', 'overdue 2026-04-11 24:00 (2026-04-13 24:00)'],
    ['C26', {}, '2026-04-18 23:59', 'soon 2026-04-18 24:00 (2026-04-20 24:00)'],
    ['C26', {}, '2026-04-18 24:00', 'overdue 2026-04-18 24:00 (2026-04-20 24:00)'],
    [
      'C24',
      { urgent: true, clockFromAt: '2026-04-24 12:00' },
      '2026-04-25 12:00',
      'running 2026-05-01 24:00 (2026-05-04 24:00)',
    ],
    ['C24', { urgent: true, clockFromAt: '2028-02-22 12:00' }, '2028-02-23 12:00', 'running 2028-02-29 24:00'],
    [
      'C25',
      { aggrieved: true, clockFromAt: '2029-05-03 12:00' },
      '2029-05-04 12:00',
      'running 2029-05-17 24:00 (2029-05-18 24:00)',
    ],
    ['C26', { clockFromAt: '2026-10-05 12:00' }, '2026-10-06 12:00', 'running 2026-10-26 24:00'],
    [
      'C24',
      { urgent: true, heldAt: '2026-04-04 23:59' },
      '2026-05-01 12:00',
      'met 2026-04-04 24:00 (2026-04-07 24:00)',
    ],
    [
      'C24',
      { urgent: true, heldAt: '2026-04-07 10:00' },
      '2026-05-01 12:00',
      'met_late 2026-04-04 24:00 (2026-04-07 24:00)',
    ],
  ] as const)('%s %o at %s', (id, given, now, expected) => {
    expect(seen(clockOf(id, 'interviews', { ...from, ...given }, now))).toBe(expected);
  });

  // Would catch: a reason logged after the deadline that still lengthens it; one week added to the wrong term.
  it.each([
    [
      'no reason',
      { urgent: true },
      '2026-04-01 12:00',
      'running 2026-04-04 24:00 (2026-04-07 24:00)',
      'not_applicable no_reason_to_extend',
    ],
    [
      'reason a minute before',
      { urgent: true, extensionReasonAt: '2026-04-04 23:59' },
      '2026-04-05 12:00',
      'not_applicable extended',
      'running 2026-04-11 24:00 (2026-04-13 24:00)',
    ],
    [
      'reason a minute too late',
      { urgent: true, extensionReasonAt: '2026-04-04 24:00' },
      '2026-04-05 12:00',
      'overdue 2026-04-04 24:00 (2026-04-07 24:00)',
      'not_applicable reason_too_late',
    ],
  ])('C27: %s', (_, given, now, own, extended) => {
    expect(all(given, now)[0]).toBe(own);
    expect(all(given, now)[3]).toBe(extended);
  });
  it('C27 adds its week to two and to three weeks too', () => {
    expect(all({ aggrieved: true, extensionReasonAt: '2026-04-01 12:00' }, '2026-04-02 12:00')[3]).toBe(
      'running 2026-04-18 24:00 (2026-04-20 24:00)',
    );
    expect(all({ extensionReasonAt: '2026-04-01 12:00' }, '2026-04-02 12:00')[3]).toBe(
      'running 2026-04-25 24:00 (2026-04-27 24:00)',
    );
  });
});

describe('C28, supplementary interview within a week of the one before', () => {
  const one = { supplementary: true, previousHeldAt: '2026-03-31 10:00' };
  // Would catch: counted from the report; an exception that was recorded and still warns.
  it.each([
    ['a minute before', one, '2026-04-07 23:59', 'soon 2026-04-07 24:00'],
    ['at the end of the day', one, '2026-04-07 24:00', 'overdue 2026-04-07 24:00'],
    [
      'ends on Easter Monday',
      { ...one, previousHeldAt: '2026-03-30 10:00' },
      '2026-03-31 12:00',
      'running 2026-04-06 24:00 (2026-04-07 24:00)',
    ],
    ['exception recorded', { ...one, exceptionAt: '2026-04-01 10:00' }, '2026-04-10 12:00', 'not_applicable exception'],
    ['held', { ...one, heldAt: '2026-04-07 14:00' }, '2026-04-10 12:00', 'met 2026-04-07 24:00'],
    ['a first interview', { clockFromAt: '2026-03-28 21:34' }, '2026-04-01 12:00', 'none'],
  ])('%s', (_, given, now, expected) => {
    expect(seen(clockOf('C28', 'interviews', given, now))).toBe(expected);
  });

  // Would catch: seven times 24 hours; a day off that moves the date itself instead of standing second beside it.
  it.each([
    ['a day of 23 hours', '2026-03-22 10:00', '2026-03-23 12:00', 'running 2026-03-29 24:00 (2026-03-30 24:00)'],
    ['a day of 25 hours begins', '2026-10-18 10:00', '2026-10-25 00:00', 'running 2026-10-25 24:00 (2026-10-26 24:00)'],
    ['a minute before its end', '2026-10-18 10:00', '2026-10-25 23:59', 'soon 2026-10-25 24:00 (2026-10-26 24:00)'],
    ['at its end', '2026-10-18 10:00', '2026-10-25 24:00', 'overdue 2026-10-25 24:00 (2026-10-26 24:00)'],
    ['a Saturday', '2026-03-14 10:00', '2026-03-16 12:00', 'running 2026-03-21 24:00 (2026-03-23 24:00)'],
    ['1 May', '2026-04-24 10:00', '2026-04-27 12:00', 'running 2026-05-01 24:00 (2026-05-04 24:00)'],
    ['17 May', '2028-05-10 10:00', '2028-05-12 12:00', 'running 2028-05-17 24:00 (2028-05-18 24:00)'],
    ['Whit Monday, 17 May', '2027-05-10 10:00', '2027-05-12 12:00', 'running 2027-05-17 24:00 (2027-05-18 24:00)'],
    ['a leap day', '2028-02-22 10:00', '2028-02-24 12:00', 'running 2028-02-29 24:00'],
    ['over a leap day', '2028-02-24 10:00', '2028-02-25 12:00', 'running 2028-03-02 24:00'],
    ['the last of a month', '2026-04-23 10:00', '2026-04-24 12:00', 'running 2026-04-30 24:00'],
    ['over a month end', '2026-01-28 10:00', '2026-01-29 12:00', 'running 2026-02-04 24:00'],
  ])('ends with %s', (_, previousHeldAt, now, expected) => {
    expect(seen(clockOf('C28', 'interviews', { supplementary: true, previousHeldAt }, now))).toBe(expected);
  });

  // Would catch: 1 and 17 May taken for verified when they alone move the date.
  it('marks 1 and 17 May', () => {
    const readings = (previousHeldAt: string) =>
      clockOf('C28', 'interviews', { supplementary: true, previousHeldAt }, previousHeldAt)?.readings;
    expect(readings('2026-04-24 10:00')).toEqual(['moved', 'may_day']);
    expect(readings('2028-05-10 10:00')).toEqual(['moved', 'may_day']);
    expect(readings('2026-03-14 10:00')).toEqual(['moved']);
  });
});
