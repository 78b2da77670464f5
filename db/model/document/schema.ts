import { z } from 'zod';
import { isRecordId, type RecordId } from '../ids.ts';
import { LINK_TYPES } from '../kinds/note.ts';
import { isKind, type Kind } from '../kinds.ts';
import {
  type Addendum,
  type Block,
  CALLOUTS,
  DOCUMENT_VERSION,
  type Inline,
  LIST_STYLES,
  type List,
  MARKS,
  MAX_COLUMNS,
  MAX_LIST_DEPTH,
  type NoteDocument,
  type Statement,
  type Table,
} from './format.ts';
import { BASES, HANDLING_CODES, INFORMATION_STEPS, SOURCE_STEPS } from './grading.ts';
import { type DateText, isDateText } from './moment.ts';

/*
 * Strict: a node, a property or a value this build does not know is refused, because saving would lose it.
 */

const marks = z
  .array(z.enum(MARKS))
  .min(1)
  .refine((given) => MARKS.filter((mark) => given.includes(mark)).join() === given.join());

const text = z.strictObject({
  type: z.literal('text'),
  text: z.string().regex(/^[^\n\r]+$/),
  marks: marks.exactOptional(),
});
const lineBreak = z.strictObject({ type: z.literal('break') });
const date = z.custom<DateText>(isDateText);
const recordId = z.custom<RecordId>(isRecordId);
const instant = z.int().min(0).max(253_402_300_799_999);
const personName = z.string().min(1).max(200);

const target = {
  to: recordId,
  kind: z.custom<Kind>(isKind),
  label: z.string().max(400),
  link: z.enum(LINK_TYPES),
  date: date.exactOptional(),
};

const strike = { by: personName, at: instant, reason: z.string().min(1).max(500) };

const statementNodes = [
  text,
  lineBreak,
  z.strictObject({ type: z.literal('mention'), ...target }),
  z.strictObject({
    type: z.literal('span'),
    ...target,
    content: z.array(z.discriminatedUnion('type', [text, lineBreak])).min(1),
  }),
  z.strictObject({ type: z.literal('time'), from: date, to: date.exactOptional() }),
  z.strictObject({
    type: z.literal('grade'),
    source: z.enum(SOURCE_STEPS),
    information: z.enum(INFORMATION_STEPS),
    handling: z.enum(HANDLING_CODES),
    basis: z.enum(BASES),
  }),
] as const;

const statementSchema: z.ZodType<Statement> = z.discriminatedUnion('type', statementNodes);

export const inlineSchema: z.ZodType<Inline> = z.discriminatedUnion('type', [
  ...statementNodes,
  z.strictObject({
    type: z.literal('struck'),
    ...strike,
    content: z.array(statementSchema).min(1),
  }),
]);

const content = z.array(inlineSchema);
const item = z.strictObject({ type: z.literal('item'), checked: z.literal(true).exactOptional(), content });

function listSchema(depth: number): z.ZodType<List<Inline>> {
  const inner = depth < MAX_LIST_DEPTH ? z.union([item, z.lazy(() => listSchema(depth + 1))]) : item;
  return z
    .strictObject({ type: z.literal('list'), style: z.enum(LIST_STYLES), content: z.array(inner).min(1) })
    .refine((list) => list.style === 'check' || list.content.every((entry) => entry.type === 'list' || !entry.checked));
}

export const tableSchema: z.ZodType<Table<Inline>> = z
  .strictObject({
    type: z.literal('table'),
    header: z.boolean(),
    content: z
      .array(
        z.strictObject({
          type: z.literal('row'),
          content: z
            .array(z.strictObject({ type: z.literal('cell'), content }))
            .min(1)
            .max(MAX_COLUMNS),
        }),
      )
      .min(1),
  })
  .refine((table) => table.content.every((row) => row.content.length === table.content[0]?.content.length));

export const imageSchema = z.strictObject({
  type: z.literal('image'),
  attachment: recordId,
  alt: z.string().max(400),
  link: z.strictObject(target).exactOptional(),
  struck: z.strictObject(strike).exactOptional(),
});

const blockSchema: z.ZodType<Block> = z.union([
  z.strictObject({ type: z.literal('paragraph'), content }),
  z.strictObject({
    type: z.literal('heading'),
    level: z.union([z.literal(1), z.literal(2), z.literal(3)]),
    content,
  }),
  z.strictObject({ type: z.literal('quote'), content }),
  z.strictObject({ type: z.literal('callout'), tone: z.enum(CALLOUTS), content }),
  listSchema(1),
  tableSchema,
  imageSchema,
]);

const addendumSchema: z.ZodType<Addendum> = z.strictObject({
  type: z.literal('addendum'),
  by: personName,
  at: instant,
  signedAt: instant.exactOptional(),
  content: z.array(blockSchema),
});

export const documentSchema: z.ZodType<NoteDocument> = z.strictObject({
  version: z.literal(DOCUMENT_VERSION),
  blocks: z.array(blockSchema),
  addenda: z.array(addendumSchema).min(1).exactOptional(),
});
