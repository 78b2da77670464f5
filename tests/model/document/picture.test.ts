import { expect, test } from 'vitest';
import type { Block, Image, NoteDocument } from '#model/document/format.ts';
import { documentLinks, documentMentions } from '#model/document/mentions.ts';
import { understoodDocument } from '#model/document/parse.ts';
import { continued, hasStrike } from '#model/document/signed.ts';
import { documentText } from '#model/document/text.ts';
import { toldDocument } from '#model/document/told.ts';
import type { RecordId } from '#model/ids.ts';

const id = (sign: string) => sign.repeat(32) as RecordId;
const HAND = { by: 'Vik', at: 1_900_000_000_000 };
const LINK = { to: id('b'), kind: 'breach', label: 'brudd 9', link: 'evidence_for' } as const;
const PICTURE: Image = { type: 'image', attachment: id('a'), alt: 'porten med bilen' };
const STRIKE = { by: 'Myr', at: 5, reason: 'viste naboens hus' };
const noteOf = (...blocks: Block[]): NoteDocument => ({ version: 1, blocks });
const text = (words: string): Block => ({ type: 'paragraph', content: [{ type: 'text', text: words }] });

// Would catch: a strike of a picture that is refused, or that bears another's name or time.
test('a picture of a signed note may be struck, by the hand that does it', () => {
  const before = noteOf(text('Før.'), { ...PICTURE, link: LINK });
  const after = noteOf(text('Før.'), { ...PICTURE, link: LINK, struck: { by: '?', at: 0, reason: 'feil bilde' } });
  const struck = { ...HAND, reason: 'feil bilde' };
  expect(continued(before, after, HAND)).toEqual(noteOf(text('Før.'), { ...PICTURE, link: LINK, struck }));
  expect(continued(after, after, HAND)).toEqual(after);
});

// Would catch: another picture, other words or another link under a signature; a strike taken back, or told otherwise.
test.each<[string, Image, Block[]]>([
  ['another picture', PICTURE, [{ ...PICTURE, attachment: id('c') }]],
  ['other words', PICTURE, [{ ...PICTURE, alt: 'porten' }]],
  ['a link', PICTURE, [{ ...PICTURE, link: LINK }]],
  ['no link', { ...PICTURE, link: LINK }, [PICTURE]],
  ['another type of link', { ...PICTURE, link: LINK }, [{ ...PICTURE, link: { ...LINK, link: 'describes' } }]],
  ['other words with a strike', PICTURE, [{ ...PICTURE, alt: 'porten', struck: STRIKE }]],
  ['a strike taken back', { ...PICTURE, struck: STRIKE }, [PICTURE]],
  ['another reason', { ...PICTURE, struck: STRIKE }, [{ ...PICTURE, struck: { ...STRIKE, reason: 'annet' } }]],
  ['another name', { ...PICTURE, struck: STRIKE }, [{ ...PICTURE, struck: { ...STRIKE, by: 'Vik' } }]],
  ['no picture', PICTURE, []],
  ['words in its place', PICTURE, [text('porten med bilen')]],
])('a signed note refuses %s', (_, before, after) => {
  expect(continued(noteOf(before), noteOf(...after), HAND)).toBeNull();
});

// Would catch: a struck picture that comes into a draft by way of the page.
test('a strike of a picture is seen as one', () => {
  expect(hasStrike([PICTURE])).toBe(false);
  expect(hasStrike([{ ...PICTURE, struck: STRIKE }])).toBe(true);
});

// Would catch: a picture whose link is shown from one end alone, or goes on after it was struck.
test('a picture links as marked words do, until it is struck', () => {
  const linked: Image = { ...PICTURE, link: { ...LINK, date: '2026-03-29' } };
  const expected = { toId: LINK.to, type: 'evidence_for', date: '2026-03-29', excerpt: 'porten med bilen' };
  expect(documentLinks(noteOf(text('Før.'), linked))).toEqual([expected]);
  expect(documentMentions(noteOf(linked))).toEqual([linked.link]);
  expect(documentLinks(noteOf({ ...linked, struck: STRIKE }))).toEqual([]);
});

// Would catch: a property of a picture that this build does not know and would lose by saving.
test.each([
  { ...PICTURE, width: 3 },
  { ...PICTURE, link: { ...LINK, weight: 2 } },
  { ...PICTURE, struck: { ...STRIKE, type: 'struck' } },
  { ...PICTURE, struck: { by: 'Myr', at: 5, reason: '' } },
])('a picture with what is not known is not understood', (picture) => {
  expect(understoodDocument(JSON.stringify({ version: 1, blocks: [picture] }))).toBeNull();
});

// Would catch: a struck picture, or its words, that leave where struck words do not; a bar with the reason on it.
test.each([
  ['left_out', 'Før.\nEtter.', 0],
  ['shown', 'Før.\n[[porten med bilen]]\nEtter.', 0],
  ['barred', 'Før.\n[[█]]\nEtter.', 1],
] as const)('a struck picture is told as struck words are: %s', (struck, words, count) => {
  const note = noteOf(text('Før.'), { ...PICTURE, struck: STRIKE }, text('Etter.'));
  const { document, barred } = toldDocument(note, { grades: false, conditional: false, struck, bar: '█' });
  expect(documentText(document)).toBe(words);
  expect(barred).toBe(count);
  expect(JSON.stringify(document).includes(id('a'))).toBe(struck === 'shown');
  expect(JSON.stringify(document).includes('naboens hus')).toBe(struck === 'shown');
});
