// biome-ignore-all lint/a11y/useSemanticElements: a windowed grid of any length cannot be a table element
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has one stop for Tab and names its row by aria-activedescendant

import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { stepOf } from '#renderer/features/record/row-keys.ts';
import type { TimelineData, TimelineItem, TimeSpan } from '#renderer/timeline/index.ts';
import { classNames } from '#renderer/ui/class-names.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Icon } from '#renderer/ui/Icon.tsx';
import { useTimeWords } from '#renderer/ui/time-words.ts';
import { useZone } from '#renderer/ui/zone.ts';
import { ChosenBar } from './ChosenBar.tsx';
import { ListPeriod } from './ListPeriod.tsx';
import { listRows } from './list-rows.ts';
import { useRowChoice } from './row-choice.ts';
import { stateWord } from './state-word.ts';

interface Props {
  data: TimelineData;
  /** The time whose rows are shown, as the drawing would; null shows all. */
  shown: TimeSpan | null;
  /** Time that the entries, and the plan, are all of; null where they are all there is. */
  loaded: TimeSpan | null;
  planned: TimeSpan | null;
  selectedId: string | null;
  /** `isEntered`: the keys shall go on into the record. */
  onOpen: (id: string, isEntered: boolean) => void;
  /** What can be done with an item, or with those chosen with it; `at` is its start, the place is in client px. */
  onMenu: (id: string, ids: readonly string[], at: number, place: { clientX: number; clientY: number }) => void;
  /** The plan's part of what is chosen shall be taken out. */
  onRemove: (ids: readonly string[]) => void;
}

const ROW_PX = 30;

/** The same as the timeline, in words: lane by lane in the order they are drawn, each in time order. */
export function TimelineList({ data, shown, loaded, planned, selectedId, onOpen, onMenu, onRemove }: Props) {
  const { t } = useTranslation('timeline');
  const scroller = useRef<HTMLDivElement>(null);
  const id = useId();
  const zone = useZone();
  const rows = useMemo(() => listRows(data, shown, zone), [data, shown, zone]);
  const choice = useRowChoice(useMemo(() => rows.map((row) => ('heading' in row ? null : row.id)), [rows]));
  const [cursor, setCursor] = useState(0);
  const list = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: 20,
  });
  const at = Math.min(cursor, Math.max(0, rows.length - 1));
  const walk = (next: number) => {
    const to = Math.max(0, Math.min(rows.length - 1, next));
    setCursor(to);
    list.scrollToIndex(to);
    return to;
  };
  const go = (next: number) => {
    choice.clear();
    const row = rows[walk(next)];
    if (selectedId !== null && row && !('heading' in row)) onOpen(row.id, false);
  };
  // What was jumped to from beside the list, or selected on the timeline before it, is where the keys stand.
  // biome-ignore lint/correctness/useExhaustiveDependencies: rows that change under it move nothing
  useEffect(() => {
    const found = rows.findIndex((row) => !('heading' in row) && row.id === selectedId);
    if (found < 0) return;
    setCursor(found);
    list.scrollToIndex(found);
  }, [selectedId]);
  const askMenu = (index: number) => {
    const row = rows[index];
    if (!row || 'heading' in row) return;
    const box = document.getElementById(`${id}-${index}`)?.getBoundingClientRect();
    const ids = choice.has(row.id) ? choice.ids : [row.id];
    onMenu(row.id, ids, row.startAt, { clientX: (box?.left ?? 0) + 24, clientY: box?.bottom ?? 0 });
  };
  /** Keys that choose several rows. @returns false for one that is none of them */
  const chooses = (event: KeyboardEvent, from: number, step: number | null): boolean => {
    const { key, ctrlKey, shiftKey } = event;
    if (step !== null && (shiftKey || ctrlKey)) {
      const to = walk(from + step);
      if (shiftKey) choice.extend(from, to);
    } else if (ctrlKey && key === ' ') choice.toggle(from);
    else if (ctrlKey && key.toLowerCase() === 'a') choice.chooseLane(from);
    else if (key === 'Escape' && choice.ids.length > 0) choice.clear();
    else if (key === 'Delete') {
      const row = rows[from];
      const ids = choice.ids.length > 0 ? choice.ids : row && !('heading' in row) ? [row.id] : [];
      onRemove(ids);
    } else return false;
    return true;
  };
  return (
    <section className="vb-timeline-list" aria-label={t('listName')}>
      <p id={`${id}-hint`} hidden>
        {t('several:hint')}
      </p>
      {shown && (
        <ListPeriod
          shown={shown}
          count={rows.filter((row) => !('heading' in row)).length}
          loaded={loaded}
          planned={planned}
        />
      )}
      <ChosenBar
        count={choice.ids.length}
        onActions={(place) => {
          const row = rows.find((one) => !('heading' in one) && choice.has(one.id));
          if (row && !('heading' in row)) onMenu(row.id, choice.ids, row.startAt, place);
        }}
        onClear={() => {
          choice.clear();
          scroller.current?.focus();
        }}
      />
      {rows.length === 0 && <EmptyState icon="timeline" title={t('period:empty')} text={t('period:emptyText')} />}
      <div
        className="vb-timeline-grid"
        role="grid"
        tabIndex={0}
        ref={scroller}
        aria-label={t('listName')}
        aria-multiselectable
        aria-describedby={`${id}-hint`}
        aria-rowcount={rows.length}
        {...(rows.length > 0 ? { 'aria-activedescendant': `${id}-${at}` } : {})}
        onKeyDown={(event) => {
          if (event.altKey || event.metaKey) return;
          const perPage = Math.floor(event.currentTarget.clientHeight / ROW_PX) - 1;
          const step = stepOf(event.key, perPage, rows.length);
          if (chooses(event, at, step)) return event.preventDefault();
          if (event.ctrlKey) return;
          if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) {
            event.preventDefault();
            return askMenu(at);
          }
          const row = rows[at];
          if (step !== null) go(at + step);
          else if ((event.key === 'Enter' || event.key === ' ') && row && !('heading' in row))
            onOpen(row.id, event.key === 'Enter');
          else return;
          event.preventDefault();
        }}
      >
        <div role="rowgroup" className="vb-timeline-rows" style={{ height: list.getTotalSize() }}>
          {list.getVirtualItems().map(({ index, start, key }) => {
            const row = rows[index];
            if (!row) return null;
            const isRecord = !('heading' in row);
            const isChosen = isRecord && choice.has(row.id);
            return (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the grid has the keys
              <div
                key={key}
                id={`${id}-${index}`}
                role="row"
                aria-rowindex={index + 1}
                {...(isRecord ? { 'aria-selected': isChosen || row.id === selectedId } : {})}
                style={{ transform: `translateY(${start}px)`, height: ROW_PX }}
                className={classNames(
                  isRecord ? 'vb-timeline-row' : 'vb-timeline-heading',
                  isRecord && row.id === selectedId && 'vb-selected',
                  isChosen && 'vb-chosen',
                  index === at && 'vb-cursor',
                )}
                onClick={({ shiftKey, ctrlKey, metaKey }) => {
                  setCursor(index);
                  if (shiftKey) return choice.extend(at, index);
                  if (ctrlKey || metaKey) return choice.toggle(index);
                  choice.clear();
                  if (isRecord) onOpen(row.id, false);
                }}
                onContextMenu={(event) => {
                  event.preventDefault();
                  setCursor(index);
                  askMenu(index);
                }}
              >
                {isRecord ? (
                  <ItemCells item={row} />
                ) : (
                  <span role="rowheader">
                    {row.heading} <span className="vb-muted">{row.count}</span>
                  </span>
                )}
              </div>
            );
          })}
        </div>
      </div>
    </section>
  );
}

function ItemCells({ item }: { item: TimelineItem }) {
  const { t } = useTranslation('timeline');
  const time = useTimeWords();
  const from = time.placed({ startsAt: item.startAt, precision: item.precision, qualifier: item.bound ?? null });
  const to = item.shape === 'bar' ? (item.endAt === null ? t('open') : time.stamp(item.endAt)) : '';
  const what = item.coverage ? t(`plan:state.${item.coverage}`) : (item.detail ?? item.label);
  const state = stateWord(t, item);
  const notes = [
    item.coverage && item.coverage !== 'covered' && item.label,
    item.coverage && item.detail,
    item.place,
    item.passes && t('paper:passes', { count: item.passes.count }),
    item.conflict && t('plan:conflictSign'),
    state,
  ];
  return (
    <>
      <span role="gridcell">{to ? `${from} – ${to}` : from}</span>
      <span role="gridcell" className="vb-timeline-what">
        <span className="vb-kind" data-k={item.kind}>
          <Icon name={`k-${item.kind}`} size={14} />
        </span>
        <span className={item.coverage === 'gap' ? 'vb-cut vb-strong' : 'vb-cut'} title={what}>
          {what}
        </span>
      </span>
      <span role="gridcell" className="vb-muted">
        {notes.filter(Boolean).join(' · ')}
      </span>
    </>
  );
}
