import { describe, expect, it } from 'vitest';
import { IMPORT_COLUMNS } from '#contract/import.ts';
import { guessDelimiter, guessMapping } from '#main/import/mapping.ts';
import { rowReader } from '#main/import/row.ts';

const read = rowReader(guessMapping(IMPORT_COLUMNS), 'Europe/Oslo');
const row = (cells: Partial<Record<(typeof IMPORT_COLUMNS)[number], string>>) =>
  read(
    IMPORT_COLUMNS.map(
      (name) => ({ date: '2026-03-28', precision: 'day', kind: 'incident', text_nb: 'x', ...cells })[name] ?? '',
    ),
  );

describe('guessMapping', () => {
  // Would catch: a heading that names something every object has, and so puts a column of no name into the mapping.
  it('takes no heading for more than a word', () => {
    const mapping = guessMapping(['date', 'constructor', '__proto__', 'toString', 'dato']);
    expect(Object.keys(mapping)).toEqual([...IMPORT_COLUMNS]);
    expect(Object.values(mapping).filter((column) => column !== null)).toEqual([0]);
  });
});

describe('rowReader', () => {
  // Would catch: an imported text that reads other than it is, or hides a number from what searches texts for it.
  it('takes out what shows nothing or turns the reading round', () => {
    expect(row({ text_nb: 'Ring 911\u200b22\u00ad333\u0000', location: 'a\u202etxet' })).toMatchObject({
      values: { text: 'Ring 91122333', placeText: 'atxet' },
    });
    expect(row({ text_nb: '\u200b\u202e' })).toBe('TEXT_MISSING');
  });

  // From the column rules: a date has the form its precision asks for, a time stands only with precision minute.
  it.each([
    [{ date: '2026-03-28', time: '21:31', precision: 'minute' }, 'minute'],
    [{ date: '2026-03-28', time: '9:05', precision: 'minute' }, 'minute'],
    [{ date: '2026-03-28', precision: 'day' }, 'day'],
    [{ date: '2026-03', precision: 'month' }, 'month'],
    [{ date: '2026', precision: 'year' }, 'year'],
    [{ date: '2026-03', precision: '' }, 'month'],
    [{ date: '28.3.2026', precision: '' }, 'day'],
    [{ date: '2026-03-28', time: '21.31', precision: '' }, 'minute'],
  ])('takes %o as precision %s', (cells, precision) => {
    expect(row(cells)).toMatchObject({ precision, values: { happened: { precision } } });
  });

  // Would catch: "about 2012" refused or read as 2012, "before the 12th" as that day, a word of the other language unknown.
  it.each([
    [{ date: 'ca. 2012', precision: 'year' }, 'year', 'about'],
    [{ date: '~2012', precision: '' }, 'year', 'about'],
    [{ date: 'c. 2012-03', precision: '' }, 'month', 'about'],
    [{ date: 'før 12.03.2025', precision: '' }, 'day', 'before'],
    [{ date: 'Before 2025-03-12', precision: 'day' }, 'day', 'before'],
    [{ date: 'etter 2019', precision: '' }, 'year', 'after'],
    [{ date: 'after 2019', precision: '' }, 'year', 'after'],
    [{ date: '2026-03-28', time: 'ca. 21.31', precision: 'minute' }, 'minute', 'about'],
    [{ date: 'about 2026-03-28', time: '21:31', precision: '' }, 'minute', 'about'],
  ])('takes %o as precision %s, %s', (cells, precision, qualifier) => {
    expect(row(cells)).toMatchObject({ precision, values: { happened: { precision, qualifier } } });
  });

  it.each([
    [{ time: 'før 21:31', precision: 'minute' }, 'TIME_INVALID'],
    [{ date: 'etter 2026-03-28', time: 'ca. 21:31', precision: 'minute' }, 'TIME_INVALID'],
    [{ date: 'før', precision: 'day' }, 'DATE_INVALID'],
    [{ date: 'før ca. 2012', precision: 'year' }, 'DATE_INVALID'],
    [{ date: '' }, 'DATE_MISSING'],
    [{ date: '2026-02-29' }, 'DATE_INVALID'],
    [{ date: 'in March' }, 'DATE_INVALID'],
    [{ date: '2026', precision: 'day' }, 'DATE_NOT_OF_PRECISION'],
    [{ date: '2026-03-28', precision: 'month' }, 'DATE_NOT_OF_PRECISION'],
    [{ time: '21:31' }, 'TIME_NOT_OF_PRECISION'],
    [{ precision: 'minute' }, 'TIME_INVALID'],
    [{ time: '24:00', precision: 'minute' }, 'TIME_INVALID'],
    [{ precision: 'week' }, 'PRECISION_UNKNOWN'],
    [{ kind: 'rumour' }, 'KIND_UNKNOWN'],
    [{ text_nb: '' }, 'TEXT_MISSING'],
    [{ text_nb: 'x'.repeat(20_001) }, 'TEXT_TOO_LONG'],
  ])('refuses %o: %s', (cells, reason) => {
    expect(row(cells)).toBe(reason);
  });

  // Would catch: a time that does not exist moved silently to another hour.
  it('refuses a time the clock jumped over and keeps the ones around it', () => {
    const at = (time: string) => row({ date: '2026-03-29', time, precision: 'minute' });
    expect(at('02:30')).toBe('TIME_MISSING');
    expect(at('01:59')).toMatchObject({ values: { happened: { fromAt: Date.UTC(2026, 2, 29, 0, 59) } } });
    expect(at('03:00')).toMatchObject({ values: { happened: { fromAt: Date.UTC(2026, 2, 29, 1, 0) } } });
  });

  it('takes the first of two equal times when clocks go back', () => {
    const read = row({ date: '2026-10-25', time: '02:30', precision: 'minute' });
    expect(read).toMatchObject({ values: { happened: { fromAt: Date.UTC(2026, 9, 25, 0, 30) } } });
  });

  // Would catch: the quick path for days without a clock change giving another instant than the calendar.
  it('agrees with the calendar on an ordinary day', () => {
    const read = row({ date: '2026-07-01', time: '23:59', precision: 'minute' });
    expect(read).toMatchObject({ values: { happened: { fromAt: Date.UTC(2026, 6, 1, 21, 59) } } });
  });

  it('keeps English text alone, and both', () => {
    expect(row({ text_nb: '', text_en: 'y' })).toMatchObject({ values: { text: null, textEn: 'y' } });
    expect(row({ text_en: 'y' })).toMatchObject({ values: { text: 'x', textEn: 'y' } });
  });

  it('makes persons of role labels and of nothing else', () => {
    expect(row({ actor: 'Threat actor 2' })).toMatchObject({ actor: { name: 'Threat actor 2', role: 'threat_actor' } });
    expect(row({ actor: 'Barn 1' })).toMatchObject({ actor: { role: 'child' } });
    expect(row({ actor: 'Court' })).toMatchObject({ actor: null, values: { actorText: 'Court' } });
  });

  it('refuses a row with fewer cells than the mapping needs', () => {
    expect(read(['2026-03-28', ''])).toBe('COLUMNS_MISSING');
  });

  // Would catch: a fingerprint that joins cells so that ("ab","c") and ("a","bc") are one row.
  it('tells rows apart by where their cells end', () => {
    const prints = [row({ actor: 'ab', location: 'c' }), row({ actor: 'a', location: 'bc' })];
    expect(new Set(prints.map((read) => typeof read !== 'string' && read.fingerprint)).size).toBe(2);
  });
});

describe('guessing', () => {
  it('finds our columns, Norwegian ones, and leaves the rest', () => {
    expect(guessMapping(['Dato', 'Klokkeslett', 'Hendelse', 'Merknad'])).toMatchObject({
      date: 0,
      time: 1,
      text_nb: 2,
      kind: null,
    });
  });
  it.each([
    ['a;b;c', ';'],
    ['a\tb', '\t'],
    ['a,b', ','],
    ['"a;b;c",d', ','],
    ['alone', ','],
  ])('cuts %j at %j', (line, delimiter) => {
    expect(guessDelimiter(line)).toBe(delimiter);
  });
});
