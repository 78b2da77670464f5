import type { NoteItem } from '#contract/note.ts';
import { localParts, startOfDay, startOfMonth } from '#model/time.ts';

/** Notes of one stretch of time; the key says which, its numbers name it. */
export interface NoteGroup {
  readonly key: 'later' | 'today' | 'week' | 'month' | 'year';
  readonly year: number;
  readonly month: number;
  readonly notes: readonly NoteItem[];
}

/** When a note stands in the list: when what it tells of happened, else when it was written. ms UTC. */
export function timeOf(note: Pick<NoteItem, 'startsAt' | 'createdAt'>): number {
  return note.startsAt ?? note.createdAt;
}

/**
 * Notes in the order given, parted into later, today, the rest of this week (from Monday), months of the last year, and
 * years before it.
 */
export function groupNotes(notes: readonly NoteItem[], now: number, zone: string): NoteGroup[] {
  const today = startOfDay(now, zone);
  const tomorrow = startOfDay(now, zone, 1);
  const monday = startOfDay(now, zone, 1 - localParts(now, zone).weekday);
  const yearAgo = startOfMonth(now, zone, -11);
  const groups: { key: NoteGroup['key']; year: number; month: number; notes: NoteItem[] }[] = [];
  for (const note of notes) {
    const at = timeOf(note);
    const { year, month } = localParts(at, zone);
    const key = keyOf(note, at, { yearAgo, monday, today, tomorrow });
    const last = groups.at(-1);
    const isSame =
      last?.key === key &&
      (key === 'month' ? last.year === year && last.month === month : key !== 'year' || last.year === year);
    if (last && isSame) last.notes.push(note);
    else groups.push({ key, year, month, notes: [note] });
  }
  return groups;
}

interface Bounds {
  readonly yearAgo: number;
  readonly monday: number;
  readonly today: number;
  readonly tomorrow: number;
}

function keyOf(note: NoteItem, at: number, days: Bounds): NoteGroup['key'] {
  if (note.startsAt !== null && note.precision === 'year') return 'year';
  if (at >= days.tomorrow) return 'later';
  if (at >= days.today) return 'today';
  if (at >= days.monday) return 'week';
  return at >= days.yearAgo ? 'month' : 'year';
}
