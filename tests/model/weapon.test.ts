import { describe, expect, it } from 'vitest';
import { namedWeapon } from '#model/weapon.ts';

describe('a field for a weapon', () => {
  // Would catch: the answer "none" told to a patrol as a weapon.
  it.each([
    ...['', '  ', '-', '–', '?', 'Ingen', 'ingen.', 'Nei', 'NEI!', 'Ikke', 'Ukjent', 'Uvisst', 'None', 'No', 'unknown'],
    ...[
      'Ingen våpen',
      'Ikke sett noe våpen',
      'Nei, ingen kjente',
      'Vet ikke',
      'ikke kjent',
      'Ukjent om han er bevæpnet',
    ],
    ...['Vet ikke om han har våpen', 'No weapon seen', 'none known so far', 'not known whether he is armed'],
  ])('names none: %s', (text) => {
    expect(namedWeapon(text)).toBeNull();
  });

  // Would catch: a weapon lost because a word before it denies another.
  it.each([
    ...['Kniv', 'Ingen skytevåpen, men kniv', 'Ukjent våpen', 'unknown weapon', 'Ikke kniv, øks', 'Nei, men balltre'],
    ...['Hagle, ukjent hvor', 'knife, not seen', 'Våpen', 'har våpen', 'Ukjent om han har kniven'],
  ])('names one: %s', (text) => {
    expect(namedWeapon(` ${text} `)).toBe(text);
  });
  it('that is not filled in names none', () => expect(namedWeapon(null)).toBeNull());
});
