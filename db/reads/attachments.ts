import type { RecordId } from '#model/ids.ts';
import type { Reader } from '../book.ts';

/** An attachment by its header and what a list shows of it. */
export interface AttachmentRow {
  readonly id: RecordId;
  readonly name: string;
  readonly mediaType: string;
  readonly sizeBytes: number;
  readonly createdAt: number;
  readonly createdBy: string;
  readonly source: string | null;
  readonly struckAt: number | null;
}

/** Attachments of a case, struck ones only when asked for, the one taken in last first. */
export function readAttachments(reader: Reader, caseId: RecordId, struck: boolean): Promise<AttachmentRow[]> {
  return reader.all<AttachmentRow>(
    `SELECT r.id, a.name, a.media_type AS mediaType, a.size_bytes AS sizeBytes, r.created_at AS createdAt,
       r.created_by AS createdBy, a.source, r.struck_at AS struckAt
     FROM record r JOIN attachment a ON a.id = r.id
     WHERE r.case_id = ? AND r.kind = 'attachment' AND (r.struck_at IS NULL OR ?)
     ORDER BY r.created_at DESC, r.rid DESC`,
    [caseId, struck ? 1 : 0],
  );
}

/** Other attachments of the case that hold the same bytes and are not struck. */
export async function readSameFiles(
  reader: Reader,
  caseId: RecordId,
  id: RecordId,
  sha256: string,
): Promise<RecordId[]> {
  const rows = await reader.all<{ id: RecordId }>(
    `SELECT r.id FROM attachment a JOIN record r ON r.id = a.id
     WHERE a.sha256 = ? AND r.case_id = ? AND r.id <> ? AND r.struck_at IS NULL ORDER BY r.rid`,
    [sha256, caseId, id],
  );
  return rows.map((row) => row.id);
}

/** One step of an attachment's chain of custody. */
export interface CustodyRow {
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

/** The chain of custody of an attachment, oldest first, struck steps too. Steps are written to the minute. */
export function readCustody(reader: Reader, id: RecordId): Promise<CustodyRow[]> {
  return reader.all<CustodyRow>(
    `SELECT c.id, c.at, c.step, c.person, c.to_whom AS toWhom, c.note, r.created_by AS createdBy,
       r.created_at AS createdAt, r.struck_at AS struckAt, r.struck_reason AS struckReason
     FROM custody_event c JOIN record r ON r.id = c.id WHERE c.attachment_id = ? ORDER BY c.at / 60000, r.rid`,
    [id],
  );
}
