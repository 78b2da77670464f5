import type { BookPurpose, NoteExportInput } from '#contract/app.ts';
import type { NoteChoices } from '#contract/briefing.ts';
import type { Language } from '#contract/common.ts';
import type { TimelinePaper } from '#contract/timeline-paper.ts';
import type { Profile } from '#model/briefing.ts';

/** What the application may ask of the core process. Every answer is JSON of an `Envelope`. */
export type CoreRequest =
  /** First of all: opens a book. `onlyPractice` refuses one made for real work (DEMO_BOOKS_ONLY). Answers null. */
  | { readonly type: 'open'; readonly folder: string; readonly passphrase: string; readonly onlyPractice: boolean }
  /**
   * First of all: creates a book and opens it. `fillFrom`: writes the demonstration into it, from the folder that holds
   * its chronologies. Answers null.
   */
  | {
      readonly type: 'create';
      readonly folder: string;
      readonly passphrase: string;
      readonly name: string;
      readonly purpose: BookPurpose;
      readonly fillFrom: string | null;
    }
  /** A route, from the page; with it bytes beside the input, where it takes any. */
  | { readonly type: 'invoke'; readonly name: unknown; readonly inputJson: unknown; readonly bytes?: unknown }
  /** Builds a briefing under the next copy number and keeps it until it is logged or released. Answers `IssuedBriefing`. */
  | {
      readonly type: 'issue_briefing';
      readonly caseId: string;
      readonly profile: Profile;
      readonly language: Language;
      readonly aboutId?: string | null;
      /** A range of the timeline to be printed instead of the profile's sections. */
      readonly timeline?: TimelinePaper | undefined;
      /** Notes that are told in full. */
      readonly notes?: NoteChoices | undefined;
    }
  /** Writes the export of an issued briefing into the use log: before the file is written. Answers null. */
  | { readonly type: 'log_export'; readonly ticket: number; readonly pages: number; readonly sizeBytes: number }
  /** Forgets an issued briefing that does not leave; its number goes to the next one. Answers null. */
  | { readonly type: 'release_briefing'; readonly ticket: number }
  /** A note as the bytes of a file, already without what is withheld. Answers `RenderedNote`. */
  | { readonly type: 'render_note'; readonly input: NoteExportInput }
  /** Writes the export of a note into the use log: before the file is written. Answers null. */
  | { readonly type: 'log_note_export'; readonly input: NoteExportInput; readonly sizeBytes: number }
  /** Ends the work, waits `withinMs` for what is running, then interrupts it; closes; the process ends. Answers `Locked`. */
  | { readonly type: 'lock'; readonly withinMs: number };

export interface RenderedNote {
  readonly base64: string;
  readonly withheld: number;
}

export interface IssuedBriefing {
  /** Names the briefing to `log_export` and `release_briefing`. */
  readonly ticket: number;
  readonly copy: number;
  readonly checkpoint: string;
  /** JSON of the `BriefingDocument`. */
  readonly documentJson: string;
}

export interface Locked {
  /** Next due instants, soonest first, without case or kind. */
  readonly dueAt: readonly number[];
}

export interface CoreCall {
  readonly id: number;
  readonly request: CoreRequest;
}

export type CoreMessage =
  | { readonly type: 'answer'; readonly id: number; readonly answerJson: string }
  | { readonly type: 'event'; readonly name: string; readonly payloadJson: string };
