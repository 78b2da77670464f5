/** Where the protected person is planned to be, and when she and the threat actor are expected at the same place. */
import { local, long, ref, required, text } from '../field.ts';
import { defineKind } from './define.ts';
import { firstLine } from './fact.ts';
import { checkPlan, planSpan } from './plan.ts';

/** A planned stay: needs follow her there, and what is planned at another place covers nothing meanwhile. */
export const stay = defineKind({
  kind: 'stay',
  table: 'stay',
  scope: 'case',
  tone: 'shield',
  icon: 'pin',
  area: 'measures',
  linkable: true,
  fields: {
    personId: required(ref('person')),
    placeId: required(ref('place')),
    fromLocal: required(local()),
    toLocal: local(),
    text: long(2_000),
  },
  title: (v) => firstLine(v.text ?? ''),
  span: planSpan,
  lane: () => 'shield',
  check: checkPlan,
});

/** Someone's appearance at a court or another place where she and the threat actor must never meet. */
export const appearance = defineKind({
  kind: 'appearance',
  table: 'appearance',
  scope: 'case',
  tone: 'court',
  icon: 'k-court',
  area: 'court',
  linkable: true,
  fields: {
    personId: required(ref('person')),
    placeId: ref('place'),
    courtStepId: ref('court_step'),
    arriveLocal: required(local()),
    leaveLocal: local(),
    /** Entrance, as written; not known counts as the same one. */
    door: text(120),
    /** What is done if the hearing is adjourned, or he is released in court. */
    planB: long(2_000),
  },
  title: (v) => v.door ?? '',
  span: (v, zone) => planSpan({ fromLocal: v.arriveLocal, toLocal: v.leaveLocal }, zone),
  lane: () => 'court',
  check: (v, zone) => {
    const wrong = checkPlan({ fromLocal: v.arriveLocal, toLocal: v.leaveLocal }, zone);
    if (!wrong) return null;
    return {
      field: wrong.field === 'fromLocal' ? ('arriveLocal' as const) : ('leaveLocal' as const),
      code: wrong.code,
    };
  },
});
