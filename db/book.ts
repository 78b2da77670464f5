/**
 * The store as the application sees it: one open casebook. Everything below it (driver, connections, tables, log,
 * search index) is reached through this interface only.
 */
import type { Grade } from '#model/document/grading.ts';
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

export interface CommandOptions<T = unknown> {
  /**
   * Commands of one group are one step for undo and one line in the log's list (a large import). Its first command
   * opens the group, `closeGroup` ends it; what is open when a book is opened was interrupted.
   */
  readonly group?: string;
  /**
   * It cannot be taken back, nor anything this session did before it: a signature stands on what it was put under. Asked of
   * what the command came to where only that tells.
   */
  readonly final?: boolean | ((value: T) => boolean);
}

/** Who the book is; part of the log's first hash and never changed. */
export interface BookInfo {
  readonly id: string;
  readonly purpose: 'demo' | 'test' | 'real';
  /** IANA zone of what belongs to no case. */
  readonly zone: string;
  /** ms UTC. */
  readonly createdAt: number;
  readonly createdBy: string;
}

/** Entry of the log that stands for everything before it. */
export interface Checkpoint {
  /** 0 for a book without a command. */
  readonly seq: number;
  /** SHA-256, 64 hex digits. */
  readonly hash: string;
}

/** A group whose commands were interrupted: it is finished under the same name, accepted by closing it, or undone. */
export interface UnfinishedGroup {
  readonly group: string;
  /** Action of its first command. */
  readonly action: string;
  readonly firstSeq: number;
  /** Commands that were committed. */
  readonly commands: number;
  /** When the last of them was, ms UTC. */
  readonly lastAt: number;
}

export interface SearchOptions {
  readonly caseId?: RecordId;
  readonly kinds?: readonly Kind[];
  /** Of the person, or with a reference or link to them. */
  readonly personId?: RecordId;
  /** Lies in [fromAt, toAt), ms UTC; what says no time lies at its entry. */
  readonly fromAt?: number;
  readonly toAt?: number;
  /** Entered it or changed it last. */
  readonly author?: string;
  /** Notes with a statement graded so; what is left out may be anything. */
  readonly grading?: Partial<Grade>;
  /** Looks also in texts that were replaced since. */
  readonly old?: boolean;
  readonly limit?: number;
  /** Covers what must not be shown, wherever a text repeats it; what is found only there is not found. */
  readonly mask?: (text: string) => string;
}

export interface Book extends Reader {
  readonly person: string;
  readonly info: BookInfo;
  /**
   * Runs `work` as one command: queued, in one transaction, logged, undoable. Everything is rolled back when it throws.
   * `seq` is its entry in the log, or the newest entry if it changed nothing: then nothing is written.
   * Throws StoreError NESTED_COMMAND inside another command.
   */
  command<T>(
    action: string,
    work: (tx: Tx) => Promise<T>,
    options?: CommandOptions<T>,
  ): Promise<{ value: T; seq: number }>;
  /** Takes back the newest command (or group) of this session. Throws NOTHING_TO_UNDO, UNDO_CONFLICT with both values. */
  undo(): Promise<{ seq: number; action: string }>;
  /** Does the step again that undo took back last. Throws NOTHING_TO_REDO, UNDO_CONFLICT. */
  redo(): Promise<{ seq: number; action: string }>;
  history(): History;
  /** Ends a group; a later command under its name throws GROUP_CLOSED. */
  closeGroup(group: string): Promise<void>;
  /** Groups that were begun and not ended, oldest first: ask when the book is opened. */
  unfinishedGroups(): Promise<UnfinishedGroup[]>;
  /**
   * Takes back every command of a group, of this session or an earlier one, and ends it; nothing if it has none.
   * Throws UNDO_CONFLICT.
   */
  undoGroup(group: string): Promise<void>;
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
  checkpoint(): Promise<Checkpoint>;
  /** Walks both chains and compares the records with what the log says. `head` is the one kept outside the book. */
  verify(head?: Checkpoint | null): Promise<Verification>;
  /** Text of a setting that travels with the book, or null. */
  setting(key: string): Promise<string | null>;
  /** Keeps a setting; null takes it away. Outside the log. */
  setSetting(key: string, value: string | null): Promise<void>;
  onChange(listener: (event: ChangeEvent) => void): () => void;
  /** An encrypted copy of the database at `path` (which must not exist), opened once and checked. */
  exportTo(path: string): Promise<{ sizeBytes: number }>;
  /** Makes statements that are running fail with INTERRUPTED and their commands roll back: the book is to be locked. */
  interrupt(): void;
  /** Waits for commands that have begun, then closes. Everything after it throws CLOSED. */
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
