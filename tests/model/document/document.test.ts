import { expect, test } from 'vitest';
import { EMPTY_DOCUMENT, type NoteDocument, serializeDocument } from '#model/document/format.ts';
import { documentOfText } from '#model/document/from-text.ts';
import { documentLinks, documentMentions } from '#model/document/mentions.ts';
import { parseDocument, understoodDocument } from '#model/document/parse.ts';
import { countWords, documentText } from '#model/document/text.ts';
import type { RecordId } from '#model/ids.ts';

const lind = '0123456789abcdef0123456789abcdef' as RecordId;
const breach = 'ffffffffffffffffffffffffffffffff' as RecordId;

const note: NoteDocument = {
  version: 1,
  blocks: [
    { type: 'heading', level: 1, content: [{ type: 'text', text: 'Samtale' }] },
    {
      type: 'paragraph',
      content: [
        { type: 'text', text: 'Snakket med ' },
        { type: 'mention', to: lind, kind: 'person', label: 'Lind', link: 'mentions' },
        { type: 'text', text: ' etter ', marks: ['bold', 'italic'] },
        { type: 'mention', to: breach, kind: 'breach', label: 'brudd 9', link: 'evidence_for' },
        { type: 'break' },
        { type: 'text', text: 'Barna var våkne.' },
      ],
    },
    { type: 'quote', content: [{ type: 'text', text: '«At noen står her»' }] },
    {
      type: 'list',
      style: 'number',
      content: [
        { type: 'item', content: [{ type: 'text', text: 'dør' }] },
        { type: 'list', style: 'bullet', content: [{ type: 'item', content: [{ type: 'text', text: 'lås' }] }] },
        { type: 'item', content: [{ type: 'mention', to: lind, kind: 'person', label: 'Lind', link: 'mentions' }] },
      ],
    },
  ],
};

test('a stored document is read back as it was written: nothing is dropped on the way', () => {
  expect(parseDocument(serializeDocument(note), '')).toEqual({ readOnly: false, document: note });
});

test('plain text keeps lines, list marks and mentions as written, so that search finds what was said', () => {
  expect(documentText(note)).toBe(
    'Samtale\nSnakket med @Lind etter @brudd 9\nBarna var våkne.\n«At noen står her»\n1. dør\n  - lås\n2. @Lind',
  );
  expect(documentText(note, (mention) => `[${mention.label}]`)).toContain('Snakket med [Lind]');
});

test('words are counted once each, signs alone are none', () => {
  expect(countWords('Hun er redd, men klar – og «konkret». 23:05')).toBe(8);
  expect(countWords(' \n - ')).toBe(0);
});

test('one link a record and type with the words around it, however often it is mentioned', () => {
  expect(documentMentions(note).map((mention) => mention.label)).toEqual(['Lind', 'brudd 9', 'Lind']);
  expect(documentLinks(note)).toEqual([
    { toId: lind, type: 'mentions', date: null, excerpt: 'Snakket med Lind etter brudd 9 Barna var våkne.' },
    { toId: breach, type: 'evidence_for', date: null, excerpt: 'Snakket med Lind etter brudd 9 Barna var våkne.' },
  ]);
});

test('a long sentence is cut between words on both sides of the mention and stays under the limit of a link', () => {
  const long = 'ord '.repeat(200);
  const [link] = documentLinks({
    version: 1,
    blocks: [
      {
        type: 'paragraph',
        content: [
          { type: 'text', text: long },
          { type: 'mention', to: lind, kind: 'person', label: 'Lind', link: 'describes' },
          { type: 'text', text: ` ${long}` },
        ],
      },
    ],
  });
  expect(link?.excerpt).toMatch(/^…(ord )+Lind( ord)+…$/);
  expect(link?.excerpt.length).toBeLessThanOrEqual(202);
});

test('a note that has only text opens as paragraphs, and an empty one as nothing', () => {
  expect(parseDocument(null, 'Første\nlinje\r\n\r\nAndre')).toEqual({
    readOnly: false,
    document: {
      version: 1,
      blocks: [
        {
          type: 'paragraph',
          content: [{ type: 'text', text: 'Første' }, { type: 'break' }, { type: 'text', text: 'linje' }],
        },
        { type: 'paragraph', content: [{ type: 'text', text: 'Andre' }] },
      ],
    },
  });
  expect(documentOfText(' \n\n ')).toEqual(EMPTY_DOCUMENT);
});

const cell = (text: string) => ({ type: 'cell', content: [{ type: 'text', text }] });
const table = { type: 'table', rows: [{ type: 'row', cells: [cell('celle 1'), cell('celle 2')] }] };

test('an unknown block opens read-only with the known parts and its text: saving would have lost it', () => {
  const json = JSON.stringify({ version: 1, blocks: [note.blocks[0], table] });
  const parsed = parseDocument(json, '');
  expect(parsed).toEqual({
    readOnly: true,
    reason: 'unknown',
    document: { blocks: [note.blocks[0], { type: 'placeholder', name: 'table', text: 'celle 1\ncelle 2' }] },
  });
  expect(documentText(parsed.document)).toBe('Samtale\ncelle 1\ncelle 2');
  expect(understoodDocument(json)).toBeNull();
});

test('an unknown inline node, mark, property or kind is not understood either', () => {
  const paragraph = (inline: unknown) =>
    JSON.stringify({ version: 1, blocks: [{ type: 'paragraph', content: [inline] }] });
  const strange = [
    { type: 'date', text: '29. mars', at: 1 },
    { type: 'text', text: 'x', marks: ['underline'] },
    { type: 'text', text: 'x', grade: '1AC' },
    { type: 'text', text: 'to\nlinjer' },
    { type: 'mention', to: lind, kind: 'drone', label: 'x', link: 'mentions' },
    { type: 'mention', to: 'not an id', kind: 'person', label: 'x', link: 'mentions' },
    'x',
    null,
  ];
  for (const inline of strange) {
    const parsed = parseDocument(paragraph(inline), '');
    expect(parsed.readOnly && parsed.reason).toBe('unknown');
    expect(parsed.document.blocks[0]).toMatchObject({ content: [{ type: 'placeholder' }] });
  }
});

test('a document of a newer format says so and still shows what it can', () => {
  const parsed = parseDocument(JSON.stringify({ version: 2, blocks: note.blocks, signed: true }), '');
  expect(parsed.readOnly && parsed.reason).toBe('newer');
  expect(documentText(parsed.document)).toBe(documentText(note));
});

test('a cut document, other JSON and nothing at all open read-only with the plain text of the note', () => {
  for (const json of [serializeDocument(note).slice(0, 100), '', 'null', '[]', '{}', '{"version":"1"}', '7']) {
    const parsed = parseDocument(json, 'Det som var skrevet');
    expect(parsed.readOnly && parsed.reason).toBe('damaged');
    expect(documentText(parsed.document)).toBe('Det som var skrevet');
  }
});

test('lists nested by the thousand neither pass nor exhaust the stack', () => {
  const depth = 20_000;
  const open = '{"type":"list","style":"bullet","content":[';
  const json = `{"version":1,"blocks":[${open.repeat(depth)}{"type":"item","content":[{"type":"text","text":"dypt"}]}${']}'.repeat(depth)}]}`;
  const parsed = parseDocument(json, '');
  expect(parsed.readOnly).toBe(true);
  expect(documentText(parsed.document)).toContain('dypt');
});
