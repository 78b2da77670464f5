import { z } from 'zod';
import type { Held } from '#model/held.ts';
import type { RecordId } from '#model/ids.ts';
import type { Marking } from '#model/kinds/case.ts';
import { CASE_ROLES, type CaseRole } from '#model/kinds/person.ts';
import type { Kind } from '#model/kinds.ts';
import { idSchema } from './common.ts';
import type { ShownRecord } from './record.ts';
import { mutation, nothing, query } from './route.ts';

export interface CaseRow {
  readonly id: RecordId;
  readonly name: string;
  readonly number: string | null;
  readonly marking: Marking;
  readonly status: 'open' | 'closed';
  /** Names of the protected persons, in the order they were added. */
  readonly protectedPersons: readonly string[];
  readonly records: Partial<Record<Kind, number>>;
  readonly changedAt: number;
}

export interface CasePersonView {
  readonly linkId: RecordId;
  readonly person: ShownRecord;
  readonly role: CaseRole;
  /** What the person is to the protected one, in words. */
  readonly relation: string | null;
  readonly contactPoints: readonly ShownRecord[];
  readonly places: readonly ShownRecord[];
  /** Newest entry of where the person is; only for threat actors. */
  readonly whereabouts: ShownRecord | null;
  /** An arrest or a remand in some case after it that has not ended, where it does not say that he is held. */
  readonly unsaid: Held | null;
}

/** What the case's header and overview are drawn from. */
export interface CaseView {
  readonly case: ShownRecord;
  readonly persons: readonly CasePersonView[];
  /** Newest assessment, and the newest breach, threat or incident after it, if any: then it is older than the facts. */
  readonly risk: { readonly assessment: ShownRecord; readonly overtakenBy: ShownRecord | null } | null;
  /** The next instants that something ends or is due, soonest first: expiries of orders and alarms, hearings. */
  readonly deadlines: readonly Deadline[];
  readonly counts: Partial<Record<Kind, number>>;
}

export interface Deadline {
  readonly recordId: RecordId;
  readonly kind: Kind;
  readonly field: string;
  readonly title: string;
  readonly dueAt: number;
}

export const caseRoutes = {
  'case.list': query<CaseRow[]>()(nothing),
  'case.view': query<CaseView>()(z.strictObject({ id: idSchema })),
  /** Creates a case with its persons in one step. */
  'case.create': mutation<{ id: RecordId }>()(
    z.strictObject({
      name: z.string().trim().min(1).max(120),
      number: z.string().trim().max(40).nullable(),
      marking: z.enum(['fortrolig', 'strengt_fortrolig']),
      persons: z
        .array(z.strictObject({ name: z.string().trim().min(1).max(120), role: z.enum(CASE_ROLES) }))
        .max(50)
        .default([]),
    }),
  ),
  /** Adds a person to a case: a new one by name, or one the book has. */
  'case.add_person': mutation<{ personId: RecordId }>()(
    z.strictObject({
      caseId: idSchema,
      role: z.enum(CASE_ROLES),
      person: z.union([z.strictObject({ id: idSchema }), z.strictObject({ name: z.string().trim().min(1).max(120) })]),
    }),
  ),
};
