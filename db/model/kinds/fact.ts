import { flag, long, ref, suggest, text, when } from '../field.ts';
import type { RecordId } from '../ids.ts';
import type { When } from '../when.ts';
import { type Span, whenSpan } from './define.ts';

/** How sure the source is; other words are kept as written. */
const CONFIDENCES = ['verified', 'general knowledge', 'reported', 'unconfirmed'] as const;
/** Who sent or did it, as far as is known. A sentence with "he" counts `confirmed` only. */
export const SENDERS = ['confirmed', 'probable', 'unknown', 'other'] as const;
/** Forms of contact, after straffeprosessloven § 222 a and straffeloven § 266 a. */
export const CHANNELS = [
  'call',
  'sms',
  'email',
  'letter',
  'social_media',
  'gift',
  'tracker',
  'damage',
  'watching',
  'following',
  'turning_up',
  'through_others',
  'other',
] as const;

/** What every fact carries: what, when it happened, when the police knew, who, where, and from where we know it. */
export function factFields() {
  return {
    text: long(),
    textEn: long(),
    happened: when(),
    policeKnew: when(),
    actorId: ref('person'),
    actorText: text(),
    placeId: ref('place'),
    placeText: text(),
    source: text(1_000),
    confidence: suggest(CONFIDENCES),
    childrenPresent: flag(),
  };
}

interface FactValues {
  readonly text: string | null;
  readonly textEn: string | null;
  readonly happened: When | null;
  readonly actorId?: RecordId | null;
}

/** First line of the fact's text, of the English one where there is no other. */
export function factTitle(values: FactValues): string {
  return firstLine(values.text ?? '') || firstLine(values.textEn ?? '');
}

/** First line of the English text, if there is one. */
export function factTitleEn(values: FactValues): string | null {
  return values.textEn === null || values.text === null ? null : firstLine(values.textEn);
}

/** Where a fact lies in time: in its `happened`, or on the side of it that its qualifier says. */
export function factSpan(values: FactValues): Span | null {
  return whenSpan(values.happened);
}

const TITLE_LENGTH = 160;
/** Ends a title of which there is more. */
export const CUT_TITLE = '…';

/** The first line of `text`, cut at a word near 160 characters. */
export function firstLine(text: string): string {
  const line = text.trimStart().split('\n', 1)[0]?.trimEnd() ?? '';
  if (line.length <= TITLE_LENGTH) return line;
  const cut = line.lastIndexOf(' ', TITLE_LENGTH - 1);
  const end = cut > TITLE_LENGTH / 2 ? cut : TITLE_LENGTH - 1;
  // A sign of two halves is kept whole or left out.
  return `${line.slice(0, end).replace(/[\uD800-\uDBFF]$/, '')}${CUT_TITLE}`;
}
