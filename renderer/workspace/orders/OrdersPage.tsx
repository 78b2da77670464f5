import { useTranslation } from 'react-i18next';
import type { CaseView } from '#contract/case.ts';
import { useRoute } from '#renderer/client/hooks.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { useCommands } from '#renderer/ui/commands.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { useNavigation } from '#renderer/ui/navigation.ts';
import { useEdit } from '../edit.ts';
import { WithInspector } from '../WithInspector.tsx';
import { BreachesPanel } from './BreachesPanel.tsx';
import { BreachPage } from './BreachPage.tsx';
import { OrderCard } from './OrderCard.tsx';
import { QUICK_BREACH, useQuickBreach } from './quick.ts';
import './orders.css';

/** Orders of the case with how each stands, and the breaches with what followed; a breach that is open takes the page. */
export default function OrdersPage({ view }: { view: CaseView }) {
  const caseId = view.case.id;
  const recordId = useNavigation((n) => n.recordId);
  const list = useRoute('breach.list', { caseId });
  const isBreach = recordId !== null && (list.data?.breaches.some(({ id }) => id === recordId) ?? false);
  if (recordId !== null && isBreach) return <BreachPage caseId={caseId} id={recordId} key={recordId} />;
  return (
    <WithInspector caseId={caseId}>
      <Register view={view} />
    </WithInspector>
  );
}

function Register({ view }: { view: CaseView }) {
  const { t } = useTranslation('orders');
  const caseId = view.case.id;
  const edit = useEdit();
  const quick = useQuickBreach();
  const register = useRoute('order.register', { caseId });
  useCommands([{ id: 'new.order', label: t('newOrder'), icon: 'k-order', keys: 'N', run: () => edit.create('order') }]);
  return (
    <div className="vb-orders-page">
      <div className="vb-orders-bar">
        <h2>{t('register')}</h2>
        <span className="vb-grow" />
        <Button icon="plus" keys="N" onClick={() => edit.create('order')}>
          {t('newOrder')}
        </Button>
        <Button variant="primary" icon="plus" keys={QUICK_BREACH} onClick={quick.open}>
          {t('newBreach')}
        </Button>
      </div>
      <ErrorNotice error={register.error} />
      <div className="vb-orders-columns">
        <div className="vb-orders-list" aria-busy={register.isPending}>
          {register.data?.orders.length === 0 && (
            <div className="vb-panel">
              <EmptyState
                icon="k-order"
                title={t('registerNone')}
                text={t('registerNoneText')}
                action={
                  <Button icon="plus" onClick={() => edit.create('order')}>
                    {t('newOrder')}
                  </Button>
                }
              />
            </div>
          )}
          {register.data?.orders.map((one) => (
            <OrderCard key={one.order.id} view={one} />
          ))}
        </div>
        <BreachesPanel caseId={caseId} onOpen={edit.open} />
      </div>
    </div>
  );
}
