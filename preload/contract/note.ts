import { z } from 'zod';
import type { RecordId } from '#model/ids.ts';
import { LINK_TYPES } from '#model/kinds/note.ts';
import type { Precision } from '#model/when.ts';
import { idSchema } from './common.ts';
import type { ShownRecord } from './record.ts';
import { mutation, query } from './route.ts';

const documentText = z.string().max(8_000_000);

/** What a mention in the document says: it becomes a link record. */
export const mentionSchema = z.strictObject({
  toId: idSchema,
  type: z.enum(LINK_TYPES),
  excerpt: z.string().max(400),
});

export interface NoteDraft {
  readonly heading: string;
  readonly document: string;
  /** Plain text of the document. */
  readonly text: string;
  readonly at: number;
}

export interface NoteView {
  readonly note: ShownRecord;
  /** Text typed since the last version and not yet one; kept outside the log. */
  readonly draft: NoteDraft | null;
}

/** A note as a line of the list: its document stays where it is. */
export interface NoteItem {
  readonly id: RecordId;
  readonly title: string;
  readonly titleEn: string | null;
  /** When what it tells of happened; null when that is not said. */
  readonly startsAt: number | null;
  readonly precision: Precision | null;
  readonly createdAt: number;
  readonly changedBy: string;
  /** Something is typed in it that is no version yet. */
  readonly hasDraft: boolean;
  readonly struckAt: number | null;
}

export interface NoteVersion {
  readonly version: number;
  readonly seq: number;
  readonly at: number;
  readonly person: string;
}

export const noteRoutes = {
  /** Notes of a case, newest first by when it happened, else by when it was written; `all` counts those not sought too. */
  'note.list': query<{ all: number; total: number; notes: NoteItem[] }>()(
    z.strictObject({
      caseId: idSchema,
      /** Every word must be in the title. */
      text: z.string().max(200).default(''),
      /** Struck notes too. */
      struck: z.boolean().default(false),
      offset: z.int().min(0).default(0),
      limit: z.int().min(1).max(500).default(200),
    }),
  ),
  'note.open': query<NoteView>()(z.strictObject({ id: idSchema })),
  'note.create': mutation<{ id: RecordId }>()(
    z.strictObject({ caseId: idSchema, heading: z.string().max(200).default('') }),
  ),
  /** Keeps what was typed, outside the log: one draft a note. */
  'note.save_draft': mutation<{ at: number }>()(
    z.strictObject({ id: idSchema, heading: z.string().max(200), document: documentText, text: documentText }),
  ),
  /** Makes one version of the note with the links its mentions carry, and clears the draft. No change makes none. */
  'note.commit': mutation<{ version: number }>()(
    z.strictObject({
      id: idSchema,
      heading: z.string().max(200),
      document: documentText,
      documentVersion: z.int().min(1),
      text: documentText,
      mentions: z.array(mentionSchema).max(10_000),
    }),
  ),
  'note.discard_draft': mutation<null>()(z.strictObject({ id: idSchema })),
  'note.versions': query<NoteVersion[]>()(z.strictObject({ id: idSchema })),
};
