import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TimelineEntry } from '#contract/timeline.ts';
import type { RecordId } from '#model/ids.ts';
import type { MeasureType } from '#model/kinds/measure.ts';
import { instantOfLocal } from '#model/time.ts';
import { useClient, useRoute } from '#renderer/client/hooks.ts';
import { usePlanDesk } from '#renderer/features/plan/desk.tsx';
import { canPlan, isDateItem } from '#renderer/features/plan/matters.ts';
import { useNextMatter } from '#renderer/features/plan/use-next-matter.ts';
import type { Begun } from '#renderer/features/record/begun.ts';
import {
  pageFilter,
  rehearseTimeline,
  type TimelineEvents,
  type TimelineItem,
  type TimelineOptions,
  type TimeSpan,
} from '#renderer/timeline/index.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { useCommands } from '#renderer/ui/commands.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { Notice } from '#renderer/ui/Notice.tsx';
import { useNavigation } from '#renderer/ui/navigation.ts';
import { useNotify } from '#renderer/ui/notify.tsx';
import { useRecordWords } from '#renderer/ui/record-words.ts';
import { useNow } from '#renderer/ui/use-now.ts';
import { useZone } from '#renderer/ui/zone.ts';
import { ExtendAlarmDialog } from '../alarm/ExtendAlarmDialog.tsx';
import { useEdit } from '../edit.ts';
import { enterInspector } from '../enter-inspector.ts';
import { useOpenRecord } from '../open-record.ts';
import { firstView } from './first-view.ts';
import { DRAFT_ID, type DraftMeasure, recordOfItem } from './lanes.ts';
import { PointMenu } from './PointMenu.tsx';
import { PrintTimeline } from './PrintTimeline.tsx';
import { WHOLE_CASE } from './shown.ts';
import { TimelineCanvas } from './TimelineCanvas.tsx';
import { TimelineLegend } from './TimelineLegend.tsx';
import { TimelineList } from './TimelineList.tsx';
import { TimelineToolbar } from './TimelineToolbar.tsx';
import { useCopyMenu } from './use-copy-menu.ts';
import { usePlanEdit } from './use-plan-edit.ts';
import { usePlanMenu } from './use-plan-menu.ts';
import { useTimelineCommands } from './use-timeline-commands.ts';
import { useTimelineData } from './use-timeline-data.ts';
import { useTimelineEntries } from './use-timeline-entries.ts';
import { useTimelineMenu } from './use-timeline-menu.ts';
import { extentOf, spanOf, useTimelineView } from './use-timeline-view.ts';
import { useTimelineOptions } from './use-timeline-words.ts';
import { useVerdict } from './use-verdict.ts';
import './timeline.css';

const HOUR_MS = 3_600_000;

/** Everything of a case that lies in time, and the planning of measures on it. */
export function TimelinePage({ caseId }: { caseId: RecordId }) {
  const { t } = useTranslation('timeline');
  const zone = useZone();
  const now = useNow();
  const edit = useEdit();
  const notify = useNotify();
  const client = useClient();
  const openRecord = useOpenRecord(caseId);
  const { plan, readAt, timeline, show, itemId, selectItem, matters, jumpTo, bringIntoView, ask } = usePlanDesk();
  const judge = useVerdict();
  const shared = useTimelineOptions(judge);
  const { edit: onEdit, begin, dialog } = usePlanEdit();
  const selectedId = useNavigation((n) => n.recordId);
  const select = useNavigation((n) => n.select);
  const wantedAt = useNavigation((n) => n.at);
  const [openedAt] = useState(now);
  const { view, follow, showSpan, goNow, step, goAround } = useTimelineView({ timeline, show, now, zone });
  const [wanted, setWanted] = useState<TimeSpan | null>(null);
  const figures = useRoute('timeline.whole', { caseId });
  const brief = useRoute('record.briefs', { ids: selectedId ? [selectedId] : [] }, { enabled: selectedId !== null });
  const isAimed = selectedId === null || brief.data !== undefined || wantedAt !== undefined;
  const aim = wantedAt ?? brief.data?.[0]?.startsAt ?? undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: where a part is fetched first is chosen once
  const opening = useMemo(
    () => (figures.data && isAimed ? firstView({ whole: figures.data, entries: null, aim, now, zone }) : null),
    [figures.data !== undefined, isAimed, wantedAt],
  );
  const { whole, isPart, entries: found, loaded, error } = useTimelineEntries(caseId, wanted ?? view ?? opening);
  const [asList, setAsList] = useState(false);
  const [printing, setPrinting] = useState(false);
  const [shown, setShown] = useState(WHOLE_CASE);
  const recordWords = useRecordWords();
  const entries = found ?? NONE;
  const draft = useMemo(
    () => draftOf(edit.creating, zone, recordWords.kind('measure')),
    [edit.creating, zone, recordWords],
  );
  const part = useMemo(
    () => (whole?.extent && loaded ? { whole: { ...whole, extent: whole.extent }, loaded } : null),
    [whole, loaded],
  );
  const jump = useRef<NonNullable<TimelineOptions['jump']>>(() => undefined);
  const data = useTimelineData(entries, now, draft, shown, part);
  const isLoaded = found !== null && whole !== null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the first view is chosen once; later changes of data keep it
  const options = useMemo(() => {
    const texts = { ...shared.texts, axisCorner: t(`plan:grouping.${shown.grouping}`) };
    const words: TimelineOptions = { ...shared, texts, jump: (to, direction) => jump.current(to, direction) };
    const first = whole && firstView({ whole, entries: isPart ? null : entries, aim, now: openedAt, zone });
    // Who comes back from the list finds the time that was looked at there.
    const kept = view ?? first;
    return kept ? { ...words, view: kept } : words;
  }, [shared, openedAt, zone, isLoaded, wantedAt, shown.grouping, asList]);

  // While the core reads, the page gets ready to draw.
  useEffect(() => rehearseTimeline(shared), [shared]);

  /** What is uncovered and selected is what a new measure is for; of a date its need. Else with the next quarter. */
  const planNew = () => {
    const date = matters.find((one) => one.itemId === itemId && canPlan(one));
    if (date?.raised) return ask({ type: 'date', raised: date.raised });
    const gap = matters.find((one) => one.itemId === itemId && one.need !== null);
    if (gap?.need) begin('guarding', '', gap.fromAt, gap.toAt, gap.need.id);
    else begin('guarding', '', quarter(now), quarter(now) + 8 * HOUR_MS);
  };
  const open = (id: RecordId, isEntered = true) => {
    const kind = isEntered ? entries.find((one) => one.id === id)?.kind : undefined;
    // A note is read and written among the notes; a moment that one points to leads back to it.
    if (kind === 'note') {
      openRecord(id, 'note');
      return;
    }
    if (kind === 'link') {
      client
        .invoke('record.get', { id })
        .then(({ values }) => openRecord(values.fromId as RecordId, 'note'), notify.fail);
      return;
    }
    edit.open(id);
    if (isEntered) enterInspector();
  };
  const openItem = (id: string, isEntered: boolean) => {
    if (id === DRAFT_ID) return;
    selectItem(id);
    open(recordOfItem(id), isEntered);
  };
  const items = useMemo(() => byKey(data.items), [data]);
  const isIn = useMemo(() => pageFilter(zone), [zone]);
  const shownItem = useMemo(
    () => (edit.creating ? DRAFT_ID : itemOf(data.items, itemId, selectedId, now)),
    [edit.creating, data, itemId, selectedId, now],
  );
  // In the list the row with the keys follows; on the timeline the bar is brought into view.
  jumpTo.current = (id) => {
    openItem(id, false);
    const item = items.get(id);
    if (!item) return;
    if (!asList) timeline.current?.focusItem(item.id);
    else if (view && !isIn(item, view)) goAround(item.startAt);
  };
  bringIntoView.current = (at) => {
    if (view && (at < view.fromAt || at >= view.toAt)) goAround(at);
  };
  const nextMatter = useNextMatter(goAround);
  const copies = useCopyMenu();
  const planMenu = usePlanMenu({ open, begin, copies });
  const [extending, setExtending] = useState<RecordId | null>(null);
  const menus = useTimelineMenu(entries, now, { open, begin, planMenu, copies, extend: setExtending });
  const listeners = {
    view: follow,
    select: ({ id, by }: TimelineEvents['select']) => {
      if (by === 'api' || id === DRAFT_ID) return;
      selectItem(id);
      if (id === null) select(null);
      else edit.open(recordOfItem(id));
    },
    open: ({ id }: TimelineEvents['open']) => openItem(id, true),
    cluster: menus.onCluster,
    context: menus.onContext,
    edit: onEdit,
  };
  const from = view?.fromAt ?? now;
  const nextGap = (direction: 1 | -1 = 1) =>
    void nextMatter(['gap', 'thin', 'date'], from, t('plan:toolbar.noGap'), 'G', direction);
  const nextConflict = (direction: 1 | -1 = 1) =>
    void nextMatter(['conflict', 'work'], from, t('plan:toolbar.noConflict'), 'K', direction);
  // The keys of the drawing stop where those of the list and the buttons do.
  jump.current = (to, direction) => (to === 'gap' ? nextGap : nextConflict)(direction);
  const openPrint = () => setPrinting(true);
  useCommands([
    { id: 'print', label: t('paper:open'), icon: 'print', keys: 'Ctrl+P', inText: true, run: openPrint },
    { id: 'timeline.new', label: t('newMeasure'), icon: 'plus', keys: 'N', run: planNew },
    { id: 'timeline.gap', label: t('plan:toolbar.nextGap'), icon: 'gap', keys: 'G', run: () => nextGap() },
    {
      id: 'timeline.conflict',
      label: t('plan:toolbar.nextConflict'),
      icon: 'warn',
      keys: 'K',
      run: () => nextConflict(),
    },
    { id: 'timeline.now', label: t('goNow'), icon: 'clock', keys: 'T', run: goNow },
    { id: 'timeline.list', label: t('asList'), icon: 'list', keys: 'L', run: () => setAsList((on) => !on) },
  ]);
  useTimelineCommands(timeline);

  if (error) return <ErrorNotice error={error} />;
  const isEmpty = whole?.total === 0 && plan !== null && plan.view.needs.length === 0;
  return (
    <div className="vb-timeline">
      <TimelineToolbar
        view={view}
        span={view && spanOf(view)}
        asList={asList}
        shown={shown}
        onShown={setShown}
        onList={setAsList}
        onSpan={(span) => showSpan(span, extentOf(data.items, whole?.extent ?? null))}
        onNow={goNow}
        onStep={step}
        onNew={planNew}
        onNextGap={() => nextGap()}
        onPrint={openPrint}
      />
      {plan?.view.truncated && <Notice tone="problem" title={t('plan:truncated')} />}
      {isEmpty && !edit.creating ? (
        <EmptyState
          icon="timeline"
          title={t('empty')}
          text={t('emptyText')}
          action={
            <Button icon="plus" onClick={planNew}>
              {t('newMeasure')}
            </Button>
          }
        />
      ) : asList ? (
        <TimelineList
          data={data}
          shown={view}
          loaded={loaded}
          planned={plan?.view.window ?? null}
          selectedId={shownItem}
          onOpen={openItem}
          onMenu={(id, ids, at, place) => menus.onContext({ id, ids: [...ids], laneId: null, at, ...place })}
          onRemove={(ids) => onEdit({ type: 'remove', ids: [...ids] })}
        />
      ) : (
        isLoaded && (
          <TimelineCanvas
            handle={timeline}
            options={options}
            data={data}
            readAt={readAt}
            now={now}
            selectedId={shownItem}
            listeners={listeners}
          />
        )
      )}
      {!asList && <TimelineLegend zone={zone} />}
      <PrintTimeline
        caseId={caseId}
        data={data}
        view={view}
        open={printing}
        onRange={isPart ? setWanted : null}
        onClose={() => {
          setPrinting(false);
          setWanted(null);
        }}
      />
      {dialog}
      {extending && <ExtendAlarmDialog alarmId={extending} onClose={() => setExtending(null)} />}
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

/** The item that is selected; of a record alone its bar that is not over, else its last. */
function itemOf(
  items: readonly TimelineItem[],
  itemId: string | null,
  recordId: string | null,
  now: number,
): string | null {
  if (recordId === null) return null;
  if (itemId !== null && recordOfItem(itemId) === recordId && items.some(({ id }) => id === itemId)) return itemId;
  const own = items.filter(({ id }) => recordOfItem(id) === recordId && !isDateItem(id));
  return (own.find(({ endAt }) => endAt === null || endAt > now) ?? own.at(-1))?.id ?? null;
}

/** Items by their ids; what lies in several rows also by the key it shares, in the first of them. */
function byKey(items: readonly TimelineItem[]): ReadonlyMap<string, TimelineItem> {
  const found = new Map(items.map((item) => [item.id, item]));
  for (const item of items) {
    const key = item.id.split('#', 1)[0] ?? item.id;
    if (!found.has(key)) found.set(key, item);
  }
  return found;
}

const NONE: readonly TimelineEntry[] = [];

/** The keys go back to the drawing or the list when a menu of its own is closed and nothing else has taken them. */
function focusPlot(): void {
  requestAnimationFrame(() => {
    const { activeElement } = document;
    if (activeElement === document.body || activeElement?.closest('[role="menu"]'))
      document.querySelector<HTMLElement>('.timeline-plot, .vb-timeline-grid')?.focus({ preventScroll: true });
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

const QUARTER_MS = HOUR_MS / 4;

/** The next full quarter of an hour, ms UTC. */
function quarter(at: number): number {
  return Math.ceil(at / QUARTER_MS) * QUARTER_MS;
}
