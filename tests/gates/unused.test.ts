import { expect, test } from 'vitest';
import { makeTree, type Tree } from '#tests/scripts/tree.ts';
import { look } from './look.ts';

/** A tree with one entry of each kind, all of whose files and exports are used. */
function usedTree(extra: Record<string, string> = {}, dependencies: Record<string, string> = {}): Tree {
  const entry = "import { a } from '#model/a.ts';\n\nexport const run = () => a;\n";
  const tree = makeTree({
    'package.json': JSON.stringify({
      name: 'small',
      type: 'module',
      imports: { '#model/*': './db/model/*' },
      dependencies,
      devDependencies: { 'electron-vite': '6.0.0', '@vitejs/plugin-react': '6.0.0' },
    }),
    'db/model/a.ts': 'export const a = 1;\n',
    'main/index.ts': entry,
    'main/browser.ts': entry,
    'main/cli.ts': entry,
    'main/core/index.ts': entry,
    'preload/electron.ts': entry,
    'renderer/index.html': '<script type="module" src="./app/main.tsx"></script>',
    'renderer/print.html': '<script type="module" src="./app/main.tsx"></script>',
    'renderer/app/main.tsx': entry,
    'tests/a.test.ts': entry,
    'scripts/start.mjs': 'process.exitCode = 0;\n',
    ...extra,
  });
  tree.copy('knip.json', 'electron.vite.config.ts');
  tree.link('node_modules');
  return tree;
}

test('is open when everything is used', () => {
  using tree = usedTree();
  expect(look('nothing unused', tree)).toEqual({ ok: true, words: '' });
});

test.each([
  ['a file nobody imports', { 'main/services/b.ts': 'export const b = 1;\n' }, 'main/services/b.ts'],
  ['an export nobody imports', { 'db/model/a.ts': 'export const a = 1;\nexport const spare = 2;\n' }, 'spare'],
  ['a type nobody imports', { 'db/model/a.ts': 'export const a = 1;\nexport type Spare = 2;\n' }, 'Spare'],
])('is shut by %s', (_name, extra, word) => {
  using tree = usedTree(extra);
  expect(look('nothing unused', tree)).toMatchObject({ ok: false, words: expect.stringContaining(word) });
});

test('is shut by a package nobody uses', () => {
  using tree = usedTree({}, { zod: '4.0.0' });
  expect(look('nothing unused', tree)).toMatchObject({ ok: false, words: expect.stringContaining('zod') });
});
