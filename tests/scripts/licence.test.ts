import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import licence from 'spdx-license-list/licenses/EUPL-1.2.json' with { type: 'json' };
import { expect, test } from 'vitest';
import { top } from './call-script.ts';

const read = (name: string) => readFileSync(join(top, name), 'utf8');

// Bug: a word of the licence changed by hand, or package.json naming another one.
test('LICENSE is the full text of the licence that package.json names', () => {
  expect((JSON.parse(read('package.json')) as { license: string }).license).toBe('EUPL-1.2');
  expect(read('LICENSE')).toBe(`${licence.licenseText.trimEnd()}\n`);
});
