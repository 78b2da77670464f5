import { choice, flag, instant, long, ref, required, text } from '../field.ts';
import { defineKind } from './define.ts';

/**
 * A child's facilitated interview (tilrettelagt avhør, straffeprosessloven §§ 239-239 f), a compartment of its own: it
 * lies on no timeline, in no briefing, search, board or mention, and has no title.
 */
export const childInterview = defineKind({
  kind: 'child_interview',
  table: 'child_interview',
  scope: 'case',
  tone: 'court',
  icon: 'child',
  area: 'investigation',
  linkable: false,
  fields: {
    personId: required(ref('person')),
    /** § 239 first paragraph is mandatory; second paragraph and §§ 168, 266 a are optional. */
    interviewType: required(choice(['mandatory', 'optional', 'supplementary'])),
    /** Which limit of § 239 e holds: recent or for protection one week, under six or aggrieved two, others three. */
    category: choice(['recent_or_protection', 'under_six_or_aggrieved', 'other_case']),
    basis: text(200, { protectable: 'always' }),
    /** When the limit begins to run: the report, or when the police should have seen the need; and why then. */
    clockStartAt: instant(),
    clockReason: long(2_000, { protectable: 'always' }),
    interviewLeader: text(120, { protectable: 'always' }),
    guardian: text(200, { protectable: 'always' }),
    counsel: text(120, { protectable: 'always' }),
    /** Who brings the child, in a plain car. */
    broughtBy: text(200, { protectable: 'always' }),
    placeText: text(200, { protectable: 'always' }),
    scheduledAt: instant({ protectable: 'always' }),
    heldAt: instant({ protectable: 'always' }),
    /** One week more, its reason written before the limit ended (§ 239 e fourth paragraph). */
    extendedAt: instant(),
    extensionReason: long(2_000, { protectable: 'always' }),
    /** Which comes first, the interview or the arrest. */
    interviewFirst: flag(),
    /** Which exception of § 239 e holds for a supplementary one, and when it was written down. */
    exceptionReason: long(2_000, { protectable: 'always' }),
    exceptionAt: instant(),
    followUp: long(4_000, { protectable: 'always' }),
    /** The interview that a supplementary one follows. */
    previousId: ref('child_interview'),
  },
  title: () => '',
  span: () => null,
  lane: null,
});
