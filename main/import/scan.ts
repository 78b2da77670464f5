import type { ImportKind, ImportMapping, ImportSummary, PreviewRow, RefusedRow } from '#contract/import.ts';
import type { Reader } from '#db/book.ts';
import type { RecordId } from '#model/ids.ts';
import type { Kind } from '#model/kinds.ts';
import { casePersonsByLabel } from './actors.ts';
import { type CsvRow, readCsv } from './csv.ts';
import { type ImportFile, readRows } from './file.ts';
import { type ImportedRow, rowReader } from './row.ts';

/** A row after it was looked at: what it becomes, or why it stays out. */
export type CheckedRow =
  | { readonly state: 'new'; readonly line: number; readonly row: ImportedRow; readonly importKey: string }
  | { readonly state: 'skipped'; readonly line: number; readonly word: ImportKind }
  | { readonly state: 'refused'; readonly line: number; readonly reason: string };

/** Tells rows that can be imported from those that were imported before and those that cannot be. */
export function rowChecker(reader: Reader, caseId: RecordId | null, mapping: ImportMapping, zone: string) {
  const readRow = rowReader(mapping, zone);
  // Identical rows of one file are kept apart by their number: the second is not the first imported twice.
  const seen = new Map<string, number>();

  return async function check(rows: readonly CsvRow[]): Promise<CheckedRow[]> {
    const checked = rows.map((row): CheckedRow => {
      if (row.error) return { state: 'refused', line: row.line, reason: row.error };
      const read = readRow(row.cells);
      if (typeof read === 'string') return { state: 'refused', line: row.line, reason: read };
      const count = (seen.get(read.fingerprint) ?? 0) + 1;
      seen.set(read.fingerprint, count);
      return { state: 'new', line: row.line, row: read, importKey: `${read.fingerprint}:${count}` };
    });
    if (caseId === null) return checked;
    const known = await knownKeys(reader, caseId, checked);
    if (known.size === 0) return checked;
    return checked.map((row) =>
      row.state === 'new' && known.has(row.importKey) ? { state: 'skipped', line: row.line, word: row.row.word } : row,
    );
  };
}

async function knownKeys(reader: Reader, caseId: RecordId, rows: readonly CheckedRow[]): Promise<Set<string>> {
  const keys = rows.flatMap((row) => (row.state === 'new' ? row.importKey : []));
  const found = await reader.all<{ import_key: string }>(
    `SELECT r.import_key FROM json_each(?2) k JOIN record r ON r.case_id = ?1 AND r.import_key = k.value`,
    [caseId, JSON.stringify(keys)],
  );
  return new Set(found.map((row) => row.import_key));
}

/** Counts of an import as they come together. */
export class Tally {
  rows = 0;
  readonly imported: Partial<Record<ImportKind, number>> = {};
  readonly created: Partial<Record<Kind, number>> = {};
  readonly precision = { minute: 0, day: 0, month: 0, year: 0 };
  readonly skipped: number[] = [];
  readonly refused: RefusedRow[] = [];

  add(row: CheckedRow): void {
    this.rows += 1;
    if (row.state === 'refused') this.refused.push({ line: row.line, reason: row.reason });
    else if (row.state === 'skipped') this.skipped.push(row.line);
    else {
      this.imported[row.row.word] = (this.imported[row.row.word] ?? 0) + 1;
      this.precision[row.row.precision] += 1;
    }
  }

  create(kind: Kind): void {
    this.created[kind] = (this.created[kind] ?? 0) + 1;
  }

  summary(): ImportSummary {
    const { rows, imported, created, precision, skipped, refused } = this;
    const [skippedRows, refusedRows] = [skipped.length, refused.length];
    return { rows, imported, created, precision, skipped, refused, skippedRows, refusedRows };
  }
}

/** What was found in a file under one mapping, zone and case; small however long the file is. */
export interface Scan {
  readonly summary: ImportSummary;
  readonly rowCount: number;
  /** Where each row begins and in which state it is: 0 new, 1 skipped, 2 refused. */
  readonly startBytes: Uint32Array;
  readonly lines: Uint32Array;
  readonly states: Uint8Array;
}

const STATES = ['new', 'skipped', 'refused'] as const;

/**
 * Reads a whole file without writing anything.
 * @param caseId case it would go into; null is a new one
 */
export async function scanFile(
  reader: Reader,
  file: ImportFile,
  caseId: RecordId | null,
  mapping: ImportMapping,
  zone: string,
): Promise<Scan> {
  const check = rowChecker(reader, caseId, mapping, zone);
  const tally = new Tally();
  const startBytes: number[] = [];
  const lines: number[] = [];
  const states: number[] = [];
  const people = await casePersonsByLabel(reader, caseId);
  if (caseId === null) tally.create('case');
  for await (const rows of readRows(file)) {
    const checked = await check(rows);
    checked.forEach((row, index) => {
      tally.add(row);
      startBytes.push(rows[index]?.startByte ?? 0);
      lines.push(row.line);
      states.push(STATES.indexOf(row.state));
      if (row.state === 'new' && row.row.actor && !people.has(row.row.actor.name)) {
        people.set(row.row.actor.name, null);
        tally.create('person');
        tally.create('case_person');
      }
    });
  }
  return {
    summary: tally.summary(),
    rowCount: tally.rows,
    startBytes: Uint32Array.from(startBytes),
    lines: Uint32Array.from(lines),
    states: Uint8Array.from(states),
  };
}

/** A page of the file's rows as they stand, those of one state only when asked. */
export async function readPreviewPage(
  file: ImportFile,
  scan: Scan,
  page: { offset: number; limit: number; only?: PreviewRow['state'] | undefined },
): Promise<{ rows: PreviewRow[]; total: number }> {
  const indexes: number[] = [];
  let total = 0;
  for (let index = 0; index < scan.rowCount; index += 1) {
    if (page.only && STATES[scan.states[index] ?? 0] !== page.only) continue;
    if (total >= page.offset && indexes.length < page.limit) indexes.push(index);
    total += 1;
  }
  const reasons = new Map(scan.summary.refused.map((refused) => [refused.line, refused.reason]));
  const rows: PreviewRow[] = [];
  for (const index of indexes) {
    const line = scan.lines[index] ?? 0;
    rows.push({
      line,
      cells: await cellsAt(file, scan.startBytes[index] ?? 0, line),
      state: STATES[scan.states[index] ?? 0] ?? 'refused',
      reason: reasons.get(line) ?? null,
    });
  }
  return { rows, total };
}

/** Cells of the row that begins here; for a row with a quoting fault its first line as it stands. */
async function cellsAt(file: ImportFile, startByte: number, line: number): Promise<readonly string[]> {
  const piece = file.bytes.subarray(startByte, startByte + LONGEST_ROW_BYTES);
  for await (const rows of readCsv(piece, file.delimiter, { startByte: 0, line })) {
    const row = rows[0];
    if (row && !row.error) return row.cells;
    break;
  }
  const text = Buffer.from(piece).toString();
  return [text.trimStart().split(/\r?\n/, 1)[0]?.slice(0, 500) ?? ''];
}

/** Enough for any row that has a chance to be imported; the longest texts of one row are far shorter. */
const LONGEST_ROW_BYTES = 256 * 1024;
