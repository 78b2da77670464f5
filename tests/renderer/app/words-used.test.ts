import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ERROR_CODES } from '#contract/errors.ts';
import { createWords } from '#renderer/app/i18n.ts';
import { NAMESPACES } from '#resources/i18n/index.ts';

const top = join(import.meta.dirname, '../../..');
const words = createWords('en');

/** Keys written out in the sources, with the namespaces their file uses. */
function keysIn(folder: string): { file: string; key: string; spaces: string[] }[] {
  return readdirSync(join(top, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .flatMap((file) => {
      const source = readFileSync(join(top, folder, file), 'utf8');
      const spaces = [...source.matchAll(/useTranslation\((.*?)\)/g)].flatMap(([, list = '']) =>
        [...list.matchAll(/'(\w+)'/g)].map(([, space = '']) => space),
      );
      const keys = [...source.matchAll(/(?<![\w.])t\(\s*'([^']+)'/g)].map(([, key = '']) => key);
      return keys.map((key) => ({ file, key, spaces: spaces.length > 0 ? spaces : ['app'] }));
    });
}

/** Codes with which the application and the store refuse. */
function thrownIn(folder: string): string[] {
  return readdirSync(join(top, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !/^(?:cli|shell)/.test(file))
    .flatMap((file) =>
      [...readFileSync(join(top, folder, file), 'utf8').matchAll(/new \w+Error\('([A-Z_]{3,})'/g)].map(
        ([, code = '']) => code,
      ),
    );
}

/** Mistakes of the program, and failures of what no screen asks for yet: told as INTERNAL. */
const FAULTS = new Set(
  `BOOK_OLDER CLOSED COMMAND_OVER GROUP_CLOSED KEY_FORMAT NESTED_COMMAND NO_CIPHER SQL VAULT_DISPOSED
   COST_REFUSED LABEL_REFUSED LAST_SLOT SLOT_NOT_FOUND TOO_MANY_SLOTS`.split(/\s+/),
);

/** Problems of a rule are told at its field, in the words of fields. */
const isToldAtField = (code: string) => words.exists(`kinds:problem.${code}`) && code.startsWith('RULE_');

function exists(key: string, spaces: readonly string[]): boolean {
  const keys = key.includes(':') ? [key] : spaces.map((space) => `${space}:${key}`);
  return keys.some((one) => words.exists(one) || words.exists(one, { count: 2 }));
}

describe('words the frame and the controls ask for', () => {
  // Would catch: a key misspelt in code, which shows as the key itself.
  it.each(['renderer/app', 'renderer/ui'])('are all there for %s', (folder) => {
    const missing = keysIn(folder).filter(({ key, spaces }) => !exists(key, spaces));
    expect(missing).toEqual([]);
  });

  // Would catch: a failure that the person is told of only as "something went wrong".
  it('has title, what was kept and what to do for every failure a person can meet', () => {
    const codes = new Set([...Object.values(ERROR_CODES), ...thrownIn('main'), ...thrownIn('db')]);
    const parts = ['title', 'kept', 'todo'];
    const missing = [...codes].filter((code) => !parts.every((part) => words.exists(`errors:${code}.${part}`)));
    expect(missing.filter((code) => !FAULTS.has(code) && !isToldAtField(code))).toEqual([]);
  });

  it('knows every namespace', () => {
    for (const space of NAMESPACES) expect(words.hasResourceBundle('nb', space)).toBe(true);
  });
});
