import type { RecordId } from '#model/ids.ts';
import type { LinkType } from '#model/kinds/note.ts';
import type { Precision } from '#model/when.ts';
import type { Reader } from '../book.ts';

/** A note by its header. */
export interface NoteRow {
  readonly id: RecordId;
  readonly title: string;
  readonly titleEn: string | null;
  readonly startsAt: number | null;
  readonly precision: Precision | null;
  readonly createdAt: number;
  readonly changedBy: string;
  readonly hasDraft: 0 | 1;
  readonly struckAt: number | null;
}

/** The notes of a case, struck ones only when asked for, by the heading of their draft where they have one, newest first by when it happened, else by when it was written. */
export async function readNotes(reader: Reader, caseId: RecordId, struck: boolean): Promise<NoteRow[]> {
  return reader.all<NoteRow>(
    `SELECT r.id, coalesce(nullif(d.heading, ''), r.title) AS title, r.title_en AS titleEn, r.starts_at AS startsAt,
       r.precision, r.created_at AS createdAt, r.changed_by AS changedBy, d.note_id IS NOT NULL AS hasDraft,
       r.struck_at AS struckAt
     FROM record r LEFT JOIN note_draft d ON d.note_id = r.id WHERE r.case_id = ? AND r.kind = 'note' AND (r.struck_at IS NULL OR ?)
     ORDER BY coalesce(r.starts_at, r.created_at) DESC, r.story_order DESC, r.rid DESC`,
    [caseId, struck ? 1 : 0],
  );
}

/** One version of a note that the record still stands on. */
export interface VersionRow {
  readonly version: number;
  readonly seq: number;
  readonly at: number;
  readonly person: string;
}

/** The versions of a record, oldest first, from the log; what was undone is not among them. */
export async function readVersions(reader: Reader, id: RecordId): Promise<VersionRow[]> {
  const changes = await reader.all<{ op: string; version: number | null; seq: number; at: number; person: string }>(
    `SELECT c.op, json_extract(c.after, '$.version') AS version, e.seq, e.at, e.person
     FROM log_change c JOIN log_entry e ON e.seq = c.seq WHERE c.record_id = ? ORDER BY c.number`,
    [id],
  );
  const versions: VersionRow[] = [];
  for (const { op, version, seq, at, person } of changes) {
    if (op === 'delete' || op === 'insert') versions.length = 0;
    if (op === 'delete') continue;
    // The log leaves out a version of 1, and after a purge every value.
    const number = version ?? (op === 'insert' ? 1 : (versions.at(-1)?.version ?? 0) + 1);
    while ((versions.at(-1)?.version ?? 0) > number) versions.pop();
    if (versions.at(-1)?.version !== number) versions.push({ version: number, seq, at, person });
  }
  return versions;
}

/** A link that a note makes, struck or not. */
export interface LinkRow {
  readonly id: RecordId;
  readonly toId: RecordId;
  readonly type: LinkType;
  readonly excerpt: string | null;
  readonly struckAt: number | null;
}

/** The links from a record, oldest first, struck ones too. */
export async function readLinksFrom(reader: Reader, id: RecordId): Promise<LinkRow[]> {
  return reader.all<LinkRow>(
    `SELECT l.id, l.to_id AS toId, l.type, l.excerpt, r.struck_at AS struckAt
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
