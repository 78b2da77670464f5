import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { BookKeys } from '#main/vault/keys.ts';

/** RFC 5869 sections 2.2 and 2.3 by hand, for one block of output. */
function hkdf(masterKey: Buffer, label: string): string {
  const extracted = createHmac('sha256', Buffer.alloc(32)).update(masterKey).digest();
  return createHmac('sha256', extracted).update(label).update(Buffer.of(1)).digest('hex');
}

describe('BookKeys', () => {
  const masterKey = Buffer.from(Array.from({ length: 32 }, (_, index) => index));
  const keys = new BookKeys(masterKey);
  const uses = ['files', 'log', 'head', 'packages', 'checkpoint', 'vault'] as const;

  // Would catch: a changed label, salt or hash, after which no existing book opens.
  it('are HKDF-SHA-256 of the master key under their labels', () => {
    expect(keys.database).toBe(hkdf(masterKey, 'vernebok/1/database'));
    for (const use of uses) expect(keys[use].toString('hex')).toBe(hkdf(masterKey, `vernebok/1/${use}`));
  });

  // Would catch: two uses of one key.
  it('are all different', () => {
    expect(new Set([keys.database, ...uses.map((use) => keys[use].toString('hex'))]).size).toBe(uses.length + 1);
  });
});
