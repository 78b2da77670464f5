import { z } from 'zod';
import type { Field } from './field.ts';
import { alarmActivation } from './kinds/alarm-activation.ts';
import { attachment, custodyEvent } from './kinds/attachment.ts';
import { breach } from './kinds/breach.ts';
import { caseKind } from './kinds/case.ts';
import { childInterview } from './kinds/child-interview.ts';
import { breachReview, courtCutoff, policyTarget, recallReadBack, sentenceDecision } from './kinds/choices.ts';
import { contactPoint } from './kinds/contact-point.ts';
import { courtService } from './kinds/court-service.ts';
import { decision } from './kinds/decision.ts';
import type { KindDecl, RecordHeader, Span, ValuesOf } from './kinds/define.ts';
import { assignment, conflictAcceptance, handover, leg, occurrence, patrolPass } from './kinds/duty.ts';
import { alarm, contact, incident, report, threat } from './kinds/event.ts';
import { flagReview } from './kinds/flag-review.ts';
import { evidence, investigationStep } from './kinds/investigation.ts';
import { measure } from './kinds/measure.ts';
import { calendarRisk, need, requiredQualification } from './kinds/need.ts';
import { link, note } from './kinds/note.ts';
import { disclosure, notification, notificationAttempt } from './kinds/notice.ts';
import { order } from './kinds/order.ts';
import { orderService, orderTerm } from './kinds/order-parts.ts';
import { casePerson, person } from './kinds/person.ts';
import { place } from './kinds/place.ts';
import { arrest, assessment, courtStep, referral, remand } from './kinds/procedure.ts';
import { responseStep } from './kinds/response.ts';
import {
  officer,
  officerExclusion,
  officerQualification,
  qualification,
  restException,
  vehicle,
} from './kinds/roster.ts';
import { savedView } from './kinds/saved-view.ts';
import { caseOfficer, caseReference, dataRequest, proceduralStatus, unclearData } from './kinds/standing.ts';
import { appearance, stay } from './kinds/stay.ts';
import { transfer, transferItem } from './kinds/transfer.ts';
import { whereabouts } from './kinds/whereabouts.ts';
import { wish } from './kinds/wish.ts';
import { withdrawal } from './kinds/withdrawal.ts';

/** Every kind of record, declared once, in the order in which they are shown. */
export const KINDS = {
  case: caseKind,
  person,
  case_person: casePerson,
  case_officer: caseOfficer,
  case_reference: caseReference,
  contact_point: contactPoint,
  place,
  whereabouts,
  officer,
  vehicle,
  qualification,
  officer_qualification: officerQualification,
  officer_exclusion: officerExclusion,
  rest_exception: restException,
  wish,
  withdrawal,
  notification,
  notification_attempt: notificationAttempt,
  threat,
  incident,
  contact,
  report,
  order,
  order_term: orderTerm,
  order_service: orderService,
  breach,
  assessment,
  calendar_risk: calendarRisk,
  need,
  measure,
  stay,
  alarm,
  alarm_activation: alarmActivation,
  occurrence,
  assignment,
  leg,
  patrol_pass: patrolPass,
  handover,
  required_qualification: requiredQualification,
  conflict_acceptance: conflictAcceptance,
  referral,
  arrest,
  response_step: responseStep,
  remand,
  court_step: courtStep,
  court_service: courtService,
  appearance,
  decision,
  procedural_status: proceduralStatus,
  disclosure,
  evidence,
  investigation_step: investigationStep,
  child_interview: childInterview,
  data_request: dataRequest,
  unclear_data: unclearData,
  note,
  link,
  attachment,
  custody_event: custodyEvent,
  saved_view: savedView,
  flag_review: flagReview,
  policy_target: policyTarget,
  court_cutoff: courtCutoff,
  sentence_decision: sentenceDecision,
  recall_read_back: recallReadBack,
  breach_review: breachReview,
  transfer,
  transfer_item: transferItem,
} as const;

export type Kind = keyof typeof KINDS;
export const KIND_NAMES = Object.keys(KINDS) as Kind[];

/** Field values of a kind. */
export type Values<K extends Kind> = ValuesOf<(typeof KINDS)[K]['fields']>;
/** A record: who it is, and its values. */
export interface BookRecord<K extends Kind = Kind> extends RecordHeader {
  readonly kind: K;
  readonly values: K extends Kind ? Values<K> : never;
}
/** A record of any kind whose values are reached by name. */
export interface AnyRecord extends RecordHeader {
  readonly kind: Kind;
  readonly values: Readonly<Record<string, unknown>>;
}

/** The declaration of a kind, its literal types widened: for code that treats all kinds alike. */
export function kindOf(kind: Kind): KindDecl<Kind> {
  return KINDS[kind] as unknown as KindDecl<Kind>;
}

/** True if `value` names a kind. */
export function isKind(value: unknown): value is Kind {
  return typeof value === 'string' && Object.hasOwn(KINDS, value);
}

const fieldLists = new Map<Kind, readonly (readonly [name: string, field: Field<unknown>])[]>();

/** Fields of a kind by name, in declared order. */
export function fieldsOf(kind: Kind): readonly (readonly [name: string, field: Field<unknown>])[] {
  let fields = fieldLists.get(kind);
  if (!fields) {
    fields = Object.entries(kindOf(kind).fields);
    fieldLists.set(kind, fields);
  }
  return fields;
}

/** What a kind's values look like before the missing ones are filled in with null. */
export type NewValues<K extends Kind> = Partial<Values<K>>;

const schemas = new Map<Kind, z.ZodType<Record<string, unknown>>>();

/** Strict schema of a kind's whole values: every field present, nothing unknown. */
export function valuesSchema(kind: Kind): z.ZodType<Record<string, unknown>> {
  let schema = schemas.get(kind);
  if (!schema) {
    schema = z.strictObject(Object.fromEntries(fieldsOf(kind).map(([name, field]) => [name, field.schema])));
    schemas.set(kind, schema);
  }
  return schema;
}

/** `given` with every missing field of the kind as null. */
export function withNulls(kind: Kind, given: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const values: Record<string, unknown> = { ...given };
  for (const [name] of fieldsOf(kind)) values[name] ??= null;
  return values;
}

/** What is derived from a record's own values: its titles and its place in time. */
export interface Derived {
  title: string;
  titleEn: string | null;
  span: Span | null;
}

/** Titles and span of valid values; `zone` is the case's. */
export function derive(kind: Kind, values: Readonly<Record<string, unknown>>, zone: string): Derived {
  const decl = kindOf(kind);
  const typed = values as never;
  return { title: decl.title(typed), titleEn: decl.titleEn?.(typed) || null, span: decl.span(typed, zone) };
}

/**
 * Texts of a record that search may find, in order of weight: every text field that is not protected.
 * A value under "strengt fortrolig" and a code word are never among them (folkeregisterloven § 10-4).
 */
export function searchTexts(kind: Kind, values: Readonly<Record<string, unknown>>): string[] {
  return textsOf(kind, values, (field) => !isWithheld(field, values));
}

/**
 * Texts that a record had once and that search may find: of no field that can be withheld, because what is protected
 * today may have been written when it was not.
 */
export function oldSearchTexts(kind: Kind, values: Readonly<Record<string, unknown>>): string[] {
  return textsOf(kind, values, (field) => field.protectable === null);
}

function textsOf(
  kind: Kind,
  values: Readonly<Record<string, unknown>>,
  mayBeFound: (field: Field<unknown>) => boolean,
): string[] {
  const texts: string[] = [];
  if (kindOf(kind).searched === false) return texts;
  for (const [name, field] of fieldsOf(kind)) {
    const value = values[name];
    if (typeof value !== 'string' || value === '' || field.coded || !mayBeFound(field)) continue;
    if (field.type === 'text' || field.type === 'long' || field.type === 'suggest') texts.push(value);
  }
  return texts;
}

/** True if a record of these values may be told in papers of the criminal case. */
export function isCaseFile(kind: Kind, values: Readonly<Record<string, unknown>>): boolean {
  const { caseFile } = kindOf(kind);
  return typeof caseFile === 'function' ? caseFile(values as never) : caseFile === true;
}

/** True if the field's value is withheld until it is revealed with a reason in the use log. */
export function isWithheld(field: Field<unknown>, values: Readonly<Record<string, unknown>>): boolean {
  if (field.protectable === 'always') return true;
  return field.protectable === 'record' && values.protection === 'strengt_fortrolig';
}
