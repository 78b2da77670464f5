import { afterEach, beforeEach, expect, it } from 'vitest';
import { timelinePaperSchema } from '#contract/timeline-paper.ts';
import { planHandlers } from '#main/services/plan.ts';
import { mattersOf } from '#renderer/features/plan/matters.ts';
import { planOf } from '#renderer/features/plan/plan.ts';
import { paperRegister, type RegisterWords } from '#renderer/workspace/timeline/paper-register.ts';
import { at, type NightPlan, NOON, openNightPlan } from '#tests/main/services/plan/night.ts';

const words: RegisterWords = {
  heading: 'register',
  accepted: { heading: 'accepted', columns: ['when', 'what', 'reason', 'by', 'until'] },
  exceptions: { heading: 'exceptions', columns: ['holds', 'rule', 'ground', 'decided by', 'recorded by'] },
  period: (fromAt, toAt) => `${fromAt}-${toAt}`,
  matter: (_, { about }) => about,
  until: (untilAt, isOver) => `${untilAt} ${isOver ? 'over' : 'holds'}`,
  rule: (key) => key,
  everybody: 'everybody',
};

let night: NightPlan;
beforeEach(async () => {
  night = await openNightPlan();
});
afterEach(() => night.remove());

const window = { fromAt: at('2026-03-25T12:00'), toAt: at('2026-04-08T12:00') };
const range = { fromAt: at('2026-04-04T12:00'), toAt: at('2026-04-06T12:00') };
async function planAt(nowAt: number) {
  return planOf(await planHandlers['plan.window'](night.context, { caseId: night.caseId, ...window }), nowAt);
}
const rowsOf = (register: ReturnType<typeof paperRegister>, heading: string) =>
  register?.tables.find((table) => table.heading === heading)?.rows;

// Would catch: a paper that shows a night as uncovered and keeps quiet about who accepted it, why and until when; one that
// forgets it once the night, or the date, is over.
it('tells what of the range was accepted, by whom, why and until when, also afterwards', async () => {
  const before = await planAt(NOON);
  expect(paperRegister(before, range, words)).toBeNull();
  const gaps = mattersOf(before).filter(({ about }) => about === 'gap');
  const [first, last] = [gaps[0], gaps.at(-1)];
  if (!first || !last || gaps.length < 3) throw new Error('no gaps');
  const untilAt = at('2026-04-05T12:00');
  for (const { key } of [first, last]) {
    await planHandlers['plan.accept'](night.context, {
      caseId: night.caseId,
      key,
      reason: 'Hun er bortreist',
      untilAt,
    });
  }
  const by = 'Test Person';
  const told = (ending: string) => [
    [`${first.fromAt}-${first.toAt}`, 'gap', 'Hun er bortreist', by, `${untilAt} ${ending}`],
  ];
  // Of the other one the night lies outside of the range.
  const register = paperRegister(await planAt(NOON), range, words);
  expect(rowsOf(register, 'accepted')).toEqual(told('holds'));
  expect(timelinePaperSchema.shape.register.parse(register)).toEqual(register);
  expect(rowsOf(paperRegister(await planAt(at('2026-04-07T12:00')), range, words), 'accepted')).toEqual(told('over'));
});

// Would catch: a week of seven hours of rest on paper without the exception it rests on; the exceptions of officers who
// have nothing to do with the case.
it('tells the exceptions of those on duty in the range, with ground and who decided', async () => {
  const { myr, dal } = night.officers;
  await night.book.command('test', async (tx) => {
    const shared = { ruleKey: 'agreement', agreement: 'Aas', reason: 'Sykdom i laget' } as const;
    const times = { fromAt: at('2026-03-30T07:00'), untilAt: at('2026-04-01T07:00') };
    for (const officerId of [myr, dal, null]) await tx.insert('rest_exception', { ...shared, ...times, officerId });
    const later = { fromAt: at('2026-04-02T07:00'), untilAt: at('2026-04-03T07:00') };
    await tx.insert('rest_exception', { ...shared, ...later, officerId: myr });
  });
  const some = { fromAt: at('2026-03-30T12:00'), toAt: at('2026-03-31T12:00') };
  const rows = rowsOf(paperRegister(await planAt(NOON), some, words), 'exceptions');
  const [holds, why] = [
    `${at('2026-03-30T07:00')}-${at('2026-04-01T07:00')}`,
    ['Sykdom i laget', 'Aas', 'Test Person'],
  ];
  expect(rows).toEqual([
    [holds, 'Myr: agreement', ...why],
    [holds, 'everybody: agreement', ...why],
  ]);
});
