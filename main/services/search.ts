import { type SavedSearch, type SearchQuestion, savedSearches, type searchRoutes } from '#contract/search.ts';
import type { Book, SearchOptions } from '#db/book.ts';
import { readAuthors } from '#db/reads/authors.ts';
import type { SearchHit } from '#model/search.ts';
import { type Handlers, ServiceError } from './context.ts';
import { maskOf } from './mask.ts';
import { searchTrailOf } from './search-trail.ts';

const SAVED = 'search.saved';
const MOST_SAVED = 100;

export const searchHandlers: Handlers<keyof typeof searchRoutes> = {
  async 'search.query'({ book }, { limit, ...question }) {
    const hits = await find(book, question, limit);
    if (question.text.trim() !== '') await searchTrailOf(book).note(question.text, question.caseId, hits.length);
    return hits;
  },

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
  const hits = await find(book, question, limit);
  if (question.text.trim() !== '') {
    await book.use('search', {
      detail: String(hits.length),
      ...(question.caseId && { recordId: question.caseId }),
    });
  }
  return hits;
}

async function find(book: Book, { text, ...rest }: SearchQuestion, limit: number): Promise<SearchHit[]> {
  const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
  const mask = await maskOf(book);
  return book.search(text, { limit, ...(given as SearchOptions), ...(mask && { mask }) });
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
