import { z } from 'zod';
import type { Field } from '#model/field.ts';
import type { RecordId } from '#model/ids.ts';
import { fieldsOf, type Kind } from '#model/kinds.ts';
import type { When } from '#model/when.ts';
import { StoreError } from '../store-error.ts';
import type { StoredRecord } from '../tables/record.ts';

/**
 * What the log keeps of a record, as canonical JSON (RFC 8785: keys sorted, no spaces). A whole record leaves out what
 * is null, a version of 1, and a last change that is the creation; a difference names only what differs, nulls too.
 * Title and place in time are derived and not kept.
 */
export interface LoggedState {
  readonly caseId?: RecordId | null | undefined;
  readonly changedAt?: number | undefined;
  readonly changedBy?: string | undefined;
  readonly createdAt?: number | undefined;
  readonly createdBy?: string | undefined;
  readonly importKey?: string | null | undefined;
  readonly storyOrder?: number | undefined;
  readonly struckAt?: number | null | undefined;
  readonly struckBy?: string | null | undefined;
  readonly struckReason?: string | null | undefined;
  readonly values: Readonly<Record<string, unknown>>;
  readonly version?: number | undefined;
}

/** Parts of the header that a change can change, in the order of the canonical form. */
const CHANGING = ['changedAt', 'changedBy', 'struckAt', 'struckBy', 'struckReason', 'version'] as const;

/** What the log keeps of the header. */
const HEADER = [...CHANGING, 'caseId', 'createdAt', 'createdBy', 'importKey', 'kind', 'storyOrder'] as const;

/** A whole record. */
export function wholeText(record: StoredRecord): string {
  const values: Record<string, unknown> = {};
  for (const [name, field] of sortedFields(record.kind)) {
    const value = record.values[name] ?? null;
    if (value !== null) values[name] = canonicalValue(field, value);
  }
  const changed = record.changedAt !== record.createdAt || record.changedBy !== record.createdBy;
  const state: LoggedState = {
    caseId: record.caseId ?? undefined,
    changedAt: changed ? record.changedAt : undefined,
    changedBy: changed ? record.changedBy : undefined,
    createdAt: record.createdAt,
    createdBy: record.createdBy,
    importKey: record.importKey ?? undefined,
    storyOrder: record.storyOrder,
    struckAt: record.struckAt ?? undefined,
    struckBy: record.struckBy ?? undefined,
    struckReason: record.struckReason ?? undefined,
    values,
    version: record.version === 1 ? undefined : record.version,
  };
  return JSON.stringify(state);
}

/** What differs between two states of one record, from both sides. */
export function differenceTexts(before: StoredRecord, after: StoredRecord): { before: string; after: string } {
  return { before: differenceText(before, after), after: differenceText(after, before) };
}

function differenceText(of: StoredRecord, from: StoredRecord): string {
  const values: Record<string, unknown> = {};
  for (const [name, field] of sortedFields(of.kind)) {
    const value = canonicalValue(field, of.values[name] ?? null);
    if (!sameValue(field, of.values[name], from.values[name])) values[name] = value;
  }
  const header = (name: (typeof CHANGING)[number]) => (of[name] === from[name] ? undefined : of[name]);
  return JSON.stringify({
    changedAt: header('changedAt'),
    changedBy: header('changedBy'),
    struckAt: header('struckAt'),
    struckBy: header('struckBy'),
    struckReason: header('struckReason'),
    values,
    version: header('version'),
  });
}

/** True if two values of a field are the same; missing counts as null. */
export function sameValue(field: Field<unknown>, one: unknown, other: unknown): boolean {
  const a = one ?? null;
  const b = other ?? null;
  if (a === b) return true;
  if (a === null || b === null || (field.type !== 'when' && field.type !== 'choices')) return false;
  return JSON.stringify(canonicalValue(field, a)) === JSON.stringify(canonicalValue(field, b));
}

/** True if two states of a record hold the same values and are both struck or both not. */
export function sameRecord(one: StoredRecord, other: StoredRecord): boolean {
  return (
    one.struckAt === other.struckAt &&
    fieldsOf(one.kind).every(([name, field]) => sameValue(field, one.values[name], other.values[name]))
  );
}

/** True if two states of a record have the same header, apart from what is derived. */
export function sameHeader(one: StoredRecord, other: StoredRecord): boolean {
  return HEADER.every((name) => one[name] === other[name]);
}

/** The value with the keys of its parts in canonical order. */
function canonicalValue(field: Field<unknown>, value: unknown): unknown {
  if (field.type !== 'when' || value === null) return value;
  // A time without a qualifier reads as it did before there were any: JSON leaves out what is undefined.
  const { fromAt, precision, qualifier, toAt, zone } = value as When;
  return { fromAt, precision, qualifier, toAt, zone };
}

const sorted = new Map<Kind, ReturnType<typeof fieldsOf>>();

/** Fields of a kind in the order of the canonical form: by UTF-16 code units of their names. */
function sortedFields(kind: Kind): ReturnType<typeof fieldsOf> {
  let fields = sorted.get(kind);
  if (!fields) {
    fields = fieldsOf(kind).toSorted(([a], [b]) => (a < b ? -1 : 1));
    sorted.set(kind, fields);
  }
  return fields;
}

const id = z.custom<RecordId>((value) => typeof value === 'string');
const loggedSchema: z.ZodType<LoggedState> = z.strictObject({
  caseId: id.nullish(),
  changedAt: z.int().optional(),
  changedBy: z.string().optional(),
  createdAt: z.int().optional(),
  createdBy: z.string().optional(),
  importKey: z.string().nullish(),
  storyOrder: z.int().optional(),
  struckAt: z.int().nullish(),
  struckBy: z.string().nullish(),
  struckReason: z.string().nullish(),
  values: z.record(z.string(), z.unknown()),
  version: z.int().optional(),
});

/** What a text of the log says. Throws StoreError CORRUPT if it is no such text. */
export function parseState(text: string): LoggedState {
  try {
    return loggedSchema.parse(JSON.parse(text));
  } catch {
    throw new StoreError('CORRUPT', { table: 'log_change' });
  }
}

/** A whole record from its logged state. Derived parts are left empty. Throws StoreError CORRUPT if it is not whole. */
export function wholeRecord(kind: Kind, recordId: RecordId, rid: number, state: LoggedState): StoredRecord {
  const { createdAt, createdBy, storyOrder } = state;
  if (createdAt === undefined || createdBy === undefined || storyOrder === undefined) {
    throw new StoreError('CORRUPT', { table: 'log_change', id: recordId });
  }
  return {
    rid,
    id: recordId,
    kind,
    caseId: state.caseId ?? null,
    title: '',
    titleEn: null,
    startsAt: null,
    endsAt: null,
    precision: null,
    qualifier: null,
    storyOrder,
    createdAt,
    createdBy,
    changedAt: state.changedAt ?? createdAt,
    changedBy: state.changedBy ?? createdBy,
    version: state.version ?? 1,
    struckAt: state.struckAt ?? null,
    struckBy: state.struckBy ?? null,
    struckReason: state.struckReason ?? null,
    importKey: state.importKey ?? null,
    values: Object.fromEntries(fieldsOf(kind).map(([name]) => [name, state.values[name] ?? null])),
  };
}

/** `record` with what a logged difference says. */
export function withDifference(record: StoredRecord, state: LoggedState): StoredRecord {
  return {
    ...record,
    changedAt: state.changedAt ?? record.changedAt,
    changedBy: state.changedBy ?? record.changedBy,
    version: state.version ?? record.version,
    struckAt: state.struckAt === undefined ? record.struckAt : state.struckAt,
    struckBy: state.struckBy === undefined ? record.struckBy : state.struckBy,
    struckReason: state.struckReason === undefined ? record.struckReason : state.struckReason,
    values: { ...record.values, ...state.values },
  };
}
