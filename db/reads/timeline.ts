import type { RecordId } from '#model/ids.ts';
import type { MeasureType } from '#model/kinds/measure.ts';
import { KIND_NAMES, KINDS, type Kind } from '#model/kinds.ts';
import type { Precision } from '#model/when.ts';
import type { Reader } from '../book.ts';

export interface TimelineRow {
  readonly id: RecordId;
  readonly kind: Kind;
  readonly title: string;
  readonly titleEn: string | null;
  readonly startsAt: number;
  readonly endsAt: number | null;
  readonly precision: Precision;
  readonly storyOrder: number;
  /** For a measure only. */
  readonly measureType: MeasureType | null;
  readonly measureStatus: string | null;
  readonly fromLocal: string | null;
  readonly toLocal: string | null;
}

const KINDS_ON_LANES = KIND_NAMES.filter((kind) => KINDS[kind].lane !== null);

const FROM = `FROM record r WHERE r.case_id = ?1 AND r.struck_at IS NULL AND r.starts_at IS NOT NULL
  AND r.kind IN (SELECT value FROM json_each(?2))`;

/** How many records of a case lie on the timeline. */
export async function countTimeline(reader: Reader, caseId: RecordId): Promise<number> {
  const row = await reader.first<{ n: number }>(`SELECT count(*) AS n ${FROM}`, [
    caseId,
    JSON.stringify(KINDS_ON_LANES),
  ]);
  return row?.n ?? 0;
}

/** The records of a case that lie on the timeline, by time and, where equal, in story order. */
export async function readTimeline(
  reader: Reader,
  caseId: RecordId,
  page: { offset: number; limit: number },
): Promise<TimelineRow[]> {
  return reader.all<TimelineRow>(
    `SELECT t.id, t.kind, t.title, t.titleEn, t.startsAt, t.endsAt, t.precision, t.storyOrder, m.type AS measureType, m.status AS measureStatus, m.from_local AS fromLocal, m.to_local AS toLocal
     FROM (SELECT r.rid, r.id, r.kind, r.title, r.title_en AS titleEn, r.starts_at AS startsAt, r.ends_at AS endsAt,
       r.precision, r.story_order AS storyOrder ${FROM}
       ORDER BY r.starts_at, r.story_order, r.rid LIMIT ?3 OFFSET ?4) t
     LEFT JOIN measure m ON m.id = t.id
     ORDER BY t.startsAt, t.storyOrder, t.rid`,
    [caseId, JSON.stringify(KINDS_ON_LANES), page.limit, page.offset],
  );
}
