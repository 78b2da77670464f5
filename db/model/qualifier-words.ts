import type { Qualifier } from './when.ts';

/** Words that sources and people put before a time that they do not know exactly, in both languages. */
const ABOUT =
  /^(?:~\s*|(?:ca\.?|c\.|circa|cirka|omtrent|omkring|om lag|rundt|about|around|approximately|approx\.?)(?:\s+|$))/i;
/** `ca.2012`: a dot needs no space behind it. */
const ABOUT_DOTTED = /^(?:ca|c)\.(?=\d)/i;
const BEFORE = /^(?:før|before|prior to)(?:\s+|$)/i;
const AFTER = /^(?:etter|after)(?:\s+|$)/i;

/** The qualifier a text begins with, and what stands behind it. */
export function splitQualifier(text: string): { readonly qualifier: Qualifier | null; readonly rest: string } {
  const trimmed = text.trim();
  for (const [form, qualifier] of FORMS) {
    const found = form.exec(trimmed);
    if (found) return { qualifier, rest: trimmed.slice(found[0].length) };
  }
  return { qualifier: null, rest: trimmed };
}

const FORMS: readonly (readonly [RegExp, Qualifier])[] = [
  [ABOUT, 'about'],
  [ABOUT_DOTTED, 'about'],
  [BEFORE, 'before'],
  [AFTER, 'after'],
];
