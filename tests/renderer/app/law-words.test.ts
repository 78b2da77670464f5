import { describe, expect, test } from 'vitest';
import { createWords } from '#renderer/app/i18n.ts';
import { lawInOnePiece } from '#renderer/app/law-words.ts';

describe('a section of a law', () => {
  // Would catch: a line that ends between the sign and the number, or between the number and its letter.
  test.each([
    ['strpl. § 168', 'strpl. §~168'],
    ['strpl. § 222 a fjerde ledd', 'strpl. §~222~a fjerde ledd'],
    ['§§ 168 og 266 a', '§§~168 og 266 a'],
    ['aml. § 10-8 første ledd', 'aml. §~10-8 første ledd'],
    ['strl. § 266 a.', 'strl. §~266~a.'],
    ['strpl. § 275 for those', 'strpl. §~275 for those'],
    ['§ og intet nummer', '§ og intet nummer'],
    ['Uten lov', 'Uten lov'],
  ])('is kept in one piece: %s', (text, whole) => {
    expect(lawInOnePiece(text)).toBe(whole.replaceAll('~', '\u00A0'));
  });

  // Would catch: a word that is not shown through it, a section that is filled in and torn all the same.
  test.each(['nb', 'en'] as const)('is in one piece wherever the window says it (%s)', (language) => {
    const { t } = createWords(language);
    expect(t('writing:grading.law')).toContain('§\u00A06');
    expect(t('clocks:section', { act: 'strpl.', section: '222 g' })).toBe('strpl. §\u00A0222\u00A0g');
  });
});
