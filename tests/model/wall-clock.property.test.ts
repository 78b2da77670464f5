import { Temporal } from 'temporal-polyfill';
import { expect, it } from 'vitest';
import { localOfInstant, localParts, startOfDay } from '#model/time.ts';
import fc from '#tests/helpers/property.ts';

/** Zones with offsets in quarters, changes at midnight, days that never were, and seconds of local mean time. */
const ZONES = [
  'Europe/Oslo',
  'UTC',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'America/Sao_Paulo',
  'Pacific/Apia',
  'Africa/Monrovia',
  'Asia/Beirut',
];
const DAY_MS = 86_400_000;

const zone = fc.constantFrom(...ZONES);
const anyTime = fc.integer({ min: Date.UTC(1000, 0, 1), max: Date.UTC(9990, 0, 1) });
const ourTime = fc.integer({ min: Date.UTC(1960, 0, 1), max: Date.UTC(2060, 0, 1) });
/** Within two days of a change of the clocks. */
const nearChange = fc
  .tuple(ourTime, zone, fc.integer({ min: -2 * DAY_MS, max: 2 * DAY_MS }))
  .map(([at, name, by]) => (zoned(at, name).getTimeZoneTransition('next')?.epochMilliseconds ?? at) + by);

function zoned(at: number, name: string) {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(name);
}

// Would catch: an offset kept past a change of the clocks, a week of the wrong year, a day that begins at a midnight that
// does not exist.
it('tells the local time, the parts and the start of the day as Temporal does', () => {
  fc.assert(
    fc.property(fc.oneof(anyTime, ourTime, nearChange), zone, fc.integer({ min: -40, max: 40 }), (at, name, days) => {
      const z = zoned(at, name);
      expect(localOfInstant(at, name)).toBe(z.toPlainDateTime().toString({ smallestUnit: 'minute' }));
      expect(localParts(at, name)).toEqual({
        year: z.year,
        month: z.month,
        day: z.day,
        hour: z.hour,
        minute: z.minute,
        weekday: z.dayOfWeek,
        week: z.weekOfYear,
        hoursInDay: z.hoursInDay,
      });
      const day = z.toPlainDate().add({ days }).toZonedDateTime(name);
      expect(startOfDay(at, name, days)).toBe(day.epochMilliseconds);
    }),
    { numRuns: 3_000 },
  );
});
