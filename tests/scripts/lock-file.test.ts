import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { top } from './call-script.ts';

interface LockedPackage {
  version?: string;
  resolved?: string;
  integrity?: string;
  optionalDependencies?: Record<string, string>;
}

const lock = JSON.parse(readFileSync(join(top, 'package-lock.json'), 'utf8')) as {
  packages: Record<string, LockedPackage>;
};
const { '': own = {}, ...packages } = lock.packages;

/** The folders in which Node would look for a package, from the one that asks for it upwards. */
function places(asking: string, name: string): string[] {
  const up = asking
    .split('/node_modules/')
    .slice(0, -1)
    .map((_, index, parts) => parts.slice(0, index + 1).join('/node_modules/'));
  return [asking, ...up.reverse(), ''].map((folder) => `${folder === '' ? '' : `${folder}/`}node_modules/${name}`);
}

describe('the lock file', () => {
  // Bug: what a package contains is not pinned, so another content is installed without a word.
  test('pins version and content of every package', () => {
    const loose = Object.entries(packages).filter(([, { version, integrity }]) => !version || !integrity);
    expect(loose.map(([path]) => path)).toEqual([]);
  });

  // Bug: a lock written where a registry lacks some platforms' binaries leaves them out. npm 11 then looks for them on
  // every `npm ci`, finds that they are not in the lock, and refuses to install anything on a fresh clone.
  test('holds the binaries of every platform that a package offers', () => {
    const asked = Object.entries({ '': own, ...packages }).flatMap(([path, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).map((name) => ({ path, name })),
    );
    const missing = asked.filter(({ path, name }) => !places(path, name).some((place) => place in packages));
    expect(missing).toEqual([]);
  });

  // Bug: the address of the registry of whoever made the lock, which another machine cannot reach.
  test('names no registry', () => {
    const named = Object.entries(packages).filter(([, { resolved }]) => resolved !== undefined);
    expect(named.map(([path]) => path)).toEqual([]);
  });
});
