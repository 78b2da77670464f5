import { z } from 'zod';
import { GRADING_SCHEMES, type GradingScheme } from '#model/document/grading.ts';
import type { RecordId } from '#model/ids.ts';
import { NOTE_FORMS, type NoteForm } from '#model/kinds/note.ts';
import type { Precision, Qualifier } from '#model/when.ts';
import { NOTE_PURPOSES } from './app.ts';
import type { ReviewItem } from './briefing.ts';
import { idSchema, LANGUAGES } from './common.ts';
import type { ShownRecord } from './record.ts';
import { mutation, nothing, query } from './route.ts';

const documentText = z.string().max(8_000_000);

export interface NoteDraft {
  readonly heading: string;
  readonly document: string;
  /** Plain text of the document. */
  readonly text: string;
  readonly at: number;
  /** Who typed it. Another's is read, and becomes a version only when somebody takes it over. */
  readonly person: string;
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
  readonly qualifier: Qualifier | null;
  readonly createdAt: number;
  readonly changedBy: string;
  /** Something is typed in it that is no version yet. */
  readonly hasDraft: boolean;
  readonly form: NoteForm | null;
  readonly signedAt: number | null;
  readonly struckAt: number | null;
}

export interface NoteVersion {
  readonly version: number;
  readonly seq: number;
  readonly at: number;
  readonly person: string;
  /** What was done: `note.commit`, `note.sign` … */
  readonly action: string;
  /** Hash of the entry of the log that made it, 64 hex digits. */
  readonly hash: string;
  /** It was taken back, and has not come back since. */
  readonly undone: boolean;
}

/** What a version said; null where it said nothing or its content was removed from the log. */
export interface NoteVersionText {
  readonly version: number;
  readonly at: number;
  readonly person: string;
  readonly heading: string | null;
  readonly document: string | null;
  readonly text: string | null;
  /** What else the note said of itself, by field: when it happened, where, by whom, from where it is known. */
  readonly facts: Readonly<Record<string, unknown>>;
}

const noteText = z.strictObject({ id: idSchema, heading: z.string().max(200), document: documentText });

/** How notes are written in this book. */
export interface NoteSettings {
  /** Scheme by which statements are graded outside criminal cases. */
  readonly grading: GradingScheme;
}

export const noteRoutes = {
  /** Notes of a case, newest first by when it happened, else by when it was written; `all` counts those not sought too. */
  'note.list': query<{ all: number; total: number; notes: NoteItem[] }>()(
    z.strictObject({
      caseId: idSchema,
      /** Every word must be in the title, or in the note as the search of the book finds them. Leaves a line in the use log. */
      text: z.string().max(200).default(''),
      /** Struck notes too. */
      struck: z.boolean().default(false),
      offset: z.int().min(0).default(0),
      limit: z.int().min(1).max(500).default(200),
    }),
  ),
  'note.open': query<NoteView>()(z.strictObject({ id: idSchema })),
  'note.create': mutation<{ id: RecordId }>()(
    z.strictObject({
      caseId: idSchema,
      heading: z.string().max(200).default(''),
      /** Form it is begun from, in which language; null is none, and without it what it is about says which. */
      form: z.enum(NOTE_FORMS).nullable().optional(),
      language: z.enum(LANGUAGES).optional(),
      /** Record it is about: mentioned in it, and its fields fill in the form. */
      aboutId: idSchema.optional(),
    }),
  ),
  /** Keeps what was typed, outside the log: one draft a note. Throws NOTE_DRAFT_OTHER over another person's. */
  'note.save_draft': mutation<{ at: number }>()(
    z.strictObject({ id: idSchema, heading: z.string().max(200), document: documentText, text: documentText }),
  ),
  /**
   * Makes one version of the note, its plain text and the links its text makes, and clears the draft. No change makes
   * none. Of a signed note only strikes and one's own addendum are taken; all else throws NOTE_SIGNED.
   */
  'note.commit': mutation<{ version: number }>()(noteText),
  /** The same, for words that are struck in a signed note: who and when is filled in. */
  'note.strike_text': mutation<{ version: number }>()(noteText),
  /** Signs this version, or the addendum it ends in. It cannot be undone. */
  'note.sign': mutation<{ version: number }>()(z.strictObject({ id: idSchema, version: z.int().min(1) })),
  'note.settings': query<NoteSettings>()(nothing),
  'note.set_grading': mutation<null>()(z.strictObject({ grading: z.enum(GRADING_SCHEMES) })),
  /**
   * The words of a note as an export would hold them now, and in how many places something is left out. Throws
   * NOTE_NOT_CASE_DOCUMENT as the export does.
   */
  'note.preview_export': query<{ text: string; withheld: number }>()(
    z.strictObject({ id: idSchema, purpose: z.enum(NOTE_PURPOSES), language: z.enum(LANGUAGES) }),
  ),
  /** Sentences of a note that a person must look at before it leaves as a case document, as `briefing.review`. */
  'note.review': query<ReviewItem[]>()(
    z.strictObject({ id: idSchema, find: z.string().trim().max(200).nullable().default(null) }),
  ),
  /**
   * Makes a version of another person's draft, kept at `at`: the log says who wrote it and who took it over. Throws NOTE_CHANGED
   * when there is another draft now.
   */
  'note.take_draft': mutation<{ version: number }>()(z.strictObject({ id: idSchema, at: z.int() })),
  'note.discard_draft': mutation<null>()(z.strictObject({ id: idSchema })),
  'note.versions': query<NoteVersion[]>()(z.strictObject({ id: idSchema })),
  'note.version': query<NoteVersionText>()(z.strictObject({ id: idSchema, version: z.int().min(1) })),
  /** Makes a new version that says what this old one said. */
  'note.restore_version': mutation<{ version: number }>()(z.strictObject({ id: idSchema, version: z.int().min(1) })),
};
