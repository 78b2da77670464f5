import type { History } from '../book.ts';

/** Steps kept for undo. */
const DEPTH = 1_000;

/** What one undo takes back: a command, or the commands of a group. */
export interface Step {
  readonly action: string;
  readonly group: string | null;
  /** Entries of the log, oldest first; at least one. */
  readonly entries: readonly number[];
}

/** Undo and redo of this session, newest first; kept in memory only. */
export interface SessionHistory {
  /** A new command: it can be undone, and nothing can be redone any more. */
  add(seq: number, action: string, group: string | null): void;
  lastUndo(): Step | null;
  lastRedo(): Step | null;
  /** The last step was taken back by entry `seq`, which redo takes back in its turn. */
  undone(seq: number): void;
  redone(seq: number): void;
  /** A group was taken back apart from undo. */
  forget(group: string): void;
  /** Nothing done so far can be undone or redone any more. */
  clear(): void;
  state(): History;
}

export function createHistory(): SessionHistory {
  let undo: Step[] = [];
  let redo: Step[] = [];

  function moved(step: Step | undefined, seq: number): Step[] {
    return step ? [{ action: step.action, group: null, entries: [seq] }] : [];
  }

  return {
    add(seq, action, group) {
      redo = [];
      const same = group === null ? undefined : undo.find((step) => step.group === group);
      const rest = same ? undo.filter((step) => step !== same) : undo;
      const step = same ? { ...same, entries: [...same.entries, seq] } : { action, group, entries: [seq] };
      undo = [...rest.slice(1 - DEPTH), step];
    },
    lastUndo: () => undo.at(-1) ?? null,
    lastRedo: () => redo.at(-1) ?? null,
    undone(seq) {
      redo = [...redo, ...moved(undo.at(-1), seq)];
      undo = undo.slice(0, -1);
    },
    redone(seq) {
      undo = [...undo, ...moved(redo.at(-1), seq)];
      redo = redo.slice(0, -1);
    },
    forget(group) {
      undo = undo.filter((step) => step.group !== group);
    },
    clear() {
      undo = [];
      redo = [];
    },
    state: () => ({ undo: named(undo.at(-1)), redo: named(redo.at(-1)) }),
  };
}

function named(step: Step | undefined): { seq: number; action: string } | null {
  const seq = step?.entries.at(-1);
  return step && seq !== undefined ? { seq, action: step.action } : null;
}
