import { describe, expect, it } from 'vitest';
import { instantOfLocal } from '#model/time.ts';
import { PRECISIONS, QUALIFIERS, qualified, type When, whenOf } from '#model/when.ts';
import { parseWhen, whenText } from '#renderer/ui/parse-when.ts';
import fc from '#tests/helpers/property.ts';

const OSLO = 'Europe/Oslo';
const NOW = instantOfLocal('2026-03-29T05:12', OSLO) ?? 0;

function read(typed: string): string {
  const parsed = parseWhen(typed, OSLO, NOW);
  return parsed.ok ? `${parsed.when.precision} ${whenText(parsed.when, 'nb')}` : parsed.code;
}

describe('reading a typed time', () => {
  // Would catch: a form people type at a desk that is refused, or read as another day.
  it.each([
    ['2026-03-29 05:12', 'minute 2026-03-29 05:12'],
    ['2026-03-29T05:12', 'minute 2026-03-29 05:12'],
    ['2026-03-29 0512', 'minute 2026-03-29 05:12'],
    ['29.3.2026 0512', 'minute 2026-03-29 05:12'],
    ['29.03.2026 kl. 05.12', 'minute 2026-03-29 05:12'],
    ['  sø 2026-03-29 05:12 ', 'minute 2026-03-29 05:12'],
    ['29. mars 2026 05:12', 'minute 2026-03-29 05:12'],
    ['29 March 2026, 5:12', 'minute 2026-03-29 05:12'],
    ['2026-03-29', 'day 2026-03-29'],
    ['29.3.2026', 'day 2026-03-29'],
    ['29. mars 2026', 'day 2026-03-29'],
    ['02.04.2026', 'day 2026-04-02'],
    ['2012-03', 'month 2012-03'],
    ['3.2012', 'month 2012-03'],
    ['mars 2012', 'month 2012-03'],
    ['Oktober 2012', 'month 2012-10'],
    ['2012', 'year 2012'],
    ['i går 22:14', 'minute 2026-03-28 22:14'],
    ['i dag', 'day 2026-03-29'],
    ['05:12', 'minute 2026-03-29 05:12'],
    ['nå', 'minute 2026-03-29 05:12'],
  ])('%s', (typed, expected) => expect(read(typed)).toBe(expected));

  // Would catch: an "about" that is taken for the minute, a bound read as the day itself, a word of the other language refused.
  it.each([
    ['ca. 21:30', 'minute ca. 2026-03-29 21:30'],
    ['Ca. kl. 21:30', 'minute ca. 2026-03-29 21:30'],
    ['about 21:30', 'minute ca. 2026-03-29 21:30'],
    ['~2012', 'year ca. 2012'],
    ['c. 2012', 'year ca. 2012'],
    ['ca.2012', 'year ca. 2012'],
    ['omtrent mars 2012', 'month ca. 2012-03'],
    ['før 12.03.2025', 'day før 2025-03-12'],
    ['before 12 March 2025', 'day før 2025-03-12'],
    ['etter 2019', 'year etter 2019'],
    ['After 2019', 'year etter 2019'],
    ['etter i går 22:14', 'minute etter 2026-03-28 22:14'],
    ['i går ca. 22:14', 'minute ca. 2026-03-28 22:14'],
    ['28.3.2026 ca kl. 22.14', 'minute ca. 2026-03-28 22:14'],
    ['før lø 2026-03-28 22:14', 'minute før 2026-03-28 22:14'],
    // Before ten that day is not before ten of any day: it is not guessed which is meant.
    ['i går før 22:14', 'NOT_A_TIME'],
    ['etter 28.3.2026 ca. 22:14', 'NOT_A_TIME'],
    ['ca.', 'NOT_A_DATE'],
    ['før', 'NOT_A_DATE'],
    ['cafe 2012', 'NOT_A_DATE'],
  ])('%s, known not quite', (typed, expected) => expect(read(typed)).toBe(expected));

  // Would catch: a guess where the text says no real time (day and month turned, 29 February, the hour clocks skip).
  it.each([
    ['31.2.2026', 'NOT_A_DATE'],
    ['2026-02-29', 'NOT_A_DATE'],
    ['03/29/2026', 'NOT_A_DATE'],
    ['29.3', 'NOT_A_DATE'],
    ['i morgen tidlig', 'NOT_A_DATE'],
    ['mandag', 'NOT_A_DATE'],
    ['29.3.2026 25:00', 'NOT_A_TIME'],
    ['29.3.2026 om kvelden', 'NOT_A_TIME'],
    ['2026-03-29 02:30', 'TIME_DOES_NOT_EXIST'],
  ])('%s is refused', (typed, code) => expect(read(typed)).toBe(code));

  // Would catch: a night hour that occurs twice taken without a word.
  it('says when a time occurs twice', () => {
    const parsed = parseWhen('2026-10-25 02:30', OSLO, NOW);
    expect(parsed).toMatchObject({ ok: true, twice: true });
    expect(parseWhen('2026-10-25 03:30', OSLO, NOW)).toMatchObject({ ok: true, twice: false });
  });

  // Would catch: a value that changes by being shown and left again.
  it('reads back what it writes, in every precision, qualifier and language', () => {
    const date = fc.date({ min: new Date('1900-01-01'), max: new Date('2200-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(
        date,
        fc.constantFrom(...PRECISIONS),
        fc.constantFrom(OSLO, 'UTC', 'America/New_York'),
        fc.option(fc.constantFrom(...QUALIFIERS)),
        fc.constantFrom('nb' as const, 'en' as const),
        (at, precision, zone, qualifier, lang) => {
          const iso = at.toISOString();
          const length = { minute: 10, day: 10, month: 7, year: 4 }[precision];
          const named = whenOf(iso.slice(0, length), precision === 'minute' ? iso.slice(11, 16) : '', precision, zone);
          fc.pre(named !== null);
          const when = qualified(named as When, qualifier);
          const parsed = parseWhen(whenText(when, lang), zone, NOW);
          // The second of two equal local times is written as the first: both are the same text.
          if (!(parsed.ok && parsed.twice)) expect(parsed).toEqual({ ok: true, when, twice: false });
        },
      ),
    );
  });
});
