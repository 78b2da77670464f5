import { chmod, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSmallFile, writeFileAtomically } from '#main/vault/atomic-file.ts';
import { errorOf, temporaryFolder } from './casebook.ts';

describe('writeFileAtomically', () => {
  // Would catch: leftovers of a crash that stop the next write, stay for ever, or widen who may read the file.
  it('replaces the file and what an interrupted write left, for its user alone', async () => {
    await using home = await temporaryFolder();
    const path = join(home.path, 'x');
    await writeFile(path, 'old');
    await writeFile(`${path}.tmp`, 'half', { mode: 0o644 });
    await chmod(`${path}.tmp`, 0o644);
    await writeFileAtomically(home.path, 'x', Buffer.from('new'));
    expect(await readFile(path, 'utf8')).toBe('new');
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect(await readdir(home.path)).toEqual(['x']);
  });

  // Would catch: a link laid in the folder through which another file of the user is overwritten.
  it('does not write through a link', async () => {
    await using home = await temporaryFolder();
    await writeFile(join(home.path, 'letter'), 'mine');
    await symlink(join(home.path, 'letter'), join(home.path, 'x.tmp'));
    await writeFileAtomically(home.path, 'x', Buffer.from('new'));
    expect(await readFile(join(home.path, 'letter'), 'utf8')).toBe('mine');
  });

  // Would catch: the system's message, with the folder's name in it, passed on in an error.
  it('tells a refusal of the system by its code alone', async () => {
    const error = await errorOf(writeFileAtomically('/nowhere/Kari Nordmann', 'x', Buffer.alloc(1)));
    expect(error).toMatchObject({ code: 'VAULT_IO', data: { systemCode: 'ENOENT' }, message: 'VAULT_IO' });
    expect(error.cause).toBeUndefined();
    expect(error.stack).not.toContain('Nordmann');
  });
});

describe('readSmallFile', () => {
  it('tells what is missing, too long or no file', async () => {
    await using home = await temporaryFolder();
    await writeFile(join(home.path, 'x'), '12345');
    expect(await readSmallFile(join(home.path, 'y'), 5)).toBe('missing');
    expect(await readSmallFile(join(home.path, 'x', 'y'), 5)).toBe('missing');
    expect(await readSmallFile(home.path, 5)).toBe('unusable');
    expect(await readSmallFile(join(home.path, 'x'), 4)).toBe('unusable');
    expect(String(await readSmallFile(join(home.path, 'x'), 5))).toBe('12345');
  });
});
