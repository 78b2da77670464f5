import type { Field } from '#model/field.ts';
import { isRecordId } from '#model/ids.ts';
import { fieldsOf, type Kind, kindOf } from '#model/kinds.ts';
import { PRECISIONS, type Precision, QUALIFIERS, type Qualifier, type When } from '#model/when.ts';
import type { SqlValue } from '../book.ts';
import { StoreError } from '../store-error.ts';

/** A row as the database answers it: column name → value. */
export type Row = Readonly<Record<string, SqlValue>>;
type Values = Readonly<Record<string, unknown>>;

/** How one field lies in its columns. */
interface FieldColumns {
  readonly name: string;
  readonly field: Field<unknown>;
  readonly columns: readonly string[];
}

/** A kind's table: its columns apart from `id`, in the order of the fields. */
export interface KindTable {
  readonly kind: Kind;
  readonly table: string;
  readonly fields: readonly FieldColumns[];
  readonly columns: readonly string[];
}

const tables = new Map<Kind, KindTable>();

/** Table and columns of a kind, from its declaration. */
export function tableOf(kind: Kind): KindTable {
  let table = tables.get(kind);
  if (!table) {
    const fields = fieldsOf(kind).map(([name, field]) => ({ name, field, columns: columnsOf(name, field) }));
    table = { kind, table: kindOf(kind).table, fields, columns: fields.flatMap((field) => field.columns) };
    tables.set(kind, table);
  }
  return table;
}

/** Column names of a field: its name in snake case; a `when` has five. */
export function columnsOf(name: string, field: Field<unknown>): string[] {
  const column = name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  if (field.type !== 'when') return [column];
  return [`${column}_from_at`, `${column}_to_at`, `${column}_precision`, `${column}_zone`, `${column}_qualifier`];
}

/** Valid values as column values, appended to `row` in the order of the table's columns. */
export function pushColumns(row: SqlValue[], table: KindTable, values: Values): void {
  for (const { name, field } of table.fields) {
    const value = values[name] ?? null;
    switch (field.type) {
      case 'when': {
        const when = value as When | null;
        if (when === null) row.push(null, null, null, null, null);
        else row.push(when.fromAt, when.toAt, when.precision, when.zone, when.qualifier ?? null);
        break;
      }
      case 'flag':
        row.push(value === null ? null : value === true ? 1 : 0);
        break;
      case 'choices':
        row.push(value === null ? null : (value as readonly string[]).join(' '));
        break;
      default:
        row.push(value as string | number | null);
    }
  }
}

/**
 * Values of a kind from a row whose columns carry `prefix`.
 * @throws StoreError CORRUPT if a column does not hold what its field can be: the row was not written by this program
 */
export function readValues(row: Row, table: KindTable, prefix: string): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const { name, field, columns } of table.fields) {
    const value = readField(row, field, columns, prefix);
    if (value === undefined || (value === null && field.required)) {
      throw new StoreError('CORRUPT', { kind: table.kind, field: name });
    }
    values[name] = value;
  }
  return values;
}

/** The field's value, or undefined if the columns hold something else. */
function readField(row: Row, field: Field<unknown>, columns: readonly string[], prefix: string): unknown {
  const value = row[prefix + columns[0]] ?? null;
  if (value === null) return null;
  switch (field.type) {
    case 'when':
      return readWhen(columns.map((column) => row[prefix + column]));
    case 'flag':
      return value === 1 ? true : value === 0 ? false : undefined;
    case 'integer':
    case 'instant':
      return Number.isSafeInteger(value) ? value : undefined;
    case 'choice':
      return field.options.includes(value as string) ? value : undefined;
    case 'choices': {
      const chosen = value === '' ? [] : String(value).split(' ');
      return chosen.every((code) => field.options.includes(code)) ? chosen : undefined;
    }
    case 'ref':
      return isRecordId(value) ? value : undefined;
    default:
      return typeof value === 'string' ? value : undefined;
  }
}

function readWhen([fromAt, toAt, precision, zone, qualifier = null]: readonly (SqlValue | undefined)[]):
  | When
  | undefined {
  if (!Number.isSafeInteger(fromAt) || !Number.isSafeInteger(toAt) || typeof zone !== 'string') return undefined;
  if (!PRECISIONS.includes(precision as Precision)) return undefined;
  const when = { fromAt: fromAt as number, toAt: toAt as number, precision: precision as Precision, zone };
  if (qualifier === null) return when;
  return QUALIFIERS.includes(qualifier as Qualifier) ? { ...when, qualifier: qualifier as Qualifier } : undefined;
}
