import { choice, instant, long, ref, required, text, when } from '../field.ts';
import { defineKind, whenSpan } from './define.ts';
import { firstLine } from './fact.ts';

const WHEREABOUTS = [
  'at_large',
  'cell',
  'remand',
  'serving',
  'leave',
  'electronic_control',
  'wanted',
  'unknown',
] as const;

/** States in which he is held; a leave is none, nor is electronic control: he is at home with it. */
export const HELD_STATES: ReadonlySet<string> = new Set(['cell', 'remand', 'serving']);

/** Where the threat actor is: one line of entries for the whole book, shared by every case. Unknown counts as at large. */
export const whereabouts = defineKind({
  kind: 'whereabouts',
  table: 'whereabouts',
  scope: 'book',
  tone: 'threat',
  icon: 'pin',
  area: 'people',
  linkable: true,
  fields: {
    personId: required(ref('person')),
    since: required(when()),
    source: text(300),
    checkedAt: instant(),
    conditions: long(2_000),
    /** Where he is, or was last seen. */
    placeId: ref('place'),
    /** What changed it. A release, an escape and a leave raise what every case of his must do. */
    change: choice(['released', 'escaped', 'leave', 'taken_in', 'moved', 'other']),
    /** Expected back, from a leave. */
    backAt: instant(),
    state: required(choice(WHEREABOUTS)),
  },
  title: (v) => firstLine(v.source ?? ''),
  span: (v) => whenSpan(v.since),
  lane: null,
});
