import { useTranslation } from 'react-i18next';
import type { ShownRecord } from '#contract/record.ts';
import type { RecordId } from '#model/ids.ts';
import type { Values } from '#model/kinds.ts';
import { endedEarlyAt } from '#model/order-state.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Chip } from '#renderer/ui/Chip.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Panel } from '#renderer/ui/Panel.tsx';
import { useRecordWords } from '#renderer/ui/record-words.ts';
import { useTimeWords } from '#renderer/ui/time-words.ts';
import { Urgency, urgencyOf } from '#renderer/ui/Urgency.tsx';
import { useNow } from '#renderer/ui/use-now.ts';
import { useDayWords } from '../day-words.ts';
import { useEdit } from '../edit.ts';
import { useNewest } from './use-case-records.ts';

/** Most that are shown, and most that are asked for: those in force come first among them. */
const SHOWN = 6;
const MOST = 100;

/** Orders of the case and how each stands; one that is not served is not in force against him. */
export function OrdersPanel({ caseId }: { caseId: RecordId }) {
  const { t } = useTranslation('case');
  const edit = useEdit();
  const orders = useNewest(caseId, ['order'], MOST);
  const now = useNow();
  const inOrder = [...orders.records].sort((a, b) => standOf(a, now) - standOf(b, now)).slice(0, SHOWN);
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
        {inOrder.map((order) => (
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
  const now = useNow();
  const values = order.values as Values<'order'>;
  return (
    <button type="button" className="vb-order" data-binds={standOf(order, now) === 0} onClick={onOpen}>
      <span className="vb-order-head">
        <strong>{values.variant ? words.option('variant', values.variant) : words.kind('order')}</strong>
        <OrderState order={order} />
      </span>
      <span className="vb-order-text">{words.title(order)}</span>
    </button>
  );
}

/** How an order stands, those that hold first: in force, not served, not told, over. */
function standOf(order: ShownRecord, now: number): number {
  const values = order.values as Values<'order'>;
  const { toAt, decidedAt, servedAt } = values;
  const earlyAt = endedEarlyAt(values);
  if ((earlyAt !== null && earlyAt <= now) || (toAt !== null && toAt <= now)) return 3;
  if (servedAt !== null) return 0;
  return decidedAt !== null ? 1 : 2;
}

/** A term that ends at midnight ends with the day before: the date shown is the last day in force. */
function OrderState({ order }: { order: ShownRecord }) {
  const { t } = useTranslation('case');
  const time = useTimeWords();
  const days = useDayWords();
  const now = useNow();
  const values = order.values as Values<'order'>;
  const { fromAt, toAt, decidedAt, servedAt } = values;
  const earlyAt = endedEarlyAt(values);
  if (earlyAt !== null && earlyAt <= now) return <Chip>{t('orderLifted', { date: days.day(earlyAt) })}</Chip>;
  if (toAt !== null && toAt <= now) return <Chip>{t('orderEnded', { date: days.lastDay(toAt) })}</Chip>;
  if (decidedAt !== null && servedAt === null) return <Chip dashed>{t('orderNotServed')}</Chip>;
  if (toAt !== null) {
    const left = t('orderEnds', { date: days.lastDay(toAt), left: time.length(toAt - now) });
    return <Urgency state={urgencyOf(toAt, now)}>{left}</Urgency>;
  }
  if (servedAt !== null) return <Chip>{t('orderServed', { date: days.day(servedAt) })}</Chip>;
  // Of an imported order a source says that it was made; of one that was begun here nobody has said it yet.
  const isMade = order.importKey !== null || fromAt !== null;
  return <Chip dashed>{t(isMade ? 'orderTermUnknown' : 'orderNotDecided')}</Chip>;
}
