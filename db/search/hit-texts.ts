import { fieldsOf, KIND_NAMES, type Kind, kindOf } from '#model/kinds.ts';
import { tableOf } from '../tables/columns.ts';

/** Longer texts are read whole only where the hit is not in this much of them, characters. */
export const TEXT_START = 20_000;

/**
 * SQL expression for the searchable fields of record `r` as a JSON object by field name, texts cut at TEXT_START.
 * Code words are never read here; what a record's protection withholds is left to `searchTexts`, which needs the
 * protection with it.
 */
export function hitTextsSql(): string {
  const branches = KIND_NAMES.map((kind) => {
    const pairs = searchableColumns(kind).map(([name, column]) => `'${name}', substr(${column}, 1, ${TEXT_START})`);
    return `WHEN '${kind}' THEN (SELECT json_object(${pairs.join(', ')}) FROM ${kindOf(kind).table} WHERE id = r.id)`;
  });
  return `CASE r.kind ${branches.join(' ')} END`;
}

function searchableColumns(kind: Kind): [name: string, column: string][] {
  const columns = new Map(tableOf(kind).fields.map((field) => [field.name, field.columns[0] ?? '']));
  return fieldsOf(kind).flatMap(([name, field]) => {
    const isText = field.type === 'text' || field.type === 'long' || field.type === 'suggest';
    const isNeeded = (isText && field.protectable !== 'always') || name === 'protection';
    return isNeeded ? [[name, columns.get(name) ?? ''] as [string, string]] : [];
  });
}
