import { choice, instant, long, text } from '../field.ts';
import { defineKind } from './define.ts';
import { factFields, factSpan, factTitle, factTitleEn } from './fact.ts';
import { instantSpan } from './plan.ts';

/** Straffeprosessloven §§ 222 a, 222 c and 222 g; straffeloven §§ 57-58. */
const ORDER_VARIANTS = [
  'restraining_order',
  'own_home_ban',
  'contact_ban',
  'stay_away_ban',
  'electronic_control',
  'other',
] as const;

/** An order against the threat actor. Decided but not served is shown as not in force against him. */
export const order = defineKind({
  kind: 'order',
  table: 'protection_order',
  scope: 'case',
  tone: 'order',
  icon: 'k-order',
  area: 'orders',
  linkable: true,
  fields: {
    ...factFields(),
    variant: choice(ORDER_VARIANTS),
    terms: long(8_000),
    decidedAt: instant(),
    decidedBy: text(120),
    servedAt: instant(),
    servedHow: text(200),
    fromAt: instant(),
    toAt: instant(),
    liftedAt: instant(),
  },
  title: factTitle,
  titleEn: factTitleEn,
  // The term of the order where it is known, else the fact that it was made.
  span: (v) => instantSpan(v.fromAt ?? v.servedAt ?? v.decidedAt, v.liftedAt ?? v.toAt) ?? factSpan(v),
  lane: () => 'order',
  check: (v) =>
    v.fromAt !== null && v.toAt !== null && v.toAt <= v.fromAt ? { field: 'toAt', code: 'END_BEFORE_START' } : null,
});
