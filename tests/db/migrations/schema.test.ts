import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MIGRATIONS } from '#db/migrations/registry.ts';
import { columnsOf } from '#db/tables/columns.ts';
import type { Field } from '#model/field.ts';
import { fieldsOf, KIND_NAMES, kindOf } from '#model/kinds.ts';
import { PRECISIONS, QUALIFIERS } from '#model/when.ts';
import { openTestBook, type TestBook } from '#tests/helpers/book.ts';

let test: TestBook;
beforeAll(async () => {
  test = await openTestBook();
});
afterAll(() => test.remove());

interface Column {
  readonly name: string;
  readonly type: string;
  readonly notnull: 0 | 1;
}

const TYPES: Partial<Record<Field<unknown>['type'], string>> = {
  flag: 'INTEGER',
  integer: 'INTEGER',
  instant: 'INTEGER',
};

/** Columns that a field should have. A required `when` is held by a CHECK over its columns. */
function expected(name: string, field: Field<unknown>): Column[] {
  const columns = columnsOf(name, field);
  if (field.type !== 'when') {
    return columns.map((column) => ({
      name: column,
      type: TYPES[field.type] ?? 'TEXT',
      notnull: field.required ? 1 : 0,
    }));
  }
  const types = ['INTEGER', 'INTEGER', 'TEXT', 'TEXT', 'TEXT'];
  return columns.map((column, index) => ({ name: column, type: types[index] ?? '', notnull: 0 }));
}

async function sqlOf(table: string): Promise<string> {
  const row = await test.book.first<{ sql: string }>('SELECT sql FROM sqlite_schema WHERE name = ?', [table]);
  return row?.sql.replace(/\s+/g, ' ') ?? '';
}

describe.each(KIND_NAMES)('the table of %s', (kind) => {
  const { table } = kindOf(kind);

  it('has a column for every field, of its type, and no other', async () => {
    const columns = await test.book.all<Column>('SELECT name, type, "notnull" FROM pragma_table_info(?)', [table]);
    // A column that was added later stands last, whatever its field's place: statements name their columns.
    const byName = (list: readonly Column[]) => list.toSorted((a, b) => (a.name < b.name ? -1 : 1));
    expect(byName(columns)).toEqual(
      byName([
        { name: 'id', type: 'TEXT', notnull: 1 },
        ...fieldsOf(kind).flatMap(([name, field]) => expected(name, field)),
      ]),
    );
    expect(await sqlOf(table)).toMatch(/\) STRICT$/);
  });

  it('checks what is a closed list, a flag or a time', async () => {
    const sql = await sqlOf(table);
    for (const [name, field] of fieldsOf(kind)) {
      const [column = ''] = columnsOf(name, field);
      const list = field.options.map((option) => `'${option}'`).join(', ');
      if (field.type === 'choice') expect(sql).toContain(`${column} IN (${list})`);
      if (field.type === 'choices') expect(sql).toContain(`${column} NOT GLOB '*[^a-z_ ]*'`);
      if (field.type === 'flag') expect(sql).toContain(`${column} IN (0, 1)`);
      if (field.type !== 'when') continue;
      const [from, to, precision, , qualifier] = columnsOf(name, field);
      expect(sql).toContain(`CHECK (${to} > ${from})`);
      expect(sql).toContain(`${precision} IN (${PRECISIONS.map((one) => `'${one}'`).join(', ')})`);
      expect(sql).toContain(`(${from} IS NULL) + (${to} IS NULL)`);
      expect(sql).toContain(
        `${from} IS NOT NULL AND ${qualifier} IN (${QUALIFIERS.map((one) => `'${one}'`).join(', ')})`,
      );
      if (field.required) expect(sql).toContain(`CHECK (${from} IS NOT NULL)`);
    }
  });

  it('refers to the tables of the kinds that its fields refer to, deferred, and has an index for each', async () => {
    const keys = await test.book.all<{ from: string; table: string; on_delete: string }>(
      'SELECT "from", "table", on_delete FROM pragma_foreign_key_list(?) ORDER BY "from"',
      [table],
    );
    const wanted = fieldsOf(kind).flatMap(([name, field]) => {
      if (field.ref === null) return [];
      const target = field.ref === '*' ? 'record' : kindOf(field.ref as typeof kind).table;
      return [{ from: columnsOf(name, field)[0] ?? '', table: target, on_delete: 'NO ACTION' }];
    });
    const all = [{ from: 'id', table: 'record', on_delete: 'NO ACTION' }, ...wanted];
    expect(keys).toEqual(all.sort((a, b) => (a.from < b.from ? -1 : 1)));
    const sql = await sqlOf(table);
    expect(sql.split('REFERENCES').length).toBe(sql.split('DEFERRABLE INITIALLY DEFERRED').length);
    for (const { from } of wanted) {
      // Removing what is referred to must not scan the table.
      const plan = await test.book.all<{ detail: string }>(
        `EXPLAIN QUERY PLAN SELECT 1 FROM ${table} WHERE ${from} = ?`,
        ['x'],
      );
      expect(plan[0]?.detail).toMatch(/^SEARCH .* INDEX/);
    }
  });
});

it('has no table that belongs to nothing', async () => {
  const tables = await test.book.all<{ name: string }>(
    "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'search%' AND name NOT LIKE 'sqlite_%'",
  );
  const own = ['book_info', 'setting', 'record', 'log_entry', 'log_change', 'open_group', 'use_log', 'note_draft'];
  expect(tables.map((row) => row.name).sort()).toEqual(
    [...own, ...KIND_NAMES.map((kind) => kindOf(kind).table)].sort(),
  );
});

it.each([
  [
    'a list of one kind in a case',
    'record_by_case_kind',
    "case_id = 'x' AND kind = 'threat' ORDER BY starts_at, story_order",
  ],
  ['the timeline of a case', 'record_by_case_time', "case_id = 'x' AND starts_at > 5 ORDER BY starts_at, story_order"],
  ['a list of one kind', 'record_by_kind', "kind = 'person' ORDER BY starts_at, story_order"],
  ['rows that were imported', 'record_by_import', "case_id = 'x' AND import_key = 'y'"],
])('%s is read through its index', async (_, index, where) => {
  const plan = await test.book.all<{ detail: string }>(`EXPLAIN QUERY PLAN SELECT rid FROM record WHERE ${where}`);
  expect(plan.map((row) => row.detail).join()).toContain(index);
  expect(plan).toHaveLength(1);
});

it('is made by migrations whose text has not changed since a book was made by it', () => {
  // A new migration adds a line here; a changed line means that books in use would differ from new ones.
  const texts = MIGRATIONS.map(({ number, sql }) => `${number} ${createHash('sha256').update(sql).digest('hex')}`);
  expect(texts).toEqual([
    '1 62ee8c79e0127feaa7c9d62efb27eb47ed81bce27083afa16a05f8902c7f6e95',
    '2 52f4784619368f86b25ed5b105b57fb3ff1dfc928fd0ce94a43d3e7982b3a9d8',
    '3 a67459d10b8afb3348045e712c5d13ffa97315114a1af0df8a8e30dfd47f14f0',
    '4 60b2892a38b3e05070ec41fdf402e5d7594b6e0214f948a0a870c1812d9db50d',
    '5 ed3a8d2a00d1151068d5c5afe4cbc88de54fa8ce9448e3305042048f39063ec8',
    '6 2924aefa69af5eb84f8a24c09014450fae200ceba62007102a72ecf2da17d4c2',
    '7 08a895b89724bf4efe20fb7d9952b3c9437bcc61ccf09e19d87e449f84ffea50',
    '8 f291616fb32e552bb3d2bff0d3e5b70e70c5b397bf483a1b55abcbfab949edcc',
    '9 7f971df94feff2aa2360557e4fdf0531189997c91d99530ec341eedb625712a9',
    '10 92d3249f6410c15eba83b04c3c1d80d5d460daebc24a20fe62b3532c0102bc08',
    '11 2e7ffb4638f2eeda66030912814ce0078b4ab2009d9fe57bb087afdd3cdbfee1',
    '12 ac5ce166ac655cd4938ff1764098d8f79ceba46d41302d14476fd706df319bba',
    '13 64f99bb6c103a82fdde0e636958f5a71fdaf90ccf54ed9fe5ba2e4f1c0953074',
  ]);
});
