import type { RecordId } from '../ids.ts';
import type { LinkType } from '../kinds/note.ts';
import type { Kind } from '../kinds.ts';
import type { Grade } from './grading.ts';
import type { DateText } from './moment.ts';

/**
 * A note's document as it is stored: our own small format, not the editor's, so that the editor can be updated or
 * replaced without touching one note. A build shows and changes only what it fully understands; see `parse.ts`. What
 * each node may hold is said strictly in `schema.ts`.
 */
export const DOCUMENT_VERSION = 1;

/** How text can stand out. */
export const MARKS = ['bold', 'italic', 'strike'] as const;
export type Mark = (typeof MARKS)[number];

/** A run of text without line breaks; `marks` in the order of MARKS, absent when there are none. */
export interface TextRun {
  readonly type: 'text';
  readonly text: string;
  readonly marks?: readonly Mark[];
}

/** A new line inside a block. */
export interface Break {
  readonly type: 'break';
}

/** What a mention or a marked span links to: holds the record's id, so it stays right when it is renamed, moved or struck. */
export interface LinkTarget {
  readonly to: RecordId;
  readonly kind: Kind;
  /** The record's title when it was linked: what the sentence said then. */
  readonly label: string;
  readonly link: LinkType;
  /** The day or minute for which the link is said to hold. A link to the case with a date is a moment on its timeline. */
  readonly date?: DateText;
}

/** A mention of a record, which stands in the sentence by its name. */
export interface Mention extends LinkTarget {
  readonly type: 'mention';
}

/** Words of the text that link to a record. */
export interface LinkedSpan extends LinkTarget {
  readonly type: 'span';
  readonly content: readonly (TextRun | Break)[];
}

/** A date or a time of the calendar: from `from`, to `to` when it lasts. */
export interface Time {
  readonly type: 'time';
  readonly from: DateText;
  readonly to?: DateText;
}

/** Grading of the statement before it: the text back to the grade before, or to the start of the block. */
export interface GradeMark extends Grade {
  readonly type: 'grade';
}

/** Who struck something, when and why. */
export interface Strike {
  readonly by: string;
  /** ms UTC. */
  readonly at: number;
  readonly reason: string;
}

/** Text that was struck after the note was signed: it stays readable, with who struck it, when and why. */
export interface Struck extends Strike {
  readonly type: 'struck';
  readonly content: readonly Statement[];
}

/** Something this build does not know, shown as a plate with the text found inside. Never stored. */
export interface Placeholder {
  readonly type: 'placeholder';
  /** What the document calls it. */
  readonly name: string;
  readonly text: string;
}

/** What a sentence is made of. */
export type Statement = TextRun | Break | Mention | LinkedSpan | Time | GradeMark;
export type Inline = Statement | Struck;

export interface Paragraph<I> {
  readonly type: 'paragraph';
  readonly content: readonly I[];
}
export interface Heading<I> {
  readonly type: 'heading';
  readonly level: 1 | 2 | 3;
  readonly content: readonly I[];
}
export interface Quote<I> {
  readonly type: 'quote';
  readonly content: readonly I[];
}

/** What a callout is for. */
export const CALLOUTS = ['note', 'important', 'decision'] as const;
export type CalloutTone = (typeof CALLOUTS)[number];

/** A paragraph set apart in a frame. */
export interface Callout<I> {
  readonly type: 'callout';
  readonly tone: CalloutTone;
  readonly content: readonly I[];
}

export const LIST_STYLES = ['bullet', 'number', 'check'] as const;
export type ListStyle = (typeof LIST_STYLES)[number];

export interface ListItem<I> {
  readonly type: 'item';
  /** Ticked off; only in a check list. */
  readonly checked?: true;
  readonly content: readonly I[];
}
export interface List<I> {
  readonly type: 'list';
  readonly style: ListStyle;
  /** Items, and lists one level further in. */
  readonly content: readonly (ListItem<I> | List<I>)[];
}

export interface TableCell<I> {
  readonly type: 'cell';
  readonly content: readonly I[];
}
export interface TableRow<I> {
  readonly type: 'row';
  readonly content: readonly TableCell<I>[];
}
/** A table: rows of equally many cells. */
export interface Table<I> {
  readonly type: 'table';
  /** The first row names the columns. */
  readonly header: boolean;
  readonly content: readonly TableRow<I>[];
}

/** A picture of the book's attachments, shown inside the application only. */
export interface Image {
  readonly type: 'image';
  /** The attachment's record. */
  readonly attachment: RecordId;
  /** What is seen on it, for who does not see it. */
  readonly alt: string;
  /** The record it bears on, as marked words do. */
  readonly link?: LinkTarget;
  /** It was struck after the note was signed, and stays visible. */
  readonly struck?: Strike;
}

export type BlockOf<I> = Paragraph<I> | Heading<I> | Quote<I> | Callout<I> | List<I> | Table<I> | Image;
export type Block = BlockOf<Inline>;

/** Text added after the note was signed. Not signed itself until `signedAt`. */
export interface Addendum {
  readonly type: 'addendum';
  readonly by: string;
  /** When it was begun, ms UTC. */
  readonly at: number;
  readonly signedAt?: number;
  readonly content: readonly Block[];
}

export interface NoteDocument {
  readonly version: typeof DOCUMENT_VERSION;
  readonly blocks: readonly Block[];
  /** In the order in which they were added; absent when there are none. */
  readonly addenda?: readonly Addendum[];
}

/** A block of a document that is not fully understood. */
export type ShownBlock = BlockOf<Inline | Placeholder> | Placeholder;

/** What can be shown of a document that is not fully understood. */
export interface ShownDocument {
  readonly blocks: readonly ShownBlock[];
}

/** Lists lie at most this deep; deeper ones are not understood. */
export const MAX_LIST_DEPTH = 8;
/** Most columns of a table: wider ones are read by nobody in a column of text. */
export const MAX_COLUMNS = 20;

/** A document with nothing in it. */
export const EMPTY_DOCUMENT: NoteDocument = { version: DOCUMENT_VERSION, blocks: [] };

/** The text that is stored. The same document always gives the same text. */
export function serializeDocument(document: NoteDocument): string {
  return JSON.stringify(document);
}
