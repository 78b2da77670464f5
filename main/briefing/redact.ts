import { type Profile, WITHHELD } from '#model/briefing.ts';
import { cleanText, composed } from '#model/clean-text.ts';
import { understoodDocument } from '#model/document/parse.ts';
import { toldText } from '#model/document/told.ts';
import type { Field } from '#model/field.ts';
import { fieldsOf, isWithheld, type Kind } from '#model/kinds.ts';
import { sentencesOf, spaceAfter } from './sentences.ts';

/**
 * Why something was left out: an address or number under protection, a code word, who serves and how many, what its kind
 * keeps from the charged person, a sentence, a statement by its handling code.
 */
export type Reason = 'protected' | 'code' | 'staffing' | 'kept' | 'sentence' | 'conditional';

/** Fields that say how many serve, who they are or who sent them: a lost card must not tell when she is alone. */
const STAFFING: Partial<Record<Kind, readonly string[]>> = { measure: ['headcount', 'crew', 'decidedBy'] };

/** True for a kind with values that the charged person is not told although they are no address and no number. */
export function isKeptFromCharged(kind: Kind): boolean {
  return STAFFING[kind] !== undefined || fieldsOf(kind).some(([, field]) => field.keptFromCharged);
}

/** Why a field of these values stays out of a briefing for `profile`, or null if it may be told. */
function reasonToWithhold(
  kind: Kind,
  name: string,
  field: Field<unknown>,
  values: Readonly<Record<string, unknown>>,
  profile: Profile,
): Reason | null {
  if (field.protectable === 'always') return 'code';
  if (isWithheld(field, values)) return 'protected';
  if (profile === 'leder') return null;
  if (profile === 'saksdokumenter') {
    // The charged person reads all of it: no address, entrance or number of hers, whatever its grade.
    if (field.protectable !== null) return 'protected';
    if (field.keptFromCharged || isOwnerOfFile(kind, name, values)) return 'kept';
  }
  // A card can be lost: an address block of the lower grade keeps its values off it as well.
  if (field.protectable === 'record' && values.protection !== 'none') return 'protected';
  return STAFFING[kind]?.includes(name) ? 'staffing' : null;
}

/**
 * From whom a file came, and to whom it went back, in the words of its chain of custody: that is its source, which the
 * charged person is not told. One name alone on a step of intake is whoever took it in.
 */
function isOwnerOfFile(kind: Kind, name: string, { step, toWhom }: Readonly<Record<string, unknown>>): boolean {
  if (kind !== 'custody_event') return false;
  return (step === 'received' && name === 'person' && !!toWhom) || (step === 'returned' && name === 'toWhom');
}

/** A value that must not be told, found while reading, with why. */
export interface Hidden {
  readonly text: string;
  readonly reason: Reason;
}

/**
 * Values of a record without what is withheld: texts become the bar, everything else null.
 * @param assessment the word that tells an assessment from a fact beside a grade
 */
export function withoutWithheld(
  kind: Kind,
  values: Readonly<Record<string, unknown>>,
  profile: Profile,
  assessment?: string,
): { values: Record<string, unknown>; hidden: Hidden[] } {
  const left: Record<string, unknown> = { ...values };
  const hidden: Hidden[] = [];
  for (const [name, field] of fieldsOf(kind)) {
    const value = values[name];
    if (value === null || value === undefined || value === '') continue;
    const reason = reasonToWithhold(kind, name, field, values, profile);
    if (!reason) continue;
    left[name] = typeof value === 'string' && reason !== 'staffing' && reason !== 'kept' ? WITHHELD : null;
    hidden.push({ text: typeof value === 'string' ? value : '', reason });
  }
  if (kind === 'note') {
    left.text = noteText(values, profile, assessment);
    if (left.text === WITHHELD) hidden.push({ text: '', reason: 'conditional' });
  }
  return { values: left, hidden };
}

/**
 * What a note tells: without struck words; to the lead with its grades, to others without them and without statements
 * that may be passed on only on conditions. Of one with parts that are not understood nothing can be taken out: its text
 * is told to the lead, and to others a bar.
 */
function noteText(
  { document, text, criminalCase }: Readonly<Record<string, unknown>>,
  profile: Profile,
  assessment?: string,
): unknown {
  if (typeof document !== 'string') return text ?? null;
  const isLead = profile === 'leder';
  const understood = understoodDocument(document);
  if (!understood) return isLead || !text ? (text ?? null) : WITHHELD;
  const grades = isLead && criminalCase !== true;
  const word = assessment === undefined ? {} : { assessment };
  return toldText(understood, { grades, conditional: isLead, bar: WITHHELD, ...word }) || null;
}

const NOBODY: ReadonlySet<string> = new Set();

/** A name as it is compared with another one. */
export function nameKey(name: string): string {
  return name.trim().toLocaleLowerCase('nb');
}

/** Replaces what free text would give away; tells how often it had to. */
export type Scrub = (text: string) => { readonly text: string; readonly hits: number };

/**
 * Keeps hidden values out of free text. A sentence that holds a protected address or number is dropped whole, because
 * what is left of it may point to the place; of a code word or a name on duty only the word goes.
 * @param known names, as `nameKey` writes them, of whom the paper itself tells what they did
 */
export function createScrub(hidden: readonly Hidden[], known: ReadonlySet<string> = NOBODY): Scrub {
  const addresses = addressesOf(hidden);
  const words = hidden
    // What a kind keeps from the charged person is looked for by a person, sentence by sentence.
    .filter(({ reason }) => reason !== 'protected' && reason !== 'kept')
    .flatMap(({ text, reason }) => {
      return reason === 'staffing' ? [text, ...parts(text)].filter((name) => !known.has(nameKey(name))) : [text];
    });
  const address = patternOf(addresses, 'iu');
  const word = patternOf(words, 'giu');
  return (text) => {
    const whole = legible(text);
    let hits = 0;
    let left = whole;
    if (address?.test(whole)) {
      left = sentencesOf(whole)
        .map((sentence) => {
          if (!address.test(sentence)) return sentence;
          hits += 1;
          return `${WITHHELD}${spaceAfter(sentence)}`;
        })
        .join('');
      // A value that runs over the end of a sentence is seen in no single one of them.
      if (hits === 0 || address.test(left)) return { text: WITHHELD, hits: Math.max(1, hits) };
    }
    if (word) {
      left = left.replace(word, () => {
        hits += 1;
        return WITHHELD;
      });
    }
    return { text: hits === 0 ? text : left, hits };
  };
}

/**
 * Puts the bar in the place of each hidden value, and leaves what stands around it; null when nothing is hidden. For the
 * screen of somebody who may read the text itself: it must not show by the way what is revealed only with a trace.
 */
export function createMask(hidden: readonly Hidden[]): ((text: string) => string) | null {
  const words = hidden.filter(({ reason }) => reason === 'code').map(({ text }) => text);
  const value = patternOf([...addressesOf(hidden), ...words], 'giu');
  if (!value) return null;
  return (text) => {
    const seen = legible(text);
    const left = seen.replace(value, WITHHELD);
    return left === seen ? text : left;
  };
}

/** Joiners are kept in texts because some scripts need them. */
const JOINERS = /[\u200c\u200d]/g;

/** A text as it is looked through for hidden values: a sign that shows nothing must not carry one past. */
function legible(text: string): string {
  return composed(cleanText(text)).replace(JOINERS, '');
}

function addressesOf(hidden: readonly Hidden[]): string[] {
  return hidden.filter(({ reason }) => reason === 'protected').flatMap(({ text }) => [text, ...telling(text)]);
}

/** Parts of an address that carry a number: a note rarely has the whole of it. */
function telling(text: string): string[] {
  return parts(text).filter((part) => part.length >= 5 && /\d/.test(part));
}

/** A list of names in parts; nothing where it is one. */
export function parts(text: string): string[] {
  const split = text.split(/[,;/\n]|\s(?:og|and)\s/).map((part) => part.trim());
  return split.length < 2 ? [] : split.filter((part) => part.length >= 3);
}

const LETTER = '[\\p{L}\\p{N}]';

/**
 * Matches any of the texts as whole words, whatever their case and spacing, and in every spelling in which search finds
 * them (`db/search/fold.ts`); null where there are none.
 */
export function patternOf(texts: readonly string[], flags: string): RegExp | null {
  const sources = new Set(
    texts
      .map((text) => legible(text).trim())
      .filter((text) => text !== '')
      .map(sourceOf),
  );
  if (sources.size === 0) return null;
  const longestFirst = [...sources].sort((a, b) => b.length - a.length);
  return new RegExp(`(?<!${LETTER})(?:${longestFirst.join('|')})(?!${LETTER})`, flags);
}

/** What may stand between the digits of a number; of dashes any. */
const BETWEEN_DIGITS = '[\\s()./\\-\\u2010-\\u2015\\u2212]*';
const NUMBER = /^[+\d\s()./\-\u2010-\u2015\u2212]+$/;
/** Spaces, numbers, letters, and whatever else stands in an address. */
const PIECES = /\s+|\p{N}+|[\p{L}\p{M}]+|[^\s\p{N}\p{L}\p{M}]+/gu;
const IS_SPACE = /^\s/;
const IS_NUMBER = /^\p{N}/u;
const IS_WORD = /^[\p{L}\p{M}]/u;
/** A short name without a number is an everyday word in another spelling: Bø is not bo. */
const SPELLED_LENGTH = 8;

/** A telephone number matches however it is spaced and with or without its country code; 14 B as 14B and the reverse. */
function sourceOf(text: string): string {
  const digits = text.replace(/^(?:\+|00)47/, '').replace(/\D/g, '');
  if (NUMBER.test(text) && digits.length >= 6) {
    return `(?:(?:\\+|00)47${BETWEEN_DIGITS})?${[...digits].join(BETWEEN_DIGITS)}`;
  }
  const isSpelled = /\p{N}/u.test(text) || text.length >= SPELLED_LENGTH;
  const pieces = text.match(PIECES) ?? [];
  return pieces
    .map((piece, at) => {
      const [before = '', after = ''] = [pieces[at - 1], pieces[at + 1]];
      if (IS_SPACE.test(piece)) return IS_WORD.test(before) === IS_WORD.test(after) ? '\\s+' : '\\s*';
      const source = isSpelled && IS_WORD.test(piece) ? spelled(piece) : escaped(piece);
      const isJoined = (IS_NUMBER.test(piece) && IS_WORD.test(after)) || (IS_WORD.test(piece) && IS_NUMBER.test(after));
      return isJoined ? `${source}\\s*` : source;
    })
    .join('');
}

/** Letters and pairs of letters that stand for each other, as `db/search/fold.ts` has them. */
const SPELLED: Readonly<Record<string, string>> = {
  aa: '(?:aa|å)',
  oe: '(?:oe|ø|ö)',
  ae: '(?:ae|æ|ä)',
  ue: '(?:ue|ü)',
  å: '(?:aa?|å)',
  ø: '(?:oe?|ø|ö)',
  ö: '(?:oe?|ø|ö)',
  æ: '(?:ae?|e|æ|ä)',
  ä: '(?:ae?|e|æ|ä)',
  ü: '(?:ue?|ü)',
  a: '[aåæáàâä]',
  e: '[eéèêëæ]',
  o: '[oøóòôö]',
  u: '[uúùûü]',
};
const LETTERS = /aa|oe|ae|ue|\P{M}\p{M}*/gu;
const MARKS = /\p{M}+/gu;

function spelled(word: string): string {
  return word.toLowerCase().replace(LETTERS, (letter) => {
    const plain = letter.normalize('NFD').replace(MARKS, '');
    return SPELLED[letter] ?? (plain === letter || plain === '' ? letter : `(?:${letter}|${plain})`);
  });
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
