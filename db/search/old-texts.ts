import type { RecordId } from '#model/ids.ts';
import { fieldsOf, isKind, type Kind } from '#model/kinds.ts';
import type { Precision, Qualifier } from '#model/when.ts';
import type { SearchHit, SearchOptions } from '../book.ts';
import type { Db } from '../tables/read-records.ts';
import { type Excerpt, excerptOf } from './excerpt.ts';
import { filterOf } from './filters.ts';
import type { Query } from './query.ts';

/** Changes read at once, and at most: a search that is asked for, not one that runs with the typing. */
const PAGE = 1_000;
const MOST_CHANGES = 100_000;

interface ChangeRow {
  readonly number: number;
  readonly before: string;
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
}

/**
 * Records whose earlier texts hold every word of the query, the one replaced last first; each once, with when and by whom
 * that text was replaced. The log keeps of a change what it changed, so the words must stand in what was replaced at one
 * time. Fields that can be withheld are never looked at: what is protected today may have been written when it was not.
 * @param except records that are found as they are
 */
export async function searchOldTexts(
  db: Db,
  query: Query,
  options: SearchOptions,
  limit: number,
  except: ReadonlySet<RecordId>,
): Promise<SearchHit[]> {
  const { where, params } = filterOf(options);
  const { mask } = options;
  const hits = new Map<RecordId, SearchHit>();
  let before = Number.MAX_SAFE_INTEGER;
  for (let read = 0; read < MOST_CHANGES && hits.size < limit; read += PAGE) {
    const rows = await db.all<ChangeRow>(
      `SELECT c.number, c.before, e.at, e.person, f.id, f.kind, f.case_id AS caseId, f.title, f.title_en AS titleEn,
         f.starts_at AS startsAt, f.precision, f.qualifier
       FROM log_change c JOIN log_entry e ON e.seq = c.seq JOIN record f ON f.id = c.record_id
       WHERE ${['c.before IS NOT NULL', 'c.number < ?', ...where].join(' AND ')}
       ORDER BY c.number DESC LIMIT ${PAGE}`,
      [before, ...params],
    );
    for (const row of rows) {
      if (hits.size >= limit || hits.has(row.id) || except.has(row.id) || !isKind(row.kind)) continue;
      const found = excerptOf(
        mask ? textsOf(row.kind, row.before).map(mask) : textsOf(row.kind, row.before),
        query.terms,
      );
      if (found.terms === query.terms.length) hits.set(row.id, hitOf(row, row.kind, found, mask));
    }
    if (rows.length < PAGE) break;
    before = rows.at(-1)?.number ?? 0;
  }
  return [...hits.values()];
}

function textsOf(kind: Kind, before: string): string[] {
  const { values = {} } = JSON.parse(before) as { values?: Record<string, unknown> };
  return fieldsOf(kind).flatMap(([name, field]) => {
    const value = values[name];
    if (typeof value !== 'string' || value === '' || field.protectable !== null) return [];
    return field.type === 'text' || field.type === 'long' || field.type === 'suggest' ? [value] : [];
  });
}

function hitOf(
  { at, person, ...row }: ChangeRow,
  kind: Kind,
  found: Excerpt,
  mask: (text: string) => string = (text) => text,
): SearchHit {
  const { id, caseId, title, titleEn, startsAt, precision, qualifier } = row;
  const { excerpt, marks, isAsTyped } = found;
  const replaced = { at, person };
  const place = { startsAt, precision, qualifier };
  const titles = { title: mask(title), titleEn: titleEn && mask(titleEn) };
  const grade = kind === 'note' ? found.grade : null;
  return { id, kind, caseId, ...titles, ...place, excerpt, marks, exact: isAsTyped, grade, replaced };
}
