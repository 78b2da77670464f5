import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BreachView } from '#contract/orders.ts';
import type { RecordId } from '#model/ids.ts';
import type { Values } from '#model/kinds.ts';
import { useRoute } from '#renderer/client/hooks.ts';
import { RecordInspector } from '#renderer/features/record/RecordInspector.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { useCommands } from '#renderer/ui/commands.ts';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { KindBadge } from '#renderer/ui/KindBadge.tsx';
import { useNavigation } from '#renderer/ui/navigation.ts';
import { useRecordWords } from '#renderer/ui/record-words.ts';
import { useTimeWords } from '#renderer/ui/time-words.ts';
import { enterInspector } from '../enter-inspector.ts';
import { BreachForm } from './BreachForm.tsx';
import { BreachSide } from './BreachSide.tsx';
import { ChainPanel } from './ChainPanel.tsx';
import { ContradictionsPart } from './ContradictionsPart.tsx';
import { CustodyPanel } from './CustodyPanel.tsx';
import { QUICK_BREACH, useQuickBreach } from './quick.ts';
import type { Told } from './told.ts';
import './breach-page.css';

/** One breach: what happened, the clock, what followed, the law and what contradicts. */
export function BreachPage({ caseId, id }: { caseId: RecordId; id: RecordId }) {
  const { t } = useTranslation('orders');
  const view = useRoute('breach.view', { id });
  const select = useNavigation((n) => n.select);
  const [told, setTold] = useState<Told | null>(null);
  const opener = useRef<HTMLElement | null>(null);
  // What the breach tells itself stands in its form; every other record takes the place of what stands beside it.
  const isBeside = told !== null && told.recordId !== id;
  const open = (next: Told) => {
    opener.current = document.activeElement as HTMLElement | null;
    setTold({ ...next });
    if (next.recordId !== id) enterInspector();
  };
  const close = () => {
    setTold(null);
    requestAnimationFrame(() => opener.current?.focus());
  };
  useCommands([
    {
      id: 'breach.close',
      label: t('back'),
      keys: 'Escape',
      inText: isBeside,
      hidden: true,
      run: isBeside ? close : () => select(null),
    },
  ]);
  if (view.error) return <ErrorNotice error={view.error} />;
  if (!view.data) return <div className="vb-breach-page" aria-busy="true" />;
  return (
    <div className="vb-breach-page">
      <Bar view={view.data} caseId={caseId} />
      <div className="vb-breach-columns">
        <BreachForm view={view.data} caseId={caseId} asked={told && !isBeside ? told : null} />
        <div className="vb-breach-middle">
          <CustodyPanel view={view.data} caseId={caseId} />
          <ChainPanel view={view.data} onOpen={open} />
        </div>
        {isBeside ? (
          <RecordInspector id={told.recordId} onClose={close}>
            <ContradictionsPart caseId={caseId} recordId={told.recordId} />
          </RecordInspector>
        ) : (
          <BreachSide view={view.data} caseId={caseId} onOpen={({ recordId, what }) => open({ recordId, what })} />
        )}
      </div>
    </div>
  );
}

function Bar({ view, caseId }: { view: BreachView; caseId: RecordId }) {
  const { t } = useTranslation(['orders', 'package']);
  const words = useRecordWords();
  const time = useTimeWords();
  const select = useNavigation((n) => n.select);
  const openCase = useNavigation((n) => n.openCase);
  const quick = useQuickBreach();
  const { breach, order, number, total, previousId, nextId } = view;
  const { happened, logNumber } = breach.values as Values<'breach'>;
  const variant = order?.order.values.variant;
  const facts = [
    happened && time.when(happened),
    typeof variant === 'string' ? words.option('variant', variant).toLowerCase() : null,
    logNumber,
  ];
  return (
    <div className="vb-orders-bar">
      <IconButton icon="chev-l" label={t('back')} onClick={() => select(null)} />
      <KindBadge kind="breach" />
      <div className="vb-breach-title">
        <h2 className="vb-cut">{t('breachOf', { number, title: words.title(breach) })}</h2>
        <div className="vb-muted">{facts.filter(Boolean).join(' · ')}</div>
      </div>
      <span className="vb-grow" />
      <span className="vb-breach-place">
        <IconButton icon="chev-l" label={t('previous')} disabled={!previousId} onClick={() => select(previousId)} />
        <span className="vb-muted vb-nowrap vb-t12">{t('place', { number, total })}</span>
        <IconButton icon="chev-r" label={t('next')} disabled={!nextId} onClick={() => select(nextId)} />
      </span>
      <Button icon="export" onClick={() => openCase(caseId, 'briefings', breach.id)}>
        {t('package:export')}
      </Button>
      <Button variant="primary" icon="plus" keys={QUICK_BREACH} onClick={quick.open}>
        {t('newBreach')}
      </Button>
    </div>
  );
}
