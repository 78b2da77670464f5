/** Pieces that the tables of this migration share. Frozen with it. */
import { to } from '../0001/parts.ts';

/** Adds columns to a table that books have already: each may be empty. */
export function add(table: string, columns: readonly string[]): string {
  return columns.map((column) => `ALTER TABLE ${table} ADD COLUMN ${column};`).join('\n');
}

/** A reference to another table, and the index that removing what it refers to is read through. */
export function addRef(table: string, column: string, target: string): string {
  return `${add(table, [`${column} TEXT ${to(target)}`])}\n${refIndex(table, column)}`;
}

/** Index of a reference that may be empty. */
export function refIndex(table: string, column: string): string {
  return `CREATE INDEX ${table}_by_${column} ON ${table}(${column}) WHERE ${column} IS NOT NULL;`;
}

/** One of a closed list. */
export function oneOf(column: string, codes: readonly string[]): string {
  return `${column} TEXT CHECK (${column} IN (${codes.map((code) => `'${code}'`).join(', ')}))`;
}

/** One of a closed list that must be said. */
export function mustBe(column: string, codes: readonly string[]): string {
  return oneOf(column, codes).replace(' TEXT ', ' TEXT NOT NULL ');
}

/** Yes, no, or not said. */
export function yesNo(column: string): string {
  return `${column} INTEGER CHECK (${column} IN (0, 1))`;
}

/**
 * A closed list that grew: what is stored moves to a column with the new list, under the same name. Every code of the
 * old list is in the new one.
 */
export function widen(table: string, column: string, codes: readonly string[]): string {
  return moved(table, column, oneOf(column, codes));
}

/** The same for a list of which one must be said: the last code stands until each row has its own. */
export function widenRequired(table: string, column: string, codes: readonly string[]): string {
  return moved(table, column, mustBe(column, codes).replace('NOT NULL', `NOT NULL DEFAULT '${codes.at(-1)}'`));
}

function moved(table: string, column: string, declared: string): string {
  return `ALTER TABLE ${table} RENAME COLUMN ${column} TO ${column}_before;
${add(table, [declared])}
UPDATE ${table} SET ${column} = ${column}_before;
ALTER TABLE ${table} DROP COLUMN ${column}_before;`;
}
