import type { TimelineEntry, timelineRoutes } from '#contract/timeline.ts';
import { countTimeline, readTimeline, type TimelineRow } from '#db/reads/timeline.ts';
import { kindOf } from '#model/kinds.ts';
import type { Handlers } from './context.ts';

export const timelineHandlers: Handlers<keyof typeof timelineRoutes> = {
  async 'timeline.list'({ book }, { caseId, kinds, within, offset, limit }) {
    const part = { kinds, within };
    const [total, rows] = await Promise.all([
      countTimeline(book, caseId, part),
      readTimeline(book, caseId, { offset, limit }, part),
    ]);
    return { total, entries: rows.map(entryOf) };
  },
};

function entryOf(row: TimelineRow): TimelineEntry {
  const { id, kind, title, titleEn, startsAt, endsAt, precision, storyOrder } = row;
  const decl = kindOf(kind);
  // Only a measure's lane depends on its values, and only on its type.
  const tone = decl.lane?.({ type: row.measureType } as never) ?? decl.tone;
  const plan = row.fromLocal === null ? null : { fromLocal: row.fromLocal, toLocal: row.toLocal };
  return { id, kind, tone, title, titleEn, startsAt, endsAt, precision, storyOrder, plan, status: row.measureStatus };
}
