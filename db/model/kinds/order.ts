import { choice, flag, instant, long, ref, text } from '../field.ts';
import { endedEarlyAt } from '../order-state.ts';
import { endOfOrder } from '../order-term.ts';
import { defineKind } from './define.ts';
import { factFields, factSpan, factTitle, factTitleEn } from './fact.ts';
import { instantSpan } from './plan.ts';

/**
 * Straffeprosessloven §§ 222 a (ordinary, limited, own home), 222 b (premises of groups), 222 c (minors), 222 g
 * (electronic control decided by itself); straffeloven §§ 57-58 (contact ban by judgment).
 */
const ORDER_VARIANTS = [
  'restraining_order',
  'limited_order',
  'own_home_ban',
  'electronic_control',
  'group_premises_ban',
  'stay_away_ban',
  'contact_ban',
  'other',
] as const;
export type OrderVariant = (typeof ORDER_VARIANTS)[number];

/** How far an order has come; of one without a stage only its dates speak. */
const ORDER_STAGES = ['draft', 'requested', 'decided', 'refused'] as const;

/** An order against the threat actor. Decided but not served is shown as not in force against him. */
export const order = defineKind({
  kind: 'order',
  // That one is being prepared, was asked for or was refused tells him what is coming: it is no paper of the case yet.
  caseFile: ({ stage }) => stage === null || stage === 'decided',
  table: 'protection_order',
  scope: 'case',
  tone: 'order',
  icon: 'k-order',
  area: 'orders',
  linkable: true,
  fields: {
    ...factFields(),
    terms: long(8_000),
    decidedAt: instant(),
    decidedBy: text(120),
    servedAt: instant(),
    servedHow: text(200),
    fromAt: instant(),
    toAt: instant({ isEnd: true }),
    liftedAt: instant(),
    variant: choice(ORDER_VARIANTS),
    stage: choice(ORDER_STAGES),
    /** Against whom it is. */
    respondentId: ref('person'),
    /** Whom it protects first of all; others of the circle are terms. */
    protectedId: ref('person'),
    /** With electronic control (§ 222 g; STRL § 57), whatever its variant. */
    electronicControl: flag(),
    /** A contact ban that covers his own home: one year at most (STRL § 58). */
    ownHome: flag(),
    /** Without an end, for special reasons (STRL § 58). */
    indefinite: flag(),
    decisionForm: choice(['oral', 'written']),
    /** When an oral decision was written down, § 222 a fifth paragraph. */
    writtenAt: instant(),
    servedBy: text(120),
    servedProof: text(300),
    /** Since when he knew of it, by whatever way: a breach bites from there. */
    knownSinceAt: instant(),
    knownHow: text(300),
    /** The order that this one follows: renewal is a chain of decisions. */
    replacesId: ref('order'),
    /** Facts since the last order, and what the decision rests on. */
    basis: long(8_000),
    herView: long(4_000, { keptFromCharged: true }),
    liftedReason: text(300),
    /** When he, or after a refusal she, demanded that a court looks at it, § 222 a sixth paragraph. */
    reviewDemandedAt: instant(),
    reviewDemandedBy: text(120),
    sentToCourtAt: instant(),
    courtDecidedAt: instant(),
    courtDecision: choice(['upheld', 'amended', 'set_aside', 'withdrawn']),
    /** Why it came late to the court, for the court book. */
    courtBookReason: long(2_000),
    courtBookReasonAt: instant(),
    /** Electronic control: served, and the written waiver of the court's look at it (§ 222 g fourth paragraph). */
    controlServedAt: instant(),
    controlWaivedAt: instant(),
    /** Petition to end the control after six months (§ 222 g). */
    controlPetitionAt: instant(),
    /** Decided that it is to lapse at its end. */
    lapsePlannedAt: instant(),
    /** A minor's ban: consent refused, § 222 c. */
    consentRefusedAt: instant(),
    /** A contact ban: judgment, and when it became final; it runs from there (STRL § 58). */
    judgmentAt: instant(),
    finalAt: instant(),
    /** A contact ban: tried again in court (STRL § 58). */
    retriedAt: instant(),
    referenceId: ref('case_reference'),
  },
  title: factTitle,
  titleEn: factTitleEn,
  // The term of the order where it is known, to the last day of the law where no end is; else the fact that it was made.
  // An end that lies before the start is kept as the paper has it, and told as a contradiction: it has no length.
  span: (v, zone) => {
    const startsAt = v.fromAt ?? v.servedAt ?? v.decidedAt;
    const endsAt = endedEarlyAt(v) ?? endOfOrder(v, zone)?.at ?? null;
    return (
      instantSpan(startsAt, startsAt !== null && endsAt !== null ? Math.max(startsAt, endsAt) : endsAt) ?? factSpan(v)
    );
  },
  lane: () => 'order',
});
