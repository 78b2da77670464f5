import { fieldsOf, type Kind } from '#model/kinds.ts';

/**
 * Fields a record of each kind asks for first, in the order in which they are told: at most a handful save it. The
 * others follow in declared order, folded while they are empty. A kind without a line here shows all of its fields.
 */
const FIRST: Partial<Record<Kind, readonly string[]>> = {
  case: ['name', 'number', 'marking', 'status'],
  contact_point: ['personId', 'rule', 'channel', 'value', 'hours', 'instruction', 'confirmedAt', 'compromisedAt'],
  place: ['label', 'type', 'address', 'protection', 'personId'],
  whereabouts: ['personId', 'state', 'since', 'source', 'checkedAt', 'conditions'],
  wish: ['type', 'words', 'personId', 'said', 'toldTo'],
  threat: ['text', 'happened', 'actorId', 'channels', 'weapon', 'childrenPresent'],
  incident: ['text', 'happened', 'actorId', 'channels', 'weapon', 'childrenPresent', 'logNumber'],
  contact: ['text', 'happened', 'actorId', 'channels', 'contacts'],
  report: ['text', 'happened', 'number', 'status', 'logNumber'],
  order: ['variant', 'text', 'decidedAt', 'servedAt', 'fromAt', 'toAt', 'terms'],
  order_term: ['orderId', 'type', 'text', 'placeId', 'personId'],
  breach: ['text', 'happened', 'orderId', 'actorId', 'channels', 'status'],
  response_step: ['step', 'happened', 'actorText', 'text', 'breachId', 'arrestId'],
  assessment: ['level', 'statement', 'instrument', 'happened', 'assessedBy', 'text'],
  need: ['label', 'protectionLevel', 'fromLocal', 'toLocal', 'headcount', 'placeId', 'personId', 'wishId', 'status'],
  measure: ['type', 'text', 'fromLocal', 'toLocal', 'placeId', 'crew', 'headcount', 'status', 'wishId', 'instruction'],
  alarm_activation: ['alarmId', 'activatedAt', 'answeredAt', 'spokenWithAt', 'patrolAt', 'outcome', 'text', 'closedAt'],
  calendar_risk: ['type', 'text', 'date', 'protectionLevel', 'headcount', 'hoursBefore', 'hoursAfter'],
  alarm: ['unit', 'personId', 'handedOutAt', 'testedAt', 'grantedUntilAt', 'status', 'instruction'],
  referral: ['text', 'service', 'consent', 'status', 'happened'],
  arrest: ['text', 'happened', 'personId', 'breachId', 'releasedAt'],
  remand: ['text', 'personId', 'arrestId', 'decidedAt', 'fromAt', 'untilAt'],
  court_step: ['step', 'text', 'scheduledAt', 'court'],
  court_service: ['paper', 'stepId', 'attemptAt', 'outcome', 'method', 'deadlineAt'],
  decision: ['type', 'text', 'authority', 'form', 'decidedAt', 'fromAt', 'untilAt'],
  officer: ['name', 'callSign', 'unit', 'phone'],
  vehicle: ['label', 'plate', 'type', 'seats', 'unmarked'],
  procedural_status: ['personId', 'status', 'since', 'offence'],
  evidence: ['text', 'type', 'kept', 'decaysAt', 'owner', 'securedAt'],
  investigation_step: ['text', 'offence', 'owner', 'dueAt', 'doneAt', 'result'],
  withdrawal: ['thing', 'text', 'happened', 'askedAlone', 'presentText', 'nextContactAt'],
};

/** Fields that come first only for some records of a kind. */
const FIRST_WHEN: Partial<Record<Kind, Record<string, (values: Readonly<Record<string, unknown>>) => boolean>>> = {
  wish: { consent: (values) => values.type === 'consent' },
  measure: {
    statusReason: (values) => ['cancelled', 'not_possible', 'not_done'].includes(String(values.status)),
    wishReason: (values) => values.wishFit === 'against',
  },
  alarm_activation: {
    closedBy: (values) => values.closedAt !== null,
    closedHow: (values) => values.closedAt !== null,
  },
  decision: { writtenAt: (values) => values.form === 'oral' },
  court_service: {
    learnedAt: (values) => values.outcome === 'failed' || values.outcome === 'document_lost',
    deadlineFromAt: (values) => values.deadlineAt !== null && values.deadlineAt !== undefined,
  },
};

/** True for a value that says nothing. */
export function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
}

export interface FieldOrder {
  /** Always shown, in this order. */
  readonly first: readonly string[];
  /** Shown under them when they say something, else folded. */
  readonly more: readonly string[];
}

/** The fields of a form, each visible field once. `values` decide only what belongs to a record's own type. */
export function fieldOrder(kind: Kind, values: Readonly<Record<string, unknown>>): FieldOrder {
  const shown = fieldsOf(kind).filter(([, field]) => !field.hidden);
  const names = shown.map(([name]) => name);
  const listed = FIRST[kind] ?? names;
  const when = FIRST_WHEN[kind] ?? {};
  const raised = names.filter((name) => when[name]?.(values));
  // What must be there is never folded away, whatever the table says.
  const must = shown.filter(([, field]) => field.required).map(([name]) => name);
  const first = [...new Set([...listed, ...raised, ...must])].filter((name) => names.includes(name));
  return { first, more: names.filter((name) => !first.includes(name)) };
}
