/** Identity of any record; random, carries no meaning and is safe in file names. */
export type RecordId = string & { readonly __brand: 'RecordId' };

const pattern = /^[0-9a-f]{32}$/;

/** True if `value` has the form of a record id: 32 lower-case hex digits. */
export function isRecordId(value: unknown): value is RecordId {
  return typeof value === 'string' && pattern.test(value);
}

/**
 * A new id of 128 bits from the platform's cryptographic random source (Web Crypto, there in Node and browser alike).
 */
export function newRecordId(): RecordId {
  return crypto.randomUUID().replaceAll('-', '') as RecordId;
}
