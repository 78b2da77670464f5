import { VaultError } from './errors.ts';

/**
 * Shortest passphrase for a new slot, in code points. A stolen casebook is guessed at without any limit on attempts, and
 * the passphrase is all that protects it; NIST SP 800-63B-4 (2025), section 3.1.1.2, asks at least 15 characters of a
 * password that stands alone, and no rules on which characters. Four or five random words are the good way to get there.
 */
const MIN_PASSPHRASE_LENGTH = 15;
/** Longest one, in code points; far above the 64 that the same section wants allowed. */
const MAX_PASSPHRASE_LENGTH = 1024;

const VISIBLE_OR_SPACE = /^[\p{L}\p{M}\p{N}\p{P}\p{S} ]+$/u;
/** RFC 8264 sections 9.12 and 9.13: old Hangul jamo, and code points that show nothing. */
const REFUSED = /[\u1100-\u11ff\ua960-\ua97f\ud7b0-\ud7ff\p{Default_Ignorable_Code_Point}]/u;

/**
 * The bytes that a passphrase stands for: RFC 8265 section 4.2.2 (OpaqueString) in UTF-8. Every kind of space becomes
 * U+0020, then NFC: `å` typed as one key or as `a` and a ring is the same passphrase. Nothing is trimmed, and case and
 * width stay. (NFC and not NFKC because the RFC says so: NFKC would make different passphrases equal.)
 * The caller overwrites the bytes when done.
 */
export function passphraseBytes(passphrase: string): Uint8Array {
  return new TextEncoder().encode(prepared(passphrase));
}

/**
 * Refuses what must not become a new passphrase. Asked only when one is chosen: at unlock any input is just tried.
 * Control characters (a pasted line break), invisible, unassigned and broken code points are refused, because nobody
 * could type them again (RFC 8264 FreeformClass).
 * @throws VaultError PASSPHRASE_REFUSED with reason `too_short`, `too_long` or `characters`
 */
export function assertGoodPassphrase(passphrase: string): void {
  const text = prepared(passphrase);
  const length = [...text].length;
  const reason =
    length < MIN_PASSPHRASE_LENGTH
      ? 'too_short'
      : length > MAX_PASSPHRASE_LENGTH
        ? 'too_long'
        : !VISIBLE_OR_SPACE.test(text) || REFUSED.test(text)
          ? 'characters'
          : null;
  if (reason === null) return;
  throw new VaultError('PASSPHRASE_REFUSED', {
    reason,
    minLength: MIN_PASSPHRASE_LENGTH,
    maxLength: MAX_PASSPHRASE_LENGTH,
  });
}

function prepared(passphrase: string): string {
  return passphrase.replace(/\p{Zs}/gu, ' ').normalize('NFC');
}
