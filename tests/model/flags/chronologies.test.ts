import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCaseRecords } from '#db/reads/case-records.ts';
import { openImportFile } from '#main/import/file.ts';
import { importFile } from '#main/import/write.ts';
import { type Flag, readCase } from '#model/flags/read-case.ts';
import type { CaseRecords } from '#model/flags/records.ts';
import { RULE_IDS } from '#model/flags/table.ts';
import { instantOfLocal } from '#model/time.ts';
import { openTestBook, type TestBook } from '#tests/helpers/book.ts';
import { BY_HAND, type Chronology } from './by-hand.ts';
import { readRows } from './rows.ts';

/** The case of a chronology as the import made it, and the name of each record's row. */
async function imported(test: TestBook, { file: name, zone }: Chronology) {
  const path = fileURLToPath(new URL(`../../../resources/demo/${name}`, import.meta.url));
  const file = await openImportFile(await readFile(path));
  const target = { caseName: name };
  const { caseId } = await importFile({
    book: test.book,
    file,
    target,
    mapping: file.guess,
    zone,
    bookZone: 'Europe/Oslo',
  });
  if (caseId === null) throw new Error('no case');
  const records = await readCaseRecords(test.book, caseId);
  if (!records) throw new Error('no case');
  const rows = await readRows(name);
  const nameOf = new Map(records.records.map(({ id, storyOrder }) => [id, rows[storyOrder - 1]?.name ?? id]));
  return { records, nameOf };
}

describe.each(BY_HAND)('$file', (chronology) => {
  let test: TestBook;
  let records: CaseRecords;
  let nameOf: ReadonlyMap<string, string>;
  beforeAll(async () => {
    test = await openTestBook();
    ({ records, nameOf } = await imported(test, chronology));
  });
  afterAll(() => test.remove());

  const flagsAt = (local: string) => readCase(records, instantOfLocal(local, chronology.zone) ?? 0);
  const toldOf = ({ rule, since, days, records: cited }: Flag) => ({
    rule,
    since,
    ...(days !== null && { days }),
    rows: cited.map(({ id }) => nameOf.get(id)).sort(),
    hindsight: cited.filter((one) => one.hindsight).map(({ id }) => nameOf.get(id)),
  });

  // Would catch: a rule that misses a row, counts from another one, or knows what had not happened.
  it.each(chronology.moments)('$at: $story', ({ at, flags, silent }) => {
    const found = flagsAt(at);
    for (const expected of flags) {
      const flag = found.find(({ rule }) => rule === expected.rule);
      expect(flag && toldOf(flag), expected.rule).toEqual({
        hindsight: [],
        ...expected,
        rows: [...expected.rows].sort(),
      });
    }
    const rules = found.map(({ rule }) => rule);
    expect(silent.filter((rule) => rules.includes(rule as Flag['rule']))).toEqual([]);
    expect(
      [...silent, ...flags.map(({ rule }) => rule)].filter((rule) => !RULE_IDS.includes(rule as Flag['rule'])),
    ).toEqual([]);
  });
});
