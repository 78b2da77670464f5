import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { flagRoutes } from '#contract/flag.ts';
import { readCaseRecords } from '#db/reads/case-records.ts';
import type { Context } from '#main/services/context.ts';
import { flagHandlers as flag } from '#main/services/flag.ts';
import { readFlagLimits } from '#main/services/flag-limits.ts';
import { dangerFlagMemoryOf } from '#main/services/today/danger-flags.ts';
import { STANDARD_LIMITS } from '#model/flags/limits.ts';
import type { RecordId } from '#model/ids.ts';
import { dangerFlags } from '#model/today/flags.ts';
import { whenAtMinute } from '#model/when.ts';
import { TEST_NOW } from '#tests/helpers/book.ts';
import { openTestContext, type TestContext } from '#tests/helpers/context.ts';
import fc from '#tests/helpers/property.ts';

const ZONE = 'Europe/Oslo';
const DAY_MS = 86_400_000;

let test: TestContext;
let context: Context;
let cases: RecordId[];
beforeEach(async () => {
  test = await openTestContext();
  context = { ...test.context, now: () => TEST_NOW };
  cases = await write(async (tx) => {
    const values = { marking: 'fortrolig', status: 'open', zone: ZONE } as const;
    const [one, other] = [
      await tx.insert('case', { ...values, name: 'Lind' }),
      await tx.insert('case', { ...values, name: 'Berg' }),
    ];
    return [one.id, other.id];
  });
});
afterEach(async () => {
  await dangerFlagMemoryOf(context).settled();
  await test.remove();
});

const write = async <T>(work: Parameters<typeof test.book.command<T>>[1]) =>
  (await test.book.command('test', work)).value;
const set = (limit: keyof typeof STANDARD_LIMITS, days: number) => flag['flag.set_limit'](context, { limit, days });

describe('the days of the rules', () => {
  // Would catch: a change of policy that nobody can see who made, one that undo leaves, or one that touches other rules.
  it('are set for the book, are in its log, and can be taken back', async () => {
    await set('charge_waiting', 21);
    expect((await flag['flag.rules'](context, {})).limits).toEqual({ ...STANDARD_LIMITS, charge_waiting: 21 });
    expect((await test.book.log({ limit: 1 }))[0]).toMatchObject({ action: 'flag.set_limit' });
    await set('charge_waiting', 28);
    await test.book.undo();
    expect(await readFlagLimits(test.book)).toMatchObject({ charge_waiting: 21 });
    const entries = (await test.book.log({ limit: 100 })).length;
    await set('charge_waiting', 21);
    await set('silence', 60);
    expect(await test.book.log({ limit: 100 })).toHaveLength(entries);
    await set('charge_waiting', 14);
    expect(await readFlagLimits(test.book)).toEqual(STANDARD_LIMITS);
  });

  // Would catch: days that make a rule blind, half a day, or a limit of no rule, let in from the window.
  it('are refused where they cannot be', () => {
    const { input } = flagRoutes['flag.set_limit'];
    expect(input.safeParse({ limit: 'no_protective_measure', days: 0 }).success).toBe(true);
    for (const wrong of [
      { limit: 'breach_not_answered', days: 0 },
      { limit: 'breach_not_answered', days: 91 },
      { limit: 'silence', days: 30.5 },
      { limit: 'weapon', days: 3 },
    ])
      expect(input.safeParse(wrong).success).toBe(false);
  });
});

const step = fc.record({
  what: fc.constantFrom('breach', 'report', 'remand', 'limit', 'limit', 'undo', 'aside'),
  of: fc.nat(1),
  limit: fc.constantFrom('breach_not_answered', 'no_protective_measure', 'contacts_in_one_night'),
  days: fc.integer({ min: 2, max: 60 }),
});

// Would catch: a board that keeps the flags of a case by the days of before, or of the wrong case, after whatever is written.
it('are those by which the board keeps its flags', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 10 }), async (steps) => {
      for (const { what, of, limit, days } of steps) {
        const caseId = cases[of] as RecordId;
        const happened = whenAtMinute(TEST_NOW - days * DAY_MS, ZONE);
        if (what === 'limit') await set(limit, days);
        else if (what === 'undo') await test.book.undo().catch(() => undefined);
        else if (what === 'aside')
          await flag['flag.set_aside'](context, {
            caseId,
            rule: limit,
            reason: 'Vurdert',
            lookAgainAt: TEST_NOW + days * DAY_MS,
          });
        else await write((tx) => tx.insert(what as 'breach', { text: 'Ringer politiet', happened }, { caseId }));
        const kept = new Map(
          (await dangerFlagMemoryOf(context).read(cases, TEST_NOW)).map((one) => [one.caseId, one.flags]),
        );
        const limits = await readFlagLimits(test.book);
        for (const id of cases) {
          const records = await readCaseRecords(test.book, id);
          if (!records) continue;
          const reviews = await test.book.list('flag_review', { caseId: id });
          expect(kept.get(id) ?? []).toEqual(dangerFlags(records, reviews, TEST_NOW, limits));
        }
      }
    }),
    { numRuns: 8 },
  );
});
