import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrderView } from '#contract/orders.ts';
import type { ShownRecord } from '#contract/record.ts';
import type { RecordId } from '#model/ids.ts';
import type { Values } from '#model/kinds.ts';
import { isOver } from '#model/order-state.ts';
import { useAction } from '#renderer/client/hooks.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Chip } from '#renderer/ui/Chip.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { Icon } from '#renderer/ui/Icon.tsx';
import { useNavigation } from '#renderer/ui/navigation.ts';
import { useRecordWords } from '#renderer/ui/record-words.ts';
import { useTimeWords } from '#renderer/ui/time-words.ts';
import { Urgency, urgencyOf } from '#renderer/ui/Urgency.tsx';
import { useNow } from '#renderer/ui/use-now.ts';
import { useDayWords } from '../day-words.ts';
import { useEdit } from '../edit.ts';
import { useLatestEndWords } from '../order-end.ts';
import { ContradictionLine } from './ContradictionLine.tsx';
import { ExpiryLadder } from './ExpiryLadder.tsx';
import { ServeDialog } from './ServeDialog.tsx';

/** One order: whether it binds him, until when, how it was served, what it forbids, and what comes after it. */
export function OrderCard({ view }: { view: OrderView }) {
  const { t } = useTranslation(['orders', 'package']);
  const words = useRecordWords();
  const time = useTimeWords();
  const edit = useEdit();
  const openCase = useNavigation((n) => n.openCase);
  const [isServing, setServing] = useState(false);
  const { order, state, terms, services, contradictions } = view;
  const values = order.values as Values<'order'>;
  const hasNext = view.followedBy !== null || !isWatched(state);
  const name = values.variant ? words.option('variant', values.variant) : words.kind('order');
  return (
    <article className="vb-panel vb-order-card" data-state={state} aria-label={name}>
      <header>
        <Icon name="k-order" />
        <button type="button" className="vb-order-name" onClick={() => edit.open(order.id)}>
          {name}
        </button>
        <span className="vb-muted vb-cut">{words.title(order) === name ? '' : words.title(order)}</span>
        <StateChip view={view} />
      </header>
      <p>
        {values.servedAt === null ? (
          <strong>{state === 'not_served' ? t('notServed') : ''}</strong>
        ) : (
          [
            [
              t('served', { at: time.stamp(values.servedAt) }),
              values.servedBy && t('servedBy', { who: values.servedBy }),
            ]
              .filter(Boolean)
              .join(' '),
            values.servedProof && t('proof', { proof: values.servedProof }),
          ]
            .filter(Boolean)
            .join(' · ')
        )}
      </p>
      {services.length > 0 && (
        <ul className="vb-order-terms" aria-label={t('attempts', { count: services.length })}>
          {services.map((one) => (
            <li key={one.id}>
              <Attempt attempt={one} />
            </li>
          ))}
        </ul>
      )}
      {terms.length > 0 ? (
        <ul className="vb-order-terms" aria-label={t('terms')}>
          {terms.map((term) => (
            <li key={term.id}>
              <button type="button" onClick={() => edit.open(term.id)}>
                <Chip tone="order">{words.option('type', String(term.values.type))}</Chip> {words.title(term)}
              </button>
            </li>
          ))}
        </ul>
      ) : (
        values.terms && <p className="vb-order-words">{values.terms}</p>
      )}
      {isWatched(state) && view.end !== null && <ExpiryLadder endsAt={view.end.at} />}
      {contradictions.map((one) => (
        <ContradictionLine
          key={`${one.code}${one.sides[0]?.what}`}
          contradiction={one}
          onOpen={(side) => edit.open(side.recordId)}
        />
      ))}
      {(view.breaches > 0 || !hasNext) && (
        <p className="vb-order-since">
          {view.breaches > 0 && (
            <span className="vb-sec">
              {t('breaches', { count: view.breaches })}, {t('contacts', { count: view.contacts })}
            </span>
          )}
          {!hasNext && <strong>{t('renewNone')}</strong>}
        </p>
      )}
      <footer>
        {state !== 'draft' && state !== 'refused' && order.caseId !== null && (
          <Button size="sm" icon="export" onClick={() => openCase(order.caseId as RecordId, 'briefings', order.id)}>
            {t('package:export')}
          </Button>
        )}
        <Button size="sm" onClick={() => edit.create('order_term', { orderId: order.id })}>
          {t('addTerm')}
        </Button>
        {!isOver(state) && (
          <Button size="sm" onClick={() => setServing(true)}>
            {t('serve')}
          </Button>
        )}
        <Renewal view={view} />
      </footer>
      {isServing && <ServeDialog orderId={order.id} onClose={() => setServing(false)} />}
    </article>
  );
}

/** One attempt of service, as it was told; it opens where it is corrected. */
function Attempt({ attempt }: { attempt: ShownRecord }) {
  const words = useRecordWords();
  const time = useTimeWords();
  const edit = useEdit();
  const { attemptAt, outcome, method, byWhom, proof, note } = attempt.values as Values<'order_service'>;
  const more = [method && words.option('method', method), byWhom, proof, note];
  return (
    <button type="button" onClick={() => edit.open(attempt.id)}>
      <Chip dashed={outcome !== 'served'}>{words.option('outcome', outcome)}</Chip>
      <span className="vb-nowrap">{time.stamp(attemptAt)}</span>
      <span className="vb-muted vb-cut">{more.filter(Boolean).join(', ')}</span>
    </button>
  );
}

/** True for one that binds him, or will once it is served: its end matters, and what comes after it. */
/** Its end is ahead and is watched, also while nobody knows whether it was served, or it has not begun. */
const isWatched = (state: OrderView['state']) => !isOver(state) && state !== 'not_final';

/** An order that nothing follows is soon over this long before its end: a new one must be served before it. */
const WEEK_MS = 7 * 86_400_000;

/** How it stands, in ink: what binds until when, what does not bind and why. */
function StateChip({ view }: { view: OrderView }) {
  const { t } = useTranslation('orders');
  const time = useTimeWords();
  const days = useDayWords();
  const now = useNow();
  const latest = useLatestEndWords();
  const { state, end } = view;
  const { fromAt } = view.order.values as Values<'order'>;
  const notEntered = end && latest(end, state === 'ended');
  if (state === 'in_force') {
    if (end === null) return <Chip dashed>{t('noEnd')}</Chip>;
    const words = notEntered ?? t('ends', { date: days.lastDay(end.at), left: time.length(end.at - now) });
    const isClose = end.at - now <= WEEK_MS && view.followedBy === null;
    return <Urgency state={isClose ? 'soon' : urgencyOf(end.at, now)}>{words}</Urgency>;
  }
  if (state === 'ended' && notEntered) return <Chip>{notEntered}</Chip>;
  const date = state === 'ended' ? (end?.at ?? null) : fromAt;
  const words = t(`state.${state}`, { date: date === null ? '' : days.day(date) });
  if (state === 'not_served') return <Urgency state="over">{words}</Urgency>;
  return <Chip dashed={state !== 'ended' && state !== 'lifted'}>{words}</Chip>;
}

/** Renewal is a chain: what follows this order, or that nothing is prepared. */
function Renewal({ view }: { view: OrderView }) {
  const { t } = useTranslation('orders');
  const edit = useEdit();
  const renew = useAction('order.renew');
  const { followedBy, state, order } = view;
  if (followedBy) {
    return (
      <Button size="sm" icon="arrow-r" onClick={() => edit.open(followedBy.id)}>
        {t('renewDraft', { state: t(`state.${followedBy.state}`, { date: '' }).trim() })}
      </Button>
    );
  }
  // One that has ended can still be followed by a new one.
  if (!isWatched(state) && state !== 'ended') return null;
  return (
    <>
      <ErrorNotice error={renew.error} />
      <Button
        size="sm"
        icon="plus"
        title={t('renewWhy')}
        disabled={renew.isPending}
        onClick={() => renew.mutate({ id: order.id }, { onSuccess: ({ id }) => edit.open(id) })}
      >
        {t('renew')}
      </Button>
    </>
  );
}
