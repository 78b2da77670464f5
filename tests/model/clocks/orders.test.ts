import { describe, expect, it } from 'vitest';
import type { ClockFacts } from '#model/clocks/facts.ts';
import type { ClockId } from '#model/clocks/types.ts';
import { clockOf, type clocksOf, local, SETTINGS, seen } from './samples.ts';

/** C13, C14, C15 and C23 share the words "as soon as possible and, if possible, within five days". */
const FIVE_DAYS = [
  [
    'four days and a minute before',
    '2026-03-16 10:00',
    '2026-03-17 12:00',
    'running 2026-03-21 24:00 (2026-03-23 24:00)',
  ],
  ['ends on a working day: one date', '2026-03-18 10:00', '2026-03-19 12:00', 'running 2026-03-23 24:00'],
  ['a minute before', '2026-03-18 10:00', '2026-03-23 23:59', 'soon 2026-03-23 24:00'],
  ['at the end of the fifth day', '2026-03-18 10:00', '2026-03-23 24:00', 'overdue 2026-03-23 24:00'],
  [
    'begun a minute before midnight: the day is not counted',
    '2026-03-18 23:59',
    '2026-03-19 12:00',
    'running 2026-03-23 24:00',
  ],
  ['ends on Saturday', '2026-03-23 10:00', '2026-03-24 12:00', 'running 2026-03-28 24:00 (2026-03-30 24:00)'],
  ['ends on Sunday', '2026-03-24 10:00', '2026-03-25 12:00', 'running 2026-03-29 24:00 (2026-03-30 24:00)'],
  [
    'ends on Good Friday: Tuesday stands second',
    '2026-03-29 10:00',
    '2026-03-30 12:00',
    'running 2026-04-03 24:00 (2026-04-07 24:00)',
  ],
  ['ends on Easter Monday', '2026-04-01 10:00', '2026-04-02 12:00', 'running 2026-04-06 24:00 (2026-04-07 24:00)'],
  ['ends on 1 May, a Friday', '2026-04-26 10:00', '2026-04-27 12:00', 'running 2026-05-01 24:00 (2026-05-04 24:00)'],
  [
    'ends on 17 May 2029, a Thursday',
    '2029-05-12 10:00',
    '2029-05-13 12:00',
    'running 2029-05-17 24:00 (2029-05-18 24:00)',
  ],
  ['ends on a leap day', '2028-02-24 10:00', '2028-02-25 12:00', 'running 2028-02-29 24:00'],
  ['over a month end', '2026-06-26 10:00', '2026-06-27 12:00', 'running 2026-07-01 24:00'],
  ['24 December is a working day', '2026-12-19 10:00', '2026-12-20 12:00', 'running 2026-12-24 24:00'],
  [
    '25 December is none, and the 26th is a Saturday',
    '2026-12-20 10:00',
    '2026-12-21 12:00',
    'running 2026-12-25 24:00 (2026-12-28 24:00)',
  ],
  ['over the change to summer time', '2026-03-26 10:00', '2026-03-27 12:00', 'running 2026-03-31 24:00'],
  ['over the change to winter time', '2026-10-22 10:00', '2026-10-23 12:00', 'running 2026-10-27 24:00'],
] as const;

/** A clock of one fact shows this at `now`. */
function holds<K extends keyof ClockFacts>(
  id: ClockId,
  kind: K,
  given: Parameters<typeof clocksOf<K>>[1],
  now: string,
  expected: string,
): void {
  expect(seen(clockOf(id, kind, given, now))).toBe(expected);
}

describe('C13, own-home order to the court within five days of service (STRPL § 222 a seventh para.)', () => {
  // Would catch: the fifth day counted from the wrong one, the moved date shown first, Easter forgotten.
  it.each(FIVE_DAYS)('%s', (_, servedAt, now, expected) =>
    holds('C13', 'orders', { ownHome: true, servedAt }, now, expected),
  );
  // Would catch: the old rule, by which every order went to court by itself.
  it('does not run for an order outside his own home, nor before service', () => {
    expect(seen(clockOf('C13', 'orders', { servedAt: '2026-03-18 10:00' }, '2026-03-19 12:00'))).toBe('none');
    expect(seen(clockOf('C13', 'orders', { ownHome: true, decidedAt: '2026-03-18 10:00' }, '2026-03-30 12:00'))).toBe(
      'none',
    );
  });
  it.each([
    ['in time', { toCourtAt: '2026-03-23 23:59' }, 'met 2026-03-23 24:00'],
    ['late', { toCourtAt: '2026-03-23 24:00' }, 'met_late 2026-03-23 24:00'],
    ['lifted first', { liftedAt: '2026-03-20 10:00' }, 'not_applicable lifted'],
  ])('brought before the court: %s', (_, given, expected) => {
    expect(
      seen(clockOf('C13', 'orders', { ownHome: true, servedAt: '2026-03-18 10:00', ...given }, '2026-03-30 12:00')),
    ).toBe(expected);
  });
});

describe('C14, review demanded by the restrained person (STRPL § 222 a sixth para.)', () => {
  // Would catch: five days counted from service instead of from the demand.
  it.each(FIVE_DAYS)('%s', (_, reviewDemandedAt, now, expected) =>
    holds('C14', 'orders', { servedAt: '2026-03-02 10:00', reviewDemandedAt }, now, expected),
  );
  it('does not run without a demand', () => {
    expect(seen(clockOf('C14', 'orders', { servedAt: '2026-03-02 10:00' }, '2026-03-19 12:00'))).toBe('none');
  });
});

describe('C15, electronic control to the court within five days of service (STRPL § 222 g fourth para.)', () => {
  // Would catch: a waiver that does not end the clock, or one that heals a deadline already missed.
  it.each(FIVE_DAYS)('%s', (_, servedAt, now, expected) =>
    holds('C15', 'orders', { electronicControl: true, servedAt }, now, expected),
  );
  it.each([
    ['waived in writing', { waivedAt: '2026-03-20 10:00' }, 'met 2026-03-23 24:00'],
    ['waived too late', { waivedAt: '2026-03-24 10:00' }, 'met_late 2026-03-23 24:00'],
  ])('%s', (_, given, expected) => {
    expect(
      seen(
        clockOf(
          'C15',
          'orders',
          { electronicControl: true, servedAt: '2026-03-18 10:00', ...given },
          '2026-03-30 12:00',
        ),
      ),
    ).toBe(expected);
  });
});

describe('C16, C13 to C15 overrun: reason in the court book (STRPL § 222 a sixth para.)', () => {
  const served = { ownHome: true, servedAt: '2026-03-18 10:00' };
  // Would catch: the overrun taken for a nullity with a limit of its own, or a reason asked for when nothing was overrun.
  it.each([
    ['not overrun', served, '2026-03-23 23:59', 'none'],
    ['overrun and not yet in court', served, '2026-03-23 24:00', 'running no limit'],
    ['brought in time', { ...served, toCourtAt: '2026-03-20 10:00' }, '2026-03-30 12:00', 'none'],
    ['brought late', { ...served, toCourtAt: '2026-03-24 10:00' }, '2026-03-30 12:00', 'running no limit'],
    [
      'reason recorded',
      { ...served, toCourtAt: '2026-03-24 10:00', courtBookReasonAt: '2026-03-25 10:00' },
      '2026-03-30 12:00',
      'met no limit',
    ],
    [
      'control waived in time',
      { electronicControl: true, servedAt: '2026-03-18 10:00', waivedAt: '2026-03-20 10:00' },
      '2026-03-30 12:00',
      'none',
    ],
    ['lifted in time', { ...served, liftedAt: '2026-03-20 10:00' }, '2026-03-30 12:00', 'none'],
  ])('%s', (_, given, now, expected) => holds('C16', 'orders', given, now, expected));
  it('counts from the overrun', () => {
    expect(local(clockOf('C16', 'orders', served, '2026-03-25 12:00')?.startedAt ?? null)).toBe('2026-03-23 24:00');
  });
});

describe('C17, an oral order is written down as soon as possible (STRPL § 222 a fifth para.)', () => {
  // Would catch: a written order that starts it, or an invented limit.
  it.each([
    ['oral', { oral: true }, '2026-06-18 10:00', 'running no limit'],
    ['written', { oral: false }, '2026-06-18 10:00', 'none'],
    ['stored in writing', { oral: true, writtenAt: '2026-03-18 14:00' }, '2026-03-18 14:00', 'met no limit'],
    ['a minute before', { oral: true, writtenAt: '2026-03-18 14:00' }, '2026-03-18 13:59', 'running no limit'],
  ])('%s', (_, given, now, expected) =>
    holds('C17', 'orders', { decidedAt: '2026-03-18 10:00', ...given }, now, expected),
  );
});

describe('C18, an order ends with its date, one year at most (STRPL § 222 a fourth para.)', () => {
  const order = { decidedAt: '2025-04-03 10:00', toAt: '2026-04-02 24:00' };
  // Would catch: the end moved off Maundy Thursday; a term longer than the act allows believed.
  it.each([
    ['ends on Maundy Thursday: not moved', order, '2026-03-29 05:12', 'running 2026-04-02 24:00'],
    ['a day before', order, '2026-04-01 24:00', 'soon 2026-04-02 24:00'],
    ['a minute before', order, '2026-04-02 23:59', 'soon 2026-04-02 24:00'],
    ['at the instant', order, '2026-04-02 24:00', 'overdue 2026-04-02 24:00'],
    [
      'new decision before',
      { ...order, renewalDecidedAt: '2026-04-02 12:00' },
      '2026-04-02 13:00',
      'met 2026-04-02 24:00',
    ],
    ['lapse planned', { ...order, lapsePlannedAt: '2026-03-20 12:00' }, '2026-04-02 13:00', 'met 2026-04-02 24:00'],
    ['lifted', { ...order, liftedAt: '2026-03-20 12:00' }, '2026-04-02 13:00', 'not_applicable lifted'],
    ['no date: a year, same date', { decidedAt: '2025-04-03 10:00' }, '2026-03-29 05:12', 'running 2026-04-03 24:00'],
    [
      'longer than a year',
      { decidedAt: '2025-04-03 10:00', toAt: '2026-10-03 24:00' },
      '2026-03-29 05:12',
      'running 2026-04-03 24:00 (2026-10-03 24:00)',
    ],
    [
      'begun on a leap day: 28 February',
      { decidedAt: '2028-02-29 10:00' },
      '2028-12-01 12:00',
      'running 2029-02-28 24:00',
    ],
    ['own home: not this row', { ...order, ownHome: true }, '2025-04-10 12:00', 'none'],
  ])('%s', (_, given, now, expected) => holds('C18', 'orders', given, now, expected));
});

describe('C19, an own-home order ends with its date, three months at most', () => {
  // Would catch: 90 days in place of three months; a month end that runs over into the next.
  it.each([
    ['three months, same date', { decidedAt: '2026-01-26 10:00' }, '2026-02-01 12:00', 'running 2026-04-26 24:00'],
    [
      'from 30 November: the last of February',
      { decidedAt: '2026-11-30 10:00' },
      '2026-12-01 12:00',
      'running 2027-02-28 24:00',
    ],
    [
      'from 30 November before a leap year',
      { decidedAt: '2027-11-30 10:00' },
      '2027-12-01 12:00',
      'running 2028-02-29 24:00',
    ],
    [
      'longer than three months',
      { decidedAt: '2026-01-26 10:00', toAt: '2026-07-26 24:00' },
      '2026-02-01 12:00',
      'running 2026-04-26 24:00 (2026-07-26 24:00)',
    ],
    [
      'a minute before',
      { decidedAt: '2026-01-26 10:00', toAt: '2026-04-20 24:00' },
      '2026-04-20 23:59',
      'soon 2026-04-20 24:00',
    ],
    [
      'at the instant',
      { decidedAt: '2026-01-26 10:00', toAt: '2026-04-20 24:00' },
      '2026-04-20 24:00',
      'overdue 2026-04-20 24:00',
    ],
  ])('%s', (_, given, now, expected) => holds('C19', 'orders', { ownHome: true, ...given }, now, expected));
});

describe('C20, electronic control may be reviewed after six months (STRPL § 222 g)', () => {
  const served = { electronicControl: true, servedAt: '2026-08-31 10:00' };
  // Would catch: a right to ask shown as a deadline that was missed.
  it.each([
    ['before', served, '2027-02-28 23:59', 'running no limit'],
    ['six months on: the last of February', served, '2027-02-28 24:00', 'open no limit'],
    ['a year later still only open', served, '2028-02-28 12:00', 'open no limit'],
    ['petition raised', { ...served, controlPetitionAt: '2027-03-10 12:00' }, '2027-03-11 12:00', 'met no limit'],
    ['no electronic control', { servedAt: '2026-08-31 10:00' }, '2027-02-28 12:00', 'none'],
  ])('%s', (_, given, now, expected) => holds('C20', 'orders', given, now, expected));

  // Would catch: 180 days in place of six months; a day off that puts off a right; a change of clocks that moves it an hour.
  it.each([
    ['a minute before the end of a day of 25 hours', '2026-04-25 10:00', '2026-10-25 23:59', 'running no limit'],
    ['at its end', '2026-04-25 10:00', '2026-10-25 24:00', 'open no limit'],
    ['a minute before the end of a day of 23 hours', '2025-09-29 10:00', '2026-03-29 23:59', 'running no limit'],
    ['at its end', '2025-09-29 10:00', '2026-03-29 24:00', 'open no limit'],
    ['a minute before the end of Easter Monday', '2025-10-06 10:00', '2026-04-06 23:59', 'running no limit'],
    ['at its end', '2025-10-06 10:00', '2026-04-06 24:00', 'open no limit'],
    ['a minute before the end of 1 May', '2025-11-01 10:00', '2026-05-01 23:59', 'running no limit'],
    ['at its end', '2025-11-01 10:00', '2026-05-01 24:00', 'open no limit'],
    ['a minute before the end of 17 May', '2026-11-17 10:00', '2027-05-17 23:59', 'running no limit'],
    ['at its end', '2026-11-17 10:00', '2027-05-17 24:00', 'open no limit'],
    ['a minute before the end of a leap day', '2027-08-31 10:00', '2028-02-29 23:59', 'running no limit'],
    ['at its end', '2027-08-31 10:00', '2028-02-29 24:00', 'open no limit'],
  ])('%s', (_, servedAt, now, expected) =>
    holds('C20', 'orders', { electronicControl: true, servedAt }, now, expected),
  );
});

describe('C21, twelve months to look back for electronic control with a new order (STRPL § 222 g)', () => {
  const breach = { happenedAt: '2025-03-28 21:31' };
  // Would catch: a window that closes shown as a deadline the police missed; 365 days over a leap day.
  it.each([
    ['inside', breach, '2026-03-27 12:00', 'running 2026-03-28 24:00'],
    ['a minute before it closes', breach, '2026-03-28 23:59', 'soon 2026-03-28 24:00'],
    ['closed', breach, '2026-03-28 24:00', 'not_applicable window_closed'],
    ['decided inside', { ...breach, controlDecidedAt: '2026-03-28 23:59' }, '2026-05-01 12:00', 'met 2026-03-28 24:00'],
    [
      'decided too late',
      { ...breach, controlDecidedAt: '2026-03-29 10:00' },
      '2026-05-01 12:00',
      'not_applicable window_closed',
    ],
    // Would catch: a look-back that counts what a lawyer held to be none.
    ['held not to be a breach', { ...breach, isNone: true }, '2026-03-27 12:00', 'not_applicable not_a_breach'],
    ['over a leap day', { happenedAt: '2027-03-01 10:00' }, '2028-02-28 12:00', 'running 2028-03-01 24:00'],
    ['on a leap day', { happenedAt: '2028-02-29 10:00' }, '2028-03-28 12:00', 'running 2029-02-28 24:00'],
  ])('%s', (_, given, now, expected) => holds('C21', 'breaches', given, now, expected));

  // Would catch: 365 times 24 hours, which ends an hour early or late; a day off that keeps the window open.
  it.each([
    ['its last day has 25 hours', '2025-10-25 21:31', '2026-10-25 00:00', 'running 2026-10-25 24:00'],
    ['a minute before that ends', '2025-10-25 21:31', '2026-10-25 23:59', 'soon 2026-10-25 24:00'],
    ['at its end', '2025-10-25 21:31', '2026-10-25 24:00', 'not_applicable window_closed'],
    ['its last day has 23 hours', '2025-03-29 21:31', '2026-03-29 00:00', 'soon 2026-03-29 24:00'],
    ['at its end', '2025-03-29 21:31', '2026-03-29 24:00', 'not_applicable window_closed'],
    ['ends with Easter Monday', '2025-04-06 21:31', '2026-04-06 24:00', 'not_applicable window_closed'],
    ['a minute before that', '2025-04-06 21:31', '2026-04-06 23:59', 'soon 2026-04-06 24:00'],
    ['ends with 1 May', '2025-05-01 21:31', '2026-05-01 24:00', 'not_applicable window_closed'],
    ['ends with 17 May', '2025-05-17 21:31', '2026-05-17 24:00', 'not_applicable window_closed'],
    ['ends with a month', '2025-04-30 21:31', '2026-04-30 23:59', 'soon 2026-04-30 24:00'],
  ])('%s', (_, happenedAt, now, expected) => holds('C21', 'breaches', { happenedAt }, now, expected));
});

describe('C23, stay-away ban of a minor, consent refused (STRPL § 222 c)', () => {
  // Would catch: five days counted from the decision instead of from the refusal.
  it.each(FIVE_DAYS)('%s', (_, consentRefusedAt, now, expected) =>
    holds('C23', 'minorBans', { consentRefusedAt }, now, expected),
  );
});

describe('a stay-away ban of a minor, six months at a time (STRPL § 222 c)', () => {
  const ban = { decidedAt: '2026-08-31 10:00' };
  // Would catch: the year of an ordinary order; the last of a month counted over; a longer date in the decision believed.
  it.each([
    ['no end entered', ban, '2027-02-01 12:00', 'running 2027-02-28 24:00'],
    ['a minute before', ban, '2027-02-28 23:59', 'soon 2027-02-28 24:00'],
    ['ended', ban, '2027-02-28 24:00', 'overdue 2027-02-28 24:00'],
    ['its own end', { ...ban, toAt: '2026-12-01 24:00' }, '2026-11-01 12:00', 'running 2026-12-01 24:00'],
    [
      'a longer end than the law lets it',
      { ...ban, toAt: '2027-06-01 24:00' },
      '2026-11-01 12:00',
      'running 2027-02-28 24:00 (2027-06-01 24:00)',
    ],
    ['lifted', { ...ban, liftedAt: '2026-10-01 12:00' }, '2026-11-01 12:00', 'not_applicable lifted'],
    ['renewed', { ...ban, renewalDecidedAt: '2026-10-01 12:00' }, '2026-11-01 12:00', 'met 2027-02-28 24:00'],
  ])('%s', (_, given, now, expected) => holds('minor_ban', 'minorBans', given, now, expected));

  // Would catch: the section of an ordinary order shown beside it.
  it('and its renewal name their section', () => {
    for (const id of ['minor_ban', 'renewal'] as const) {
      expect(clockOf(id, 'minorBans', ban, '2026-11-01 12:00')?.source).toEqual({ act: 'strpl', section: '222 c' });
    }
  });
});

describe('the chain: the new order is served before the old one ends', () => {
  const order = { decidedAt: '2025-04-03 10:00', toAt: '2026-04-02 24:00' };
  const renewal = (given: object, now: string) => clockOf('renewal', 'orders', { ...order, ...given }, now);
  // Would catch: a decision taken for service; Easter counted as days on which somebody can serve it.
  it.each([
    ['nothing begun', {}, 'running 2026-04-02 24:00'],
    ['decided only', { renewalDecidedAt: '2026-03-28 12:00' }, 'running 2026-04-02 24:00'],
    ['served', { renewalDecidedAt: '2026-03-28 12:00', renewalServedAt: '2026-03-28 15:00' }, 'met 2026-04-02 24:00'],
    ['lapse planned', { lapsePlannedAt: '2026-03-28 12:00' }, 'not_applicable lapse_planned'],
    ['lifted', { liftedAt: '2026-03-28 12:00' }, 'not_applicable lifted'],
  ])('%s', (_, given, expected) => {
    expect(seen(renewal(given, '2026-03-29 05:12'))).toBe(expected);
  });
  it('counts working days: Monday to Wednesday before Maundy Thursday', () => {
    expect(renewal({}, '2026-03-29 05:12')?.workingDaysLeft).toBe(3);
    expect(renewal({}, '2026-04-01 05:12')?.workingDaysLeft).toBe(0);
    expect(renewal({}, '2026-04-05 05:12')?.workingDaysLeft).toBe(0);
  });
});

describe('the unit’s own rules about orders', () => {
  // Would catch: a rule of the unit shown with a section of an act.
  it('carry no source and say whose they are', () => {
    const clock = clockOf('serve_order', 'orders', { decidedAt: '2026-03-27 17:00' }, '2026-03-28 17:01');
    expect(seen(clock)).toBe('overdue 2026-03-28 17:00');
    expect([clock?.source, clock?.status]).toEqual([null, 'own_rule']);
  });
  // Would catch: a rule that was switched off or lengthened still warning by the old length.
  it('follow the setting', () => {
    const given = { decidedAt: '2026-03-27 17:00' };
    const by = (hours: number | null) =>
      seen(
        clockOf('serve_order', 'orders', given, '2026-03-28 17:01', {
          ...SETTINGS,
          ownRules: { ...SETTINGS.ownRules, serve_order: hours },
        }),
      );
    expect(by(null)).toBe('none');
    expect(by(48)).toBe('soon 2026-03-29 18:00');
  });
  // Would catch: 14 days counted forward, or past the start of a short order.
  it('ask for the renewal to be begun before the end', () => {
    const begun = (given: object) => seen(clockOf('renewal_start', 'orders', given, '2026-03-01 12:00'));
    expect(begun({ decidedAt: '2025-04-03 10:00', toAt: '2026-04-02 24:00' })).toBe('running 2026-03-19 24:00');
    expect(begun({ decidedAt: '2026-02-25 10:00', toAt: '2026-03-04 24:00' })).toBe('overdue 2026-02-25 10:00');
    expect(begun({ decidedAt: '2025-04-03 10:00', toAt: '2026-04-02 24:00', renewalBegunAt: '2026-02-20 10:00' })).toBe(
      'met 2026-03-19 24:00',
    );
  });
});
