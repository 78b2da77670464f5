import { timingSafeEqual } from 'node:crypto';
import { countedAttempt } from './attempts.ts';
import { type CostChoice, chooseCost } from './calibrate.ts';
import { VaultError } from './errors.ts';
import { assertGoodPassphrase } from './passphrase.ts';
import { newSlotId, openSlot, wrapMasterKey } from './slots.ts';
import { inTurn } from './turns.ts';
import type { UnlockedVault } from './unlocked-vault.ts';
import {
  assertAuthentic,
  assertGoodLabel,
  MAX_SLOTS,
  readVaultFile,
  replaceVaultFile,
  type Slot,
  sealVaultFile,
  type VaultFile,
} from './vault-file.ts';

/**
 * Changes of who can open a book. Each asks for the passphrase of the person signed in, although the master key is in
 * memory: a minute at an unlocked desk must not be enough to make a way in that lasts.
 *
 * The master key stays the same. Someone who kept an old copy of `vault.json` (a backup) and knows a passphrase that was
 * valid then can still open this book. Ending that takes a new master key (rotation), which is not there yet; nor are
 * recovery slots.
 */
export interface Confirmation {
  /** Passphrase of the slot that was unlocked. */
  readonly confirm: string;
  /** The clock, ms UTC. */
  readonly now?: () => number;
}

export interface NewSlot extends Confirmation, CostChoice {
  readonly passphrase: string;
  readonly personId: string;
  readonly label?: string;
}

export interface NewPassphrase extends Confirmation, CostChoice {
  readonly passphrase: string;
}

/**
 * Gives one more person a way in. Returns the id of the slot.
 * @throws VaultError PASSPHRASE_REFUSED, LABEL_REFUSED, TOO_MANY_SLOTS, and what all changes throw: PASSPHRASE_WRONG,
 *   ATTEMPTS_SLOWED, SLOT_NOT_FOUND (one's own was removed meanwhile), COST_REFUSED, VAULT_NEEDS_MEMORY,
 *   VAULT_TAMPERED, VAULT_DAMAGED, VAULT_MISSING, VAULT_DISPOSED, VAULT_IO
 */
export async function addSlot(vault: UnlockedVault, options: NewSlot): Promise<string> {
  const { passphrase, personId, label } = options;
  assertGoodPassphrase(passphrase);
  assertGoodLabel(label);
  const id = newSlotId();
  await changeSlots(vault, options, false, async ({ slots }) => {
    if (slots.length >= MAX_SLOTS) throw new VaultError('TOO_MANY_SLOTS');
    const owner = { id, epoch: vault.epoch, personId, label };
    return [...slots, await wrapMasterKey(vault.masterKey, passphrase, await chooseCost(options), owner)];
  });
  return id;
}

/**
 * Takes a way in away. One's own may be removed while another is left; the book stays open until it is locked.
 * @throws VaultError LAST_SLOT, SLOT_NOT_FOUND, and what all changes throw (see `addSlot`)
 */
export async function removeSlot(vault: UnlockedVault, slotId: string, options: Confirmation): Promise<void> {
  await changeSlots(vault, options, true, async ({ slots }) => {
    const left = slots.filter(({ id }) => id !== slotId);
    if (left.length === slots.length) throw new VaultError('SLOT_NOT_FOUND');
    if (!left.some(({ kind }) => kind === 'person')) throw new VaultError('LAST_SLOT');
    return left;
  });
}

/**
 * Replaces one's own passphrase, in one atomic swap of the file. The slot keeps its id; its cost is calibrated anew, so
 * this is also how a slot made on a slower machine becomes stronger.
 * @throws VaultError PASSPHRASE_REFUSED, and what all changes throw (see `addSlot`)
 */
export async function changePassphrase(vault: UnlockedVault, options: NewPassphrase): Promise<void> {
  assertGoodPassphrase(options.passphrase);
  await changeSlots(vault, options, true, async ({ slots }, own) => {
    const changed = await wrapMasterKey(vault.masterKey, options.passphrase, await chooseCost(options), own);
    return slots.map((slot) => (slot.id === own.id ? changed : slot));
  });
}

async function changeSlots(
  vault: UnlockedVault,
  { confirm, now = Date.now }: Confirmation,
  withdraws: boolean,
  change: (file: VaultFile, own: Slot) => Promise<Slot[]>,
): Promise<void> {
  await inTurn(vault.folder, async () => {
    const file = await readVaultFile(vault.folder);
    assertAuthentic(file, vault.keys.vault);
    const own = file.slots.find(({ id }) => id === vault.slotId);
    if (!own) throw new VaultError('SLOT_NOT_FOUND');
    await countedAttempt(vault.folder, now, () => opensWith(own, confirm, vault.masterKey));
    const { mac: _, checksum: __, ...content } = file;
    const bytes = sealVaultFile({ ...content, slots: await change(file, own) }, vault.keys.vault);
    await replaceVaultFile(vault.folder, bytes, withdraws);
  });
}

/** True, or null for a wrong passphrase. */
async function opensWith(slot: Slot, passphrase: string, masterKey: Buffer): Promise<true | null> {
  const found = await openSlot(slot, passphrase);
  if (found === null) return null;
  const same = timingSafeEqual(found, masterKey);
  found.fill(0);
  return same ? true : null;
}
