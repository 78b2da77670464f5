import { rmSync } from 'node:fs';
import { expect, test } from 'vitest';
import { callScript } from './call-script.ts';
import { makeTree, type Tree } from './tree.ts';

const print = (tree: Tree) => callScript('fresh.mjs', 'fingerprint', [tree.top, ['a', 'b.json', 'not-there']]);

const files = { 'a/one.ts': '1', 'a/deep/two.ts': '2', 'b.json': '{}', 'other.ts': '3' };

test('the fingerprint stays while nothing changes, and does not see other files', () => {
  using tree = makeTree(files);
  const before = print(tree);
  tree.write({ 'other.ts': 'changed' });
  expect(print(tree)).toEqual(before);
});

// Bug: the newest time of writing says nothing about a file that was removed, or put back with an older time.
test.each<[string, (tree: Tree) => void]>([
  ['a file is written', (tree) => tree.write({ 'a/deep/two.ts': 'longer than before' })],
  ['a file is added', (tree) => tree.write({ 'a/three.ts': '' })],
  ['a file is removed', (tree) => rmSync(tree.path('a/one.ts'))],
  ['a named file is written', (tree) => tree.write({ 'b.json': '{"x": 1}' })],
])('the fingerprint changes when %s', (_name, change) => {
  using tree = makeTree(files);
  const before = print(tree);
  change(tree);
  expect(print(tree)).not.toEqual(before);
});
