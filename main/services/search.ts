import { type SavedSearch, type SearchQuestion, savedSearch, type searchRoutes } from '#contract/search.ts';
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
    if (asksAnything(question)) await searchTrailOf(book).note(question.text, question.caseId, hits.length);
    return hits;
  },

  async 'search.saved'({ book }) {
    return { saved: await known(book, await readSaved(book)), authors: await readAuthors(book) };
  },

  async 'search.save'({ book }, search) {
    const others = (await readSaved(book)).filter(({ search: one }) => one?.name !== search.name);
    if (others.length >= MOST_SAVED) throw new ServiceError('TOO_MANY_SEARCHES');
    return writeSaved(book, [...others, { raw: search, search }]);
  },

  async 'search.forget'({ book }, { name }) {
    const kept = await readSaved(book);
    const gone = (await toldOf(book, kept)).find((one) => one.search.name === name)?.kept;
    return writeSaved(
      book,
      kept.filter((one) => one !== gone),
    );
  },
};

/** Searches and leaves a line in the use log: how many hits, and in which case, never the words. */
export async function search(book: Book, question: SearchQuestion, limit: number): Promise<SearchHit[]> {
  const hits = await find(book, question, limit);
  if (asksAnything(question)) {
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

/** True if there are words or filters; the wish for old texts alone asks for nothing. */
function asksAnything({ text, old: _, ...filters }: SearchQuestion): boolean {
  return text.trim() !== '' || Object.values(filters).some((value) => value !== undefined);
}

/** A saved search as it lies in the book; what another build wrote and this one does not understand is kept as it is. */
interface Kept {
  readonly raw: unknown;
  readonly search: SavedSearch | null;
}

async function readSaved(book: Book): Promise<Kept[]> {
  const text = await book.setting(SAVED);
  if (text === null) return [];
  const all = parsed(text);
  return (Array.isArray(all) ? all : [all]).map((raw) => ({ raw, search: savedSearch.safeParse(raw).data ?? null }));
}

/** What is no JSON is kept as the text it is. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/**
 * The searches that are understood, as they are told: a withheld value in their names and words is covered, as it is in what
 * they find. Of names that then look alike the later ones are numbered.
 */
async function toldOf(book: Book, kept: readonly Kept[]): Promise<{ kept: Kept; search: SavedSearch }[]> {
  const mask = (await maskOf(book)) ?? ((text: string) => text);
  const names = new Set<string>();
  return kept.flatMap((one) => {
    if (!one.search) return [];
    const { name, question } = one.search;
    const covered = mask(name);
    let told = covered;
    for (let number = 2; names.has(told); number += 1) told = `${covered} (${number})`;
    names.add(told);
    return { kept: one, search: { name: told, question: { ...question, text: mask(question.text) } } };
  });
}

async function known(book: Book, kept: readonly Kept[]): Promise<SavedSearch[]> {
  return (await toldOf(book, kept)).map(({ search }) => search);
}

async function writeSaved(book: Book, kept: readonly Kept[]): Promise<SavedSearch[]> {
  const nameOf = ({ search }: Kept) => search?.name ?? '';
  const sorted = [...kept].sort((a, b) => nameOf(a).localeCompare(nameOf(b), 'nb'));
  await book.setSetting(SAVED, JSON.stringify(sorted.map(({ raw }) => raw)));
  return known(book, sorted);
}
