import type { TimelineEntry, timelineRoutes } from '#contract/timeline.ts';
import { countTimeline, readTimeline, type TimelineRow } from '#db/reads/timeline.ts';
import { kindOf } from '#model/kinds.ts';
import type { Handlers } from './context.ts';
import { withOccurrences } from './plan/entries.ts';

export const timelineHandlers: Handlers<keyof typeof timelineRoutes> = {
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
    occurrence: null,
  };
}
