import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordId } from '#model/ids.ts';
import type { Kind } from '#model/kinds.ts';
import { useRoute } from '#renderer/client/hooks.ts';
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

/** What is planned for the next 72 hours, drawn by the same engine as the timeline. */
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
  const within = { fromAt: openedAt - HOUR_MS, toAt: openedAt + 72 * HOUR_MS };
  const list = useRoute('timeline.list', { caseId, kinds: SHOWN, within });
  const options = useMemo(
    () => ({
      ...shared,
      hasOverview: false,
      view: { fromAt: openedAt - HOUR_MS, toAt: openedAt + 72 * HOUR_MS },
    }),
    [shared, openedAt],
  );
  const ended = lastPlanEnd(list.data?.entries ?? [], now);
  const data = useMemo(() => stripData(list.data?.entries ?? [], ended, words), [list.data, ended, words]);
  const openTimeline = (
    <Button size="sm" variant="quiet" onClick={() => goArea('timeline')}>
      {t('openTimeline')}
    </Button>
  );
  return (
    <Panel
      icon="timeline"
      title={t('next72')}
      count={t('next72Count', { count: data.items.length })}
      actions={openTimeline}
      flush
      className="vb-next72"
    >
      <TimelineCanvas
        options={options}
        data={data}
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
