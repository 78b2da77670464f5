import { useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { TimelineData, TimelineItem } from '#renderer/timeline/index.ts';
import { classNames } from '#renderer/ui/class-names.ts';
import { Icon } from '#renderer/ui/Icon.tsx';
import { useTimeWords } from '#renderer/ui/time-words.ts';

interface Props {
  data: TimelineData;
  selectedId: string | null;
  onOpen: (id: string) => void;
}

type Row = { readonly heading: string; readonly count: number } | TimelineItem;

const ROW_PX = 30;

/** The same as the timeline, in words: lane by lane in the order they are drawn, each in time order. */
export function TimelineList({ data, selectedId, onOpen }: Props) {
  const { t } = useTranslation('timeline');
  const time = useTimeWords();
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useMemo(() => rowsOf(data), [data]);
  const list = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: 20,
  });
  return (
    <section className="vb-timeline-list" aria-label={t('listName')} ref={scroller}>
      <div style={{ height: list.getTotalSize(), position: 'relative' }}>
        {list.getVirtualItems().map(({ index, start, key }) => {
          const row = rows[index];
          if (!row) return null;
          const place = { transform: `translateY(${start}px)`, height: ROW_PX };
          if ('heading' in row) {
            return (
              <h2 key={key} style={place}>
                {row.heading} <span className="vb-muted">{row.count}</span>
              </h2>
            );
          }
          const from = time.when({ fromAt: row.startAt, precision: row.precision });
          const to = row.shape === 'bar' ? (row.endAt === null ? t('open') : time.stamp(row.endAt)) : '';
          return (
            <button
              key={key}
              type="button"
              style={place}
              className={classNames('vb-timeline-row', row.id === selectedId && 'vb-selected')}
              onClick={() => onOpen(row.id)}
            >
              <span>{to ? `${from} – ${to}` : from}</span>
              <span className="vb-kind" data-k={row.kind}>
                <Icon name={`k-${row.kind}`} size={14} />
              </span>
              <span className="vb-cut">{row.label}</span>
              <span className="vb-muted">{row.state === 'normal' ? '' : t(`state.${row.state}`)}</span>
            </button>
          );
        })}
      </div>
    </section>
  );
}

function rowsOf({ lanes, items }: TimelineData): Row[] {
  return lanes.flatMap((lane): Row[] => {
    const own = items.filter((item) => item.laneId === lane.id);
    return own.length === 0 ? [] : [{ heading: lane.label, count: own.length }, ...own];
  });
}
