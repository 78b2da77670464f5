/** Targets the unit sets itself. They are named as such everywhere and never shown as law. */
import type { Term } from './count.ts';
import { dueOf } from './count.ts';
import type {
  AlarmFact,
  AssessmentFact,
  BreachFact,
  ClockFacts,
  GuardFact,
  OrderFact,
  ReleaseFact,
  TransferFact,
} from './facts.ts';
import { orderEnd, orderStart } from './orders.ts';
import { type ClockRow, type FactBase, firstOf, runRow } from './row.ts';
import type { Clock, ClockWorld, OwnRuleId } from './types.ts';

const DAY_MS = 24 * 60 * 60 * 1_000;

/** Length of each target; null switches it off. */
export type OwnRules = Readonly<Record<OwnRuleId, number | null>>;

/** In which unit a target is counted: it keeps to the hour, or to the end of a day. */
export const OWN_RULE_UNITS: Readonly<Record<OwnRuleId, 'hours' | 'days'>> = {
  jurist_decision: 'hours',
  serve_order: 'hours',
  assessment_after_breach: 'hours',
  assessment_after_release: 'hours',
  assessment_review: 'days',
  alarm_test: 'hours',
  guard_review: 'hours',
  renewal_start: 'days',
  transfer_receipt: 'hours',
  transfer_taking_over: 'hours',
  transfer_review: 'days',
};

/** What holds until the unit says otherwise: judgement, not law. */
export const DEFAULT_OWN_RULES: OwnRules = {
  jurist_decision: 24,
  serve_order: 24,
  assessment_after_breach: 48,
  assessment_after_release: 24,
  assessment_review: 30,
  alarm_test: 24,
  guard_review: 72,
  renewal_start: 14,
  transfer_receipt: 24,
  transfer_taking_over: 72,
  transfer_review: 90,
};

/** The clocks of the unit's own rules that are switched on. */
export function ownClocks(facts: ClockFacts, rules: OwnRules, world: ClockWorld): Clock[] {
  const run = <F extends FactBase>(
    id: OwnRuleId,
    all: readonly F[],
    row: (term: Term) => Pick<ClockRow<F, OwnRuleId>, 'starts' | 'ends' | 'exempt' | 'met'>,
  ) => {
    const n = rules[id];
    if (n === null) return [];
    const term = { unit: OWN_RULE_UNITS[id], n } as const;
    const whole: ClockRow<F, OwnRuleId> = { id, source: null, term, status: 'own_rule', ...row(term) };
    return all.flatMap((fact) => runRow(whole, fact, world) ?? []);
  };
  const orders = [...facts.orders, ...facts.minorBans];
  return [
    ...run<BreachFact>('jurist_decision', facts.breaches, () => ({
      starts: (fact) => fact.reportedAt,
      met: (fact) => firstOf(['decided', fact.juristDecidedAt]),
    })),
    ...run<OrderFact>('serve_order', orders, () => ({
      starts: (fact) => fact.decidedAt,
      exempt: (fact) => (fact.liftedAt !== null && fact.servedAt === null ? 'lifted' : null),
      met: (fact) => firstOf(['served', fact.servedAt]),
    })),
    ...run<BreachFact>('assessment_after_breach', facts.breaches, () => ({
      starts: (fact) => fact.reportedAt,
      exempt: (fact) => (fact.isNone ? 'not_a_breach' : null),
      met: (fact) => firstOf(['assessed', fact.assessedAt]),
    })),
    ...run<ReleaseFact>('assessment_after_release', facts.releases, () => ({
      starts: (fact) => fact.outAt,
      met: (fact) => firstOf(['assessed', fact.assessedAt]),
    })),
    ...run<AssessmentFact>('assessment_review', facts.assessments, () => ({
      starts: (fact) => (fact.high ? fact.assessedAt : null),
      met: (fact) => firstOf(['assessed', fact.replacedAt]),
    })),
    ...run<AlarmFact>('alarm_test', facts.alarms, () => ({
      starts: (fact) => fact.handedOutAt,
      exempt: (fact) => (fact.returnedAt !== null && fact.testedAt === null ? 'lifted' : null),
      met: (fact) => firstOf(['tested', fact.testedAt]),
    })),
    ...run<GuardFact>('guard_review', facts.guards, () => ({
      starts: (fact) => fact.decidedAt,
      exempt: (fact) => (fact.endedAt !== null && fact.reviewedAt === null ? 'lifted' : null),
      met: (fact) => firstOf(['reviewed', fact.reviewedAt]),
    })),
    ...run<OrderFact>('renewal_start', orders, (term) => ({
      starts: orderStart,
      ends: (fact, startedAt, { zone }) => ({ dueAt: renewalStart(fact, term, startedAt, zone) }),
      exempt: (fact) => (fact.liftedAt !== null ? 'lifted' : fact.lapsePlannedAt !== null ? 'lapse_planned' : null),
      met: (fact) => firstOf(['prepared', fact.renewalBegunAt ?? fact.renewalDecidedAt]),
    })),
    // Until it is taken over the case is ours: an offer that nobody answers is work here, not there.
    ...run<TransferFact>('transfer_receipt', facts.transfers, () => ({
      starts: (fact) => fact.offeredAt,
      exempt: withdrawn,
      met: (fact) => firstOf(['received', fact.receivedAt], ['taken_over', fact.takenOverAt]),
    })),
    ...run<TransferFact>('transfer_taking_over', facts.transfers, () => ({
      starts: (fact) => fact.receivedAt,
      exempt: withdrawn,
      met: (fact) => firstOf(['taken_over', fact.takenOverAt]),
    })),
    // Data is kept no longer than it is needed (politiregisterloven § 50); the act sets no days.
    ...run<TransferFact>('transfer_review', facts.transfers, () => ({
      starts: (fact) => fact.takenOverAt,
      met: (fact) => firstOf(['reviewed', fact.reviewedAt]),
    })),
  ];
}

function withdrawn(fact: TransferFact): 'withdrawn' | null {
  return fact.withdrawnAt !== null && fact.takenOverAt === null ? 'withdrawn' : null;
}

/** So many days before the order ends, and never before it began. */
function renewalStart(fact: OrderFact, term: Term, startedAt: number, zone: string): number {
  const { dueAt } = orderEnd(fact, zone);
  const end = dueAt ?? startedAt;
  const days = term.unit === 'days' ? term.n : 0;
  const back = dueOf(end - 1, { unit: 'days', n: -days }, zone) ?? end - days * DAY_MS;
  return Math.max(startedAt, back);
}
