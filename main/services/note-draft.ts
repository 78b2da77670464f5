import type { NoteDraft } from '#db/book.ts';
import { serializeDocument } from '#model/document/format.ts';
import { parseDocument } from '#model/document/parse.ts';
import type { RecordId } from '#model/ids.ts';
import { type Context, ServiceError } from './context.ts';

/**
 * One draft a note: what another person typed is neither written over nor made a version in passing.
 * @throws ServiceError NOTE_DRAFT_OTHER
 */
export async function refuseOthersDraft(
  { book, person }: Pick<Context, 'book' | 'person'>,
  id: RecordId,
): Promise<void> {
  const draft = await othersDraft({ book, person }, id);
  if (draft) throw new ServiceError('NOTE_DRAFT_OTHER', { person: draft.person });
}

/** What another person typed in the note and the newest version does not say; null where there is none. */
export async function othersDraft(
  { book, person }: Pick<Context, 'book' | 'person'>,
  id: RecordId,
): Promise<NoteDraft | null> {
  const draft = await book.findDraft(id);
  if (!draft || draft.person === person.name) return null;
  const [note] = await book.list('note', { ids: [id], struck: true });
  if (!note) return draft;
  const { heading, document, text } = note.values;
  const stored = parseDocument(document, text ?? '');
  const isSaid =
    !stored.readOnly &&
    serializeDocument(stored.document) === draft.document &&
    (heading ?? '') === draft.heading.trim();
  return isSaid ? null : draft;
}
