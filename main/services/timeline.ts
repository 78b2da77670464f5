import type { TimelineEntry, timelineRoutes } from '#contract/timeline.ts';
import { countByHour, countTimeline, readBlocks, readTimeline, type TimelineRow } from '#db/reads/timeline.ts';
import { KINDS, type Kind, kindOf } from '#model/kinds.ts';
import { longestBy } from '#model/order-term.ts';
import { startOfDay } from '#model/time.ts';
import type { Handlers } from './context.ts';
import { withOccurrences } from './plan/entries.ts';

const HOUR_MS = 3_600_000;
/** Kinds that are drawn as bars, and so are not counted as what happened at a moment; breaches have blocks of their own. */
const LASTING: ReadonlySet<Kind> = new Set(['order', 'alarm', 'remand', 'measure', 'need', 'stay']);

export const timelineHandlers: Handlers<keyof typeof timelineRoutes> = {
  async 'timeline.whole'({ book, zone }, { caseId }) {
    const [hours, blocks] = await Promise.all([countByHour(book, caseId), readBlocks(book, caseId)]);
    const [first] = hours;
    const counts: { at: number; threats: number; others: number }[] = [];
    let [total, toAt, nextDay] = [0, Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (const { kind, hour, n, lastAt } of hours) {
      total += n;
      toAt = Math.max(toAt, lastAt);
      if (LASTING.has(kind) || kind === 'breach') continue;
      const at = hour * HOUR_MS;
      // Hours come in order: a day's bounds are reckoned once a day.
      if (at >= nextDay) {
        counts.push({ at: startOfDay(at, zone), threats: 0, others: 0 });
        nextDay = startOfDay(at, zone, 1);
      }
      const day = counts.at(-1);
      if (!day) continue;
      if (KINDS[kind].tone === 'threat') day.threats += n;
      else day.others += n;
    }
    const extent = first ? { fromAt: first.hour * HOUR_MS, toAt: Math.max(toAt, first.hour * HOUR_MS + 1) } : null;
    return {
      total,
      extent,
      counts,
      blocks: blocks.map((one) => ({ ...one, toAt: one.toAt ?? extent?.toAt ?? one.fromAt })),
    };
  },

  async 'timeline.list'({ book }, { caseId, kinds, within, offset, limit }) {
    const part = { kinds, within };
    const [total, rows] = await Promise.all([
      countTimeline(book, caseId, part),
      readTimeline(book, caseId, { offset, limit }, part),
    ]);
    const entries = rows.map(entryOf);
    const series = rows.filter((row) => row.recurrence !== null).map((row) => row.id);
    if (!within || series.length === 0) return { total, entries };
    return { total, entries: await withOccurrences(book, caseId, entries, series, within) };
  },
};

function entryOf(row: TimelineRow): TimelineEntry {
  const { id, kind, title, titleEn, startsAt, endsAt, precision, qualifier, storyOrder } = row;
  const decl = kindOf(kind);
  // Only a measure's lane depends on its values, and only on its type.
  const tone = decl.lane?.({ type: row.measureType } as never) ?? decl.tone;
  // A series is moved by its occurrences, never as one bar.
  const isOnce = row.fromLocal !== null && row.recurrence === null;
  const plan = isOnce ? { fromLocal: row.fromLocal ?? '', toLocal: row.toLocal } : null;
  return {
    id,
    kind,
    tone,
    title,
    titleEn,
    startsAt,
    endsAt,
    precision,
    qualifier,
    storyOrder,
    plan,
    status: row.measureStatus,
    recurs: row.recurrence !== null,
    occurrence: null,
    orderEnd: row.orderEnd && {
      from: row.orderEnd,
      longest: row.orderEnd === 'longest' && row.orderVariant ? longestBy(row.orderVariant) : null,
    },
  };
}
