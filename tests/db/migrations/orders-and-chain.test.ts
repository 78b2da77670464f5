import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import type { Book } from '#db/book.ts';
import { createBook, openBook } from '#db/connection/open-book.ts';
import { MIGRATIONS } from '#db/migrations/registry.ts';
import type { RecordId } from '#model/ids.ts';
import { openTestBook, type TestBook } from '#tests/helpers/book.ts';
import { tamper } from '../snapshot.ts';

let test: TestBook;
let book: Book | null = null;
afterEach(async () => {
  await book?.close();
  await test.remove();
});

const id = (n: number) => n.toString(16).padStart(32, '0') as RecordId;

/** A record as a book from before this migration holds it: header and row, written by SQL alone. */
function row(n: number, kind: string, caseId: RecordId | null, table: string, columns: Record<string, string>): string {
  const names = Object.keys(columns);
  return `INSERT INTO record (id, kind, case_id, title, story_order, created_at, created_by, changed_at, changed_by, version)
      VALUES ('${id(n)}', '${kind}', ${caseId ? `'${caseId}'` : 'NULL'}, '', 0, 1, 'A', 1, 'A', 1);
    INSERT INTO ${table} (id, ${names.join(', ')}) VALUES ('${id(n)}', ${Object.values(columns).join(', ')});`;
}

// Would catch: a list that grew and forgot what was stored under it, an order that lost the breaches that refer to it.
it('keeps the type of every order, court step and stay of a book from before it', async () => {
  test = await openTestBook();
  const path = join(test.folder, 'older.db');
  const before = MIGRATIONS.slice(
    0,
    MIGRATIONS.findIndex(({ name }) => name === 'orders-and-chain'),
  );
  const given = { person: 'A', bookId: 'b', purpose: 'test', zone: 'UTC' } as const;
  const older = await createBook(path, test.keyHex, { ...given, migrations: before });
  await older.close();
  await tamper(
    { ...test, path },
    [
      row(1, 'case', null, 'protection_case', { name: "'A'", marking: "'fortrolig'", status: "'open'", zone: "'UTC'" }),
      row(2, 'person', null, 'person', { name: "'M'" }),
      row(3, 'order', id(1), 'protection_order', { variant: "'own_home_ban'", terms: "'Bolig'", to_at: '9' }),
      row(4, 'order', id(1), 'protection_order', { text: "'Uten type'" }),
      row(5, 'breach', id(1), 'breach', { order_id: `'${id(3)}'`, text: "'Brudd'" }),
      row(6, 'court_step', id(1), 'court_step', { step: "'hearing'", court: "'Tingretten'", scheduled_at: '7' }),
      row(7, 'whereabouts', null, 'whereabouts', {
        person_id: `'${id(2)}'`,
        state: "'cell'",
        since_from_at: '1',
        since_to_at: '2',
        since_precision: "'minute'",
        since_zone: "'UTC'",
      }),
    ].join('\n'),
  );
  book = await openBook(path, test.keyHex, { person: 'A' });
  const valuesOf = async (n: number) => (await book?.find(id(n)))?.values;
  expect(await valuesOf(3)).toMatchObject({ variant: 'own_home_ban', terms: 'Bolig', toAt: 9, stage: null });
  expect(await valuesOf(4)).toMatchObject({ variant: null, text: 'Uten type' });
  expect(await valuesOf(5)).toMatchObject({ orderId: id(3), endedAt: null });
  expect(await valuesOf(6)).toMatchObject({ step: 'hearing', court: 'Tingretten', scheduledAt: 7, openedAt: null });
  expect(await valuesOf(7)).toMatchObject({ state: 'cell', personId: id(2), change: null });
});

// Would catch: steps of a chain that became another step, or lost their time, when the list got the lawyer's decision.
it('keeps every step of a chain of a book from before the lawyer’s decision was one', async () => {
  test = await openTestBook();
  const path = join(test.folder, 'older.db');
  const before = MIGRATIONS.slice(
    0,
    MIGRATIONS.findIndex(({ name }) => name === 'lawyers-decisions'),
  );
  const given = { person: 'A', bookId: 'b', purpose: 'test', zone: 'UTC' } as const;
  const older = await createBook(path, test.keyHex, { ...given, migrations: before });
  await older.close();
  const step = (n: number, code: string) =>
    row(n, 'response_step', id(1), 'response_step', {
      step: `'${code}'`,
      breach_id: `'${id(2)}'`,
      log_number: "'4471'",
    });
  await tamper(
    { ...test, path },
    [
      row(1, 'case', null, 'protection_case', { name: "'A'", marking: "'fortrolig'", status: "'open'", zone: "'UTC'" }),
      row(2, 'breach', id(1), 'breach', { text: "'Brudd'", decided_at: '9' }),
      step(3, 'arrest_upheld'),
      step(4, 'other'),
    ].join('\n'),
  );
  book = await openBook(path, test.keyHex, { person: 'A' });
  const valuesOf = async (n: number) => (await book?.find(id(n)))?.values;
  expect(await valuesOf(2)).toMatchObject({ decidedAt: 9 });
  expect(await valuesOf(3)).toMatchObject({ step: 'arrest_upheld', breachId: id(2), logNumber: '4471' });
  expect(await valuesOf(4)).toMatchObject({ step: 'other', breachId: id(2), logNumber: '4471' });
});
