/**
 * What the unit has set for the days in the rules of flags: records of the book beside the targets of its clocks, so that
 * each change is in the log with who made it, and can be taken back.
 */
import type { Book } from '#db/book.ts';
import { FLAG_LIMITS, type FlagLimitId, type FlagLimits, limitsOf } from '#model/flags/limits.ts';

/** Apart from the targets of clocks, which are kept by their own names. */
const ruleOf = (id: FlagLimitId) => `flag.${id}`;

/** Days in force; a limit that nobody set is as the program came. */
export async function readFlagLimits(book: Book): Promise<FlagLimits> {
  const targets = await book.list('policy_target');
  const set = new Map(targets.map(({ values }) => [values.policyRule, values.target]));
  return limitsOf((id) => set.get(ruleOf(id)));
}

/** Sets a limit; nothing is written where it is in force already. */
export async function keepFlagLimit(book: Book, id: FlagLimitId, days: number): Promise<void> {
  const targets = await book.list('policy_target');
  const record = targets.find(({ values }) => values.policyRule === ruleOf(id));
  if ((record?.values.target ?? FLAG_LIMITS[id].standard) === days) return;
  await book.command('flag.set_limit', async (tx) => {
    if (record) await tx.update('policy_target', record.id, { target: days });
    else await tx.insert('policy_target', { policyRule: ruleOf(id), target: days });
  });
}
