import { choice, flag, instant, long, ref, text } from '../field.ts';
import { defineKind } from './define.ts';
import { factFields, factSpan, factTitle, factTitleEn } from './fact.ts';
import { instantSpan } from './plan.ts';

const fact = { scope: 'case', linkable: true, title: factTitle, titleEn: factTitleEn, span: factSpan } as const;

/** A structured assessment of risk. The level is the instrument's word; the sentence is the analyst's. */
export const assessment = defineKind({
  ...fact,
  kind: 'assessment',
  table: 'assessment',
  tone: 'assess',
  icon: 'k-assess',
  area: 'assessments',
  fields: {
    ...factFields(),
    instrument: text(80),
    level: choice(['low', 'moderate', 'high']),
    statement: text(400),
    assessedBy: text(120),
    personId: ref('person'),
  },
  lane: () => 'assess',
});

/** A referral to a service that can help, with her consent. */
export const referral = defineKind({
  ...fact,
  kind: 'referral',
  table: 'referral',
  tone: 'referral',
  icon: 'k-referral',
  area: 'referrals',
  fields: {
    ...factFields(),
    service: text(200),
    consent: choice(['given', 'refused', 'not_asked']),
    status: choice(['sent', 'received', 'started', 'declined', 'ended']),
  },
  lane: () => 'referral',
});

/** An arrest (pågripelse), straffeprosessloven §§ 171-176. */
export const arrest = defineKind({
  ...fact,
  kind: 'arrest',
  caseFile: true,
  table: 'arrest',
  tone: 'court',
  icon: 'k-court',
  area: 'court',
  fields: {
    ...factFields(),
    personId: ref('person'),
    breachId: ref('breach'),
    releasedAt: instant(),
    /** `brought_in` is innbringelse, politiloven § 8: no arrest, four hours at most. */
    custody: choice(['arrest', 'brought_in']),
    /** Ground for the arrest, as §§ 171-173 name them. */
    basis: text(120),
    /** Decided by a prosecutor before it was made: no later decision is needed to uphold it (§ 179). */
    byDecision: flag(),
    journalNumber: text(40),
    /** Under 18 when the act was done: other limits hold (§§ 98, 183 second paragraph). */
    underEighteen: flag(),
    /** Held in a police cell, from and until (politiarrestforskriften § 3-1), and why longer than two days. */
    cellFromAt: instant(),
    cellUntilAt: instant(),
    cellReason: long(2_000),
    cellReasonAt: instant(),
    /** Why he was not presented the day after, for the court book (§ 183). */
    courtBookReason: long(2_000),
    courtBookReasonAt: instant(),
    /** Why up to the third day was especially required (§ 183). */
    thirdDayReason: long(2_000),
    thirdDayReasonAt: instant(),
    /** When it was clear that he would not be let go within 24 hours, 12 if under 18 (§ 98). */
    noReleaseClearAt: instant(),
    childWelfareNotifiedAt: instant(),
    referenceId: ref('case_reference'),
  },
  lane: () => 'court',
});

/** Remand in custody (varetekt), straffeprosessloven §§ 184-185. */
export const remand = defineKind({
  ...fact,
  kind: 'remand',
  caseFile: true,
  table: 'remand',
  tone: 'court',
  icon: 'k-court',
  area: 'court',
  fields: {
    ...factFields(),
    personId: ref('person'),
    fromAt: instant(),
    untilAt: instant({ isEnd: true }),
    arrestId: ref('arrest'),
    decidedAt: instant(),
    underEighteen: flag(),
    /** Extension: when the request was filed, and when the defence had notice of it (§ 185 fifth paragraph). */
    requestedAt: instant(),
    defenceNoticeAt: instant(),
    extendsId: ref('remand'),
    extensionWanted: flag(),
    /** Unconditional prison judgment given during it (§ 187). */
    prisonJudgmentAt: instant(),
    /** Bans and controls during it. */
    conditions: long(2_000),
    /** Let go before its end. */
    releasedAt: instant(),
  },
  span: (v) => instantSpan(v.fromAt, v.untilAt) ?? factSpan(v),
  lane: () => 'court',
});

const COURT_STEPS = [
  'petition',
  'charge',
  'indictment',
  'penalty_writ',
  'summons',
  'hearing',
  'remand_hearing',
  'main_hearing',
  'judgment',
  'release',
  'appeal',
  'decision',
  'other',
] as const;

/** A step before a court or prosecutor: petition, charge, hearing, judgment, release, appeal. */
export const courtStep = defineKind({
  ...fact,
  kind: 'court_step',
  caseFile: true,
  table: 'court_step',
  tone: 'court',
  icon: 'k-court',
  area: 'court',
  fields: {
    ...factFields(),
    scheduledAt: instant(),
    court: text(120),
    step: choice(COURT_STEPS),
    personId: ref('person'),
    breachId: ref('breach'),
    arrestId: ref('arrest'),
    orderId: ref('order'),
    /** When the court received an indictment, § 275. */
    receivedAt: instant(),
    /** When the hearing was opened. */
    openedAt: instant(),
    /** When a judgment became final. */
    finalAt: instant(),
    /** When the summons was served, § 86. */
    summonsServedAt: instant(),
    /** Until when a penalty writ can be accepted, § 256. */
    replyDueAt: instant(),
    acceptedAt: instant(),
    /** The accused is on remand, or was under 18: § 275 second paragraph. */
    onRemand: flag(),
    onAppeal: flag(),
    underEighteen: flag(),
    /** When she was told of the hearing, § 222 a eighth paragraph. */
    sheNotifiedAt: instant(),
    outcome: long(4_000),
    referenceId: ref('case_reference'),
  },
  span: (v) => instantSpan(v.scheduledAt, v.scheduledAt === null ? null : v.scheduledAt + 60_000) ?? factSpan(v),
  lane: () => 'court',
});
