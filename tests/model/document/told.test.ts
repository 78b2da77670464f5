import { expect, test } from 'vitest';
import type { GradeMark, Inline, NoteDocument, TextRun } from '#model/document/format.ts';
import { documentText } from '#model/document/text.ts';
import { type Telling, toldDocument, toldText } from '#model/document/told.ts';

const run = (text: string): TextRun => ({ type: 'text', text });
const words: (text: string) => Inline = run;
const mark = (handling: GradeMark['handling']): GradeMark => ({
  type: 'grade',
  source: '1',
  information: 'A',
  handling,
  basis: 'fact',
});
const grade: (handling: GradeMark['handling']) => Inline = mark;
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

// Would catch: an English briefing in which an assessment is told from a fact by a Norwegian word.
test('a grade is told in the word of its reader', () => {
  const assessed: Inline = { type: 'grade', source: '2', information: 'C', handling: 'P', basis: 'assessment' };
  const document = { version: 1, blocks: [{ type: 'paragraph', content: [words('Han kommer.'), assessed] }] } as const;
  const telling = { grades: true, conditional: true, bar: '█' };
  expect(toldText(document, telling)).toBe('Han kommer.[2-C-P vurdering]');
  expect(toldText(document, { ...telling, assessment: 'assessment' })).toBe('Han kommer.[2-C-P assessment]');
  expect(toldText(document, { ...telling, grades: false, assessment: 'assessment' })).toBe('Han kommer.');
});

// Would catch: a bar that nobody is told of.
test('how many statements a bar stands for is told', () => {
  expect(toldDocument(note, { grades: false, conditional: false, bar: '█' }).barred).toBe(2);
  expect(toldDocument(note, { grades: true, conditional: true, bar: '█' }).barred).toBe(0);
});

// Would catch: struck words that a copy passes over in silence, or that tell what their statement may not.
test('what was struck stands there as struck where it is asked for, without what may not be told', () => {
  const told = toldText(note, { grades: true, conditional: true, bar: '█', struck: 'shown' });
  expect(told).toContain('Bilen var grå.');
  const half: Inline = {
    type: 'struck',
    by: 'Fjære',
    at: 1,
    reason: 'feil',
    content: [{ type: 'text', text: 'Kilden er postbudet.' }, mark('C')],
  };
  const inside: NoteDocument = { version: 1, blocks: [{ type: 'paragraph', content: [half] }] };
  const { document, barred } = toldDocument(inside, { grades: false, conditional: false, bar: '█', struck: 'shown' });
  expect(JSON.stringify(document)).not.toMatch(/postbudet|grade/);
  expect(barred).toBe(1);
});

const struck = (reason: string, ...content: (TextRun | GradeMark)[]): Inline => ({
  type: 'struck',
  by: 'Fjære',
  at: 1,
  reason,
  content,
});
const told = (how: NonNullable<Telling['struck']>, ...content: Inline[]) =>
  toldDocument(
    { version: 1, blocks: [{ type: 'paragraph', content }] },
    { grades: false, conditional: false, struck: how, bar: '█' },
  );

// Would catch: half of a conditional statement told because the other half, or the grade itself, was struck; a second bar, or
// none, for words that were struck; a strike that is two strikes when it is shown.
test.each([
  ['a strike before', [words('a '), struck('x', run('b')), words(' c'), grade('P')], 'a  c', 'a [[█]] c', 'a [[b]] c'],
  ['a struck half', [words('a '), struck('x', run('b')), grade('C'), words(' c')], '█ c', '█ c', '█ c'],
  ['a struck grade', [words('a '), struck('x', run('b'), mark('C')), words(' c')], '█ c', '█ c', '█ c'],
  ['a struck grade before', [words('a'), struck('x', mark('P')), words(' b'), grade('C')], '█', '█', '█'],
  ['two runs struck at once', [struck('x', run('a'), run('b')), words(' c')], ' c', '[[█]] c', '[[ab]] c'],
  ['two strikes', [struck('x', run('a')), struck('y', run('b'))], '', '[[█]][[█]]', '[[a]][[b]]'],
] as const)('%s', (_, content, without, barred, shown) => {
  expect(documentText(told('left_out', ...content).document)).toBe(without);
  expect(documentText(told('shown', ...content).document)).toBe(shown);
  const bars = told('barred', ...content);
  expect(documentText(bars.document)).toBe(barred);
  expect(JSON.stringify(bars.document)).not.toMatch(/"[xy]"/);
  expect(bars.barred).toBe(barred.split('█').length - 1);
});
