import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { investigationHandlers } from '#main/services/investigation.ts';
import type { RecordId } from '#model/ids.ts';
import { INVESTIGATION_PLANS } from '#model/investigation.ts';
import { TEST_NOW } from '#tests/helpers/book.ts';
import { openTestContext, type TestContext } from '#tests/helpers/context.ts';

let test: TestContext;
let caseId: RecordId;

beforeEach(async () => {
  test = await openTestContext();
  const { value } = await test.book.command('case.create', (tx) =>
    tx.insert('case', { name: 'Lind', marking: 'fortrolig', status: 'open', zone: 'Europe/Oslo' }),
  );
  caseId = value.id;
});
afterEach(() => test.remove());

const begin = (plan: (typeof INVESTIGATION_PLANS)[number], language: 'nb' | 'en' = 'nb') =>
  investigationHandlers['investigation.begin'](test.context, { caseId, plan, language, breachId: null });
const steps = () => test.book.list('investigation_step', { caseId });

describe('investigation.begin', () => {
  // Would catch: a plan that is there in one language only, or one without steps of the first day.
  it.each(INVESTIGATION_PLANS)('takes the plan of %s in, due from now on, in one undo', async (plan) => {
    const { added } = await begin(plan, 'en');
    const made = await steps();
    expect(made).toHaveLength(added);
    expect(made.some(({ values }) => values.firstDay === true)).toBe(true);
    expect(made.some(({ values }) => values.firstDay === false) || plan === 'strl_263').toBe(true);
    for (const { values } of made) expect(values.dueAt).toBeGreaterThan(TEST_NOW);
    await test.book.undo();
    expect(await steps()).toEqual([]);
  });

  // Would catch: the same step asked for twice when a case has two offences, or a plan begun again.
  it('adds only what is not there yet', async () => {
    const first = await begin('strl_168');
    expect((await begin('strl_168')).added).toBe(0);
    const second = await begin('strl_282');
    expect(second.added).toBe(5);
    expect(await steps()).toHaveLength(first.added + second.added);
  });
});
