import { expect, test } from 'vitest';
import { instantOfLocal, localOfInstant, localParts, startOfDay, startOfMonth, startOfYear } from '#model/time.ts';
import { createCalendar } from '#renderer/timeline/calendar.ts';
import { createZoneClock } from '#renderer/timeline/zone-clock.ts';
import fc from '#tests/helpers/property.ts';
import { HOUR, oslo, osloAt } from './samples.ts';

const ZONES = ['Europe/Oslo', 'America/Denver', 'Africa/Casablanca', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'UTC'];
const anyAt = fc.integer({ min: Date.UTC(1975, 0, 1), max: Date.UTC(2060, 0, 1) });
/** Around clock changes, where tables built by sampling would go wrong first. */
const nearChange = fc
  .tuple(
    fc.constantFrom(Date.UTC(2026, 2, 29, 1), Date.UTC(2025, 9, 26, 1), Date.UTC(1990, 2, 25, 1)),
    fc.integer({ min: -3 * HOUR, max: 3 * HOUR }),
  )
  .map(([at, by]) => at + by);

test.each(ZONES)('the table of %s gives what Temporal gives, so no tick is an hour off', (zone) => {
  const { clock, ...calendar } = createCalendar(createZoneClock(zone));
  fc.assert(
    fc.property(fc.oneof(anyAt, nearChange), (at) => {
      expect(new Date(clock.toLocal(at)).toISOString().slice(0, 16)).toBe(localOfInstant(at, zone));
      expect(calendar.startOfDay(at, 1)).toBe(startOfDay(at, zone, 1));
      expect(calendar.startOfMonth(at, -1)).toBe(startOfMonth(at, zone, -1));
      expect(calendar.startOfYear(at)).toBe(startOfYear(at, zone));
      const { at: _, ...parts } = calendar.partsOf(at);
      expect(parts).toEqual(localParts(at, zone));
    }),
    { numRuns: 150 },
  );
});

test('a local time of the skipped hour is no instant, one of the repeated hour is two', () => {
  const gap = Date.parse('2026-03-29T02:30Z');
  expect(oslo.clock.occurrences(gap)).toEqual([]);
  expect(instantOfLocal('2026-03-29T02:30', 'Europe/Oslo')).toBeNull();
  expect(oslo.clock.toInstant(gap)).toBe(osloAt('2026-03-29T03:30'));
  const fold = oslo.clock.occurrences(Date.parse('2025-10-26T02:30Z'));
  expect(fold).toEqual([Date.UTC(2025, 9, 26, 0, 30), Date.UTC(2025, 9, 26, 1, 30)]);
});

test('clock changes of a span are found once, with both offsets', () => {
  const changes = oslo.clock.changes(osloAt('2025-10-01T00:00'), osloAt('2026-04-01T00:00'));
  expect(changes).toEqual([
    { at: Date.UTC(2025, 9, 26, 1), offsetBefore: 2 * HOUR, offsetAfter: HOUR },
    { at: Date.UTC(2026, 2, 29, 1), offsetBefore: HOUR, offsetAfter: 2 * HOUR },
  ]);
});

test('a zone that does not exist is refused by code', () => {
  expect(() => createZoneClock('Europe/Atlantis')).toThrow(expect.objectContaining({ code: 'TIMELINE_ZONE_UNKNOWN' }));
});

test('years far outside a case are still placed: 1900 and 2200', () => {
  for (const year of ['1900', '2200']) {
    const at = instantOfLocal(`${year}-07-01T12:00`, 'Europe/Oslo') ?? 0;
    expect(oslo.startOfYear(at)).toBe(startOfYear(at, 'Europe/Oslo'));
  }
});
