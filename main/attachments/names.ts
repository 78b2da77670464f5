import { cleanText } from '#model/clean-text.ts';

const NAME_LENGTH = 200;
const ORIGINAL_LENGTH = 400;

/**
 * The name under which an attachment is listed: only what can be seen, on one line, without folders; empty when nothing
 * of it can.
 */
export function listedName(given: string): string {
  const last = given.split(/[\\/]/).at(-1) ?? '';
  return cut(cleanText(last).replace(/\s+/g, ' ').trim(), NAME_LENGTH);
}

/** The name as it came, with every sign that shows nothing or turns the reading order written out (`\u202e`). */
export function originalName(given: string): string {
  const shown = [...given.toWellFormed()].map((sign) =>
    sign === ' ' || cleanText(sign).trim() !== '' ? sign : escaped(sign),
  );
  return cut(shown.join(''), ORIGINAL_LENGTH);
}

function escaped(sign: string): string {
  const code = (sign.codePointAt(0) ?? 0).toString(16);
  return code.length > 4 ? `\\u{${code}}` : `\\u${code.padStart(4, '0')}`;
}

/** At most `length` UTF-16 units, no half of a sign at the end; the ending of a file's name stays. */
function cut(name: string, length: number): string {
  if (name.length <= length) return name;
  const ending = /\.[\p{L}\p{N}]{1,12}$/u.exec(name)?.[0] ?? '';
  const start = name.slice(0, length - ending.length - 1).replace(/[\uD800-\uDBFF]$/, '');
  return `${start}…${ending}`;
}
