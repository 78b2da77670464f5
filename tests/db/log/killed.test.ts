import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openTestBook, type TestBook } from '#tests/helpers/book.ts';
import { snapshot } from '../snapshot.ts';

let test: TestBook;
let child: ChildProcess | null = null;
beforeEach(async () => {
  test = await openTestBook();
});
afterEach(async () => {
  child?.kill('SIGKILL');
  await test.remove();
});

/** Runs the import and kills it once it has told of `commands` commands; answers the last one it told of. */
async function killAfter(commands: number): Promise<{ seq: number; hash: string }> {
  const script = fileURLToPath(new URL('interrupted-import.ts', import.meta.url));
  const { path, keyHex } = test;
  const importing = spawn(process.execPath, [script, path, keyHex], { stdio: ['ignore', 'pipe', 'inherit'] });
  child = importing;
  let told = '';
  for await (const text of importing.stdout.setEncoding('utf8')) {
    told += text;
    // Wherever in the next command it may be.
    if (told.split('\n').length > commands) break;
  }
  importing.kill('SIGKILL');
  if (importing.exitCode === null && importing.signalCode === null) await once(importing, 'exit');
  const last = told.trim().split('\n').at(-1) ?? '';
  const [seq, hash = ''] = last.split(' ');
  return { seq: Number(seq), hash };
}

// Would catch a command that was told of and lost, half of one that was kept, and a group that is forgotten.
it.each([1, 2, 5])(
  'an import that is killed after %d commands leaves whole commands and an open group',
  async (count) => {
    await test.book.command('person.create', (tx) => tx.insert('person', { name: 'Før' }));
    const before = await snapshot(test.book, ['vitne', 'før']);
    await test.book.close();
    const told = await killAfter(count);
    await test.reopen();

    const checkpoint = await test.book.checkpoint();
    expect(checkpoint.seq).toBeGreaterThanOrEqual(told.seq);
    const verified = await test.book.verify(told);
    expect(verified).toMatchObject({ ok: true, firstBad: null });
    expect(['same', 'ahead']).toContain(verified.head);
    const [group] = await test.book.unfinishedGroups();
    expect(group).toMatchObject({ group: 'import:child', action: 'import', commands: checkpoint.seq - 1 });
    const people = await test.book.list('person');
    expect(people).toHaveLength(1 + 400 * (checkpoint.seq - 1));

    await test.book.undoGroup('import:child');
    expect(await snapshot(test.book, ['vitne', 'før'])).toEqual(before);
    expect(await test.book.verify(await test.book.checkpoint())).toMatchObject({ ok: true, head: 'same' });
  },
);
