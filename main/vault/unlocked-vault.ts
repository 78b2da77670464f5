import { VaultError } from './errors.ts';
import { BookKeys } from './keys.ts';
import type { Purpose, Slot, VaultContent } from './vault-file.ts';

/** A casebook whose keys are in memory. Made by `createVault` and `unlockVault`; `dispose` when done. */
export class UnlockedVault {
  readonly folder: string;
  /** Random id of the book, 32 hex digits. */
  readonly bookId: string;
  /** Verified: the MAC over it was right. */
  readonly purpose: Purpose;
  /** The slot that was opened. */
  readonly slotId: string;
  /** Whose slot it is. */
  readonly personId: string;
  /** Which master key of the book this is, from 1. */
  readonly epoch: number;
  readonly keys: BookKeys;
  readonly #masterKey: Buffer;
  #disposed = false;

  /** @param masterKey taken over: overwritten by `dispose` */
  constructor(folder: string, { bookId, purpose }: VaultContent, { id, personId, epoch }: Slot, masterKey: Buffer) {
    this.folder = folder;
    this.bookId = bookId;
    this.purpose = purpose;
    this.slotId = id;
    this.personId = personId;
    this.epoch = epoch;
    this.keys = new BookKeys(masterKey);
    this.#masterKey = masterKey;
  }

  /** For wrapping it into slots; everything else uses `keys`. Throws VAULT_DISPOSED. */
  get masterKey(): Buffer {
    if (this.#disposed) throw new VaultError('VAULT_DISPOSED');
    return this.#masterKey;
  }

  /** Overwrites master key and keys in memory as far as they can be reached; what cannot is said at `BookKeys`. */
  dispose(): void {
    this.#disposed = true;
    this.#masterKey.fill(0);
    this.keys.dispose();
  }

  [Symbol.dispose](): void {
    this.dispose();
  }
}
