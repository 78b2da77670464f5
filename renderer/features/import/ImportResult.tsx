import { useTranslation } from 'react-i18next';
import type { OutputOf } from '#contract/routes.ts';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { Notice } from '#renderer/ui/Notice.tsx';
import { ImportSummaryView } from './ImportSummaryView.tsx';

interface Props {
  result: OutputOf<'import.confirm'>;
  onClose: () => void;
  onOpen: () => void;
}

const MOST_LISTED = 200;

/** What was written, what was not and why; one undo takes it all back. */
export function ImportResult({ result, onClose, onOpen }: Props) {
  const { t } = useTranslation('import');
  const { summary } = result;
  return (
    <Dialog open title={t('done')} width={720} onClose={onClose} onConfirm={onOpen} confirmLabel={t('openCase')}>
      <div className="vb-import">
        <Notice tone="ok" title={t('doneTitle', { count: summary.rows - summary.skippedRows - summary.refusedRows })}>
          {t('doneText')}
        </Notice>
        <ImportSummaryView summary={summary} />
        {summary.skippedRows > 0 && (
          <p>
            {t('skippedLines', { count: summary.skippedRows })} {summary.skipped.slice(0, MOST_LISTED).join(', ')}
            {summary.skippedRows > MOST_LISTED && ' …'}
          </p>
        )}
        {summary.refusedRows > 0 && (
          <section aria-label={t('refusedTitle', { count: summary.refusedRows })}>
            <h3>{t('refusedTitle', { count: summary.refusedRows })}</h3>
            <ul className="vb-import-refused">
              {summary.refused.slice(0, MOST_LISTED).map((row) => (
                <li key={row.line}>{t('refusedLine', { line: row.line, reason: t(`reason.${row.reason}`) })}</li>
              ))}
            </ul>
          </section>
        )}
      </div>
    </Dialog>
  );
}
