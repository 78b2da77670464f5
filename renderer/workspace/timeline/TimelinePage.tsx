import { useCallback, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TimelineEntry } from '#contract/timeline.ts';
import type { RecordId } from '#model/ids.ts';
import type { MeasureType } from '#model/kinds/measure.ts';
import { instantOfLocal, localOfInstant, startOfDay } from '#model/time.ts';
import { useAction, useClient, useRoute } from '#renderer/client/hooks.ts';
import type { Begun } from '#renderer/features/record/begun.ts';
import { useRecordWords } from '#renderer/features/record/words.ts';
import type { Timeline, TimelineEvents, TimeSpan } from '#renderer/timeline/index.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { useCommands } from '#renderer/ui/commands.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { useNavigation } from '#renderer/ui/navigation.ts';
import { useNotify } from '#renderer/ui/notify.tsx';
import { useNow } from '#renderer/ui/use-now.ts';
import { useZone } from '#renderer/ui/zone.ts';
import { useEdit } from '../edit.ts';
import { enterInspector } from '../enter-inspector.ts';
import { useOpenRecord } from '../open-record.ts';
import { DRAFT_ID, type DraftMeasure, lastPlanEnd, measureOfLane, timelineData } from './lanes.ts';
import { PointMenu } from './PointMenu.tsx';
import { PrintTimeline } from './PrintTimeline.tsx';
import { TimelineCanvas } from './TimelineCanvas.tsx';
import { TimelineLegend } from './TimelineLegend.tsx';
import { TimelineList } from './TimelineList.tsx';
import { type Span, TimelineToolbar } from './TimelineToolbar.tsx';
import { useTimelineMenu } from './use-timeline-menu.ts';
import { useLaneWords, useTimelineOptions } from './use-timeline-words.ts';
import './timeline.css';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Length of each span, ms; the whole case is as long as it is. */
const LENGTH: Record<Exclude<Span, 'all'>, number> = {
  h24: DAY_MS,
  h72: 3 * DAY_MS,
  d10: 10 * DAY_MS,
  d30: 30 * DAY_MS,
  w13: 91 * DAY_MS,
};

/** Everything of a case that lies in time, and the planning of measures on it. */
export function TimelinePage({ caseId }: { caseId: RecordId }) {
  const { t } = useTranslation('timeline');
  const list = useRoute('timeline.list', { caseId });
  const words = useLaneWords();
  const shared = useTimelineOptions();
  const zone = useZone();
  const now = useNow();
  const edit = useEdit();
  const notify = useNotify();
  const client = useClient();
  const openRecord = useOpenRecord(caseId);
  const update = useAction('record.update');
  const selectedId = useNavigation((n) => n.recordId);
  const select = useNavigation((n) => n.select);
  const wantedAt = useNavigation((n) => n.at);
  const timeline = useRef<Timeline | null>(null);
  const [view, setView] = useState<TimeSpan | null>(null);
  const [asList, setAsList] = useState(false);
  const [printing, setPrinting] = useState(false);
  const recordWords = useRecordWords();
  const entries = list.data?.entries ?? NONE;
  const draft = useMemo(
    () => draftOf(edit.creating, zone, recordWords.kind('measure')),
    [edit.creating, zone, recordWords],
  );
  // The drawing is made anew when a plan ends, not each minute.
  const ended = lastPlanEnd(entries, now);
  const data = useMemo(() => timelineData(entries, ended, words, draft), [entries, ended, words, draft]);
  const [openedAt] = useState(now);
  const isLoaded = list.data !== undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the first view is chosen once; later changes of data keep it
  const options = useMemo(() => {
    // Who came here from elsewhere for a time or a record finds it in view.
    const aim = wantedAt ?? entries.find((one) => one.id === selectedId)?.startsAt;
    if (aim !== undefined) {
      return { ...shared, view: { fromAt: startOfDay(aim, zone, -2), toAt: startOfDay(aim, zone, 3) } };
    }
    // A case that is being worked on opens around now; a closed chronology opens whole.
    const near = { fromAt: startOfDay(openedAt, zone, -4), toAt: startOfDay(openedAt, zone, 6) };
    const isCurrent = entries.some((one) => one.startsAt < near.toAt && (one.endsAt ?? one.startsAt) >= near.fromAt);
    return isCurrent ? { ...shared, view: near } : shared;
  }, [shared, openedAt, zone, isLoaded, wantedAt]);

  const showSpan = useCallback(
    (span: Span) => {
      const shown = timeline.current?.getView();
      if (span === 'all' || !shown) return timeline.current?.fit();
      const inView = now >= shown.fromAt && now < shown.toAt;
      const middle = inView ? now : (shown.fromAt + shown.toAt) / 2;
      const fromAt = startOfDay(middle - LENGTH[span] / 4, zone);
      timeline.current?.setView(fromAt, fromAt + LENGTH[span]);
    },
    [now, zone],
  );
  const goNow = () => {
    const shown = timeline.current?.getView();
    const length = shown ? Math.min(shown.toAt - shown.fromAt, LENGTH.w13) : LENGTH.d10;
    const fromAt = startOfDay(now - length / 4, zone);
    timeline.current?.setView(fromAt, fromAt + length);
  };
  const step = (pages: number) => {
    const shown = timeline.current?.getView();
    if (!shown) return;
    const by = (shown.toAt - shown.fromAt) * pages;
    timeline.current?.setView(shown.fromAt + by, shown.toAt + by);
  };
  const plan = (type: MeasureType, startAt: number, endAt: number | null = null) => {
    edit.create('measure', {
      type,
      fromLocal: localOfInstant(startAt, zone),
      toLocal: localOfInstant(endAt ?? startAt + HOUR_MS, zone),
    });
    const shown = timeline.current?.getView();
    if (shown && (startAt < shown.fromAt || startAt >= shown.toAt)) goNow();
  };
  const open = (id: RecordId, isEntered = true) => {
    // A moment that a note points to: back to the note.
    if (isEntered && entries.some((one) => one.id === id && one.kind === 'link')) {
      client
        .invoke('record.get', { id })
        .then(({ values }) => openRecord(values.fromId as RecordId, 'note'), notify.fail);
      return;
    }
    edit.open(id);
    if (isEntered) enterInspector();
  };
  const change = (id: string, startAt: number, endAt: number | null) => {
    const patch = {
      fromLocal: localOfInstant(startAt, zone),
      toLocal: endAt === null ? null : localOfInstant(endAt, zone),
    };
    update.mutate(
      { id: id as RecordId, patch },
      {
        onError(error) {
          timeline.current?.discard();
          notify.fail(error);
        },
      },
    );
  };
  const menus = useTimelineMenu(entries, now, { open, plan });
  const listeners = {
    view: setView,
    select: ({ id, by }: TimelineEvents['select']) => {
      if (by === 'api' || id === DRAFT_ID) return;
      if (id === null) select(null);
      else edit.open(id as RecordId);
    },
    open: ({ id }: TimelineEvents['open']) => id !== DRAFT_ID && open(id as RecordId),
    cluster: menus.onCluster,
    context: menus.onContext,
    edit: (made: TimelineEvents['edit']) => {
      if (made.type === 'create') {
        const type = measureOfLane(made.laneId);
        if (type) plan(type, made.startAt, made.endAt);
      }
      if (made.type !== 'change') return;
      for (const { id, startAt, endAt } of made.items) change(id, startAt, endAt);
    },
  };
  const openPrint = () => setPrinting(true);
  useCommands([
    { id: 'print', label: t('paper:open'), icon: 'print', keys: 'Ctrl+P', inText: true, run: openPrint },
    {
      id: 'timeline.new',
      label: t('newMeasure'),
      icon: 'plus',
      keys: 'N',
      run: () => plan('guarding', quarter(now)),
    },
    { id: 'timeline.now', label: t('goNow'), icon: 'clock', keys: 'T', run: goNow },
    { id: 'timeline.list', label: t('asList'), icon: 'list', keys: 'L', run: () => setAsList((on) => !on) },
  ]);

  if (list.error) return <ErrorNotice error={list.error} />;
  const isEmpty = list.data?.total === 0;
  return (
    <div className="vb-timeline">
      <TimelineToolbar
        view={view}
        span={view && spanOf(view)}
        asList={asList}
        onList={setAsList}
        onSpan={showSpan}
        onNow={goNow}
        onStep={step}
        onNew={() => plan('guarding', quarter(now))}
        onPrint={openPrint}
      />
      {isEmpty && !edit.creating ? (
        <EmptyState
          icon="timeline"
          title={t('empty')}
          text={t('emptyText')}
          action={
            <Button icon="plus" onClick={() => plan('guarding', quarter(now))}>
              {t('newMeasure')}
            </Button>
          }
        />
      ) : asList ? (
        <TimelineList
          data={data}
          selectedId={edit.creating ? DRAFT_ID : selectedId}
          onOpen={(id, isEntered) => id !== DRAFT_ID && open(id as RecordId, isEntered)}
        />
      ) : (
        list.data && (
          <TimelineCanvas
            handle={timeline}
            options={options}
            data={data}
            now={now}
            selectedId={edit.creating ? DRAFT_ID : selectedId}
            listeners={listeners}
          />
        )
      )}
      {!asList && <TimelineLegend zone={zone} />}
      <PrintTimeline caseId={caseId} data={data} view={view} open={printing} onClose={() => setPrinting(false)} />
      {menus.menu && (
        <PointMenu
          menu={menus.menu}
          onClose={() => {
            menus.close();
            focusPlot();
          }}
        />
      )}
    </div>
  );
}

const NONE: readonly TimelineEntry[] = [];

/** The keys go back to the drawing when a menu of its own is closed and nothing else has taken them. */
function focusPlot(): void {
  requestAnimationFrame(() => {
    const { activeElement } = document;
    if (activeElement === document.body || activeElement?.closest('[role="menu"]'))
      document.querySelector<HTMLElement>('.timeline-plot')?.focus({ preventScroll: true });
  });
}

/** The measure that is being made, as far as its times are there. */
function draftOf(begun: Begun | null, zone: string, title: string): DraftMeasure | null {
  if (begun?.kind !== 'measure') return null;
  const { type, text, fromLocal, toLocal } = begun.values;
  const at = (local: unknown) => (typeof local === 'string' ? instantOfLocal(local, zone) : null);
  const startsAt = at(fromLocal);
  const endsAt = at(toLocal);
  if (startsAt === null || endsAt === null || endsAt <= startsAt) return null;
  const label = typeof text === 'string' && text !== '' ? text : title;
  return { type: (type ?? 'other') as MeasureType, title: label, startsAt, endsAt };
}

/** The span of this length, within an hour for a clock change; null for any other length. */
function spanOf({ fromAt, toAt }: TimeSpan): Span | null {
  const spans = Object.entries(LENGTH) as [Exclude<Span, 'all'>, number][];
  return spans.find(([, length]) => Math.abs(toAt - fromAt - length) <= HOUR_MS)?.[0] ?? null;
}

const QUARTER_MS = HOUR_MS / 4;

/** The next full quarter of an hour, ms UTC. */
function quarter(at: number): number {
  return Math.ceil(at / QUARTER_MS) * QUARTER_MS;
}
