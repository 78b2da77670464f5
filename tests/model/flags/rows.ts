import { readFile } from 'node:fs/promises';

/** A row of a chronology as it stands in the file. */
export interface Row {
  /** Its date, time and kind, with a number where several rows read alike: the first has none. */
  readonly name: string;
  readonly date: string;
  readonly time: string;
  readonly textNb: string;
}

/** Rows of one of `resources/demo/*.csv`, in the order of the file. */
export async function readRows(file: string): Promise<Row[]> {
  const text = await readFile(new URL(`../../../resources/demo/${file}`, import.meta.url), 'utf8');
  const seen = new Map<string, number>();
  return text
    .trim()
    .split('\r\n')
    .slice(1)
    .map((line) => {
      const [date = '', time = '', , kind = '', , , , textNb = ''] = cellsOf(line);
      const name = [date, time, kind].filter((cell) => cell !== '').join(' ');
      const count = (seen.get(name) ?? 0) + 1;
      seen.set(name, count);
      return { name: count === 1 ? name : `${name} ${count}`, date, time, textNb };
    });
}

/** Cells of one line of RFC 4180 without line ends in its cells. */
function cellsOf(line: string): string[] {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",]*))/g)].map(([, quoted, plain]) =>
    quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'),
  );
}
