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
  time: 'r.starts_at IS NULL, r.starts_at, r.story_order, r.rid',
  time_desc: 'r.starts_at IS NULL, r.starts_at DESC, r.story_order DESC, r.rid DESC',
  entered: 'r.rid DESC',
};

const PERSONS_OF_CASE = `SELECT cp.person_id FROM case_person cp JOIN record cr ON cr.id = cp.id
  WHERE cr.case_id = ?2 AND cr.struck_at IS NULL`;

/** How a kind that belongs to the book is narrowed to a case: through the persons who have a part in it. */
const BOOK_KIND_IN_CASE: Partial<Record<Kind, string>> = {
  person: `r.id IN (${PERSONS_OF_CASE})`,
  contact_point: `r.id IN (SELECT id FROM contact_point WHERE person_id IN (${PERSONS_OF_CASE}))`,
  whereabouts: `r.id IN (SELECT id FROM whereabouts WHERE person_id IN (${PERSONS_OF_CASE}))`,
  place: `r.id IN (SELECT id FROM place WHERE person_id IS NULL OR person_id IN (${PERSONS_OF_CASE}))`,
};

/** A page of whole records of several kinds in one order, and how many there are in all. */
export async function readPage(book: Book, filter: PageFilter): Promise<{ total: number; records: AnyRecord[] }> {
  const where = whereOf(filter);
  const params: SqlValue[] = [JSON.stringify(filter.kinds), filter.caseId ?? null];
  const count = await book.first<{ n: number }>(`SELECT count(*) AS n FROM record r WHERE ${where}`, params);
  const rows = await book.all<{ id: RecordId; kind: Kind }>(
    `SELECT r.id, r.kind FROM record r WHERE ${where} ORDER BY ${ORDERS[filter.order]} LIMIT ?3 OFFSET ?4`,
    [...params, filter.limit, filter.offset],
  );
  return { total: count?.n ?? 0, records: await readRecords(book, rows) };
}

/** Whole records, in the order of `rows`; one read a kind. */
async function readRecords(
  book: Book,
  rows: readonly { readonly id: RecordId; readonly kind: Kind }[],
): Promise<AnyRecord[]> {
  const found = new Map<RecordId, AnyRecord>();
  for (const kind of new Set(rows.map((row) => row.kind))) {
    const ids = rows.filter((row) => row.kind === kind).map((row) => row.id);
    for (const record of await book.list(kind, { ids, struck: true })) found.set(record.id, record);
  }
  return rows.flatMap((row) => found.get(row.id) ?? []);
}

function whereOf(filter: PageFilter): string {
  const parts = ['r.kind IN (SELECT value FROM json_each(?1))'];
  if (!filter.struck) parts.push('r.struck_at IS NULL');
  if (filter.caseId === undefined) {
    // Keeps the second parameter in the statement: SQLite refuses one that is bound and not used.
    parts.push('?2 IS NULL');
  } else {
    const bookKinds = filter.kinds.filter((kind) => KINDS[kind].scope === 'book');
    const narrowed = bookKinds.map((kind) => `(r.kind = '${kind}' AND ${BOOK_KIND_IN_CASE[kind] ?? 'r.id = ?2'})`);
    parts.push(`(${['r.case_id = ?2', ...narrowed].join(' OR ')})`);
  }
  return parts.join(' AND ');
}
