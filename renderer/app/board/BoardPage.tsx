import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordId } from '#model/ids.ts';
import { keyOf } from '#model/plan/result.ts';
import type { Duty } from '#model/plan/types.ts';
import { startOfDay } from '#model/time.ts';
import { useReassign } from '#renderer/features/plan/use-reassign.tsx';
import type { Timeline, TimelineEvents, TimeSpan } from '#renderer/timeline/index.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { useCommands } from '#renderer/ui/commands.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { Notice } from '#renderer/ui/Notice.tsx';
import { useNavigation } from '#renderer/ui/navigation.ts';
import { SearchBox } from '#renderer/ui/SearchBox.tsx';
import { TopBar } from '#renderer/ui/TopBar.tsx';
import { useNow } from '#renderer/ui/use-now.ts';
import { useZone } from '#renderer/ui/zone.ts';
import { TimelineCanvas } from '#renderer/workspace/timeline/TimelineCanvas.tsx';
import { TimelineLegend } from '#renderer/workspace/timeline/TimelineLegend.tsx';
import { useTimelineOptions } from '#renderer/workspace/timeline/use-timeline-words.ts';
import { BoardBar } from './BoardBar.tsx';
import { BoardFilters } from './BoardFilters.tsx';
import { BoardList } from './BoardList.tsx';
import { openNeedsOf } from './board-coverage.ts';
import { boardData, dutiesOf } from './board-data.ts';
import { BOARD_ROWS, type BoardFilter, WHOLE_BOARD } from './board-filter.ts';
import { useBoard } from './use-board.ts';
import { useBoardMenu } from './use-board-menu.tsx';
import { useBoardVerdict } from './use-board-verdict.ts';
import { useBoardWords } from './use-board-words.ts';
import '#renderer/workspace/timeline/timeline.css';
import './board.css';

const DAY_MS = 86_400_000;

/** The plan of every case on one timeline: rows are cases with their needs, officers, or vehicles. */
export default function BoardPage() {
  const { t } = useTranslation('board');
  const zone = useZone();
  const now = useNow();
  const words = useBoardWords();
  const judge = useBoardVerdict();
  const shared = useTimelineOptions(judge.ref);
  const openCase = useNavigation((n) => n.openCase);
  const goPage = useNavigation((n) => n.goPage);
  const timeline = useRef<Timeline | null>(null);
  const [openedAt] = useState(now);
  const [days, setDays] = useState(7);
  const [view, setView] = useState<TimeSpan>(() => ({
    fromAt: startOfDay(openedAt, zone),
    toAt: startOfDay(openedAt, zone, days),
  }));
  const [filter, setFilter] = useState<BoardFilter>(WHOLE_BOARD);
  const [asList, setAsList] = useState(false);
  const [selectedId, select] = useState<string | null>(null);
  const board = useBoard(view, zone, filter.rows);

  const input = useMemo(
    () => board.plan && { ...board.plan, filter, nowAt: now, words },
    [board.plan, filter, now, words],
  );
  const data = useMemo(() => input && boardData(input), [input]);
  const plan = judge.follow(board.plan?.view ?? null, now);
  const { reassign, dialog } = useReassign(timeline);
  const { openMenu, menu } = useBoardMenu(plan, ({ id, caseId }) =>
    openCase(caseId as RecordId, 'timeline', id as RecordId),
  );
  const options = useMemo(
    () => ({
      ...shared,
      texts: { ...shared.texts, name: t('name'), axisCorner: t('rowsOf', { rows: t(`rows.${filter.rows}`) }) },
      view: { fromAt: startOfDay(openedAt, zone), toAt: startOfDay(openedAt, zone, 7) },
      hasOverview: false,
    }),
    [shared, t, filter.rows, openedAt, zone],
  );

  const show = (fromAt: number, length: number) => {
    const next = { fromAt, toAt: startOfDay(fromAt, zone, length) };
    setDays(length);
    setView(next);
    timeline.current?.setView(next.fromAt, next.toAt);
  };
  const open = (itemId: string) => {
    const duty = dutyOf(itemId, board.plan?.view.window.duties ?? []);
    if (duty) openCase(duty.caseId as RecordId, 'timeline', duty.id as RecordId);
  };
  useCommands([
    { id: 'board.now', label: t('goNow'), icon: 'clock', keys: 'T', run: () => show(startOfDay(now, zone), days) },
    { id: 'board.list', label: t('asList'), icon: 'list', keys: 'L', run: () => setAsList((on) => !on) },
    ...BOARD_ROWS.map((rows, index) => ({
      id: `board.${rows}`,
      label: t('showRows', { rows: t(`rows.${rows}`) }),
      keys: `Alt+${index + 1}`,
      run: () => setFilter({ ...filter, rows }),
    })),
  ]);
  const listeners = {
    view: setView,
    select: ({ id }: TimelineEvents['select']) => select(id),
    open: ({ id }: TimelineEvents['open']) => open(id),
    context: ({ id, clientX, clientY }: TimelineEvents['context']) => {
      const duty = id === null ? undefined : dutyOf(id, board.plan?.view.window.duties ?? []);
      if (duty) openMenu(duty, t('menu.name'), { clientX, clientY });
    },
    edit: (made: TimelineEvents['edit']) => {
      if (made.type === 'exchange') reassign(plan(), made);
    },
  };

  return (
    <main className="vb-sheet">
      <TopBar title={t('title')} actions={<SearchBox />}>
        <BoardFilters filter={filter} onFilter={setFilter} />
      </TopBar>
      <div className="vb-timeline vb-board">
        <BoardBar
          view={view}
          days={days}
          asList={asList}
          counts={board.counts}
          onList={setAsList}
          onDays={(length) => show(view.fromAt, length)}
          onNow={() => show(startOfDay(now, zone), days)}
          onStep={(by) =>
            show(startOfDay(view.fromAt + DAY_MS / 2, zone, by * Math.max(1, Math.round(days / 2))), days)
          }
          onOnly={(only) => setFilter({ ...filter, only: filter.only === only ? 'all' : only })}
          only={filter.only}
        />
        <div className="vb-board-body">
          <ErrorNotice error={board.error} />
          {board.plan?.view.truncated && <Notice title={t('truncated')} />}
          {data && data.lanes.length === 0 ? (
            <EmptyState
              icon="timeline"
              title={t(filter === WHOLE_BOARD ? 'emptyTitle' : 'noneTitle')}
              text={t(filter === WHOLE_BOARD ? 'emptyText' : 'noneText')}
              action={
                filter === WHOLE_BOARD ? (
                  <Button icon="cases" onClick={() => goPage('cases')}>
                    {t('toCases')}
                  </Button>
                ) : (
                  <Button onClick={() => setFilter(WHOLE_BOARD)}>{t('showAll')}</Button>
                )
              }
            />
          ) : asList ? (
            input && (
              <BoardList
                input={input}
                duties={dutiesOf(input, view)}
                needs={openNeedsOf(input, view)}
                onOpen={openCase}
                onMenu={(duty, place) => openMenu(duty, t('menu.name'), place)}
              />
            )
          ) : (
            data && (
              <TimelineCanvas
                handle={timeline}
                options={options}
                data={data}
                readAt={board.readAt}
                now={now}
                selectedId={selectedId}
                listeners={listeners}
              />
            )
          )}
        </div>
        {!asList && <TimelineLegend zone={zone} />}
        {dialog}
        {menu}
      </div>
    </main>
  );
}

/** The duty behind an item: its id begins with the duty's key. */
function dutyOf(itemId: string, duties: readonly Duty[]): Duty | undefined {
  const key = itemId.split('#')[0];
  return duties.find((duty) => keyOf(duty) === key);
}
