import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, unlinkSync } from 'node:fs';
import { basename, delimiter, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { callScript, top } from './call-script.ts';
import { makeTree, type Tree } from './tree.ts';

/** A tree that the scripts take for the repository, with Node 24 in place and the stamp written. */
function installedTree(): Tree {
  const tree = makeTree({ 'package-lock.json': '{"lockfileVersion": 3}' });
  tree.copy('scripts');
  const answer = callScript('node24.mjs', 'node24Folder', [top]);
  if (!('value' in answer)) throw new Error(answer.error.message);
  tree.link(join('node_modules', basename(String(answer.value))));
  callScript('packages.mjs', 'writeStamp', [tree.top]);
  return tree;
}

const isInstalled = (tree: Tree) => callScript('packages.mjs', 'isInstalled', [tree.top]);

describe('the stamp', () => {
  test('holds while lock and packages stay', () => {
    using tree = installedTree();
    expect(isInstalled(tree)).toEqual({ value: true });
  });

  // Bug: after a pull with new packages the old ones stay in use.
  test('no longer holds when the lock file changes', () => {
    using tree = installedTree();
    tree.write({ 'package-lock.json': '{"lockfileVersion": 3, "packages": {}}' });
    expect(isInstalled(tree)).toEqual({ value: false });
  });

  // Bug: a half-deleted node_modules with its stamp left is taken for a whole one.
  test('no longer holds when Node 24 is gone', () => {
    using tree = installedTree();
    const answer = callScript('node24.mjs', 'node24Folder', [tree.top]);
    if ('value' in answer) unlinkSync(String(answer.value));
    expect(isInstalled(tree)).toEqual({ value: false });
  });

  test('is not there before the first set-up', () => {
    using tree = makeTree({ 'package-lock.json': '{}' });
    expect(isInstalled(tree)).toEqual({ value: false });
  });
});

describe('a second start', () => {
  // Bug: the set-up asks the registry on every start and so needs a network on a workstation that has none.
  test('opens no socket and starts neither npm nor apt-get', () => {
    using tree = installedTree();
    tree.write({
      'trap.mjs': `
        import dns from 'node:dns';
        import net from 'node:net';
        import { syncBuiltinESMExports } from 'node:module';
        const caught = () => process.exit(99);
        net.Socket.prototype.connect = caught;
        net.connect = net.createConnection = caught;
        dns.lookup = caught;
        dns.promises.lookup = caught;
        syncBuiltinESMExports();`,
    });
    for (const name of ['npm', 'apt-get']) tree.command(`fake/${name}`, `echo "$0" >> ${tree.path('called')}`);
    const done = spawnSync(process.execPath, ['--import', tree.path('trap.mjs'), tree.path('scripts/setup.mjs')], {
      env: {
        ...process.env,
        PATH: [tree.path('fake'), process.env.PATH].join(delimiter),
        npm_execpath: '',
      },
      encoding: 'utf8',
    });
    expect(done).toMatchObject({ status: 0, stdout: '', stderr: '' });
    expect(existsSync(tree.path('called'))).toBe(false);
  });
});

describe('missing packages of the system', () => {
  // Bug: nothing is said while apt-get works for minutes, or the wrong packages are asked for.
  test('as root each is named and installed; otherwise the one command is printed and the exit code is 1', () => {
    using tree = installedTree();
    const log = tree.path('called');
    // Everything but xvfb is there; after apt-get has run, xvfb too.
    tree.command(
      'fake/dpkg-query',
      `for name in build-essential python3 libssl-dev chromium xauth poppler-utils; do echo "$name ii "; done
       echo 'xvfb un '`,
    );
    tree.command('fake/apt-get', `echo "$@" >> ${log}`);
    const done = spawnSync(process.execPath, [tree.path('scripts/setup.mjs')], {
      env: { ...process.env, PATH: [tree.path('fake'), process.env.PATH].join(delimiter) },
      encoding: 'utf8',
    });
    const calls = existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n') : [];
    if (process.getuid?.() === 0) {
      expect(done).toMatchObject({ status: 0, stdout: 'Set-up: installing the Debian package xvfb\n' });
      expect(calls).toEqual([
        expect.stringMatching(/ update$/),
        expect.stringMatching(/ install -y --no-install-recommends xvfb$/),
      ]);
    } else {
      expect(done).toMatchObject({ status: 1, stderr: expect.stringContaining('apt-get install -y') });
      expect(calls).toEqual([]);
    }
  });
});

describe('the command line', () => {
  // Bug: a word of the set-up on standard output spoils the JSON document that a program reads from there.
  test('keeps all words of the set-up on standard error, and a failed set-up ends with 1', () => {
    using tree = installedTree();
    tree.write({ 'package-lock.json': '{"changed": true}' });
    tree.command('fake/npm', 'echo words of npm; exit 3');
    const done = spawnSync(process.execPath, [tree.path('scripts/cli.mjs'), 'cases', 'book'], {
      env: { ...process.env, PATH: [tree.path('fake'), process.env.PATH].join(delimiter), npm_execpath: '' },
      encoding: 'utf8',
    });
    expect(done).toMatchObject({ status: 1, stdout: '' });
    expect(done.stderr).toContain('words of npm');
    expect(done.stderr).toContain('npm could not install');
  });

  // Bug: exit codes 1 and 2 both arrive as 1, or a passphrase on standard input never reaches the program.
  test('runs on Node 24 with its arguments, its input and its exit code untouched', () => {
    using tree = installedTree();
    tree.write({
      'main/cli.ts': `
        const words: string[] = process.argv.slice(2);
        process.stdin.on('data', (data) => process.stdout.write(words.join('|') + ' ' + data + process.version));
        process.stdin.on('end', () => process.exit(2));`,
    });
    const done = spawnSync(process.execPath, [tree.path('scripts/cli.mjs'), '--json', 'two words', ''], {
      input: 'secret ',
      encoding: 'utf8',
    });
    expect(done).toMatchObject({
      status: 2,
      stdout: expect.stringMatching(/^--json\|two words\| secret v24\./),
      stderr: '',
    });
  });

  // Bug: `npm run cli` moves to the top of the repository, so that `cases ./book` names another folder than meant.
  test('takes relative paths from where the person stands', () => {
    using tree = installedTree();
    tree.write({ 'main/cli.ts': 'process.stdout.write(process.cwd());' });
    mkdirSync(tree.path('below'));
    const done = spawnSync(process.execPath, [tree.path('scripts/cli.mjs')], {
      cwd: tree.top,
      env: { ...process.env, npm_lifecycle_event: 'cli', INIT_CWD: tree.path('below') },
      encoding: 'utf8',
    });
    expect(done.stdout).toBe(tree.path('below'));
  });
});
