import { createHash } from 'node:crypto';
import { cp, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import canonicalize from 'canonicalize';
import { BOOK_FILE, VAULT_FILE } from '#main/vault/casebook-folder.ts';
import { isVaultError, type VaultError } from '#main/vault/errors.ts';
import { LEAST_COST } from '#main/vault/kdf.ts';
import { createVault, type NewVault } from '#main/vault/vault.ts';

export const PASSPHRASE = 'snøfall over blå båter';
export const PERSON = 'a1b2c3d4e5f60718293a4b5c6d7e8f90';
export const NEW_VAULT: NewVault = { passphrase: PASSPHRASE, personId: PERSON, purpose: 'test', cost: LEAST_COST };

/** A folder that is gone when the block ends. */
export interface Temporary extends AsyncDisposable {
  readonly path: string;
}

export async function temporaryFolder(): Promise<Temporary> {
  const path = await mkdtemp(join(tmpdir(), 'vernebok-vault-'));
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) };
}

/** A casebook made once, and copies of it for each test: a derivation takes a while. */
export async function casebook(options: Partial<NewVault> = {}) {
  const home = await temporaryFolder();
  const original = join(home.path, 'original');
  const vault = await createVault(original, { ...NEW_VAULT, ...options });
  await writeFile(join(original, BOOK_FILE), 'stands for the encrypted database');
  let copies = 0;
  return {
    original,
    vault,
    async copy(): Promise<string> {
      const folder = join(home.path, `copy-${copies++}`);
      await cp(original, folder, { recursive: true });
      return folder;
    },
    remove: () => home[Symbol.asyncDispose](),
  };
}

/** Hash, mode and time of every file and folder below, by its name. */
export async function stateOf(folder: string): Promise<Record<string, string>> {
  const state: Record<string, string> = {};
  for (const name of (await readdir(folder, { recursive: true })).sort()) {
    const found = await stat(join(folder, name));
    const hash = found.isFile()
      ? createHash('sha256')
          .update(await readFile(join(folder, name)))
          .digest('hex')
      : '';
    state[name] = `${found.mode.toString(8)} ${found.mtimeMs} ${hash}`;
  }
  return state;
}

// biome-ignore lint/suspicious/noExplicitAny: tests bend the file in ways its type forbids
type Loose = any;

/** Rewrites vault.json as someone without the key could: content changed, checksum made right again. */
export async function forge(folder: string, change: (file: Loose) => void): Promise<void> {
  const path = join(folder, VAULT_FILE);
  const { checksum: _, ...file } = JSON.parse(await readFile(path, 'utf8'));
  change(file);
  const checksum = createHash('sha256')
    .update(canonicalize(file) ?? '')
    .digest('hex');
  await writeFile(path, JSON.stringify({ ...file, checksum }));
}

/** The vault error that the work ends in; anything else, success too, fails the test. */
export async function errorOf(work: Promise<unknown>): Promise<VaultError> {
  try {
    await work;
  } catch (error) {
    if (isVaultError(error)) return error;
    throw error;
  }
  throw new Error('ended without an error');
}
