import { afterEach, beforeEach, expect, test } from 'vitest';
import { spellingHandlers } from '#main/services/spelling.ts';
import { openTestContext, type TestContext } from '#tests/helpers/context.ts';

let test_: TestContext;
beforeEach(async () => {
  test_ = await openTestContext();
});
afterEach(() => test_.remove());

const check = (language: 'nb' | 'nn' | 'en', ...words: string[]) =>
  spellingHandlers['spelling.check'](test_.context, { language, words });

// Would catch: a dictionary that does not load, knows no compounds, or takes every word for right.
test.each([
  ['nb', ['besøksforbudet', 'politiet', 'trusselutsatt'], ['polititet', 'forbdet']],
  ['nn', ['politiet', 'ikkje', 'skulen'], ['polititet']],
  ['en', ['police', 'threatened', "wouldn't", 'wouldn’t', 'neighbour', 'defence'], ['polise', 'neighbor', 'defense']],
] as const)('right words of %s are right and wrong ones wrong', async (language, right, wrong) => {
  expect((await check(language, ...right, ...wrong)).wrong.sort()).toEqual([...wrong].sort());
});

// Would catch: the words that the Bokmål list has lost, in which o or a meets e, marked in every other sentence.
test('everyday Bokmål in which two vowels meet is right, and what only looks like it is not', async () => {
  const right = 'noe noen Naboen naboer datoen risikoer kontoene dataene kameraet samboeren beboerne troende video-en';
  const wrong = ['nabboen', 'dattoen', 'risikkoer'];
  expect((await check('nb', ...right.split(' '), ...wrong)).wrong.sort()).toEqual([...wrong].sort());
  const suggest = (word: string) => spellingHandlers['spelling.suggest'](test_.context, { language: 'nb', word });
  expect(await suggest('samboren')).toContain('samboeren');
  expect(await suggest('noeen')).toContain('noen');
});

// Would catch: suggestions that do not have the word that was meant.
test('a wrong word gets words like it', async () => {
  expect(await spellingHandlers['spelling.suggest'](test_.context, { language: 'nb', word: 'polititet' })).toContain(
    'politiet',
  );
});

// Would catch: a word of the book that is lost at lock, or that stays when it is taken out.
test('words that were added count as right in this book, in capitals or not, and can be taken out again', async () => {
  const learn = (known: boolean) => spellingHandlers['spelling.learn'](test_.context, { word: 'Fjærevik', known });
  expect((await check('nb', 'fjærevik')).wrong).toEqual(['fjærevik']);
  await learn(true);
  expect((await check('nb', 'Fjærevik', 'fjærevik')).wrong).toEqual([]);
  const book = await test_.reopen();
  expect(await book.setting('spelling.words')).toBe('["fjærevik"]');
  await spellingHandlers['spelling.learn']({ ...test_.context, book }, { word: 'fjærevik', known: false });
  expect(await book.setting('spelling.words')).toBe('[]');
});

// Would catch: a setting that is forgotten or that takes any word.
test('a book is written in Bokmål until it says otherwise', async () => {
  const get = () => spellingHandlers['spelling.get'](test_.context, {});
  expect((await get()).language).toBe('nb');
  await spellingHandlers['spelling.set'](test_.context, { language: 'nn' });
  expect((await get()).language).toBe('nn');
  await spellingHandlers['spelling.set'](test_.context, { language: null });
  expect((await get()).language).toBeNull();
});
