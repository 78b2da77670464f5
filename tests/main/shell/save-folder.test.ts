import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { saveInFolder } from '#main/shell/save-folder.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vernebok-save-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

// Copy 1 of one case would overwrite copy 1 of another.
test('a name that is taken gets a number; nothing is overwritten, not even by two at once', async () => {
  await writeFile(join(folder, 'vernebok-1.pdf'), 'old');
  const [one, other] = await Promise.all([
    saveInFolder(folder, 'vernebok-1.pdf'),
    saveInFolder(folder, 'vernebok-1.pdf'),
  ]);
  await one?.write(Buffer.from('one'));
  await other?.write(Buffer.from('other'));
  expect((await readdir(folder)).sort()).toEqual(['vernebok-1-2.pdf', 'vernebok-1-3.pdf', 'vernebok-1.pdf']);
  expect(await readFile(join(folder, 'vernebok-1.pdf'), 'utf8')).toBe('old');
});

test('what is saved can be read by its owner only', async () => {
  const place = await saveInFolder(join(folder, 'new'), 'vernebok-1.pdf');
  await place.write(Buffer.from('text'));
  expect((await stat(place.savedAs)).mode & 0o777).toBe(0o600);
});

test('a place given back leaves no empty file', async () => {
  const place = await saveInFolder(folder, 'vernebok-1.pdf');
  await place.abandon();
  expect(await readdir(folder)).toEqual([]);
});
