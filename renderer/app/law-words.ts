import type { PostProcessorModule } from 'i18next';

/** A sign of section, one or two, before its number. */
const SIGN = /(§+) (?=\d)/g;
/** The letter of a section after its number: `222 a`. */
const LETTER = /(§+\u00A0\d+) (?=[a-z](?![\p{L}\d]))/gu;

/** The text with each section of a law in one piece: no line ends between `§`, its number and its letter. */
export function lawInOnePiece(text: string): string {
  return text.includes('§') ? text.replace(SIGN, '$1\u00A0').replace(LETTER, '$1\u00A0') : text;
}

/** Does that for every word of the interface, what is filled into it as well. */
export const lawWords: PostProcessorModule = {
  type: 'postProcessor',
  name: 'law',
  process: (value: unknown) => (typeof value === 'string' ? lawInOnePiece(value) : value) as string,
};
