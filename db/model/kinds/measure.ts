import { choice, instant, integer, local, long, ref, required, text } from '../field.ts';
import { instantOfLocal } from '../time.ts';
import { defineKind, type Tone } from './define.ts';
import { factFields, factSpan, factTitle, factTitleEn } from './fact.ts';
import { checkReason, checkSeries, recurrence, seriesSpan } from './plan.ts';

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
    /** `not_possible` could not be done, `not_done` was not done: never one for the other. */
    status: required(choice(['planned', 'active', 'done', 'cancelled', 'not_possible', 'not_done'])),
    statusReason: text(300),
    headcount: integer(0, 999),
    crew: text(200),
    wishId: ref('wish'),
    decidedBy: text(120),
    instruction: long(8_000),
    recurrence: recurrence(),
    /** Short name on a bar: the team or the post, «A», «N1». */
    code: text(12),
    /** Whom it protects. */
    personId: ref('person'),
    decisionId: ref('decision'),
    /** Whether it answers her wish or goes against it, and then why. */
    wishFit: choice(['answers', 'against']),
    wishReason: text(300),
    /** When it is expected to end, and when it must: between the two it is not sure that someone is there. */
    expectedEndLocal: local(),
    outerLimitLocal: local(),
    reviewAt: instant(),
    route: text(300),
    /** For a patrol: passes within the window. */
    passes: integer(1, 99),
  },
  title: factTitle,
  titleEn: factTitleEn,
  span: (v, zone) => seriesSpan(v, zone) ?? factSpan(v),
  lane: (v) => TONE_OF[v.type],
  check: (v, zone) => checkSeries(v, zone) ?? checkEnds(v, zone) ?? checkReason(v) ?? checkWish(v),
});

interface EndValues {
  readonly fromLocal: string | null;
  readonly expectedEndLocal: string | null;
  readonly outerLimitLocal: string | null;
}

/** Expected end and outer limit exist in the zone, lie after the start and in that order. */
function checkEnds({ fromLocal, expectedEndLocal, outerLimitLocal }: EndValues, zone: string) {
  let lastAt = fromLocal === null ? null : instantOfLocal(fromLocal, zone);
  for (const [field, local] of [
    ['expectedEndLocal', expectedEndLocal],
    ['outerLimitLocal', outerLimitLocal],
  ] as const) {
    if (local === null) continue;
    const at = instantOfLocal(local, zone);
    if (at === null) return { field, code: 'TIME_MISSING' };
    if (lastAt !== null && at < lastAt) return { field, code: 'END_BEFORE_START' };
    lastAt = at;
  }
  return null;
}

/** What goes against her wish says why. */
function checkWish({ wishFit, wishReason }: { wishFit: string | null; wishReason: string | null }) {
  return wishFit === 'against' && wishReason === null ? { field: 'wishReason' as const, code: 'REQUIRED' } : null;
}
