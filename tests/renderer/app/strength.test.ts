import { describe, expect, it } from 'vitest';
import { assertGoodPassphrase } from '#main/vault/passphrase.ts';
import { isTaken, SHORTEST, strengthOf } from '#renderer/app/unlock/strength.ts';

describe('what is said of a passphrase', () => {
  // Would catch: a screen that takes what the vault then refuses, or refuses what it would take.
  it('asks for the length the vault asks for', () => {
    const shortest = 'fjord lampe stige hest'.slice(0, SHORTEST);
    expect(() => assertGoodPassphrase(shortest)).not.toThrow();
    expect(() => assertGoodPassphrase(shortest.slice(1))).toThrow();
  });

  // Would catch: letters counted in UTF-16 units, so that seven emoji pass for fourteen characters.
  it.each([
    ['', 'empty'],
    ['kort', 'too_short'],
    ['😀'.repeat(8), 'too_short'],
    ['a'.repeat(40), 'too_uniform'],
    ['fjord lampe sti', 'short'],
    ['fjord lampe stige hest', 'good'],
    ['fjord lampe stige hest vinter', 'good'],
    ['fjord lampe stige hest vinter ull', 'long'],
  ])('%s: %s', (passphrase, strength) => {
    expect(strengthOf(passphrase)).toBe(strength);
    expect(isTaken(strengthOf(passphrase))).toBe(['short', 'good', 'long'].includes(strength));
  });
});
