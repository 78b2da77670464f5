/** Needs on the board: how far they are met, and what can only be told in words. */
import { isPresenceNeed } from '#model/plan/coverage.ts';
import { type CoverageInterval, keyOf } from '#model/plan/result.ts';
import { stretchesOf } from '#renderer/features/plan/matters.ts';
import type { TimelineItem, TimeSpan } from '#renderer/timeline/index.ts';
import type { BoardInput, BoardWords } from './board-data.ts';
import { plainBar } from './plain-bar.ts';

/** Where needs of a period are not met as planned and can still be, in order of time; those the filter leaves out are not told. */
export function openNeedsOf(
  { view, coverage, filter, nowAt }: BoardInput,
  { fromAt, toAt }: TimeSpan,
): CoverageInterval[] {
  if (filter.only !== 'all' && filter.only !== 'unstaffed') return [];
  const planned = coverage.filter(({ layer }) => layer === 'planned');
  const known = new Set<string>(view.needs.map(({ id }) => id));
  return stretchesOf(planned)
    .filter(({ state, need }) => (state === 'gap' || state === 'thin') && known.has(need.id))
    .filter((one) => one.toAt > Math.max(fromAt, nowAt) && one.fromAt < toAt)
    .sort((a, b) => a.fromAt - b.fromAt);
}

/**
 * The stretches of a need. Where the confirmed layer says something (of past time), that is drawn, with what was planned
 * as a line under it; else the plan.
 */
export function coverageItems(intervals: readonly CoverageInterval[], words: BoardWords): TimelineItem[] {
  const byNeed = Map.groupBy(intervals, ({ need }) => keyOf(need));
  return [...byNeed.values()].flatMap((own) => {
    const planned = stretchesOf(own.filter(({ layer }) => layer === 'planned'));
    const confirmed = stretchesOf(own.filter(({ layer }) => layer === 'confirmed'));
    const edges = [...new Set([...planned, ...confirmed].flatMap(({ fromAt, toAt }) => [fromAt, toAt]))].sort(
      (a, b) => a - b,
    );
    const items: TimelineItem[] = [];
    for (const [at, fromAt] of edges.entries()) {
      const toAt = edges[at + 1];
      const holds = (one: CoverageInterval) => toAt !== undefined && one.fromAt <= fromAt && one.toAt >= toAt;
      const plan = planned.find(holds);
      const fact = confirmed.find(holds);
      if (toAt !== undefined && plan) items.push(coverageItem(plan, fact, { fromAt, toAt }, words));
    }
    return items;
  });
}

/** Needs that nobody's presence answers: said in words where they hold, never drawn as covered. */
export function toldItems({ view, words }: BoardInput, shown: ReadonlySet<string>): TimelineItem[] {
  const records = new Map(view.needs.map((need) => [need.id as string, need]));
  return view.window.needs.flatMap((need) => {
    const record = records.get(need.id);
    if (!record || isPresenceNeed(need) || !shown.has(`need:${need.id}`)) return [];
    const { fromAt, toAt } = need;
    const item = plainBar(`told:${keyOf(need)}`, `need:${need.id}`);
    return [{ ...item, kind: 'need' as const, startAt: fromAt, endAt: toAt, label: words.need(record) }];
  });
}

function coverageItem(
  { need, state }: CoverageInterval,
  fact: CoverageInterval | undefined,
  { fromAt, toAt }: TimeSpan,
  words: BoardWords,
): TimelineItem {
  const shown = fact?.state ?? state;
  return {
    ...plainBar(`cover:${keyOf(need)}:${fromAt}`, `need:${need.id}`),
    kind: 'need',
    startAt: fromAt,
    endAt: toAt,
    label: shown === 'gap' || shown === 'thin' ? words.length(toAt - fromAt) : '',
    coverage: shown,
    planned: fact && state !== 'unconfirmed' ? state : undefined,
  };
}
