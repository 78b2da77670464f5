import { describe, expect, it } from 'vitest';
import { assertGoodPassphrase, passphraseBytes } from '#main/vault/passphrase.ts';

const text = (passphrase: string) => new TextDecoder().decode(passphraseBytes(passphrase));

function reasonFor(passphrase: string): unknown {
  try {
    assertGoodPassphrase(passphrase);
    return null;
  } catch (error) {
    return error instanceof Error && 'data' in error && Reflect.get(Object(error.data), 'reason');
  }
}

describe('passphraseBytes', () => {
  // Would catch: the same words typed on two systems giving two keys.
  it('makes composed and decomposed letters, and all kinds of space, the same', () => {
    expect(text('bla\u030aba\u0308r')).toBe('blåbär');
    expect(text('to\u00a0ord\u2003her')).toBe('to ord her');
  });

  // Would catch: passphrases that are trimmed, folded or made compatible, and so lose what was typed.
  it('leaves everything else as typed', () => {
    for (const typed of ['  med mellomrom  ', 'ﬁne', 'ＡＢＣ', 'Stor og liten', 'x²', ''])
      expect(text(typed)).toBe(typed);
  });
});

describe('assertGoodPassphrase', () => {
  // Would catch: a length in UTF-16 units or bytes, by which seven emoji would do.
  it('asks for fifteen code points', () => {
    expect(reasonFor('fjorten tegn..')).toBe('too_short');
    expect(reasonFor('femten tegn ...')).toBeNull();
    expect(reasonFor('🐙'.repeat(14))).toBe('too_short');
    expect(reasonFor('🐙'.repeat(15))).toBeNull();
    expect(reasonFor('a\u030a'.repeat(14))).toBe('too_short');
    expect(reasonFor('')).toBe('too_short');
    expect(reasonFor('x'.repeat(1025))).toBe('too_long');
  });

  // Would catch: a passphrase with a pasted line break or an invisible character, which nobody can type again.
  it.each([
    'korrekt hest batteri\n',
    'korrekt\thest batteri',
    'korrekt hest\u200b batteri',
    'korrekt hest \ud800 batteri',
    'korrekt hest \u0000 batteri',
    'korrekt hest \u{e0fff} batteri',
    'korrekt hest \ue000 batteri',
  ])('refuses %j', (passphrase) => {
    expect(reasonFor(passphrase)).toBe('characters');
  });

  it('takes letters of any script, digits, marks, signs and spaces at the ends', () => {
    for (const passphrase of [' čáhppesmuorji ja gáica ', 'فصل الربيع جميل جدا', '123456 + 654321 = 777777']) {
      expect(reasonFor(passphrase)).toBeNull();
    }
  });
});
