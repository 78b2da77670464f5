import { z } from 'zod';
import type { RecordId } from '#model/ids.ts';
import type { Tone } from '#model/kinds/define.ts';
import type { AnyRecord, Kind } from '#model/kinds.ts';
import type { Precision, Qualifier } from '#model/when.ts';
import { idSchema, kindSchema, reasonSchema, valuesInput } from './common.ts';
import { mutation, query } from './route.ts';

/**
 * A record as the renderer sees it: a withheld value is null and its field is named in `withheld`;
 * `record.reveal` gives it and leaves a line in the use log.
 */
export interface ShownRecord extends AnyRecord {
  readonly withheld: readonly string[];
}

/** A record by its header: for lists, mentions, backlinks. */
export interface RecordBrief {
  readonly id: RecordId;
  readonly kind: Kind;
  /** Hue of the record itself where its kind has several (a measure's type). */
  readonly tone: Tone;
  readonly caseId: RecordId | null;
  readonly title: string;
  readonly titleEn: string | null;
  readonly startsAt: number | null;
  readonly precision: Precision | null;
  readonly qualifier: Qualifier | null;
  readonly struckAt: number | null;
}

export interface Backlink {
  readonly linkId: RecordId;
  readonly type: string;
  readonly excerpt: string | null;
  /** The day or minute for which the link is said to hold, ms UTC; null when that is not said. */
  readonly holds: { readonly at: number; readonly precision: Precision } | null;
  readonly from: RecordBrief;
}

export const recordRoutes = {
  'record.list': query<{ total: number; records: ShownRecord[] }>()(
    z.strictObject({
      kinds: z.array(kindSchema).min(1).max(100),
      caseId: idSchema.optional(),
      struck: z.boolean().default(false),
      /** Order by time; unknown times last. */
      order: z.enum(['time', 'time_desc', 'entered']).default('time'),
      offset: z.int().min(0).default(0),
      limit: z.int().min(1).max(500).default(200),
    }),
  ),
  'record.get': query<ShownRecord>()(z.strictObject({ id: idSchema })),
  /** Records with these ids, in this order, missing ones left out. */
  'record.briefs': query<RecordBrief[]>()(z.strictObject({ ids: z.array(idSchema).max(2_000) })),
  'record.create': mutation<ShownRecord>()(
    z.strictObject({ kind: kindSchema, caseId: idSchema.nullable(), values: valuesInput }),
  ),
  'record.update': mutation<ShownRecord>()(z.strictObject({ id: idSchema, patch: valuesInput })),
  'record.strike': mutation<null>()(z.strictObject({ id: idSchema, reason: reasonSchema })),
  'record.restore': mutation<null>()(z.strictObject({ id: idSchema })),
  /** The withheld value of one field; leaves a line in the use log. */
  'record.reveal': query<{ value: unknown }>()(z.strictObject({ id: idSchema, field: z.string().max(64) })),
  /** What links to a record: with a limit of 0 the count alone, else a page with it. */
  'record.backlinks': query<{ total: number; links: Backlink[] }>()(
    z.strictObject({ id: idSchema, offset: z.int().min(0).default(0), limit: z.int().min(0).max(200).default(50) }),
  ),
  /** Suggestions for a mention: linkable records of the case and the book whose title fits. */
  'record.suggest': query<RecordBrief[]>()(
    z.strictObject({
      caseId: idSchema,
      text: z.string().max(200),
      kinds: z.array(kindSchema).max(100).optional(),
      limit: z.int().min(1).max(50).default(12),
    }),
  ),
};
