import type { RecordId } from '#model/ids.ts';
import type { ChangeEvent } from '#model/log.ts';

/** What the application tells the page without being asked. */
export interface AppEvents {
  /** Records changed: refetch what shows them. */
  'records.changed': ChangeEvent;
  'import.progress': { readonly uploadId: string; readonly done: number; readonly total: number };
  /** How far a case has been read for its flags and its pattern: records read, of how many. */
  'case.reading': { readonly caseId: RecordId; readonly done: number; readonly total: number };
  /** The board of the day has more to tell: flags of cases that took long to read. */
  'today.changed': Readonly<Record<string, never>>;
  /** The book is about to lock: hand in what is unsaved now. */
  'vault.locking': { readonly withinMs: number };
  /** Time until the idle lock, told when it is under a minute. */
  'vault.idle': { readonly locksInMs: number };
}
export type EventName = keyof AppEvents;
