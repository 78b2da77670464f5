import { totalmem } from 'node:os';
import { type Algorithm, hashRaw, type Version } from '@node-rs/argon2';
import { VaultError } from './errors.ts';

/** What one derivation costs, in the terms of RFC 9106: m, t and p. */
export interface KdfCost {
  /** m, in KiB. */
  readonly memoryKiB: number;
  /** t. */
  readonly passes: number;
  /** p. */
  readonly lanes: number;
}

/** RFC 9106 section 4, second recommended option. No slot is made, and none is believed, below it. */
export const LEAST_COST: KdfCost = { memoryKiB: 64 * 1024, passes: 3, lanes: 4 };
/** What is read from a file is refused above this before any work is done: it would stall or end the machine. */
export const MOST_COST: KdfCost = { memoryKiB: 4 * 1024 * 1024, passes: 64, lanes: 16 };

export const SALT_BYTES = 16;
const WRAP_KEY_BYTES = 32;

// The package declares these as ambient const enums, which cannot be read at run time.
const ARGON2ID: Algorithm.Argon2id = 2;
const VERSION_13: Version.V0x13 = 1;

/** True if a cost lies between the least and the most. */
export function isAllowedCost({ memoryKiB, passes, lanes }: KdfCost): boolean {
  const within = (value: number, least: number, most: number) =>
    Number.isInteger(value) && value >= least && value <= most;
  return (
    within(memoryKiB, LEAST_COST.memoryKiB, MOST_COST.memoryKiB) &&
    within(passes, LEAST_COST.passes, MOST_COST.passes) &&
    within(lanes, LEAST_COST.lanes, MOST_COST.lanes)
  );
}

/**
 * Argon2id version 0x13 (RFC 9106), 32 bytes, off the main thread.
 * @param passphrase as `passphraseBytes` gives it
 * @param salt 16 random bytes, one slot only
 * @throws VaultError COST_REFUSED, VAULT_NEEDS_MEMORY (before the work where the system tells its limit)
 */
export async function deriveWrapKey(passphrase: Uint8Array, salt: Uint8Array, cost: KdfCost): Promise<Buffer> {
  if (!isAllowedCost(cost)) throw new VaultError('COST_REFUSED');
  const neededBytes = cost.memoryKiB * 1024;
  if (neededBytes > machineMemoryBytes()) throw new VaultError('VAULT_NEEDS_MEMORY', { neededBytes });
  try {
    return await hashRaw(passphrase, {
      algorithm: ARGON2ID,
      version: VERSION_13,
      memoryCost: cost.memoryKiB,
      timeCost: cost.passes,
      parallelism: cost.lanes,
      outputLen: WRAP_KEY_BYTES,
      salt,
    });
  } catch {
    // With salt, cost and input checked, memory that the system would not give is what is left to fail.
    throw new VaultError('VAULT_NEEDS_MEMORY', { neededBytes });
  }
}

/** Memory of this machine, or of the container the program was put into, in bytes. */
export function machineMemoryBytes(): number {
  const constrained = process.constrainedMemory();
  return constrained > 0 ? Math.min(constrained, totalmem()) : totalmem();
}
