import { describe, expect, it } from 'vitest';
import { clockOf, local, on, seen } from './samples.ts';

describe('C22, contact ban by judgment (STRL § 58)', () => {
  const ban = { judgedAt: '2026-01-10 12:00', finalAt: '2026-01-26 12:00', toAt: '2028-01-26 24:00' };
  const opens = (given: object, now = '2026-02-01 12:00') =>
    local(clockOf('C22', 'contactBans', given, now)?.opensAt ?? null);
  // Would catch: a term counted from the judgment instead of from finality; the longest term not held against it.
  it.each([
    ['two years, same date', ban, '2026-02-01 12:00', 'running 2028-01-26 24:00'],
    ['a minute before', ban, '2028-01-26 23:59', 'soon 2028-01-26 24:00'],
    ['at the end', ban, '2028-01-26 24:00', 'overdue 2028-01-26 24:00'],
    ['not final', { judgedAt: '2026-01-10 12:00', toAt: '2028-01-26 24:00' }, '2026-02-01 12:00', 'none'],
    [
      'final on a leap day',
      { finalAt: '2028-02-29 12:00', ownHome: true },
      '2028-03-01 12:00',
      'running 2029-02-28 24:00',
    ],
    ['no end entered: five years', { finalAt: '2026-01-26 12:00' }, '2026-02-01 12:00', 'running 2031-01-26 24:00'],
    [
      'own home: one year',
      { finalAt: '2026-01-26 12:00', ownHome: true, toAt: '2029-01-26 24:00' },
      '2026-02-01 12:00',
      'running 2027-01-26 24:00 (2029-01-26 24:00)',
    ],
    [
      'five months of the judgment, not rounded to years',
      { finalAt: '2026-01-26 12:00', toAt: '2026-06-26 24:00' },
      '2026-02-01 12:00',
      'running 2026-06-26 24:00',
    ],
    [
      'twenty months',
      { finalAt: '2026-01-26 12:00', toAt: '2027-09-26 24:00' },
      '2026-02-01 12:00',
      'running 2027-09-26 24:00',
    ],
    ['without an end', { finalAt: '2026-01-26 12:00', indefinite: true }, '2026-02-01 12:00', 'running no limit'],
    ['lifted', { ...ban, liftedAt: '2026-06-01 12:00' }, '2026-07-01 12:00', 'not_applicable lifted'],
  ])('%s', (_, given, now, expected) => {
    expect(seen(clockOf('C22', 'contactBans', given, now))).toBe(expected);
  });

  // Would catch: retrial offered a day early; electronic control held to three years.
  it('may be retried from three years, electronic control from six months', () => {
    expect(opens({ ...ban, toAt: '2031-01-26 24:00' })).toBe('2029-01-26 24:00');
    expect(opens({ ...ban, electronicControl: true })).toBe('2026-07-26 24:00');
    const control = clockOf('C22', 'contactBans', { ...ban, electronicControl: true }, '2026-02-01 12:00');
    expect(control?.readings).toEqual(['retrial_of_control']);
    expect(seen(clockOf('C22', 'contactBans', { ...ban, toAt: '2031-01-26 24:00' }, '2029-01-26 24:00'))).toBe(
      'open 2031-01-26 24:00',
    );
    expect(seen(clockOf('C22', 'contactBans', { ...ban, toAt: '2031-01-26 24:00' }, '2029-01-26 23:59'))).toBe(
      'running 2031-01-26 24:00',
    );
  });

  // Would catch: a retrial offered for a day on which the ban is long over.
  it.each([
    ['two years', ban, null],
    ['to the day', { ...ban, toAt: '2029-01-26 24:00' }, null],
    ['a day longer', { ...ban, toAt: '2029-01-27 24:00' }, '2029-01-26 24:00'],
    ['his own home, one year', { finalAt: '2026-01-26 12:00', ownHome: true }, null],
    ['without an end', { finalAt: '2026-01-26 12:00', indefinite: true }, '2029-01-26 24:00'],
  ])('opens no retrial after its end: %s', (_, given, expected) => {
    expect(opens(given)).toBe(expected);
  });

  // Would catch: the text before the correction, by which the term runs while he sits in prison.
  it('stands still while he serves or evades sentence', () => {
    const served = { ...ban, serving: [{ fromAt: on('2026-03-01 12:00'), toAt: on('2026-03-31 12:00') }] };
    expect(seen(clockOf('C22', 'contactBans', served, '2026-03-10 12:00'))).toBe('not_applicable stands_still');
    expect(seen(clockOf('C22', 'contactBans', served, '2026-04-10 12:00'))).toBe('running 2028-02-25 24:00');
    expect(clockOf('C22', 'contactBans', served, '2026-04-10 12:00')?.readings).toEqual(['term_stood_still']);
    // What overlaps counts once, what lies before finality not at all.
    const twice = {
      ...ban,
      serving: [
        { fromAt: on('2026-03-01 12:00'), toAt: on('2026-03-31 12:00') },
        { fromAt: on('2026-03-21 12:00'), toAt: on('2026-04-10 12:00') },
        { fromAt: on('2025-11-01 12:00'), toAt: on('2026-01-01 12:00') },
      ],
    };
    expect(seen(clockOf('C22', 'contactBans', twice, '2026-05-10 12:00'))).toBe('running 2028-03-06 24:00');
  });

  // Would catch: a ban believed to protect from the day of the judgment.
  it('leaves a gap between judgment and finality unless an order covers it', () => {
    const judged = { judgedAt: '2026-01-10 12:00', toAt: '2028-01-26 24:00' };
    const gap = (given: object, now: string) => seen(clockOf('finality', 'contactBans', { ...judged, ...given }, now));
    expect(gap({}, '2026-01-20 12:00')).toBe('running no limit');
    expect(gap({ orderUntilAt: '2026-02-20 24:00' }, '2026-01-20 12:00')).toBe('not_applicable covered');
    expect(gap({ orderUntilAt: '2026-01-19 24:00' }, '2026-01-20 12:00')).toBe('running no limit');
    expect(gap({ finalAt: '2026-01-26 12:00' }, '2026-01-27 12:00')).toBe('met no limit');
  });

  // Would catch: a year of 365 times 24 hours; a day off that moves what stands in a judgment, or moves it without a word.
  it.each([
    ['a day of 25 hours begins', '2025-10-25 12:00', '2026-10-25 00:00', 'running 2026-10-25 24:00'],
    ['a minute before its end', '2025-10-25 12:00', '2026-10-25 23:59', 'soon 2026-10-25 24:00'],
    ['at its end', '2025-10-25 12:00', '2026-10-25 24:00', 'overdue 2026-10-25 24:00'],
    ['a day of 23 hours begins', '2025-03-29 12:00', '2026-03-29 00:00', 'soon 2026-03-29 24:00'],
    ['at its end', '2025-03-29 12:00', '2026-03-29 24:00', 'overdue 2026-03-29 24:00'],
    ['Easter Monday', '2025-04-06 12:00', '2026-04-06 12:00', 'soon 2026-04-06 24:00'],
    ['1 May', '2025-05-01 12:00', '2026-05-01 12:00', 'soon 2026-05-01 24:00'],
    ['17 May', '2026-05-17 12:00', '2027-05-17 12:00', 'soon 2027-05-17 24:00'],
    ['a leap day in between', '2027-06-30 12:00', '2028-06-29 12:00', 'running 2028-06-30 24:00'],
    ['the end of a month', '2025-04-30 12:00', '2026-04-30 12:00', 'soon 2026-04-30 24:00'],
  ])('own home, one year to %s', (_, finalAt, now, expected) => {
    expect(seen(clockOf('C22', 'contactBans', { finalAt, ownHome: true }, now))).toBe(expected);
  });

  // Would catch: an end on a day off that is shown as if nobody had to read it.
  it('says that an end on a day off was not moved', () => {
    const readings = (finalAt: string) =>
      clockOf('C22', 'contactBans', { finalAt, ownHome: true }, '2026-02-01 12:00')?.readings;
    expect(readings('2025-04-06 12:00')).toEqual(['longest_term', 'not_moved']);
    expect(readings('2025-05-01 12:00')).toEqual(['longest_term', 'not_moved']);
    expect(readings('2025-04-30 12:00')).toEqual(['longest_term']);
  });

  // Would catch: months counted in days over a change of clocks or the end of a month; a retrial put off by a day off.
  it('opens the retrial with the end of the day, whatever day that is', () => {
    const years = (finalAt: string) => opens({ finalAt, toAt: '2031-01-26 24:00' });
    const months = (finalAt: string) => opens({ finalAt, toAt: '2031-01-26 24:00', electronicControl: true });
    expect(years('2023-10-25 12:00')).toBe('2026-10-25 24:00');
    expect(years('2023-04-06 12:00')).toBe('2026-04-06 24:00');
    expect(years('2024-02-29 12:00')).toBe('2027-02-28 24:00');
    expect(years('2025-02-28 12:00')).toBe('2028-02-28 24:00');
    expect(months('2025-09-29 12:00')).toBe('2026-03-29 24:00');
    expect(months('2025-11-01 12:00')).toBe('2026-05-01 24:00');
    expect(months('2025-11-17 12:00')).toBe('2026-05-17 24:00');
    expect(months('2025-08-31 12:00')).toBe('2026-02-28 24:00');
  });
});
