import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LEAST_COST } from '#main/vault/kdf.ts';
import { addSlot, changePassphrase, removeSlot } from '#main/vault/slot-changes.ts';
import { describeVault, unlockVault } from '#main/vault/vault.ts';
import { casebook, errorOf, forge, PASSPHRASE } from './casebook.ts';

const SECOND = 'the second way into the book';
const NEW = 'a wholly new passphrase now';
const now = () => 1_000_000;
const confirmed = { confirm: PASSPHRASE, now };
const secondSlot = { ...confirmed, passphrase: SECOND, personId: 'second-person', cost: LEAST_COST };

let made: Awaited<ReturnType<typeof casebook>>;
beforeAll(async () => {
  made = await casebook();
});
afterAll(() => made.remove());

/** A copy of the book, opened. */
async function opened() {
  const folder = await made.copy();
  return { folder, vault: await unlockVault(folder, PASSPHRASE) };
}

describe('slots', () => {
  // Would catch: a second slot that wraps another key or shuts out the first, a removed one that still opens, and the
  // old file left beside with the removed slot in it.
  it('let a second person in, and out again', async () => {
    const { folder, vault } = await opened();
    const before = await readFile(join(folder, 'vault.json'));
    const id = await addSlot(vault, { ...secondSlot, label: 'Vakt' });
    expect(await readFile(join(folder, 'vault.json.previous'))).toEqual(before);
    expect((await describeVault(folder)).slots.map(({ label }) => label)).toEqual([undefined, 'Vakt']);

    const other = await unlockVault(folder, SECOND);
    expect(other).toMatchObject({ slotId: id, personId: 'second-person', bookId: vault.bookId });
    expect(other.keys.database).toBe(vault.keys.database);
    expect((await unlockVault(folder, PASSPHRASE)).slotId).toBe(vault.slotId);

    await removeSlot(vault, id, confirmed);
    expect((await errorOf(unlockVault(folder, SECOND))).code).toBe('PASSPHRASE_WRONG');
    const now = await readFile(join(folder, 'vault.json'));
    expect(await readFile(join(folder, 'vault.json.previous'))).toEqual(now);
    expect(now.includes(id)).toBe(false);
  });

  // Would catch: a book that nobody can open any more, by one click.
  it('cannot all be removed', async () => {
    const { folder, vault } = await opened();
    const before = await readFile(join(folder, 'vault.json'));
    expect((await errorOf(removeSlot(vault, vault.slotId, confirmed))).code).toBe('LAST_SLOT');
    expect((await errorOf(removeSlot(vault, '0'.repeat(32), confirmed))).code).toBe('SLOT_NOT_FOUND');
    expect(await readFile(join(folder, 'vault.json'))).toEqual(before);
  });

  // Would catch: a passphrase change that leaves the old one valid, loses the slot, or keeps the old file beside.
  it('take a new passphrase in place of the old', async () => {
    const { folder, vault } = await opened();
    await changePassphrase(vault, { ...confirmed, passphrase: NEW, cost: { ...LEAST_COST, passes: 4 } });
    expect((await errorOf(unlockVault(folder, PASSPHRASE, { now }))).code).toBe('PASSPHRASE_WRONG');
    const again = await unlockVault(folder, NEW, { now: () => now() + 1000 });
    expect(again.slotId).toBe(vault.slotId);
    expect(again.keys.database).toBe(vault.keys.database);
    const file = JSON.parse(await readFile(join(folder, 'vault.json.previous'), 'utf8'));
    expect(file.slots).toMatchObject([{ id: vault.slotId, kdf: { passes: 4 } }]);
  });

  // Would catch: a minute at an unlocked desk that is enough for a way in that lasts, or for endless guessing.
  it('ask for the passphrase of the one signed in, and count wrong ones', async () => {
    const { folder, vault } = await opened();
    const before = await readFile(join(folder, 'vault.json'));
    const guess = { ...secondSlot, confirm: 'not the one it should be' };
    expect((await errorOf(addSlot(vault, guess))).code).toBe('PASSPHRASE_WRONG');
    expect((await errorOf(changePassphrase(vault, guess))).code).toBe('ATTEMPTS_SLOWED');
    expect((await errorOf(removeSlot(vault, vault.slotId, guess))).code).toBe('ATTEMPTS_SLOWED');
    expect(await readFile(join(folder, 'vault.json'))).toEqual(before);
  });

  // Would catch: a change that seals, under the true key, what someone wrote into the file in the meantime.
  it('are not changed on top of a file that was tampered with', async () => {
    const { folder, vault } = await opened();
    await forge(folder, (file) => {
      file.purpose = 'demo';
    });
    expect((await errorOf(addSlot(vault, secondSlot))).code).toBe('VAULT_TAMPERED');
    await writeFile(join(folder, 'vault.json'), '{}');
    expect((await errorOf(addSlot(vault, secondSlot))).code).toBe('VAULT_DAMAGED');
  });

  // Would catch: two changes at once of which the second writes over the first.
  it('are changed one after the other', async () => {
    const { folder, vault } = await opened();
    const [first, second] = await Promise.all([
      addSlot(vault, secondSlot),
      addSlot(vault, { ...secondSlot, passphrase: NEW }),
    ]);
    expect((await describeVault(folder)).slots.map(({ id }) => id)).toEqual([vault.slotId, first, second]);
  });

  // Would catch: weak passphrases by the back door, and a locked book that still changes.
  it('refuse a weak passphrase, and any change once disposed', async () => {
    const { vault } = await opened();
    expect((await errorOf(addSlot(vault, { ...secondSlot, passphrase: 'kort' }))).code).toBe('PASSPHRASE_REFUSED');
    expect((await errorOf(changePassphrase(vault, { ...confirmed, passphrase: '' }))).code).toBe('PASSPHRASE_REFUSED');
    vault.dispose();
    expect((await errorOf(addSlot(vault, secondSlot))).code).toBe('VAULT_DISPOSED');
  });
});
