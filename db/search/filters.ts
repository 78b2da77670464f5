import { fieldsOf, KIND_NAMES, kindOf } from '#model/kinds.ts';
import type { SearchOptions, SqlValue } from '../book.ts';
import { columnsOf } from '../tables/columns.ts';

/** What narrows a search, as conditions on the header `f` of a record. */
export interface Filter {
  readonly where: readonly string[];
  readonly params: readonly SqlValue[];
}

/** Conditions for everything a search is narrowed by. */
export function filterOf({ caseId, kinds, personId, fromAt, toAt, author, grading }: SearchOptions): Filter {
  const where: string[] = [];
  const params: SqlValue[] = [];
  const add = (condition: string, ...values: SqlValue[]) => {
    where.push(condition);
    params.push(...values);
  };
  if (caseId !== undefined) add('f.case_id = ?', caseId);
  if (kinds !== undefined) add('f.kind IN (SELECT value FROM json_each(?))', JSON.stringify(kinds));
  // What says no time of its own lies at its entry.
  if (fromAt !== undefined) add('coalesce(f.ends_at, f.starts_at, f.created_at) >= ?', fromAt);
  if (toAt !== undefined) add('coalesce(f.starts_at, f.created_at) < ?', toAt);
  if (author !== undefined) add('? IN (f.created_by, f.changed_by)', author);
  if (grading !== undefined) {
    // A grade stands in the note's plain text as [1-A-C] or [1-A-C vurdering]; what is not asked for may be anything. Which
    // statement it belongs to is looked at in what is found. In a criminal case nothing is graded.
    const { source = '_', information = '_', handling = '_' } = grading;
    add(
      'EXISTS (SELECT 1 FROM note n WHERE n.id = f.id AND n.criminal_case IS NOT 1 AND n.text LIKE ?)',
      `%[${source}-${information}-${handling}%]%`,
    );
  }
  if (personId !== undefined) {
    const sources = personSources();
    add(`f.id IN (${sources.join(' UNION ALL ')})`, ...sources.map(() => personId));
  }
  return { where, params };
}

let sources: readonly string[] | null = null;

/** A person: the record itself, whatever refers to it in a field, and what links to it. */
function personSources(): readonly string[] {
  sources ??= [
    'SELECT ?',
    // A link that was struck, or taken out of its note, links no more.
    'SELECT l.from_id FROM link l CROSS JOIN record lr ON lr.id = l.id WHERE l.to_id = ? AND lr.struck_at IS NULL',
    ...KIND_NAMES.flatMap((kind) =>
      fieldsOf(kind)
        .filter(([, field]) => field.ref === 'person')
        .map(([name, field]) => `SELECT id FROM ${kindOf(kind).table} WHERE ${columnsOf(name, field)[0]} = ?`),
    ),
  ];
  return sources;
}
