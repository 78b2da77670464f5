import { describe, expect, it } from 'vitest';
import { squeezedNumbers } from '#db/search/digits.ts';
import { asWritten, spellingsOf } from '#db/search/fold.ts';
import { createIndexText, textsOf } from '#db/search/index-text.ts';
import { eachWord, wordsBeyondAscii } from '#db/search/words.ts';
import { patternOf } from '#main/briefing/redact.ts';
import fc from '#tests/helpers/property.ts';

const texts = (word: string) => spellingsOf(word).map(({ text }) => text);

/** Words of letters that occur in names here, some of them built from a letter and a mark. */
const word = fc
  .array(fc.constantFrom(...'abeosåøæÅØÆäöüéÉđŋčłßþ', 'a\u030a', 'e\u0301', 'ö\u0323', 'n', 'k'), {
    minLength: 1,
    maxLength: 12,
  })
  .map((letters) => letters.join(''));

describe('spellings', () => {
  it.each([
    ['besøksforbud', ['besoksforbud', 'besoeksforbud']],
    ['Åse', ['ase', 'aase']],
    ['Hætta', ['haetta', 'hatta', 'hetta']],
    ['kjæreste', ['kjaereste', 'kjareste', 'kjereste']],
    ['José', ['jose']],
    ['Jose\u0301', ['jose']],
    ['Müller', ['muller', 'mueller']],
    ['Ähtäri', ['ahtari', 'aehtaeri']],
    ['Đoavži', ['doavzi']],
    ['Straße', ['strasse']],
    ['politi', []],
    ['AB12345', []],
  ])('of %s', (given, expected) => {
    expect(texts(given)).toEqual(expected);
  });

  it('are in plain letters, differ from the word and from each other', () => {
    fc.assert(
      fc.property(word, (given) => {
        const all = texts(given);
        expect(new Set(all).size).toBe(all.length);
        expect(all).not.toContain(given.normalize('NFC').toLowerCase());
        for (const text of all) expect(text).toMatch(/^[a-z]*$/);
      }),
    );
  });

  it('are the same however the letters are encoded, and in either case', () => {
    fc.assert(
      fc.property(word, (given) => {
        expect(texts(given.normalize('NFD'))).toEqual(texts(given.normalize('NFC')));
        expect(texts(given.normalize('NFC').toLowerCase())).toEqual(texts(given.normalize('NFC')));
      }),
    );
  });

  it('know where in the word each of their units comes from', () => {
    fc.assert(
      fc.property(word, (given) => {
        for (const spelling of [asWritten(given), ...spellingsOf(given)]) {
          const { text, origins } = spelling;
          expect(origins).toHaveLength(text.length + 1);
          expect(origins.at(-1)).toBe(given.length);
          expect([...origins].sort((a, b) => a - b)).toEqual(origins);
          // Cut at any place that begins a letter, the two halves are spelled as the word is.
          for (let unit = 1; unit < text.length; unit += 1) {
            const origin = origins[unit] ?? 0;
            if (origin === origins[unit - 1]) continue;
            const halves = [given.slice(0, origin), given.slice(origin)];
            const joined = halves.map((half) => [asWritten(half), ...spellingsOf(half)].map((one) => one.text));
            expect(joined[0]).toContain(text.slice(0, unit));
            expect(joined[1]).toContain(text.slice(unit));
          }
        }
      }),
    );
  });
});

describe('words', () => {
  it('beyond plain letters are those, and no others, of all words of a text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const all: string[] = [];
        eachWord(text, (one) => {
          all.push(one);
          return true;
        });
        expect(wordsBeyondAscii(text)).toEqual(all.filter((one) => /[^\0-\x7f]/.test(one)));
      }),
      { numRuns: 500 },
    );
  });
});

describe('numbers', () => {
  const squeezed = (text: string) => squeezedNumbers(text).map((number) => number.text);

  it.each([
    ['ring 912 34 567 i kveld', ['91234567']],
    ['ring 91 23 45 67', ['91234567']],
    ['912\u00a034\u202f567', ['91234567']],
    ['+47 912 34 567', ['4791234567', '91234567']],
    ['004791234567', ['91234567']],
    ['f. 010190 12345', ['01019012345']],
    ['bil AB 12345 og el-12345', ['ab12345', 'el12345']],
    ['Sak 14/2', []],
    ['2 3', []],
    ['AB 12 345, ABC 123, d - 1234', ['12345', 'ab12345', 'abc123', 'd1234']],
    ['AB12 345', ['12345', 'ab12345']],
    ['912  34 567', ['91234567']],
    ['(912) - 34.567', ['91234567']],
    ['§ 5 12', []],
    ['nei', []],
  ])('in %j', (text, expected) => {
    expect(squeezed(text)).toEqual(expected);
  });

  // Would catch: two numbers in a row, of which neither is found because together they are longer than any.
  it('that stand in a row are each found by their beginning', () => {
    const found = squeezed('912 34 567\n22 33 44 55');
    for (const number of ['91234567', '22334455']) expect(found.some((one) => one.startsWith(number))).toBe(true);
    expect(squeezed('12 '.repeat(5_000)).every((one) => one.length <= 15)).toBe(true);
  });

  // Would catch: a spacing in which a withheld number is covered, and an open one is not found.
  it('are found in every spacing that covers them', () => {
    const between = fc.array(fc.constantFrom(' ', '\u00a0', '.', '-', '(', ')', '\n'), { maxLength: 3 });
    const digits = fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), between), { minLength: 6, maxLength: 15 });
    fc.assert(
      fc.property(digits, (parts) => {
        const closed = parts.map(([digit]) => digit).join('');
        const spaced = parts
          .map(([digit, sign], at) => `${digit}${at < parts.length - 1 ? sign.join('') : ''}`)
          .join('');
        expect(patternOf([closed], 'u')?.test(`ring ${spaced} nå`)).toBe(true);
        if (spaced !== closed) expect(squeezed(`ring ${spaced} nå`)).toContain(closed);
      }),
    );
  });

  it('stand where they say', () => {
    const [number] = squeezedNumbers('ring 912 34 567 i kveld');
    expect('ring 912 34 567 i kveld'.slice(number?.from, number?.to)).toBe('912 34 567');
  });
});

describe('what is indexed', () => {
  it('holds every text as it was, and nothing twice beside it', () => {
    const index = createIndexText();
    const { original, folded } = index(['Besøk hos Åse', 'besøk igjen', 'tlf 912 34 567']);
    expect(textsOf(original)).toEqual(['Besøk hos Åse', 'besøk igjen', 'tlf 912 34 567']);
    expect(folded.split(' ').sort()).toEqual(['91234567', 'aase', 'ase', 'besoek', 'besok']);
    expect(index(['plain words 12'])).toEqual({ original: 'plain words 12', folded: '' });
  });
});
