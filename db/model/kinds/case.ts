import { choice, long, required, text } from '../field.ts';
import { isZone } from '../time.ts';
import { defineKind } from './define.ts';

/** Levels of Beskyttelsesinstruksen §§ 1-4; the grades of sikkerhetsloven are for national security and not offered. */
export const MARKINGS = ['fortrolig', 'strengt_fortrolig'] as const;
export type Marking = (typeof MARKINGS)[number];

/** A case: everything about protecting one or more persons against one or more threat actors. */
export const caseKind = defineKind({
  kind: 'case',
  caseFile: true,
  table: 'protection_case',
  scope: 'book',
  tone: 'note',
  icon: 'cases',
  area: 'overview',
  linkable: true,
  fields: {
    name: required(text(120)),
    number: text(40),
    marking: required(choice(MARKINGS)),
    status: required(choice(['open', 'closed'])),
    /** IANA zone in which the case's plans and dates are meant. */
    zone: required(text(64)),
    summary: long(20_000, { keptFromCharged: true }),
  },
  title: (v) => v.name,
  span: () => null,
  lane: null,
  // A zone nobody knows would make every plan of the case vanish.
  check: (v) => (isZone(v.zone) ? null : { field: 'zone', code: 'ZONE' }),
});
