import { expect, test } from 'vitest';
import { makeTree, type Tree } from '#tests/scripts/tree.ts';
import { look } from './look.ts';

function typedTree(folder: string, content: string): Tree {
  const tree = makeTree({ [`${folder}/file.ts`]: content });
  tree.copy('tsconfig.base.json', 'package.json', `${folder}/tsconfig.json`);
  tree.link('node_modules');
  return tree;
}

// Bug: types of Node leak into the window (through a package, say), and code that cannot run there compiles.
test.each([
  ['renderer', "import { readFileSync } from 'node:fs';\nexport const read = readFileSync;"],
  ['renderer', 'export const key = process.env.KEY;'],
  ['preload', "import { readFileSync } from 'node:fs';\nexport const read = readFileSync;"],
  ['db', 'export const page = document.title;'],
  ['main', 'export const page = window.location;'],
])('%s refuses: %s', (folder, content) => {
  using tree = typedTree(folder, content);
  expect(look(`types of ${folder}`, tree)).toMatchObject({
    ok: false,
    words: expect.stringContaining(`${folder}/file.ts`),
  });
});

test.each([
  ['renderer', 'export const title = document.title;'],
  ['db', "import { createHash } from 'node:crypto';\nexport const hash = createHash;"],
])('%s takes: %s', (folder, content) => {
  using tree = typedTree(folder, content);
  expect(look(`types of ${folder}`, tree)).toEqual({ ok: true, words: '' });
});

// Bug: a value that may be missing is used as if it were there.
test('an element of a list may be missing', () => {
  using tree = typedTree('db', 'export const first = (names: string[]): string => names[0];');
  expect(look('types of db', tree)).toMatchObject({ ok: false, words: expect.stringContaining('undefined') });
});
