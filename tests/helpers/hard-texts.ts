/** Texts that a rule written in haste reads anew from each of their signs, each `length` UTF-16 units long or about. */
export const HARD_TEXTS: Readonly<Record<string, (length: number) => string>> = {
  'one run of digits': (length) => '7'.repeat(length),
  'digits in pairs': (length) => '12 '.repeat(length / 3),
  'spaces between two words': (length) => `a${' '.repeat(length)}b`,
  'spaces after a full stop': (length) => `a.${' '.repeat(length)}b. Så gikk han.`,
  'one word': (length) => 'a'.repeat(length),
  'one word of a letter with its mark': (length) => 'å'.repeat(length),
  'one word of marks beside their letters': (length) => `${'a\u030a'.repeat(length / 2)}1`,
  'one letter under all marks': (length) => `a${'\u0301\u0323'.repeat(length / 2)}`,
  'line ends of another kind': (length) => '\u2028'.repeat(length),
  apostrophes: (length) => `${"a'".repeat(length / 2)}1`,
  'half a telephone number': (length) => '912 34 56 '.repeat(length / 10),
};
