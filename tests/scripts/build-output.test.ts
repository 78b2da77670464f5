import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { top } from './call-script.ts';
import { makeTree, type Tree } from './tree.ts';

/** A small application with our build settings, using what the real one uses. */
function smallApplication(): Tree {
  const page = (script: string) =>
    `<!doctype html><html lang="nb"><head><title>Vernebok</title></head><body><div id="root"></div>
     <script type="module" src="./app/${script}.tsx"></script></body></html>`;
  const screen = `
    import '@fontsource-variable/inter';
    import '@mantine/core/styles.css';
    import { Button, MantineProvider } from '@mantine/core';
    import { createRoot } from 'react-dom/client';
    import { secret } from '#model/shared.ts';
    createRoot(document.body).render(<MantineProvider><Button>{secret}</Button></MantineProvider>);`;
  const tree = makeTree({
    'db/model/shared.ts': "import { z } from 'zod';\nexport const secret = z.string().parse('shared');",
    'main/index.ts':
      "import { app } from 'electron';\nimport { parse } from 'csv-parse';\napp.on('quit', () => parse(''));",
    'main/core/index.ts': `
      import sqlcipher from '@journeyapps/sqlcipher';
      import { hash } from '@node-rs/argon2';
      import { secret } from '#model/shared.ts';
      export const core = [sqlcipher, hash, secret];`,
    'main/spelling/worker.ts': "import { parentPort } from 'node:worker_threads';\nparentPort?.postMessage('ready');",
    'preload/contract/names.ts': "export const names = ['one'];",
    'preload/electron.ts': `
      import { contextBridge } from 'electron';
      import { names } from '#contract/names.ts';
      contextBridge.exposeInMainWorld('vernebok', names);`,
    'renderer/index.html': page('main'),
    'renderer/print.html': page('print'),
    'renderer/app/main.tsx': screen,
    'renderer/app/print.tsx': screen,
  });
  tree.copy('package.json', 'electron.vite.config.ts', 'tsconfig.base.json', 'tsconfig.json');
  for (const folder of ['db', 'main', 'preload', 'renderer', 'tests']) tree.copy(`${folder}/tsconfig.json`);
  tree.link('node_modules');
  const tool = join(top, 'node_modules/electron-vite/bin/electron-vite.js');
  const built = spawnSync(process.execPath, [tool, 'build'], { cwd: tree.top, encoding: 'utf8' });
  if (built.status !== 0) throw new Error(built.stdout + built.stderr);
  return tree;
}

/** Everything below `out/`: relative path and text. */
function output(): Map<string, string> {
  using tree = smallApplication();
  const names = readdirSync(tree.path('out'), { recursive: true, withFileTypes: true });
  return new Map(
    names
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((file) => [file.slice(tree.path('out').length + 1), readFileSync(file, 'latin1')]),
  );
}

describe('the build', () => {
  const files = output();
  const text = (name: string) => files.get(name) ?? '';

  // Bug: an inline script or style, or a font as a data: address, which the policy of the page refuses.
  test.each(['renderer/index.html', 'renderer/print.html'])('%s has no script or style of its own', (name) => {
    expect(text(name)).toMatch(/<script type="module"[^>]* src="\.\/assets\//);
    expect(text(name)).not.toMatch(/<script(?![^>]*\bsrc=)|<style|\son\w+=|data:/);
  });

  test('fonts are files beside the styles', () => {
    expect([...files.keys()].filter((name) => name.endsWith('.woff2')).length).toBeGreaterThan(0);
    const styles = [...files].filter(([name]) => name.endsWith('.css')).map(([, content]) => content);
    expect(styles.join()).toContain('.woff2');
    expect(styles.join()).not.toMatch(/url\(["']?data:font/);
  });

  // Bug: a source map carries the sources, or names the folder of whoever built it.
  test('there is no source map', () => {
    expect([...files.keys()].filter((name) => name.endsWith('.map'))).toEqual([]);
    expect([...files].filter(([, content]) => content.includes('sourceMappingURL=')).map(([name]) => name)).toEqual([]);
  });

  // Bug: a sandboxed preload that is a module, or needs a second file, silently does not run.
  test('the preload is one CommonJS file that needs electron alone', () => {
    expect([...files.keys()].filter((name) => name.startsWith('preload/'))).toEqual(['preload/electron.cjs']);
    const preload = text('preload/electron.cjs');
    expect([...preload.matchAll(/require\(["']([^"']+)/g)].map(([, name]) => name)).toEqual(['electron']);
    expect(preload).not.toMatch(/^(?:import|export)\b/m);
  });

  // Bug: a compiled package is bundled and then cannot find its binary.
  test('compiled packages stay outside, others are bundled', () => {
    const core = text('main/core.js');
    expect(core).toMatch(/from ["']@journeyapps\/sqlcipher["']/);
    expect(core).toMatch(/from ["']@node-rs\/argon2["']/);
    const main = [...files].filter(([name]) => name.startsWith('main/')).map(([, content]) => content);
    expect(main.join('\n')).not.toMatch(/from ["'](?:zod|csv-parse)/);
  });
});
