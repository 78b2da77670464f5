import { describe, expect, it } from 'vitest';
import { hasEnded } from '#model/flags/custody.ts';
import { isAfter, Known } from '#model/flags/known.ts';
import type { CaseRecord } from '#model/flags/records.ts';
import { dateText, daysSince, hasWaited } from '#model/flags/since.ts';
import type { RecordId } from '#model/ids.ts';
import { withNulls } from '#model/kinds.ts';
import { readPattern } from '#model/pattern/read-pattern.ts';
import { instantOfLocal } from '#model/time.ts';
import type { When } from '#model/when.ts';
import { parseWhen } from '#renderer/ui/parse-when.ts';

const ZONE = 'Europe/Oslo';
const at = (local: string) => instantOfLocal(local.length === 10 ? `${local}T00:00` : local, ZONE) ?? Number.NaN;

/** A time as it is typed: `ca. 2026-03-12 21:30`, `før 2026-03-12`, `etter 2019`. */
function when(typed: string): When {
  const read = parseWhen(typed, ZONE, 0);
  if (!read.ok) throw new Error(typed);
  return read.when;
}

function record(told: string, entered: string, storyOrder = 0, kind = 'incident' as const): CaseRecord {
  return {
    id: `${storyOrder}${told}`.padStart(32, '0') as RecordId,
    kind,
    title: told,
    titleEn: null,
    createdAt: at(entered),
    storyOrder,
    startsAt: null,
    endsAt: null,
    precision: null,
    qualifier: null,
    values: withNulls(kind, { text: told, happened: when(told), sender: 'confirmed' }),
  } as unknown as CaseRecord;
}
const entriesAt = (records: readonly CaseRecord[], asked: string) =>
  new Known({ zone: ZONE, records }, at(asked)).entries;

describe('what is known at an instant, of a time that is known as a bound', () => {
  // Would catch: hindsight: what may not have happened yet counted; or what was just entered as past left out.
  it.each([
    // before: known as soon as the time it names is past, and not a minute sooner.
    ['før 2026-03-12', '2030-01-01', '2026-03-11T23:59', false],
    ['før 2026-03-12', '2030-01-01', '2026-03-12', true],
    ['før 2026-03-12', '2026-03-10', '2026-03-11', false],
    ['før 2012', '2030-01-01', '2012-01-01', true],
    // about: when its whole doubt is past, or when it was entered as past.
    ['ca. 2026-03-12 21:30', '2030-01-01', '2026-03-12T22:30', false],
    ['ca. 2026-03-12 21:30', '2030-01-01', '2026-03-12T22:31', true],
    ['ca. 2026-03-12 21:30', '2026-03-12T21:40', '2026-03-12T21:40', true],
    ['ca. 2026-03-12 21:30', '2026-03-12T21:40', '2026-03-12T21:29', false],
    ['ca. 2012', '2030-01-01', '2013-01-01', false],
    ['ca. 2012', '2030-01-01', '2014-01-02', true],
    // after: no end but its entry.
    ['etter 2019', '2026-01-01', '2025-12-31', false],
    ['etter 2019', '2026-01-01', '2026-01-01', true],
    ['etter 2019', '2019-06-01', '2019-12-31T23:59', false],
    ['etter 2019', '2019-06-01', '2020-01-01', true],
  ])('%s, entered %s, asked %s: %s', (told, entered, asked, isThere) => {
    expect(entriesAt([record(told, entered)], asked)).toHaveLength(isThere ? 1 : 0);
  });

  // Would catch: an answer counted that may have come before the question; the order of the story thrown away.
  it.each([
    ['2026-03-12', 'før 2026-03-12', 0, 0, true],
    ['2026-03-11', 'før 2026-03-12', 0, 0, false],
    ['før 2026-03-12', '2026-03-11', 0, 0, false],
    ['før 2026-03-12', '2026-03-11', 2, 1, true],
    ['etter 2026-03-12', '2026-03-12', 0, 0, true],
    ['etter 2026-03-12', '2026-03-13', 0, 0, false],
    ['etter 2026-03-12', '2026-03-13', 1, 2, false],
    ['ca. 2026-03-12 21:30', '2026-03-12 20:29', 0, 0, true],
    ['ca. 2026-03-12 21:30', '2026-03-12 21:00', 0, 0, false],
    ['2026-03-12 22:00', 'ca. 2026-03-12 21:30', 0, 0, false],
    ['2026-03-12 22:31', 'ca. 2026-03-12 21:30', 0, 0, true],
  ])('%s came after %s (told %i, %i): %s', (a, b, toldA, toldB, expected) => {
    const [one, other] = [record(a, '2030-01-01', toldA), record(b, '2030-01-01', toldB)];
    const known = entriesAt([one, other], '2031-01-01');
    const entryOf = (of: CaseRecord) => known.find((entry) => entry.record === of) ?? expect.fail();
    expect(isAfter(entryOf(one), entryOf(other))).toBe(expected);
  });

  // Would catch: a number of days since a bound, or a wait that may be shorter than it is said to be.
  it.each([
    ['2026-03-01', '2030-01-01', 14, true],
    ['2026-03-02', '2030-01-01', 14, false],
    ['før 2026-03-01', '2030-01-01', 14, true],
    ['før 2026-03-02', '2030-01-01', 14, false],
    ['ca. 2026-02-22', '2026-03-08', 7, true],
    ['ca. 2026-03-01', '2026-03-08', 14, false],
    // After a day it may have been this morning, but not later than it was entered.
    ['etter 2026-01-01', '2026-03-02', 14, false],
    ['etter 2026-01-01', '2026-02-20', 14, true],
  ])('%s, entered %s, has waited %i days on 15 March: %s', (told, entered, days, waited) => {
    const [entry] = entriesAt([record(told, entered)], '2031-01-01');
    expect(entry && hasWaited(entry, at('2026-03-15'), days)).toBe(waited);
    expect(daysSince(when(told), at('2026-03-15')) === null).toBe(/^\D/.test(told));
  });

  // Would catch: somebody who was let out about nine still counted as held at half past.
  it.each([
    ['2026-03-12', '2026-03-12T12:00', false],
    ['2026-03-12', '2026-03-13', true],
    ['ca. 2026-03-12 21:30', '2026-03-12T21:40', true],
    ['før 2026-03-12', '2026-03-12', true],
    ['etter 2026-03-12', '2026-03-14', true],
  ])('an end %s that is known has come at %s: %s', (told, asked, ended) => {
    expect(hasEnded(when(told), at(asked))).toBe(ended);
  });

  it('is told to programs with its sign', () => {
    expect(['ca. 2012', 'før 2012-03', 'etter 2026-03-12', '2012'].map((told) => dateText(when(told)))).toEqual([
      '~2012',
      '<2012-03',
      '>2026-03-12',
      '2012',
    ]);
  });
});

describe('the pattern of contacts, of a time that is known as a bound', () => {
  const read = (...told: string[]) =>
    readPattern(
      { zone: ZONE, records: told.map((one, index) => record(one, '2026-03-20', index + 1)) },
      at('2026-03-21'),
      {},
    );

  // Would catch: "about half past nine" in the cell of nine, or "before the 12th" in the week of the 12th.
  it('is in no hour, and in a week only where all of its doubt lies in it', () => {
    const { heat, weeks } = read(
      'ca. 2026-03-12 21:30',
      'før 2026-03-12 21:30',
      'etter 2026-03-12',
      'ca. 2026-03-11',
      'ca. 2026-03-15 23:30',
      '2026-03-12 21:30',
    );
    expect([heat.timed, heat.untimed]).toEqual([1, 5]);
    expect(weeks.map(({ monday, episodes }) => [monday, episodes])).toEqual([
      ['2026-03-09', 2],
      ['2026-03-16', 0],
    ]);
  });

  // Would catch: a breach that may lie outside the twelve months counted as one within them (§ 222 g).
  it('is possible, not certain, within the look-back', () => {
    const breaches = ['før 2025-03-21', 'etter 2025-01-01', 'etter 2025-03-21', 'ca. 2025-03-25', 'ca. 2025-06-01'];
    const records = breaches.map((told, index) => record(told, '2026-03-20', index + 1, 'breach' as 'incident'));
    const { control } = readPattern({ zone: ZONE, records }, at('2026-03-21T12:00'), {});
    const told = (ids: readonly string[]) => ids.map((id) => records.find((one) => one.id === id)?.title);
    expect(told(control.breaches)).toEqual(['etter 2025-03-21', 'ca. 2025-06-01']);
    expect(told(control.possible)).toEqual(['etter 2025-01-01', 'ca. 2025-03-25']);
  });
});
