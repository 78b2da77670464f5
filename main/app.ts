import type { AppInfo, LockCause } from '#contract/app.ts';
import { CallError } from '#contract/envelope.ts';
import { ERROR_CODES } from '#contract/errors.ts';
import { ROUTES } from '#contract/routes.ts';
import { createRouter, refusal } from '#main/ipc/router.ts';
import { isOwnSender } from '#main/ipc/sender.ts';
import type { Sender, Shell } from '#main/shell/shell.ts';
import { createAppHandlers } from './app/app-handlers.ts';
import type { StartCore } from './app/core-client.ts';
import { createIdleClock } from './app/idle-clock.ts';
import { createLifecycle } from './app/lifecycle.ts';
import { readMedia } from './app/media.ts';
import { createLanguageSetting } from './app/settings.ts';
import { reportFault } from './core/diagnostics.ts';

/** Idle time after which an open book locks, in ms. */
const IDLE_LOCK_MS = 10 * 60_000;
const LOOK_EVERY_MS = 1_000;

export interface AppOptions {
  readonly shell: Shell;
  /** Scheme and host under which the shell serves the page. */
  readonly origin: string;
  readonly startCore: StartCore;
  /** Folder with one folder for each casebook. */
  readonly booksFolder: string;
  readonly version: string;
  readonly idleLockMs?: number;
  readonly demo?: { readonly passphrase: string };
}

export interface App {
  /** Opens the window. */
  start(): Promise<void>;
  /** Locks, closes the window; a second call waits for the first. */
  stop(): Promise<void>;
  /** Resolves when the application has stopped, whoever stopped it. */
  readonly stopped: Promise<void>;
  /** Answers a call as one from the page's own main frame: for the command line and tests. */
  call(name: string, inputJson: string, bytes?: Uint8Array): Promise<string>;
  lock(cause: LockCause): Promise<void>;
  /** Process id of the core process that holds a book open, or null. */
  readonly corePid: number | null;
}

/** Wires shell and core: who may call, where a call goes, when the book locks. */
export function createApp(options: AppOptions): App {
  const { shell, origin, startCore, booksFolder } = options;
  const idleLockMs = options.idleLockMs ?? IDLE_LOCK_MS;
  const stopped = Promise.withResolvers<void>();
  const lifecycle = createLifecycle(shell, startCore, () => void stop());
  const idle = createIdleClock({
    lockAfterMs: idleLockMs,
    clocks: { wall: Date.now, steady: () => performance.now() },
    warn: (locksInMs) => shell.send('vault.idle', JSON.stringify({ locksInMs })),
    expire: (cause) => void lifecycle.lock(cause),
  });
  const language = createLanguageSetting(booksFolder);
  let looking: NodeJS.Timeout | null = null;
  let stopping: Promise<void> | null = null;

  const info = (): Omit<AppInfo, 'language'> => ({
    version: options.version,
    capabilities: shell.capabilities,
    locked: lifecycle.isLocked,
    lockedBy: lifecycle.lockedBy,
    handedIn: lifecycle.handedIn,
    idleLockMs,
    demo: options.demo ?? null,
    dueAt: lifecycle.dueAt,
  });
  const handlers = createAppHandlers({ booksFolder, shell, lifecycle, idle, language, info });
  const route = createRouter({
    routes: ROUTES,
    handlers,
    context: null,
    // Nobody has signed in before the book is open: these routes are there for all.
    role: () => 'reader',
    known: (error) => (error instanceof CallError ? error : null),
    fault: reportFault,
  });

  async function answer(name: unknown, inputJson: unknown, bytes?: unknown): Promise<string> {
    if (typeof name !== 'string' || !Object.hasOwn(ROUTES, name)) return refusal(ERROR_CODES.ROUTE_UNKNOWN);
    if (Object.hasOwn(handlers, name)) return route(name, inputJson, bytes);
    const core = lifecycle.core();
    return core === null ? refusal(ERROR_CODES.LOCKED) : core.ask({ type: 'invoke', name, inputJson, bytes });
  }

  function stop(pageIsThere = true): Promise<void> {
    stopping ??= (async () => {
      if (looking !== null) clearInterval(looking);
      await lifecycle.lock('person', { ask: pageIsThere, renew: false });
      await shell.close();
      stopped.resolve();
    })();
    return stopping;
  }

  return {
    async start() {
      await language.restore();
      await shell.open({
        invoke: async (sender: Sender, name, inputJson, bytes) =>
          isOwnSender(sender, origin) ? answer(name, inputJson, bytes) : refusal(ERROR_CODES.SENDER_REFUSED),
        media: async (id, offset, length) => {
          const core = lifecycle.core();
          return core === null ? null : readMedia(core, id, offset, length);
        },
        lock: (reason) => void lifecycle.lock(reason === 'strayed' ? 'fault' : 'system'),
        closed: (pageIsThere) => void stop(pageIsThere),
      });
      looking = setInterval(() => lifecycle.core() !== null && idle.look(), LOOK_EVERY_MS);
      looking.unref();
    },
    stop: () => stop(),
    stopped: stopped.promise,
    call: answer,
    lock: (cause) => lifecycle.lock(cause),
    get corePid() {
      return lifecycle.core()?.pid ?? null;
    },
  };
}
