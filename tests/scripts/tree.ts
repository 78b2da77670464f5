import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { top } from './call-script.ts';

/** A small tree of files in the temp folder, gone with `using`. */
export interface Tree extends Disposable {
  readonly top: string;
  /** The absolute path of a file of the tree. */
  path(name: string): string;
  write(files: Readonly<Record<string, string>>): void;
  /** Writes a shell script and makes it executable. */
  command(name: string, body: string): void;
  /** Copies files or folders of the repository to the same place in the tree. */
  copy(...names: string[]): void;
  /** Makes the repository's file or folder visible at the same place in the tree. */
  link(name: string): void;
}

/** @param files relative path and content */
export function makeTree(files: Readonly<Record<string, string>> = {}): Tree {
  const made = mkdtempSync(join(tmpdir(), 'vernebok-tree-'));
  const path = (name: string) => join(made, name);
  const write = (all: Readonly<Record<string, string>>) => {
    for (const [name, content] of Object.entries(all)) {
      mkdirSync(dirname(path(name)), { recursive: true });
      writeFileSync(path(name), content);
    }
  };
  write(files);
  return {
    top: made,
    path,
    write,
    command(name, body) {
      write({ [name]: `#!/bin/sh\n${body}\n` });
      chmodSync(path(name), 0o755);
    },
    copy(...names) {
      for (const name of names) cpSync(join(top, name), path(name), { recursive: true });
    },
    link(name) {
      mkdirSync(dirname(path(name)), { recursive: true });
      symlinkSync(join(top, name), path(name));
    },
    [Symbol.dispose]() {
      rmSync(made, { recursive: true, force: true });
    },
  };
}
