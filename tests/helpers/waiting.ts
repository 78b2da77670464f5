/**
 * How long a state may take to come before a test gives up on it (ms): long, so that a busy machine fails nothing. What
 * never comes fails all the same. `vitest.config.ts` says the same of a whole test.
 */
export const WAIT_MS = 60_000;
