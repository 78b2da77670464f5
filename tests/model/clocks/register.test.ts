import { describe, expect, it } from 'vitest';
import { clockOf, seen } from './samples.ts';

describe('C35, data of unclear relevance: four months (PRL § 8)', () => {
  // Would catch: 120 days; a criminal case held to it, which the correction takes out.
  it.each([
    [
      'inside a criminal case',
      { storedAt: '2026-01-31 12:00', inCriminalCase: true },
      '2026-02-01 12:00',
      'not_applicable criminal_case',
    ],
    ['same date', { storedAt: '2026-01-15 12:00' }, '2026-02-01 12:00', 'running 2026-05-15 24:00'],
    [
      '31 October: the last of February',
      { storedAt: '2026-10-31 12:00' },
      '2026-11-01 12:00',
      'running 2027-02-28 24:00',
    ],
    ['31 October before a leap year', { storedAt: '2027-10-31 12:00' }, '2027-11-01 12:00', 'running 2028-02-29 24:00'],
    ['a minute before', { storedAt: '2026-01-15 12:00' }, '2026-05-15 23:59', 'soon 2026-05-15 24:00'],
    ['at the end', { storedAt: '2026-01-15 12:00' }, '2026-05-15 24:00', 'overdue 2026-05-15 24:00'],
    [
      'deleted',
      { storedAt: '2026-01-15 12:00', deletedAt: '2026-05-01 12:00' },
      '2026-06-01 12:00',
      'met 2026-05-15 24:00',
    ],
    [
      'given a firm basis',
      { storedAt: '2026-01-15 12:00', movedAt: '2026-05-16 12:00' },
      '2026-06-01 12:00',
      'met_late 2026-05-15 24:00',
    ],
  ])('%s', (_, given, now, expected) => {
    expect(seen(clockOf('C35', 'unclearData', given, now))).toBe(expected);
  });
});

describe('C36, request for access, correction or deletion: 30 days (PRL § 54)', () => {
  // Would catch: a month in place of thirty days.
  it.each([
    ['over February', { receivedAt: '2026-02-10 12:00' }, '2026-02-11 12:00', 'running 2026-03-12 24:00'],
    ['over a leap day', { receivedAt: '2028-02-10 12:00' }, '2028-02-11 12:00', 'running 2028-03-11 24:00'],
    ['ends on 1 May: stays', { receivedAt: '2026-04-01 12:00' }, '2026-04-02 12:00', 'running 2026-05-01 24:00'],
    ['a minute before', { receivedAt: '2026-02-10 12:00' }, '2026-03-12 23:59', 'soon 2026-03-12 24:00'],
    ['at the end', { receivedAt: '2026-02-10 12:00' }, '2026-03-12 24:00', 'overdue 2026-03-12 24:00'],
    [
      'answered',
      { receivedAt: '2026-02-10 12:00', answeredAt: '2026-03-12 10:00' },
      '2026-04-01 12:00',
      'met 2026-03-12 24:00',
    ],
  ])('%s', (_, given, now, expected) => {
    expect(seen(clockOf('C36', 'accessRequests', given, now))).toBe(expected);
  });
});

describe('C37, use log: kept a year, deleted within three (PRL § 17)', () => {
  const written = { writtenAt: '2024-02-29 12:00' };
  // Would catch: an entry offered for deletion before its year, or kept past the third.
  it.each([
    ['within the first year', written, '2025-02-28 23:59', 'running 2027-02-28 24:00'],
    ['after a year it may go', written, '2025-02-28 24:00', 'open 2027-02-28 24:00'],
    ['a day before it must', written, '2027-02-28 12:00', 'soon 2027-02-28 24:00'],
    ['kept too long', written, '2027-02-28 24:00', 'overdue 2027-02-28 24:00'],
    ['purged', { ...written, purgedAt: '2026-01-01 12:00' }, '2027-03-01 12:00', 'met 2027-02-28 24:00'],
  ])('%s', (_, given, now, expected) => {
    expect(seen(clockOf('C37', 'useLogs', given, now))).toBe(expected);
  });
});
