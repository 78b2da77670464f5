import {
  type Block,
  CALLOUTS,
  type Inline,
  LIST_STYLES,
  type LinkTarget,
  type List,
  type ListItem,
  type ListStyle,
  MARKS,
  type NoteDocument,
  type Statement,
  type TextRun,
} from '#model/document/format.ts';
import { BASES, HANDLING_CODES, INFORMATION_STEPS, SOURCE_STEPS } from '#model/document/grading.ts';
import type { RecordId } from '#model/ids.ts';
import { LINK_TYPES } from '#model/kinds/note.ts';
import { KIND_NAMES } from '#model/kinds.ts';
import fc from '#tests/helpers/property.ts';

/** Text of one line in any script, with signs that editors like to trip over. */
const line = fc
  .oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }),
    fc.constantFrom('æøå', ' ', '\t', '  to mellomrom  ', '@', '# ', '- ', '👩‍👧', 'שלום', 'سلام', 'a\u0301'),
  )
  .map((text) => text.replace(/[\n\r]/g, ' '));

const recordId = fc
  .array(fc.constantFrom(...'0123456789abcdef'), { minLength: 32, maxLength: 32 })
  .map((digits) => digits.join('') as RecordId);

const dateText = fc.constantFrom('2026-03-29', '2026-03-29T05:12', '2024-02-29', '2026-10-25T02:30');

const textRun = fc
  .tuple(line, fc.subarray([...MARKS]))
  .map(([text, marks]): TextRun => (marks.length > 0 ? { type: 'text', text, marks } : { type: 'text', text }));

const target = fc
  .record({ to: recordId, kind: fc.constantFrom(...KIND_NAMES), label: line, link: fc.constantFrom(...LINK_TYPES) })
  .chain((own) => fc.option(dateText).map((date): LinkTarget => (date === null ? own : { ...own, date })));

/** Neighbouring runs that look alike are one run. */
function joined<I extends { readonly type: string }>(nodes: readonly I[]): I[] {
  const content: I[] = [];
  for (const node of nodes) {
    const last = content.at(-1) as TextRun | undefined;
    const run = node as unknown as TextRun;
    if (run.type === 'text' && last?.type === 'text' && (last.marks ?? []).join() === (run.marks ?? []).join()) {
      content[content.length - 1] = { ...last, text: last.text + run.text } as unknown as I;
    } else content.push(node);
  }
  return content;
}

const statement: fc.Arbitrary<Statement> = fc.oneof(
  { weight: 6, arbitrary: textRun },
  { weight: 1, arbitrary: fc.constant<Statement>({ type: 'break' }) },
  { weight: 2, arbitrary: target.map((own): Statement => ({ type: 'mention', ...own })) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(
        target,
        fc.array(
          fc.oneof(
            { weight: 3, arbitrary: textRun },
            { weight: 1, arbitrary: fc.constant({ type: 'break' as const }) },
          ),
          { minLength: 1, maxLength: 3 },
        ),
      )
      .map(([own, words]): Statement => ({ type: 'span', ...own, content: joined(words) })),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(dateText, fc.option(dateText))
      .map(([from, to]): Statement => (to === null ? { type: 'time', from } : { type: 'time', from, to })),
  },
  {
    weight: 1,
    arbitrary: fc
      .record({
        source: fc.constantFrom(...SOURCE_STEPS),
        information: fc.constantFrom(...INFORMATION_STEPS),
        handling: fc.constantFrom(...HANDLING_CODES),
        basis: fc.constantFrom(...BASES),
      })
      .map((grade): Statement => ({ type: 'grade', ...grade })),
  },
);

const strike = fc.record({
  by: fc.constantFrom('Fjære', 'Myr'),
  at: fc.constantFrom(0, 1_774_750_320_000),
  reason: fc.constantFrom('gjaldt en annen bil', 'x'),
});

const inline: fc.Arbitrary<Inline> = fc.oneof(
  { weight: 8, arbitrary: statement },
  {
    weight: 1,
    arbitrary: fc
      .tuple(strike, fc.array(statement, { minLength: 1, maxLength: 3 }).map(joined))
      .map(([own, struck]): Inline => ({ type: 'struck', ...own, content: struck })),
  },
);

const content = fc.array(inline, { maxLength: 6 }).map(joined);

/** A list whose nested lists each follow an item, and never two lists in a row. */
function list(depth: number): fc.Arbitrary<List<Inline>> {
  return fc
    .constantFrom(...LIST_STYLES)
    .chain((style) =>
      fc
        .array(entries(style, depth), { minLength: 1, maxLength: 3 })
        .map((all): List<Inline> => ({ type: 'list', style, content: all.flat() })),
    );
}

function entries(style: ListStyle, depth: number): fc.Arbitrary<(ListItem<Inline> | List<Inline>)[]> {
  const item = fc
    .tuple(content, fc.boolean())
    .map(
      ([own, isTicked]): ListItem<Inline> =>
        style === 'check' && isTicked ? { type: 'item', checked: true, content: own } : { type: 'item', content: own },
    );
  if (depth === 0) return item.map((own) => [own]);
  return fc.tuple(item, fc.option(list(depth - 1))).map(([own, inner]) => (inner ? [own, inner] : [own]));
}

const table: fc.Arbitrary<Block> = fc.tuple(fc.boolean(), fc.integer({ min: 1, max: 3 })).chain(([header, width]) =>
  fc.array(fc.array(content, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 3 }).map(
    (rows): Block => ({
      type: 'table',
      header,
      content: rows.map((cells) => ({
        type: 'row',
        content: cells.map((own) => ({ type: 'cell', content: own })),
      })),
    }),
  ),
);

const block: fc.Arbitrary<Block> = fc.oneof(
  content.map((own): Block => ({ type: 'paragraph', content: own })),
  content.map((own): Block => ({ type: 'quote', content: own })),
  fc
    .tuple(fc.constantFrom(...CALLOUTS), content)
    .map(([tone, own]): Block => ({ type: 'callout', tone, content: own })),
  fc
    .tuple(fc.constantFrom(1, 2, 3), content)
    .map(([level, own]): Block => ({ type: 'heading', level: level as 1 | 2 | 3, content: own })),
  list(3),
  table,
  fc.tuple(recordId, line, fc.option(target), fc.option(strike)).map(
    ([attachment, alt, link, struck]): Block => ({
      type: 'image',
      attachment,
      alt,
      ...(link && { link }),
      ...(struck && { struck }),
    }),
  ),
);

/** Blocks in the form in which the editor leaves them. */
const blocks = fc.array(block, { maxLength: 8 }).map((all) => {
  // Two lists of one style in a row are one list.
  const apart = all.filter((each, i) => !(each.type === 'list' && all[i - 1]?.type === 'list'));
  const [only] = apart;
  const isEmpty = apart.length === 1 && only?.type === 'paragraph' && only.content.length === 0;
  return isEmpty ? [] : apart;
});

/** Any document in the form in which the editor leaves it. */
export const anyDocument: fc.Arbitrary<NoteDocument> = blocks.map((own) => ({ version: 1, blocks: own }));

/** Any document, signed ones with what was added to them too. */
export const anySignedDocument: fc.Arbitrary<NoteDocument> = fc
  .tuple(
    anyDocument,
    fc.array(
      fc
        .tuple(fc.constantFrom('Fjære', 'Myr'), fc.integer({ min: 0, max: 2_000_000_000_000 }), fc.boolean(), blocks)
        .map(([by, at, isSigned, own]) =>
          isSigned
            ? { type: 'addendum' as const, by, at, signedAt: at + 1, content: own }
            : { type: 'addendum' as const, by, at, content: own },
        ),
      { maxLength: 2 },
    ),
  )
  .map(([document, addenda]) => (addenda.length > 0 ? { ...document, addenda } : document));
