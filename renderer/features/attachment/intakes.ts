import { createStore, type StoreApi } from 'zustand/vanilla';
import { cleanText } from '#model/clean-text.ts';
import type { RecordId } from '#model/ids.ts';
import type { Client } from '#renderer/client/client.ts';
import { takeIn } from '#renderer/client/take-in.ts';

/** A file on its way into the book. */
export interface Intake {
  readonly key: number;
  readonly caseId: RecordId;
  readonly name: string;
  readonly sizeBytes: number;
  /** How much of it is there, 0 to 1. */
  readonly share: number;
  readonly state: 'waiting' | 'coming' | 'failed' | 'done';
  readonly error: unknown;
  /** Its record, once it is there, and others of the same content. */
  readonly id: RecordId | null;
  readonly sameAs: readonly RecordId[];
}

/** Files on their way, for as long as the window lives: a page that is left does not stop them. */
export interface Intakes {
  readonly store: StoreApi<readonly Intake[]>;
  /** Takes files in, one after the other; `source` is from whom they come, where that was said. */
  add(caseId: RecordId, files: readonly File[], source: string | null): void;
  /** Stops one that waits or comes, so that nothing of it is kept; takes one that ended off the list. */
  drop(key: number): void;
}

const perClient = new WeakMap<Client, Intakes>();

/** The files on their way over this client. */
export function intakesOf(client: Client): Intakes {
  let intakes = perClient.get(client);
  if (!intakes) {
    intakes = createIntakes(client);
    perClient.set(client, intakes);
  }
  return intakes;
}

function createIntakes(client: Client): Intakes {
  const store = createStore<readonly Intake[]>(() => []);
  const stops = new Map<number, AbortController>();
  let lastKey = 0;
  let last: Promise<void> = Promise.resolve();

  const change = (key: number, part: Partial<Intake>) =>
    store.setState(
      store.getState().map((one) => (one.key === key ? { ...one, ...part } : one)),
      true,
    );
  const remove = (key: number) =>
    store.setState(
      store.getState().filter((one) => one.key !== key),
      true,
    );

  async function run(
    key: number,
    caseId: RecordId,
    file: File,
    source: string | null,
    { signal }: AbortController,
  ): Promise<void> {
    if (signal.aborted) return;
    change(key, { state: 'coming' });
    try {
      const { id, sameAs } = await takeIn(client, caseId, file, source, signal, (share) => change(key, { share }));
      change(key, { state: 'done', share: 1, id, sameAs });
      // What went well and raises no question leaves the list by itself: the attachment stands in the other one.
      if (sameAs.length === 0) remove(key);
    } catch (error) {
      if (signal.aborted) remove(key);
      else change(key, { state: 'failed', error });
    } finally {
      stops.delete(key);
    }
  }

  return {
    store,
    add(caseId, files, source) {
      for (const file of files) {
        lastKey += 1;
        const key = lastKey;
        const stop = new AbortController();
        stops.set(key, stop);
        const begun: Intake = {
          key,
          caseId,
          // As the list of attachments will show it: a name can turn the reading order round.
          name: cleanText(file.name).trim() || '…',
          sizeBytes: file.size,
          share: 0,
          state: 'waiting',
          error: null,
          id: null,
          sameAs: [],
        };
        store.setState([...store.getState(), begun], true);
        last = last.then(() => run(key, caseId, file, source, stop));
      }
    },
    drop(key) {
      stops.get(key)?.abort();
      const one = store.getState().find((intake) => intake.key === key);
      if (one?.state !== 'coming') remove(key);
    },
  };
}
