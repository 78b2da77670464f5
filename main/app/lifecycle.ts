import type { HandedIn, LockCause } from '#contract/app.ts';
import type { Envelope } from '#contract/envelope.ts';
import { ERROR_CODES } from '#contract/errors.ts';
import type { CoreRequest, Locked } from '#main/core/messages.ts';
import { refusal } from '#main/ipc/router.ts';
import type { Shell } from '#main/shell/shell.ts';
import { type CoreClient, createCoreClient, type StartCore } from './core-client.ts';

/** How long the page may hand in drafts, and then how long running work may take before it is interrupted. */
const FLUSH_WITHIN_MS = 500;

/** Where the application stands. Only outside `locked` does a core process live. */
type State =
  | {
      readonly is: 'locked';
      readonly by: LockCause | null;
      readonly handedIn: HandedIn | null;
      readonly dueAt: readonly number[];
    }
  /** `unwanted`: a lock was asked for meanwhile. */
  | { readonly is: 'opening'; core: CoreClient | null; unwanted: boolean }
  | { readonly is: 'open'; readonly core: CoreClient; readonly session: AbortController }
  /** While `flushing` the core still takes calls: the page hands in its drafts. */
  | {
      readonly is: 'locking';
      readonly core: CoreClient;
      flushing: boolean;
      readonly flushed: (handedIn: HandedIn) => void;
      done: Promise<void>;
    };

export interface Lifecycle {
  /** Starts a core process and lets it open or create a book. Answers JSON of an `Envelope`. */
  open(request: CoreRequest): Promise<string>;
  /**
   * Takes drafts in, ends the core process and everything that belongs to the session, and renews the page.
   * `page`: whether there is a page to ask for drafts and to renew. Safe to call at any time, and twice.
   */
  lock(cause: LockCause, page?: { readonly ask: boolean; readonly renew: boolean }): Promise<void>;
  /** The page says that nothing is on its way any more. @param failed how much of it could not be kept */
  flushed(failed: number): void;
  /** The core that takes calls now, or null. */
  core(): CoreClient | null;
  /** Ends with the session; null while none is open. */
  signal(): AbortSignal | null;
  readonly isLocked: boolean;
  readonly lockedBy: LockCause | null;
  /** What became of the last that was typed; null while a book is open and before one was. */
  readonly handedIn: HandedIn | null;
  readonly dueAt: readonly number[];
}

/**
 * Opens and locks: the one place that starts and ends core processes.
 * @param broken called when the page could not be renewed: what it held may still be there
 */
export function createLifecycle(
  shell: Pick<Shell, 'send' | 'resetPage'>,
  startCore: StartCore,
  broken: () => void,
): Lifecycle {
  let state: State = { is: 'locked', by: null, handedIn: null, dueAt: [] };
  /** The page being renewed: locked already, but the next book waits for it. */
  let renewing: Promise<void> = Promise.resolve();

  async function open(request: CoreRequest): Promise<string> {
    if (state.is !== 'locked') return refusal(ERROR_CODES.UNLOCKED_ALREADY);
    const before = state;
    const opening: State = { is: 'opening', core: null, unwanted: false };
    state = opening;
    try {
      await renewing;
      const core = createCoreClient(await startCore(), (name, json) => shell.send(name, json));
      opening.core = core;
      const answerJson = opening.unwanted ? refusal(ERROR_CODES.CANCELLED) : await core.ask(request);
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
    if (state.is === 'opening') {
      // `open` gets an answer that nothing was opened, and goes back to locked.
      state.unwanted = true;
      return state.core?.drop() ?? Promise.resolve();
    }
    if (state.is === 'locked') return renewing;
    const { core, session } = state;
    const drafts = Promise.withResolvers<HandedIn>();
    const locking: State = { is: 'locking', core, flushing: true, flushed: drafts.resolve, done: Promise.resolve() };
    state = locking;
    session.abort();
    locking.done = (async () => {
      let handedIn: HandedIn = 'unknown';
      if (page.ask) {
        shell.send('vault.locking', JSON.stringify({ withinMs: FLUSH_WITHIN_MS }));
        const overdue = setTimeout(drafts.resolve, FLUSH_WITHIN_MS, 'unknown');
        handedIn = (await Promise.race([drafts.promise, core.ended])) ?? 'unknown';
        clearTimeout(overdue);
      }
      locking.flushing = false;
      const words = await core.end(FLUSH_WITHIN_MS);
      // Before the page is renewed: the new one asks at once how things stand.
      state = { is: 'locked', by: cause, handedIn, dueAt: dueOf(words) };
      if (page.renew) renewing = shell.resetPage().catch(() => broken());
      await renewing;
    })();
    return locking.done;
  }

  return {
    open,
    lock,
    flushed: (failed) => (state.is === 'locking' ? state.flushed(failed > 0 ? 'failed' : 'kept') : undefined),
    core: () => (state.is === 'open' || (state.is === 'locking' && state.flushing) ? state.core : null),
    signal: () => (state.is === 'open' ? state.session.signal : null),
    get isLocked() {
      return state.is === 'locked' || state.is === 'opening';
    },
    get lockedBy() {
      return state.is === 'locked' ? state.by : null;
    },
    get handedIn() {
      return state.is === 'locked' ? state.handedIn : null;
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
