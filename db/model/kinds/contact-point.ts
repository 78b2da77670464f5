import { choice, instant, integer, long, ref, required, text } from '../field.ts';
import { defineKind } from './define.ts';
import { firstLine } from './fact.ts';
import { PROTECTIONS } from './place.ts';

/**
 * A way to reach a person. The ordinary rule says how she is reached safely (hours, who may be listening); the danger
 * rule holds at any hour and is never suppressed by the ordinary one.
 */
export const contactPoint = defineKind({
  kind: 'contact_point',
  table: 'contact_point',
  scope: 'book',
  tone: 'need',
  icon: 'phone',
  area: 'people',
  linkable: false,
  fields: {
    personId: required(ref('person')),
    rule: required(choice(['ordinary', 'danger', 'never'])),
    /** Order within its rule, 1 first. */
    rank: integer(1, 99),
    channel: required(choice(['call', 'sms', 'app', 'email', 'letter', 'through_other', 'patrol_at_door', 'alarm'])),
    value: text(200, { protectable: 'record' }),
    hours: text(120),
    codeWord: text(80, { protectable: 'always' }),
    listeners: text(200),
    instruction: long(1_000),
    /** Last confirmed with her, ms UTC. */
    confirmedAt: instant(),
    /** Not to be trusted since, ms UTC. */
    compromisedAt: instant(),
    protection: required(choice(PROTECTIONS)),
  },
  title: (v) => firstLine(v.hours ?? v.instruction ?? ''),
  span: () => null,
  lane: null,
});
