import { describe, expect, it } from 'vitest';
import { AREAS, TONES } from '#model/kinds/define.ts';
import { fieldsOf, KIND_NAMES } from '#model/kinds.ts';
import { RESOURCES } from '#resources/i18n/index.ts';

type Tree = { readonly [key: string]: string | Tree };

function keys(tree: Tree, prefix = ''): string[] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [`${prefix}${key}`] : keys(value, `${prefix}${key}.`),
  );
}

function word(language: 'nb' | 'en', path: readonly string[]): unknown {
  return path.reduce<unknown>((tree, key) => (tree as Tree | undefined)?.[key], RESOURCES[language].kinds);
}

describe('words of the interface', () => {
  // Would catch: a word added in one language only, which shows a bare key to the other's users.
  it('has the same keys in Bokmål and English', () => {
    expect(keys(RESOURCES.en as unknown as Tree).sort()).toEqual(keys(RESOURCES.nb as unknown as Tree).sort());
  });

  // Would catch: an empty word, which shows as a blank label.
  it('has no empty word', () => {
    const empty = (tree: Tree): string[] =>
      keys(tree).filter((path) => path.split('.').reduce<unknown>((t, k) => (t as Tree)[k], tree) === '');
    expect(empty(RESOURCES.nb as unknown as Tree)).toEqual([]);
    expect(empty(RESOURCES.en as unknown as Tree)).toEqual([]);
  });

  // Would catch: a new kind, field or choice without its word.
  it.each(['nb', 'en'] as const)('names every kind, field, option, area and tone in %s', (language) => {
    const missing: string[] = [];
    const need = (...path: string[]) => {
      if (typeof word(language, path) !== 'string') missing.push(path.join('.'));
    };
    for (const kind of KIND_NAMES) {
      need('kind', kind, 'one');
      need('kind', kind, 'many');
      for (const [name, field] of fieldsOf(kind)) {
        need('field', name);
        for (const option of field.options) need('option', name, option);
      }
    }
    for (const area of AREAS) need('area', area);
    for (const tone of TONES) need('tone', tone);
    expect(missing).toEqual([]);
  });
});
