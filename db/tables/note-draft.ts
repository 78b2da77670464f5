import type { RecordId } from '#model/ids.ts';
import type { NoteDraft } from '../book.ts';
import type { Connection } from '../driver/driver.ts';

/** The draft of a note, or null. */
export async function findDraft(db: Pick<Connection, 'all'>, noteId: RecordId): Promise<NoteDraft | null> {
  const [draft] = await db.all<NoteDraft>(
    'SELECT note_id AS noteId, heading, document, text, at, person FROM note_draft WHERE note_id = ?',
    [noteId],
  );
  return draft ?? null;
}

/** Puts the draft in the place of the one before. */
export async function writeDraft(db: Pick<Connection, 'run'>, draft: NoteDraft): Promise<void> {
  const { noteId, heading, document, text, at, person } = draft;
  await db.run(
    'INSERT OR REPLACE INTO note_draft (note_id, heading, document, text, at, person) VALUES (?, ?, ?, ?, ?, ?)',
    [noteId, heading, document, text, at, person],
  );
}

export async function deleteDraft(db: Pick<Connection, 'run'>, noteId: RecordId): Promise<void> {
  await db.run('DELETE FROM note_draft WHERE note_id = ?', [noteId]);
}
