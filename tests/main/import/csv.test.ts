import { describe, expect, it } from 'vitest';
import { type CsvRow, DELIMITERS, type Delimiter, readCsv } from '#main/import/csv.ts';
import fc from '#tests/helpers/property.ts';

async function read(text: string | Uint8Array, delimiter: Delimiter = ','): Promise<CsvRow[]> {
  const bytes = typeof text === 'string' ? Buffer.from(text) : text;
  const rows: CsvRow[] = [];
  for await (const batch of readCsv(bytes, delimiter)) rows.push(...batch);
  return rows;
}

const shape = (rows: CsvRow[]) => rows.map((row) => [row.line, row.error ?? row.cells]);

describe('readCsv', () => {
  // Would catch: line numbers that count records instead of lines, and so send a person to the wrong row.
  it('tells on which line a row begins, past empty lines and line breaks inside quotes', async () => {
    expect(shape(await read('a,b\r\n\r\n"x\ny",3\r\n4,5\n'))).toEqual([
      [1, ['a', 'b']],
      [3, ['x\ny', '3']],
      [5, ['4', '5']],
    ]);
  });

  // Would catch: a byte order mark that becomes part of the first heading.
  it('leaves a byte order mark out', async () => {
    expect(shape(await read('\ufeffdate,time\n'))).toEqual([[1, ['date', 'time']]]);
  });

  // Would catch: one bad quote that silently swallows every row after it.
  it('refuses a row with a quoting fault by its line and goes on at the next', async () => {
    expect(shape(await read('1,2\n7,"8"9\n10,11\n"12,13\n14,15'))).toEqual([
      [1, ['1', '2']],
      [2, 'QUOTE_INVALID'],
      [3, ['10', '11']],
      [4, 'QUOTE_NOT_CLOSED'],
      [5, ['14', '15']],
    ]);
  });

  it('reads nothing from an empty file and from empty lines', async () => {
    expect(await read('')).toEqual([]);
    expect(await read('\n\r\n\n')).toEqual([]);
  });

  // Would catch: pieces of 1 MB that cut a row, a quote or a letter of two bytes in half.
  it('reads rows that lie across the pieces it works in', async () => {
    const long = 'æ'.repeat(700_000);
    const rows = await read(`1,"${long}"\n2,"${long}\n${long.slice(0, 20)}"\n3,x\n`);
    expect(shape(rows)).toEqual([
      [1, ['1', long]],
      [2, ['2', `${long}\n${long.slice(0, 20)}`]],
      [4, ['3', 'x']],
    ]);
  });

  // Would catch: cells that change on the way, for any text and each delimiter (RFC 4180 quoting).
  it('gives back what was written', async () => {
    const cell = fc.string({ unit: 'grapheme', maxLength: 12 }).map((text) => text.replaceAll(/\r/g, ''));
    const rows = fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(rows, fc.constantFrom(...DELIMITERS), async (written, delimiter) => {
        const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
        const text = written.map((row) => row.map(quoted).join(delimiter)).join('\r\n');
        expect((await read(text, delimiter)).map((row) => row.cells)).toEqual(written);
      }),
      { numRuns: 60 },
    );
  });

  // Would catch: a `startByte` at which reading again gives another row than the one it stands for.
  it('can begin anew at any row', async () => {
    const bytes = Buffer.from('\ufeffa,b\n\n"1\n2",ø\nx"y,z\n3,4\n');
    const rows = await read(bytes);
    for (const row of rows) {
      const again: CsvRow[] = [];
      for await (const batch of readCsv(bytes, ',', row)) again.push(...batch);
      expect(again[0]?.cells).toEqual(row.cells);
    }
  });
});
