import { type SavedSearch, type SearchQuestion, savedSearches, type searchRoutes } from '#contract/search.ts';
import type { Book, SearchOptions } from '#db/book.ts';
import { readAuthors } from '#db/reads/authors.ts';
import type { SearchHit } from '#model/search.ts';
import { type Handlers, ServiceError } from './context.ts';
import { maskOf } from './mask.ts';

const SAVED = 'search.saved';
const MOST_SAVED = 100;

export const searchHandlers: Handlers<keyof typeof searchRoutes> = {
  'search.query': ({ book }, { limit, ...question }) => search(book, question, limit),

  async 'search.saved'({ book }) {
    return { saved: await readSaved(book), authors: await readAuthors(book) };
  },

  async 'search.save'({ book }, search) {
    const others = (await readSaved(book)).filter(({ name }) => name !== search.name);
    if (others.length >= MOST_SAVED) throw new ServiceError('TOO_MANY_SEARCHES');
    return writeSaved(book, [...others, search]);
  },

  async 'search.forget'({ book }, { name }) {
    return writeSaved(
      book,
      (await readSaved(book)).filter((search) => search.name !== name),
    );
  },
};

/** Searches and leaves a line in the use log: how many hits, and in which case, never the words. */
export async function search(book: Book, question: SearchQuestion, limit: number): Promise<SearchHit[]> {
  const { text, ...rest } = question;
  const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
  const mask = await maskOf(book);
  const hits = await book.search(text, { limit, ...(given as SearchOptions), ...(mask && { mask }) });
  if (text.trim() !== '') {
    await book.use('search', {
      detail: String(hits.length),
      ...(question.caseId && { recordId: question.caseId }),
    });
  }
  return hits;
}

/** What cannot be read counts as nothing kept: a saved search is a convenience and must not stand in the way. */
async function readSaved(book: Book): Promise<SavedSearch[]> {
  const text = await book.setting(SAVED);
  if (text === null) return [];
  try {
    return savedSearches.parse(JSON.parse(text));
  } catch {
    return [];
  }
}

async function writeSaved(book: Book, searches: readonly SavedSearch[]): Promise<SavedSearch[]> {
  const sorted = [...searches].sort((a, b) => a.name.localeCompare(b.name, 'nb'));
  await book.setSetting(SAVED, JSON.stringify(sorted));
  return sorted;
}
