import { isUtf8 } from 'node:buffer';
import type { ImportMapping } from '#contract/import.ts';
import { type CsvRow, type CsvStart, type Delimiter, readCsv, startOf } from './csv.ts';
import { guessDelimiter, guessMapping } from './mapping.ts';

/** Largest file and longest list that are taken; beyond it the refusal says so. */
export const MAX_BYTES = 100 * 1024 * 1024;
const MAX_ROWS = 1_000_000;

/** Why a whole file is refused. */
export class ImportFileError extends Error {
  readonly code: 'FILE_EMPTY' | 'FILE_TOO_LARGE' | 'FILE_NOT_UTF8' | 'TOO_MANY_ROWS';
  /** The limit in bytes or rows, and for people in megabytes. */
  readonly data: { readonly limit: number; readonly megabytes: number } | undefined;
  constructor(code: ImportFileError['code'], limit?: number) {
    super(code);
    this.name = 'ImportFileError';
    this.code = code;
    this.data = limit === undefined ? undefined : { limit, megabytes: Math.round(limit / 1_048_576) };
  }
}

/** A CSV file whose header was read. */
export interface ImportFile {
  readonly bytes: Uint8Array;
  readonly delimiter: Delimiter;
  readonly header: readonly string[];
  readonly guess: ImportMapping;
  /** First row after the header. */
  readonly start: CsvStart;
}

/**
 * Opens the bytes of a CSV file: UTF-8 with or without byte order mark; `,` `;` or tab.
 * @throws ImportFileError FILE_EMPTY, FILE_TOO_LARGE, FILE_NOT_UTF8
 */
export async function openImportFile(bytes: Uint8Array): Promise<ImportFile> {
  if (bytes.length > MAX_BYTES) throw new ImportFileError('FILE_TOO_LARGE', MAX_BYTES);
  if (!isUtf8(bytes)) throw new ImportFileError('FILE_NOT_UTF8');
  const first = startOf(bytes);
  const lineEnd = bytes.indexOf(0x0a, first.startByte);
  const firstLine = Buffer.from(bytes.subarray(first.startByte, lineEnd === -1 ? undefined : lineEnd)).toString();
  const delimiter = guessDelimiter(firstLine);
  let head: CsvRow | undefined;
  let next: CsvRow | undefined;
  for await (const rows of readCsv(bytes, delimiter)) {
    for (const row of rows) {
      if (!head) head = row;
      else next ??= row;
    }
    if (next) break;
  }
  if (!head || head.error) throw new ImportFileError('FILE_EMPTY');
  return {
    bytes,
    delimiter,
    header: head.cells,
    guess: guessMapping(head.cells),
    start: next ? { startByte: next.startByte, line: lineBefore(bytes, next) } : { startByte: bytes.length, line: 1 },
  };
}

/** The rows after the header, a batch at a time. Throws ImportFileError TOO_MANY_ROWS. */
export async function* readRows(file: ImportFile, from: CsvStart = file.start): AsyncGenerator<CsvRow[]> {
  let count = 0;
  for await (const rows of readCsv(file.bytes, file.delimiter, from)) {
    count += rows.length;
    if (count > MAX_ROWS) throw new ImportFileError('TOO_MANY_ROWS', MAX_ROWS);
    yield rows;
  }
}

/** Line of the byte at which reading begins: empty lines may lie between it and the row itself. */
function lineBefore(bytes: Uint8Array, row: CsvRow): number {
  let line = row.line;
  for (let at = row.startByte; bytes[at] === 0x0a || bytes[at] === 0x0d; at += 1) if (bytes[at] === 0x0a) line -= 1;
  return line;
}
