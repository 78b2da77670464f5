import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RecordId } from '#model/ids.ts';
import { openTestBook, type TestBook } from '#tests/helpers/book.ts';
import fc from '#tests/helpers/property.ts';

/*
 * Search against somebody who reads every text letter by letter, by the rules as they are told to people: beginnings of
 * words in any spelling, parts of words from three letters on, numbers and plates in any spacing, quotes word for word.
 */

let test: TestBook;
let count = 0;
beforeAll(async () => {
  test = await openTestBook();
});
afterAll(() => test.remove());

/** A case of its own with these texts; answers their records, in order. */
async function fill(texts: readonly string[]): Promise<{ caseId: RecordId; ids: RecordId[] }> {
  const values = { name: `${count++}`, marking: 'fortrolig', status: 'open', zone: 'UTC' } as const;
  const { value } = await test.book.command('fill', async (tx) => {
    const { id: caseId } = await tx.insert('case', values);
    const rows = texts.map((text) => ({ values: { text }, header: { caseId } }));
    return { caseId, ids: await tx.insertMany('incident', rows) };
  });
  return value;
}

const SHOWS_NOTHING = /[\u00ad\u200b\u202c\u202d]/gu;
const seen = (text: string) => text.replace(SHOWS_NOTHING, '').normalize('NFC');
/** Words of a text with their places in it. */
const wordsOf = (text: string) =>
  [...text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)].map((match) => ({ word: match[0], from: match.index }));
const WAYS = [
  { å: 'å', ø: 'ø', æ: 'æ', é: 'é' },
  { å: 'a', ø: 'o', æ: 'ae', é: 'e' },
  { å: 'aa', ø: 'oe', æ: 'ae', é: 'e' },
  { å: 'a', ø: 'o', æ: 'a', é: 'e' },
  { å: 'a', ø: 'o', æ: 'e', é: 'e' },
];
/** The word as it may be written, in one way throughout. */
const spellings = (word: string) =>
  WAYS.map((way) => [...word.toLowerCase()].map((letter) => way[letter as keyof typeof way] ?? letter).join(''));
const begins = (word: string, typed: string) =>
  spellings(word).some((one) => spellings(typed).some((part) => one.startsWith(part)));
const holds = (word: string, typed: string) =>
  spellings(word).some((one) => spellings(typed).some((part) => part.length >= 3 && one.includes(part)));

/** The text, now and then as a computer or a page writes it: letters and marks apart, signs within words that show nothing. */
const written = (text: string) =>
  fc
    .tuple(fc.boolean(), fc.option(fc.tuple(fc.nat(), fc.constantFrom('\u00ad', '\u200b', '\u202c')), { freq: 2 }))
    .map(([isApart, hidden]) => {
      const whole = isApart ? text.normalize('NFD') : text;
      if (hidden === null) return whole;
      // Between any two signs, but not between the halves of one or between a letter and its mark.
      const signs = whole.match(/\P{M}\p{M}*/gu) ?? [];
      const at = hidden[0] % (signs.length + 1);
      return [...signs.slice(0, at), hidden[1], ...signs.slice(at)].join('');
    });

const VOCABULARY = [
  'besøksforbud',
  'forbudet',
  'bakdøra',
  'døra',
  'Åse',
  'Åsveien',
  'kjæreste',
  'José',
  'sto',
  'og',
  'på',
];
const text = fc
  .array(fc.constantFrom(...VOCABULARY, '👩‍👩‍👧', '🚓', '–', '«sto»', 'x'), { minLength: 1, maxLength: 9 })
  .chain((words) => written(words.join(' ')));
const texts = fc.array(text, { minLength: 1, maxLength: 7 });
const found = async (query: string, caseId: RecordId) =>
  (await test.book.search(query, { caseId, kinds: ['incident'], limit: 1_000 })).map(({ id }) => id).sort();

describe('somebody who reads every text finds the same', () => {
  // Would catch: a spelling, a part of a word or a hidden sign that keeps a text from being found, or finds another one.
  it('for words, several of them, in any spelling', async () => {
    const typed = [
      'forbud',
      'besok',
      'besoeks',
      'dør',
      'dor',
      'aas',
      'as',
      'jose',
      'kjare',
      'kjere',
      'st',
      'p',
      'Å',
      'ba',
    ];
    const query = fc.array(fc.constantFrom(...typed), { minLength: 1, maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(texts, query, async (many, words) => {
        const { caseId, ids } = await fill(many);
        const isThere = (one: string, fits: (word: string, part: string) => boolean) =>
          words.every((part) => wordsOf(seen(one)).some(({ word }) => fits(word, part)));
        const expected = ids.filter((_, at) =>
          isThere(many[at] ?? '', (word, part) => begins(word, part) || holds(word, part)),
        );
        expect(await found(words.join(' '), caseId)).toEqual(expected.sort());
      }),
      { numRuns: 60 },
    );
  });

  // Would catch: words of a phrase in another order, with another word between them, or from two texts; marks on the same
  // words where they do not stand together.
  it('for what stands in quotes, and marks it only where it stands so', async () => {
    const words = fc.array(fc.constantFrom('sto', 'på', 'og', 'døra', 'Åse'), { minLength: 2, maxLength: 9 });
    const phrase = fc.array(fc.constantFrom('sto', 'på', 'og'), { minLength: 2, maxLength: 3 });
    const many = fc.array(words, { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(many, phrase, async (lines, quoted) => {
        const { caseId, ids } = await fill(lines.map((line) => line.join(' ')));
        const at = (line: readonly string[], from: number) =>
          quoted.every((word, next) => line[from + next]?.toLowerCase() === word);
        const expected = ids.filter((_, index) => lines[index]?.some((_word, from) => at(lines[index] ?? [], from)));
        const hits = await test.book.search(`"${quoted.join(' ')}"`, { caseId });
        expect(hits.map(({ id }) => id).sort()).toEqual([...expected].sort());
        for (const { id, excerpt, marks } of hits) {
          const line = lines[ids.indexOf(id)] ?? [];
          const told = wordsOf(excerpt).flatMap(({ from }, index) =>
            marks.some((one) => one.from === from) ? index : [],
          );
          const read = line.flatMap((_, index) => (quoted.some((_word, back) => at(line, index - back)) ? index : []));
          expect(told).toEqual(read);
        }
      }),
      { numRuns: 60 },
    );
  });

  // Would catch: a number or a plate that is found only as somebody happened to space it; another one found for it.
  it('for telephone numbers and plates in any spacing', async () => {
    const between = ['', ' ', '  ', '\u00a0', '\u202f', '.', '-', '–'];
    // Groups of one digit are also what a text begins its other numbers with.
    const numbers = ['91234567', '91234568', '22334455'] as const;
    const spaced = (digits: string, most: number, gap: readonly string[]) =>
      fc
        .array(fc.constantFrom(...gap), { minLength: digits.length - 1, maxLength: digits.length - 1 })
        .chain((gaps) => fc.constantFrom(0, 2, 3, most).map((every) => ({ gaps, every })))
        .map(({ gaps, every }) =>
          [...digits]
            .map((digit, at) => digit + (every > 0 && at % every === every - 1 ? (gaps[at] ?? '') : ''))
            .join(''),
        );
    const number = fc
      .constantFrom(...numbers)
      .chain((digits) =>
        fc
          .tuple(spaced(digits, 4, [...between, '/', ') ']), fc.constantFrom('', '+47 ', '0047', '\u202d'))
          .map(([one, code]) => ({ digits, text: `${code}${one}` })),
      );
    const plate = fc
      .constantFrom('AB12345', 'AB12346')
      .chain((whole) =>
        spaced(whole.slice(2), 3, between).chain((digits) =>
          fc.constantFrom(' ', '', '-').map((gap) => ({ digits: whole, text: `${whole.slice(0, 2)}${gap}${digits}` })),
        ),
      );
    const one = fc.oneof(number, plate);
    await fc.assert(
      fc.asyncProperty(fc.array(one, { minLength: 1, maxLength: 6 }), one, async (many, asked) => {
        const { caseId, ids } = await fill(many.map((line) => `Så ${line.text} ved porten`));
        const expected = ids.filter((_, at) => many[at]?.digits === asked.digits);
        const hits = await test.book.search(asked.text, { caseId });
        expect(hits.map(({ id }) => id).sort()).toEqual([...expected].sort());
        for (const { excerpt, marks } of hits) {
          const told = marks.map(({ from, to }) => excerpt.slice(from, to)).join('');
          // The whole of it and nothing beside it; the country code may be part of what is marked.
          expect(told.replace(/[^\dA-Z]/g, '').replace(/^(?:00)?47/, '')).toBe(asked.digits);
        }
      }),
      { numRuns: 80 },
    );
  });
});

describe('marks', () => {
  // Would catch: a mark shifted by a letter of two units, a mark of its own, a hidden sign or a picture of several signs; a
  // mark that ends within a letter; a word that is a hit and not marked.
  it('stand where somebody who reads would put them', async () => {
    const typed = fc.constantFrom('besok', 'dor', 'dør', 'as', 'aasv', 'jos', 'kjaer', 'st', 'på', 'pa', 'bakdoer');
    await fc.assert(
      fc.asyncProperty(texts, typed, async (many, part) => {
        const { caseId, ids } = await fill(many);
        for (const { id, excerpt, marks } of await test.book.search(part, { caseId })) {
          const piece = excerpt.replace(/^…|…$/g, '');
          expect(seen(many[ids.indexOf(id)] ?? '')).toContain(piece);
          const read = wordsOf(excerpt).flatMap(({ word, from }) => {
            const ends = [...word].map((_, at) => at + 1);
            const end = ends.find((to) => begins(word.slice(0, to), part));
            return end === undefined ? [] : [{ from, to: from + end }];
          });
          // Where no word begins with it, a word holds it.
          if (read.length > 0) expect(marks).toEqual(read);
          else for (const { from, to } of marks) expect(holds(excerpt.slice(from, to), part)).toBe(true);
        }
      }),
      { numRuns: 80 },
    );
  });
});

describe('an answer', () => {
  // Would catch: hits that change places when more of them are asked for.
  it('begins with the same hits, in the same order, however many are asked for', async () => {
    const query = fc.constantFrom('dora', 'dør', 'sto', 'besoksforbud', 'ase og', 'forbud', '"sto"');
    const many = fc.array(text, { minLength: 10, maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(many, query, fc.integer({ min: 1, max: 20 }), async (lines, asked, limit) => {
        const { caseId } = await fill(lines);
        const all = (await test.book.search(asked, { caseId, limit: 1_000 })).map(({ id }) => id);
        const few = (await test.book.search(asked, { caseId, limit })).map(({ id }) => id);
        expect(few).toEqual(all.slice(0, limit));
      }),
      { numRuns: 40 },
    );
  });
});
