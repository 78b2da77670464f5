import { useTranslation } from 'react-i18next';
import type { TodayCase, TodayOrder } from '#contract/today.ts';
import type { RecordId } from '#model/ids.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { useNavigation } from '#renderer/ui/navigation.ts';
import { Panel } from '#renderer/ui/Panel.tsx';
import { useTimeWords } from '#renderer/ui/time-words.ts';

const DAY_MS = 24 * 60 * 60 * 1_000;
const LADDER_DAYS = 30;

interface Props {
  orders: readonly TodayOrder[];
  cases: ReadonlyMap<RecordId, TodayCase>;
  now: number;
}

/** Orders that end within 30 days on a ladder with its rungs at 14 and 7, and how far the next one has come. */
export function OrdersPanel({ orders, cases, now }: Props) {
  const { t } = useTranslation('today');
  const time = useTimeWords();
  const openCase = useNavigation((n) => n.openCase);
  return (
    <div id="vb-today-orders" tabIndex={-1} className="vb-today-panel">
      <Panel title={t('orders.title')} icon="k-order" count={t('orders.rungs')} flush>
        {orders.length === 0 ? (
          <EmptyState icon="k-order" title={t('orders.none')} />
        ) : (
          <ul className="vb-ladder">
            {orders.map((order) => {
              const one = cases.get(order.caseId);
              const alias = one ? (one.protectedPersons[0] ?? one.name) : '';
              const days = (order.endsAt - now) / DAY_MS;
              const last = time.dayName(order.endsAt - 1);
              const open = order.next === 'none';
              return (
                <li key={order.recordId}>
                  <button
                    type="button"
                    className="vb-ladder-open"
                    onClick={() => openCase(order.caseId, 'orders', order.recordId)}
                  >
                    <span className="vb-cut">
                      {alias}
                      {order.ownHome && t('orders.ownHome')}
                      {order.byJudgment && t('orders.byJudgment')}
                      {order.ofMinor && t('orders.ofMinor')}
                    </span>
                    <span>{t('orders.ends', { date: last, length: time.length(order.endsAt - now) })}</span>
                  </button>
                  <span className="vb-ladder-bar" aria-hidden="true">
                    <i style={{ width: `${Math.min(100, Math.max(1, (days / LADDER_DAYS) * 100))}%` }} />
                    <u style={{ left: `${(7 / LADDER_DAYS) * 100}%` }} />
                    <u style={{ left: `${(14 / LADDER_DAYS) * 100}%` }} />
                  </span>
                  <span className={open ? 'vb-ladder-next vb-ladder-open-end' : 'vb-ladder-next'}>
                    {t(order.byJudgment ? 'orders.next.judgment' : `orders.next.${order.next}`)}
                  </span>
                </li>
              );
            })}
          </ul>
        )}
      </Panel>
    </div>
  );
}
