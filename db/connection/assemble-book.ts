import type { RecordId } from '#model/ids.ts';
import type { BookRecord, Kind } from '#model/kinds.ts';
import type { Book, BookInfo, ChangeEvent, Checkpoint, SqlValue } from '../book.ts';
import { createChangeLog, newestEntry } from '../change-log.ts';
import type { Connection } from '../driver/driver.ts';
import { genesisHash } from '../log/chain.ts';
import { listLog } from '../log/list-log.ts';
import { addUse, listUse } from '../log/use-log.ts';
import { verifyBook } from '../log/verify.ts';
import { createIndexText } from '../search/index-text.ts';
import { searchRecords } from '../search/search.ts';
import { listRecords } from '../tables/list-records.ts';
import { deleteDraft, findDraft, writeDraft } from '../tables/note-draft.ts';
import { findRecord } from '../tables/read-records.ts';
import { publicRecord } from '../tables/record.ts';
import { readSetting, writeSetting } from '../tables/setting.ts';
import { infoTexts } from './book-info.ts';
import { createQueue } from './queue.ts';
import { inTransaction } from './transaction.ts';

export interface BookParts {
  readonly writer: Connection;
  readonly reader: Connection;
  readonly info: BookInfo;
  readonly person: string;
  readonly now: () => number;
  readonly newId: () => RecordId;
  readonly onCommitted: (seq: number, hash: string) => Promise<void> | void;
  /** One more reading connection, for work that needs one state of the book for a long time. */
  readonly openSide: () => Promise<Connection>;
  readonly exportTo: (path: string) => Promise<{ sizeBytes: number }>;
}

/** What the first entry of each chain carries as `prev`. */
export function genesisOf(info: BookInfo): { log: string; use: string } {
  const texts = infoTexts(info);
  return { log: genesisHash('log', texts), use: genesisHash('use', texts) };
}

/** The book over its two connections. */
export function assembleBook(parts: BookParts): Book {
  const { writer, reader, info, person, now, newId, onCommitted } = parts;
  const queue = createQueue();
  const genesis = genesisOf(info);
  const listeners = new Set<(event: ChangeEvent) => void>();
  const changes = createChangeLog({
    connection: writer,
    queue,
    person,
    bookZone: info.zone,
    genesis: genesis.log,
    now,
    newId,
    indexText: createIndexText(),
    onCommitted,
    emit: (event) => {
      for (const listener of listeners) tell(listener, event);
    },
  });

  /** A write outside the log. */
  const write = <T>(work: () => Promise<T>): Promise<T> => queue(() => inTransaction(writer, work));
  const all = <Row>(sql: string, params?: readonly SqlValue[]): Promise<Row[]> => reader.all<Row>(sql, params);

  return {
    person,
    info,
    all,
    first: async <Row>(sql: string, params?: readonly SqlValue[]) => (await all<Row>(sql, params))[0] ?? null,
    ...changes,
    async find(id) {
      const record = await findRecord(reader, id);
      return record && publicRecord(record);
    },
    async list<K extends Kind>(kind: K, filter = {}) {
      // The values were read by the kind's own columns, which is what the type says.
      return (await listRecords(reader, kind, filter)).map((record) => publicRecord(record) as BookRecord<K>);
    },
    search: (query, options) => searchRecords(reader, query, options),
    log: (page) => listLog(reader, page),
    use: (action, { recordId = null, detail = null, at = now() } = {}) =>
      write(() => addUse(writer, genesis.use, { at, person, action, recordId, detail })),
    useLog: (page) => listUse(reader, page),
    checkpoint: async (): Promise<Checkpoint> => (await newestEntry(reader)) ?? { seq: 0, hash: genesis.log },
    async verify(head = null) {
      const side = await parts.openSide();
      try {
        return await verifyBook(side, genesis, info.zone, head);
      } finally {
        await side.close();
      }
    },
    findDraft: (noteId) => findDraft(reader, noteId),
    saveDraft: (draft) => write(() => writeDraft(writer, draft)),
    dropDraft: (noteId) => write(() => deleteDraft(writer, noteId)),
    setting: (key) => readSetting(reader, key),
    setSetting: (key, value) => write(() => writeSetting(writer, key, value)),
    onChange(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    exportTo: parts.exportTo,
    interrupt() {
      writer.interrupt();
      reader.interrupt();
    },
    async close() {
      await queue(async () => {
        await reader.close();
        await writer.close();
      });
    },
  };
}

/** The command is committed whatever a listener does: its failure is a warning to the process, without content. */
function tell(listener: (event: ChangeEvent) => void, event: ChangeEvent): void {
  try {
    listener(event);
  } catch (error) {
    process.emitWarning(
      `a listener failed after ${event.action}: ${error instanceof Error ? error.name : typeof error}`,
    );
  }
}
