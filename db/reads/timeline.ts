import type { RecordId } from '#model/ids.ts';
import type { MeasureType } from '#model/kinds/measure.ts';
import type { OrderVariant } from '#model/kinds/order.ts';
import { KIND_NAMES, KINDS, type Kind } from '#model/kinds.ts';
import type { Precision, Qualifier } from '#model/when.ts';
import type { Reader, SqlValue } from '../book.ts';

/** Where the end of an order is from. */
type OrderEndFrom = 'entered' | 'early' | 'longest';

export interface TimelineRow {
  readonly id: RecordId;
  readonly kind: Kind;
  readonly title: string;
  readonly titleEn: string | null;
  readonly startsAt: number;
  readonly endsAt: number | null;
  readonly precision: Precision;
  readonly qualifier: Qualifier | null;
  readonly storyOrder: number;
  /** For a measure only. */
  readonly measureType: MeasureType | null;
  readonly measureStatus: string | null;
  readonly fromLocal: string | null;
  readonly toLocal: string | null;
  /** Of an order, where its end is from: entered, lifted or set aside before it, or the longest term of the law. */
  readonly orderEnd: OrderEndFrom | null;
  readonly orderVariant: OrderVariant | null;
  /** Rule of a measure or a need that recurs. */
  readonly recurrence: string | null;
}

const KINDS_ON_LANES = KIND_NAMES.filter((kind) => KINDS[kind].lane !== null);

/** Which part of a case's timeline. */
export interface TimelinePart {
  /** Of these kinds only; all that have a lane when not given. */
  readonly kinds?: readonly Kind[] | undefined;
  /** What reaches into this time only, ms UTC; what has no end reaches into all that comes after it began. */
  readonly within?: { readonly fromAt: number; readonly toAt: number } | undefined;
}

/** Condition and its parameters. Of a few kinds, + keeps from the index of times, in which all the others lie too. */
function fromOf(caseId: RecordId, { kinds, within }: TimelinePart): { from: string; params: SqlValue[] } {
  const shown = kinds ? kinds.filter((kind) => KINDS_ON_LANES.includes(kind)) : KINDS_ON_LANES;
  const reaches = within ? 'AND r.starts_at < ?4 AND coalesce(r.ends_at, ?4) > ?3' : 'AND r.starts_at IS NOT NULL';
  return {
    from: `FROM record r WHERE r.case_id = ?1 AND r.struck_at IS NULL ${reaches}
      AND ${kinds ? '' : '+'}r.kind IN (SELECT value FROM json_each(?2))`,
    params: [caseId, JSON.stringify(shown), ...(within ? [within.fromAt, within.toAt] : [])],
  };
}

/** How many records of a case lie on the timeline. */
export async function countTimeline(reader: Reader, caseId: RecordId, part: TimelinePart = {}): Promise<number> {
  const { from, params } = fromOf(caseId, part);
  const row = await reader.first<{ n: number }>(`SELECT count(*) AS n ${from}`, params);
  return row?.n ?? 0;
}

/** The records of a case that lie on the timeline, by time and, where equal, in story order. */
export async function readTimeline(
  reader: Reader,
  caseId: RecordId,
  page: { offset: number; limit: number },
  part: TimelinePart = {},
): Promise<TimelineRow[]> {
  const { from, params } = fromOf(caseId, part);
  const [limit, offset] = [`?${params.length + 1}`, `?${params.length + 2}`];
  return reader.all<TimelineRow>(
    `SELECT t.id, t.kind, t.title, t.titleEn, t.startsAt, t.endsAt, t.precision, t.qualifier, t.storyOrder, m.type AS measureType, m.status AS measureStatus, m.from_local AS fromLocal, m.to_local AS toLocal,
       CASE WHEN o.id IS NULL OR t.endsAt IS NULL THEN NULL WHEN t.endsAt = o.to_at THEN 'entered'
         WHEN o.lifted_at IS NOT NULL OR (o.court_decision = 'set_aside' AND o.court_decided_at IS NOT NULL) THEN 'early'
         WHEN o.to_at IS NULL THEN 'longest' END AS orderEnd, o.variant AS orderVariant,
       coalesce(m.recurrence, n.recurrence) AS recurrence
     FROM (SELECT r.rid, r.id, r.kind, r.title, r.title_en AS titleEn, r.starts_at AS startsAt, r.ends_at AS endsAt,
       r.precision, r.qualifier, r.story_order AS storyOrder ${from}
       ORDER BY r.starts_at, r.story_order, r.rid LIMIT ${limit} OFFSET ${offset}) t
     LEFT JOIN measure m ON t.kind = 'measure' AND m.id = t.id
     LEFT JOIN protection_order o ON t.kind = 'order' AND o.id = t.id
     LEFT JOIN protection_need n ON t.kind = 'need' AND n.id = t.id
     ORDER BY t.startsAt, t.storyOrder, t.rid`,
    [...params, page.limit, page.offset],
  );
}

/** What began in an hour, by its kind. */
export interface HourCount {
  readonly kind: Kind;
  /** Hours since 1970, UTC. */
  readonly hour: number;
  readonly n: number;
  readonly lastAt: number;
}

/** How many records of a case began when, hour by hour in order; one statement, whatever the size of the case. */
export async function countByHour(reader: Reader, caseId: RecordId): Promise<HourCount[]> {
  const { from, params } = fromOf(caseId, {});
  return reader.all<HourCount>(
    // Division cuts towards 1970; hours before it are to be whole hours too.
    `SELECT r.kind, (r.starts_at - (r.starts_at % 3600000 + 3600000) % 3600000) / 3600000 AS hour, count(*) AS n,
       max(coalesce(r.ends_at, r.starts_at)) AS lastAt ${from} GROUP BY hour, r.kind ORDER BY hour`,
    params,
  );
}

/** When the breaches and orders of a case lie, those of one day as one. */
export async function readBlocks(
  reader: Reader,
  caseId: RecordId,
): Promise<{ kind: 'breach' | 'order'; fromAt: number; toAt: number | null }[]> {
  const { from, params } = fromOf(caseId, { kinds: ['breach', 'order'] });
  return reader.all(
    `SELECT r.kind, min(r.starts_at) AS fromAt, max(r.ends_at) AS toAt ${from}
     GROUP BY r.kind, CASE r.kind WHEN 'order' THEN r.rid ELSE r.starts_at / 86400000 END ORDER BY fromAt`,
    params,
  );
}
