import { z } from 'zod';
import { isRecordId, type RecordId } from '../ids.ts';
import { LINK_TYPES, type LinkType } from '../kinds/note.ts';
import { isKind, type Kind } from '../kinds.ts';

/**
 * A note's document as it is stored: our own small format, not the editor's, so that the editor can be updated or
 * replaced without touching one note. A build shows and changes only what it fully understands; see `parse.ts`.
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

/** A mention of a record: holds its id, so it stays right when the record is renamed, moved or struck. */
export interface Mention {
  readonly type: 'mention';
  readonly to: RecordId;
  readonly kind: Kind;
  /** The record's title when it was mentioned: what the sentence said then. */
  readonly label: string;
  readonly link: LinkType;
}

/** Something this build does not know, shown as a plate with the text found inside. Never stored. */
export interface Placeholder {
  readonly type: 'placeholder';
  /** What the document calls it. */
  readonly name: string;
  readonly text: string;
}

export type Inline = TextRun | Break | Mention;

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
export interface ListItem<I> {
  readonly type: 'item';
  readonly content: readonly I[];
}
export interface List<I> {
  readonly type: 'list';
  readonly style: 'bullet' | 'number';
  /** Items, and lists one level further in. */
  readonly content: readonly (ListItem<I> | List<I>)[];
}

export type BlockOf<I> = Paragraph<I> | Heading<I> | Quote<I> | List<I>;
export type Block = BlockOf<Inline>;

export interface NoteDocument {
  readonly version: typeof DOCUMENT_VERSION;
  readonly blocks: readonly Block[];
}

/** What can be shown of a document that is not fully understood. */
export interface ShownDocument {
  readonly blocks: readonly (BlockOf<Inline | Placeholder> | Placeholder)[];
}

/** Lists lie at most this deep; deeper ones are not understood. */
export const MAX_LIST_DEPTH = 8;

const marksSchema = z
  .array(z.enum(MARKS))
  .min(1)
  .refine((marks) => MARKS.filter((mark) => marks.includes(mark)).join() === marks.join());

export const inlineSchema: z.ZodType<Inline> = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('text'),
    text: z.string().regex(/^[^\n\r]+$/),
    marks: marksSchema.exactOptional(),
  }),
  z.strictObject({ type: z.literal('break') }),
  z.strictObject({
    type: z.literal('mention'),
    to: z.custom<RecordId>(isRecordId),
    kind: z.custom<Kind>(isKind),
    label: z.string().max(400),
    link: z.enum(LINK_TYPES),
  }),
]);

const content = z.array(inlineSchema);
const item = z.strictObject({ type: z.literal('item'), content });

function listSchema(depth: number): z.ZodType<List<Inline>> {
  const inner = depth < MAX_LIST_DEPTH ? z.union([item, z.lazy(() => listSchema(depth + 1))]) : item;
  return z.strictObject({
    type: z.literal('list'),
    style: z.enum(['bullet', 'number']),
    content: z.array(inner).min(1),
  });
}

const blockSchema: z.ZodType<Block> = z.union([
  z.strictObject({ type: z.literal('paragraph'), content }),
  z.strictObject({
    type: z.literal('heading'),
    level: z.union([z.literal(1), z.literal(2), z.literal(3)]),
    content,
  }),
  z.strictObject({ type: z.literal('quote'), content }),
  listSchema(1),
]);

/** Strict: a node, a property or a value this build does not know is refused, because saving would lose it. */
export const documentSchema: z.ZodType<NoteDocument> = z.strictObject({
  version: z.literal(DOCUMENT_VERSION),
  blocks: z.array(blockSchema),
});

/** A document with nothing in it. */
export const EMPTY_DOCUMENT: NoteDocument = { version: DOCUMENT_VERSION, blocks: [] };

/** The text that is stored. The same document always gives the same text. */
export function serializeDocument(document: NoteDocument): string {
  return JSON.stringify(document);
}
