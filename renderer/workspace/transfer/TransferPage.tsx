import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TransferView } from '#contract/transfer.ts';
import type { RecordId } from '#model/ids.ts';
import { useRoute } from '#renderer/client/hooks.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { useCommands } from '#renderer/ui/commands.ts';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { Panel } from '#renderer/ui/Panel.tsx';
import { MattersTable } from './MattersTable.tsx';
import { OfferDialog } from './OfferDialog.tsx';
import { TransferPanel } from './TransferPanel.tsx';
import './transfer.css';

/** Transfer of the case to another district: its steps, and who there owns what was ours. */
export default function TransferPage({ caseId }: { caseId: RecordId }) {
  const view = useRoute('transfer.view', { caseId });
  if (view.error) return <ErrorNotice error={view.error} />;
  if (!view.data) return <div aria-busy="true" />;
  return <Loaded caseId={caseId} view={view.data} />;
}

function Loaded({ caseId, view }: { caseId: RecordId; view: TransferView }) {
  const { t } = useTranslation('transfer');
  const [offering, setOffering] = useState(false);
  const isLive = view.transfers.some(({ stage }) => stage !== 'withdrawn');
  useCommands(
    isLive ? [] : [{ id: 'transfer.offer', label: t('offer'), icon: 'swap', keys: 'N', run: () => setOffering(true) }],
  );
  return (
    <div className="vb-transfer">
      <div className="vb-area-bar">
        <h2>{t('title')}</h2>
        <span className="vb-muted">{t('sub')}</span>
        {!isLive && (
          <div className="vb-area-end">
            <Button variant="primary" icon="swap" keys="N" onClick={() => setOffering(true)}>
              {t('offer')}
            </Button>
          </div>
        )}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <section className="vb-transfer-body" tabIndex={0} aria-label={t('title')}>
        {view.transfers.map((transfer) => (
          <TransferPanel key={transfer.id} transfer={transfer} nowAt={view.nowAt} />
        ))}
        {!isLive && (
          <Panel icon="list" title={t('openTitle')} count={view.open.length} flush>
            <p className="vb-transfer-note">{t('openText')}</p>
            <MattersTable matters={view.open} nowAt={view.nowAt} />
          </Panel>
        )}
      </section>
      {offering && <OfferDialog caseId={caseId} onClose={() => setOffering(false)} />}
    </div>
  );
}
