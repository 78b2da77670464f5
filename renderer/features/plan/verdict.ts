import type { TFunction } from 'i18next';
import { keyOf } from '#model/plan/result.ts';
import type { Duty, OccurrenceRef } from '#model/plan/types.ts';
import { type Judge, type Verdict as PlanVerdict, startVerdict } from '#model/plan/verdict.ts';
import type { DragPreview, Verdict } from '#renderer/timeline/index.ts';
import type { TimeWords } from '#renderer/ui/time-words.ts';
import type { Plan } from './plan.ts';
import { measureOfPlanLane } from './plan-items.ts';
import type { PlanWords } from './plan-words.ts';
import { dutyOfRow, hindranceOf, type Row, rowOfLane } from './reassign.ts';

const MINUTE_MS = 60_000;

interface Words {
  readonly t: TFunction<'plan'>;
  readonly time: TimeWords;
  readonly plan: PlanWords;
}

/**
 * Judges drags on a plan: prepared at the first move of each bar, answered at each further one.
 * @returns null for what the plan knows nothing of
 */
export function createVerdicts(plan: Plan, words: Words): (preview: DragPreview) => Verdict | null {
  let judged: { readonly key: string; readonly judge: Judge } | null = null;
  return (preview) => {
    const key = preview.id?.split('#')[0] ?? null;
    const duty = key === null ? null : (plan.duties.get(key) ?? null);
    if (key !== null && !duty) return null;
    const isCopy = preview.mode === 'copy' || preview.mode === 'repeat';
    const old = duty && !isCopy ? duty : null;
    const exchange = exchangeOf(preview);
    const next = duty
      ? exchange
        ? dutyOfRow(duty, exchange.from, exchange.to)
        : movedDuty(duty, preview, isCopy)
      : drawnDuty(plan, preview);
    const judgeKey = `${old ? keyOf(old) : ''} ${preview.mode}`;
    if (judged?.key !== judgeKey) judged = { key: judgeKey, judge: startVerdict(plan.index, old) };
    const verdict = judged.judge(next);
    const { t, time } = words;
    const lines = linesOf(plan, verdict, words);
    if (duty && exchange) lines.unshift(...exchangeLines(plan, duty, exchange, verdict, words));
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

interface Exchange {
  readonly from: Row;
  readonly to: Row;
}

/** Whose row a bar has left, and over whose it is held; null while it is over its own. */
function exchangeOf({ original, laneId }: DragPreview): Exchange | null {
  if (!original || original.laneId === laneId) return null;
  const from = rowOfLane(original.laneId);
  const to = rowOfLane(laneId);
  return from && to ? { from, to } : null;
}

function exchangeTitle(plan: Plan, { from, to }: Exchange, { t }: Words): string {
  const nameOf = ({ what, id }: Row) => {
    const names = { officer: plan.officerNames, vehicle: plan.vehicleNames, person: plan.personNames }[what];
    return (id !== null && names.get(id)) || t('gesture:reassign.nobody');
  };
  return t('gesture:reassign.title', { from: nameOf(from), to: nameOf(to) });
}

/** What stands in the way of the one who would take over, and that nothing does. */
function exchangeLines(
  plan: Plan,
  duty: Duty,
  { to }: Exchange,
  verdict: PlanVerdict,
  { t, plan: words }: Words,
): { sign: 'ok' | 'warn'; text: string }[] {
  const lines: { sign: 'ok' | 'warn'; text: string }[] = [];
  const hindrance = hindranceOf(plan, duty, to);
  if (hindrance) lines.push({ sign: 'warn', text: t(`gesture:reassign.${hindrance}`) });
  // What the crew would lack: a qualification is said by its name, not as so many minutes alone.
  const lacking = verdict.needs.flatMap(({ coverage, thinAfter, thinBefore }) =>
    thinAfter > thinBefore
      ? coverage.flatMap(({ reasons }) => reasons.filter(({ code }) => code === 'qualification'))
      : [],
  );
  if (lacking.length > 0) lines.push({ sign: 'warn', text: words.reasons(plan, lacking) });
  const isRested = !verdict.broken.some(({ type }) => type === 'daily_rest' || type === 'weekly_rest');
  if (to.what === 'officer' && to.id !== null && !hindrance && isRested) {
    lines.push({ sign: 'ok', text: t('gesture:reassign.rested') });
  }
  return lines;
}

function titleOf(preview: DragPreview, { t, time }: Words): string {
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

function linesOf(plan: Plan, verdict: PlanVerdict, words: Words): { sign: 'ok' | 'warn' | 'none'; text: string }[] {
  const { t, time } = words;
  const lines: { sign: 'ok' | 'warn' | 'none'; text: string }[] = [];
  const tell = (
    sign: 'ok' | 'warn',
    key: 'closed' | 'opened' | 'thinned' | 'strengthened',
    need: OccurrenceRef,
    by: number,
  ) =>
    lines.push({
      sign,
      text: t(`verdict.${key}`, { need: bare(words.plan.need(plan, need)), length: time.length(by * MINUTE_MS) }),
    });
  for (const change of verdict.needs) {
    const gap = change.gapAfter - change.gapBefore;
    const thin = change.thinAfter - change.thinBefore;
    if (gap < 0) tell('ok', 'closed', change.need, -gap);
    if (gap > 0) tell('warn', 'opened', change.need, gap);
    if (thin > 0) tell('warn', 'thinned', change.need, thin);
    if (thin < 0 && gap <= 0) tell('ok', 'strengthened', change.need, -thin);
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

/** A label without the quotation marks it may carry itself. */
export function bare(label: string): string {
  return label.replace(/^[«“"]|[»”"]$/g, '');
}

/** The duty as the drag would leave it; legs go with it. */
function movedDuty(duty: Duty, times: Pick<DragPreview, 'startAt' | 'endAt'>, isCopy = false): Duty {
  const by = times.startAt - duty.fromAt;
  const isMoved = duty.toAt !== null && times.endAt !== null && times.endAt - duty.toAt === by;
  return {
    ...duty,
    ...(isCopy ? { originalLocal: `${duty.originalLocal} copy` } : {}),
    fromAt: times.startAt,
    toAt: times.endAt,
    legs: isMoved
      ? duty.legs.map((leg) => ({ ...leg, departAt: leg.departAt + by, arriveAt: leg.arriveAt + by }))
      : duty.legs,
  };
}

/** A duty that is being drawn: nobody is on it yet, so that it covers nothing until crew is chosen. */
function drawnDuty(plan: Plan, preview: DragPreview): Duty | null {
  const lane = measureOfPlanLane(preview.laneId);
  const sample = plan.view.measures.find(({ type, title }) => type === lane?.type && title === lane.text);
  const like = sample && plan.index.plan.duties.find(({ id }) => id === sample.id);
  if (!like) return null;
  return {
    ...like,
    id: 'drawn',
    originalLocal: 'drawn',
    crew: [],
    vehicles: [],
    legs: [],
    fromAt: preview.startAt,
    toAt: preview.endAt,
  };
}
