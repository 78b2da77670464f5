import { describe, expect, it } from 'vitest';
import { withNoneAfter } from '#model/flags/after.ts';
import { isAfter, Known } from '#model/flags/known.ts';
import { readCase } from '#model/flags/read-case.ts';
import type { CaseRecord } from '#model/flags/records.ts';
import type { RecordId } from '#model/ids.ts';
import { withNulls } from '#model/kinds.ts';
import { monthBounds, startOfDay, yearBounds } from '#model/time.ts';
import { PRECISIONS, type When } from '#model/when.ts';
import fc from '#tests/helpers/property.ts';

const ZONE = 'Europe/Oslo';
const DAY_MS = 86_400_000;
const FIRST_AT = Date.UTC(2024, 0, 1);
/** Entered long after, as an imported chronology is. */
const ENTERED_AT = Date.UTC(2030, 0, 1);
const KINDS = [
  'incident',
  'breach',
  'report',
  'arrest',
  'remand',
  'measure',
  'note',
  'court_step',
  'assessment',
] as const;
const TEXTS = [
  'Brudd: tar seg inn i boligen med kniv',
  'Ber om beskyttelsestiltak',
  'Advarer trusselutøver',
  'Løslatt',
  'Tiltales',
  'Trekker anmeldelsen',
  'Truer henne på livet',
  'Anses som ikke farlig',
  'Ringer henne',
];

function whenOf(fromAt: number, precision: When['precision']): When {
  switch (precision) {
    case 'minute':
      return { fromAt, toAt: fromAt + 60_000, precision, zone: ZONE };
    case 'day':
      return { fromAt: startOfDay(fromAt, ZONE), toAt: startOfDay(fromAt, ZONE, 1), precision, zone: ZONE };
    default: {
      const text = new Date(fromAt).toISOString();
      const bounds = precision === 'month' ? monthBounds(text.slice(0, 7), ZONE) : yearBounds(text.slice(0, 4), ZONE);
      return { ...(bounds ?? { fromAt, toAt: fromAt + 1 }), precision, zone: ZONE };
    }
  }
}

const chronology = fc
  .array(
    fc.record({
      kind: fc.constantFrom(...KINDS),
      text: fc.constantFrom(...TEXTS),
      minute: fc.integer({ min: 0, max: 400 * 1_440 }),
      precision: fc.constantFrom(...PRECISIONS),
    }),
    { maxLength: 40 },
  )
  .map((rows) =>
    rows
      .map(({ kind, text, minute, precision }) => ({ kind, text, when: whenOf(FIRST_AT + minute * 60_000, precision) }))
      .sort((a, b) => a.when.fromAt - b.when.fromAt)
      .map(({ kind, text, when }, index) => {
        const extra = kind === 'measure' ? { type: 'other', status: 'done' } : {};
        return {
          id: index.toString(16).padStart(32, '0') as RecordId,
          kind,
          title: text,
          titleEn: null,
          createdAt: ENTERED_AT,
          storyOrder: index + 1,
          startsAt: when.fromAt,
          endsAt: when.toAt,
          precision: when.precision,
          values: withNulls(kind, { text, happened: when, ...extra }),
        } as unknown as CaseRecord;
      }),
  );
const moment = fc.integer({ min: 0, max: 420 * 1_440 }).map((minute) => FIRST_AT + minute * 60_000);

describe('a case as it was known', () => {
  // Would catch: any rule that looks at what had not happened yet.
  it('reads the same whether or not the future is in the file', () => {
    fc.assert(
      fc.property(chronology, moment, (records, at) => {
        const known = new Set(new Known({ zone: ZONE, records }, at).entries.map(({ record }) => record.id));
        const past = records.filter(({ id }) => known.has(id));
        expect(readCase({ zone: ZONE, records: past }, at)).toEqual(readCase({ zone: ZONE, records }, at));
        for (const { values } of past) {
          const { happened } = values as { happened: When };
          expect(happened.fromAt).toBeLessThanOrEqual(at);
          if (happened.precision === 'month' || happened.precision === 'year') {
            expect(happened.toAt).toBeLessThanOrEqual(at);
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  // Would catch: a count of days from a month or a year, or one that goes back in time.
  it('counts days from exact days only, and one more a day', () => {
    fc.assert(
      fc.property(chronology, moment, (records, at) => {
        const today = readCase({ zone: ZONE, records }, at);
        // A day with a clock change has 23 or 25 hours: days of the calendar go on with it, those of 24 hours do not.
        const flagsAt = (later: number) =>
          new Map(readCase({ zone: ZONE, records }, later).map((flag) => [flag.rule, flag]));
        const byPrecision = { day: flagsAt(startOfDay(at, ZONE, 1)), minute: flagsAt(at + DAY_MS) };
        for (const { rule, since, sinceWhen, days, records: cited } of today) {
          expect(cited.length, rule).toBeGreaterThan(0);
          if (days === null) continue;
          expect(['minute', 'day'], rule).toContain(sinceWhen.precision);
          const next = byPrecision[sinceWhen.precision === 'day' ? 'day' : 'minute'].get(rule);
          if (next?.since === since && next.days !== null) expect(next.days - days, rule).toBe(1);
        }
      }),
      { numRuns: 200 },
    );
  });

  // Would catch: a shortcut that skips an answer which overlaps the question in time.
  it('finds what has no answer as comparing each with each does', () => {
    fc.assert(
      fc.property(chronology, (records) => {
        const known = new Known({ zone: ZONE, records }, ENTERED_AT);
        const [asked, answers] = [known.of('report'), known.of('measure', 'arrest')];
        const brute = asked.filter((one) => answers.every((answer) => !isAfter(answer, one)));
        expect(withNoneAfter(asked, answers)).toEqual(brute);
      }),
    );
  });
});
