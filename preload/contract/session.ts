import { z } from 'zod';
import type { LogLine, UseLine, Verification } from '#model/log.ts';
import type { SessionInfo } from './app.ts';
import type { FilesCheck } from './attachment.ts';
import { mutation, nothing, query, ROLES } from './route.ts';

const page = z.strictObject({ before: z.int().optional(), limit: z.int().min(1).max(500) });

export const sessionRoutes = {
  'session.get': query<SessionInfo>()(nothing),
  'log.list': query<LogLine[]>()(page),
  'log.uses': query<UseLine[]>()(page),
  /** The log and the records, and the file of every attachment. */
  'log.verify': query<Verification & { readonly files: FilesCheck }>()(nothing),
  'log.checkpoint': query<{ seq: number; hash: string }>()(nothing),
  /** What undo and redo would do now. */
  'history.get': query<{ undo: HistoryStep | null; redo: HistoryStep | null }>()(nothing),
  'history.undo': mutation<HistoryStep>()(nothing),
  'history.redo': mutation<HistoryStep>()(nothing),
  /** Encrypted copy of the whole book in a new folder beside it, opened once to verify. */
  'backup.create': mutation<BackupMade>()(nothing, { roles: ROLES }),
};

/** A copy of the book, with what reading its attachments showed. It is kept also where some are not whole. */
export interface BackupMade {
  readonly name: string;
  /** Of the database. */
  readonly sizeBytes: number;
  readonly files: {
    readonly checked: number;
    readonly bad: readonly (FilesCheck['bad'][number] & { readonly title: string })[];
  };
}

export interface HistoryStep {
  readonly seq: number;
  readonly action: string;
}
