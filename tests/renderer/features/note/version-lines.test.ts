import { describe, expect, it } from 'vitest';
import { type Block, type Inline, type Mention, serializeDocument } from '#model/document/format.ts';
import { documentText } from '#model/document/text.ts';
import type { RecordId } from '#model/ids.ts';
import { changedFacts, type VersionWords, versionLines } from '#renderer/features/note/version-lines.ts';

const ID = '0123456789abcdef0123456789abcdef' as RecordId;
const OTHER = 'f123456789abcdef0123456789abcdef' as RecordId;
const mention: Mention = { type: 'mention', to: ID, kind: 'person', label: 'Lind', link: 'mentions' };
const grade: Inline = { type: 'grade', source: '1', information: 'A', handling: 'C', basis: 'fact' };
const words = (text: string, ...marks: ('bold' | 'italic')[]): Inline =>
  marks.length > 0 ? { type: 'text', text, marks } : { type: 'text', text };
const line = (...content: Inline[]): Block => ({ type: 'paragraph', content });

function version(blocks: readonly Block[], facts: Readonly<Record<string, unknown>> = {}) {
  const document = { version: 1, blocks } as const;
  const [json, text] = [serializeDocument(document), documentText(document)];
  return { version: 1, at: 0, person: 'Vik', heading: 'H', document: json, text, facts };
}
const VERSION_WORDS: VersionWords = {
  link: ({ link, date }) => [link, ...(date ? [date] : [])].join(', '),
  picture: (alt, file) => `picture ${alt} (${file})`,
  strike: ({ by, reason }) => `struck by ${by}: ${reason}`,
  callout: (tone) => tone,
};
const told = (...blocks: Block[]) => versionLines(version(blocks), VERSION_WORDS);

describe('two versions with the same words', () => {
  // Would catch: a change that a comparison tells nothing of, and calls no difference.
  it.each<[string, Block, Block]>([
    ['the type of a link', line(mention), line({ ...mention, link: 'contradicts' })],
    ['for when a link holds', line(mention), line({ ...mention, date: '2026-03-29' })],
    [
      'what words link to',
      line({ ...mention, type: 'span', content: [{ type: 'text', text: 'porten' }] }),
      line({ ...mention, type: 'span', label: 'Holm', content: [{ type: 'text', text: 'porten' }] }),
    ],
    ['a link', line(words('porten')), line({ ...mention, type: 'span', content: [{ type: 'text', text: 'porten' }] })],
    ['fact or assessment', line(words('a'), grade), line(words('a'), { ...grade, basis: 'assessment' } as Inline)],
    ['bold', line(words('a')), line(words('a', 'bold'))],
    ['which of two stands out', line(words('a', 'bold')), line(words('a', 'italic'))],
    ['the sort of block', line(words('a')), { type: 'quote', content: [words('a')] }],
    [
      'the tone of a frame',
      { type: 'callout', tone: 'note', content: [words('a')] },
      { type: 'callout', tone: 'decision', content: [words('a')] },
    ],
    [
      'a picture',
      { type: 'image', attachment: ID, alt: 'porten' },
      { type: 'image', attachment: OTHER, alt: 'porten' },
    ],
  ])('differ by %s', (_, before, after) => {
    expect(told(before)).not.toBe(told(after));
  });

  it('name the details that differ, not those that are not entered in either', () => {
    const before = version([], { placeText: 'Porten', source: null, happened: { fromAt: 1, toAt: 2 } });
    const after = version([], { placeText: 'Skolen', happened: { fromAt: 1, toAt: 2 }, criminalCase: true });
    expect(changedFacts(before, after)).toEqual(['placeText', 'criminalCase']);
  });
});

// Would catch: a comparison that says something was struck, and neither by whom nor why; signs that nobody can tell apart.
it('what was struck is told with who did it and why', () => {
  const strike = { by: 'Vik', at: 0, reason: 'feil bil' } as const;
  const struck: Inline = { type: 'struck', ...strike, content: [{ type: 'text', text: 'grå' }] };
  expect(told(line(words('Bilen var '), struck, words('.')))).toBe('H\nBilen var [[grå]] (struck by Vik: feil bil).');
  const picture: Block = { type: 'image', attachment: ID, alt: 'porten', struck: strike };
  expect(told(picture)).toBe('H\n[[picture porten (01234567); struck by Vik: feil bil]]');
});

// Would catch: a note of a newer build whose versions all read as empty.
it('a version that is not understood is compared by its plain text', () => {
  const newer = { ...version([]), document: '{"version":99,"blocks":[{"type":"x"}]}', text: 'Klartekst' };
  expect(versionLines(newer, VERSION_WORDS)).toBe('H\nKlartekst');
});
