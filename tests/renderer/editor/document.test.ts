import { createHeadlessEditor } from '@lexical/headless';
import { expect, test } from 'vitest';
import { type NoteDocument, type ShownDocument, serializeDocument } from '#model/document/format.ts';
import { documentLinks } from '#model/document/mentions.ts';
import { parseDocument, understoodDocument } from '#model/document/parse.ts';
import { documentText } from '#model/document/text.ts';
import { NOTE_NODES } from '#renderer/editor/nodes.ts';
import { registerGuard } from '#renderer/editor/state/guard.ts';
import { $readDocument } from '#renderer/editor/state/read-document.ts';
import { $writeDocument } from '#renderer/editor/state/write-document.ts';
import fc from '#tests/helpers/property.ts';
import { anyDocument, anySignedDocument } from './arbitrary-document.ts';

function editorWith(document: NoteDocument | ShownDocument) {
  const editor = createHeadlessEditor({
    nodes: NOTE_NODES,
    onError: (error) => {
      throw error;
    },
  });
  registerGuard(editor);
  editor.update(() => $writeDocument(document), { discrete: true });
  return editor;
}

test('any document goes through stored text and editor and comes back the same: opening a note changes nothing', () => {
  fc.assert(
    fc.property(anyDocument, (document) => {
      const json = serializeDocument(document);
      const understood = understoodDocument(json);
      expect(understood).toEqual(document);
      const read = editorWith(document).getEditorState().read($readDocument);
      expect(read).toEqual(document);
      expect(serializeDocument(read)).toBe(json);
    }),
    { numRuns: 300 },
  );
});

test('plain text and links of a document do not depend on the way it took', () => {
  fc.assert(
    fc.property(anyDocument, (document) => {
      const read = editorWith(document).getEditorState().read($readDocument);
      expect(documentText(read)).toBe(documentText(document));
      expect(documentLinks(read)).toEqual(documentLinks(document));
      for (const link of documentLinks(document)) expect(link.excerpt.length).toBeLessThanOrEqual(400);
    }),
    { numRuns: 200 },
  );
});

test('any damage to stored text is either still a whole document or opens read-only; it never throws', () => {
  fc.assert(
    fc.property(anySignedDocument, fc.nat(), fc.nat(), fc.string({ maxLength: 3 }), (document, at, length, put) => {
      const json = serializeDocument(document);
      const from = at % (json.length + 1);
      const damaged = json.slice(0, from) + put + json.slice(from + (length % 5));
      const parsed = parseDocument(damaged, 'klartekst');
      if (!parsed.readOnly) expect(understoodDocument(damaged)).toEqual(parsed.document);
      // What is shown can be put into an editor, placeholders and all.
      expect(() => editorWith(parsed.document)).not.toThrow();
    }),
    { numRuns: 300 },
  );
});

test('an editor that shows a placeholder refuses to be read as a document: it can never be saved', () => {
  const parsed = parseDocument('{"version":1,"blocks":[{"type":"drawing","rows":[]}]}', '');
  expect(() => editorWith(parsed.document).getEditorState().read($readDocument)).toThrow();
  const inline = parseDocument('{"version":1,"blocks":[{"type":"paragraph","content":[{"type":"sound"}]}]}', '');
  expect(() => editorWith(inline.document).getEditorState().read($readDocument)).toThrow();
});
