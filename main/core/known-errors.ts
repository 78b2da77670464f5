import { StoreError, type StoreErrorCode } from '#db/store-error.ts';
import { ServiceError } from '#main/services/context.ts';
import { VaultError } from '#main/vault/errors.ts';

/** Failures of the store that no person can do anything about: mistakes of the program. */
const OURS: ReadonlySet<StoreErrorCode> = new Set([
  'SQL',
  'CONSTRAINT',
  'NESTED_COMMAND',
  'COMMAND_OVER',
  'KEY_FORMAT',
  'NO_CIPHER',
]);

/** Code and data of a failure that is meant for people; null for a fault of ours. */
export function knownError(error: unknown): { readonly code: string; readonly data?: unknown } | null {
  if (error instanceof StoreError && OURS.has(error.code)) return null;
  if (error instanceof ServiceError || error instanceof VaultError || error instanceof StoreError) {
    return { code: error.code, data: error.data };
  }
  return null;
}
