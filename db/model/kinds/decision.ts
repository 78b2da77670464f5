import { choice, instant, long, ref, required, text } from '../field.ts';
import { defineKind } from './define.ts';
import { firstLine } from './fact.ts';
import { instantSpan } from './plan.ts';

/**
 * A decision (beslutning) that others rest on: apart from the plan and from who is assigned. Hours planned outside its
 * term are shown.
 */
export const decision = defineKind({
  kind: 'decision',
  table: 'decision',
  scope: 'case',
  tone: 'court',
  icon: 'scale',
  area: 'court',
  linkable: true,
  fields: {
    type: required(choice(['measure', 'order', 'custody', 'charge', 'dismissal', 'other'])),
    text: required(long(8_000)),
    /** Who decided, and in what office. */
    authority: text(120),
    form: choice(['oral', 'written']),
    decidedAt: instant(),
    /** When an oral decision was written down, ms UTC. */
    writtenAt: instant(),
    /** Act and section: «politiloven», «§ 27 a». */
    act: text(120),
    section: text(60),
    fromAt: instant(),
    untilAt: instant({ isEnd: true }),
    reasons: long(20_000),
    caseOfficer: text(120),
    personId: ref('person'),
    number: text(40),
    /** The decision it takes the place of. */
    replacesId: ref('decision'),
  },
  title: (v) => firstLine(v.text),
  // A decision without a term is a moment, not something that lasts for ever.
  span: (v) =>
    v.fromAt === null && v.untilAt === null
      ? instantSpan(v.decidedAt, v.decidedAt === null ? null : v.decidedAt + 60_000)
      : instantSpan(v.fromAt ?? v.decidedAt, v.untilAt),
  lane: () => 'court',
  check: (v) => {
    const from = v.fromAt ?? v.decidedAt;
    return from !== null && v.untilAt !== null && v.untilAt <= from
      ? { field: 'untilAt', code: 'END_BEFORE_START' }
      : null;
  },
});
