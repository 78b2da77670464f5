/**
 * The write path. A command waits its turn, runs in one transaction, and leaves one entry in the log; what it did can
 * be taken back, which is itself a command. Nothing else writes records.
 */
import type { RecordId } from '#model/ids.ts';
import type { ChangeEvent, CommandOptions, History, Tx, UnfinishedGroup } from './book.ts';
import type { Queue } from './connection/queue.ts';
import { inTransaction } from './connection/transaction.ts';
import type { Connection } from './driver/driver.ts';
import { type CommandScope, createScope } from './log/command-scope.ts';
import { createGroups } from './log/groups.ts';
import { createHistory, type Step } from './log/history.ts';
import type { EntryHead } from './log/log-writer.ts';
import { explainRefusal, revertEntries } from './log/revert.ts';
import { type OpenTx, openTx } from './log/tx.ts';
import type { IndexText } from './search/index-text.ts';
import { StoreError } from './store-error.ts';

export interface ChangeLogOptions {
  readonly connection: Connection;
  readonly queue: Queue;
  readonly person: string;
  readonly bookZone: string;
  /** `prev` of the first entry. */
  readonly genesis: string;
  readonly now: () => number;
  readonly newId: () => RecordId;
  readonly indexText: (texts: readonly string[]) => IndexText;
  /** Awaited after each commit, before the command resolves: keeps the head outside the book. */
  readonly onCommitted: (seq: number, hash: string) => Promise<void> | void;
  readonly emit: (event: ChangeEvent) => void;
}

export interface ChangeLog {
  command<T>(
    action: string,
    work: (tx: Tx) => Promise<T>,
    options?: CommandOptions<T>,
  ): Promise<{ value: T; seq: number }>;
  undo(): Promise<{ seq: number; action: string }>;
  redo(): Promise<{ seq: number; action: string }>;
  history(): History;
  closeGroup(group: string): Promise<void>;
  unfinishedGroups(): Promise<UnfinishedGroup[]>;
  undoGroup(group: string): Promise<void>;
}

/** What is to be written as one entry. */
interface Job<T> {
  readonly action: string;
  readonly group: string | null;
  readonly reverts: number | null;
  readonly work: (scope: CommandScope) => Promise<T>;
  /** Called in the queue once the entry is committed. */
  readonly committed: (seq: number) => void;
  /** Makes a better error of one that ended the transaction. */
  readonly explain?: (error: unknown) => Promise<unknown>;
}

/** Action codes are shown through the interface's words, and never hold content. */
const ACTION = /^[a-z][a-zA-Z0-9_.-]{0,63}$/;

export function createChangeLog(options: ChangeLogOptions): ChangeLog {
  const { connection, queue, person, bookZone, genesis, now, newId, indexText, onCommitted, emit } = options;
  const history = createHistory();
  const groups = createGroups(connection);

  /** One entry of the log, from its place in the queue to its event. The job is asked for when its turn has come. */
  async function write<T>(next: () => Job<T>): Promise<{ value: T; seq: number }> {
    const { value, head, event, headError } = await queue(async () => {
      const job = next();
      const done = await inTransaction(connection, () => inScope(job), job.explain);
      if (!done.event) return { ...done, headError: null };
      job.committed(done.head.seq);
      return { ...done, headError: await headErrorOf(done.head) };
    });
    if (event) emit(event);
    if (headError) throw headError;
    return { value, seq: head.seq };
  }

  /** The part that is in the transaction. Without changes nothing is written, and the head is that of the last entry. */
  async function inScope<T>({ action, group, reverts, work }: Job<T>) {
    const last = (await newestEntry(connection)) ?? { seq: 0, hash: genesis };
    if (group !== null) await groups.enter(group);
    const scope = await createScope({ connection, last, now: now(), person, bookZone, indexText });
    const value = await work(scope);
    if (!scope.log.hasChanges()) return { value, head: last, event: null };
    await scope.index.finish();
    const head = await scope.log.finish({ at: scope.now, person, action, group, reverts }, scope.records());
    if (group !== null) await groups.opened(group, action, head.seq);
    const event: ChangeEvent = { seq: head.seq, action, changes: scope.eventChanges() };
    return { value, head, event };
  }

  /** What is committed stays committed: a failure to keep the head is told after the event. */
  async function headErrorOf({ seq, hash }: EntryHead): Promise<StoreError | null> {
    try {
      await onCommitted(seq, hash);
      return null;
    } catch {
      return new StoreError('HEAD_NOT_WRITTEN', { seq });
    }
  }

  function revertJob(action: 'undo' | 'redo', step: Step, committed: (seq: number) => void): Job<void> {
    return {
      action,
      group: null,
      reverts: step.entries.at(-1) ?? null,
      committed,
      explain: (error) => explainRefusal(connection, error),
      async work(scope) {
        await revertEntries(scope, step.entries);
        if (step.group !== null) await groups.close(step.group);
      },
    };
  }

  /** Takes back the newest step of undo or redo, and answers what it was. */
  async function take(action: 'undo' | 'redo'): Promise<{ seq: number; action: string }> {
    let taken: { seq: number; action: string } | null = null;
    await write(() => {
      const isUndo = action === 'undo';
      const step = isUndo ? history.lastUndo() : history.lastRedo();
      taken = history.state()[action];
      if (!step) throw new StoreError(isUndo ? 'NOTHING_TO_UNDO' : 'NOTHING_TO_REDO');
      return revertJob(action, step, isUndo ? history.undone : history.redone);
    });
    return taken ?? { seq: 0, action };
  }

  return {
    async command(action, work, { group = null, final = false } = {}) {
      let isFinal = false;
      if (!ACTION.test(action)) throw new TypeError('the action of a command is a code');
      return write(() => ({
        action,
        group,
        reverts: null,
        committed: (seq) => (isFinal ? history.clear() : history.add(seq, action, group)),
        async work(scope) {
          const value = await inTx(openTx(scope, newId), work);
          isFinal = typeof final === 'function' ? final(value) : final;
          return value;
        },
      }));
    },
    undo: () => take('undo'),
    redo: () => take('redo'),
    history: history.state,
    closeGroup: (group) => queue(() => groups.close(group)),
    unfinishedGroups: () => queue(groups.unfinished),
    async undoGroup(group) {
      const entries = await queue(() => groups.entries(group));
      if (entries.length === 0) return;
      const step: Step = { action: 'undo', group, entries };
      await write(() => revertJob('undo', step, () => history.forget(group)));
    },
  };
}

/** Does the work and waits for every write it has started; what the work itself throws is what counts. */
async function inTx<T>({ tx, end }: OpenTx, work: (tx: Tx) => Promise<T>): Promise<T> {
  const [done] = await Promise.allSettled([(async () => work(tx))()]);
  const [ended] = await Promise.allSettled([end()]);
  if (done.status === 'rejected') throw done.reason;
  if (ended.status === 'rejected') throw ended.reason;
  return done.value;
}

/** Sequence number and hash of the newest entry; null for an empty log. */
export async function newestEntry(db: Pick<Connection, 'all'>): Promise<EntryHead | null> {
  const [row] = await db.all<EntryHead>('SELECT seq, hash FROM log_entry ORDER BY seq DESC LIMIT 1');
  return row ?? null;
}
