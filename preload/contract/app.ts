import { z } from 'zod';
import { PROFILES } from '#model/briefing.ts';
import type { Verification } from '#model/log.ts';
import { noteChoices } from './briefing.ts';
import { idSchema, LANGUAGES, type Language } from './common.ts';
import { appRoute, nothing, type Role } from './route.ts';
import { timelinePaperSchema } from './timeline-paper.ts';

export type BookPurpose = 'real' | 'demo' | 'test';

/** What the window around the page can and cannot do. */
export interface Capabilities {
  readonly name: 'electron' | 'chromium';
  /** Opens books created for real work, not only demonstration and test books. */
  readonly realBooks: boolean;
  readonly suspendSignal: boolean;
  readonly contentProtection: boolean;
  /** Asks where to save; otherwise what is exported goes to one fixed folder. */
  readonly saveDialog: boolean;
}

/** Before unlock nothing more is told of a book than that it is there. */
export interface BookEntry {
  /** Opaque; names the book to `vault.unlock`. */
  readonly ref: string;
  /** Null when the book's own file does not tell: it is damaged or of a newer version, and unlocking says which. */
  readonly purpose: BookPurpose | null;
  readonly sizeBytes: number;
}

export interface AppInfo {
  readonly version: string;
  readonly capabilities: Capabilities;
  readonly locked: boolean;
  /** What closed the last book of this start, or null: none was open yet. */
  readonly lockedBy: LockCause | null;
  /** What became of the last that was typed in the book that was closed; null: none was open yet. */
  readonly handedIn: HandedIn | null;
  /** Chosen with `app.set_language` since the start, or null: then the page chooses by the system's. */
  readonly language: Language | null;
  readonly idleLockMs: number;
  /** Set when the shell was started for the demonstration: the demonstration book's own passphrase may be offered. */
  readonly demo: { readonly passphrase: string } | null;
  /** Next due instants kept from the last session, without case or kind. */
  readonly dueAt: readonly number[];
}

/** `person` asked for it; `idle` too long; `system`: sleep or screen lock; `fault`: the core process or the page fell. */
export type LockCause = 'person' | 'idle' | 'system' | 'fault';

/** `kept`: all of it; `failed`: the page says that some of it could not be; `unknown`: the page did not say in time. */
export type HandedIn = 'kept' | 'failed' | 'unknown';

const passphrase = z.string().min(1).max(1024);

/** `case_document`: the charged person will read it (straffeprosessloven §§ 98, 242); gradings stay out. */
export const NOTE_PURPOSES = ['internal', 'case_document'] as const;
export const NOTE_FORMATS = ['docx', 'md'] as const;

/** Which note leaves, as what, for whom. */
export const noteExport = z.strictObject({
  id: idSchema,
  format: z.enum(NOTE_FORMATS),
  purpose: z.enum(NOTE_PURPOSES),
  language: z.enum(LANGUAGES),
});
export type NoteExportInput = z.infer<typeof noteExport>;

export const appRoutes = {
  'app.info': appRoute<AppInfo>()(nothing),
  /** The person did something: the idle clock starts anew. */
  'app.activity': appRoute<null>()(nothing),
  'app.set_language': appRoute<null>()(z.strictObject({ language: z.enum(LANGUAGES) })),
  'vault.list': appRoute<BookEntry[]>()(nothing),
  /** Creates a book and opens it. */
  'vault.create': appRoute<{ ref: string }>()(
    z.strictObject({ name: z.string().trim().min(1).max(120), passphrase, purpose: z.enum(['real', 'demo']) }),
  ),
  /** Fails with PASSPHRASE_WRONG, ATTEMPTS_SLOWED {waitMs}, VAULT_DAMAGED, VAULT_TAMPERED, BOOK_MISSING, BOOK_NEWER … */
  'vault.unlock': appRoute<{ ref: string }>()(z.strictObject({ ref: z.string().max(1024), passphrase })),
  /** Flushes drafts, ends the core process, destroys the page. */
  'vault.lock': appRoute<null>()(nothing),
  /**
   * The page's answer to `vault.locking`: nothing is on its way any more, no need to wait the whole time. `failed`: how much of
   * what was typed could not be kept.
   */
  'vault.flushed': appRoute<null>()(z.strictObject({ failed: z.int().min(0).max(1_000_000).default(0) })),
  /** Builds, prints and saves a briefing; logged as an export. Answers null when the person cancelled the dialog. */
  'briefing.export': appRoute<ExportedBriefing | null>()(
    z.strictObject({
      caseId: z.string().max(64),
      profile: z.enum(PROFILES),
      language: z.enum(LANGUAGES),
      aboutId: z.string().max(64).nullable().default(null),
      notes: noteChoices.optional(),
    }),
  ),
  /** Prints and saves a range of the timeline as the window shows it, as a copy of the lead's; logged and numbered alike. */
  'timeline.export': appRoute<ExportedBriefing | null>()(
    z.strictObject({ caseId: z.string().max(64), language: z.enum(LANGUAGES), timeline: timelinePaperSchema }),
  ),
  /** Saves the newest version of a note as a file; logged as an export. Answers null when the person cancelled the dialog. */
  'note.export': appRoute<ExportedNote | null>()(noteExport),
};

export interface ExportedNote {
  readonly sizeBytes: number;
  /** Places in the text where something was left out. */
  readonly withheld: number;
  readonly savedAs: string;
}

export interface ExportedBriefing {
  readonly pages: number;
  readonly sizeBytes: number;
  readonly copy: number;
  readonly checkpoint: string;
  /** Where it went, in words of the file system; only the file's name where a dialog chose the place. */
  readonly savedAs: string;
}

export interface SessionInfo {
  readonly person: { readonly name: string; readonly role: Role };
  readonly purpose: BookPurpose;
  readonly zone: string;
  /** What the book's clock shows, ms UTC; a demonstration's is not the machine's. */
  readonly nowAt: number;
  readonly lastOpenedAt: number | null;
  /** Failed attempts since the last opening, ms UTC. */
  readonly failedAttempts: readonly number[];
  /** How the book stood to its head at opening; `behind`, `differs` or `missing`: something was cut away or changed. */
  readonly head: Verification['head'];
  /** The machine's time at opening beside the last entry of the log; anything but `plausible` is asked about. */
  readonly clock: ClockState;
}

/** `before_last_entry`: earlier than what the log holds; `long_after`: more than 90 days later. */
export type ClockState = 'plausible' | 'before_last_entry' | 'long_after';
