import type { BookPurpose, SessionInfo } from '#contract/app.ts';
import type { AppEvents, EventName } from '#contract/events.ts';
import type { Role } from '#contract/route.ts';
import type { CoreRouteName, OutputOf, ParsedOf } from '#contract/routes.ts';
import type { Book } from '#db/book.ts';
import type { UnlockedVault } from '#main/vault/unlocked-vault.ts';

/** What a handler works with: one open book, the person who opened it, the clock. */
export interface Context {
  readonly book: Book;
  /** Keys of the open book: for its head, files and packages. */
  readonly vault: Pick<UnlockedVault, 'folder' | 'keys'>;
  readonly person: { readonly name: string; readonly role: Role };
  readonly purpose: BookPurpose;
  /** IANA zone of the book. */
  readonly zone: string;
  /** Folder of the casebook. */
  readonly folder: string;
  /** ms UTC. */
  readonly now: () => number;
  readonly emit: <E extends EventName>(name: E, payload: AppEvents[E]) => void;
  /** Facts about the opening, for the person to see once. */
  readonly opening: Pick<SessionInfo, 'lastOpenedAt' | 'failedAttempts' | 'head' | 'clock'>;
}

/** Handlers of the named routes; one that is missing does not compile. */
export type Handlers<N extends CoreRouteName> = {
  readonly [K in N]: (context: Context, input: ParsedOf<K>) => Promise<OutputOf<K>>;
};

/** A failure a person can act on, told by its code; anything else thrown is a fault of ours (INTERNAL). */
export class ServiceError extends Error {
  readonly code: string;
  readonly data: unknown;
  constructor(code: string, data?: unknown) {
    super(code);
    this.name = 'ServiceError';
    this.code = code;
    this.data = data;
  }
}
