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
import { parseQuery, type Query, type Term, withoutSlight, withParts } from './query.ts';
import { type GradedExcerpt, gradedExcerpt, readStatements } from './statements.ts';
import { coveredTitles } from './titles.ts';

const DEFAULT_LIMIT = 50;
const MOST_HITS = 1_000;
/**
 * Where what is found may not be told (the words stand behind a bar, or in a statement of another grade), so many times more
 * are looked at, as long as too few are left, and at most.
 */
const WIDER = 4;
const WIDEST = 16;
/**
 * Hits that are weighed. A word that stands in half the book is weighed in its newest texts only: what bm25 needs of
 * each hit costs many times what finding it does, and who types such a word goes on typing.
 */
const MOST_WEIGHED = 5_000;
/** Records looked at for each that is wanted where a single letter decides, which most have. */
const PER_SLIGHT = 2;
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
 * Without words, the records that the filters leave; else those in which every word of the query is found, best first (bm25): those where they stand as they were typed,
 * then those in another spelling or spacing, then those where a word stands within a longer one; at last, when asked,
 * struck ones and those whose earlier texts hold them. Withheld values are not found. Of more than MOST_WEIGHED hits
 * of one kind the newest are told.
 */
export async function searchRecords(db: Db, input: string, options: SearchOptions = {}): Promise<SearchHit[]> {
  const query = parseQuery(input);
  const limit = Math.min(Math.max(0, Math.trunc(options.limit ?? DEFAULT_LIMIT)), MOST_HITS);
  if (limit === 0) return [];
  if (!query) return input.trim() === '' && isNarrowed(options) ? listRecords(db, limit, options) : [];
  const find = (spelling: Spelling, asked = query) => findAll(db, asked, spelling, limit, options);
  // One search is mostly enough. Words with letters of their own are mostly meant as typed; for the others the loose
  // search brings exact hits first, by weight.
  const first = await find(query.hasSpellings ? 'exact' : 'loose');
  const isSettled = query.hasSpellings
    ? first.length >= limit
    : first.length < limit || first.every((hit) => hit.exact);
  const second = isSettled ? [] : await find(query.hasSpellings ? 'loose' : 'exact');
  const found = inOrder([...first, ...second], limit);
  if (found.length < limit) found.push(...(await findWithin(db, query, find, found)).slice(0, limit - found.length));
  if (!options.old || found.length === limit) return found;
  const known = new Set(found.map(({ id }) => id));
  return [...found, ...(await searchOld(db, query, options, limit - found.length, known))];
}

/** True if anything but words narrows the search. */
function isNarrowed({ caseId, kinds, personId, fromAt, toAt, author, grading }: SearchOptions): boolean {
  return [caseId, kinds, personId, fromAt, toAt, author, grading].some((filter) => filter !== undefined);
}

/** Records in which a word of the query stands within a longer one, and which are not found already. */
async function findWithin(
  db: Db,
  query: Query,
  find: (spelling: Spelling, asked: Query) => Promise<SearchHit[]>,
  found: readonly SearchHit[],
): Promise<SearchHit[]> {
  const words: string[][] = [];
  for (const { within } of query.terms) words.push(await wordsWithin(db, within));
  if (words.every((longer) => longer.length === 0)) return [];
  const wider = withParts(query, words);
  const known = new Set(found.map(({ id }) => id));
  return (await find('loose', wider)).filter(({ id }) => !known.has(id));
}

/** Exact hits first, each record once. */
function inOrder(hits: readonly SearchHit[], limit: number): SearchHit[] {
  const once = new Map<RecordId, SearchHit>();
  for (const hit of hits) if (hit.exact) once.set(hit.id, hit);
  for (const hit of hits) if (!once.has(hit.id)) once.set(hit.id, hit);
  return [...once.values()].slice(0, limit);
}

/** As it was typed, or in any spelling. */
type Spelling = 'exact' | 'loose';

/**
 * Hits of a query, best first. A single letter beside other words weighs nothing and is looked for in what those find; only
 * where too few of that have it is the index asked for it.
 */
async function findAll(
  db: Db,
  query: Query,
  spelling: Spelling,
  limit: number,
  options: SearchOptions,
): Promise<SearchHit[]> {
  const lean = withoutSlight(query);
  if (lean) {
    const rows = await findRows(db, lean[spelling], limit * PER_SLIGHT, options);
    const found = await hitsOf(db, rows, query.terms, { ...options, needsAll: true });
    const hits = spelling === 'exact' ? found.filter(({ exact }) => exact) : found;
    if (hits.length >= limit || rows.length < limit * PER_SLIGHT) return hits.slice(0, limit);
  }
  return tellable(limit, async (asked) => {
    const rows = await findRows(db, query[spelling], asked, options);
    return { looked: rows.length, hits: await hitsOf(db, rows, query.terms, options) };
  });
}

/** As many hits as are wanted, of so many looked at as that takes. */
async function tellable(
  limit: number,
  find: (asked: number) => Promise<{ readonly looked: number; readonly hits: readonly SearchHit[] }>,
): Promise<SearchHit[]> {
  for (let asked = limit; ; asked *= WIDER) {
    const { looked, hits } = await find(asked);
    if (hits.length >= limit || looked < asked || asked >= limit * WIDEST) return hits.slice(0, limit);
  }
}

async function findRows(db: Db, match: string, limit: number, options: SearchOptions): Promise<HitRow[]> {
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
       ) w ORDER BY w.weight, w.rid LIMIT ${limit}
     ) h JOIN record r ON r.rid = h.rid JOIN search_text t ON t.rid = h.rid`,
    [match, ...params],
  );
  return JSON.parse(answer?.hits ?? '[]') as HitRow[];
}

/** Records that the filters leave, without any words, the newest first by when they happened or were entered. */
async function listRecords(db: Db, limit: number, options: SearchOptions): Promise<SearchHit[]> {
  const { where, params } = filterOf(options);
  return tellable(limit, async (asked) => {
    const [answer] = await db.all<{ hits: string }>(
      `SELECT json_group_array(
       json_array(r.id, r.kind, r.case_id, r.title, r.title_en, r.starts_at, r.precision, r.qualifier, r.rid, substr(t.original, 1, ${TEXT_START}))
       ORDER BY h.at DESC, h.rid DESC
     ) AS hits
     FROM (
       SELECT f.rid, coalesce(f.starts_at, f.created_at) AS at FROM record f
       WHERE ${['f.struck_at IS NULL', 'f.rid IN (SELECT rid FROM search_text)', ...where].join(' AND ')}
       ORDER BY at DESC, f.rid DESC LIMIT ${asked}
     ) h JOIN record r ON r.rid = h.rid JOIN search_text t ON t.rid = h.rid`,
      params,
    );
    const rows = JSON.parse(answer?.hits ?? '[]') as HitRow[];
    return { looked: rows.length, hits: await hitsOf(db, rows, [], options) };
  });
}

async function hitsOf(
  db: Db,
  rows: readonly HitRow[],
  terms: readonly Term[],
  options: SearchOptions & { readonly needsAll?: boolean },
): Promise<SearchHit[]> {
  const notes = rows.flatMap(([, kind, , , , , , , rid]) => (kind === 'note' ? [rid] : []));
  const graded = await readStatements(db, notes);
  // The index knows no ends of texts, and spellings as if they followed each other.
  const needsAll = options.mask || options.needsAll || terms.some(({ form }) => form === 'phrase');
  const hits: SearchHit[] = [];
  for (const row of rows) {
    const [id, kind, , , , , , , rid, original] = row;
    if (!isKind(kind)) throw new StoreError('CORRUPT', { table: 'record', id });
    const started = foundIn(original, terms, options);
    const found = started.isCut ? await foundInWhole(db, rid, terms, options) : started.found;
    if (needsAll && !found.all) continue;
    const told = gradedExcerpt(found, graded.get(rid) ?? [], terms, options);
    if (told) hits.push(searchHit(row, told, options.mask));
  }
  return hits;
}

function foundIn(original: string, terms: readonly Term[], { mask }: SearchOptions) {
  // A value that the end cuts in two is not covered: the last of it is not shown.
  const isLong = original.length >= TEXT_START;
  const texts = shownTexts(original, mask);
  const found = excerptOf(isLong && mask ? [texts.join(' ').slice(0, -CUT_MARGIN)] : texts, terms);
  // The hit may lie deep in a long text, of which only the start was read.
  return { found, isCut: found.terms < terms.length && isLong };
}

async function foundInWhole(db: Db, rid: number, terms: readonly Term[], { mask }: SearchOptions): Promise<Excerpt> {
  const [text] = await db.all<{ original: string }>('SELECT original FROM search_text WHERE rid = ?', [rid]);
  return excerptOf(shownTexts(text?.original ?? '', mask), terms);
}

/** The texts of a record with what must not be shown covered. */
function shownTexts(original: string, mask: SearchOptions['mask']): string[] {
  const texts = textsOf(original);
  return mask ? texts.map(mask) : texts;
}

function searchHit(
  [id, kind, caseId, title, titleEn, startsAt, precision, qualifier, , original]: HitRow,
  { excerpt, marks, isAsTyped, grade }: GradedExcerpt,
  mask: SearchOptions['mask'],
): SearchHit {
  const place = { startsAt, precision, qualifier };
  const titles = mask ? coveredTitles({ title, titleEn }, textsOf(original), mask) : { title, titleEn };
  return { id, kind, caseId, ...titles, ...place, excerpt, marks, exact: isAsTyped, grade, replaced: null };
}
