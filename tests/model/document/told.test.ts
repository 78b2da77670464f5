import { expect, test } from 'vitest';
import type { GradeMark, Inline, NoteDocument } from '#model/document/format.ts';
import { toldDocument, toldText } from '#model/document/told.ts';

const words = (text: string): Inline => ({ type: 'text', text });
const grade = (handling: GradeMark['handling']): Inline => ({
  type: 'grade',
  source: '1',
  information: 'A',
  handling,
  basis: 'fact',
});
const note: NoteDocument = {
  version: 1,
  blocks: [
    {
      type: 'paragraph',
      content: [
        words('Naboen så ham. '),
        grade('P'),
        words(' Kilden bor over gangen. '),
        grade('C'),
        words(' Hun er trygg.'),
        { type: 'struck', by: 'Fjære', at: 1, reason: 'feil', content: [{ type: 'text', text: ' Bilen var grå.' }] },
      ],
    },
  ],
  addenda: [
    {
      type: 'addendum',
      by: 'Fjære',
      at: 2,
      content: [{ type: 'paragraph', content: [words('Hemmelig.'), grade('C')] }],
    },
  ],
};

// Would catch: a grade or a struck sentence on a card; a statement on conditions passed on to those who may not have it.
test('what is told follows handling codes, leaves struck words out and shows grades only where they may stand', () => {
  expect(toldText(note, { grades: true, conditional: true, bar: '█' })).toBe(
    'Naboen så ham. [1-A-P] Kilden bor over gangen. [1-A-C] Hun er trygg.\nHemmelig.[1-A-C]',
  );
  expect(toldText(note, { grades: false, conditional: false, bar: '█' })).toBe('Naboen så ham. █ Hun er trygg.\n█');
});

// Would catch: a bar that nobody is told of.
test('how many statements a bar stands for is told', () => {
  expect(toldDocument(note, { grades: false, conditional: false, bar: '█' }).barred).toBe(2);
  expect(toldDocument(note, { grades: true, conditional: true, bar: '█' }).barred).toBe(0);
});

// Would catch: struck words that a copy passes over in silence, or that tell what their statement may not.
test('what was struck stands there as struck where it is asked for, without what may not be told', () => {
  const told = toldText(note, { grades: true, conditional: true, bar: '█', struck: true });
  expect(told).toContain('Bilen var grå.');
  const struck: Inline = {
    type: 'struck',
    by: 'Fjære',
    at: 1,
    reason: 'feil',
    content: [{ type: 'text', text: 'Kilden er postbudet.' }, grade('C') as GradeMark],
  };
  const inside: NoteDocument = { version: 1, blocks: [{ type: 'paragraph', content: [struck] }] };
  const { document, barred } = toldDocument(inside, { grades: false, conditional: false, bar: '█', struck: true });
  expect(JSON.stringify(document)).not.toMatch(/postbudet|grade/);
  expect(barred).toBe(1);
});
