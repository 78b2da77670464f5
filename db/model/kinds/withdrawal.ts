import { choice, flag, instant, ref, required, text } from '../field.ts';
import { defineKind } from './define.ts';
import { factFields, factSpan, factTitle, factTitleEn } from './fact.ts';

/** What she no longer wants, one thing a record: it is neither a gap nor calm, and ends neither case nor prosecution. */
export const withdrawal = defineKind({
  kind: 'withdrawal',
  table: 'withdrawal',
  scope: 'case',
  tone: 'need',
  icon: 'k-need',
  area: 'overview',
  linkable: true,
  fields: {
    ...factFields(),
    thing: required(
      choice([
        'statement',
        'report',
        'order_request',
        'sharing_consent',
        'measure',
        'contact_with_us',
        'relationship_resumed',
      ]),
    ),
    personId: ref('person'),
    /** The measure, report or order it is about. */
    aboutId: ref('*'),
    /** Was she asked alone, and who was there. */
    askedAlone: flag(),
    presentText: text(300),
    /** Next safe contact with her: never left open. */
    nextContactAt: required(instant()),
  },
  title: factTitle,
  titleEn: factTitleEn,
  span: factSpan,
  lane: () => 'need',
});
