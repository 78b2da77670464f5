import type { flagRoutes, RuleCounts } from '#contract/flag.ts';
import { caseMemoryOf } from '#db/reads/case-memory.ts';
import { type CountedReview, countReviews } from '#db/reads/flag-reviews.ts';
import { firstSight, reviewedFlags } from '#model/flags/review.ts';
import { RULE_IDS, type RuleId } from '#model/flags/table.ts';
import type { RecordId } from '#model/ids.ts';
import { type Context, type Handlers, ServiceError } from './context.ts';
import { keepFlagLimit, readFlagLimits } from './flag-limits.ts';
import { readShown, writeShown } from './flag-shown.ts';

export const flagHandlers: Handlers<keyof typeof flagRoutes> = {
  async 'flag.list'({ book, now }, { caseId, at: asked }) {
    const at = asked ?? now();
    const [records, reviews, counted, shown, limits] = await Promise.all([
      caseMemoryOf(book).read(caseId),
      book.list('flag_review', { caseId }),
      countReviews(book),
      readShown(book),
      readFlagLimits(book),
    ]);
    if (!records) throw new ServiceError('NOT_FOUND');
    const flags = reviewedFlags(records, reviews, at, limits);
    const first = new Set(firstSight(flags).map(({ rule }) => rule));
    return {
      at,
      limits,
      flags: flags.map((flag) => ({
        ...flag,
        isFirst: first.has(flag.rule),
        counts: countsOf(flag.rule, counted, shown.count(flag.rule)),
      })),
    };
  },

  async 'flag.rules'({ book }) {
    const [counted, shown, limits] = await Promise.all([countReviews(book), readShown(book), readFlagLimits(book)]);
    return { limits, rules: RULE_IDS.map((rule) => ({ rule, counts: countsOf(rule, counted, shown.count(rule)) })) };
  },

  async 'flag.set_limit'({ book }, { limit, days }) {
    await keepFlagLimit(book, limit, days);
    return {};
  },

  'flag.set_aside': (context, input) => review(context, 'set_aside', input),
  'flag.act': (context, input) => review(context, 'acted_on', input),

  async 'flag.shown'({ book }, { caseId, rules }) {
    const reviews = await book.list('flag_review', { caseId });
    // A flag that came back after it was put away is shown once more.
    const turns = rules.map((rule) => `${rule}.${reviews.filter(({ values }) => values.flagRule === rule).length}`);
    await writeShown(book, caseId, turns);
    return {};
  },
};

async function review(
  { book, now }: Context,
  decision: 'set_aside' | 'acted_on',
  input: { caseId: RecordId; rule: RuleId; reason: string; lookAgainAt: number },
) {
  const { caseId, rule, reason, lookAgainAt } = input;
  if (lookAgainAt <= now()) {
    throw new ServiceError('INVALID_VALUES', [{ field: 'lookAgainAt', code: 'NOT_AHEAD' }]);
  }
  const [record] = await book.list('case', { ids: [caseId] });
  if (!record) throw new ServiceError('NOT_FOUND');
  const { value } = await book.command(`flag.${decision}`, (tx) =>
    tx.insert('flag_review', { flagRule: rule, decision, reason, lookAgainAt }, { caseId }),
  );
  return { id: value.id };
}

function countsOf(rule: RuleId, counted: readonly CountedReview[], shown: number): RuleCounts {
  const of = (decision: string) => counted.find((one) => one.rule === rule && one.decision === decision)?.count ?? 0;
  return { shown, actedOn: of('acted_on'), setAside: of('set_aside') };
}
