import { randomBytes } from 'node:crypto';
import type { Context } from '#main/services/context.ts';
import { BookKeys } from '#main/vault/keys.ts';
import { DEFAULT_ZONE } from '#model/time.ts';
import { openTestBook, type TestBook } from './book.ts';

/** A real test book with the context its handlers get; events are kept for the test to look at. */
export interface TestContext extends TestBook {
  readonly context: Context;
  readonly events: { readonly name: string; readonly payload: unknown }[];
}

/** Opens a new test book and a context over it. Remove it in afterEach. */
export async function openTestContext(): Promise<TestContext> {
  const opened = await openTestBook();
  const events: { name: string; payload: unknown }[] = [];
  const context: Context = {
    book: opened.book,
    vault: { folder: opened.folder, keys: new BookKeys(randomBytes(32)) },
    person: { name: 'Fjære', role: 'analyst' },
    purpose: 'test',
    zone: DEFAULT_ZONE,
    folder: opened.folder,
    now: () => Date.now(),
    emit: (name, payload) => events.push({ name, payload }),
    opening: { lastOpenedAt: null, failedAttempts: [], head: 'same', clock: 'plausible' },
  };
  return Object.assign(opened, { context, events });
}
