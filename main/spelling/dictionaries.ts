import { Worker } from 'node:worker_threads';
import type { SpellingLanguage } from '#model/spelling.ts';
import type { SpellingAnswer, SpellingCall } from './worker.ts';

/** Spelling of one language, asked on another thread of the same process. */
export interface Speller {
  /** Those of the words that the language does not have, each once. */
  wrong(words: readonly string[]): Promise<string[]>;
  /** Words of the language that are like this one, best first. */
  suggest(word: string): Promise<string[]>;
}

const open = new Map<SpellingLanguage, Speller>();

/** The speller of a language; its dictionary is read when it is first asked, and kept until the process ends at lock. */
export function spellerOf(language: SpellingLanguage): Speller {
  let speller = open.get(language);
  if (!speller) {
    speller = startSpeller(language, () => open.delete(language));
    open.set(language, speller);
  }
  return speller;
}

interface Waiting {
  resolve(words: string[]): void;
  reject(error: Error): void;
}

function startSpeller(language: SpellingLanguage, ended: () => void): Speller {
  const worker = new Worker(new URL(workerFile(), import.meta.url), { workerData: language });
  // Nobody waits for it when the process is to end.
  worker.unref();
  const waiting = new Map<number, Waiting>();
  let last = 0;

  worker.on('message', ({ id, words }: SpellingAnswer) => {
    const one = waiting.get(id);
    waiting.delete(id);
    if (waiting.size === 0) worker.unref();
    if (words === null) one?.reject(new Error('dictionary'));
    else one?.resolve([...words]);
  });
  // A thread that fails is begun anew by the next question.
  worker.on('error', fail);
  worker.on('exit', fail);
  function fail(): void {
    ended();
    for (const one of waiting.values()) one.reject(new Error('dictionary'));
    waiting.clear();
  }

  function ask(asked: SpellingCall['ask'], words: readonly string[]): Promise<string[]> {
    last += 1;
    const id = last;
    worker.ref();
    return new Promise((resolve, reject) => {
      waiting.set(id, { resolve, reject });
      worker.postMessage({ id, ask: asked, words } satisfies SpellingCall);
    });
  }

  return { wrong: (words) => ask('wrong', words), suggest: (word) => ask('suggest', [word]) };
}

/** Beside this file as source, beside the bundle of the core where it is built. */
function workerFile(): string {
  return import.meta.url.endsWith('.ts') ? './worker.ts' : './spelling.js';
}
