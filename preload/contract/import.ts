import { z } from 'zod';
import type { RecordId } from '#model/ids.ts';
import type { Kind } from '#model/kinds.ts';
import type { Precision } from '#model/when.ts';
import { idSchema } from './common.ts';
import { pieceSchema } from './piece.ts';
import { mutation, query } from './route.ts';

/** Columns an imported file can give; the ones of the published chronologies carry these names themselves. */
export const IMPORT_COLUMNS = [
  'date',
  'time',
  'precision',
  'kind',
  'actor',
  'location',
  'text_en',
  'text_nb',
  'source',
  'confidence',
] as const;
export type ImportColumn = (typeof IMPORT_COLUMNS)[number];

/** The 13 words of the column `kind`. */
export const IMPORT_KINDS = [
  'threat',
  'incident',
  'contact',
  'report',
  'order',
  'order_breach',
  'assessment',
  'measure',
  'referral',
  'arrest',
  'remand',
  'court',
  'note',
] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];

/** Which column of the file (0 first) gives what; a column that is not there is null. */
export type ImportMapping = Readonly<Record<ImportColumn, number | null>>;
const column = z.int().min(0).max(1_000).nullable();
const mappingSchema: z.ZodType<ImportMapping> = z.strictObject(
  Object.fromEntries(IMPORT_COLUMNS.map((name) => [name, column])) as Record<ImportColumn, typeof column>,
);

/** Into which case: one that is there, or a new one of this name. */
const importTarget = z.union([
  z.strictObject({ caseId: idSchema }),
  z.strictObject({ caseName: z.string().trim().min(1).max(120) }),
]);
export type ImportTarget = z.infer<typeof importTarget>;

export interface RefusedRow {
  /** Line of the file on which the row begins, 1 first. */
  readonly line: number;
  /** Code: DATE_INVALID, TIME_MISSING (does not exist in the zone), PRECISION_UNKNOWN, KIND_UNKNOWN, TEXT_MISSING … */
  readonly reason: string;
}

/** What an import would do or did. */
export interface ImportSummary {
  readonly rows: number;
  /** By the file's own words of `kind`. */
  readonly imported: Partial<Record<ImportKind, number>>;
  /** Records made beside the rows: persons, their parts in the case, the case itself. */
  readonly created: Partial<Record<Kind, number>>;
  readonly precision: Record<Precision, number>;
  /** Lines imported into this case before. */
  readonly skipped: readonly number[];
  readonly refused: readonly RefusedRow[];
  /** How many there are in all, where the lists carry only the first of them. */
  readonly skippedRows: number;
  readonly refusedRows: number;
}

export interface PreviewRow {
  readonly line: number;
  readonly cells: readonly string[];
  readonly state: 'new' | 'skipped' | 'refused';
  readonly reason: string | null;
}

export interface ImportPreview {
  readonly header: readonly string[];
  readonly delimiter: string;
  readonly mapping: ImportMapping;
  readonly summary: ImportSummary;
  readonly page: readonly PreviewRow[];
  readonly totalRows: number;
}

const uploadId = z.string().max(64);

/** A file arrives in pieces, is looked at, and only then written. Nothing of it touches the disk in clear. */
export const importRoutes = {
  /** Fails with FILE_TOO_LARGE {limit, megabytes}. */
  'import.begin': mutation<{ uploadId: string }>()(z.strictObject({ sizeBytes: z.int().min(0) })),
  /** Next piece. */
  'import.append': mutation<{ receivedBytes: number }>()(z.strictObject({ uploadId, bytes: pieceSchema })),
  /** Reads the rows under a mapping and zone; the mapping is guessed from the header when null. */
  'import.preview': query<ImportPreview>()(
    z.strictObject({
      uploadId,
      target: importTarget,
      zone: z.string().max(64),
      mapping: mappingSchema.nullable(),
      offset: z.int().min(0).default(0),
      limit: z.int().min(1).max(200).default(50),
      /** Rows of one state only. */
      only: z.enum(['new', 'skipped', 'refused']).optional(),
    }),
  ),
  /** Writes the rows; one undo takes it all back. Progress comes as `import.progress`. */
  'import.confirm': mutation<{ caseId: RecordId; summary: ImportSummary }>()(
    z.strictObject({ uploadId, target: importTarget, zone: z.string().max(64), mapping: mappingSchema }),
  ),
  /** Forgets the file; stops a running import and takes back what it had written. */
  'import.cancel': mutation<null>()(z.strictObject({ uploadId })),
};
