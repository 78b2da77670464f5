import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import {
  dayBounds,
  instantOfLocal,
  isAmbiguousLocal,
  isZone,
  localOfInstant,
  localParts,
  monthBounds,
  plannedLocal,
  resolveLocal,
  startOfDay,
  startOfMonth,
  startOfYear,
  whichOfTwo,
  yearBounds,
} from '#model/time.ts';
import fc from '#tests/helpers/property.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const OSLO = 'Europe/Oslo';
const hours = (bounds: { fromAt: number; toAt: number } | null) => bounds && (bounds.toAt - bounds.fromAt) / HOUR_MS;

describe('a zone', () => {
  // Would catch: an offset taken for a zone, which would plan summer nights by winter's clock; a name nobody checks.
  it.each([
    ['Europe/Oslo', true],
    ['Asia/Kolkata', true],
    ['UTC', true],
    ['+01:00', false],
    ['-0330', false],
    ['Europe/Bergen', false],
    ['', false],
    ['Europe/Oslo ', false],
    ['2026-01-01T00:00[Europe/Oslo]', false],
  ])('%j: %s', (zone, known) => {
    expect(isZone(zone)).toBe(known);
  });
});

describe('the instant of a local time', () => {
  // Would catch: an hour invented where clocks go forward; the later of two equal times; half hours of offset lost.
  it.each([
    ['2026-03-29T01:59', OSLO, '2026-03-29T00:59:00Z'],
    ['2026-03-29T02:00', OSLO, null],
    ['2026-03-29T02:30', OSLO, null],
    ['2026-03-29T02:59', OSLO, null],
    ['2026-03-29T03:00', OSLO, '2026-03-29T01:00:00Z'],
    ['2026-10-25T01:59', OSLO, '2026-10-24T23:59:00Z'],
    ['2026-10-25T02:00', OSLO, '2026-10-25T00:00:00Z'],
    ['2026-10-25T02:59', OSLO, '2026-10-25T00:59:00Z'],
    ['2026-10-25T03:00', OSLO, '2026-10-25T02:00:00Z'],
    ['2026-06-01T12:00', 'Asia/Kolkata', '2026-06-01T06:30:00Z'],
    ['2026-01-01T00:00', 'America/St_Johns', '2026-01-01T03:30:00Z'],
    ['2026-01-01T00:00', 'Asia/Kathmandu', '2025-12-31T18:15:00Z'],
    // Lord Howe moves by half an hour.
    ['2026-10-04T02:15', 'Australia/Lord_Howe', null],
    ['2026-10-04T02:30', 'Australia/Lord_Howe', '2026-10-03T15:30:00Z'],
    // Samoa left out a whole day.
    ['2011-12-30T12:00', 'Pacific/Apia', null],
    ['2018-11-04T00:00', 'America/Sao_Paulo', null],
    ['0001-01-01T00:00', 'UTC', '0001-01-01T00:00:00Z'],
    ['9999-12-31T23:59', 'UTC', '9999-12-31T23:59:00Z'],
    ['2024-02-29T12:00', 'UTC', '2024-02-29T12:00:00Z'],
  ])('%s in %s', (local, zone, expected) => {
    expect(instantOfLocal(local, zone)).toBe(expected === null ? null : Date.parse(expected));
  });

  // Would catch: a date that rolls over (30 February to 2 March), 24:00 taken for the next day, other forms let in.
  it.each([
    '2026-02-29T12:00',
    '2026-04-31T12:00',
    '2026-13-01T12:00',
    '2026-00-10T12:00',
    '2026-01-00T12:00',
    '2026-01-01T24:00',
    '2026-01-01T12:60',
    '2026-01-01T12:00:00',
    '2026-01-01T12:00Z',
    '2026-01-01 12:00',
    '2026-1-1T12:00',
    '20260101T1200',
    '+012026-01-01T12:00',
    '2026-01-01T12:00\n',
    '２０２６-01-01T12:00',
    '',
  ])('%j is none', (local) => {
    expect(instantOfLocal(local, OSLO)).toBeNull();
  });

  it('is none in a zone that is not known', () => {
    expect(instantOfLocal('2026-01-01T12:00', 'Mars/Olympus')).toBeNull();
  });

  // Would catch: any minute of any zone that does not come back as it was written.
  it('comes back as the same local time', () => {
    const zones = [OSLO, 'Asia/Kolkata', 'America/St_Johns', 'Pacific/Apia', 'Australia/Lord_Howe', 'Africa/Monrovia'];
    fc.assert(
      fc.property(
        fc.date({ min: new Date('0002-01-01'), max: new Date('9998-12-31'), noInvalidDate: true }),
        fc.constantFrom(...zones),
        (date, zone) => {
          const local = date.toISOString().slice(0, 16);
          const at = instantOfLocal(local, zone);
          // Offsets of old days have seconds; the minute is cut, so an instant of a whole minute still comes back.
          if (at !== null) expect(localOfInstant(at, zone)).toBe(local);
        },
      ),
    );
  });
});

describe('a local time that occurs twice', () => {
  // Would catch: the hour before or after it asked about, the missing hour of spring, a throw on what is half typed.
  it.each([
    ['2026-10-25T01:59', OSLO, false],
    ['2026-10-25T02:00', OSLO, true],
    ['2026-10-25T02:59', OSLO, true],
    ['2026-10-25T03:00', OSLO, false],
    ['2026-03-29T02:30', OSLO, false],
    ['2026-10-25T02:30', 'UTC', false],
    ['2026-04-05T01:45', 'Australia/Lord_Howe', true],
    ['2026-02-30T02:30', OSLO, false],
    ['', OSLO, false],
    ['2026-10-25T02:30', 'Mars/Olympus', false],
  ])('%s in %s: %s', (local, zone, twice) => {
    expect(isAmbiguousLocal(local, zone)).toBe(twice);
  });
});

describe('the bounds of a day, month and year', () => {
  // Would catch: every day counted as 24 h, so that the last hour of a day in October belongs to the next.
  it('follow the clock', () => {
    expect(hours(dayBounds('2026-03-28', OSLO))).toBe(24);
    expect(hours(dayBounds('2026-03-29', OSLO))).toBe(23);
    expect(hours(dayBounds('2026-10-25', OSLO))).toBe(25);
    expect(hours(dayBounds('2026-10-04', 'Australia/Lord_Howe'))).toBe(23.5);
    expect(hours(monthBounds('2026-03', OSLO))).toBe(31 * 24 - 1);
    expect(hours(monthBounds('2026-10', OSLO))).toBe(31 * 24 + 1);
    expect(hours(monthBounds('2024-02', 'UTC'))).toBe(29 * 24);
    expect(hours(yearBounds('2026', OSLO))).toBe(365 * 24);
    expect(hours(yearBounds('2024', OSLO))).toBe(366 * 24);
  });

  it('begin where the day does, when midnight is left out', () => {
    expect(dayBounds('2018-11-04', 'America/Sao_Paulo')?.fromAt).toBe(Date.parse('2018-11-04T03:00:00Z'));
    expect(hours(dayBounds('2018-11-04', 'America/Sao_Paulo'))).toBe(23);
  });

  // Would catch: forms that mean something else, or nothing, read as a date.
  it.each(['2026-02-29', '2026-4-1', '20260401', '2026-04-01T10:00', '2026-04', '2026', '', '2026-04-01 ', 'i går'])(
    'no day: %j',
    (date) => {
      expect(dayBounds(date, OSLO)).toBeNull();
    },
  );
  it.each(['2026-13', '2026-00', '2026-3', '2026-03-01', '2026', '', '+002026-03'])('no month: %j', (month) => {
    expect(monthBounds(month, OSLO)).toBeNull();
  });
  it.each(['26', '02026', '', '2026-01', '+002026', '-000001', 'MMXX'])('no year: %j', (year) => {
    expect(yearBounds(year, OSLO)).toBeNull();
  });
  it('none in a zone that is not known', () => {
    expect(dayBounds('2026-01-01', 'Mars/Olympus')).toBeNull();
  });

  // Would catch: a gap or an overlap between two days: a fact at midnight on none of them, or on both.
  it('meet: where one day ends the next begins', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1900-01-01'), max: new Date('2200-01-01'), noInvalidDate: true }),
        fc.constantFrom(OSLO, 'America/Sao_Paulo', 'Australia/Lord_Howe'),
        (date, zone) => {
          const next = new Date(date.getTime() + DAY_MS);
          const day = dayBounds(date.toISOString().slice(0, 10), zone);
          expect(day?.toAt).toBe(dayBounds(next.toISOString().slice(0, 10), zone)?.fromAt);
          expect(startOfDay(day?.fromAt ?? 0, zone, 1)).toBe(day?.toAt);
        },
      ),
    );
  });
});

describe('steps of the calendar', () => {
  const at = (local: string, zone = OSLO) => instantOfLocal(local, zone) ?? Number.NaN;

  // Would catch: days stepped by 24 h, months by 30 days, a start taken from the UTC day.
  it('go by days, months and years of the zone', () => {
    expect(startOfDay(at('2026-03-29T12:00'), OSLO)).toBe(at('2026-03-29T00:00'));
    expect(startOfDay(at('2026-03-29T00:30'), OSLO, 1)).toBe(at('2026-03-30T00:00'));
    expect(startOfDay(at('2026-10-25T23:59'), OSLO, -1)).toBe(at('2026-10-24T00:00'));
    expect(startOfMonth(at('2026-03-31T23:59'), OSLO, 1)).toBe(at('2026-04-01T00:00'));
    expect(startOfMonth(at('2026-01-15T12:00'), OSLO, -1)).toBe(at('2025-12-01T00:00'));
    expect(startOfYear(at('2024-02-29T12:00'), OSLO, 1)).toBe(at('2025-01-01T00:00'));
    expect(startOfDay(at('2026-01-01T03:00', 'Asia/Kolkata'), 'Asia/Kolkata')).toBe(
      at('2026-01-01T00:00', 'Asia/Kolkata'),
    );
  });

  // Would catch: Sunday as day 0, the week of 29 December put in the old year, hours of a day always 24.
  it('tells the parts of an instant', () => {
    expect(localParts(at('2025-12-29T08:05'), OSLO)).toEqual({
      year: 2025,
      month: 12,
      day: 29,
      hour: 8,
      minute: 5,
      weekday: 1,
      week: 1,
      hoursInDay: 24,
    });
    expect(localParts(at('2026-10-25T12:00'), OSLO)).toMatchObject({ weekday: 7, week: 43, hoursInDay: 25 });
    expect(localParts(at('2027-01-03T12:00'), OSLO)).toMatchObject({ weekday: 7, week: 53 });
  });

  it('cuts seconds, before 1970 too', () => {
    expect(localOfInstant(Date.parse('2026-06-01T10:00:59.999Z'), OSLO)).toBe('2026-06-01T12:00');
    expect(localOfInstant(-1, 'UTC')).toBe('1969-12-31T23:59');
  });
});

// Would catch: the second of two times lost on the way to text and back, or texts that do not sort as their times do.
it('a planned time that occurs twice goes to text and back, and its texts sort as the times do', () => {
  const minute = fc.integer({ min: -180, max: 180 }).map((by) => Date.UTC(2026, 9, 25, 1) + by * 60_000);
  for (const zone of ['Europe/Oslo', 'UTC', 'America/New_York']) {
    fc.assert(
      fc.property(minute, minute, (a, b) => {
        const [one, other] = [plannedLocal(a, zone), plannedLocal(b, zone)];
        expect(instantOfLocal(one, zone)).toBe(a);
        expect(resolveLocal(one, zone)?.at).toBe(a);
        expect(Math.sign(one < other ? -1 : Number(one > other))).toBe(Math.sign(a - b));
      }),
    );
  }
  expect(plannedLocal(Date.UTC(2026, 9, 25, 1, 30), 'Europe/Oslo')).toBe('2026-10-25T02~30');
  expect(plannedLocal(Date.UTC(2026, 9, 25, 0, 30), 'Europe/Oslo')).toBe('2026-10-25T02:30');
  // Said of a time that occurs once it changes nothing.
  expect(instantOfLocal('2026-10-24T02~30', 'Europe/Oslo')).toBe(instantOfLocal('2026-10-24T02:30', 'Europe/Oslo'));
  expect(isAmbiguousLocal('2026-10-25T02~30', 'Europe/Oslo')).toBe(true);
});

// Would catch: a summer half hour taken for an hour, a change to winter read as one to summer, a day over the date line.
it('knows which of two times an instant is, in step with the calendar', () => {
  const changes = [
    ['Europe/Oslo', Date.UTC(2026, 9, 25, 1)],
    ['Europe/Oslo', Date.UTC(2026, 2, 29, 1)],
    ['Australia/Lord_Howe', Date.UTC(2026, 3, 4, 15)],
    ['America/New_York', Date.UTC(2026, 10, 1, 6)],
    ['Pacific/Kwajalein', Date.UTC(1993, 7, 20, 12)],
    ['Pacific/Apia', Date.UTC(2011, 11, 30, 10)],
    ['America/Juneau', Date.UTC(1867, 9, 18, 15)],
    ['UTC', Date.UTC(2026, 9, 25, 1)],
  ] as const;
  const change = fc.constantFrom(...changes);
  const away = fc.integer({ min: -36 * 60, max: 36 * 60 });
  fc.assert(
    fc.property(change, away, ([zone, at], minutes) => {
      const asked = at + minutes * 60_000;
      const plain = Temporal.Instant.fromEpochMilliseconds(asked).toZonedDateTimeISO(zone).toPlainDateTime();
      const [first, last] = (['earlier', 'later'] as const).map(
        (disambiguation) => plain.toZonedDateTime(zone, { disambiguation }).epochMilliseconds,
      );
      expect(whichOfTwo(asked, zone)).toBe(first === last ? null : asked === first ? 'first' : 'second');
    }),
    { numRuns: 1_000 },
  );
});
