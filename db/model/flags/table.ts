import type { Rule } from './rule.ts';
import { assessmentMissing, assessmentOld, assessmentOtherPurpose, assessmentOvertaken } from './rules/assessment.ts';
import { breachNotAnswered } from './rules/breach-not-answered.ts';
import { chargeWaiting } from './rules/charge-waiting.ts';
import { childrenSaw } from './rules/children-saw.ts';
import { complaintUnanswered } from './rules/complaint-unanswered.ts';
import { conflictOfInterest } from './rules/conflict-of-interest.ts';
import { contactsInOneNight } from './rules/contacts-in-one-night.ts';
import { hearingWaiting } from './rules/hearing-waiting.ts';
import { facilitatedWaiting, interviewWaiting } from './rules/interview-waiting.ts';
import { noProtectiveMeasure } from './rules/no-protective-measure.ts';
import { orderLapsing } from './rules/order-lapsing.ts';
import { promiseUnanswered } from './rules/promise-unanswered.ts';
import { reportWithoutMeasure } from './rules/report-without-measure.ts';
import { requestUnanswered } from './rules/request-unanswered.ts';
import { severalInDanger } from './rules/several-in-danger.ts';
import { silence } from './rules/silence.ts';
import { statementsContradict } from './rules/statements-contradict.ts';
import { threatMorePrecise } from './rules/threat-more-precise.ts';
import {
  intrusion,
  surveillance,
  threatTiedToComplaint,
  threatToLife,
  violenceToNeck,
  weapon,
} from './rules/told-in-words.ts';
import { turningPointNear } from './rules/turning-point-near.ts';
import { wantedNotFound } from './rules/wanted.ts';
import { withdrawnAtLiberty } from './rules/withdrawn-at-liberty.ts';

/** Every rule; within a cause the one of most consequence first. */
export const RULES = [
  breachNotAnswered,
  contactsInOneNight,
  wantedNotFound,
  noProtectiveMeasure,
  orderLapsing,
  violenceToNeck,
  threatTiedToComplaint,
  weapon,
  threatMorePrecise,
  threatToLife,
  intrusion,
  surveillance,
  requestUnanswered,
  promiseUnanswered,
  reportWithoutMeasure,
  complaintUnanswered,
  interviewWaiting,
  facilitatedWaiting,
  chargeWaiting,
  hearingWaiting,
  statementsContradict,
  assessmentMissing,
  assessmentOvertaken,
  assessmentOtherPurpose,
  assessmentOld,
  silence,
  withdrawnAtLiberty,
  turningPointNear,
  severalInDanger,
  childrenSaw,
  conflictOfInterest,
] as const satisfies readonly Rule[];

export type RuleId = (typeof RULES)[number]['id'];
export const RULE_IDS: readonly RuleId[] = RULES.map(({ id }) => id);
