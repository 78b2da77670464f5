import { createHeadlessEditor } from '@lexical/headless';
import { $getRoot, $isElementNode, $isTextNode } from 'lexical';
import { expect, test } from 'vitest';
import type { Block } from '#model/document/format.ts';
import { $insertTable } from '#renderer/editor/commands/tables.ts';
import { NOTE_NODES } from '#renderer/editor/nodes.ts';
import { $readDocument } from '#renderer/editor/state/read-document.ts';
import { $writeDocument } from '#renderer/editor/state/write-document.ts';

const paragraph = (text: string): Block => ({
  type: 'paragraph',
  content: text === '' ? [] : [{ type: 'text', text }],
});

/** Types of the blocks after a table was put in with the caret at `offset` of the text `at`, and the text in its cells. */
function insertAt(blocks: readonly Block[], at: string, offset: number) {
  const editor = createHeadlessEditor({
    nodes: NOTE_NODES,
    onError: (error) => {
      throw error;
    },
  });
  editor.update(() => $writeDocument({ blocks }), { discrete: true });
  editor.update(
    () => {
      const text = $getRoot()
        .getAllTextNodes()
        .find((node) => node.getTextContent() === at);
      if ($isTextNode(text)) text.select(offset, offset);
      else {
        const [empty] = $getRoot()
          .getChildren()
          .filter((node) => node.getTextContent() === '');
        if ($isElementNode(empty)) empty.selectStart();
      }
      $insertTable();
    },
    { discrete: true },
  );
  return editor.getEditorState().read(() => ({
    types: $readDocument().blocks.map(({ type }) => type),
    texts: $getRoot()
      .getChildren()
      .map((node) => node.getTextContent().trim()),
  }));
}

// Would catch: text behind the caret that lands in the last cell of the table, as the editor's own way to insert has it.
test.each([
  ['at its beginning', 0, ['table', 'paragraph', 'paragraph'], ['', 'Han ringte', 'etter']],
  ['within it', 4, ['paragraph', 'table', 'paragraph'], ['Han ringte', '', 'etter']],
  ['at its end', 10, ['paragraph', 'table', 'paragraph'], ['Han ringte', '', 'etter']],
])('a table put in with the caret in a paragraph, %s, leaves its words alone', (_where, offset, types, texts) => {
  const found = insertAt([paragraph('Han ringte'), paragraph('etter')], 'Han ringte', offset);
  expect(found).toEqual({ types, texts });
});

// Would catch: a list that is torn, or an item that is swallowed.
test('in a list it comes behind the list', () => {
  const content = ['en', 'to'].map((text) => ({ type: 'item' as const, content: [{ type: 'text' as const, text }] }));
  const { types, texts } = insertAt([{ type: 'list', style: 'bullet', content }], 'en', 0);
  expect(types).toEqual(['list', 'table', 'paragraph']);
  expect(texts[0]).toMatch(/en\s+to/);
});

// Would catch: an empty line that stays above the table, or none behind it to go on writing in.
test('it takes the place of an empty paragraph, and writing can go on behind it', () => {
  expect(insertAt([paragraph('før'), paragraph('')], '', 0).types).toEqual(['paragraph', 'table', 'paragraph']);
});
