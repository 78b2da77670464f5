/** Who and what can be on duty: officers, their qualifications, vehicles. They belong to the book, shared by all cases. */
import { choice, flag, instant, integer, long, ref, required, text } from '../field.ts';
import { defineKind } from './define.ts';

const roster = { scope: 'book', area: 'people', lane: null, listed: false, span: () => null } as const;

const checkTerm = (from: number | null, until: number | null) => from !== null && until !== null && until <= from;

/** An officer who can be assigned to a duty. */
export const officer = defineKind({
  ...roster,
  kind: 'officer',
  table: 'officer',
  tone: 'guard',
  icon: 'badge',
  linkable: true,
  fields: {
    name: required(text(120)),
    callSign: text(40),
    serviceNumber: text(40),
    unit: text(80),
    phone: text(40),
    language: text(60),
    /** Told only where the protected person asks for it. */
    sex: choice(['female', 'male']),
    /** On the roster from and until, ms UTC; null is without such a limit. */
    activeFromAt: instant(),
    activeUntilAt: instant(),
    description: long(4_000),
  },
  title: (v) => v.name,
  check: (v) =>
    checkTerm(v.activeFromAt, v.activeUntilAt) ? { field: 'activeUntilAt', code: 'END_BEFORE_START' } : null,
});

/** A vehicle that can be assigned to a duty. */
export const vehicle = defineKind({
  ...roster,
  kind: 'vehicle',
  table: 'vehicle',
  tone: 'transport',
  icon: 'k-transport',
  linkable: true,
  fields: {
    label: required(text(120)),
    plate: text(20),
    type: choice(['car', 'van', 'motorcycle', 'armoured', 'boat', 'other']),
    seats: integer(1, 99),
    unmarked: flag(),
    callSign: text(40),
    outFromAt: instant(),
    outUntilAt: instant(),
    description: long(4_000),
  },
  title: (v) => v.label,
  check: (v) => (checkTerm(v.outFromAt, v.outUntilAt) ? { field: 'outUntilAt', code: 'END_BEFORE_START' } : null),
});

/** Something an officer can be approved for, such as close protection or emergency driving. */
export const qualification = defineKind({
  ...roster,
  kind: 'qualification',
  table: 'qualification',
  tone: 'assess',
  icon: 'seal',
  linkable: false,
  fields: {
    label: required(text(120)),
    code: required(text(20)),
    /** Months an approval lasts; null does not run out. */
    validityMonths: integer(1, 1_200),
    description: long(4_000),
  },
  title: (v) => v.label,
});

/** That an officer holds a qualification, and until when. */
export const officerQualification = defineKind({
  ...roster,
  kind: 'officer_qualification',
  table: 'officer_qualification',
  tone: 'assess',
  icon: 'seal',
  linkable: false,
  fields: {
    officerId: required(ref('officer')),
    qualificationId: required(ref('qualification')),
    /** ms UTC; null does not run out. */
    validUntilAt: instant(),
    source: text(300),
  },
  title: () => '',
});

/**
 * That an officer is not to be assigned, everywhere or in one case. That it is so is for all who plan; why it is so is
 * for the lead alone, and each look leaves a line in the use log.
 */
export const officerExclusion = defineKind({
  ...roster,
  kind: 'officer_exclusion',
  table: 'officer_exclusion',
  tone: 'threat',
  icon: 'stop',
  linkable: false,
  fields: {
    officerId: required(ref('officer')),
    /** Null holds for every case. */
    forCaseId: ref('case'),
    fromAt: instant(),
    untilAt: instant({ isEnd: true }),
    exclusion: choice(['impartiality', 'relation', 'same_station', 'absence', 'rest', 'health', 'other'], {
      protectable: 'always',
      revealTo: 'lead',
    }),
    exclusionReason: text(300, { protectable: 'always', revealTo: 'lead' }),
  },
  title: () => '',
  check: (v) => (checkTerm(v.fromAt, v.untilAt) ? { field: 'untilAt', code: 'END_BEFORE_START' } : null),
});

/** A recorded exception from the rest rules: which, for whom (null is everyone), and the agreement it rests on. */
export const restException = defineKind({
  ...roster,
  kind: 'rest_exception',
  table: 'rest_exception',
  tone: 'assess',
  icon: 'rest',
  linkable: false,
  fields: {
    officerId: ref('officer'),
    /** Key of the exception in the rule set. */
    ruleKey: required(text(60, { coded: true })),
    fromAt: required(instant()),
    untilAt: required(instant({ isEnd: true })),
    agreement: text(200),
    reason: long(2_000),
  },
  title: () => '',
  check: (v) => (checkTerm(v.fromAt, v.untilAt) ? { field: 'untilAt', code: 'END_BEFORE_START' } : null),
});
