import type { noteRoutes } from '#contract/note.ts';
import type { Tx } from '#db/book.ts';
import { readNotes, readVersions } from '#db/reads/note.ts';
import { DOCUMENT_VERSION } from '#model/document/format.ts';
import { understoodDocument } from '#model/document/parse.ts';
import type { RecordId } from '#model/ids.ts';
import type { BookRecord } from '#model/kinds.ts';
import { type Handlers, ServiceError } from './context.ts';
import { reconcileLinks } from './note-links.ts';
import { showRecord } from './show.ts';

export const noteHandlers: Handlers<keyof typeof noteRoutes> = {
  async 'note.list'({ book }, { caseId, text, struck, offset, limit }) {
    const rows = await readNotes(book, caseId, struck);
    const words = wordsOf(text);
    // Not in SQL: its lower() knows a to z only, and titles have æ, ø and å.
    const fitting = rows.filter((row) => {
      const title = `${row.title} ${row.titleEn ?? ''}`.toLocaleLowerCase('nb');
      return words.every((word) => title.includes(word));
    });
    const notes = fitting.slice(offset, offset + limit).map((row) => ({ ...row, hasDraft: row.hasDraft === 1 }));
    return { all: rows.length, total: fitting.length, notes };
  },

  async 'note.open'({ book }, { id }) {
    const note = asNote(await book.find(id));
    const draft = await book.findDraft(id);
    return {
      note: showRecord(note),
      draft: draft && { heading: draft.heading, document: draft.document, text: draft.text, at: draft.at },
    };
  },

  async 'note.create'({ book }, { caseId, heading }) {
    const { value } = await book.command('note.create', (tx) =>
      tx.insert('note', { heading: headingOf(heading) }, { caseId }),
    );
    return { id: value.id };
  },

  async 'note.save_draft'({ book, person, now }, { id, heading, document, text }) {
    const record = await book.find(id);
    // A note whose creation was undone meanwhile still keeps what is typed: redo brings both back.
    if (record && record.kind !== 'note') throw new ServiceError('NOT_FOUND');
    const at = now();
    await book.saveDraft({ noteId: id, heading, document, text, at, person: person.name });
    return { at };
  },

  async 'note.commit'({ book }, { id, heading, document, documentVersion, text, mentions }) {
    if (documentVersion !== DOCUMENT_VERSION || !understoodDocument(document)) {
      throw new ServiceError('INVALID_VALUES', [{ field: 'document', code: 'INVALID' }]);
    }
    const { value } = await book.command('note.commit', async (tx) => {
      const note = await writableNote(tx, id);
      const changed = await tx.update('note', id, {
        heading: headingOf(heading),
        document,
        documentVersion,
        text: text === '' ? null : text,
      });
      if (note.values.document !== document) await reconcileLinks(tx, note, mentions);
      await tx.dropDraft(id);
      return { version: changed.version };
    });
    return value;
  },

  async 'note.discard_draft'({ book }, { id }) {
    await book.dropDraft(id);
    return null;
  },

  async 'note.versions'({ book }, { id }) {
    asNote(await book.find(id));
    return readVersions(book, id);
  },
};

/** The note as the command sees it. Throws NOT_FOUND, STRUCK, NOTE_NOT_UNDERSTOOD. */
async function writableNote(tx: Tx, id: RecordId): Promise<BookRecord<'note'>> {
  const note = asNote(await tx.find(id));
  if (note.struckAt !== null) throw new ServiceError('STRUCK');
  // Whoever asks: what this build does not understand down to the last property is never written over.
  const { document } = note.values;
  if (document !== null && !understoodDocument(document)) throw new ServiceError('NOTE_NOT_UNDERSTOOD');
  return note;
}

function asNote(record: { readonly kind: string } | null): BookRecord<'note'> {
  if (record?.kind !== 'note') throw new ServiceError('NOT_FOUND');
  return record as BookRecord<'note'>;
}

function wordsOf(text: string): string[] {
  return text.toLocaleLowerCase('nb').split(/\s+/).filter(Boolean);
}

function headingOf(heading: string): string | null {
  const trimmed = heading.trim();
  return trimmed === '' ? null : trimmed;
}
