/** The stylesheets name nothing that no element has, and each name has one of them. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const top = join(import.meta.dirname, '../..');
const read = (pattern: string) => globSync(pattern, { cwd: top }).map((file) => readFileSync(join(top, file), 'utf8'));

/** The classes of our own in a stylesheet; Mantine's and Lexical's are theirs to keep. */
const OWN_CLASS = /\.((?:vb|timeline)-[a-z0-9-]+)/g;

// Would catch: rules left behind for an element that was renamed or taken away.
describe('classes in the stylesheets', () => {
  it('are all given to something', () => {
    const classes = new Set(
      read('renderer/**/*.css').flatMap((css) => [...css.matchAll(OWN_CLASS)].map((hit) => hit[1])),
    );
    const code = read('renderer/**/*.{ts,tsx}').join('\n');
    const named = new Set([...code.matchAll(/(?:vb|timeline)-[a-z0-9-]+/g)].map((hit) => hit[0]));
    // A class made of a beginning and a value: `vb-urgency-${state}`.
    const beginnings = [...code.matchAll(/((?:vb|timeline)-[a-z0-9-]*-)\$\{/g)].map((hit) => hit[1] ?? '');
    const isGiven = (name: string) => named.has(name) || beginnings.some((beginning) => name.startsWith(beginning));
    expect([...classes].filter((name) => name !== undefined && !isGiven(name))).toEqual([]);
  });

  // Would catch: a page that looks right until another page's sheet, with a name of its own alike, has been loaded too.
  it('are each dressed in one stylesheet', () => {
    const homes = new Map<string, Set<string>>();
    for (const file of globSync('renderer/**/*.css', { cwd: top })) {
      const css = readFileSync(join(top, file), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
      for (const [, selectors = ''] of css.matchAll(/([^{}]+)\{/g)) {
        for (const selector of selectors.split(',').map((one) => one.trim())) {
          if (/^\.vb-[a-z0-9-]+$/.test(selector)) homes.set(selector, (homes.get(selector) ?? new Set()).add(file));
        }
      }
    }
    expect([...homes].filter(([, files]) => files.size > 1).map(([name, files]) => [name, ...files])).toEqual([]);
  });
});
