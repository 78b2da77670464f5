import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { top } from './call-script.ts';

const read = (name: string) => readFileSync(join(top, name), 'utf8');

// Bug: a word of the licence changed by hand, or package.json naming another one.
test('LICENSE is the full text of the licence that package.json names', () => {
  const { license } = JSON.parse(read('package.json')) as { license: string };
  const { licenseText } = JSON.parse(read(`node_modules/spdx-license-list/licenses/${license}.json`)) as {
    licenseText: string;
  };
  expect(read('LICENSE')).toBe(`${licenseText.trimEnd()}\n`);
});
