import { z } from 'zod';
import type { RecordId } from '#model/ids.ts';
import { idSchema } from './common.ts';
import { PIECE_BYTES, pieceSchema } from './piece.ts';
import { mutation, query } from './route.ts';

/** `whole`: byte for byte what was taken in; `differs`: whole in itself, but another file than was noted. */
export type FileState = 'whole' | 'missing' | 'damaged' | 'differs';

/** What reading the files of all attachments showed. */
export interface FilesCheck {
  readonly checked: number;
  /** Those that are not whole. */
  readonly bad: readonly { readonly id: RecordId; readonly state: FileState }[];
}

/** An attachment as a line of the list. */
export interface AttachmentItem {
  readonly id: RecordId;
  readonly name: string;
  readonly mediaType: string;
  readonly sizeBytes: number;
  /** When it was taken in, ms UTC, and by whom. */
  readonly createdAt: number;
  readonly createdBy: string;
  readonly source: string | null;
  readonly struckAt: number | null;
}

export interface CustodyLine {
  readonly id: RecordId;
  readonly at: number;
  readonly step: 'received' | 'checked' | 'copied' | 'handed_over' | 'returned' | 'other';
  readonly person: string | null;
  readonly toWhom: string | null;
  readonly note: string | null;
  /** Who entered the step, and when, ms UTC: not always who did it. */
  readonly createdBy: string;
  readonly createdAt: number;
  readonly struckAt: number | null;
  readonly struckReason: string | null;
}

const id = z.strictObject({ id: idSchema });
const intakeId = idSchema;

/** A file arrives in pieces, each of which is encrypted before it touches the disk; a record is made when all is there. */
export const attachmentRoutes = {
  /** Fails with FILE_TOO_LARGE {limit, megabytes}, TOO_MANY_FILES, VAULT_IO {systemCode}. */
  'attachment.begin': mutation<{ intakeId: RecordId }>()(
    z.strictObject({
      caseId: idSchema,
      name: z.string().max(4_000),
      sizeBytes: z.int().min(0),
      /** When the file was last changed where it lies, ms UTC. */
      modifiedAt: z.int().nullable().default(null),
    }),
  ),
  /**
   * Next piece, and where in the file it begins. Fails with FILE_CHANGED when there is more than was announced, or the
   * piece does not follow the one before; nothing is kept then.
   */
  'attachment.append': mutation<{ receivedBytes: number }>()(
    z.strictObject({ intakeId, offset: z.int().min(0), bytes: pieceSchema }),
  ),
  /** Makes the record. `sameAs`: attachments of the case with the same content, as far as there are any. */
  'attachment.finish': mutation<{ id: RecordId; sameAs: readonly RecordId[] }>()(
    z.strictObject({ intakeId, source: z.string().trim().max(400).nullable().default(null) }),
  ),
  /** Leaves nothing of a file that is coming in. */
  'attachment.cancel': mutation<null>()(z.strictObject({ intakeId })),
  /** Attachments of a case, the one taken in last first. */
  'attachment.list': query<AttachmentItem[]>()(
    z.strictObject({ caseId: idSchema, struck: z.boolean().default(false) }),
  ),
  /** Bytes of the file from `offset`; leaves a line in the use log, one each half hour. */
  'attachment.read': query<{ base64: string; sizeBytes: number }>()(
    z.strictObject({
      id: idSchema,
      offset: z.int().min(0),
      length: z.int().min(0).max(PIECE_BYTES).default(PIECE_BYTES),
    }),
  ),
  /** Reads the whole file and compares it with what was noted at intake. */
  'attachment.check': query<{ state: FileState }>()(id),
  /** Who had it and what was done, in order of time. */
  'attachment.custody': query<CustodyLine[]>()(id),
};
