import { choice, instant, long, ref, required, text } from '../field.ts';
import { defineKind } from './define.ts';
import { firstLine } from './fact.ts';
import { instantSpan } from './plan.ts';

/** One term of an order: a place, a contact, an area, a person of the protected circle, a control, an exception. */
export const orderTerm = defineKind({
  kind: 'order_term',
  caseFile: true,
  table: 'order_term',
  scope: 'case',
  tone: 'order',
  icon: 'k-order',
  area: 'orders',
  linkable: false,
  listed: false,
  fields: {
    orderId: required(ref('order')),
    type: required(choice(['place', 'contact', 'area', 'circle', 'electronic_control', 'exception'])),
    /** The term as the order words it. */
    text: long(2_000),
    placeId: ref('place'),
    personId: ref('person'),
  },
  title: (v) => firstLine(v.text ?? ''),
  span: () => null,
  lane: null,
});

/** One attempt to serve an order (forkynnelse, domstolloven chapter 9); a failed one is kept. */
export const orderService = defineKind({
  kind: 'order_service',
  caseFile: true,
  table: 'order_service',
  scope: 'case',
  tone: 'order',
  icon: 'k-order',
  area: 'orders',
  linkable: false,
  listed: false,
  fields: {
    orderId: required(ref('order')),
    attemptAt: required(instant()),
    outcome: required(choice(['served', 'failed', 'document_lost'])),
    method: choice(['in_person', 'by_prosecutor', 'electronic', 'process_server', 'other']),
    byWhom: text(120),
    proof: text(300),
    note: long(1_000),
  },
  title: (v) => firstLine(v.proof ?? v.note ?? ''),
  span: (v) => instantSpan(v.attemptAt, v.attemptAt + 60_000),
  lane: null,
});
