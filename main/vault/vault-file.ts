import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { join } from 'node:path';
import canonicalize from 'canonicalize';
import { z } from 'zod';
import { readSmallFile, writeFileAtomically } from './atomic-file.ts';
import { PREVIOUS_VAULT_FILE, VAULT_FILE } from './casebook-folder.ts';
import { VaultError } from './errors.ts';
import { isAllowedCost } from './kdf.ts';

z.config({ jitless: true });

export const FORMAT_VERSION = 1;
export const MAX_SLOTS = 64;
const MAX_FILE_BYTES = 256 * 1024;

/** What a book was created for. Shells without every protection open only the last two. */
const PURPOSES = ['real', 'demo', 'test'] as const;
export type Purpose = (typeof PURPOSES)[number];

const hex = (bytes: number) => z.string().regex(new RegExp(`^[0-9a-f]{${bytes * 2}}$`));

/** Chosen by its owner to be readable without a key: one line, nothing invisible. */
const labelSchema = z
  .string()
  .max(60)
  .regex(/^[\p{L}\p{M}\p{N}\p{P}\p{S} ]+$/u);

const personIdSchema = z.string().regex(/^[0-9A-Za-z_-]{1,64}$/);

/**
 * One way in. Bytes are hex. To whoever holds the file a slot shows that there is one more person, how much a try costs
 * (and so roughly how fast the machine was), and the label if there is one. `personId` is the random id of a row.
 */
const slotSchema = z.strictObject({
  id: hex(16),
  /** Which master key it wraps: changed only by a rotation, during which slots of two epochs exist. */
  epoch: z.int().min(1),
  kind: z.literal('person'),
  personId: personIdSchema,
  label: labelSchema.optional(),
  kdf: z
    .strictObject({
      name: z.literal('argon2id'),
      version: z.literal(0x13),
      memoryKiB: z.int(),
      passes: z.int(),
      lanes: z.int(),
    })
    .refine(isAllowedCost),
  salt: hex(16),
  nonce: hex(12),
  wrapped: hex(32),
  tag: hex(16),
});

/**
 * All that is read without a key. No names, no times, no size: `bookId` is random, `purpose` says whether the work in
 * it is real.
 */
const contentSchema = z.strictObject({
  format: z.literal('vernebok-vault'),
  formatVersion: z.literal(FORMAT_VERSION),
  bookId: hex(16),
  purpose: z.enum(PURPOSES),
  slots: z
    .array(slotSchema)
    .min(1)
    .max(MAX_SLOTS)
    .refine((slots) => new Set(slots.map(({ id }) => id)).size === slots.length),
});

const fileSchema = contentSchema.extend({ mac: hex(32), checksum: hex(32) });

/** In every version, past and to come: so that damage is told from newness. */
const outerSchema = z.looseObject({ formatVersion: z.int().min(1), checksum: z.string() });

export type Slot = Readonly<z.infer<typeof slotSchema>>;
export type VaultContent = Readonly<z.infer<typeof contentSchema>>;
/** A vault file whose checksum and form are right. Who wrote it is known only after `assertAuthentic`. */
export type VaultFile = Readonly<z.infer<typeof fileSchema>>;

/** @throws VaultError LABEL_REFUSED */
export function assertGoodLabel(label: string | undefined): void {
  if (label !== undefined && !labelSchema.safeParse(label).success) throw new VaultError('LABEL_REFUSED');
}

/**
 * Reads `vault.json`. Needs no key and does no costly work.
 * @throws VaultError VAULT_MISSING; VAULT_DAMAGED (data.reason: `unreadable`, `checksum`, `content`); VAULT_NEWER; VAULT_IO
 */
export async function readVaultFile(folder: string): Promise<VaultFile> {
  const bytes = await readSmallFile(join(folder, VAULT_FILE), MAX_FILE_BYTES);
  if (bytes === 'missing') throw new VaultError('VAULT_MISSING');
  if (bytes === 'unusable') throw new VaultError('VAULT_DAMAGED', { reason: 'unreadable' });
  return parseVaultFile(bytes);
}

/** As `readVaultFile`, from bytes. */
function parseVaultFile(bytes: Uint8Array): VaultFile {
  const outer = outerSchema.safeParse(parsedJson(bytes));
  if (!outer.success) throw new VaultError('VAULT_DAMAGED', { reason: 'unreadable' });
  const { checksum, ...checked } = outer.data;
  if (checksum !== checksumOf(checked)) throw new VaultError('VAULT_DAMAGED', { reason: 'checksum' });
  const { formatVersion } = checked;
  if (formatVersion > FORMAT_VERSION) throw new VaultError('VAULT_NEWER', { formatVersion });
  const file = fileSchema.safeParse(outer.data);
  if (!file.success) throw new VaultError('VAULT_DAMAGED', { reason: 'content' });
  return file.data;
}

/** @throws VaultError VAULT_TAMPERED when the file was not written under this master key's MAC key */
export function assertAuthentic({ mac, checksum: _, ...content }: VaultFile, macKey: Uint8Array): void {
  if (!timingSafeEqual(Buffer.from(mac, 'hex'), macOf(content, macKey))) throw new VaultError('VAULT_TAMPERED');
}

/** The bytes of a vault file: readable JSON, with HMAC-SHA-256 over the content and SHA-256 over both. Throws TypeError for a mistake. */
export function sealVaultFile(content: VaultContent, macKey: Uint8Array): Buffer {
  // Nothing is put in place that could not be read again.
  if (!contentSchema.safeParse(content).success) throw new TypeError('not the content of a vault file');
  const withMac = { ...content, mac: macOf(content, macKey).toString('hex') };
  const file = { ...withMac, checksum: checksumOf(withMac) };
  return Buffer.from(`${JSON.stringify(file, null, 2)}\n`);
}

/**
 * Puts a new vault file in the place of the old one, atomically, and keeps the old one beside it.
 * @param withdraws true when a slot or passphrase stops being valid: the old file would still open with it, so it is
 *   kept only until the new one is in place, and is then replaced by a second copy of the new one
 * @throws VaultError VAULT_IO
 */
export async function replaceVaultFile(folder: string, bytes: Uint8Array, withdraws: boolean): Promise<void> {
  const old = await readSmallFile(join(folder, VAULT_FILE), MAX_FILE_BYTES);
  if (old instanceof Buffer) await writeFileAtomically(folder, PREVIOUS_VAULT_FILE, old);
  await writeFileAtomically(folder, VAULT_FILE, bytes);
  if (withdraws) await writeFileAtomically(folder, PREVIOUS_VAULT_FILE, bytes);
}

function parsedJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch {
    return null;
  }
}

/** Null where the content has no canonical form: a lone surrogate, which JSON can spell and RFC 8785 refuses. */
function checksumOf(value: unknown): string | null {
  try {
    return createHash('sha256').update(canonicalBytes(value)).digest('hex');
  } catch {
    return null;
  }
}

function macOf(content: VaultContent, macKey: Uint8Array): Buffer {
  return createHmac('sha256', macKey).update(canonicalBytes(content)).digest();
}

/** RFC 8785: one form for one content, whatever the order of fields or the spaces between them. */
export function canonicalBytes(value: unknown): Buffer {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('no JSON form');
  return Buffer.from(text);
}
