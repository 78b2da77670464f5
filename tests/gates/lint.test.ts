import { expect, test } from 'vitest';
import { makeTree, type Tree } from '#tests/scripts/tree.ts';
import { look } from './look.ts';

function lintedTree(file: string, content: string): Tree {
  const tree = makeTree({ [file]: content });
  tree.copy('biome.json', '.gitignore');
  return tree;
}

test.each([
  ['console.log, which could carry content', 'main/a.ts', "console.log('x');\n", 'noConsole'],
  ['any', 'db/a.ts', 'export const a = (x: any) => x;\n', 'noExplicitAny'],
  ['a non-null !', 'db/a.ts', 'export const a = (x?: string) => x!.length;\n', 'noNonNullAssertion'],
  ['another format', 'db/a.ts', 'export const a = "x"\n', 'format'],
  ['an import nobody uses', 'db/a.ts', "import { b } from './b.ts';\n\nexport const a = 1;\n", 'noUnusedImports'],
  ['a property without a seed', 'tests/a.test.ts', "export { assert } from 'fast-check';\n", 'noRestrictedImports'],
])('refuses %s', (_name, file, content, rule) => {
  using tree = lintedTree(file, content);
  expect(look('format and lint', tree)).toMatchObject({ ok: false, words: expect.stringContaining(rule) });
});

test('takes a file in our format', () => {
  using tree = lintedTree('db/a.ts', "export const a = 'x';\n");
  expect(look('format and lint', tree)).toMatchObject({ ok: true });
});
