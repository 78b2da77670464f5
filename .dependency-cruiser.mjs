/**
 * Who may import whom. One row says what the files of a folder may use besides their own folder and `resources/` (data,
 * importable by all). Rows add up for a file that several of them name. Whatever no row allows is refused: a folder,
 * an npm package and a module of Node alike. No row names a network module, so nothing here can open a socket with one.
 */

/**
 * @typedef {object} Row
 * @property {string[]} from folders or files; a `*` stands for any part of a name
 * @property {string[]} [not] files that the row does not mean although `from` names them
 * @property {string[]} [may] folders or files of ours
 * @property {string[]} [types] folders or files of ours of which only types may be used (`import type`)
 * @property {string[]} [packages] npm packages; `@scope/*` is every package of that scope
 * @property {string[]} [node] modules of Node, without `node:`
 */

/** What reads and writes files, and the helpers every part of main may use. */
const fileModules = [
  'buffer',
  'crypto',
  'events',
  'fs',
  'fs/promises',
  'os',
  'path',
  'stream',
  'stream/promises',
  'url',
  'util',
];

/** What starts and ends processes, for those who wire the application together. */
const processModules = ['child_process', 'process', 'readline', 'readline/promises', 'timers', 'timers/promises'];

/** What every part of the store stands on: the vocabulary, the store's interface, its errors. */
const storeFloor = ['db/model', 'db/book.ts', 'db/store-error.ts'];

const interfaceParts = ['react', 'react-dom', 'i18next', 'react-i18next'];
const mantine = ['@mantine/*'];
const lexical = ['lexical', '@lexical/*'];
const tanstack = ['@tanstack/*'];

/** @type {Row[]} */
const rows = [
  // Data that all may use; what little code lies there uses nothing.
  { from: ['resources'] },

  // The store, each folder using only what lies below it.
  { from: ['db/model'], packages: ['zod', 'rrule-temporal'] },
  { from: ['db/model/time.ts'], packages: ['temporal-polyfill'] },
  { from: ['db/book.ts', 'db/store-error.ts'], may: ['db/model'] },
  { from: ['db/driver'], may: [...storeFloor] },
  { from: ['db/driver/sqlcipher.ts'], packages: ['@journeyapps/sqlcipher'], node: ['fs'] },
  { from: ['db/connection'], may: [...storeFloor, 'db/driver'], node: ['async_hooks', 'crypto', 'fs/promises'] },
  { from: ['db/migrations'], types: ['db/connection'] },
  { from: ['db/tables'], may: [...storeFloor, 'db/driver', 'db/connection'], packages: ['zod'] },
  { from: ['db/search'], may: [...storeFloor, 'db/driver', 'db/connection', 'db/tables'] },
  {
    from: ['db/log'],
    may: [...storeFloor, 'db/driver', 'db/connection', 'db/tables', 'db/search'],
    packages: ['canonicalize', 'zod'],
    node: ['crypto'],
  },
  { from: ['db/reads'], may: [...storeFloor, 'db/tables', 'db/search', 'db/log'] },
  // Opening a book puts all its layers together.
  { from: ['db/connection/open-book.ts', 'db/connection/assemble-book.ts'], may: ['db'] },
  { from: ['db/*.ts'], not: ['db/book.ts', 'db/store-error.ts'], may: ['db'], node: ['crypto'] },

  // The contract, and the two bridges that put it on the window.
  { from: ['preload/contract'], may: ['db/model'], packages: ['zod'] },
  {
    from: ['preload/electron.ts', 'preload/chromium.ts'],
    may: ['preload/contract/route-names.ts'],
    types: ['preload/contract'],
  },
  { from: ['preload/electron.ts'], packages: ['electron'] },

  // The application.
  { from: ['main/vault'], packages: ['@node-rs/argon2', 'canonicalize', 'zod'], node: fileModules },
  {
    from: ['main/services', 'main/briefing', 'main/import', 'main/backup', 'main/attachments'],
    may: ['db', 'main/vault', 'preload/contract'],
    types: ['main/shell/shell.ts'],
    node: fileModules,
  },
  // A feature's handlers hand work to these, never the other way; what all four are given is declared in one file.
  {
    from: ['main/services'],
    may: ['main/briefing', 'main/import', 'main/backup', 'main/attachments', 'main/note-export'],
    packages: ['zod'],
  },
  { from: ['main/briefing', 'main/import', 'main/backup'], may: ['main/services/context.ts'] },
  // A backup is told as checked when its attachments are, too.
  { from: ['main/backup'], may: ['main/attachments/check.ts'] },
  { from: ['main/briefing'], packages: ['zod'] },
  { from: ['main/services'], may: ['main/spelling'] },
  {
    from: ['main/spelling'],
    may: ['db/model'],
    packages: ['hunspell-wasm', 'dictionary-nb', 'dictionary-nn', 'dictionary-en-gb'],
    node: ['util', 'worker_threads'],
  },
  // The plan is told in a briefing as the services tell it.
  { from: ['main/briefing'], may: ['main/services/plan'] },
  { from: ['main/import'], packages: ['csv-parse'] },
  { from: ['main/attachments'], packages: ['file-type'] },
  // What leaves of a note is kept clear of withheld values as a briefing is.
  {
    from: ['main/note-export'],
    may: ['db', 'main/briefing', 'main/services/context.ts', 'preload/contract'],
    packages: ['docx'],
  },
  // Pictures that leave are opened as those in the window are: told in the use log, and then by their pixels alone.
  { from: ['main/attachments/pictures.ts'], may: ['main/services/context.ts', 'main/services/log-opening.ts'] },
  {
    from: ['main/note-export', 'main/briefing'],
    may: ['main/attachments/pictures.ts', 'main/attachments/only-pixels.ts'],
  },
  { from: ['main/briefing'], packages: ['i18next'] },
  { from: ['main/ipc'], may: ['preload/contract', 'main/services'], types: ['main/shell/shell.ts'], node: fileModules },
  { from: ['main/shell'], types: ['preload/contract'], node: [...fileModules, ...processModules] },
  { from: ['main/shell/electron*.ts'], packages: ['electron'], node: ['inspector'] },
  { from: ['main/shell/chromium*.ts'], may: ['preload/chromium.ts'], packages: ['playwright-core'] },
  {
    from: ['main/core', 'main/app', 'main/cli', 'main/app.ts', 'main/index.ts', 'main/browser.ts', 'main/cli.ts'],
    may: ['main', 'db', 'preload/contract'],
    node: [...fileModules, ...processModules],
  },
  { from: ['main/cli', 'main/cli.ts', 'main/browser.ts'], node: ['tty', 'util'] },
  { from: ['main/app', 'main/core'], packages: ['zod'] },
  { from: ['main/app/start-chromium.ts', 'main/demo/walk.ts'], packages: ['playwright-core'] },
  {
    from: ['main/demo'],
    may: ['db', 'main/import', 'main/services/context.ts', 'preload/contract'],
    node: fileModules,
  },
  { from: ['main/index.ts', 'main/app/electron-core.ts'], packages: ['electron'] },

  // The window. `client` is its one way to the bridge.
  { from: ['renderer/client'], may: ['db/model', 'preload/contract'], packages: ['react', ...tanstack] },
  {
    from: ['renderer/features'],
    may: ['db/model', 'preload/contract', 'renderer/client', 'renderer/ui', 'renderer/editor', 'renderer/timeline'],
    packages: [...interfaceParts, ...mantine, ...tanstack, ...lexical, 'zustand'],
  },
  { from: ['renderer/features/note'], packages: ['diff'] },
  {
    from: ['renderer/workspace'],
    may: [
      'db/model',
      'preload/contract',
      'renderer/client',
      'renderer/ui',
      'renderer/editor',
      'renderer/timeline',
      'renderer/features',
      'renderer/briefing',
    ],
    packages: [...interfaceParts, ...mantine, ...tanstack, 'zustand'],
  },
  { from: ['renderer/features/attachment'], packages: ['pdfjs-dist'] },
  // The page of briefings shows the paper that is printed.
  { from: ['renderer/features/briefing'], may: ['renderer/briefing'] },
  { from: ['renderer/timeline'], may: ['db/model'] },
  { from: ['renderer/ui'], may: ['db/model'], packages: [...interfaceParts, ...mantine, ...tanstack] },
  { from: ['renderer/editor'], may: ['db/model'], packages: [...interfaceParts, ...lexical] },
  { from: ['renderer/briefing'], may: ['db/model', 'renderer/timeline'], packages: interfaceParts },
  // The page that is printed: it is given a document and has no way to ask for another.
  {
    from: ['renderer/print'],
    may: ['db/model', 'renderer/briefing', 'renderer/ui'],
    packages: ['react', 'react-dom', '@fontsource-variable/inter', '@fontsource/inter'],
  },
  {
    from: ['renderer/app'],
    may: ['renderer', 'db/model', 'preload/contract'],
    packages: [
      ...interfaceParts,
      ...mantine,
      ...tanstack,
      'zustand',
      '@fontsource-variable/inter',
      '@fontsource/inter',
    ],
  },
];

/** Folders in which each sub-folder stands alone: a feature never imports another. */
const apart = ['renderer/features'];

/** @param {string} text */
const literal = (text) => text.replace(/[.+?^${}()|[\]\\/]/g, '\\$&').replaceAll('*', '[^/]*');

/** @param {string} path a folder, or a file when it has an ending or a star */
const place = (path) =>
  /\.\w+$/.test(path) ? `^${literal(path)}$` : `^${literal(path)}${path.endsWith('*') ? '' : '/'}`;

/** @param {string} name */
const npmPackage = (name) => `^node_modules/(?:@types/)?${literal(name)}/`;

/** @param {string} name */
const nodeModule = (name) => `^(?:node:)?${literal(name)}$`;

/**
 * @param {Row} row
 * @returns {{from: {path: string[], pathNot?: string[]}, to: {path: string[], dependencyTypes?: ('type-only' | 'core')[]}}[]}
 */
function allowedOf({ from, not = [], may = [], types = [], packages = [], node = [] }) {
  const typeOnly = /** @type {const} */ ('type-only');
  const core = /** @type {const} */ ('core');
  const files = { path: from.map(place), ...(not.length > 0 && { pathNot: not.map(place) }) };
  return [
    { from: files, to: { path: may.map(place) } },
    { from: files, to: { path: types.map(place), dependencyTypes: [typeOnly] } },
    { from: files, to: { path: packages.map(npmPackage) } },
    { from: files, to: { path: node.map(nodeModule), dependencyTypes: [core] } },
  ].filter(({ to }) => to.path.length > 0);
}

/** A folder of a row may use itself; where sub-folders stand apart, each only itself. */
const own = [...new Set(rows.flatMap(({ from }) => from))]
  .filter((path) => !/[*]|\.\w+$/.test(path))
  .map((path) =>
    apart.includes(path)
      ? { from: { path: `^${literal(path)}/([^/]+)/` }, to: { path: `^${literal(path)}/$1/` } }
      : { from: { path: place(path) }, to: { path: place(path) } },
  );

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  allowedSeverity: 'error',
  allowed: [...own, ...rows.flatMap(allowedOf), { from: {}, to: { path: '^resources/' } }],
  forbidden: [
    {
      name: 'no-cycle',
      comment: 'Two files that need each other at run time have no order in which they can be read or tested.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'not-found',
      comment: 'An import that leads nowhere escapes every other rule.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: '^node_modules/' },
    // Types count: a forbidden `import type` is a forbidden import.
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.css'],
    },
  },
};
