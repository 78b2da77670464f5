import { cleanText, composed } from '#model/clean-text.ts';
import { CUT_TITLE, firstLine } from '#model/kinds/fact.ts';
import type { SearchHit } from '#model/search.ts';

type Titles = Pick<SearchHit, 'title' | 'titleEn'>;

/**
 * Titles with what must not be shown covered. A title is cut near its end, perhaps in the middle of a value, of which the
 * rest would be recognized by nothing: it is made anew from the covered text that it begins.
 * @param texts of the record; what begins none of them loses its end
 */
export function coveredTitles(
  { title, titleEn }: Titles,
  texts: readonly string[],
  mask: (text: string) => string,
): Titles {
  const cover = (one: string) => {
    if (!one.endsWith(CUT_TITLE)) return mask(one);
    const start = composed(cleanText(one.slice(0, -CUT_TITLE.length)));
    const whole = texts.find((text) => text.trimStart().startsWith(start));
    return whole === undefined ? mask(`${withoutEnd(start)}${CUT_TITLE}`) : firstLine(mask(whole));
  };
  return { title: cover(title), titleEn: titleEn && cover(titleEn) };
}

/** Longest part of a value that could stand at a title's end, characters. */
const VALUE_LENGTH = 80;

function withoutEnd(start: string): string {
  const kept = start.slice(0, Math.max(0, start.length - VALUE_LENGTH));
  return kept.slice(0, kept.lastIndexOf(' ') + 1).trimEnd();
}
