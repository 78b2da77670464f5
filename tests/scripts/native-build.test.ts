import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { callScript, top } from './call-script.ts';
import { makeTree, type Tree } from './tree.ts';

/**
 * A tree in which the native package is an addon of a few lines. npm, node-gyp, headers and compiler are the real ones:
 * only SQLCipher's own 75 seconds of compiling are left out.
 */
function smallAddon(): Tree {
  const tree = makeTree({
    'package.json': JSON.stringify({
      name: 'small',
      version: '1.0.0',
      dependencies: { '@journeyapps/sqlcipher': '1.0.0' },
      allowScripts: { '@journeyapps/sqlcipher': true },
    }),
    'node_modules/@journeyapps/sqlcipher/package.json': JSON.stringify({
      name: '@journeyapps/sqlcipher',
      version: '1.0.0',
      gypfile: true,
      scripts: { install: 'node-gyp rebuild' },
    }),
    'node_modules/@journeyapps/sqlcipher/binding.gyp': JSON.stringify({
      targets: [{ target_name: 'small', sources: ['small.c'] }],
    }),
    'node_modules/@journeyapps/sqlcipher/small.c': `
      #include <node_api.h>
      #include <node_version.h>
      static napi_value init(napi_env env, napi_value exports) {
        napi_value version;
        napi_create_string_utf8(env, NODE_VERSION, NAPI_AUTO_LENGTH, &version);
        return version;
      }
      NAPI_MODULE(NODE_GYP_MODULE_NAME, init)`,
  });
  tree.link(pinnedNode());
  return tree;
}

/** The folder of Node 24, relative to the top. */
function pinnedNode(): string {
  const answer = callScript('node24.mjs', 'node24Folder', [top]);
  if (!('value' in answer)) throw new Error(answer.error.message);
  return relative(top, String(answer.value));
}

function versionOfHeaders(): string {
  const { version } = JSON.parse(readFileSync(join(top, pinnedNode(), 'package.json'), 'utf8')) as { version: string };
  return version;
}

/**
 * A person's machine: no npm settings of theirs, nothing in node-gyp's cache, and nobody answers where headers are
 * fetched from.
 */
function bareEnvironment(tree: Tree): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name));
  return {
    ...Object.fromEntries(own),
    npm_config_userconfig: tree.path('user-settings'),
    npm_config_globalconfig: tree.path('machine-settings'),
    npm_config_cache: tree.path('cache'),
    npm_config_devdir: tree.path('headers'),
    npm_package_config_node_gyp_devdir: tree.path('headers'),
    npm_package_config_node_gyp_disturl: 'http://127.0.0.1:59999',
    npm_config_disturl: 'http://127.0.0.1:59999',
  };
}

// Bug: without a `nodedir` in the person's own npm settings the build dies fetching headers.
test('the native package compiles against the pinned headers with no settings and no network', () => {
  using tree = smallAddon();
  expect(callScript('packages.mjs', 'compileNative', [2, tree.top], bareEnvironment(tree))).toEqual({ value: null });
  const folder = 'node_modules/@journeyapps/sqlcipher/build';
  const addon = tree.path(`${folder}/Release/small.node`);
  const loaded = spawnSync(process.execPath, ['-p', `require(${JSON.stringify(addon)})`], { encoding: 'utf8' });
  expect(loaded.stdout.trim()).toBe(`v${versionOfHeaders()}`);
});

// The test above would prove nothing if headers were found elsewhere on this machine.
test('the same build without the pinned headers fails', () => {
  using tree = smallAddon();
  const rebuild = ['rebuild', '@journeyapps/sqlcipher', '--ignore-scripts=false', '--loglevel=error'];
  const done = spawnSync('npm', rebuild, { cwd: tree.top, env: bareEnvironment(tree), encoding: 'utf8' });
  expect(done.status).not.toBe(0);
  expect(done.stderr).toMatch(/ECONNREFUSED|fetch failed/);
});
