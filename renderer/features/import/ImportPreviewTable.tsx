import { useTranslation } from 'react-i18next';
import type { ImportPreview } from '#contract/import.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Chip } from '#renderer/ui/Chip.tsx';
import { Segmented } from '#renderer/ui/Segmented.tsx';
import { Table, Td, Th, Tr } from '#renderer/ui/Table.tsx';
import { PAGE_ROWS, type RowFilter } from './use-preview.ts';

interface Props {
  preview: ImportPreview;
  filter: RowFilter;
  /** First row shown. */
  offset: number;
  onFilter: (filter: RowFilter) => void;
  onOffset: (offset: number) => void;
}

/** The file's rows as they stand, a page at a time, with what each becomes and why one stays out. */
export function ImportPreviewTable({ preview, filter, offset, onFilter, onOffset }: Props) {
  const { t } = useTranslation('import');
  const { skippedRows, refusedRows } = preview.summary;
  const options = [
    { value: 'all', label: t('show.all') },
    { value: 'new', label: t('show.new') },
    { value: 'skipped', label: t('show.skipped', { count: skippedRows }) },
    { value: 'refused', label: t('show.refused', { count: refusedRows }) },
  ] as const;
  const last = Math.min(offset + PAGE_ROWS, preview.totalRows);
  return (
    <section className="vb-import-rows" aria-label={t('preview')}>
      <div className="vb-import-bar">
        <Segmented label={t('preview')} value={filter} options={options} onChange={onFilter} />
        <span className="vb-muted">
          {preview.totalRows === 0 ? t('noRows') : t('page', { from: offset + 1, to: last, total: preview.totalRows })}
        </span>
        <Button size="sm" disabled={offset === 0} onClick={() => onOffset(Math.max(0, offset - PAGE_ROWS))}>
          {t('previous')}
        </Button>
        <Button size="sm" disabled={last >= preview.totalRows} onClick={() => onOffset(offset + PAGE_ROWS)}>
          {t('next')}
        </Button>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className="vb-import-scroll" tabIndex={0} aria-label={t('rowsOfFile')}>
        <Table
          label={t('rowsOfFile')}
          head={
            <>
              <Th end>{t('line')}</Th>
              <Th>{t('state')}</Th>
              {preview.header.map((heading, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: columns of a file have no other identity
                <Th key={index}>{heading}</Th>
              ))}
            </>
          }
        >
          {preview.page.map((row) => (
            <Tr key={row.line}>
              <Td end>{row.line}</Td>
              <Td>
                <Chip dashed={row.state !== 'new'}>
                  {row.reason ? t(`reason.${row.reason}`) : t(`rowState.${row.state}`)}
                </Chip>
              </Td>
              {row.cells.map((cell, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: cells of a row have no other identity
                <Td key={index} className="vb-import-cell">
                  {cell}
                </Td>
              ))}
            </Tr>
          ))}
        </Table>
      </section>
    </section>
  );
}
