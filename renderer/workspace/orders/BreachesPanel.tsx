import { useTranslation } from 'react-i18next';
import type { BreachRow } from '#contract/orders.ts';
import type { FunnelRow } from '#model/funnel.ts';
import type { RecordId } from '#model/ids.ts';
import { useRoute } from '#renderer/client/hooks.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { Panel } from '#renderer/ui/Panel.tsx';
import { useRecordWords } from '#renderer/ui/record-words.ts';
import { useTimeWords } from '#renderer/ui/time-words.ts';
import { QUICK_BREACH, useQuickBreach } from './quick.ts';
import { useStepWords } from './step-words.ts';
import './funnel.css';

interface Props {
  caseId: RecordId;
  onOpen: (id: RecordId) => void;
  /** Most breaches that are listed; all when not said. */
  most?: number;
}

/** How far the breaches of a case came, and the newest of them. */
export function BreachesPanel({ caseId, onOpen, most }: Props) {
  const { t } = useTranslation('orders');
  const quick = useQuickBreach();
  const list = useRoute('breach.list', { caseId });
  const breaches = list.data?.breaches ?? [];
  const shown = most === undefined ? breaches : breaches.slice(0, most);
  return (
    <Panel icon="k-breach" title={t('funnel')} count={t('funnelSub')} flush className="vb-funnel-panel">
      <ErrorNotice error={list.error} />
      {list.data && breaches.length === 0 && (
        <EmptyState
          icon="k-breach"
          title={t('breachesNone')}
          text={t('breachesNoneText')}
          action={
            <Button size="sm" icon="plus" keys={QUICK_BREACH} onClick={quick.open}>
              {t('newBreach')}
            </Button>
          }
        />
      )}
      {list.data && breaches.length > 0 && (
        <>
          <Funnel rows={list.data.funnel} contacts={list.data.contacts} />
          <ul className="vb-breach-list" aria-label={t('breachList')}>
            {shown.map((row) => (
              <li key={row.id}>
                <Row row={row} onOpen={() => onOpen(row.id)} />
              </li>
            ))}
          </ul>
        </>
      )}
    </Panel>
  );
}

function Funnel({ rows, contacts }: { rows: readonly FunnelRow[]; contacts: number }) {
  const { t } = useTranslation('orders');
  const time = useTimeWords();
  const most = rows[0]?.count ?? 0;
  const median = ({ medianMinutes, medianDays, count, stage }: FunnelRow) => {
    if (stage === 'registered') return t('allContacts', { count: contacts });
    if (count === 0) return '';
    if (medianMinutes !== null) return t('median', { time: time.length(medianMinutes * 60_000) });
    return medianDays === null ? t('timeUnknown') : t('median', { time: t('days', { count: medianDays }) });
  };
  return (
    <table className="vb-funnel">
      <tbody>
        {rows.map((row) => (
          <tr key={row.stage}>
            <th scope="row">{t(`stage.${row.stage}`)}</th>
            <td className="vb-funnel-bar">
              <span className="vb-funnel-track">
                <i style={{ width: `${most === 0 ? 0 : (100 * row.count) / most}%` }} />
              </span>
              <b data-none={row.count === 0}>{row.count}</b>
            </td>
            <td className="vb-muted">{median(row)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Row({ row, onOpen }: { row: BreachRow; onOpen: () => void }) {
  const { t } = useTranslation(['orders', 'record']);
  const words = useRecordWords();
  const time = useTimeWords();
  const stepWord = useStepWords();
  const last = row.lastStep && stepWord(row.lastStep);
  return (
    <button type="button" onClick={onOpen}>
      <span>{row.happened ? time.when(row.happened) : words.unknown}</span>
      <span className="vb-cut">{words.title({ kind: 'breach', ...row })}</span>
      <span className="vb-muted">
        {[last ?? t('noStep'), row.learnedLater && t('record:learnedLater', { when: time.when(row.learnedLater) })]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </button>
  );
}
