import { randomBytes } from 'node:crypto';
import { lstatSync, opendirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { processTree, writableFilesOf } from './open-files.ts';

/** A word that is nowhere on the machine but where it is written now: 18 letters and figures, one word for a search. */
export function newCanary(): string {
  return `kanari${randomBytes(6).toString('hex')}`;
}

/**
 * The bytes under which a word of ASCII may lie in a file: as UTF-8, as UTF-16, as hexadecimal, and as base64 of the
 * first two in each of the three places where a group of base64 can begin.
 */
export function formsOf(word: string): Buffer[] {
  const raw = [Buffer.from(word, 'utf8'), Buffer.from(word, 'utf16le')];
  const hex = raw.flatMap((bytes) => [bytes.toString('hex'), bytes.toString('hex').toUpperCase()]);
  const base64 = raw.flatMap((bytes) =>
    [0, 1, 2].map((before) => {
      const padded = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64');
      // Signs at either end carry bits of what stands beside the word.
      return padded.slice(Math.ceil((before * 8) / 6), Math.floor(((before + bytes.length) * 8) / 6));
    }),
  );
  return [...raw, ...[...hex, ...base64].map((text) => Buffer.from(text))];
}

interface Found {
  readonly path: string;
  /** ms UTC of the last change of what it holds or is called. */
  readonly changedAt: number;
  readonly sizeBytes: number;
}

/** Every file below a folder, symbolic links not followed. What vanishes while it is walked is left out, alone. */
function* walk(folder: string): Generator<Found> {
  let entries: ReturnType<typeof opendirSync> | null = null;
  try {
    entries = opendirSync(folder);
    for (let entry = entries.readSync(); entry !== null; entry = entries.readSync()) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) yield* walk(path);
      else if (entry.isFile()) yield* fileAt(path);
    }
  } catch {
    // Gone, or not ours to read.
  } finally {
    entries?.closeSync();
  }
}

function* fileAt(path: string): Generator<Found> {
  try {
    const { ctimeMs, size } = lstatSync(path);
    yield { path, changedAt: ctimeMs, sizeBytes: size };
  } catch {
    // Gone since it was listed.
  }
}

export interface Canary {
  readonly word: string;
  /** Where the word is in the files below the folders, in their names too; `since`: only files changed then or later. */
  inFolders(folders: readonly string[], since?: number): string[];
  /**
   * Where the word is in files that processes hold open for writing, deleted ones too; without `pids`, this process and
   * all it started. Memory that processes share (deleted, on a file system in memory) is no file; it counts where
   * `isFile` says so.
   */
  inOpenFiles(isFile?: (name: string) => boolean, pids?: readonly number[]): string[];
  /** Where the word is in the arguments or environment of this process's children. */
  inArguments(): string[];
  /** True if the file holds the word in any form. */
  isIn(path: string): boolean;
}

/** Looks for one word, wherever it should not be. */
export function lookFor(word: string): Canary {
  const forms = formsOf(word);
  const isIn = (path: string): boolean => {
    try {
      const bytes = readFileSync(path);
      return forms.some((form) => bytes.includes(form));
    } catch {
      return false;
    }
  };
  const clean = new Map<string, string>();
  /** The same, but a file that was clean and has not changed since is not read again: many looks cost little. */
  const isInFile = ({ path, changedAt, sizeBytes }: Found): boolean => {
    const state = `${changedAt} ${sizeBytes}`;
    if (clean.get(path) === state) return false;
    const found = path.includes(word) || isIn(path);
    if (!found) clean.set(path, state);
    return found;
  };
  return {
    word,
    isIn,
    inFolders: (folders, since = 0) =>
      folders.flatMap((folder) =>
        [...walk(folder)].filter((file) => file.changedAt >= since && isInFile(file)).map(({ path }) => path),
      ),
    inOpenFiles: (isFile = () => false, pids = processTree()) =>
      pids
        .flatMap(writableFilesOf)
        .filter(({ path, name, onDisk }) => (onDisk || isFile(name)) && (name.includes(word) || isIn(path)))
        .map(({ name }) => name),
    inArguments: () =>
      processTree()
        .filter((pid) => pid !== process.pid)
        .flatMap((pid) => [`/proc/${pid}/cmdline`, `/proc/${pid}/environ`].filter(isIn)),
  };
}
