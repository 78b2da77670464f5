import { useTranslation } from 'react-i18next';
import type { ShownRecord } from '#contract/record.ts';
import type { RecordId } from '#model/ids.ts';
import type { Values } from '#model/kinds.ts';
import { endedEarlyAt, orderState, type OrderState as Stand } from '#model/order-state.ts';
import { endOfOrder } from '#model/order-term.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Chip } from '#renderer/ui/Chip.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Panel } from '#renderer/ui/Panel.tsx';
import { useRecordWords } from '#renderer/ui/record-words.ts';
import { useTimeWords } from '#renderer/ui/time-words.ts';
import { Urgency, urgencyOf } from '#renderer/ui/Urgency.tsx';
import { useNow } from '#renderer/ui/use-now.ts';
import { useZone } from '#renderer/ui/zone.ts';
import { useDayWords } from '../day-words.ts';
import { useEdit } from '../edit.ts';
import { useLatestEndWords } from '../order-end.ts';
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
  const zone = useZone();
  const placeOf = ({ values }: ShownRecord) => PLACE[orderState(values as Values<'order'>, now, zone)];
  const inOrder = [...orders.records].sort((a, b) => placeOf(a) - placeOf(b)).slice(0, SHOWN);
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
  const zone = useZone();
  const values = order.values as Values<'order'>;
  return (
    <button
      type="button"
      className="vb-order"
      data-binds={orderState(values, now, zone) === 'in_force'}
      onClick={onOpen}
    >
      <span className="vb-order-head">
        <strong>{values.variant ? words.option('variant', values.variant) : words.kind('order')}</strong>
        <OrderState order={order} />
      </span>
      <span className="vb-order-text">{words.title(order)}</span>
    </button>
  );
}

/** Where orders stand in the list: those that hold, those that wait for something, those of which little is told, the rest. */
const PLACE: Readonly<Record<Stand, number>> = {
  in_force: 0,
  not_served: 1,
  not_final: 1,
  not_begun: 1,
  service_unknown: 2,
  draft: 2,
  ended: 3,
  lifted: 3,
  refused: 3,
};

/** A term that ends at midnight ends with the day before: the date shown is the last day in force. */
function OrderState({ order }: { order: ShownRecord }) {
  const { t } = useTranslation(['case', 'orders']);
  const time = useTimeWords();
  const days = useDayWords();
  const latest = useLatestEndWords();
  const now = useNow();
  const zone = useZone();
  const values = order.values as Values<'order'>;
  const { fromAt, servedAt } = values;
  const state = orderState(values, now, zone);
  const end = endOfOrder(values, zone);
  const notEntered = end && latest(end, state === 'ended');
  switch (state) {
    case 'lifted':
      return <Chip>{t('orderLifted', { date: days.day(endedEarlyAt(values) ?? now) })}</Chip>;
    case 'ended':
      return <Chip>{notEntered ?? t('orderEnded', { date: days.lastDay(end?.at ?? now) })}</Chip>;
    case 'not_served':
      return <Chip dashed>{t('orderNotServed')}</Chip>;
    case 'not_final':
    case 'refused':
      return <Chip dashed>{t(`orders:state.${state}`)}</Chip>;
    case 'not_begun':
      return <Chip dashed>{t('orders:state.not_begun', { date: days.day(fromAt ?? now) })}</Chip>;
    case 'draft':
      return <Chip dashed>{t('orderNotDecided')}</Chip>;
    default:
  }
  // Of one that nobody says was served only an end that was entered is told.
  if (end !== null && (state === 'in_force' || end.longest === null)) {
    const words = notEntered ?? t('orderEnds', { date: days.lastDay(end.at), left: time.length(end.at - now) });
    return <Urgency state={urgencyOf(end.at, now)}>{words}</Urgency>;
  }
  if (servedAt !== null) return <Chip>{t('orderServed', { date: days.day(servedAt) })}</Chip>;
  // Of an imported order a source says that it was made; of one that was begun here nobody has said it yet.
  const isMade = order.importKey !== null || fromAt !== null;
  return <Chip dashed>{t(isMade ? 'orderTermUnknown' : 'orderNotDecided')}</Chip>;
}
