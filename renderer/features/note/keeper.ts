import type { RecordId } from '#model/ids.ts';
import type { Client } from '#renderer/client/client.ts';
import { createStore, type Store } from '#renderer/editor/store.ts';
import { clockNow } from '#renderer/ui/clock.ts';

/** A note as it stands in the editor. */
export interface NoteContent {
  readonly heading: string;
  /** Stored form of the document. */
  readonly document: string;
  readonly text: string;
}

/** How what is on screen stands to what is kept. */
export interface KeptState {
  /** `version`: all of it is the newest version; `draft`: all of it is kept; `typing`: not yet; `failed`: it could not be. */
  readonly kept: 'version' | 'draft' | 'typing' | 'failed';
  /** When it was last kept, ms UTC. */
  readonly keptAt: number;
  readonly version: number;
  /** Why it could not be kept. */
  readonly error: unknown;
}

export interface Keeper extends Store<KeptState> {
  /** Something was typed. */
  changed(): void;
  /** Makes a version of what is there, if it differs from the last one. Never throws; the state says what failed. */
  commit(): Promise<void>;
  /** The same, before something that stands on it. Throws what hindered it. */
  makeVersion(): Promise<void>;
  /** The same before the book locks, the draft first. Throws what hindered it when neither a version nor a draft could be kept. */
  handIn(): Promise<void>;
  /** The same on the way out, after which nothing is kept any more. Throws what hindered it when nothing could be kept. */
  leave(): Promise<void>;
  /** Waits for what is under way. */
  settled(): Promise<void>;
  /** Keeps nothing more: what is on screen is being thrown away. */
  forget(): void;
  /** The record has a newer version number although heading and text are the same. */
  adopt(version: number): void;
}

export interface KeeperOptions {
  readonly client: Client;
  readonly id: RecordId;
  /** Heading and document of the newest version. */
  readonly base: { readonly heading: string; readonly document: string };
  readonly version: number;
  /** When the version was made, or the draft kept that is on screen now. */
  readonly keptAt: number;
  readonly hasDraft: boolean;
  readonly read: () => NoteContent;
  /** A version was just made of this content. */
  readonly onVersion?: (content: NoteContent) => void;
}

/** Silence after which what was typed is kept; below the second that a crash may cost. */
const SILENCE_MS = 700;
/** Who types without a pause is kept this often: a crash may cost a second. */
const LONGEST_MS = 1_000;
/** A note nobody types in becomes a version. */
const IDLE_MS = 5 * 60_000;
/** After a failure it is tried again by itself. */
const RETRY_MS = 5_000;

type Timer = ReturnType<typeof setTimeout>;

/**
 * Keeps a note while it is written: drafts outside the log on silence, one version on leaving or after five idle minutes.
 * Calls go out one after the other, so that no late draft overtakes the version it belongs to.
 */
export function createKeeper(options: KeeperOptions): Keeper {
  const { client, id, read } = options;
  const store = createStore<KeptState>({
    kept: options.hasDraft ? 'draft' : 'version',
    keptAt: options.keptAt,
    version: options.version,
    error: null,
  });
  let base = options.base;
  let hasDraft = options.hasDraft;
  let isDirty = false;
  let hasLeft = false;
  let isForgotten = false;
  let last: Promise<unknown> = Promise.resolve();
  let silence: Timer | undefined;
  let longest: Timer | undefined;
  let idle: Timer | undefined;

  const put = (part: Partial<KeptState>) => store.set({ ...store.get(), ...part });

  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = last.then(work);
    last = turn.catch(() => undefined);
    return turn;
  };

  const stopTimers = () => {
    for (const timer of [silence, longest]) clearTimeout(timer);
    silence = undefined;
    longest = undefined;
  };

  const isBase = ({ heading, document }: NoteContent) =>
    heading.trim() === base.heading.trim() && document === base.document;

  const failed = (error: unknown) => {
    isDirty = true;
    put({ kept: 'failed', error });
    if (!hasLeft) silence ??= setTimeout(keepDraft, RETRY_MS);
  };

  async function saveDraft(content: NoteContent): Promise<void> {
    const { heading, document, text } = content;
    const { at } = await client.invoke('note.save_draft', { id, heading, document, text });
    hasDraft = true;
    put({ kept: isDirty ? 'typing' : 'draft', keptAt: at, error: null });
  }

  function keepDraft(): void {
    stopTimers();
    void inTurn(async () => {
      if (!isDirty) return;
      isDirty = false;
      const content = read();
      if (isBase(content) && !hasDraft) {
        put({ kept: 'version', error: null });
        return;
      }
      await saveDraft(content);
    }).catch(failed);
  }

  async function makeVersion(): Promise<void> {
    stopTimers();
    clearTimeout(idle);
    await inTurn(async () => {
      isDirty = false;
      const content = read();
      if (isBase(content)) {
        if (hasDraft) await client.invoke('note.discard_draft', { id });
      } else {
        const { heading, document } = content;
        const { version } = await client.invoke('note.commit', { id, heading, document });
        base = { heading, document };
        put({ version, keptAt: clockNow() });
        options.onVersion?.(content);
      }
      hasDraft = false;
      put({ kept: isDirty ? 'typing' : 'version', error: null });
    });
  }

  /** A version that is refused (the note was struck meanwhile, say) leaves the text as a draft at least. */
  async function versionOrDraft(): Promise<void> {
    try {
      await makeVersion();
    } catch (error) {
      await inTurn(() => saveDraft(read())).catch(() => {
        throw error;
      });
    }
  }

  return {
    get: store.get,
    subscribe: store.subscribe,
    changed() {
      if (hasLeft) return;
      isDirty = true;
      if (store.get().kept !== 'failed') put({ kept: 'typing' });
      clearTimeout(silence);
      silence = setTimeout(keepDraft, SILENCE_MS);
      longest ??= setTimeout(keepDraft, LONGEST_MS);
      clearTimeout(idle);
      idle = setTimeout(() => void versionOrDraft().catch(failed), IDLE_MS);
    },
    makeVersion,
    commit: () => versionOrDraft().catch(failed),
    async handIn() {
      // Time may be up before a version is made: the one row first, so that the text is kept whatever becomes of it.
      await inTurn(async () => {
        const content = read();
        if ((isDirty || !hasDraft) && !isBase(content)) await saveDraft(content);
      }).catch(() => undefined);
      await versionOrDraft().catch((error: unknown) => {
        failed(error);
        throw error;
      });
    },
    forget() {
      hasLeft = true;
      isForgotten = true;
      stopTimers();
      clearTimeout(idle);
    },
    async leave() {
      hasLeft = true;
      if (isForgotten) return;
      await versionOrDraft();
    },
    async settled() {
      await last;
    },
    adopt: (version) => put({ version }),
  };
}
