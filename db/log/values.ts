import type { z } from 'zod';
import { isRecordId, type RecordId } from '#model/ids.ts';
import { derive, fieldsOf, type Kind, kindOf, valuesSchema, withNulls } from '#model/kinds.ts';
import { StoreError } from '../store-error.ts';
import type { StoredRecord } from '../tables/record.ts';

type Values = Readonly<Record<string, unknown>>;

/**
 * Values as they will be written: whole, by the kind's schema and its rule across fields.
 * @param zone of the record's case
 * @throws StoreError INVALID_VALUES with kind, field and reason
 */
export function checkedValues(kind: Kind, given: Values, zone: string): Values {
  const parsed = valuesSchema(kind).safeParse(withNulls(kind, given));
  if (!parsed.success) throw invalid(kind, parsed.error);
  const values = wellFormed(parsed.data);
  const wrong = kindOf(kind).check?.(values as never, zone);
  if (wrong) throw new StoreError('INVALID_VALUES', { kind, field: wrong.field, reason: wrong.code });
  return values;
}

/** Half a surrogate pair has no UTF-8 form: it becomes U+FFFD here, once, and not somewhere on the way to the file. */
function wellFormed(values: Record<string, unknown>): Values {
  for (const name in values) {
    const value = values[name];
    if (typeof value === 'string' && !value.isWellFormed()) values[name] = value.toWellFormed();
  }
  return values;
}

/** The record with its titles and its place in time derived from its values. */
export function withDerived(record: StoredRecord, zone: string): StoredRecord {
  const { title, titleEn, span } = derive(record.kind, record.values, zone);
  return {
    ...record,
    title: title.toWellFormed(),
    titleEn: titleEn?.toWellFormed() ?? null,
    startsAt: span?.startsAt ?? null,
    endsAt: span?.endsAt ?? null,
    precision: span?.precision ?? null,
    qualifier: span?.qualifier ?? null,
  };
}

/** Case records name their case, book records do not. Throws StoreError INVALID_VALUES. */
export function checkScope(kind: Kind, caseId: RecordId | null): void {
  const fits = kindOf(kind).scope === 'case' ? isRecordId(caseId) : caseId === null;
  if (!fits) throw new StoreError('INVALID_VALUES', { kind, field: 'caseId', reason: 'SCOPE' });
}

/** Fields of a kind that refer to another record, with the kind they refer to ('*' is any). */
export function referencesOf(kind: Kind): readonly (readonly [field: string, target: string])[] {
  let fields = references.get(kind);
  if (!fields) {
    fields = fieldsOf(kind).flatMap(([name, field]) => (field.ref === null ? [] : [[name, field.ref] as const]));
    references.set(kind, fields);
  }
  return fields;
}
const references = new Map<Kind, readonly (readonly [field: string, target: string])[]>();

function invalid(kind: Kind, error: z.ZodError): StoreError {
  const issue = innermost(error.issues[0]);
  return new StoreError('INVALID_VALUES', { kind, field: issue.field, reason: issue.reason });
}

const REASONS: Readonly<Record<string, string>> = {
  too_big: 'TOO_LARGE',
  too_small: 'TOO_SMALL',
  unrecognized_keys: 'UNKNOWN_FIELD',
  invalid_type: 'WRONG_TYPE',
  invalid_value: 'NOT_A_CHOICE',
};

/** Field and reason of an issue; a field that may be null reports what is wrong with it as not null. */
function innermost(issue: z.core.$ZodIssue | undefined): { field: string | null; reason: string } {
  if (!issue) return { field: null, reason: 'INVALID' };
  const field = typeof issue.path[0] === 'string' ? issue.path[0] : null;
  if (issue.code === 'unrecognized_keys') return { field: issue.keys[0] ?? null, reason: 'UNKNOWN_FIELD' };
  if (issue.code === 'invalid_union') {
    // null | T: the last branch is the type itself.
    return { field, reason: innermost(issue.errors.at(-1)?.[0]).reason };
  }
  if (issue.code === 'custom') return { field, reason: /^[A-Z_]+$/.test(issue.message) ? issue.message : 'INVALID' };
  return { field, reason: REASONS[issue.code] ?? 'INVALID' };
}
