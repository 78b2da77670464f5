/** A briefing as pure data: worded in its language, redacted before it exists. What is not in here cannot leave. */
import type { DrawnTimeline } from './drawn-timeline.ts';
import type { RecordId } from './ids.ts';
import type { Marking } from './kinds/case.ts';
import type { Tone } from './kinds/define.ts';

/**
 * For whom a briefing is built: a lead of protection (everything), a patrol (no gaps, staffing or protected values), the
 * papers of the criminal case, all of which the charged person will read (straffeprosessloven §§ 98, 242), and the
 * lawyer, whose copy is no paper of the case; for him too the chronology of contacts and events alone.
 */
export const PROFILES = ['leder', 'patrulje', 'saksdokumenter', 'jurist', 'kronologi'] as const;
export type Profile = (typeof PROFILES)[number];

/**
 * True for a briefing in which chosen notes can be told in full: a card can be lost, notes are no papers of the case, and the
 * chronology tells events alone.
 */
export function takesNotes(profile: Profile): boolean {
  return profile === 'leder' || profile === 'jurist';
}

/**
 * Stands where a protected value or sentence was: always of the same length, whatever it hides. On paper it is a black
 * bar with the document's `withheldWord` in it, so that a screen reader and copied text say that something is missing.
 */
export const WITHHELD = '▇▇▇▇▇';

export interface BriefingDocument {
  readonly language: 'nb' | 'en';
  readonly profile: Profile;
  readonly marking: Marking;
  /** The marking in words, FORTROLIG or STRENGT FORTROLIG, printed on every page. */
  readonly markingText: string;
  /** Line under the marking: the instruction it rests on and how the copy is to be handled. */
  readonly handling: string;
  /** What it is and of which case, printed on every page. */
  readonly reference: string;
  /** Whose briefing it is. */
  readonly heading: string;
  /** Case, persons, made when and by whom, valid until. */
  readonly facts: readonly KeyValue[];
  readonly sections: readonly BriefingSection[];
  /** Number of this copy among the case's briefings, 1 first. */
  readonly copy: number;
  readonly copyText: string;
  /** `seq · first 16 hex digits of the hash` of the log's last entry, printed on every page. */
  readonly checkpoint: string;
  readonly checkpointText: string;
  /** The words around the page numbers: before, between and after them. */
  readonly pageWords: readonly [string, string, string];
  /** Printed across the page: a timeline needs its width. */
  readonly landscape?: boolean;
  /** What a bar says to those who cannot see it. */
  readonly withheldWord: string;
  readonly madeAt: number;
  readonly madeBy: string;
  /** Demonstration books say so on every page. */
  readonly demonstration: string | null;
  /** What was left out for this profile and how often, for the one who hands it out; never printed. */
  readonly withheld: readonly Withheld[];
}

/**
 * Why something was left out: values under an address block, code words, sentences that would give them away; from a
 * card also who serves, the plan, and the kinds it does not tell; from papers of the case what their kinds keep from the
 * charged person, and files that prove nothing told there; of chosen notes statements by their
 * handling code.
 */
export const WITHHELD_REASONS = [
  'protected',
  'code',
  'sentence',
  'kept',
  'staffing',
  'plan',
  'wishes',
  'events',
  'steps',
  'notes',
  'files',
  'conditional',
] as const;

export interface Withheld {
  readonly reason: (typeof WITHHELD_REASONS)[number];
  readonly count: number;
}

export interface KeyValue {
  readonly key: string;
  readonly value: string;
  readonly strong?: boolean;
}

export interface BriefingSection {
  readonly id: string;
  readonly heading: string;
  /** Stands beside the heading in smaller type. */
  readonly aside?: string;
  readonly blocks: readonly BriefingBlock[];
}

/** Text of a cell, and a second line in smaller type: who, where, from where it is known. */
export interface Cell {
  readonly text: string;
  readonly note?: string;
}

export interface Row {
  readonly cells: readonly Cell[];
  /** Kind of what the row tells: its mark stands in the first column. */
  readonly tone?: Tone;
  readonly strong?: boolean;
}

export interface Column {
  readonly heading: string;
  /** Share of the width: a point in time, a few words, or what is left. */
  readonly width: 'time' | 'short' | 'rest';
}

export interface Box {
  readonly heading: string;
  readonly lines: readonly string[];
  /** In solid ink: what to act on first. */
  readonly solid?: boolean;
}

/** A picture of a note that was chosen. */
export interface BriefingPicture {
  readonly type: 'picture';
  /** Its record. The window asks for the file by it; on paper it says nothing. */
  readonly attachment: RecordId;
  /** What is seen on it, without what is withheld. */
  readonly alt: string;
  /** Stands under it: what is seen, and the sum of its file. Empty until the file was looked at. */
  readonly caption: string;
  /** How it is drawn; null until the file was looked at. */
  readonly drawn: DrawnPicture | null;
}

export interface DrawnPicture {
  /** Pixels as they are stored, before the picture is turned. */
  readonly width: number;
  readonly height: number;
  /** How it is turned to stand upright, after it is mirrored left to right: degrees clockwise. */
  readonly turn: 0 | 90 | 180 | 270;
  readonly mirrored: boolean;
  readonly mediaType: string;
  /** Its pixels in base64, for the paper that leaves; null in the preview, which has the file at hand. */
  readonly base64: string | null;
  /** Stands in its place if it turns out that it cannot be drawn. */
  readonly words: string;
}

export type BriefingBlock =
  /** One person's or one thing's part of a section. */
  | { readonly type: 'subheading'; readonly text: string }
  /** Her own words. */
  | { readonly type: 'quote'; readonly text: string; readonly by: string }
  | { readonly type: 'text'; readonly text: string; readonly strong?: boolean }
  | { readonly type: 'facts'; readonly items: readonly KeyValue[] }
  | { readonly type: 'list'; readonly items: readonly string[] }
  | { readonly type: 'boxes'; readonly items: readonly Box[] }
  /** A stretch of the timeline as a drawing; what follows it tells the same in words. */
  | { readonly type: 'timeline'; readonly drawing: DrawnTimeline }
  | { readonly type: 'table'; readonly columns: readonly Column[]; readonly rows: readonly Row[] }
  | BriefingPicture
  /** Empty lines to be written on by hand, each under its label. */
  | { readonly type: 'fill'; readonly labels: readonly string[] }
  /** Says that a section is empty, in words: nothing known is not nothing there. */
  | { readonly type: 'empty'; readonly text: string };
