import { createHash, hash, randomBytes } from 'node:crypto';
import canonicalize from 'canonicalize';

/**
 * The arithmetic of both chains. All hashes are SHA-256 (FIPS 180-4) over UTF-8 text, written as 64 hex digits;
 * structures are hashed in their canonical form (RFC 8785).
 */
const SALT_BYTES = 16;

export type ChangeOp = 'insert' | 'update' | 'strike' | 'restore' | 'delete';

/** One change as it is committed to. `before` and `after` are canonical JSON already; null is no such state. */
export interface CommittedChange {
  readonly id: string;
  readonly kind: string;
  readonly op: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** `count` random salts of 128 bits as hex, from one call of the random source. */
export function newSalts(count: number): string[] {
  const all = randomBytes(SALT_BYTES * count).toString('hex');
  return Array.from({ length: count }, (_, i) => all.slice(i * SALT_BYTES * 2, (i + 1) * SALT_BYTES * 2));
}

/**
 * Commitment to a change: SHA-256(salt as hex ‖ canonical form of {after, before, id, kind, op}). Without the salt it
 * tells nothing, so it may stay when a purge takes content and salt away.
 */
export function commitment(salt: string, change: CommittedChange): string {
  const { id, kind, op, before, after } = change;
  // Put together by hand from parts that are canonical: parsing megabytes only to sort keys again would cost more.
  return hash('sha256', `${salt}{"after":${after},"before":${before},"id":"${id}","kind":"${kind}","op":"${op}"}`);
}

/** Digest over the commitments of one entry, in order. */
export function commitmentDigest(): { add(commitment: string): void; end(): string } {
  const digest = createHash('sha256');
  return { add: (one) => digest.update(one), end: () => digest.digest('hex') };
}

export interface EntryContent {
  readonly seq: number;
  readonly at: number;
  readonly person: string;
  readonly action: string;
  readonly group: string | null;
  readonly reverts: number | null;
  readonly prev: string;
  /** Digest over the commitments. */
  readonly changes: string;
}

/** Hash of a log entry; the next one carries it as `prev`. */
export function entryHash(entry: EntryContent): string {
  return canonicalHash(entry);
}

export interface UseContent {
  readonly seq: number;
  readonly at: number;
  readonly person: string;
  readonly action: string;
  readonly recordId: string | null;
  readonly detail: string | null;
  readonly prev: string;
}

/** Hash of an entry of the use log. */
export function useHash(entry: UseContent): string {
  return canonicalHash(entry);
}

/**
 * What the first entry of a chain carries as `prev`: it binds the chain to this book, so that who the book is, and for
 * what it was made, cannot be changed behind the log.
 */
export function genesisHash(chain: 'log' | 'use', info: Readonly<Record<string, string>>): string {
  return canonicalHash({ chain, info });
}

function canonicalHash(content: object): string {
  return hash('sha256', canonicalize(content) ?? '');
}
