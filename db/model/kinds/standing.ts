import { choice, flag, instant, long, ref, required, text, when } from '../field.ts';
import { defineKind, whenSpan } from './define.ts';
import { firstLine } from './fact.ts';
import { instantSpan } from './plan.ts';

/** A number of another system: criminal case (BL), assignment (PO), report. One case has many; none is typed twice. */
export const caseReference = defineKind({
  kind: 'case_reference',
  table: 'case_reference',
  scope: 'case',
  tone: 'note',
  icon: 'hash',
  area: 'investigation',
  linkable: true,
  fields: {
    number: required(text(60)),
    type: required(choice(['criminal_case', 'assignment', 'report', 'court_case', 'other'])),
    note: text(300),
  },
  title: (v) => v.number,
  span: () => null,
  lane: null,
});

/** What a person is in a criminal case, and since when: from witness to convicted (politiregisterloven § 6). */
export const proceduralStatus = defineKind({
  kind: 'procedural_status',
  table: 'procedural_status',
  scope: 'case',
  tone: 'court',
  icon: 'scale',
  area: 'court',
  linkable: true,
  fields: {
    personId: required(ref('person')),
    status: required(
      choice(['witness', 'aggrieved', 'suspect', 'charged', 'indicted', 'convicted', 'acquitted', 'dismissed']),
    ),
    since: required(when()),
    /** Section of the act, as the charge has it. */
    offence: text(120),
    referenceId: ref('case_reference'),
    /** Under 18 when the act was done: the charging decision has a limit (§ 249). */
    underEighteen: flag(),
    /** When the decision whether to charge was made. */
    chargeDecidedAt: instant(),
    specialReason: text(300),
    specialReasonAt: instant(),
    note: text(300),
  },
  title: (v) => v.offence ?? '',
  span: (v) => whenSpan(v.since),
  lane: () => 'court',
});

/** Parts that persons have in a case for the police or beside her. */
export const OFFICER_DUTIES = [
  'responsible_prosecutor',
  'lead_investigator',
  'analyst',
  'police_contact',
  'victims_counsel',
  'deputy',
  'other',
] as const;

/** Who has a part in the case for the police or beside her, and from when to when. */
export const caseOfficer = defineKind({
  kind: 'case_officer',
  table: 'case_officer',
  scope: 'case',
  tone: 'note',
  icon: 'badge',
  area: 'people',
  linkable: true,
  fields: {
    name: required(text(120)),
    duty: required(choice(OFFICER_DUTIES)),
    phone: text(60),
    unit: text(80),
    fromAt: instant(),
    toAt: instant({ isEnd: true }),
    /** For a deputy: whose. */
    deputyForId: ref('case_officer'),
  },
  title: (v) => v.name,
  span: (v) => instantSpan(v.fromAt, v.toAt),
  lane: null,
  check: (v) =>
    v.fromAt !== null && v.toAt !== null && v.toAt <= v.fromAt ? { field: 'toAt', code: 'END_BEFORE_START' } : null,
});

/** A request for access, correction or deletion (politiregisterloven § 54): an answer within 30 days. */
export const dataRequest = defineKind({
  kind: 'data_request',
  table: 'data_request',
  scope: 'case',
  tone: 'note',
  icon: 'seal',
  area: 'investigation',
  linkable: true,
  fields: {
    type: required(choice(['access', 'correction', 'deletion'])),
    personId: ref('person'),
    receivedAt: required(instant()),
    answeredAt: instant(),
    answer: long(2_000),
  },
  title: (v) => firstLine(v.answer ?? ''),
  span: (v) => instantSpan(v.receivedAt, v.answeredAt),
  lane: null,
});

/** Data whose relevance is not settled (politiregisterloven § 8): four months, outside a criminal case. */
export const unclearData = defineKind({
  kind: 'unclear_data',
  table: 'unclear_data',
  scope: 'case',
  tone: 'note',
  icon: 'seal',
  area: 'investigation',
  linkable: true,
  fields: {
    text: required(long(2_000)),
    storedAt: required(instant()),
    inCriminalCase: flag(),
    deletedAt: instant(),
    movedAt: instant(),
    /** The firm basis it was moved to. */
    movedTo: text(200),
  },
  title: (v) => firstLine(v.text),
  span: (v) => instantSpan(v.storedAt, v.deletedAt ?? v.movedAt),
  lane: null,
});
