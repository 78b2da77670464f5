import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { recordHandlers as record } from '#main/services/record.ts';
import { sessionHandlers as session } from '#main/services/session.ts';
import type { RecordId } from '#model/ids.ts';
import { openTestContext, type TestContext } from '#tests/helpers/context.ts';

let test: TestContext;
beforeEach(async () => {
  test = await openTestContext();
});
afterEach(() => test.remove());

const person = async (name: string): Promise<RecordId> =>
  (await record['record.create'](test.context, { kind: 'person', caseId: null, values: { name } })).id;
const names = async () => (await test.book.list('person')).map(({ title }) => title);
const history = () => session['history.get'](test.context, {});
const undo = () => session['history.undo'](test.context, {});
const redo = () => session['history.redo'](test.context, {});

describe('undo and redo', () => {
  // Would catch: a fault of ours shown where there is simply nothing to undo.
  it('say when there is nothing to take back or do again', async () => {
    await expect(undo()).rejects.toMatchObject({ code: 'NOTHING_TO_UNDO' });
    await expect(redo()).rejects.toMatchObject({ code: 'NOTHING_TO_REDO' });
    await person('Lind');
    await undo();
    await expect(undo()).rejects.toMatchObject({ code: 'NOTHING_TO_UNDO' });
    await redo();
    await expect(redo()).rejects.toMatchObject({ code: 'NOTHING_TO_REDO' });
    expect(await names()).toEqual(['Lind']);
  });

  // Would catch: a step named after another one, so that a person takes back what they did not mean.
  it('name the step they would take, newest first', async () => {
    expect(await history()).toEqual({ undo: null, redo: null });
    const id = await person('Lind');
    await record['record.update'](test.context, { id, patch: { name: 'Lind Berg' } });
    expect(await history()).toMatchObject({ undo: { action: 'person.update', seq: 2 }, redo: null });
    expect(await undo()).toMatchObject({ action: 'person.update' });
    expect(await names()).toEqual(['Lind']);
    expect(await history()).toMatchObject({ undo: { action: 'person.create' }, redo: { action: 'person.update' } });
    expect(await redo()).toMatchObject({ action: 'person.update' });
    expect(await names()).toEqual(['Lind Berg']);
  });

  // Would catch: a redo that writes over what was done since.
  it('forget what could be done again once something new is done', async () => {
    await person('Lind');
    await undo();
    await person('Berg');
    await expect(redo()).rejects.toMatchObject({ code: 'NOTHING_TO_REDO' });
    expect(await names()).toEqual(['Berg']);
  });

  // Would catch: yesterday's work taken back by a person who has just opened the book.
  it('belong to this session alone', async () => {
    await person('Lind');
    const context = { ...test.context, book: await test.reopen() };
    expect(await session['history.get'](context, {})).toEqual({ undo: null, redo: null });
    await expect(session['history.undo'](context, {})).rejects.toMatchObject({ code: 'NOTHING_TO_UNDO' });
  });
});

describe('the logs', () => {
  // Would catch: a page that overlaps the one before; an undo that rubs out instead of adding.
  it('only grow, and are paged from the newest', async () => {
    for (const name of ['A', 'B', 'C']) await person(name);
    await undo();
    const all = await session['log.list'](test.context, { limit: 100 });
    expect(all.map(({ action }) => action)).toEqual(['undo', 'person.create', 'person.create', 'person.create']);
    const first = await session['log.list'](test.context, { limit: 2 });
    const rest = await session['log.list'](test.context, { limit: 2, before: first.at(-1)?.seq ?? 0 });
    expect([...first, ...rest]).toEqual(all);
    for (let use = 0; use < 3; use += 1) await test.book.use('search', { detail: String(use) });
    const uses = await session['log.uses'](test.context, { limit: 2 });
    expect(uses.map(({ detail }) => detail)).toEqual(['2', '1']);
    const older = await session['log.uses'](test.context, { limit: 2, before: uses.at(-1)?.seq ?? 0 });
    expect(older.map(({ detail }) => detail)).toEqual(['0']);
  });

  // Would catch: a checkpoint that is not the log's newest entry, or a sound book that does not verify.
  it('verify, and give the newest entry as the checkpoint', async () => {
    expect(await session['log.checkpoint'](test.context, {})).toMatchObject({ seq: 0 });
    await person('Lind');
    await person('🚓'.repeat(60));
    const checkpoint = await session['log.checkpoint'](test.context, {});
    expect(checkpoint).toMatchObject({ seq: 2, hash: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(await session['log.verify'](test.context, {})).toMatchObject({ ok: true, changes: 2, head: 'missing' });
  });

  it('say who has the book open, and what was found when it was opened', async () => {
    expect(await session['session.get'](test.context, {})).toMatchObject({
      person: { name: 'Fjære', role: 'analyst' },
      purpose: 'test',
      zone: 'Europe/Oslo',
      lastOpenedAt: null,
      failedAttempts: [],
      head: 'same',
      clock: 'plausible',
    });
  });
});
