import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { deriveWrapKey, type KdfCost, SALT_BYTES } from './kdf.ts';
import { KEY_BYTES } from './keys.ts';
import { passphraseBytes } from './passphrase.ts';
import { canonicalBytes, type Slot } from './vault-file.ts';

const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

export interface SlotOwner {
  /** Random id of the slot, 32 hex digits. */
  readonly id: string;
  readonly epoch: number;
  readonly personId: string;
  readonly label?: string | undefined;
}

/** A new random slot id: 128 bits, 32 hex digits. */
export function newSlotId(): string {
  return randomBytes(16).toString('hex');
}

/**
 * Wraps the master key under a passphrase: Argon2id (RFC 9106) with a fresh salt gives the key for AES-256-GCM (RFC 5116,
 * NIST SP 800-38D). That key encrypts once only, so the random 96-bit nonce cannot repeat under it.
 * @throws VaultError COST_REFUSED, VAULT_NEEDS_MEMORY
 */
export async function wrapMasterKey(
  masterKey: Uint8Array,
  passphrase: string,
  cost: KdfCost,
  { id, epoch, personId, label }: SlotOwner,
): Promise<Slot> {
  const salt = randomBytes(SALT_BYTES);
  const nonce = randomBytes(NONCE_BYTES);
  return withWrapKey(passphrase, salt, cost, (wrapKey) => {
    const cipher = createCipheriv(CIPHER, wrapKey, nonce, { authTagLength: TAG_BYTES });
    cipher.setAAD(boundTo({ id, epoch }));
    const wrapped = Buffer.concat([cipher.update(masterKey), cipher.final()]);
    return {
      id,
      epoch,
      kind: 'person',
      personId,
      ...(label !== undefined && { label }),
      kdf: { name: 'argon2id', version: 0x13, memoryKiB: cost.memoryKiB, passes: cost.passes, lanes: cost.lanes },
      salt: salt.toString('hex'),
      nonce: nonce.toString('hex'),
      wrapped: wrapped.toString('hex'),
      tag: cipher.getAuthTag().toString('hex'),
    };
  });
}

/**
 * The master key a slot wraps, or null when the passphrase is not the slot's. A slot whose salt, cost or wrapped bytes
 * were changed gives null too: the two cannot be told apart. The caller overwrites the key when done.
 * @throws VaultError VAULT_NEEDS_MEMORY
 */
export async function openSlot(slot: Slot, passphrase: string): Promise<Buffer | null> {
  const { memoryKiB, passes, lanes } = slot.kdf;
  return withWrapKey(passphrase, Buffer.from(slot.salt, 'hex'), { memoryKiB, passes, lanes }, (wrapKey) => {
    const decipher = createDecipheriv(CIPHER, wrapKey, Buffer.from(slot.nonce, 'hex'), { authTagLength: TAG_BYTES });
    decipher.setAAD(boundTo(slot));
    decipher.setAuthTag(Buffer.from(slot.tag, 'hex'));
    const masterKey = Buffer.alloc(KEY_BYTES);
    try {
      decipher.update(Buffer.from(slot.wrapped, 'hex')).copy(masterKey);
      decipher.final();
      return masterKey;
    } catch {
      masterKey.fill(0);
      return null;
    }
  });
}

/**
 * What the wrap is bound to. Everything else in the file, the purpose too, is held by the MAC under the master key: bound
 * here as well, a changed purpose would be told as a wrong passphrase and not as what it is.
 */
function boundTo({ id, epoch }: { readonly id: string; readonly epoch: number }): Buffer {
  return canonicalBytes({ use: 'vernebok/1/slot', id, epoch });
}

async function withWrapKey<T>(
  passphrase: string,
  salt: Uint8Array,
  cost: KdfCost,
  work: (wrapKey: Buffer) => T,
): Promise<T> {
  const secret = passphraseBytes(passphrase);
  try {
    const wrapKey = await deriveWrapKey(secret, salt, cost);
    try {
      return work(wrapKey);
    } finally {
      wrapKey.fill(0);
    }
  } finally {
    secret.fill(0);
  }
}
