import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordId } from '#model/ids.ts';
import type { Kind } from '#model/kinds.ts';
import { useRoute } from '#renderer/client/hooks.ts';
import type { Plan } from '#renderer/features/plan/plan.ts';
import { needItems } from '#renderer/features/plan/plan-items.ts';
import type { PlanItemWords } from '#renderer/features/plan/plan-parts.ts';
import { usePlanWords } from '#renderer/features/plan/plan-words.ts';
import { usePlan } from '#renderer/features/plan/use-plan.ts';
import type { TimelineData, TimeSpan } from '#renderer/timeline/index.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { useNavigation } from '#renderer/ui/navigation.ts';
import { Panel } from '#renderer/ui/Panel.tsx';
import { useNow } from '#renderer/ui/use-now.ts';
import { useEdit } from '../edit.ts';
import { lastPlanEnd, recordOfItem, stripData } from '../timeline/lanes.ts';
import { TimelineCanvas } from '../timeline/TimelineCanvas.tsx';
import { useLaneWords, useTimelineOptions } from '../timeline/use-timeline-words.ts';

const HOUR_MS = 3_600_000;
const SHOWN: Kind[] = ['measure', 'alarm', 'court_step', 'remand'];

/** What she needs in the next 72 hours and what is planned to meet it, drawn by the same engine as the timeline. */
export function Next72Panel({ caseId }: { caseId: RecordId }) {
  const { t } = useTranslation('case');
  const now = useNow();
  const edit = useEdit();
  const goArea = useNavigation((n) => n.goArea);
  const selectedId = useNavigation((n) => n.recordId);
  const words = useLaneWords();
  const shared = useTimelineOptions();
  // The window stands from when the page was opened; the now line moves through it.
  const [openedAt] = useState(now);
  const within = useMemo(() => ({ fromAt: openedAt - HOUR_MS, toAt: openedAt + 72 * HOUR_MS }), [openedAt]);
  const { plan, readAt } = usePlan(caseId, within);
  const planWords = usePlanWords();
  const list = useRoute('timeline.list', { caseId, kinds: SHOWN, within });
  const options = useMemo(
    () => ({ ...shared, texts: { ...shared.texts, axisCorner: '' }, hasOverview: false, view: within }),
    [shared, within],
  );
  const ended = lastPlanEnd(list.data?.entries ?? [], now);
  const planned = useMemo(() => stripData(list.data?.entries ?? [], ended, words), [list.data, ended, words]);
  const data = useMemo(
    () => (plan ? withNeeds(planned, plan, planWords, within) : planned),
    [planned, plan, planWords, within],
  );
  const openTimeline = (
    <Button size="sm" variant="link" onClick={() => goArea('timeline')}>
      {t('openTimeline')}
    </Button>
  );
  return (
    <Panel
      icon="timeline"
      title={t('next72')}
      count={t('next72Count', { count: planned.items.length })}
      actions={openTimeline}
      flush
      className="vb-next72"
    >
      <TimelineCanvas
        options={options}
        data={data}
        readAt={readAt}
        now={now}
        isFitted
        selectedId={selectedId}
        listeners={{
          open: ({ id }) => edit.open(recordOfItem(id)),
          select: ({ id, by }) => id && by !== 'api' && edit.open(recordOfItem(id)),
        }}
      />
    </Panel>
  );
}

/** The needs over what is planned, as far as someone is to be there for them. */
function withNeeds(data: TimelineData, plan: Plan, words: PlanItemWords, within: TimeSpan): TimelineData {
  const needs = needItems(plan, words);
  const items = needs.items.filter(
    ({ coverage, startAt, endAt }) => coverage && startAt < within.toAt && (endAt ?? startAt) > within.fromAt,
  );
  const used = new Set(items.map(({ laneId }) => laneId));
  const lanes = needs.lanes
    .filter(({ id }) => used.has(id))
    .map(({ id, label, kind }) => ({ id, label, kind, creatable: false }));
  return { ...data, lanes: [...lanes, ...data.lanes], items: [...items, ...data.items] };
}
