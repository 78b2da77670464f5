// biome-ignore-all lint/a11y/useSemanticElements: a windowed grid of any length cannot be a table element
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has one stop for Tab and names its row by aria-activedescendant

import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordId } from '#model/ids.ts';
import { classNames } from '#renderer/ui/class-names.ts';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { RecordCells } from './RecordCells.tsx';
import { stepOf } from './row-keys.ts';
import { type RecordFilter, useRecordPage } from './use-record-page.ts';
import './record-list.css';

interface Props {
  /** What the list holds; read aloud. */
  label: string;
  filter: RecordFilter;
  selectedId: RecordId | null;
  /** `isEntered`: the keys shall go on into the record. */
  onSelect: (id: RecordId, isEntered: boolean) => void;
  /** Shown when there is nothing. */
  empty: ReactNode;
}

const ROW_PX = 44;
const HEAD_PX = 28;
const COLUMNS = ['when', 'what', 'who', 'source', 'state'] as const;

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
    // The heads stay over the rows: a row that is scrolled to must not come to lie under them.
    scrollMargin: HEAD_PX,
    scrollPaddingStart: HEAD_PX,
  });
  const items = rows.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => setRange({ first, last }), [first, last]);

  // A list in another order, or of other kinds, is read from its beginning.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the filter is what makes it another list
  useEffect(() => {
    setCursor(0);
    scroller.current?.scrollTo({ top: 0 });
  }, [filter]);
  const at = Math.min(cursor, Math.max(0, page.total - 1));
  const target = page.at(at);
  // With something open in the inspector the arrows take it along, as in a mail list; also when its row comes later.
  const follow = useRef(false);
  useEffect(() => {
    if (!follow.current || !target) return;
    follow.current = false;
    onSelect(target.id, false);
  }, [target, onSelect]);

  // What is selected from elsewhere is brought into sight, as far as its row is known.
  const selectedRow = selectedId === null ? null : page.rowOf(selectedId);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each selection, and again when its row is known
  useEffect(() => {
    if (selectedRow === null || selectedRow === at) return;
    setCursor(selectedRow);
    rows.scrollToIndex(selectedRow);
  }, [selectedId, selectedRow === null]);

  if (page.error && page.total === 0) return <ErrorNotice error={page.error} />;
  if (!page.loading && page.total === 0) return empty;

  const go = (next: number) => {
    const to = Math.max(0, Math.min(page.total - 1, next));
    if (to === at) return;
    follow.current = selectedId !== null;
    setCursor(to);
    rows.scrollToIndex(to);
  };

  return (
    <div
      className="vb-records"
      ref={scroller}
      role="grid"
      tabIndex={0}
      aria-label={label}
      aria-rowcount={page.total + 1}
      aria-colcount={COLUMNS.length}
      aria-busy={page.loading}
      {...(target ? { 'aria-activedescendant': `row-${target.id}` } : {})}
      onKeyDown={(event) => {
        if (event.ctrlKey || event.altKey || event.metaKey) return;
        const perPage = Math.max(1, Math.floor((event.currentTarget.clientHeight - HEAD_PX) / ROW_PX) - 1);
        const step = stepOf(event.key, perPage, page.total);
        if (step !== null) go(at + step);
        else if ((event.key === 'Enter' || event.key === ' ') && target) onSelect(target.id, event.key === 'Enter');
        else return;
        event.preventDefault();
      }}
    >
      <div className="vb-record-row vb-record-head" role="row" aria-rowindex={1}>
        {COLUMNS.map((column) => (
          <span role="columnheader" key={column}>
            {t(`column.${column}`)}
          </span>
        ))}
      </div>
      <div className="vb-record-space" role="rowgroup" style={{ height: page.total * ROW_PX }}>
        {items.map((item) => {
          const record = page.at(item.index);
          const isSelected = record !== null && record.id === selectedId;
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the grid has the keys
            <div
              key={item.key}
              id={record ? `row-${record.id}` : undefined}
              role="row"
              aria-rowindex={item.index + 2}
              aria-selected={isSelected}
              className={classNames(
                'vb-record-row',
                isSelected && 'vb-selected',
                item.index === at && 'vb-cursor',
                record?.struckAt != null && 'vb-struck',
              )}
              style={{ transform: `translateY(${item.start - HEAD_PX}px)`, height: ROW_PX }}
              onClick={() => {
                setCursor(item.index);
                if (record) onSelect(record.id, false);
              }}
            >
              {record ? (
                <RecordCells record={record} />
              ) : (
                <span role="gridcell" className="vb-record-wait" aria-label={t('loading')} />
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}
