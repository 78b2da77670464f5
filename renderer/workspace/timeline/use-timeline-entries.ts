import { useQueries } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { TimelineEntry, TimelineWhole } from '#contract/timeline.ts';
import type { RecordId } from '#model/ids.ts';
import { routeQuery, useClient, useRoute } from '#renderer/client/hooks.ts';
import type { TimeSpan } from '#renderer/timeline/index.ts';
import { holds, loadedOf, MOST_AT_ONCE, PAGE, partFor } from './part.ts';

/** The entries of a case as far as they are there. */
interface TimelineEntries {
  /** Null until it is known how many there are. */
  readonly whole: TimelineWhole | null;
  /** They are too many to be fetched at once. */
  readonly isPart: boolean;
  /** Null until the first of them are there. */
  readonly entries: readonly TimelineEntry[] | null;
  /** Time they are all of; null where they are all there is. */
  readonly loaded: TimeSpan | null;
  readonly error: unknown;
}

/**
 * What lies in time in a case: all of it at once, or of a case with very much in it the part around what is in view, page
 * by page. While another part is on its way, what was there stays.
 * @param view null fetches no part yet
 */
export function useTimelineEntries(caseId: RecordId, view: TimeSpan | null): TimelineEntries {
  const client = useClient();
  const figures = useRoute('timeline.whole', { caseId });
  const whole = figures.data ?? null;
  const isPart = whole !== null && whole.total > MOST_AT_ONCE;
  const all = useRoute('timeline.list', { caseId }, { enabled: whole !== null && !isPart });
  const part = usePart(isPart ? view : null, whole?.extent ?? null);
  const first = useRoute('timeline.list', { caseId, within: part ?? NOTHING, limit: PAGE }, { enabled: part !== null });
  const pageCount = part && first.data ? Math.ceil(first.data.total / PAGE) : 0;
  const further = useQueries({
    queries: Array.from({ length: Math.max(0, pageCount - 1) }, (_, index) =>
      routeQuery(client, 'timeline.list', {
        caseId,
        within: part ?? NOTHING,
        limit: PAGE,
        offset: (index + 1) * PAGE,
      }),
    ),
    combine: (answers) => ({
      pages: answers.map(({ data }) => data?.entries),
      error: answers.find((a) => a.error)?.error,
    }),
  });
  const error = figures.error ?? all.error ?? first.error ?? further.error ?? null;
  const found = useMemo(() => {
    if (!part || !first.data) return null;
    // Only what follows without a hole: of time after it nothing is known yet.
    const gap = further.pages.indexOf(undefined);
    const rest = gap < 0 ? further.pages : further.pages.slice(0, gap);
    const pages = [first.data.entries, ...rest.filter((page) => page !== undefined)];
    return { entries: pages.flat(), loaded: loadedOf(part, pages, gap < 0) };
  }, [part, first.data, further.pages]);
  const last = useRef<typeof found>(null);
  if (found) last.current = found;
  const told = found ?? last.current;
  if (!isPart) return { whole, isPart, entries: all.data?.entries ?? null, loaded: null, error };
  return { whole, isPart, entries: told?.entries ?? null, loaded: told?.loaded ?? null, error };
}

const NOTHING: TimeSpan = { fromAt: 0, toAt: 0 };
/** A view that still moves fetches nothing, ms. */
const STILL_MS = 120;

/** The part to fetch: the first at once, another when the view has come to rest outside it. */
function usePart(view: TimeSpan | null, extent: TimeSpan | null): TimeSpan | null {
  const [part, setPart] = useState<TimeSpan | null>(null);
  const wanted = view && (part === null || !holds(part, within(view, extent)) ? partFor(view, part) : part);
  const isFirst = part === null;
  const { fromAt, toAt } = wanted ?? NOTHING;
  useEffect(() => {
    if (toAt === fromAt) return;
    const timer = setTimeout(() => setPart({ fromAt, toAt }), isFirst ? 0 : STILL_MS);
    return () => clearTimeout(timer);
  }, [fromAt, toAt, isFirst]);
  return view === null ? null : part;
}

/** Of a view what can hold anything. */
function within(view: TimeSpan, extent: TimeSpan | null): TimeSpan {
  if (!extent) return view;
  const fromAt = Math.min(Math.max(view.fromAt, extent.fromAt), extent.toAt);
  return { fromAt, toAt: Math.max(fromAt, Math.min(view.toAt, extent.toAt)) };
}
