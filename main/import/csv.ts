import { CsvError, type InfoRecord, type Parser, parse } from 'csv-parse';

export const DELIMITERS = [',', ';', '\t'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** One row of the file, or the reason why it is none. `line` is where it begins, 1 first. */
export interface CsvRow {
  readonly line: number;
  /** Offset in bytes at which reading can begin anew to get this row. */
  readonly startByte: number;
  readonly cells: readonly string[];
  readonly error: 'QUOTE_INVALID' | 'QUOTE_NOT_CLOSED' | 'ROW_TOO_LONG' | null;
}

/** Where reading begins: a row's `startByte` and `line`. */
export interface CsvStart {
  readonly startByte: number;
  readonly line: number;
}

/** Bytes handed to the parser at once: it parses a whole piece before anything else runs. */
const PIECE_BYTES = 1024 * 1024;
/** A row longer than this is no row but a quote that was never closed. */
const ROW_BYTES = 2_000_000;

/**
 * The rows of a CSV file after RFC 4180, a batch at a time; empty lines are passed over. A row with a quoting fault is
 * told as such and reading goes on at the next line, so that one bad quote never swallows the rest of the file.
 */
export async function* readCsv(
  bytes: Uint8Array,
  delimiter: Delimiter,
  start: CsvStart = startOf(bytes),
): AsyncGenerator<CsvRow[]> {
  let at: CsvStart | null = start;
  while (at && at.startByte < bytes.length) at = yield* readUntilFault(bytes, delimiter, at);
}

/** First row of a file: after a byte order mark, if there is one. */
export function startOf(bytes: Uint8Array): CsvStart {
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  return { startByte: marked ? 3 : 0, line: 1 };
}

async function* readUntilFault(
  bytes: Uint8Array,
  delimiter: Delimiter,
  start: CsvStart,
): AsyncGenerator<CsvRow[], CsvStart | null> {
  let rows: CsvRow[] = [];
  let next = start;
  const parser = parse({
    delimiter,
    record_delimiter: ['\r\n', '\n'],
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: ROW_BYTES,
    // Rows are taken here, in step with the parser, and none are left to its stream: nothing to drain, none lost when
    // a fault ends it.
    on_record: (cells: string[], info: InfoRecord) => {
      const lastLine = start.line + info.lines - 1;
      rows.push({ line: lastLine - newlinesIn(cells), startByte: next.startByte, cells, error: null });
      next = { startByte: start.startByte + info.bytes, line: lastLine + 1 };
      return null;
    },
  });
  parser.resume();
  // A fault is told to the callback and as an event; `feed` takes the first and this keeps the second from being thrown.
  parser.on('error', () => {});
  for (let from = start.startByte; from < bytes.length; from += PIECE_BYTES) {
    const fault = await feed(parser, bytes.subarray(from, from + PIECE_BYTES), from + PIECE_BYTES >= bytes.length);
    if (rows.length > 0) yield rows;
    rows = [];
    if (fault) {
      const begin = skipEmptyLines(bytes, next);
      yield [{ ...begin, cells: [], error: reasonOf(fault) }];
      return nextLine(bytes, begin);
    }
  }
  return null;
}

/** Parses a piece; gives the fault it met, if any. */
function feed(parser: Parser, piece: Uint8Array, last: boolean): Promise<CsvError | null> {
  return new Promise((resolve, reject) => {
    const settle = (error?: Error | null) => {
      parser.off('error', settle);
      if (error && !(error instanceof CsvError)) reject(error);
      else resolve(error ?? null);
    };
    parser.on('error', settle);
    if (last) parser.once('end', () => settle()).end(piece);
    else parser.write(piece, settle);
  });
}

function newlinesIn(cells: readonly string[]): number {
  let count = 0;
  for (const cell of cells) {
    for (let at = cell.indexOf('\n'); at !== -1; at = cell.indexOf('\n', at + 1)) count += 1;
  }
  return count;
}

const LF = 0x0a;
const CR = 0x0d;

function nextLine(bytes: Uint8Array, { startByte, line }: CsvStart): CsvStart | null {
  const end = bytes.indexOf(LF, startByte);
  return end === -1 ? null : { startByte: end + 1, line: line + 1 };
}

function skipEmptyLines(bytes: Uint8Array, from: CsvStart): CsvStart {
  let { startByte, line } = from;
  for (;;) {
    const width = bytes[startByte] === LF ? 1 : bytes[startByte] === CR && bytes[startByte + 1] === LF ? 2 : 0;
    if (width === 0) return { startByte, line };
    startByte += width;
    line += 1;
  }
}

function reasonOf(fault: CsvError): NonNullable<CsvRow['error']> {
  if (fault.code === 'CSV_QUOTE_NOT_CLOSED') return 'QUOTE_NOT_CLOSED';
  if (fault.code === 'CSV_MAX_RECORD_SIZE') return 'ROW_TOO_LONG';
  return 'QUOTE_INVALID';
}
