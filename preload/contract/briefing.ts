import { z } from 'zod';
import { type BriefingDocument, PROFILES } from '#model/briefing.ts';
import type { RecordId } from '#model/ids.ts';
import type { Kind } from '#model/kinds.ts';
import { idSchema, LANGUAGES } from './common.ts';
import { mutation, query } from './route.ts';

/** Notes that are told in full, whole or one part under a heading. */
export const noteChoices = z
  .array(
    z.strictObject({
      id: idSchema,
      part: z.strictObject({ number: z.number().int().min(0).max(9_999), heading: z.string().max(2_000) }).optional(),
    }),
  )
  .max(30);
export type NoteChoices = z.infer<typeof noteChoices>;

const papers = { caseId: idSchema, language: z.enum(LANGUAGES), aboutId: idSchema.nullable().default(null) };
const input = z.strictObject({ ...papers, profile: z.enum(PROFILES), notes: noteChoices.optional() });

/** A sentence of the papers of a case, or a picture, that is looked at before the charged person can read it. */
export interface ReviewItem {
  /** Stays the same while the sentence does. */
  readonly key: string;
  readonly recordId: RecordId;
  readonly kind: Kind;
  readonly field: string;
  /** Without what is withheld by rule. */
  readonly text: string;
  /**
   * `rule`: it holds a protected value and is left out; `words`: it may tell of her, a person decides; `person`: somebody
   * decided about it; `found`: it was looked for; `picture`: no sentence but a picture, of which `text` says what is seen on it.
   */
  readonly why: 'rule' | 'words' | 'person' | 'found' | 'picture';
  /** What in it may tell of her. */
  readonly words: readonly string[];
  readonly decision: 'tell' | 'withhold' | null;
  readonly by: string | null;
  readonly at: number | null;
}

/** What came of a recall: who gave it back in his own words, and who heard it. */
export interface RecallReadBack {
  readonly at: number;
  readonly holder: string;
  readonly words: string;
  readonly by: string;
}

/** A copy that has left. */
export interface CopyLine {
  readonly at: number;
  readonly person: string;
  readonly copy: number;
  readonly profile: string;
}

export interface BriefingExportLine extends CopyLine {
  /** Since when it is recalled, ms UTC, and by what: he came out after it left. Null: it holds. */
  readonly recalled: { readonly at: number; readonly change: string; readonly readBack: RecallReadBack | null } | null;
}

export const briefingRoutes = {
  /** The document as it would leave now, already redacted; the copy number is the next one. */
  'briefing.preview': query<BriefingDocument>()(input),
  /** What of the papers of the case a person must look at; nothing leaves while one of them is not decided. */
  'briefing.review': query<ReviewItem[]>()(
    z.strictObject({ ...papers, find: z.string().trim().max(200).nullable().default(null) }),
  ),
  /** Decides about sentences of the papers of the case; null takes a decision back. */
  'briefing.decide': mutation<null>()(
    z.strictObject({
      caseId: idSchema,
      keys: z
        .array(z.string().regex(/^[0-9a-f]{32}$/))
        .min(1)
        .max(500),
      decision: z.enum(['tell', 'withhold']).nullable(),
    }),
  ),
  /** The holder of a recalled copy has given the recall back in his own words. */
  'briefing.read_back': mutation<null>()(
    z.strictObject({
      caseId: idSchema,
      copy: z.int().min(1).max(999_999_999),
      holder: z.string().trim().min(1).max(120),
      words: z.string().trim().min(1).max(500),
    }),
  ),
  /** Copies of this case's briefings that have left, newest first. */
  'briefing.copies': query<BriefingExportLine[]>()(z.strictObject({ caseId: idSchema })),
};
