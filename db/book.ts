/**
 * The store as the application sees it: one open casebook. Everything below it (driver, connections, tables, log,
 * search index) is reached through this interface only.
 */
import type { RecordId } from '#model/ids.ts';
import type { AnyRecord, BookRecord, Kind, NewValues } from '#model/kinds.ts';
import type { ChangeEvent, History, LogLine, UseAction, UseLine, Verification } from '#model/log.ts';
import type { SearchHit } from '#model/search.ts';

export type { ChangeEvent, History, LogLine, SearchHit, UseAction, UseLine, Verification };

export type SqlValue = string | number | null | Uint8Array;

/** Reads on the second, query-only connection: committed rows only. */
export interface Reader {
  /** All rows of one statement; values by placeholder only. */
  all<Row>(sql: string, params?: readonly SqlValue[]): Promise<Row[]>;
  /** The first row, or null. */
  first<Row>(sql: string, params?: readonly SqlValue[]): Promise<Row | null>;
}

/** What a command may do inside its transaction. Only database work: no waiting for anything else. */
export interface Tx extends Reader {
  /** ms UTC, the same for every write of the command. */
  readonly now: number;
  /** Writes a new record; missing fields are null. Throws StoreError INVALID_VALUES, UNKNOWN_REFERENCE. */
  insert<K extends Kind>(kind: K, values: NewValues<K>, header?: NewHeader): Promise<BookRecord<K>>;
  /** Many records of one kind in few statements; the order given is the order of insertion. */
  insertMany<K extends Kind>(kind: K, rows: readonly NewRow<K>[]): Promise<RecordId[]>;
  /** Changes the named fields. Throws NOT_FOUND, INVALID_VALUES, UNKNOWN_REFERENCE, STRUCK. */
  update<K extends Kind>(kind: K, id: RecordId, patch: NewValues<K>): Promise<BookRecord<K>>;
  /** Strikes a record with a reason: it stays readable and counts no more. */
  remove(id: RecordId, reason: string): Promise<void>;
  /** Takes a strike back. */
  restore(id: RecordId): Promise<void>;
  /** The record as this transaction sees it. */
  find(id: RecordId): Promise<AnyRecord | null>;
  /** Forgets the draft of a note, whose text the command makes a version of. Not in the log. */
  dropDraft(noteId: RecordId): Promise<void>;
}

export interface NewHeader {
  readonly id?: RecordId;
  readonly caseId?: RecordId | null;
  readonly storyOrder?: number;
  readonly importKey?: string;
}

export interface NewRow<K extends Kind> {
  readonly values: NewValues<K>;
  readonly header?: NewHeader;
}

export interface CommandOptions {
  /** Commands of one group are one step for undo and one line in the log's list (a large import). */
  readonly group?: string;
}

export interface SearchOptions {
  readonly caseId?: RecordId;
  readonly kinds?: readonly Kind[];
  readonly limit?: number;
}

export interface Book extends Reader {
  readonly person: string;
  /**
   * Runs `work` as one command: queued, in one transaction, logged, undoable. Everything is rolled back when it throws.
   * Throws StoreError NESTED_COMMAND inside another command.
   */
  command<T>(
    action: string,
    work: (tx: Tx) => Promise<T>,
    options?: CommandOptions,
  ): Promise<{ value: T; seq: number }>;
  /** Says that a group is whole. A group that never was is taken back when the book is opened next. */
  closeGroup(group: string): Promise<void>;
  /** Takes back every command of a group, whichever session made it; nothing if it has none. Throws UNDO_CONFLICT. */
  undoGroup(group: string): Promise<void>;
  /** Groups that were begun and never closed: an import that was interrupted. */
  unfinishedGroups(): Promise<string[]>;
  /** Takes back the newest command (or group) of this session. Throws NOTHING_TO_UNDO, UNDO_CONFLICT with both values. */
  undo(): Promise<{ seq: number; action: string }>;
  redo(): Promise<{ seq: number; action: string }>;
  history(): History;
  find(id: RecordId): Promise<AnyRecord | null>;
  /** Keeps what was typed in a note, outside the log: one draft a note. Queued like a command. */
  saveDraft(draft: NoteDraft): Promise<void>;
  dropDraft(noteId: RecordId): Promise<void>;
  findDraft(noteId: RecordId): Promise<NoteDraft | null>;
  /** Records of a kind, of one case or all, struck ones left out unless asked for; story order within equal times. */
  list<K extends Kind>(kind: K, filter?: ListFilter): Promise<BookRecord<K>[]>;
  search(query: string, options?: SearchOptions): Promise<SearchHit[]>;
  log(page: { before?: number; limit: number }): Promise<LogLine[]>;
  /** Adds an entry to the use log. */
  use(action: UseAction, entry?: { recordId?: RecordId; detail?: string; at?: number }): Promise<number>;
  useLog(page: { before?: number; limit: number }): Promise<UseLine[]>;
  /** Sequence number and hash of the last entry of the log: the checkpoint printed on what leaves. */
  checkpoint(): Promise<{ seq: number; hash: string }>;
  verify(): Promise<Verification>;
  onChange(listener: (event: ChangeEvent) => void): () => void;
  /** An encrypted copy of the database at `path` (which must not exist), opened once and checked. */
  exportTo(path: string): Promise<{ sizeBytes: number }>;
  close(): Promise<void>;
}

/** The text of a note as it was last typed, not yet a version. */
export interface NoteDraft {
  readonly noteId: RecordId;
  readonly heading: string;
  readonly document: string;
  /** Plain text of the document. */
  readonly text: string;
  readonly at: number;
  readonly person: string;
}

export interface ListFilter {
  readonly caseId?: RecordId;
  readonly struck?: boolean;
  readonly ids?: readonly RecordId[];
  readonly limit?: number;
  readonly offset?: number;
}
