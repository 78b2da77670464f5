import { execFileSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { callScript } from '#tests/scripts/call-script.ts';
import { makeTree, type Tree } from '#tests/scripts/tree.ts';
import { look } from './look.ts';

/** Each row: a file, what it imports (a file of ours, a package, a module of Node), and whether the rules allow it. */
const rows: [from: string, to: string, how: 'value' | 'type', allowed: boolean][] = [
  ['db/model/breach.ts', 'zod', 'value', true],
  ['db/model/breach.ts', 'temporal-polyfill', 'value', false],
  ['db/model/breach.ts', 'node:crypto', 'value', false],
  ['db/model/breach.ts', 'db/driver/driver.ts', 'type', false],
  ['db/model/time.ts', 'temporal-polyfill', 'value', true],
  ['db/driver/sqlcipher.ts', '@journeyapps/sqlcipher', 'value', true],
  ['db/connection/open.ts', '@journeyapps/sqlcipher', 'value', false],
  ['db/connection/open.ts', 'db/driver/driver.ts', 'value', true],
  ['db/driver/driver.ts', 'db/connection/open.ts', 'value', false],
  ['db/tables/case.ts', 'db/model/breach.ts', 'value', true],
  ['db/tables/case.ts', 'canonicalize', 'value', false],
  ['db/connection/open.ts', 'db/log/chain.ts', 'type', false],
  ['db/connection/open-book.ts', 'db/log/chain.ts', 'value', true],
  ['db/book.ts', 'db/model/breach.ts', 'type', true],
  ['db/book.ts', 'db/driver/driver.ts', 'type', false],
  ['db/driver/driver.ts', 'db/store-error.ts', 'value', true],
  ['db/search/words.ts', 'db/tables/case.ts', 'value', true],
  ['db/search/words.ts', 'db/log/chain.ts', 'type', false],
  ['db/log/chain.ts', 'canonicalize', 'value', true],
  ['db/log/chain.ts', 'db/change-log.ts', 'type', false],
  ['db/reads/cases.ts', 'db/connection/open.ts', 'value', false],
  ['db/change-log.ts', 'db/log/chain.ts', 'value', true],
  ['db/change-log.ts', 'db/migrations/0001-first.ts', 'value', true],
  ['db/change-log.ts', 'canonicalize', 'value', false],
  ['db/change-log.ts', 'node:crypto', 'value', true],
  ['db/change-log.ts', 'node:net', 'value', false],
  ['db/migrations/0001-first.ts', 'db/connection/open.ts', 'type', true],
  ['db/migrations/0001-first.ts', 'db/connection/sql.ts', 'value', false],
  ['db/migrations/0001-first.ts', 'db/model/breach.ts', 'type', false],

  ['preload/contract/breach.ts', 'db/model/breach.ts', 'value', true],
  ['preload/contract/breach.ts', 'db/driver/driver.ts', 'type', false],
  ['preload/contract/breach.ts', 'main/vault/slots.ts', 'value', false],
  ['preload/electron.ts', 'electron', 'value', true],
  ['preload/electron.ts', 'preload/contract/route-names.ts', 'value', true],
  ['preload/electron.ts', 'preload/contract/events.ts', 'type', true],
  ['preload/electron.ts', 'preload/contract/breach.ts', 'value', false],
  ['preload/electron.ts', 'node:fs', 'value', false],
  ['preload/chromium.ts', 'electron', 'value', false],

  ['main/vault/slots.ts', '@node-rs/argon2', 'value', true],
  ['main/vault/slots.ts', 'node:fs/promises', 'value', true],
  ['main/vault/slots.ts', 'db/driver/driver.ts', 'value', false],
  ['main/vault/slots.ts', 'db/model/breach.ts', 'type', false],
  ['main/services/breach.ts', 'db/change-log.ts', 'value', true],
  ['main/services/breach.ts', 'preload/contract/breach.ts', 'value', true],
  ['main/services/breach.ts', 'main/shell/shell.ts', 'type', true],
  ['main/services/breach.ts', 'main/shell/chromium.ts', 'value', false],
  ['main/services/breach.ts', 'renderer/ui/button.tsx', 'value', false],
  ['main/services/breach.ts', 'csv-parse', 'value', false],
  ['main/services/breach.ts', 'node:child_process', 'value', false],
  ['main/services/breach.ts', 'main/import/csv.ts', 'value', true],
  ['main/import/csv.ts', 'csv-parse', 'value', true],
  ['main/import/csv.ts', 'main/services/context.ts', 'value', true],
  ['main/import/csv.ts', 'main/services/breach.ts', 'type', false],
  ['main/import/csv.ts', 'main/briefing/build.ts', 'value', false],
  ['main/briefing/build.ts', 'db/model/breach.ts', 'value', true],
  ['main/backup/copy.ts', 'main/vault/slots.ts', 'value', true],
  ['main/ipc/router.ts', 'main/services/breach.ts', 'value', true],
  ['main/ipc/router.ts', 'db/driver/driver.ts', 'value', false],
  ['main/shell/electron.ts', 'electron', 'value', true],
  ['main/shell/electron.ts', 'playwright-core', 'value', false],
  ['main/shell/chromium.ts', 'playwright-core', 'value', true],
  ['main/shell/chromium.ts', 'electron', 'type', false],
  ['main/shell/chromium.ts', 'main/services/breach.ts', 'value', false],
  ['main/core/index.ts', 'main/ipc/router.ts', 'value', true],
  ['main/core/index.ts', 'electron', 'value', false],
  ['main/core/index.ts', 'node:https', 'value', false],
  ['main/app.ts', 'main/shell/electron.ts', 'value', true],
  ['main/app/settings.ts', 'main/shell/chromium.ts', 'value', true],
  ['main/app/settings.ts', 'playwright-core', 'type', false],
  ['main/index.ts', 'electron', 'value', true],
  ['main/cli.ts', 'electron', 'value', false],
  ['main/cli.ts', 'node:readline/promises', 'value', true],

  ['renderer/features/breach/panel.tsx', 'renderer/ui/button.tsx', 'value', true],
  ['renderer/features/breach/panel.tsx', 'renderer/client/client.ts', 'value', true],
  ['renderer/features/breach/panel.tsx', 'renderer/features/breach/form.tsx', 'value', true],
  ['renderer/features/breach/panel.tsx', 'renderer/features/note/panel.tsx', 'value', false],
  ['renderer/features/breach/panel.tsx', 'main/vault/slots.ts', 'type', false],
  ['renderer/features/breach/panel.tsx', 'db/driver/driver.ts', 'type', false],
  ['renderer/features/breach/panel.tsx', 'node:fs', 'value', false],
  ['renderer/features/breach/panel.tsx', 'playwright-core', 'value', false],
  ['renderer/workspace/case.tsx', 'renderer/features/breach/panel.tsx', 'value', true],
  ['renderer/timeline/scale.ts', 'db/model/time.ts', 'value', true],
  ['renderer/timeline/scale.ts', 'react', 'value', false],
  ['renderer/ui/button.tsx', '@mantine/core', 'value', true],
  ['renderer/ui/button.tsx', 'renderer/features/breach/panel.tsx', 'value', false],
  ['renderer/editor/nodes.ts', '@lexical/list', 'value', true],
  ['renderer/editor/nodes.ts', 'renderer/features/note/panel.tsx', 'type', false],
  ['renderer/briefing/page.tsx', 'preload/contract/breach.ts', 'type', false],
  ['renderer/print/main.tsx', 'renderer/briefing/page.tsx', 'value', true],
  ['renderer/print/main.tsx', 'preload/contract/breach.ts', 'type', false],
  ['renderer/print/main.tsx', 'renderer/client/client.ts', 'type', false],
  ['renderer/app/frame.tsx', 'renderer/workspace/case.tsx', 'value', true],
  ['renderer/app/frame.tsx', 'resources/words.ts', 'value', true],
  ['renderer/app/frame.tsx', 'not-listed', 'value', false],
  ['renderer/app/frame.tsx', 'renderer/app/not-there.ts', 'value', false],

  ['resources/words.ts', 'resources/words.json', 'value', true],
  ['resources/words.ts', 'main/vault/slots.ts', 'value', false],
];

const packages = [
  '@journeyapps/sqlcipher',
  '@lexical/list',
  '@mantine/core',
  '@node-rs/argon2',
  'canonicalize',
  'csv-parse',
  'electron',
  'not-listed',
  'playwright-core',
  'react',
  'temporal-polyfill',
  'zod',
];

/** Files that are imported above and import nothing themselves. */
const leaves = [
  'db/connection/sql.ts',
  'db/store-error.ts',
  'main/services/context.ts',
  'main/shell/shell.ts',
  'preload/contract/events.ts',
  'preload/contract/route-names.ts',
  'renderer/client/client.ts',
  'renderer/features/breach/form.tsx',
  'renderer/features/note/panel.tsx',
];

const aliases = [
  ['db/model/', '#model/'],
  ['preload/contract/', '#contract/'],
  ['db/', '#db/'],
  ['main/', '#main/'],
  ['renderer/', '#renderer/'],
  ['resources/', '#resources/'],
] as const;

function specifierOf(path: string): string {
  const [folder, alias] = aliases.find(([each]) => path.startsWith(each)) ?? ['', ''];
  return alias + path.slice(folder.length);
}

function statement(to: string, how: 'value' | 'type', index: number): string {
  return how === 'type'
    ? `import type { T as T${index} } from '${specifierOf(to)}';\nexport type U${index} = T${index};`
    : `import { v as v${index} } from '${specifierOf(to)}';\nexport const w${index} = v${index};`;
}

/** A tree with our rules, the named packages as empty ones, and git around it. */
function ruledTree(files: Record<string, string>): Tree {
  const tree = makeTree(files);
  tree.copy('.dependency-cruiser.mjs', 'package.json');
  for (const folder of ['main', 'renderer', 'preload', 'db', 'resources']) tree.write({ [`${folder}/.keep`]: '' });
  for (const name of packages) {
    tree.write({
      [`node_modules/${name}/package.json`]: JSON.stringify({ name, version: '1.0.0', main: 'index.js' }),
      [`node_modules/${name}/index.js`]: 'exports.v = 1;',
    });
  }
  execFileSync('git', ['init', '-q'], { cwd: tree.top });
  return tree;
}

/** The refused imports of the rows above, each as `from → to`. */
function refusedRows(): string[] {
  const empty = 'export const v = 1;\nexport type T = 1;';
  const contents = new Map(leaves.map((file) => [file, empty]));
  for (const [index, [from, to, how]] of rows.entries()) {
    contents.set(from, `${contents.get(from) ?? empty}\n${statement(to, how, index)}`);
  }
  using tree = ruledTree({ ...Object.fromEntries(contents), 'resources/words.json': '{"v": 1}' });
  const answer = callScript('imports.mjs', 'cruise', [tree.top]);
  if (!('value' in answer)) throw new Error(answer.error.message);
  const { refused } = answer.value as { refused: string[] };
  return refused.filter((line) => !line.startsWith('no-cycle: ')).map((line) => line.replace(/^[\w-]+: /, ''));
}

describe('the rules on imports', () => {
  const refused = refusedRows();

  // Bug in each row marked false: a layer reaches past its neighbour, and nobody notices until it cannot be taken apart.
  test.each(rows)('%s → %s (%s): allowed is %s', (from, to, _how, allowed) => {
    const resolved = [to, to.replace('node:', ''), `node_modules/${to}/index.js`, specifierOf(to)];
    expect(resolved.some((each) => refused.includes(`${from} → ${each}`))).toBe(!allowed);
  });
});

describe('the gate', () => {
  const clean = {
    'db/model/a.ts': 'export const a = 1;',
    'renderer/app/b.tsx': "import { a } from '#model/a.ts';\nexport const b = a;",
  };

  test('is open for a tree that keeps the rules', () => {
    using tree = ruledTree(clean);
    expect(look('imports', tree)).toEqual({ ok: true, words: '' });
  });

  // Bug: a type import of the same module hides the forbidden import of its values.
  test('sees values imported beside allowed types', () => {
    using tree = ruledTree({
      'main/shell/shell.ts': 'export type T = 1;\nexport const v = 1;',
      'main/services/a.ts':
        "import type { T } from '#main/shell/shell.ts';\nimport { v } from '#main/shell/shell.ts';\nexport const x: T = v;",
    });
    expect(look('imports', tree)).toEqual({
      ok: false,
      words: 'not-in-allowed: main/services/a.ts → main/shell/shell.ts',
    });
  });

  test.each([
    ['a dynamic import', "export const x = import('#main/vault/v.ts');"],
    ['a re-export', "export { v } from '#main/vault/v.ts';"],
    ['a type inside a type', "export type X = typeof import('#main/vault/v.ts');"],
  ])('sees %s', (_name, content) => {
    using tree = ruledTree({ 'main/vault/v.ts': 'export const v = 1;', 'renderer/app/x.ts': content });
    expect(look('imports', tree)).toEqual({
      ok: false,
      words: 'not-in-allowed: renderer/app/x.ts → main/vault/v.ts',
    });
  });

  test('refuses two files that need each other', () => {
    using tree = ruledTree({
      'db/model/a.ts': "import { b } from './b.ts';\nexport const a = () => b;",
      'db/model/b.ts': "import { a } from './a.ts';\nexport const b = () => a;",
    });
    expect(look('imports', tree)).toMatchObject({ ok: false, words: expect.stringContaining('no-cycle: ') });
  });

  // Bug: a cruiser that cannot read TypeScript sees no module, finds no violation and is green.
  test('is shut when the cruiser saw fewer files than git lists', () => {
    using tree = ruledTree(clean);
    const files = callScript('imports.mjs', 'filesOfGit', [tree.top]);
    expect(files).toEqual({ value: ['db/model/a.ts', 'renderer/app/b.tsx'] });
    expect(
      callScript('imports.mjs', 'faults', [
        { refused: [], seen: ['db/model/a.ts'] },
        ['db/model/a.ts', 'renderer/app/b.tsx'],
      ]),
    ).toEqual({
      value: ['not read by dependency-cruiser: renderer/app/b.tsx'],
    });
    expect(callScript('imports.mjs', 'faults', [{ refused: [], seen: [] }, []])).toMatchObject({
      value: [expect.stringContaining('held to nothing')],
    });
  });

  // The same with the cruiser itself: rules that leave a folder out make it read fewer files.
  test('is shut when the rules leave a folder out', () => {
    using tree = ruledTree(clean);
    tree.write({ '.dependency-cruiser.mjs': "export default { options: { exclude: { path: '^renderer/' } } };" });
    expect(look('imports', tree)).toEqual({
      ok: false,
      words: 'not read by dependency-cruiser: renderer/app/b.tsx',
    });
  });

  test('is shut outside git, where nobody can say which files there are', () => {
    using tree = ruledTree(clean);
    execFileSync('rm', ['-rf', tree.path('.git')]);
    expect(() => look('imports', tree)).toThrow(/git could not list/);
  });
});
