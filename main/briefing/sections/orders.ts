import type { BriefingBlock, BriefingSection, KeyValue, Row } from '#model/briefing.ts';
import { firstLine } from '#model/kinds/fact.ts';
import type { BookRecord } from '#model/kinds.ts';
import { isOver, type OrderState, orderState } from '#model/order-state.ts';
import { endOfOrder } from '#model/order-term.ts';
import type { Material } from '../material.ts';
import { type Fact, inLanguage, tellFact } from '../tell.ts';
import { factsOf, factTime } from '../timeline.ts';
import type { Words } from '../words.ts';

type Order = BookRecord<'order'>;

/** Orders that bind him now or may soon, then those that do not; and what is recorded as possible breaches of them. */
export function ordersInForce(m: Material, w: Words): BriefingSection {
  const states = m.order.map((order) => ({ order, state: orderState(order.values, m.now, m.case.values.zone) }));
  const live = states.filter(({ state }) => !isOver(state));
  const over = states.filter(({ state }) => state === 'ended' || state === 'lifted').length;
  const blocks: BriefingBlock[] = [];
  if (!live.some(({ state }) => state === 'in_force')) {
    blocks.push({ type: 'text', text: w.t('orders.noneInForce'), strong: true });
  }
  for (const { order, state } of live.sort((a, b) => rank(a.state) - rank(b.state))) {
    blocks.push({ type: 'facts', items: orderFacts(order, state, w) });
  }
  if (over > 0) blocks.push({ type: 'text', text: w.t('orders.over', { count: over }) });
  blocks.push(...breaches(m, w));
  return { id: 'orders', heading: w.t('orders.heading'), blocks };
}

/** One order: what it is, whether it binds him now and until when, who decided it, its terms. */
function orderFacts({ values }: Order, state: OrderState, w: Words): KeyValue[] {
  const items: KeyValue[] = [
    { key: w.t('orders.order'), value: orderName(values, w), strong: true },
    { key: w.t('orders.state'), value: w.t(`orders.is.${state}`), strong: true },
  ];
  const add = (key: string, at: number | null) => {
    if (at !== null) items.push({ key: w.t(`kinds:field.${key}`), value: w.at(at) });
  };
  add('decidedAt', values.decidedAt);
  if (values.decidedAt === null && values.happened) {
    items.push({ key: w.t('fact.time'), value: w.when(values.happened) });
  }
  if (values.decidedBy) items.push({ key: w.t('kinds:field.decidedBy'), value: values.decidedBy });
  add('servedAt', values.servedAt);
  add('fromAt', values.fromAt);
  const terms = values.terms ?? inLanguage(values.text, values.textEn, w);
  items.push({ key: w.t('kinds:field.toAt'), value: orderEnd(values, w) ?? w.t('orders.noEnd') });
  if (terms) items.push({ key: w.t('orders.terms'), value: terms });
  return items;
}

/** An order in three lines: what it is, whether it binds him now and until when, its terms. */
export function orderInShort({ values }: Order, state: OrderState, w: Words): KeyValue[] {
  const word = w.t(`orders.is.${state}`);
  const terms = values.terms ?? inLanguage(values.text, values.textEn, w);
  const end = orderEnd(values, w);
  const now = end === null ? word : w.t('orders.until', { state: word, at: end });
  return [
    { key: w.t('orders.order'), value: orderName(values, w), strong: true },
    { key: w.t('orders.state'), value: now, strong: true },
    ...(terms ? [{ key: w.t('orders.terms'), value: terms }] : []),
  ];
}

/** Until when an order holds: as entered, else at the latest by the law; null where neither is known. */
export function orderEnd(values: Order['values'], w: Words): string | null {
  const end = endOfOrder(values, w.zone);
  if (end === null) return null;
  if (end.longest === null) return w.end(end.at);
  return w.t('orders.latestEnd', { at: w.end(end.at), source: w.t(`orders:source.${end.longest}`) });
}

export function orderName(values: Order['values'], w: Words): string {
  return values.variant ? w.option('variant', values.variant) : w.kind('order');
}

function rank(state: OrderState): number {
  return ['in_force', 'not_served', 'service_unknown', 'not_final', 'not_begun'].indexOf(state);
}

const MOST_BREACHES = 5;

function breaches(m: Material, w: Words): BriefingBlock[] {
  const facts = factsOf(m, ['breach']);
  if (facts.length === 0) return [{ type: 'text', text: w.t('orders.noBreach') }];
  const names = new Map(m.order.map(({ id, values }) => [id, orderName(values, w)]));
  const shown = facts.slice(-MOST_BREACHES);
  const key = shown.length < facts.length ? 'orders.breachesNewest' : 'orders.breaches';
  const heading = w.t(key, { count: facts.length, shown: shown.length });
  return [
    { type: 'text', text: heading, strong: true },
    {
      type: 'table',
      columns: [
        { heading: w.t('fact.time'), width: 'time' },
        { heading: w.t('orders.status'), width: 'short' },
        { heading: w.t('fact.what'), width: 'rest' },
      ],
      rows: shown.map((fact) => breachRow(fact, names, m, w)),
    },
  ];
}

function breachRow(fact: Fact, names: ReadonlyMap<string, string>, m: Material, w: Words): Row {
  const { status, decidedAt, orderId } = fact.values as BookRecord<'breach'>['values'];
  const word = status ? w.option('status', status) : w.t('orders.noStatus');
  const decided = decidedAt === null ? {} : { note: w.at(decidedAt) };
  const order = (orderId && names.get(orderId)) ?? w.t('orders.orderUnknown');
  return {
    tone: 'breach',
    cells: [
      { text: factTime(fact, w) },
      { text: word, ...decided },
      { text: firstLine(tellFact(fact, m, w).text), note: order },
    ],
  };
}
