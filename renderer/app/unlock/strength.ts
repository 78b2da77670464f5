/** Shortest passphrase that is taken, in code points (NIST SP 800-63B-4, 3.1.1.2: one that stands alone). The vault asks the same. */
export const SHORTEST = 15;
/** Different characters a passphrase must have at least: `aaaa…` is long and says nothing. */
const FEWEST_KINDS = 6;

export type Strength = 'empty' | 'too_short' | 'too_uniform' | 'short' | 'good' | 'long';

/**
 * What can honestly be said of a passphrase by its length: whether it is long enough to be strong if it was made at
 * random. How it was made is not known, and no list of words is asked.
 */
export function strengthOf(passphrase: string): Strength {
  const characters = Array.from(passphrase.normalize('NFC'));
  if (characters.length === 0) return 'empty';
  if (characters.length < SHORTEST) return 'too_short';
  if (new Set(characters).size < FEWEST_KINDS) return 'too_uniform';
  if (characters.length < 22) return 'short';
  return characters.length < 30 ? 'good' : 'long';
}

/** True if a book may be created with it. */
export function isTaken(strength: Strength): boolean {
  return strength === 'short' || strength === 'good' || strength === 'long';
}
