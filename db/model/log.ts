import type { RecordId } from './ids.ts';
import type { Kind } from './kinds.ts';

/** After a commit: which records changed; above 500 of a kind only that the kind did. */
export interface ChangeEvent {
  readonly seq: number;
  readonly action: string;
  readonly changes: readonly ({ kind: Kind; ids: readonly RecordId[] } | { kind: Kind; all: true })[];
}

/** One entry of the log as shown to people; contents lie apart. */
export interface LogLine {
  readonly seq: number;
  readonly at: number;
  readonly person: string;
  readonly action: string;
  /** Kind most changed, and how many records. */
  readonly kind: Kind | null;
  readonly records: number;
  readonly group: string | null;
  /** Of an undo or redo: the entry that it took back (of a group: its newest). */
  readonly reverts: number | null;
}

export type UseAction =
  | 'open'
  | 'unlock'
  | 'lock'
  | 'search'
  | 'reveal'
  | 'export'
  | 'backup'
  | 'draft'
  | 'failed_unlock';

export interface UseLine {
  readonly seq: number;
  readonly at: number;
  readonly person: string;
  readonly action: UseAction;
  readonly recordId: RecordId | null;
  /** What was used, without content: profile of a briefing, name of a revealed field, number of hits. */
  readonly detail: string | null;
}

export interface Verification {
  readonly ok: boolean;
  /** Entries walked: commands of the log. */
  readonly changes: number;
  /** First entry that does not fit, or null. */
  readonly firstBad: { readonly chain: 'log' | 'use'; readonly seq: number } | null;
  /** How the book stands to the head kept outside it. */
  readonly head: 'same' | 'ahead' | 'behind' | 'differs' | 'missing';
}

/** State of undo and redo in this session: the actions that would be taken back or done again. */
export interface History {
  readonly undo: { seq: number; action: string } | null;
  readonly redo: { seq: number; action: string } | null;
}
