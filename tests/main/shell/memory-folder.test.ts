import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { freshFolder, memoryFolder } from '#main/shell/memory-folder.ts';

const PREFIX = `vernebok-test-${process.pid}-`;
const made: string[] = [];
afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
});

test.runIf(process.platform === 'linux')('a folder in memory is found where the machine has one', () => {
  expect(memoryFolder()).toBe('/dev/shm');
});

// Would catch: what a killed program wrote left in memory for good, or the folder of one that runs taken from under it.
test('a fresh folder is made, and those of programs that are gone are removed', () => {
  const running = freshFolder(PREFIX);
  const dead = spawnSync(process.execPath, ['-e', '']).pid;
  const left = join(dirname(running), `${PREFIX}${dead}-abc`);
  const other = join(dirname(running), `other-${PREFIX}${dead}-abc`);
  made.push(running, left, other);
  for (const folder of [left, other]) mkdirSync(folder);
  made.push(freshFolder(PREFIX));
  expect([running, left, other].map((folder) => existsSync(folder))).toEqual([true, false, true]);
  expect(dirname(running)).toBe(memoryFolder() ?? tmpdir());
});
