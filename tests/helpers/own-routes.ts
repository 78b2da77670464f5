import { DEFAULT_OWN_RULES } from '#model/clocks/own-rules.ts';
import { RULE_IDS } from '#model/flags/table.ts';
import type { RecordId } from '#model/ids.ts';
import type { Kind } from '#model/kinds.ts';

/** Calls a route by its name. */
type Call = <T>(name: string, input: unknown) => Promise<T>;
type Values = Readonly<Record<string, unknown>>;
type Made = { readonly id: RecordId };

const KEY = '0123456789abcdef0123456789abcdef';

/**
 * Writes a record of a kind that only its own routes write, with every value that they take.
 * @returns its id, or null where the route tells none
 * @throws Error for a kind whose routes are not told here
 */
export async function createByOwnRoutes(
  kind: Kind,
  values: Values,
  caseId: RecordId,
  call: Call,
): Promise<RecordId | null> {
  switch (kind) {
    case 'transfer':
      return transfer(values, caseId, call);
    case 'transfer_item': {
      const { aboutKey: key, ...rest } = values;
      return (await call<Made>('transfer.assign', { ...rest, key })).id;
    }
    case 'flag_review': {
      const { reason } = values;
      const lookAgainAt = Date.now() + 86_400_000;
      return (await call<Made>('flag.set_aside', { caseId, rule: RULE_IDS[0], reason, lookAgainAt })).id;
    }
    case 'conflict_acceptance': {
      const { conflictKey: key, reason, untilAt } = values;
      return (await call<Made>('plan.accept', { caseId, key, reason, untilAt })).id;
    }
    case 'policy_target':
    case 'court_cutoff': {
      const court = { court: values.court ?? 'Tingrett', weekday: '12:00', saturday: null, holiday: null };
      await call('clock.set_settings', { ownRules: DEFAULT_OWN_RULES, courts: [court] });
      return null;
    }
    case 'sentence_decision':
      await call('briefing.decide', { caseId, keys: [KEY], decision: 'tell' });
      return null;
    case 'recall_read_back':
      await call('briefing.read_back', { caseId, copy: 1, holder: values.holder, words: values.givenBack });
      return null;
    default:
      throw new Error(`${kind} has no routes of its own here`);
  }
}

/** Offered and given up again: a case that was taken over could not be written in any more. */
async function transfer(values: Values, caseId: RecordId, call: Call): Promise<RecordId> {
  const { toDistrict, toUnit, offeredAt: at } = values;
  const { id } = await call<Made>('transfer.offer', { caseId, toDistrict, toUnit, at, by: values.offeredBy });
  for (const [step, by, text] of [
    ['received', 'receivedBy', null],
    ['read_back', 'readBackBy', 'readBackText'],
    ['deletion_reviewed', 'deletionReviewedBy', 'deletionOutcome'],
    ['withdrawn', 'withdrawnBy', 'withdrawnReason'],
  ] as const) {
    await call('transfer.step', { id, step, at, by: values[by], text: text && values[text] });
  }
  return id;
}
