import type { RecordId } from '#model/ids.ts';
import { type AnyRecord, KINDS, type Kind } from '#model/kinds.ts';
import type { Book, SqlValue } from '../book.ts';

export interface PageFilter {
  readonly kinds: readonly Kind[];
  readonly caseId?: RecordId | undefined;
  readonly struck: boolean;
  readonly order: 'time' | 'time_desc' | 'entered';
  readonly offset: number;
  readonly limit: number;
}

/** Unknown times lie last in either direction: they are neither the oldest nor the newest. */
const ORDERS = {
  time: 'r.starts_at, r.story_order, r.rid',
  // SQLite holds NULL to be the least of all values: last, when the order falls.
  time_desc: 'r.starts_at DESC, r.story_order DESC, r.rid DESC',
  entered: 'r.rid DESC',
};

const PERSONS_OF_CASE = `SELECT cp.person_id FROM case_person cp JOIN record cr ON cr.id = cp.id
  WHERE cr.case_id = ?2 AND cr.kind = 'case_person' AND cr.struck_at IS NULL`;

/** How a kind that belongs to the book is narrowed to a case: through the persons who have a part in it. */
const BOOK_KIND_IN_CASE: Partial<Record<Kind, string>> = {
  person: `r.id IN (${PERSONS_OF_CASE})`,
  contact_point: `r.id IN (SELECT id FROM contact_point WHERE person_id IN (${PERSONS_OF_CASE}))`,
  whereabouts: `r.id IN (SELECT id FROM whereabouts WHERE person_id IN (${PERSONS_OF_CASE}))`,
  place: `r.id IN (SELECT id FROM place WHERE person_id IS NULL OR person_id IN (${PERSONS_OF_CASE}))`,
  // Who and what can be on duty is chosen from the whole roster in every case.
  officer: 'TRUE',
  vehicle: 'TRUE',
  qualification: 'TRUE',
  officer_qualification: 'TRUE',
  officer_exclusion: 'TRUE',
  rest_exception: 'TRUE',
};

/** A page of whole records of several kinds in one order, and how many there are in all. */
export async function readPage(book: Book, filter: PageFilter): Promise<{ total: number; records: AnyRecord[] }> {
  const { offset, limit, order } = filter;
  const where = whereOf(filter);
  const params: SqlValue[] = [JSON.stringify(filter.kinds), filter.caseId ?? null];
  const count = await book.first<{ total: number; timed: number }>(
    `SELECT count(*) AS total, count(r.starts_at) AS timed FROM record r WHERE ${where}`,
    params,
  );
  const { total, timed } = count ?? { total: 0, timed: 0 };
  const read = (also: string, from: number, most: number) =>
    book.all<HeaderRow>(
      `SELECT r.id, r.kind FROM record r WHERE ${where} ${also} ORDER BY ${ORDERS[order]} LIMIT ?3 OFFSET ?4`,
      [...params, most, from],
    );
  if (order !== 'time') return { total, records: await readRecords(book, await read('', offset, limit)) };
  // In two parts: an order with the unknown times last is one that no index has.
  const rows = offset < timed ? await read('AND r.starts_at IS NOT NULL', offset, limit) : [];
  if (rows.length < limit && offset + limit > timed && total > timed) {
    rows.push(...(await read('AND r.starts_at IS NULL', Math.max(0, offset - timed), limit - rows.length)));
  }
  return { total, records: await readRecords(book, rows) };
}

interface HeaderRow {
  readonly id: RecordId;
  readonly kind: Kind;
}

/** Whole records, in the order of `rows`; one read a kind. */
async function readRecords(book: Book, rows: readonly HeaderRow[]): Promise<AnyRecord[]> {
  const found = new Map<RecordId, AnyRecord>();
  for (const kind of new Set(rows.map((row) => row.kind))) {
    const ids = rows.filter((row) => row.kind === kind).map((row) => row.id);
    for (const record of await book.list(kind, { ids, struck: true })) found.set(record.id, record);
  }
  return rows.flatMap((row) => found.get(row.id) ?? []);
}

function whereOf(filter: PageFilter): string {
  // Of one kind, the index of the case's kinds has the order; of several, only the one of its times: + keeps to that.
  const { kinds, caseId } = filter;
  const inTimeOrder = caseId !== undefined && kinds.every((kind) => KINDS[kind].scope === 'case');
  const parts = [
    kinds.length === 1 ? 'r.kind = (?1 ->> 0)' : `${inTimeOrder ? '+' : ''}r.kind IN (SELECT value FROM json_each(?1))`,
  ];
  if (!filter.struck) parts.push('r.struck_at IS NULL');
  if (caseId === undefined) {
    // Keeps the second parameter in the statement: SQLite refuses one that is bound and not used.
    parts.push('?2 IS NULL');
  } else {
    const bookKinds = kinds.filter((kind) => KINDS[kind].scope === 'book');
    const narrowed = bookKinds.map((kind) => `(r.kind = '${kind}' AND ${BOOK_KIND_IN_CASE[kind] ?? 'r.id = ?2'})`);
    parts.push(`(${['r.case_id = ?2', ...narrowed].join(' OR ')})`);
  }
  return parts.join(' AND ');
}
