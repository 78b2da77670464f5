import type { RecordId } from '#model/ids.ts';
import type { RequiredQualification } from '#model/plan/types.ts';
import type { PlanRecords } from './records.ts';

/** What needs and duties are told by, ready to be looked up. */
export interface WindowContext {
  readonly records: PlanRecords;
  readonly assignments: ReadonlyMap<RecordId, PlanRecords['assignments']>;
  readonly legs: ReadonlyMap<RecordId, PlanRecords['legs']>;
  readonly required: ReadonlyMap<RecordId, readonly RequiredQualification[]>;
  readonly decisions: ReadonlyMap<RecordId, PlanRecords['decisions'][number]>;
  /** Whom a case protects: protected persons first, then children. */
  readonly protectedOf: ReadonlyMap<RecordId, readonly RecordId[]>;
}

/** Lookups over the records of a window. */
export function contextOf(records: PlanRecords): WindowContext {
  const required = new Map<RecordId, RequiredQualification[]>();
  for (const { values } of records.required) {
    add(required, values.ownerId, { id: values.qualificationId, count: values.headcount ?? 1 });
  }
  const protectedOf = new Map<RecordId, RecordId[]>();
  for (const role of ['protected', 'child'] as const) {
    for (const { caseId, values } of records.roles) {
      if (values.role === role && caseId) add(protectedOf, caseId, values.personId);
    }
  }
  return {
    records,
    assignments: grouped(records.assignments, (one) => one.values.measureId),
    legs: grouped(records.legs, (one) => one.values.measureId),
    required,
    decisions: new Map(records.decisions.map((one) => [one.id, one])),
    protectedOf,
  };
}

function grouped<T>(rows: readonly T[], keyOf: (row: T) => RecordId): Map<RecordId, T[]> {
  const groups = new Map<RecordId, T[]>();
  for (const row of rows) add(groups, keyOf(row), row);
  return groups;
}

function add<T>(groups: Map<RecordId, T[]>, key: RecordId, value: T): void {
  const group = groups.get(key);
  if (group) group.push(value);
  else groups.set(key, [value]);
}
