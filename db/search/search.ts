import type { RecordId } from '#model/ids.ts';
import { isKind, type Kind } from '#model/kinds.ts';
import type { Precision, Qualifier } from '#model/when.ts';
import type { SearchHit, SearchOptions } from '../book.ts';
import { StoreError } from '../store-error.ts';
import type { Db } from '../tables/read-records.ts';
import { type Excerpt, excerptOf } from './excerpt.ts';
import { filterOf } from './filters.ts';
import { textsOf } from './index-text.ts';
import { searchOld } from './old-texts.ts';
import { wordsWithin } from './parts.ts';
import { parseQuery, type Query, withParts } from './query.ts';

const DEFAULT_LIMIT = 50;
const MOST_HITS = 500;
/**
 * Hits that are weighed. A word that stands in half the book is weighed in its newest texts only: what bm25 needs of
 * each hit costs many times what finding it does, and who types such a word goes on typing.
 */
const MOST_WEIGHED = 5_000;
/** Longer texts are read whole only where the hit is not in this much of them, characters. */
const TEXT_START = 20_000;
/** Longest value that could be cut in two there, characters. */
const CUT_MARGIN = 500;

/** A row of the index with its record, in the order of the SQL below. */
type HitRow = [
  id: RecordId,
  kind: Kind,
  caseId: RecordId | null,
  title: string,
  titleEn: string | null,
  startsAt: number | null,
  precision: Precision | null,
  qualifier: Qualifier | null,
  rid: number,
  /** Its texts, cut at TEXT_START. */
  original: string,
];

/**
 * Records in which every word of the query is found, best first (bm25): those where they stand as they were typed,
 * then those in another spelling or spacing, then those where a word stands within a longer one; at last, when asked,
 * struck ones and those whose earlier texts hold them. Withheld values are not found. Of more than MOST_WEIGHED hits
 * of one kind the newest are told.
 */
export async function searchRecords(db: Db, input: string, options: SearchOptions = {}): Promise<SearchHit[]> {
  const query = parseQuery(input);
  const limit = Math.min(Math.max(0, Math.trunc(options.limit ?? DEFAULT_LIMIT)), MOST_HITS);
  if (!query || limit === 0) return [];
  const find = (match: string, asked = query) => findHits(db, match, asked, limit, options);
  // One search is mostly enough. Words with letters of their own are mostly meant as typed; for the others the loose
  // search brings exact hits first, by weight.
  const first = await find(query.hasSpellings ? query.exact : query.loose);
  const isSettled = query.hasSpellings
    ? first.length === limit
    : first.length < limit || first.every((hit) => hit.exact);
  const second = isSettled ? [] : await find(query.hasSpellings ? query.loose : query.exact);
  const found = inOrder([...first, ...second], limit);
  if (found.length < limit) found.push(...(await findWithin(db, query, find, found)).slice(0, limit - found.length));
  if (!options.old || found.length === limit) return found;
  const known = new Set(found.map(({ id }) => id));
  return [...found, ...(await searchOld(db, query, options, limit - found.length, known))];
}

/** Records in which a word of the query stands within a longer one, and which are not found already. */
async function findWithin(
  db: Db,
  query: Query,
  find: (match: string, asked: Query) => Promise<SearchHit[]>,
  found: readonly SearchHit[],
): Promise<SearchHit[]> {
  const words: string[][] = [];
  for (const { within } of query.terms) words.push(await wordsWithin(db, within));
  if (words.every((longer) => longer.length === 0)) return [];
  const wider = withParts(query, words);
  const known = new Set(found.map(({ id }) => id));
  return (await find(wider.loose, wider)).filter(({ id }) => !known.has(id));
}

/** Exact hits first, each record once. */
function inOrder(hits: readonly SearchHit[], limit: number): SearchHit[] {
  const once = new Map<RecordId, SearchHit>();
  for (const hit of hits) if (hit.exact) once.set(hit.id, hit);
  for (const hit of hits) if (!once.has(hit.id)) once.set(hit.id, hit);
  return [...once.values()].slice(0, limit);
}

async function findHits(
  db: Db,
  match: string,
  query: Query,
  limit: number,
  options: SearchOptions,
): Promise<SearchHit[]> {
  const { where, params } = filterOf(options);
  // CROSS: the index is asked once and its hits looked up, never the index for each record of a case.
  const filter = where.length === 0 ? '' : 'CROSS JOIN record f ON f.rid = s.rowid';
  // The limit is a whole number and stands in the text: as a parameter it makes SQLite prepare the statement anew.
  // One JSON text crosses into JavaScript faster than fifty rows.
  const [answer] = await db.all<{ hits: string }>(
    `SELECT json_group_array(
       json_array(r.id, r.kind, r.case_id, r.title, r.title_en, r.starts_at, r.precision, r.qualifier, r.rid, substr(t.original, 1, ${TEXT_START}))
       ORDER BY h.weight, h.rid
     ) AS hits
     FROM (
       SELECT w.rid, w.weight FROM (
         SELECT s.rowid AS rid, s.rank AS weight FROM search s ${filter}
         WHERE ${['s.search MATCH ?', ...where].join(' AND ')} ORDER BY s.rowid DESC LIMIT ${MOST_WEIGHED}
       ) w ORDER BY w.weight LIMIT ${limit}
     ) h JOIN record r ON r.rid = h.rid JOIN search_text t ON t.rid = h.rid`,
    [match, ...params],
  );
  const hits: SearchHit[] = [];
  for (const row of JSON.parse(answer?.hits ?? '[]') as HitRow[]) {
    const started = hitOf(row, query, options);
    const { hit, found } = started.isCut ? await hitOfWhole(db, row, query, options) : started;
    if (!options.mask || found.all) hits.push(hit);
  }
  return hits;
}

function hitOf(row: HitRow, query: Query, { mask }: SearchOptions) {
  const [id, kind, , , , , , , , original] = row;
  if (!isKind(kind)) throw new StoreError('CORRUPT', { table: 'record', id });
  // A value that the end cuts in two is not covered: the last of it is not shown.
  const isLong = original.length >= TEXT_START;
  const texts = shownTexts(original, mask);
  const found = excerptOf(isLong && mask ? [texts.join(' ').slice(0, -CUT_MARGIN)] : texts, query.terms);
  // The hit may lie deep in a long text, of which only the start was read.
  const isCut = found.terms < query.terms.length && isLong;
  return { hit: searchHit(row, found, mask), found, isCut };
}

async function hitOfWhole(db: Db, row: HitRow, query: Query, { mask }: SearchOptions) {
  const [text] = await db.all<{ original: string }>('SELECT original FROM search_text WHERE rid = ?', [row[8]]);
  const found = excerptOf(shownTexts(text?.original ?? '', mask), query.terms);
  return { hit: searchHit(row, found, mask), found };
}

/** The texts of a record with what must not be shown covered. */
function shownTexts(original: string, mask: SearchOptions['mask']): string[] {
  const texts = textsOf(original);
  return mask ? texts.map(mask) : texts;
}

function searchHit(
  [id, kind, caseId, title, titleEn, startsAt, precision, qualifier]: HitRow,
  found: Excerpt,
  mask: (text: string) => string = (text) => text,
): SearchHit {
  const { excerpt, marks, isAsTyped } = found;
  const place = { startsAt, precision, qualifier };
  const titles = { title: mask(title), titleEn: titleEn && mask(titleEn) };
  const grade = kind === 'note' ? found.grade : null;
  return { id, kind, caseId, ...titles, ...place, excerpt, marks, exact: isAsTyped, grade, replaced: null };
}
