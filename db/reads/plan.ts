import type { RecordId } from '#model/ids.ts';
import type { BookRecord, Kind } from '#model/kinds.ts';
import type { HolidayPeriod, OnHoliday } from '#model/plan/dates/holiday-dates.ts';
import type { LinkedNeed } from '#model/plan/raised.ts';
import type { Book, Reader, SqlValue } from '../book.ts';

/** Which part of the plans: of one case, or of all when `caseId` is null; times ms UTC. */
export interface PlanPart {
  readonly caseId: RecordId | null;
  readonly fromAt: number;
  readonly toAt: number;
}

/** Kinds that lie in a plan's window by their own span. */
const TIMED = ['need', 'measure', 'stay', 'appearance', 'alarm', 'alarm_activation', 'calendar_risk'] as const;
type Timed = (typeof TIMED)[number];

/** Ids of the records that reach into the window, by kind; a series reaches from its first start on. */
export async function readPlanIds(reader: Reader, part: PlanPart): Promise<Record<Timed, RecordId[]>> {
  const { caseId, fromAt, toAt } = part;
  // Of a case, + keeps from the index of its times; of all cases each kind has its own stretch of the index of kinds.
  const scope = caseId === null ? 'r.kind IN (SELECT value FROM json_each(?3)) AND ?4 IS NULL' : OF_CASE;
  const rows = await reader.all<{ id: RecordId; kind: Timed }>(
    `SELECT r.id, r.kind FROM record r WHERE ${scope}
       AND r.struck_at IS NULL AND r.starts_at < ?2 AND coalesce(r.ends_at, ?2) > ?1`,
    [fromAt, toAt, JSON.stringify(TIMED), caseId],
  );
  const ids = Object.fromEntries(TIMED.map((kind) => [kind, [] as RecordId[]])) as Record<Timed, RecordId[]>;
  for (const { id, kind } of rows) ids[kind].push(id);
  for (const { id, kind } of await movedSeries(reader, part)) if (!ids[kind].includes(id)) ids[kind].push(id);
  return ids;
}

const OF_CASE = 'r.case_id = ?4 AND +r.kind IN (SELECT value FROM json_each(?3))';

/** Series of which an occurrence was moved into the window: it may lie before all that the rule gives. */
function movedSeries(reader: Reader, { caseId, fromAt, toAt }: PlanPart) {
  return reader.all<{ id: RecordId; kind: 'need' | 'measure' }>(
    `SELECT DISTINCT s.id, s.kind FROM record r JOIN occurrence o ON o.id = r.id JOIN record s ON s.id = o.series_id
     WHERE r.kind = 'occurrence' AND ${caseId === null ? '?3 IS NULL' : 'r.case_id = ?3'} AND r.struck_at IS NULL
       AND o.from_local IS NOT NULL AND r.starts_at < ?2 AND coalesce(r.ends_at, ?2) > ?1 AND s.struck_at IS NULL`,
    [fromAt, toAt, caseId],
  );
}

/** Measures of every case that reach into the time and have somebody or something assigned. */
export async function readManned(reader: Reader, fromAt: number, toAt: number): Promise<RecordId[]> {
  const rows = await reader.all<{ id: RecordId }>(
    `SELECT r.id FROM record r WHERE r.kind = 'measure' AND r.struck_at IS NULL AND r.starts_at < ?2
       AND coalesce(r.ends_at, ?2) > ?1 AND EXISTS (SELECT 1 FROM assignment a WHERE a.measure_id = r.id)`,
    [fromAt, toAt],
  );
  return rows.map((row) => row.id);
}

/** Tables whose rows are parts of a measure or a need: by which column, and which names the occurrence. */
const PARTS = {
  occurrence: ['series_id', 'original_local', 'from_local'],
  assignment: ['measure_id', 'occurrence_local', null],
  leg: ['measure_id', 'occurrence_local', null],
  patrol_pass: ['measure_id', 'occurrence_local', null],
  required_qualification: ['owner_id', null, null],
} as const;
export type PlanPartKind = keyof typeof PARTS;

/** Keys of occurrences between two wall-clock texts; rows that name no occurrence hold for all. */
export interface KeyRange {
  readonly fromLocal: string;
  readonly toLocal: string;
}

/**
 * Parts of measures or needs, of the occurrences whose key or own start lies in the range; of all without a range.
 * @param owners ids of the measures or needs
 */
export async function readParts<K extends PlanPartKind>(
  book: Book,
  kind: K,
  owners: readonly RecordId[],
  range: KeyRange | null = null,
): Promise<BookRecord<K>[]> {
  const [owner, key, own] = PARTS[kind];
  const params: SqlValue[] = [JSON.stringify(owners)];
  let within = '';
  if (range && key) {
    params.push(range.fromLocal, range.toLocal);
    const between = [key, own].flatMap((column) => (column ? [`p.${column} BETWEEN ?2 AND ?3`] : []));
    within = `AND (p.${key} IS NULL OR ${between.join(' OR ')})`;
  }
  const rows = await book.all<{ id: RecordId }>(
    `SELECT p.id FROM ${kind} p JOIN record r ON r.id = p.id
     WHERE p.${owner} IN (SELECT value FROM json_each(?1)) AND r.struck_at IS NULL ${within}`,
    params,
  );
  return rows.length === 0 ? [] : book.list(kind, { ids: rows.map((row) => row.id) });
}

/** Reliefs from or to these measures. */
export async function readHandovers(book: Book, measures: readonly RecordId[]): Promise<BookRecord<'handover'>[]> {
  const of = (column: string) => `SELECT h.id FROM handover h WHERE h.${column} IN (SELECT value FROM json_each(?1))`;
  const rows = await book.all<{ id: RecordId }>(`${of('from_measure_id')} UNION ${of('to_measure_id')}`, [
    JSON.stringify(measures),
  ]);
  return rows.length === 0 ? [] : book.list('handover', { ids: rows.map((row) => row.id) });
}

/** Records of kinds that a case holds few of, of one case or of all. */
export function readOfCase<K extends Kind>(book: Book, kind: K, caseId: RecordId | null): Promise<BookRecord<K>[]> {
  return book.list(kind, caseId === null ? {} : { caseId });
}

/** Needs that a written date or a contingency has raised, of one case or of all, whenever they lie. */
export function readLinkedNeeds(
  reader: Reader,
  caseId: RecordId | null,
): Promise<(LinkedNeed & { readonly caseId: RecordId })[]> {
  return reader.all(
    `SELECT n.id, r.case_id AS caseId, n.calendar_risk_id AS riskId, n.person_id AS personId, n.status,
       n.raised_by AS raisedBy, r.starts_at AS startsAt, r.ends_at AS endsAt
     FROM protection_need n JOIN record r ON r.id = n.id
     WHERE n.calendar_risk_id IS NOT NULL AND r.struck_at IS NULL AND ${caseId === null ? '?1 IS NULL' : 'r.case_id = ?1'}
     ORDER BY r.rid`,
    [caseId],
  );
}

/**
 * What is told of danger on the same holiday in an earlier year, the newest of each case first. Only what has a day: of a
 * month, or of about a day, nothing says that it was then.
 */
export async function readOnHolidays(
  reader: Reader,
  caseId: RecordId | null,
  earlier: readonly { readonly name: HolidayPeriod['name']; readonly fromAt: number; readonly toAt: number }[],
): Promise<(OnHoliday & { readonly caseId: RecordId })[]> {
  if (earlier.length === 0) return [];
  // CROSS keeps the order: each stretch of days is looked up in the index, and no case is read through for it.
  return reader.all(
    `SELECT j.value ->> 'name' AS name, r.id, r.case_id AS caseId FROM json_each(?1) j CROSS JOIN record r
       ON r.starts_at >= CAST(j.value ->> 'fromAt' AS INTEGER) AND r.starts_at < CAST(j.value ->> 'toAt' AS INTEGER)
     WHERE r.kind IN (SELECT value FROM json_each(?2)) AND ${caseId === null ? '?3 IS NULL' : 'r.case_id = ?3'}
       AND r.struck_at IS NULL AND r.precision IN ('minute', 'day') AND r.qualifier IS NULL
     ORDER BY r.starts_at DESC, r.rid DESC`,
    [JSON.stringify(earlier), JSON.stringify(ON_HOLIDAY), caseId],
  );
}

const ON_HOLIDAY = ['threat', 'incident', 'breach'] as const satisfies readonly Kind[];

/** Records by id; none is no question at all. */
export async function readByIds<K extends Kind>(
  book: Book,
  kind: K,
  ids: Iterable<RecordId | null>,
): Promise<BookRecord<K>[]> {
  const wanted = [...new Set([...ids].filter((id) => id !== null))];
  return wanted.length === 0 ? [] : book.list(kind, { ids: wanted });
}
