import type { RecordId } from '#model/ids.ts';
import type { LinkType, NoteForm } from '#model/kinds/note.ts';
import type { Precision, Qualifier } from '#model/when.ts';
import type { Reader } from '../book.ts';

/** A note by its header. */
export interface NoteRow {
  readonly id: RecordId;
  readonly title: string;
  readonly titleEn: string | null;
  readonly startsAt: number | null;
  readonly precision: Precision | null;
  readonly qualifier: Qualifier | null;
  readonly createdAt: number;
  readonly changedBy: string;
  readonly hasDraft: 0 | 1;
  readonly form: NoteForm | null;
  readonly signedAt: number | null;
  readonly struckAt: number | null;
}

/** The notes of a case, struck ones only when asked for, by the heading of their draft where they have one, newest first by when it happened, else by when it was written. */
export async function readNotes(reader: Reader, caseId: RecordId, struck: boolean): Promise<NoteRow[]> {
  return reader.all<NoteRow>(
    `SELECT r.id, coalesce(nullif(d.heading, ''), r.title) AS title, r.title_en AS titleEn, r.starts_at AS startsAt,
       r.precision, r.qualifier, r.created_at AS createdAt, r.changed_by AS changedBy, d.note_id IS NOT NULL AS hasDraft,
       n.note_form AS form, n.signed_at AS signedAt, r.struck_at AS struckAt
     FROM record r JOIN note n ON n.id = r.id LEFT JOIN note_draft d ON d.note_id = r.id WHERE r.case_id = ? AND r.kind = 'note' AND (r.struck_at IS NULL OR ?)
     ORDER BY coalesce(r.starts_at, r.created_at) DESC, r.story_order DESC, r.rid DESC`,
    [caseId, struck ? 1 : 0],
  );
}

/** A link that a note makes, struck or not. */
export interface LinkRow {
  readonly id: RecordId;
  readonly toId: RecordId;
  readonly type: LinkType;
  readonly excerpt: string | null;
  /** For when it holds; null when that is not said. */
  readonly holdsFromAt: number | null;
  readonly holdsPrecision: Precision | null;
  readonly holdsZone: string | null;
  readonly struckAt: number | null;
}

/** The links from a record, oldest first, struck ones too. */
export async function readLinksFrom(reader: Reader, id: RecordId): Promise<LinkRow[]> {
  return reader.all<LinkRow>(
    `SELECT l.id, l.to_id AS toId, l.type, l.excerpt, l.holds_from_at AS holdsFromAt,
       l.holds_precision AS holdsPrecision, l.holds_zone AS holdsZone, r.struck_at AS struckAt
     FROM link l JOIN record r ON r.id = l.id WHERE l.from_id = ? ORDER BY r.rid`,
    [id],
  );
}

/** Those of the ids that are records of the book. */
export async function readExisting(reader: Reader, ids: readonly RecordId[]): Promise<Set<RecordId>> {
  const rows = await reader.all<{ id: RecordId }>(
    'SELECT id FROM record WHERE id IN (SELECT value FROM json_each(?))',
    [JSON.stringify(ids)],
  );
  return new Set(rows.map((row) => row.id));
}
