import fc from 'fast-check';
import { type Block, type Inline, type List, type ListItem, MARKS, type NoteDocument } from '#model/document/format.ts';
import type { RecordId } from '#model/ids.ts';
import { LINK_TYPES } from '#model/kinds/note.ts';
import { KIND_NAMES } from '#model/kinds.ts';

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

const inline: fc.Arbitrary<Inline> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc
      .tuple(line, fc.subarray([...MARKS]))
      .map(([text, marks]): Inline => (marks.length > 0 ? { type: 'text', text, marks } : { type: 'text', text })),
  },
  { weight: 1, arbitrary: fc.constant<Inline>({ type: 'break' }) },
  {
    weight: 2,
    arbitrary: fc
      .record({ to: recordId, kind: fc.constantFrom(...KIND_NAMES), label: line, link: fc.constantFrom(...LINK_TYPES) })
      .map((mention): Inline => ({ type: 'mention', ...mention })),
  },
);

/** Neighbouring runs that look alike are one run. */
const content = fc.array(inline, { maxLength: 6 }).map((nodes) => {
  const joined: Inline[] = [];
  for (const node of nodes) {
    const last = joined.at(-1);
    if (node.type === 'text' && last?.type === 'text' && (last.marks ?? []).join() === (node.marks ?? []).join()) {
      joined[joined.length - 1] = { ...last, text: last.text + node.text };
    } else joined.push(node);
  }
  return joined;
});

/** A list whose nested lists each follow an item, and never two lists in a row. */
function list(depth: number): fc.Arbitrary<List<Inline>> {
  const item = content.map((own): ListItem<Inline> => ({ type: 'item', content: own }));
  const entry =
    depth === 0
      ? item.map((own) => [own])
      : fc.tuple(item, fc.option(list(depth - 1))).map(([own, inner]) => (inner ? [own, inner] : [own]));
  return fc.record({
    type: fc.constant('list' as const),
    style: fc.constantFrom('bullet' as const, 'number' as const),
    content: fc.array(entry, { minLength: 1, maxLength: 3 }).map((entries) => entries.flat()),
  });
}

const block: fc.Arbitrary<Block> = fc.oneof(
  content.map((own): Block => ({ type: 'paragraph', content: own })),
  content.map((own): Block => ({ type: 'quote', content: own })),
  fc
    .tuple(fc.constantFrom(1, 2, 3), content)
    .map(([level, own]): Block => ({ type: 'heading', level: level as 1 | 2 | 3, content: own })),
  list(3),
);

/** Any document in the form in which the editor leaves it. */
export const anyDocument: fc.Arbitrary<NoteDocument> = fc.array(block, { maxLength: 8 }).map((blocks) => {
  // Two lists of one style in a row are one list.
  const apart = blocks.filter((each, i) => !(each.type === 'list' && blocks[i - 1]?.type === 'list'));
  const [only] = apart;
  const isEmpty = apart.length === 1 && only?.type === 'paragraph' && only.content.length === 0;
  return { version: 1, blocks: isEmpty ? [] : apart };
});
