import { hkdfSync } from 'node:crypto';
import { VaultError } from './errors.ts';

export const KEY_BYTES = 32;

/**
 * One label for each use: what is written under one key says nothing about another (RFC 5869 section 3.2). The labels
 * are part of the format and never change.
 */
const LABELS = {
  database: 'vernebok/1/database',
  files: 'vernebok/1/files',
  log: 'vernebok/1/log',
  head: 'vernebok/1/head',
  packages: 'vernebok/1/packages',
  checkpoint: 'vernebok/1/checkpoint',
  vault: 'vernebok/1/vault',
} as const;

type KeyUse = keyof typeof LABELS;

/**
 * HKDF-SHA-256 (RFC 5869), 32 bytes. No salt: the master key is 32 uniformly random bytes already (section 3.1).
 */
export function deriveKey(masterKey: Uint8Array, use: KeyUse): Buffer {
  return Buffer.from(hkdfSync('sha256', masterKey, new Uint8Array(0), LABELS[use], KEY_BYTES));
}

/**
 * The keys of an open book. The fields are private, so that printing or serialising the object shows none of them.
 *
 * `dispose` overwrites the bytes held here. It cannot reach copies: the database's key as text, what OpenSSL, Argon2 and
 * SQLCipher hold, what the system swapped out, and buffers that callers copied. That is why locking ends the process.
 */
export class BookKeys {
  readonly #keys: ReadonlyMap<KeyUse, Buffer>;
  #disposed = false;

  constructor(masterKey: Uint8Array) {
    const uses = Object.keys(LABELS) as KeyUse[];
    this.#keys = new Map(uses.map((use) => [use, deriveKey(masterKey, use)]));
  }

  /** Raw key of the database as 64 hex digits, the form SQLCipher takes. A string cannot be overwritten: do not keep it. */
  get database(): string {
    return this.#key('database').toString('hex');
  }
  /** Attachments. */
  get files(): Buffer {
    return this.#key('files');
  }
  /** Commitments of the log. */
  get log(): Buffer {
    return this.#key('log');
  }
  /** MAC of the head. */
  get head(): Buffer {
    return this.#key('head');
  }
  /** Sealed packages. */
  get packages(): Buffer {
    return this.#key('packages');
  }
  /** Checkpoints on what leaves the book. */
  get checkpoint(): Buffer {
    return this.#key('checkpoint');
  }
  /** MAC of vault.json. */
  get vault(): Buffer {
    return this.#key('vault');
  }

  /** Overwrites the keys; every later use throws VAULT_DISPOSED. */
  dispose(): void {
    this.#disposed = true;
    for (const key of this.#keys.values()) key.fill(0);
  }

  #key(use: KeyUse): Buffer {
    const key = this.#keys.get(use);
    if (this.#disposed || key === undefined) throw new VaultError('VAULT_DISPOSED');
    return key;
  }
}
