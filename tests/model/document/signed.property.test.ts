import { expect, test } from 'vitest';
import type { Inline, NoteDocument } from '#model/document/format.ts';
import { continued } from '#model/document/signed.ts';
import { mapBlock } from '#model/document/walk.ts';
import fc from '#tests/helpers/property.ts';
import { anyDocument } from '#tests/renderer/editor/arbitrary-document.ts';

const HAND = { by: 'Vik', at: 1_900_000_000_000 };

/** The document with one inline node changed, counted over all of its blocks; null when it has none that `change` takes. */
function changed(document: NoteDocument, at: number, change: (node: Inline) => Inline[] | null): NoteDocument | null {
  const places: (readonly [Inline, Inline[]])[] = [];
  const walk = (put: (node: Inline) => Inline[]): NoteDocument => ({
    ...document,
    blocks: document.blocks.map((block) => mapBlock(block, (content) => content.flatMap(put))),
  });
  walk((node) => {
    const to = change(node);
    if (to) places.push([node, to]);
    return [node];
  });
  const chosen = places[at % Math.max(places.length, 1)];
  return chosen ? walk((node) => (node === chosen[0] ? chosen[1] : [node])) : null;
}

const strike = (content: Inline): Inline[] | null =>
  content.type === 'struck' ? null : [{ type: 'struck', by: '?', at: 0, reason: 'feil', content: [content] }];

// Would catch: a signed text that cannot be kept as it is, whatever nodes it holds.
test('a document goes on as itself', () => {
  fc.assert(
    fc.property(anyDocument, (document) => {
      expect(continued(document, document, HAND)).toEqual(document);
    }),
  );
});

// Would catch: a strike that is refused, changes other words, or bears another's name, time or reason.
test('any node that is not struck may be struck, by the hand that does it, and nothing else changes', () => {
  fc.assert(
    fc.property(anyDocument, fc.nat(), (document, at) => {
      const after = changed(document, at, strike);
      if (!after) return;
      const expected = changed(document, at, (node) => {
        const [struck] = strike(node) ?? [];
        return struck?.type === 'struck' ? [{ ...struck, ...HAND }] : null;
      });
      expect(continued(document, after, HAND)).toEqual(expected);
    }),
  );
});

// Would catch: part of a run struck away with the rest, or a run that is cut and glued into other words.
test('part of a run of text may be struck, cut anywhere', () => {
  fc.assert(
    fc.property(anyDocument, fc.nat(), fc.nat(), (document, at, cut) => {
      const after = changed(document, at, (node) => {
        if (node.type !== 'text') return null;
        const signs = [...node.text];
        const from = cut % signs.length;
        const part = (text: string): Inline[] => (text === '' ? [] : [{ ...node, text }]);
        const struck: Inline = {
          type: 'struck',
          by: '?',
          at: 0,
          reason: 'feil',
          content: [{ ...node, text: signs[from] ?? '' }],
        };
        return [...part(signs.slice(0, from).join('')), struck, ...part(signs.slice(from + 1).join(''))];
      });
      if (after) expect(continued(document, after, HAND)).not.toBeNull();
    }),
  );
});

// Would catch: any word, mark, mention, date, grade or older strike that can be changed after signing.
test('nothing else may change: no word, mark, link, grade, and no strike taken back', () => {
  const ways: ((node: Inline) => Inline[] | null)[] = [
    () => [],
    (node) => (node.type === 'text' ? [{ ...node, text: `${node.text}x` }] : null),
    (node) => (node.type === 'text' && !node.marks ? [{ ...node, marks: ['bold'] }] : null),
    (node) => (node.type === 'mention' ? [{ ...node, label: `${node.label}x` }] : null),
    (node) => (node.type === 'grade' ? [{ ...node, basis: node.basis === 'fact' ? 'assessment' : 'fact' }] : null),
    (node) => (node.type === 'struck' ? [...node.content] : null),
    (node) => (node.type === 'struck' ? [{ ...node, reason: `${node.reason}x` }] : null),
    (node) => [node, { type: 'text', text: 'mer' }],
  ];
  fc.assert(
    fc.property(anyDocument, fc.nat(), fc.constantFrom(...ways), (document, at, way) => {
      const after = changed(document, at, way);
      if (after) expect(continued(document, after, HAND)).toBeNull();
    }),
    { numRuns: 400 },
  );
});
