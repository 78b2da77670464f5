import { useTranslation } from 'react-i18next';
import type { ShownRecord } from '#contract/record.ts';
import type { RecordId } from '#model/ids.ts';
import type { Values } from '#model/kinds.ts';
import { useRecordWords } from '#renderer/features/record/words.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Chip } from '#renderer/ui/Chip.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Panel } from '#renderer/ui/Panel.tsx';
import { useTimeWords } from '#renderer/ui/time-words.ts';
import { Urgency, urgencyOf } from '#renderer/ui/Urgency.tsx';
import { useNow } from '#renderer/ui/use-now.ts';
import { useEdit } from '../edit.ts';
import { useNewest } from './use-case-records.ts';

const MOST = 6;

/** Orders of the case and how each stands; one that is not served is not in force against him. */
export function OrdersPanel({ caseId }: { caseId: RecordId }) {
  const { t } = useTranslation('case');
  const edit = useEdit();
  const orders = useNewest(caseId, ['order'], MOST);
  return (
    <Panel icon="k-order" title={t('orders')} count={orders.total || undefined} flush className="vb-orders">
      {!orders.loading && orders.total === 0 && (
        <EmptyState
          icon="k-order"
          title={t('ordersNone')}
          action={
            <Button size="sm" icon="plus" onClick={() => edit.create('order')}>
              {t('orderAdd')}
            </Button>
          }
        />
      )}
      <ul>
        {orders.records.map((order) => (
          <li key={order.id}>
            <OrderRow order={order} onOpen={() => edit.open(order.id)} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function OrderRow({ order, onOpen }: { order: ShownRecord; onOpen: () => void }) {
  const words = useRecordWords();
  const values = order.values as Values<'order'>;
  return (
    <button type="button" className="vb-order" onClick={onOpen}>
      <span className="vb-order-head">
        <strong>{values.variant ? words.option('variant', values.variant) : words.kind('order')}</strong>
        <OrderState values={values} />
      </span>
      <span className="vb-order-text">{words.title(order)}</span>
    </button>
  );
}

/** A term that ends at midnight ends with the day before: the date shown is the last day in force. */
function OrderState({ values }: { values: Values<'order'> }) {
  const { t } = useTranslation('case');
  const time = useTimeWords();
  const now = useNow();
  if (values.liftedAt !== null && values.liftedAt <= now) return <Chip>{t('orderLifted')}</Chip>;
  if (values.toAt !== null && values.toAt <= now)
    return <Chip>{t('orderEnded', { date: time.date(values.toAt - 1) })}</Chip>;
  if (values.decidedAt !== null && values.servedAt === null) return <Chip dashed>{t('orderNotServed')}</Chip>;
  if (values.toAt !== null) {
    const left = t('orderEnds', { date: time.date(values.toAt - 1), left: time.length(values.toAt - now) });
    return <Urgency state={urgencyOf(values.toAt, now)}>{left}</Urgency>;
  }
  if (values.servedAt !== null) return <Chip>{t('orderServed', { date: time.date(values.servedAt) })}</Chip>;
  return <Chip dashed>{t('orderTermUnknown')}</Chip>;
}
