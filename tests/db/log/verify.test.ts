import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Checkpoint } from '#db/book.ts';
import type { RecordId } from '#model/ids.ts';
import { openTestBook, type TestBook } from '#tests/helpers/book.ts';
import { tamper } from '../snapshot.ts';

/**
 * A book of six entries: 1 a case and two persons, 2 a threat, 3 a measure, 4 the threat changed, 5 the measure
 * struck, 6 a third person that undo (7) took back.
 */
let test: TestBook;
let head: Checkpoint;
let ids: { caseId: RecordId; ola: RecordId; threat: RecordId; measure: RecordId };

beforeAll(async () => {
  test = await openTestBook();
  const { book } = test;
  const zone = 'Europe/Oslo';
  const first = await book.command('case.create', async (tx) => {
    const made = await tx.insert('case', { name: 'Sak', marking: 'fortrolig', status: 'open', zone });
    const [ola = made.id] = await tx.insertMany('person', [{ values: { name: 'Ola' } }, { values: { name: 'Kari' } }]);
    return { caseId: made.id, ola };
  });
  const header = { caseId: first.value.caseId };
  const threat = await book.command('threat.create', (tx) =>
    tx.insert('threat', { text: 'Truet på sms', actorId: first.value.ola }, header),
  );
  const measure = await book.command('measure.plan', (tx) =>
    tx.insert('measure', { type: 'patrol', status: 'planned', fromLocal: '2026-03-14T21:00' }, header),
  );
  await book.command('threat.update', (tx) => tx.update('threat', threat.value.id, { text: 'Truet på telefon' }));
  await book.command('measure.strike', (tx) => tx.remove(measure.value.id, 'Avlyst'));
  await book.command('person.create', (tx) => tx.insert('person', { name: 'Feil' }));
  await book.undo();
  for (const action of ['open', 'search', 'export'] as const) await book.use(action, { detail: action });
  head = await book.checkpoint();
  ids = { ...first.value, threat: threat.value.id, measure: measure.value.id };
  await book.close();
  await copyFile(test.path, join(test.folder, 'good.db'));
});
beforeEach(async () => {
  await test.book.close();
  await copyFile(join(test.folder, 'good.db'), test.path);
  await test.reopen();
});
afterEach(() => test.book.close());
afterAll(() => test.remove());

/** Changes the book by SQL behind the log's back, and verifies. */
async function verifyAfter(sql: string, against: Checkpoint | null = head) {
  await test.book.close();
  await tamper(test, sql);
  const book = await test.reopen();
  return book.verify(against);
}

it('finds nothing in a book that is as it was left', async () => {
  expect(await test.book.verify(head)).toEqual({ ok: true, changes: 7, firstBad: null, head: 'same' });
});

describe('finds, with the entry that does not fit any more,', () => {
  it.each<[what: string, sql: () => string, seq: number]>([
    ['a value that was changed', () => `UPDATE threat SET text = 'x' WHERE id = '${ids.threat}'`, 4],
    ['a value that was taken away', () => `UPDATE threat SET actor_id = NULL WHERE id = '${ids.threat}'`, 4],
    ['a value that was added', () => `UPDATE person SET description = 'x' WHERE id = '${ids.ola}'`, 1],
    ['a title that was changed in lists only', () => `UPDATE record SET title = 'x' WHERE id = '${ids.threat}'`, 4],
    ['an instant that was moved', () => `UPDATE record SET starts_at = starts_at + 1 WHERE id = '${ids.measure}'`, 5],
    [
      'a strike that was taken back',
      () => 'UPDATE record SET struck_at = NULL, struck_by = NULL, struck_reason = NULL',
      5,
    ],
    ['who entered a record', () => `UPDATE record SET created_by = 'x' WHERE id = '${ids.threat}'`, 4],
    ['when a record was entered', () => `UPDATE record SET created_at = 1 WHERE id = '${ids.ola}'`, 1],
    [
      'a record that was moved to another kind',
      () => `UPDATE record SET kind = 'incident' WHERE id = '${ids.threat}'`,
      4,
    ],
    ['a zone that was changed', () => "UPDATE protection_case SET zone = 'UTC'", 1],
    ['a record that was deleted', () => `DELETE FROM threat; DELETE FROM record WHERE id = '${ids.threat}'`, 4],
    ['a record without its values', () => 'DELETE FROM threat', 4],
    [
      'a record that was added',
      () =>
        `INSERT INTO record (id, kind, title, story_order, created_at, created_by, changed_at, changed_by, version)
         VALUES ('${'f'.repeat(32)}', 'person', 'x', 0, 1, 'x', 1, 'x', 1);
         INSERT INTO person (id, name) VALUES ('${'f'.repeat(32)}', 'x')`,
      8,
    ],
    ['values without a record', () => `INSERT INTO person (id, name) VALUES ('${'f'.repeat(32)}', 'x')`, 8],
    ['an entry that was taken out', () => 'DELETE FROM log_entry WHERE seq = 3', 3],
    [
      'an entry that was taken out with its changes',
      () => 'DELETE FROM log_entry WHERE seq = 3; DELETE FROM log_change WHERE seq = 3',
      3,
    ],
    ['an entry without its changes', () => 'DELETE FROM log_change WHERE seq = 2', 2],
    [
      'a change that was edited afterwards',
      () => `UPDATE log_change SET after = replace(after, 'sms', 'brev') WHERE seq = 2`,
      2,
    ],
    [
      'a change whose earlier state was edited',
      () => `UPDATE log_change SET before = replace(before, 'sms', 'brev') WHERE seq = 4`,
      4,
    ],
    [
      'a change that was given to another record',
      () => `UPDATE log_change SET record_id = '${'f'.repeat(32)}' WHERE seq = 2`,
      2,
    ],
    ['a change with another name', () => "UPDATE log_change SET op = 'restore' WHERE seq = 5", 5],
    ['a change with another salt', () => `UPDATE log_change SET salt = '${'0'.repeat(32)}' WHERE seq = 4`, 4],
    [
      'a change whose content was taken away with its salt kept',
      () => 'UPDATE log_change SET before = NULL WHERE seq = 4',
      4,
    ],
    ['a person in the log', () => "UPDATE log_entry SET person = 'x' WHERE seq = 5", 5],
    ['a time in the log', () => 'UPDATE log_entry SET at = at + 1 WHERE seq = 6', 6],
    ['an action in the log', () => "UPDATE log_entry SET action = 'x' WHERE seq = 1", 1],
    ['what an undo took back', () => 'UPDATE log_entry SET reverts = 5 WHERE seq = 7', 7],
    ['a summary in the log', () => `UPDATE log_entry SET records = '{"threat":9}' WHERE seq = 2`, 2],
    ['what the book is made for', () => "UPDATE book_info SET value = 'real' WHERE key = 'purpose'", 1],
  ])('%s', async (_, sql, seq) => {
    expect(await verifyAfter(sql(), null)).toMatchObject({ ok: false, firstBad: { chain: 'log', seq } });
  });

  it.each<[what: string, sql: string, seq: number]>([
    ['a use that was taken out', 'DELETE FROM use_log WHERE seq = 2', 2],
    ['a use that was edited', "UPDATE use_log SET detail = 'x' WHERE seq = 3", 3],
    ['a person in the use log', "UPDATE use_log SET person = 'x' WHERE seq = 1", 1],
    ['a record in the use log', `UPDATE use_log SET record_id = '${'f'.repeat(32)}' WHERE seq = 2`, 2],
  ])('%s', async (_, sql, seq) => {
    expect(await verifyAfter(sql)).toMatchObject({ ok: false, firstBad: { chain: 'use', seq }, head: 'same' });
  });
});

it('names the earlier of two entries that do not fit', async () => {
  const sql = `UPDATE log_entry SET at = 1 WHERE seq = 6; UPDATE threat SET text = 'x' WHERE id = '${ids.threat}'`;
  expect((await verifyAfter(sql)).firstBad).toEqual({ chain: 'log', seq: 4 });
});

it('finds nothing wrong where a purge took content and salt away and left the commitment', async () => {
  const sql = 'UPDATE log_change SET before = NULL, after = NULL, salt = NULL WHERE seq IN (2, 4)';
  expect(await verifyAfter(sql)).toMatchObject({ ok: true, changes: 7 });
});

describe('the head outside the book', () => {
  it('shows entries that were cut off the end, although the chain that is left is whole', async () => {
    const cut = `DELETE FROM log_change WHERE seq >= 6; DELETE FROM log_entry WHERE seq >= 6`;
    expect(await verifyAfter(cut, null)).toMatchObject({ ok: true, head: 'missing' });
    expect(await verifyAfter('SELECT 1', head)).toEqual({
      ok: false,
      changes: 5,
      firstBad: { chain: 'log', seq: 6 },
      head: 'behind',
    });
  });

  it('may be older than the book: a crash between the commit and the head', async () => {
    const older = (await test.book.first<Checkpoint>('SELECT seq, hash FROM log_entry WHERE seq = 6')) ?? head;
    expect(await test.book.verify(older)).toMatchObject({ ok: true, firstBad: null, head: 'ahead' });
  });

  it('shows a chain that was recomputed', async () => {
    const other = { seq: 6, hash: 'f'.repeat(64) };
    const found = await test.book.verify(other);
    expect(found).toMatchObject({ ok: false, firstBad: { chain: 'log', seq: 6 }, head: 'differs' });
  });
});
