import { choice, instant, ref, text } from '../field.ts';
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
  table: 'arrest',
  tone: 'court',
  icon: 'k-court',
  area: 'court',
  fields: { ...factFields(), personId: ref('person'), breachId: ref('breach'), releasedAt: instant() },
  lane: () => 'court',
});

/** Remand in custody (varetekt), straffeprosessloven §§ 184-185. */
export const remand = defineKind({
  ...fact,
  kind: 'remand',
  table: 'remand',
  tone: 'court',
  icon: 'k-court',
  area: 'court',
  fields: { ...factFields(), personId: ref('person'), fromAt: instant(), untilAt: instant() },
  span: (v) => instantSpan(v.fromAt, v.untilAt) ?? factSpan(v),
  lane: () => 'court',
});

/** A step before a court or prosecutor: petition, charge, hearing, judgment, release, appeal. */
export const courtStep = defineKind({
  ...fact,
  kind: 'court_step',
  table: 'court_step',
  tone: 'court',
  icon: 'k-court',
  area: 'court',
  fields: {
    ...factFields(),
    step: choice(['petition', 'charge', 'indictment', 'hearing', 'judgment', 'release', 'appeal', 'decision', 'other']),
    scheduledAt: instant(),
    court: text(120),
  },
  span: (v) => instantSpan(v.scheduledAt, v.scheduledAt === null ? null : v.scheduledAt + 60_000) ?? factSpan(v),
  lane: () => 'court',
});
