import { caseMemoryOf } from '#db/reads/case-memory.ts';
import {
  type LapsedAcceptance,
  readDueContacts,
  readDueReviews,
  readEndingGrants,
  readLapsedAcceptances,
  readMistakenAlarms,
  readOpenWork,
} from '#db/reads/prompts.ts';
import { Known } from '#model/flags/known.ts';
import { RULES } from '#model/flags/table.ts';
import type { RecordId } from '#model/ids.ts';
import { conflictsOf } from '#model/plan/conflicts.ts';
import { coverageOf } from '#model/plan/coverage.ts';
import { indexPlan } from '#model/plan/plan-index.ts';
import { keyOf } from '#model/plan/result.ts';
import { workItemsOf } from '#model/plan/work-items.ts';
import type { Prompt } from '#model/today/prompts.ts';
import type { Context } from '../context.ts';
import { readFlagLimits } from '../flag-limits.ts';
import { readWindow } from '../plan/read.ts';

/** How far ahead a conflict that was accepted is looked for. */
const AHEAD_MS = 14 * 24 * 60 * 60 * 1_000;

/**
 * What was put off until a date that has come by `now` (ms UTC) and still stands: a flag whose rule still finds
 * something, a gap or a conflict that is still in the plan, a safe contact that nobody has made; and evidence and steps of
 * the first day that nobody has seen to. Of cases one is not in, nothing.
 */
export async function readPrompts(context: Context, own: ReadonlySet<RecordId>, now: number): Promise<Prompt[]> {
  const [contacts, alarms, grants, work, reviews, acceptances] = await Promise.all([
    readDueContacts(context.book, now),
    readMistakenAlarms(context.book, now),
    readEndingGrants(context.book, now),
    readOpenWork(context.book, now),
    readDueReviews(context.book, now),
    readLapsedAcceptances(context.book, now),
  ]);
  const plain = (id: 'safe_contact' | 'alarm_training' | 'alarm_grant', found: typeof contacts) =>
    found.filter(isIn(own)).map(({ id: recordId, ...one }): Prompt => ({ ...one, ...ALONE, id, recordId }));
  return [
    ...plain('safe_contact', contacts),
    ...plain('alarm_training', alarms),
    ...plain('alarm_grant', grants),
    ...work.filter(isIn(own)).map(({ id: recordId, what: id, ...one }) => ({ ...ALONE, ...one, id, recordId })),
    ...(await standingFlags(context, reviews.filter(isIn(own)), now)),
    ...(await standingMatters(context, acceptances.filter(isIn(own)), now)),
  ];
}

const ALONE = { rule: null, at: null, count: 1 };

const isIn =
  (own: ReadonlySet<RecordId>) =>
  ({ caseId }: { readonly caseId: RecordId }) =>
    own.has(caseId);

async function standingFlags(
  { book }: Context,
  reviews: Awaited<ReturnType<typeof readDueReviews>>,
  now: number,
): Promise<Prompt[]> {
  const prompts: Prompt[] = [];
  const limits = await readFlagLimits(book);
  for (const [caseId, ofCase] of Map.groupBy(reviews, (review) => review.caseId)) {
    const records = await caseMemoryOf(book).read(caseId);
    const known = records && new Known(records, now, limits);
    for (const { id: recordId, rule: ruleId, dueAt, reason, by } of ofCase) {
      const rule = RULES.find((one) => one.id === ruleId);
      if (!known || !rule?.find(known)) continue;
      prompts.push({ id: 'look_again', caseId, recordId, dueAt, reason, by, ...ALONE, rule: rule.id });
    }
  }
  return prompts;
}

async function standingMatters(
  context: Context,
  acceptances: readonly LapsedAcceptance[],
  now: number,
): Promise<Prompt[]> {
  const prompts: Prompt[] = [];
  for (const [caseId, ofCase] of Map.groupBy(acceptances, (acceptance) => acceptance.caseId)) {
    const conflicts = ofCase.some(({ key }) => !GAP.test(key)) ? await conflictTimes(context, caseId, now) : NONE;
    for (const { id: recordId, key, dueAt, reason, by } of ofCase) {
      const gap = GAP.exec(key);
      const at = gap ? await gapTime(context, caseId, gap, now) : (conflicts.get(key) ?? null);
      if (at === null) continue;
      const id = gap?.[1] === 'gap' ? 'accepted_gap' : gap ? 'accepted_thin' : 'accepted_conflict';
      prompts.push({ id, caseId, recordId, dueAt, reason, by, ...ALONE, at });
    }
  }
  return prompts;
}

/** Key of a gap: its state, the need, and from when until when, ms UTC. */
const GAP = /^(gap|thin):(.+):(-?\d+)-(-?\d+)$/;
const NONE: ReadonlyMap<string, number> = new Map();

/** When the gap begins, or now where it has begun; null once it is over, or is no longer as it was accepted. */
async function gapTime(
  context: Context,
  caseId: RecordId,
  [, state, need, from, to]: RegExpExecArray,
  now: number,
): Promise<number | null> {
  const [fromAt, toAt] = [Number(from), Number(to)];
  if (toAt <= now || toAt <= fromAt) return null;
  const { window } = await readWindow(context, { caseId, fromAt, toAt });
  const own = coverageOf(indexPlan(window)).filter((one) => one.layer === 'planned' && keyOf(one.need) === need);
  const lengthMs = own.reduce((sum, one) => sum + one.toAt - one.fromAt, 0);
  return lengthMs === toAt - fromAt && own.every((one) => one.state === state) ? Math.max(fromAt, now) : null;
}

/** Conflicts and open work of the days ahead by their key, each with when it begins. */
async function conflictTimes(context: Context, caseId: RecordId, now: number): Promise<ReadonlyMap<string, number>> {
  const { window } = await readWindow(context, { caseId, fromAt: now, toAt: now + AHEAD_MS });
  const found = [...conflictsOf(window), ...workItemsOf(window)].filter(({ toAt }) => toAt > now);
  return new Map(found.map(({ key, fromAt }) => [key, Math.max(fromAt, now)]));
}
