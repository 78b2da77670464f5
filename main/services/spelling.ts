import { z } from 'zod';
import type { spellingRoutes } from '#contract/spelling.ts';
import type { Book } from '#db/book.ts';
import { spellerOf } from '#main/spelling/dictionaries.ts';
import { SPELLING_LANGUAGES } from '#model/spelling.ts';
import type { Handlers } from './context.ts';

/** Settings of the book: language, and the words people have added. */
const LANGUAGE = 'spelling.language';
const WORDS = 'spelling.words';
const MOST_WORDS = 20_000;

export const spellingHandlers: Handlers<keyof typeof spellingRoutes> = {
  async 'spelling.get'({ book }) {
    const kept = await book.setting(LANGUAGE);
    const language = kept === 'off' ? null : (SPELLING_LANGUAGES.find((known) => known === kept) ?? 'nb');
    return { language, words: [...(await ownWords(book))].sort() };
  },

  async 'spelling.set'({ book }, { language }) {
    await book.setSetting(LANGUAGE, language ?? 'off');
    return null;
  },

  async 'spelling.check'({ book }, { language, words }) {
    const own = await ownWords(book);
    const unknown = words.filter((word) => !own.has(word.toLocaleLowerCase('nb')));
    return { wrong: await spellerOf(language).wrong(unknown) };
  },

  async 'spelling.suggest'(_context, { language, word }) {
    return spellerOf(language).suggest(word);
  },

  async 'spelling.learn'({ book }, { word, known }) {
    const words = await ownWords(book);
    const entry = word.toLocaleLowerCase('nb');
    if (!known) words.delete(entry);
    else if (words.size < MOST_WORDS) words.add(entry);
    await book.setSetting(WORDS, JSON.stringify([...words]));
    return null;
  },
};

/** Words that count as right in this book: they are part of it and leave with it only. */
async function ownWords(book: Book): Promise<Set<string>> {
  const kept = await book.setting(WORDS);
  const words = z.array(z.string()).safeParse(kept === null ? [] : JSON.parse(kept));
  return new Set(words.success ? words.data : []);
}
