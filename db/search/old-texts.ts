import { cleanText, composed } from '#model/clean-text.ts';
import type { RecordId } from '#model/ids.ts';
import { isKind, type Kind, oldSearchTexts } from '#model/kinds.ts';
import type { Precision, Qualifier } from '#model/when.ts';
import type { SearchHit, SearchOptions } from '../book.ts';
import { type Db, mapOfRecords } from '../tables/read-records.ts';
import { excerptOf } from './excerpt.ts';
import { filterOf } from './filters.ts';
import type { Query } from './query.ts';
import { type GradedExcerpt, gradedExcerpt, statementsIn } from './statements.ts';
import { coveredTitles } from './titles.ts';

/** Changes read at once, and at most: a search that is asked for, not one that runs with the typing. */
const PAGE = 1_000;
const MOST_CHANGES = 100_000;
const MOST_STRUCK = 20_000;

/** A record by its header, and when and by whom a text of it ceased to hold. */
interface HeaderRow {
  readonly at: number;
  readonly person: string;
  readonly id: RecordId;
  readonly kind: string;
  readonly caseId: RecordId | null;
  readonly title: string;
  readonly titleEn: string | null;
  readonly startsAt: number | null;
  readonly precision: Precision | null;
  readonly qualifier: Qualifier | null;
  /** 1 for a note that belongs to a criminal case now: no grade of it is told, whenever it was set. */
  readonly inCriminalCase: 0 | 1;
}

interface ChangeRow extends HeaderRow {
  readonly number: number;
  readonly before: string;
}

const HEADER = `f.id, f.kind, f.case_id AS caseId, f.title, f.title_en AS titleEn, f.starts_at AS startsAt, f.precision,
  f.qualifier, EXISTS (SELECT 1 FROM note n WHERE n.id = f.id AND n.criminal_case = 1) AS inCriminalCase`;

/**
 * Records that hold the words no more: those that were struck, by the texts they had then, and after them those whose
 * texts were replaced. Neither tells what can be withheld: what is protected today may have been written when it was not.
 * @param except records that are found as they are
 */
export async function searchOld(
  db: Db,
  query: Query,
  options: SearchOptions,
  limit: number,
  except: ReadonlySet<RecordId>,
): Promise<SearchHit[]> {
  const struck = await searchStruck(db, query, options, limit, except);
  const known = new Set([...except, ...struck.map(({ id }) => id)]);
  return [...struck, ...(await searchOldTexts(db, query, options, limit - struck.length, known))];
}

/** Struck records whose last texts hold every word of the query, the one struck last first. */
async function searchStruck(
  db: Db,
  query: Query,
  options: SearchOptions,
  limit: number,
  except: ReadonlySet<RecordId>,
): Promise<SearchHit[]> {
  const { where, params } = filterOf(options);
  const hits: SearchHit[] = [];
  for (let read = 0; read < MOST_STRUCK && hits.length < limit; read += PAGE) {
    const rows = await db.all<HeaderRow>(
      `SELECT f.struck_at AS at, f.struck_by AS person, ${HEADER} FROM record f
       WHERE ${['f.struck_at IS NOT NULL', ...where].join(' AND ')}
       ORDER BY f.struck_at DESC, f.rid DESC LIMIT ${PAGE} OFFSET ${read}`,
      params,
    );
    const records = await mapOfRecords(
      db,
      rows.map(({ id }) => id),
    );
    for (const row of rows) {
      if (hits.length >= limit) break;
      const record = records.get(row.id);
      if (!record || except.has(row.id)) continue;
      const found = findIn({ ...row, kind: record.kind }, record.values, query, options);
      if (found) hits.push(hitOf(row, record.kind, found, options.mask, true));
    }
    if (rows.length < PAGE) break;
  }
  return hits;
}

/**
 * Records whose earlier texts hold every word of the query, the one replaced last first; each once, with when and by whom
 * that text was replaced. The log keeps of a change what it changed, so the words must stand in what was replaced at one
 * time.
 */
async function searchOldTexts(
  db: Db,
  query: Query,
  options: SearchOptions,
  limit: number,
  except: ReadonlySet<RecordId>,
): Promise<SearchHit[]> {
  const { where, params } = filterOf(options);
  const hits = new Map<RecordId, SearchHit>();
  let before = Number.MAX_SAFE_INTEGER;
  for (let read = 0; read < MOST_CHANGES && hits.size < limit; read += PAGE) {
    const rows = await db.all<ChangeRow>(
      `SELECT c.number, c.before, e.at, e.person, ${HEADER}
       FROM log_change c JOIN log_entry e ON e.seq = c.seq JOIN record f ON f.id = c.record_id
       WHERE ${['c.before IS NOT NULL', 'c.number < ?', ...where].join(' AND ')}
       ORDER BY c.number DESC LIMIT ${PAGE}`,
      [before, ...params],
    );
    for (const row of rows) {
      if (hits.size >= limit || hits.has(row.id) || except.has(row.id) || !isKind(row.kind)) continue;
      const { values = {} } = JSON.parse(row.before) as { values?: Record<string, unknown> };
      const found = findIn({ ...row, kind: row.kind }, values, query, options);
      if (found) hits.set(row.id, hitOf(row, row.kind, found, options.mask, false));
    }
    if (rows.length < PAGE) break;
    before = rows.at(-1)?.number ?? 0;
  }
  return [...hits.values()];
}

/** What is found of the query in values that were there once; null where not all of it is. */
function findIn(
  { kind, inCriminalCase }: { readonly kind: Kind } & Pick<HeaderRow, 'inCriminalCase'>,
  values: Readonly<Record<string, unknown>>,
  query: Query,
  options: SearchOptions,
): GradedExcerpt | null {
  const { mask } = options;
  const texts = oldSearchTexts(kind, values).map((text) => composed(cleanText(text)));
  const found = excerptOf(mask ? texts.map(mask) : texts, query.terms);
  if (!found.all) return null;
  const statements = kind === 'note' && inCriminalCase === 0 ? statementsIn(values.document, values.text) : [];
  return gradedExcerpt(found, statements, query.terms, options);
}

function hitOf(
  { at, person, ...row }: HeaderRow,
  kind: Kind,
  { excerpt, marks, isAsTyped, grade }: GradedExcerpt,
  mask: SearchOptions['mask'],
  isStruck: boolean,
): SearchHit {
  const { id, caseId, title, titleEn, startsAt, precision, qualifier } = row;
  const replaced = { at, person, isStruck };
  const place = { startsAt, precision, qualifier };
  const titles = mask ? coveredTitles({ title, titleEn }, [], mask) : { title, titleEn };
  return { id, kind, caseId, ...titles, ...place, excerpt, marks, exact: isAsTyped, grade, replaced };
}
