import type { BriefingDocument } from '#model/briefing.ts';

/**
 * What stands in the margins of every page (CSS Paged Media Level 3, page-margin boxes): marking above and below,
 * what it is, copy, trace, page. A constructed style sheet, because the page's policy lets no inline style in.
 */
export function pageStyle(document: BriefingDocument): string {
  const { reference, demonstration, markingText, copyText, checkpointText, pageWords, landscape } = document;
  const [before, between, after] = pageWords.map(cssString);
  const left = demonstration ? cssString(`${reference}\n${demonstration}`) : cssString(reference);
  const small = `font: 400 8.4pt/11.5pt ${FACE}; color: #3b4350; white-space: pre-wrap;`;
  const marking = `font: 700 13pt/15pt ${FACE}; letter-spacing: 0.08em; color: #15181d;`;
  const top = 'vertical-align: top; padding-top: 9mm;';
  const bottom = 'vertical-align: bottom; padding-bottom: 8mm;';
  return `@page {
    size: A4${landscape ? ' landscape' : ''};
    margin: 19mm 13mm 18mm;
    @top-left { content: ${left}; ${small} ${top} }
    @top-center { content: ${cssString(markingText)}; ${marking} ${top} }
    @top-right { content: ${cssString(copyText)}; ${small} ${top} text-align: right; }
    @bottom-left { content: ${cssString(`${copyText}\n${checkpointText}`)}; ${small} ${bottom} }
    @bottom-center { content: ${cssString(markingText)}; ${marking} font-size: 11pt; ${bottom} }
    @bottom-right { content: ${before} counter(page) ${between} counter(pages) ${after}; ${small} ${bottom} text-align: right; }
  }`;
}

/** Said here and not by a custom property: the margins of a page stand outside every element. */
const FACE = 'Inter, sans-serif';

/** A CSS string of any text: everything but plain letters, digits and spaces by its code point (CSS Syntax 3, 4.3.7). */
export function cssString(text: string): string {
  const escaped = text.replace(/[^\p{L}\p{N} ]/gu, (sign) => `\\${(sign.codePointAt(0) ?? 0xfffd).toString(16)} `);
  return `"${escaped}"`;
}
