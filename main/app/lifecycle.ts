import type { LockCause } from '#contract/app.ts';
import type { Envelope } from '#contract/envelope.ts';
import { ERROR_CODES } from '#contract/errors.ts';
import type { CoreRequest, Locked } from '#main/core/messages.ts';
import { refusal } from '#main/ipc/router.ts';
import type { Shell } from '#main/shell/shell.ts';
import { type CoreClient, createCoreClient, type StartCore } from './core-client.ts';

/** How long the page may hand in drafts, and then how long running work may take before it is interrupted. */
export const FLUSH_WITHIN_MS = 500;

/** Where the application stands. Only outside `locked` does a core process live. */
type State =
  | { readonly is: 'locked'; readonly by: LockCause | null; readonly dueAt: readonly number[] }
  | { readonly is: 'opening'; core: CoreClient | null }
  | { readonly is: 'open'; readonly core: CoreClient; readonly session: AbortController }
  /** While `flushing` the core still takes calls: the page hands in its drafts. */
  | { readonly is: 'locking'; readonly core: CoreClient; flushing: boolean; flushed: () => void; done: Promise<void> };

export interface Lifecycle {
  /** Starts a core process and lets it open or create a book. Answers JSON of an `Envelope`. */
  open(request: CoreRequest): Promise<string>;
  /**
   * Takes drafts in, ends the core process and everything that belongs to the session, and renews the page.
   * `page`: whether there is a page to ask for drafts and to renew. Safe to call at any time, and twice.
   */
  lock(cause: LockCause, page?: { readonly ask: boolean; readonly renew: boolean }): Promise<void>;
  /** The page says that its drafts are in. */
  flushed(): void;
  /** The core that takes calls now, or null. */
  core(): CoreClient | null;
  /** Ends with the session; null while none is open. */
  signal(): AbortSignal | null;
  readonly isLocked: boolean;
  readonly lockedBy: LockCause | null;
  readonly dueAt: readonly number[];
}

/**
 * Opens and locks: the one place that starts and ends core processes.
 * @param broken called when the page could not be renewed: what it held may still be there
 */
export function createLifecycle(
  shell: Pick<Shell, 'send' | 'resetPage'>,
  startCore: StartCore,
  broken: () => Promise<void>,
): Lifecycle {
  let state: State = { is: 'locked', by: null, dueAt: [] };

  async function open(request: CoreRequest): Promise<string> {
    if (state.is !== 'locked') return refusal(ERROR_CODES.UNLOCKED_ALREADY);
    const before = state;
    const opening: State = { is: 'opening', core: null };
    state = opening;
    try {
      const core = createCoreClient(await startCore(), (name, json) => shell.send(name, json));
      opening.core = core;
      const answerJson = await core.ask(request);
      if (!(JSON.parse(answerJson) as Envelope<unknown>).ok) {
        await core.drop();
        state = before;
        return answerJson;
      }
      state = { is: 'open', core, session: new AbortController() };
      void core.ended.then(() => {
        if (state.is === 'open' && state.core === core) void lock('fault');
      });
      return answerJson;
    } catch (error) {
      state = before;
      throw error;
    }
  }

  function lock(cause: LockCause, page = { ask: true, renew: true }): Promise<void> {
    if (state.is === 'locking') return state.done;
    // The answer that was waited for is CORE_ENDED, and `open` goes back to locked.
    if (state.is === 'opening') return state.core?.drop() ?? Promise.resolve();
    if (state.is === 'locked') return Promise.resolve();
    const { core, session } = state;
    const drafts = Promise.withResolvers<void>();
    const locking: State = { is: 'locking', core, flushing: true, flushed: drafts.resolve, done: drafts.promise };
    state = locking;
    session.abort();
    locking.done = (async () => {
      if (page.ask) {
        shell.send('vault.locking', JSON.stringify({ withinMs: FLUSH_WITHIN_MS }));
        const overdue = setTimeout(drafts.resolve, FLUSH_WITHIN_MS);
        await Promise.race([drafts.promise, core.ended]);
        clearTimeout(overdue);
      }
      locking.flushing = false;
      const words = await core.end(FLUSH_WITHIN_MS);
      if (page.renew) await shell.resetPage().catch(broken);
      state = { is: 'locked', by: cause, dueAt: dueOf(words) };
    })();
    return locking.done;
  }

  return {
    open,
    lock,
    flushed: () => (state.is === 'locking' ? state.flushed() : undefined),
    core: () => (state.is === 'open' || (state.is === 'locking' && state.flushing) ? state.core : null),
    signal: () => (state.is === 'open' ? state.session.signal : null),
    get isLocked() {
      return state.is === 'locked' || state.is === 'opening';
    },
    get lockedBy() {
      return state.is === 'locked' ? state.by : null;
    },
    get dueAt() {
      return state.is === 'locked' ? state.dueAt : [];
    },
  };
}

function dueOf(words: string | null): readonly number[] {
  if (words === null) return [];
  const answer = JSON.parse(words) as Envelope<Locked>;
  return answer.ok ? answer.value.dueAt : [];
}
