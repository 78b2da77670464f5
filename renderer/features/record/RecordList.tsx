// biome-ignore-all lint/a11y/useSemanticElements: a windowed grid of any length cannot be a table element
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has one stop for Tab and names its row by aria-activedescendant

import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ShownRecord } from '#contract/record.ts';
import type { RecordId } from '#model/ids.ts';
import { kindOf } from '#model/kinds.ts';
import type { When } from '#model/when.ts';
import { Chip } from '#renderer/ui/Chip.tsx';
import { classNames } from '#renderer/ui/class-names.ts';
import { KindBadge } from '#renderer/ui/KindBadge.tsx';
import { useTimeWords } from '#renderer/ui/time-words.ts';
import { type RecordFilter, useRecordPage } from './use-record-page.ts';
import { useRecordWords } from './words.ts';
import './record-list.css';

interface Props {
  /** What the list holds; read aloud. */
  label: string;
  filter: RecordFilter;
  selectedId: RecordId | null;
  onSelect: (id: RecordId) => void;
  /** Shown when there is nothing. */
  empty: React.ReactNode;
}

const ROW_PX = 44;

/** Records of a case in one order, however many: only what is seen is drawn and fetched. Arrow keys walk it. */
export function RecordList({ label, filter, selectedId, onSelect, empty }: Props) {
  const { t } = useTranslation('record');
  const scroller = useRef<HTMLDivElement>(null);
  const [range, setRange] = useState({ first: 0, last: 0 });
  const [cursor, setCursor] = useState(0);
  const page = useRecordPage(filter, range.first, range.last);
  const rows = useVirtualizer({
    count: page.total,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: 12,
  });
  const items = rows.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => setRange({ first, last }), [first, last]);

  if (!page.loading && page.total === 0) return empty;

  const move = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 12, PageUp: -12, Home: -page.total, End: page.total }[
      event.key
    ];
    const record = page.at(cursor);
    if ((event.key === 'Enter' || event.key === ' ') && record) onSelect(record.id);
    else if (step === undefined) return;
    else {
      const next = Math.max(0, Math.min(page.total - 1, cursor + step));
      setCursor(next);
      rows.scrollToIndex(next);
      const target = page.at(next);
      // With something open in the inspector the arrows take it along, as in a mail list.
      if (target && selectedId) onSelect(target.id);
    }
    event.preventDefault();
  };

  const active = page.at(cursor)?.id;
  return (
    <div className="vb-records" role="grid" aria-label={label} aria-rowcount={page.total + 1}>
      <div className="vb-record-row vb-record-head" role="row" aria-rowindex={1}>
        {(['when', 'what', 'who', 'source', 'state'] as const).map((column) => (
          <span role="columnheader" key={column}>
            {t(`column.${column}`)}
          </span>
        ))}
      </div>
      <div
        className="vb-record-scroll"
        ref={scroller}
        role="rowgroup"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: one stop for Tab; the arrows walk the rows inside
        tabIndex={0}
        onKeyDown={move}
        {...(active ? { 'aria-activedescendant': `row-${active}` } : {})}
      >
        <div className="vb-record-space" role="presentation" style={{ height: rows.getTotalSize() }}>
          {items.map((item) => {
            const record = page.at(item.index);
            return (
              <div
                key={item.key}
                id={record ? `row-${record.id}` : undefined}
                role="row"
                tabIndex={-1}
                aria-rowindex={item.index + 2}
                aria-selected={record !== null && record.id === selectedId}
                className={classNames(
                  'vb-record-row',
                  record?.id === selectedId && 'vb-selected',
                  item.index === cursor && 'vb-cursor',
                  record?.struckAt != null && 'vb-struck',
                )}
                style={{ transform: `translateY(${item.start}px)`, height: ROW_PX }}
                onClick={() => {
                  setCursor(item.index);
                  if (record) onSelect(record.id);
                }}
                onKeyDown={move}
              >
                {record ? <RecordCells record={record} /> : <span role="gridcell" className="vb-record-wait" />}
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}

function RecordCells({ record }: { record: ShownRecord }) {
  const words = useRecordWords();
  const time = useTimeWords();
  const values = record.values as Record<string, unknown>;
  const text = (name: string) => (typeof values[name] === 'string' ? (values[name] as string) : '');
  const at =
    record.startsAt === null || record.precision === null
      ? null
      : time.when({ fromAt: record.startsAt, precision: record.precision, ...zoneOf(values.happened) });
  const status = text('status');
  const type = record.kind === 'measure' || record.kind === 'wish' || record.kind === 'place' ? text('type') : '';
  return (
    <>
      <span role="gridcell" className="vb-record-when">
        {at ?? <span className="vb-muted">{words.unknown}</span>}
      </span>
      <span role="gridcell" className="vb-record-what">
        <KindBadge kind={record.kind} tone={toneOf(record)} />
        <span className="vb-record-text">
          <span className="vb-record-title">{words.title(record)}</span>
          <span className="vb-record-sub">{type ? words.option('type', type) : words.kind(record.kind)}</span>
        </span>
      </span>
      <span role="gridcell" className="vb-record-who">
        <span className="vb-cut">{text('actorText')}</span>
        <span className="vb-record-sub vb-cut">{text('placeText')}</span>
      </span>
      <span role="gridcell" className="vb-record-source">
        <span className="vb-cut">{text('source')}</span>
        <span className="vb-record-sub vb-cut">
          {text('confidence') && words.option('confidence', text('confidence'))}
        </span>
      </span>
      <span role="gridcell">{status && <Chip>{words.option('status', status)}</Chip>}</span>
    </>
  );
}

/** Hue of one record: a measure's comes from its type. */
export function toneOf(record: ShownRecord) {
  const decl = kindOf(record.kind);
  return decl.lane?.(record.values as never) ?? decl.tone;
}

function zoneOf(happened: unknown): { zone?: string } {
  const zone = (happened as When | null)?.zone;
  return zone ? { zone } : {};
}
