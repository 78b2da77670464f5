import { choice, integer, local, long, ref, required, text } from '../field.ts';
import { defineKind, type Tone } from './define.ts';
import { factFields, factSpan, factTitle, factTitleEn } from './fact.ts';
import { checkPlan, planSpan } from './plan.ts';

const MEASURE_TYPES = ['shielding', 'guarding', 'patrol', 'transport', 'other'] as const;
export type MeasureType = (typeof MEASURE_TYPES)[number];

const TONE_OF: Record<MeasureType, Tone> = {
  shielding: 'shield',
  guarding: 'guard',
  patrol: 'patrol',
  transport: 'transport',
  other: 'note',
};

/**
 * A protective measure: planned (wall-clock start and end) or, where a source only tells that it was done, a fact.
 * Plan is not fact: only a status of active or done says that it took place.
 */
export const measure = defineKind({
  kind: 'measure',
  table: 'measure',
  scope: 'case',
  tone: 'guard',
  icon: 'k-guard',
  area: 'measures',
  linkable: true,
  fields: {
    ...factFields(),
    type: required(choice(MEASURE_TYPES)),
    fromLocal: local(),
    toLocal: local(),
    status: required(choice(['planned', 'active', 'done', 'cancelled', 'not_possible'])),
    statusReason: text(300),
    headcount: integer(0, 999),
    crew: text(200),
    wishId: ref('wish'),
    decidedBy: text(120),
    instruction: long(8_000),
  },
  title: factTitle,
  titleEn: factTitleEn,
  span: (v, zone) => planSpan(v, zone) ?? factSpan(v),
  lane: (v) => TONE_OF[v.type],
  check: checkPlan,
});
