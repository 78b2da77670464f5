import type { ImportMapping, ImportSummary, ImportTarget } from '#contract/import.ts';
import type { Book, NewRow, Tx } from '#db/book.ts';
import { newRecordId, type RecordId } from '#model/ids.ts';
import type { Kind } from '#model/kinds.ts';
import { casePersonsByLabel, ensureActor } from './actors.ts';
import { type ImportFile, readRows } from './file.ts';
import { type CheckedRow, rowChecker, Tally } from './scan.ts';

/** Rows written in one command; small enough that a stop is felt at once. */
const CHUNK_ROWS = 5_000;

export interface ImportRun {
  readonly book: Book;
  readonly file: ImportFile;
  readonly target: ImportTarget;
  readonly mapping: ImportMapping;
  /** IANA zone of the file's dates. */
  readonly zone: string;
  /** Zone of a case that the import creates. */
  readonly bookZone: string;
  /** Told after each command with rows done so far. */
  readonly onProgress?: (done: number) => void;
  readonly signal?: AbortSignal;
}

/**
 * Imports the rows of a file that can be imported, as one group of commands: one undo takes it all back, and so does a
 * failure or an abort on the way.
 * @returns the case and what was written; `caseId` null when there was nothing to write into a new case
 * @throws ImportFileError; AbortError of the signal; StoreError
 */
export async function importFile(run: ImportRun): Promise<{ caseId: RecordId | null; summary: ImportSummary }> {
  const { book, file, target, mapping, zone } = run;
  const group = `import:${newRecordId()}`;
  const tally = new Tally();
  const known = 'caseId' in target ? target.caseId : null;
  const check = rowChecker(book, known, mapping, zone);
  const people = await casePersonsByLabel(book, known);
  let caseId = known;
  let order = await lastStoryOrder(book, known);

  const write = async (chunk: readonly CheckedRow[]) => {
    run.signal?.throwIfAborted();
    const fresh = chunk.filter((row) => row.state === 'new');
    for (const row of chunk) tally.add(row);
    if (fresh.length === 0) return;
    const work = async (tx: Tx) => {
      const into = caseId ?? (await createCase(tx, target, run.bookZone));
      for (const [kind, rows] of byKind(fresh)) {
        const records: NewRow<Kind>[] = [];
        for (const { row, importKey, storyOrder } of rows) {
          const actor = row.actor && (await ensureActor(tx, into, people, row.actor));
          if (actor?.created) for (const made of ['person', 'case_person'] as const) tally.create(made);
          records.push({
            values: { ...row.values, actorId: actor?.id ?? null } as NewRow<Kind>['values'],
            header: { caseId: into, storyOrder, importKey },
          });
        }
        await tx.insertMany(kind, records);
      }
      return into;
    };
    const { value } = await book.command('import', work, { group });
    if (caseId === null) tally.create('case');
    caseId = value;
    run.onProgress?.(tally.rows);
  };

  /** Rows of the chunk by kind; their order in the file is their story order. */
  function byKind(rows: readonly Extract<CheckedRow, { state: 'new' }>[]) {
    const kinds = new Map<Kind, (Extract<CheckedRow, { state: 'new' }> & { storyOrder: number })[]>();
    for (const row of rows) {
      order += 1;
      const list = kinds.get(row.row.kind) ?? [];
      list.push({ ...row, storyOrder: order });
      kinds.set(row.row.kind, list);
    }
    return kinds;
  }

  try {
    let waiting: CheckedRow[] = [];
    for await (const rows of readRows(file)) {
      waiting = waiting.concat(await check(rows));
      while (waiting.length >= CHUNK_ROWS) {
        await write(waiting.slice(0, CHUNK_ROWS));
        waiting = waiting.slice(CHUNK_ROWS);
      }
    }
    await write(waiting);
    await book.closeGroup(group);
  } catch (error) {
    await book.undoGroup(group);
    throw error;
  }
  return { caseId, summary: tally.summary() };
}

async function createCase(tx: Tx, target: ImportTarget, zone: string): Promise<RecordId> {
  if ('caseId' in target) return target.caseId;
  const created = await tx.insert('case', { name: target.caseName, marking: 'fortrolig', status: 'open', zone });
  return created.id;
}

async function lastStoryOrder(book: Book, caseId: RecordId | null): Promise<number> {
  if (caseId === null) return 0;
  const row = await book.first<{ last: number | null }>(
    'SELECT max(story_order) AS last FROM record WHERE case_id = ?',
    [caseId],
  );
  return row?.last ?? 0;
}
