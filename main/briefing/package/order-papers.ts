import type { BriefingBlock, BriefingSection, KeyValue, Row } from '#model/briefing.ts';
import type { Material } from '../material.ts';
import { orderEnd, orderName } from '../sections/orders.ts';
import { inLanguage } from '../tell.ts';
import type { Words } from '../words.ts';

type Order = Material['order'][number];

/** Every order that was decided: what it forbids, since when he knows of it, and how that is proved. */
export function orderPapers(m: Material, w: Words): BriefingSection {
  const decided = m.order.filter(({ values: { stage } }) => !['draft', 'requested', 'refused'].includes(stage ?? ''));
  const blocks: BriefingBlock[] = decided.flatMap((order) => [
    { type: 'subheading' as const, text: orderName(order.values, w) },
    { type: 'facts' as const, items: facts(order, m, w) },
    ...attempts(order, m, w),
  ]);
  if (blocks.length === 0) blocks.push({ type: 'empty', text: w.t('package:orders.none') });
  return { id: 'orders', heading: w.t('package:orders.heading'), blocks };
}

function facts(order: Order, m: Material, w: Words): KeyValue[] {
  const { values } = order;
  const items: KeyValue[] = [];
  const add = (key: string, value: string | number | null) => {
    if (value === null || value === '') return;
    items.push({ key: w.t(`kinds:field.${key}`), value: typeof value === 'number' ? w.at(value) : value });
  };
  add('decidedAt', values.decidedAt);
  add('decidedBy', values.decidedBy);
  if (values.decisionForm === 'oral') add('writtenAt', values.writtenAt);
  items.push({
    key: w.t('kinds:field.servedAt'),
    value: values.servedAt === null ? w.t('package:orders.notServed') : w.at(values.servedAt),
    strong: true,
  });
  add('servedBy', values.servedBy);
  add('servedHow', values.servedHow);
  add('servedProof', values.servedProof);
  add('knownSinceAt', values.knownSinceAt);
  add('fromAt', values.fromAt);
  const end = orderEnd(values, w);
  if (end !== null) items.push({ key: w.t('kinds:field.toAt'), value: end });
  add('liftedAt', values.liftedAt);
  const terms = m.order_term.filter((term) => term.values.orderId === order.id);
  for (const term of terms) {
    items.push({ key: w.option('type', term.values.type), value: term.values.text ?? '' });
  }
  if (terms.length === 0) add('terms', values.terms ?? inLanguage(values.text, values.textEn, w));
  return items;
}

function attempts(order: Order, m: Material, w: Words): BriefingBlock[] {
  const rows = m.order_service
    .filter(({ values }) => values.orderId === order.id)
    .sort((a, b) => a.values.attemptAt - b.values.attemptAt)
    .map(({ values }): Row => {
      const method = values.method && w.option('method', values.method);
      const rest = [method, values.byWhom, values.proof].filter(Boolean).join(', ');
      return {
        cells: [{ text: w.at(values.attemptAt) }, { text: w.option('outcome', values.outcome) }, { text: rest }],
      };
    });
  if (rows.length === 0) return [];
  const columns = [
    { heading: w.t('kinds:field.attemptAt'), width: 'time' },
    { heading: w.t('kinds:field.outcome'), width: 'short' },
    { heading: w.t('kinds:field.proof'), width: 'rest' },
  ] as const;
  return [{ type: 'table', columns, rows }];
}
