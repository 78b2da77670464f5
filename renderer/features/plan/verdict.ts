import type { TFunction } from 'i18next';
import { keyOf } from '#model/plan/result.ts';
import type { Duty } from '#model/plan/types.ts';
import { type Judge, type Verdict as PlanVerdict, startVerdict } from '#model/plan/verdict.ts';
import type { DragPreview, Verdict } from '#renderer/timeline/index.ts';
import type { TimeWords } from '#renderer/ui/time-words.ts';
import type { Plan } from './plan.ts';
import { copiedDuty, cutDuty, drawnChange, movedDuty, type PlanChange } from './plan-change.ts';
import type { PlanWords } from './plan-words.ts';
import { dutyOfRow, hindranceOf, type Row, rowOfLane } from './reassign.ts';

const MINUTE_MS = 60_000;
/** Lines of a verdict beside what it is about; what is left out is counted. */
const MOST_LINES = 7;

export type VerdictLine = Verdict['lines'][number];

/** Words a verdict is told in. */
export interface VerdictWords {
  readonly t: TFunction<'plan'>;
  readonly time: TimeWords;
  readonly plan: PlanWords;
}

/** Where bars can be drawn anew: the case they would be of, and the type of measure that a lane is of. */
export interface Drawing {
  readonly caseId: string;
  readonly typeOfLane: (laneId: string) => string | null;
}

/**
 * Judges drags on a plan: prepared at the first move of what is held, answered at each further one.
 * @param drawing null where nothing is drawn
 * @returns null for what the plan knows nothing of
 */
export function createVerdicts(
  plan: Plan,
  drawing: Drawing | null,
  words: VerdictWords,
): (preview: DragPreview) => Verdict | null {
  let judged: { readonly key: string; readonly judge: Judge } | null = null;
  return (preview) => {
    const change = changeOfPreview(plan, drawing, preview);
    if (!change) return null;
    const { t, time } = words;
    const judgeKey = change.old.map(keyOf).join();
    if (judged?.key !== judgeKey) judged = { key: judgeKey, judge: startVerdict(plan.index, change.old) };
    const { verdict, lines } = told(plan, change, judged.judge, words);
    const exchange = exchangeOf(preview, preview.laneId);
    if (exchange) {
      const duties = preview.items.flatMap(({ id }) => dutyOf(plan, id) ?? []);
      lines.unshift(...exchangeLines(plan, duties, exchange, verdict, words));
    }
    if (lines.length === 0) lines.push({ sign: 'none', text: t('verdict.same') });
    const length = preview.endAt === null ? '' : time.length(preview.endAt - preview.startAt);
    lines.unshift({
      sign: 'none',
      text: [words.plan.period(preview.startAt, preview.endAt), length].filter(Boolean).join(', '),
    });
    const coverage = verdict.needs[0]?.coverage.map(({ fromAt, toAt, state }) => ({ fromAt, toAt, state }));
    const title = exchange ? exchangeTitle(plan, exchange, words) : titleOf(preview, words);
    return { title, hint: t('verdict.esc'), lines, ...(coverage ? { coverage } : {}) };
  };
}

/** What a change would cover, break and mend, in words: the same for what is typed as for what is dragged. */
export function verdictOf(plan: Plan, change: PlanChange, words: VerdictWords): VerdictLine[] {
  const { lines } = told(plan, change, startVerdict(plan.index, change.old), words);
  return lines.length > 0 ? lines : [{ sign: 'none', text: words.t('verdict.same') }];
}

function told(plan: Plan, { next, crewed }: PlanChange, judge: Judge, words: VerdictWords) {
  const verdict = judge(next);
  const lines = linesOf(plan, verdict, words);
  if (crewed) lines.push(...crewedLines(plan, judge(crewed.next), crewed.count, words));
  const more = lines.length - MOST_LINES;
  // One more line tells how many there are; for one alone it would take the place of that one.
  if (more > 1) lines.splice(MOST_LINES, more, { sign: 'warn', text: words.t('timeline:more', { count: more }) });
  return { verdict, lines };
}

/** All that a drag would make of the bars it holds; null where it holds none of the plan. */
function changeOfPreview(plan: Plan, drawing: Drawing | null, preview: DragPreview): PlanChange | null {
  const { mode, items, cutAt } = preview;
  if (mode === 'create') {
    const type = drawing?.typeOfLane(preview.laneId) ?? null;
    return !drawing || type === null ? null : drawnChange(plan, drawing.caseId, type, preview.startAt, preview.endAt);
  }
  const held = items.flatMap((item) => {
    const duty = dutyOf(plan, item.id);
    return duty ? [{ item, duty }] : [];
  });
  const [first] = held;
  if (!first) return null;
  if (mode === 'copy' || mode === 'repeat') {
    const next = held.map(({ item, duty }, index) => copiedDuty(duty, index, item.startAt, item.endAt));
    return { old: [], next };
  }
  if (cutAt !== null) return { old: [first.duty], next: cutDuty(first.duty, cutAt) };
  const next = held.map(({ item, duty }) => {
    const exchange = exchangeOf(item, item.laneId);
    return exchange ? dutyOfRow(duty, exchange.from, exchange.to) : movedDuty(duty, item.startAt, item.endAt);
  });
  return { old: held.map(({ duty }) => duty), next };
}

function dutyOf(plan: Plan, id: string | null): Duty | null {
  return (id !== null && plan.duties.get(id.split('#')[0] ?? '')) || null;
}

interface Exchange {
  readonly from: Row;
  readonly to: Row;
}

/** Whose row a bar has left, and over whose it is held; null while it is over its own. */
function exchangeOf({ original }: Pick<DragPreview, 'original'>, laneId: string): Exchange | null {
  if (!original || original.laneId === laneId) return null;
  const from = rowOfLane(original.laneId);
  const to = rowOfLane(laneId);
  return from && to ? { from, to } : null;
}

function exchangeTitle(plan: Plan, { from, to }: Exchange, { t }: VerdictWords): string {
  const nameOf = ({ what, id }: Row) => {
    const names = { officer: plan.officerNames, vehicle: plan.vehicleNames, person: plan.personNames }[what];
    return (id !== null && names.get(id)) || t('gesture:reassign.nobody');
  };
  return t('gesture:reassign.title', { from: nameOf(from), to: nameOf(to) });
}

/** What stands in the way of the one who would take over, and that nothing does. */
function exchangeLines(
  plan: Plan,
  duties: readonly Duty[],
  { to }: Exchange,
  verdict: PlanVerdict,
  { t, plan: words }: VerdictWords,
): VerdictLine[] {
  const lines: VerdictLine[] = [];
  const hindrances = new Set(duties.flatMap((duty) => hindranceOf(plan, duty, to) ?? []));
  for (const hindrance of hindrances) lines.push({ sign: 'warn', text: t(`gesture:reassign.${hindrance}`) });
  // What the crew would lack: a qualification is said by its name, not as so many minutes alone.
  const lacking = verdict.needs.flatMap(({ coverage, thinAfter, thinBefore }) =>
    thinAfter > thinBefore
      ? coverage.flatMap(({ reasons }) => reasons.filter(({ code }) => code === 'qualification'))
      : [],
  );
  if (lacking.length > 0) lines.push({ sign: 'warn', text: words.reasons(plan, lacking) });
  const isRested = !verdict.broken.some(({ type }) => type === 'daily_rest' || type === 'weekly_rest');
  if (to.what === 'officer' && to.id !== null && hindrances.size === 0 && isRested) {
    lines.push({ sign: 'ok', text: t('gesture:reassign.rested') });
  }
  return lines;
}

function titleOf(preview: DragPreview, { t, time }: VerdictWords): string {
  const { original, startAt, endAt, edge, mode, cutAt } = preview;
  if ((mode === 'cut' || mode === 'handOver') && cutAt !== null) return t(`verdict.${mode}`, { at: time.clock(cutAt) });
  if (mode === 'copy' || mode === 'repeat') return t('verdict.copies', { count: preview.items.length });
  if (!original) return t('timeline:verdict.new');
  const [from, to] = edge === 'end' && endAt !== null ? [original.endAt ?? endAt, endAt] : [original.startAt, startAt];
  const change = to - from;
  const by = change === 0 ? '' : `, ${change > 0 ? '+' : '−'}${time.length(Math.abs(change))}`;
  const words = { from: time.clock(from), to: time.clock(to) };
  return `${edge === 'end' ? t('timeline:verdict.end', words) : t('timeline:verdict.start', words)}${by}`;
}

function linesOf(plan: Plan, verdict: PlanVerdict, words: VerdictWords): VerdictLine[] {
  const { t, time } = words;
  const lines: VerdictLine[] = [];
  for (const { needId, closed, opened, thinned, strengthened } of sumsOf(verdict)) {
    const need = bare(plan.needs.get(needId)?.label ?? '');
    const tell = (sign: 'ok' | 'warn', key: 'closed' | 'opened' | 'thinned' | 'strengthened', minutes: number) =>
      lines.push({ sign, text: t(`verdict.${key}`, { need, length: time.length(minutes * MINUTE_MS) }) });
    if (closed > 0) tell('ok', 'closed', closed);
    if (opened > 0) tell('warn', 'opened', opened);
    if (thinned > 0) tell('warn', 'thinned', thinned);
    if (strengthened > 0) tell('ok', 'strengthened', strengthened);
  }
  for (const conflict of verdict.broken) lines.push({ sign: 'warn', text: words.plan.conflict(plan, conflict) });
  for (const conflict of verdict.mended) {
    lines.push({ sign: 'ok', text: t('verdict.mended', { what: words.plan.conflict(plan, conflict) }) });
  }
  const isDoubled = verdict.broken.some(({ type }) => type === 'double_officer' || type === 'double_vehicle');
  const has = verdict.free.officerIds.length + verdict.free.vehicleIds.length > 0;
  if (has && !isDoubled) lines.push({ sign: 'ok', text: t('verdict.free') });
  if (verdict.handovers.length > 0) lines.push({ sign: 'warn', text: t('verdict.handover') });
  return lines;
}

/** What changes for each need, minutes over all its occurrences: what one night gains is not set off against another. */
function sumsOf({ needs }: PlanVerdict) {
  const sums = new Map<
    string,
    { needId: string; closed: number; opened: number; thinned: number; strengthened: number }
  >();
  for (const { need, gapBefore, gapAfter, thinBefore, thinAfter } of needs) {
    const sum = sums.get(need.id) ?? { needId: need.id, closed: 0, opened: 0, thinned: 0, strengthened: 0 };
    sums.set(need.id, sum);
    const gap = gapAfter - gapBefore;
    const thin = thinAfter - thinBefore;
    sum.closed += Math.max(0, -gap);
    sum.opened += Math.max(0, gap);
    sum.thinned += Math.max(0, thin);
    // What was thin and is a gap now is told as that.
    if (gap <= 0) sum.strengthened += Math.max(0, -thin);
  }
  return sums.values();
}

/** Nobody is on it yet, so that it covers nothing: what it would cover once there are people. */
function crewedLines(plan: Plan, would: PlanVerdict, count: number, { t, time }: VerdictWords): VerdictLine[] {
  const lines: VerdictLine[] = [];
  for (const { needId, closed, thinned } of sumsOf(would)) {
    if (closed === 0) continue;
    const need = bare(plan.needs.get(needId)?.label ?? '');
    const length = time.length(closed * MINUTE_MS);
    lines.push({ sign: 'none', text: t('judged:onceCrewed', { need, length, count }) });
    if (thinned > 0)
      lines.push({ sign: 'warn', text: t('judged:stillThin', { need, length: time.length(thinned * MINUTE_MS) }) });
  }
  return lines;
}

/** A label without the quotation marks it may carry itself. */
export function bare(label: string): string {
  return label.replace(/^[«“"]|[»”"]$/g, '');
}
