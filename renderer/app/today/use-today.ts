import { useEffect, useMemo, useRef } from 'react';
import type { TodayView } from '#contract/today.ts';
import { useRefresh, useRoute } from '#renderer/client/hooks.ts';
import { useNow } from '#renderer/ui/use-now.ts';
import { actsNow } from './filter.ts';

const MINUTE_MS = 60_000;

/** The board of the day; asked for anew with every minute, since what is due changes with the clock alone. */
export function useToday() {
  const today = useRoute('today.view', {});
  const now = useNow();
  const refresh = useRefresh();
  const minute = Math.floor(now / MINUTE_MS);
  const seen = useRef(minute);
  useEffect(() => {
    if (seen.current === minute) return;
    seen.current = minute;
    void refresh(['today.view']);
  }, [minute, refresh]);
  return { ...today, now };
}

/** How many rows ask to act now: what the badge of the rail counts. Undefined while the board is not known. */
export function useTodayCount(): number | undefined {
  const { data } = useRoute('today.view', {});
  return useMemo(() => data && countNow(data), [data]);
}

function countNow({ rows, cases }: TodayView): number {
  const mine = new Set(cases.filter((one) => one.mine).map((one) => one.id));
  return rows.filter((row) => actsNow(row) && row.caseId !== null && mine.has(row.caseId)).length;
}
