import type { Capabilities } from '#contract/app.ts';

/** The window around the page, as the application sees it. Knows no vault, no record and no route. */
export interface Shell {
  readonly capabilities: Capabilities;
  /** Opens the window and loads the page. Throws ShellError when it cannot. */
  open(owner: ShellOwner): Promise<void>;
  /** Tells the page an event; nothing happens while no page is there. */
  send(event: string, payloadJson: string): void;
  /** Ends the page's process with all it held and loads the page anew. */
  resetPage(): Promise<void>;
  /**
   * Prints a briefing (JSON of a `BriefingDocument`) in a hidden page of its own. No file is written.
   * Throws ShellError PRINT_FAILED, also when `signal` ends the work and with it the page.
   */
  printToPdf(documentJson: string, signal?: AbortSignal): Promise<Uint8Array>;
  /** Where what is exported shall go: asked of the person, or the shell's own folder. Null when the person cancelled. */
  saveAs(suggestedName: string): Promise<SaveTarget | null>;
  /** Closes the window; a second call does nothing. */
  close(): Promise<void>;
}

/** What a shell hands to the application. */
export interface ShellOwner {
  /**
   * A call from some page, `bytes` beside its input where there are any: the owner judges the sender. Answers JSON of an
   * `Envelope`; never throws.
   */
  invoke(sender: Sender, name: unknown, inputJson: unknown, bytes?: unknown): Promise<string>;
  /**
   * Bytes of an attachment from `offset`, at most `length`, for a shell that streams sound and moving pictures to its own
   * page; null when there are none to be had.
   */
  media(id: string, offset: number, length: number): Promise<MediaPiece | null>;
  /** The system goes to sleep or locks, or the page left the application's own address. */
  lock(reason: LockReason): void;
  /** The person closes the window, or it is gone. `pageIsThere`: it can still be asked for drafts. */
  closed(pageIsThere: boolean): void;
}

export interface MediaPiece {
  readonly bytes: Uint8Array;
  /** Of the whole file. */
  readonly sizeBytes: number;
  /** IANA media type, by content. */
  readonly mediaType: string;
}

type LockReason = 'suspend' | 'lock_screen' | 'strayed';

/** Who calls: what the shell saw itself, never what the caller says of itself. */
export interface Sender {
  /** The page is the window's own, not another one that some script opened. */
  readonly isOwnPage: boolean;
  /** The frame is the page's top frame. */
  readonly isMainFrame: boolean;
  /** Address of the calling frame's document. */
  readonly url: string;
}

/** A place to write to, chosen before anything is written. */
export interface SaveTarget {
  /** Where it goes, as the person may be told. */
  readonly savedAs: string;
  /** Writes all bytes and syncs them; the file is readable by its owner only. */
  write(bytes: Uint8Array): Promise<void>;
  /** Gives the place back without having written. */
  abandon(): Promise<void>;
}

export type ShellErrorCode =
  // No program to open a window with
  | 'NO_BROWSER'
  // The page's files are not built
  | 'PAGE_NOT_BUILT'
  // The page did not load
  | 'PAGE_FAILED'
  // The print page did not become ready
  | 'PRINT_FAILED'
  // A second start while the first still runs
  | 'ALREADY_RUNNING';

export class ShellError extends Error {
  readonly code: ShellErrorCode;
  constructor(code: ShellErrorCode, detail?: string) {
    super(detail === undefined ? code : `${code}: ${detail}`);
    this.name = 'ShellError';
    this.code = code;
  }
}
