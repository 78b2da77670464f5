import { expect, test } from 'vitest';
import type { NoteItem } from '#contract/note.ts';
import type { RecordId } from '#model/ids.ts';
import { groupNotes } from '#renderer/features/note/group-notes.ts';
import { matchParts } from '#renderer/features/note/match-parts.ts';

const ZONE = 'Europe/Oslo';
/** Sunday 29 March 2026, 05:12 in Oslo: clocks went forward three hours ago. */
const NOW = Date.UTC(2026, 2, 29, 3, 12);

function note(startsAt: number | null, precision: NoteItem['precision'] = 'minute', createdAt = NOW): NoteItem {
  return {
    id: '0'.repeat(32) as RecordId,
    title: '',
    titleEn: null,
    startsAt,
    precision: startsAt === null ? null : precision,
    qualifier: null,
    createdAt,
    changedBy: 'Fjære',
    hasDraft: false,
    form: null,
    signedAt: null,
    struckAt: null,
  };
}

const keys = (...notes: NoteItem[]) => groupNotes(notes, NOW, ZONE).map(({ key, notes: of }) => `${key} ${of.length}`);

test('a day is a calendar day in the zone, also one of 23 hours, and a week begins on Monday', () => {
  expect(
    keys(
      note(Date.UTC(2026, 2, 29, 22, 1)),
      note(Date.UTC(2026, 2, 29, 21, 59)),
      note(Date.UTC(2026, 2, 28, 23, 0)),
      note(Date.UTC(2026, 2, 28, 22, 59)),
      note(Date.UTC(2026, 2, 22, 23, 0)),
      note(Date.UTC(2026, 2, 22, 22, 59)),
      note(Date.UTC(2026, 1, 27, 12)),
      note(Date.UTC(2025, 2, 31, 12)),
      note(Date.UTC(2025, 0, 31, 12)),
      note(Date.UTC(2024, 2, 31, 12)),
    ),
  ).toEqual(['later 1', 'today 2', 'week 2', 'month 1', 'month 1', 'year 2', 'year 1']);
});

test('a note whose time is not said stands where it was written, one of which only the year is known under its year', () => {
  expect(keys(note(null))).toEqual(['today 1']);
  expect(keys(note(Date.UTC(2012, 5, 1), 'year'), note(Date.UTC(2012, 4, 1), 'month'))).toEqual(['year 2']);
});

test('matches are marked whatever their case, and the parts joined are the text', () => {
  expect(matchParts('Rapport fra Patrulje 31', 'pat 31')).toEqual([
    { text: 'Rapport fra ', isMatch: false },
    { text: 'Pat', isMatch: true },
    { text: 'rulje ', isMatch: false },
    { text: '31', isMatch: true },
  ]);
  for (const query of ['', '.', '(', 'øst ØST', '[a', 'a.*']) {
    expect(
      matchParts('Østre (a.*) vei', query)
        .map(({ text }) => text)
        .join(''),
    ).toBe('Østre (a.*) vei');
  }
});
