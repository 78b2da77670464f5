/** A dictionary on a thread of its own: loading one takes half a second, in which the core answers others. */
import { parentPort, workerData } from 'node:worker_threads';
import type { SpellingLanguage } from '#model/spelling.ts';
import { type Dictionary, loadDictionary } from './dictionary.ts';

export interface SpellingCall {
  readonly id: number;
  readonly ask: 'wrong' | 'suggest';
  readonly words: readonly string[];
}

export interface SpellingAnswer {
  readonly id: number;
  /** Null where the dictionary failed. */
  readonly words: readonly string[] | null;
}

const loading: Promise<Dictionary> = loadDictionary(workerData as SpellingLanguage);
// Told with each answer.
loading.catch(() => undefined);

parentPort?.on('message', async ({ id, ask, words }: SpellingCall) => {
  const answer = await loading
    .then((dictionary) => (ask === 'wrong' ? dictionary.wrong(words) : dictionary.suggest(words[0] ?? '')))
    .catch(() => null);
  parentPort?.postMessage({ id, words: answer } satisfies SpellingAnswer);
});
