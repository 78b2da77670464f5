import type { TimelineEntry } from '#contract/timeline.ts';
import type { Book } from '#db/book.ts';
import { readByIds, readParts } from '#db/reads/plan.ts';
import type { RecordId } from '#model/ids.ts';
import { expand } from '#model/plan/recurrence.ts';
import type { Period } from '#model/plan/types.ts';
import { plannedLocal } from '#model/time.ts';
import { type Planned, rowsBySeries, seriesOf } from './series.ts';

/** The same entries with a series told by its occurrences in the window, each where it lies and how it stands. */
export async function withOccurrences(
  book: Book,
  caseId: RecordId,
  entries: readonly TimelineEntry[],
  seriesIds: readonly RecordId[],
  within: Period,
): Promise<TimelineEntry[]> {
  const [[found], measures, needs, rows] = await Promise.all([
    book.list('case', { ids: [caseId] }),
    readByIds(book, 'measure', seriesIds),
    readByIds(book, 'need', seriesIds),
    readParts(book, 'occurrence', seriesIds),
  ]);
  const zone = found?.values.zone ?? 'UTC';
  const own = rowsBySeries(rows);
  const records = new Map<RecordId, Planned>([...measures, ...needs].map((record) => [record.id, record]));
  const told = entries.flatMap((entry): TimelineEntry[] => {
    const record = records.get(entry.id);
    const planned = record && seriesOf(record, zone, own.get(entry.id));
    if (!planned || planned.series.rule === null) return [entry];
    return expand(planned.series, within).occurrences.map((one) => ({
      ...entry,
      startsAt: one.fromAt,
      endsAt: one.toAt,
      occurrence: one.originalLocal,
      plan: {
        fromLocal: plannedLocal(one.fromAt, zone),
        toLocal: one.toAt === null ? null : plannedLocal(one.toAt, zone),
      },
      status: planned.rows.get(one.originalLocal)?.values.status ?? entry.status,
    }));
  });
  return told.sort((a, b) => a.startsAt - b.startsAt || a.storyOrder - b.storyOrder);
}
