import { describe, expect, it } from 'vitest';
import { cssString } from '#renderer/briefing/page-style.ts';
import fc from '#tests/helpers/property.ts';

/** What a browser reads from a CSS string (CSS Syntax Level 3, 4.3.5 and 4.3.7). */
function readCssString(source: string): string {
  expect(source).toMatch(/^"[^"\\\n]*(?:\\[0-9a-f]{1,6} [^"\\\n]*)*"$/u);
  return source
    .slice(1, -1)
    .replace(/\\([0-9a-f]{1,6}) /g, (_, digits: string) => String.fromCodePoint(Number.parseInt(digits, 16)));
}

describe('words in the margin of a page', () => {
  // Would catch: a case name that ends the string and adds rules of its own, such as a white marking.
  it('stay words, whatever is in them', () => {
    expect(cssString('Sak "2026-0147"; } @page { margin: 0')).not.toMatch(/["};](?!$).*[{}]/);
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const known = text.toWellFormed().replaceAll('\0', '');
        expect(readCssString(cssString(known))).toBe(known);
      }),
    );
  });
});
