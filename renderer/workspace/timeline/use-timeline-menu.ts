import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TimelineEntry } from '#contract/timeline.ts';
import type { RecordId } from '#model/ids.ts';
import { useAction } from '#renderer/client/hooks.ts';
import { usePlanDesk } from '#renderer/features/plan/desk.tsx';
import { measureOfPlanLane } from '#renderer/features/plan/plan-items.ts';
import type { TimelineEvents } from '#renderer/timeline/index.ts';
import { iconOf } from '#renderer/ui/KindBadge.tsx';
import { useNotify } from '#renderer/ui/notify.tsx';
import { useRecordWords } from '#renderer/ui/record-words.ts';
import { useTimeWords } from '#renderer/ui/time-words.ts';
import { measureOfLane } from './lanes.ts';
import type { PointMenuItem, PointMenuState } from './PointMenu.tsx';
import type { useCopyMenu } from './use-copy-menu.ts';

interface Actions {
  readonly open: (id: RecordId) => void;
  readonly begin: (type: string, text: string, startAt: number, endAt: number | null) => void;
  /** What can be done with an item of the plan; null for a fact. */
  readonly planMenu: (itemId: string, at: number) => { label: string; items: PointMenuItem[] } | null;
  readonly copies: ReturnType<typeof useCopyMenu>;
  /** Asks until when an alarm's grant is extended. */
  readonly extend: (alarmId: RecordId) => void;
}

const QUARTER_MS = 15 * 60_000;

/** The menus of the timeline: what can be done here, and which records lie together at one time. */
export function useTimelineMenu(
  entries: readonly TimelineEntry[],
  now: number,
  { open, begin, planMenu, copies, extend }: Actions,
) {
  const { t } = useTranslation(['timeline', 'alarm']);
  const words = useRecordWords();
  const time = useTimeWords();
  const notify = useNotify();
  const { ask, plan } = usePlanDesk();
  const update = useAction('record.update');
  const [menu, setMenu] = useState<PointMenuState | null>(null);
  const setStatus = (id: RecordId, status: string) =>
    update.mutate({ id, patch: { status } }, { onError: notify.fail });

  const itemsFor = (entry: TimelineEntry): PointMenuItem[] => {
    const { id, plan: planned, status, startsAt } = entry;
    const items: PointMenuItem[] = [{ id: 'open', label: t('menu.open'), icon: 'arrow-r', run: () => open(id) }];
    const alarm = plan?.view.alarms.find((one) => one.id === id);
    if (alarm && alarm.returnedAt === null && (alarm.status === null || alarm.status === 'active')) {
      items.push({ id: 'extend', label: t('alarm:extend'), icon: 'bell', run: () => extend(id) });
    }
    if (!planned || (status !== 'planned' && status !== 'active')) return items;
    // Plan is not fact: what took place is said by a person, and only once it can have.
    if (startsAt <= now) {
      if (status === 'planned') {
        items.push({ id: 'active', label: t('menu.active'), icon: 'check', run: () => setStatus(id, 'active') });
      }
      items.push({ id: 'done', label: t('menu.done'), icon: 'check-c', run: () => setStatus(id, 'done') });
    }
    // Why it is called off is asked for.
    const ref = { id, originalLocal: entry.occurrence ?? planned.fromLocal };
    items.push({
      id: 'cancel',
      label: t('menu.cancel'),
      icon: 'stop',
      run: () => ask({ type: 'status', refs: [ref], status: 'cancelled' }),
    });
    return items;
  };

  return {
    menu,
    close: () => setMenu(null),
    onContext({ id, ids, laneId, at, clientX, clientY }: TimelineEvents['context']) {
      const entry = entries.find((one) => one.id === id);
      const planned = id === null ? null : (copies.several(ids) ?? planMenu(id, at));
      const lane = measureOfPlanLane(laneId ?? '');
      const type = lane?.type ?? measureOfLane(laneId ?? '') ?? 'guarding';
      const startAt = Math.floor(at / QUARTER_MS) * QUARTER_MS;
      const here = {
        id: 'new',
        label: t('menu.newHere', { type: words.option('type', type).toLowerCase(), at: time.stampDay(startAt) }),
        icon: 'plus' as const,
        run: () => begin(type, lane?.text ?? '', startAt, null),
      };
      const own = planned?.items ?? (entry ? itemsFor(entry) : []);
      const label = planned?.label ?? (entry ? words.title(entry) : t('menu.name'));
      setMenu({ label, items: [...own, here, ...copies.here(at)], clientX, clientY });
    },
    onCluster({ ids, clientX, clientY }: TimelineEvents['cluster']) {
      const byId = new Map(entries.map((entry) => [entry.id as string, entry]));
      const items = ids.flatMap((id): PointMenuItem[] => {
        const entry = byId.get(id);
        if (!entry) return [];
        const note = [words.kind(entry.kind), time.placed(entry)];
        const icon = iconOf(entry.kind);
        return [{ id, label: words.title(entry), note: note.join(', '), icon, run: () => open(entry.id) }];
      });
      setMenu({ label: t('menu.cluster', { count: items.length }), items, clientX, clientY });
    },
  };
}
