import { expect, test } from 'vitest';
import type { Block, NoteDocument } from '#model/document/format.ts';
import { documentPart, partsOf } from '#model/document/part.ts';
import { documentText } from '#model/document/text.ts';

const heading = (level: 1 | 2 | 3, text: string): Block => ({
  type: 'heading',
  level,
  content: text === '' ? [] : [{ type: 'text', text }],
});
const paragraph = (text: string): Block => ({ type: 'paragraph', content: [{ type: 'text', text }] });
const note: NoteDocument = {
  version: 1,
  blocks: [
    paragraph('Før'),
    heading(1, 'Samtalen'),
    paragraph('A'),
    heading(2, ' Hennes  ord '),
    paragraph('B'),
    heading(2, ''),
    heading(1, 'Avtalt'),
    paragraph('C'),
  ],
  addenda: [{ type: 'addendum', by: 'Fjære', at: 1, content: [paragraph('Senere')] }],
};

test('a note has a part for each heading that says something', () => {
  expect(partsOf(note)).toEqual([
    { number: 0, heading: 'Samtalen' },
    { number: 1, heading: 'Hennes ord' },
    { number: 3, heading: 'Avtalt' },
  ]);
});

// Would catch: what lies under the next heading told too; a lower heading that ends its part; an addendum nobody chose.
test.each([
  [0, 'Samtalen', 'Samtalen\nA\n Hennes  ord \nB\n'],
  [1, 'Hennes ord', ' Hennes  ord \nB'],
  [3, 'Avtalt', 'Avtalt\nC'],
])('part %i reaches to the next heading of its level', (number, text, told) => {
  const part = documentPart(note, { number, heading: text });
  expect(part && documentText(part)).toBe(told);
});

// Would catch: another part told, because somebody put a heading before it meanwhile.
test.each([
  [0, 'Avtalt'],
  [4, 'Avtalt'],
])('part %i that says something else than %s is none', (number, text) => {
  expect(documentPart(note, { number, heading: text })).toBeNull();
});
