import { readdirSync, readFileSync, readlinkSync, statfsSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** `f_type` of a file system in memory (Linux, statfs(2)). */
const TMPFS = 0x01021994;
/** Longer files are programs and their data. */
const LONGEST_BYTES = 64 * 1024 * 1024;

/** This process and everything it has started, directly or not. */
export function processTree(root: number = process.pid): number[] {
  const children = new Map<number, number[]>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const parent = parentOf(Number(name));
    if (parent !== null) children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
  }
  const found = [root];
  for (const pid of found) found.push(...(children.get(pid) ?? []));
  return found;
}

/** Regular files that a process has open for writing, the deleted ones too, as paths below /proc. */
export function writableFilesOf(
  pid: number,
): { readonly path: string; readonly name: string; readonly onDisk: boolean }[] {
  return listOr(`/proc/${pid}/fd`).flatMap((fd) => {
    const path = `/proc/${pid}/fd/${fd}`;
    try {
      const flags = Number.parseInt(
        /flags:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/fdinfo/${fd}`, 'utf8'))?.[1] ?? '0',
        8,
      );
      if (!statSync(path).isFile() || (flags & 0o3) === 0) return [];
      return [{ path, name: readlinkSync(path), onDisk: statfsSync(path).type !== TMPFS }];
    } catch {
      // Closed between the two looks.
      return [];
    }
  });
}

/** All files below a folder. */
export function filesBelow(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
  } catch {
    return [];
  }
}

/** True if a file holds one of the words, as UTF-8 or as UTF-16. A file that is gone or not ours to read holds none. */
export function holdsAny(path: string, words: readonly string[]): boolean {
  try {
    if (statSync(path).size > LONGEST_BYTES) return false;
    const bytes = readFileSync(path);
    return words.some((word) => bytes.includes(word, 0, 'utf8') || bytes.includes(word, 0, 'utf16le'));
  } catch {
    return false;
  }
}

function parentOf(pid: number): number | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
  } catch {
    return null;
  }
}

function listOr(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
