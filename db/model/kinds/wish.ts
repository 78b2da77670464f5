import { choice, long, ref, required, text, when } from '../field.ts';
import { defineKind, whenSpan } from './define.ts';
import { firstLine } from './fact.ts';

/** What she needs and wishes, in her own words, dated; opens every case, every measure and every briefing. */
export const wish = defineKind({
  kind: 'wish',
  table: 'wish',
  scope: 'case',
  tone: 'need',
  icon: 'k-need',
  area: 'overview',
  linkable: true,
  fields: {
    personId: ref('person'),
    type: required(choice(['need', 'wish', 'refusal', 'consent'])),
    words: required(long(8_000)),
    wordsEn: long(8_000),
    said: when(),
    toldTo: text(120),
    /** For a consent: what it covers and what she answered. */
    consent: choice(['given', 'refused', 'withdrawn']),
    owner: text(120),
  },
  title: (v) => firstLine(v.words),
  titleEn: (v) => v.wordsEn && firstLine(v.wordsEn),
  span: (v) => whenSpan(v.said),
  lane: () => 'need',
});
