import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { renderNote } from '#main/note-export/render.ts';
import { noteHandlers } from '#main/services/note.ts';
import { searchHandlers } from '#main/services/search.ts';
import { DOCUMENT_VERSION, type NoteDocument, serializeDocument } from '#model/document/format.ts';
import type { RecordId } from '#model/ids.ts';
import { openTestContext, type TestContext } from '#tests/helpers/context.ts';
import { HARD_TEXTS } from '#tests/helpers/hard-texts.ts';
import { unzip } from '#tests/helpers/zip.ts';

/** One word of a megabyte is what a paste can bring; of what has a million lines a fifth is enough. */
const LENGTHS: Readonly<Record<string, number>> = { 'line ends of another kind': 200_000 };
const MEGABYTE = 1_000_000;

let test: TestContext;
let caseId: RecordId;
beforeAll(async () => {
  test = await openTestContext();
  const { value } = await test.book.command('add', async (tx) => {
    const own = await tx.insert('case', { name: 'Lind', marking: 'fortrolig', status: 'open', zone: 'Europe/Oslo' });
    await tx.insert('place', { label: 'Ny', address: 'Skjulveien 12', protection: 'strengt_fortrolig' });
    await tx.insert('alarm', { unit: 'VA-1', codeWord: 'kvitfjell' }, { caseId: own.id });
    return own.id;
  });
  caseId = value;
});
afterAll(() => test.remove());

describe('a note of a megabyte of', () => {
  // Would catch: work that grows with the square of a text's length: the core would be at it for hours, and nothing else is
  // answered meanwhile.
  it.each(Object.entries(HARD_TEXTS))('%s is committed, found, exported and read back', async (name, make) => {
    const { context } = test;
    const length = LENGTHS[name] ?? MEGABYTE;
    const text = make(length);
    const content = (words: string): NoteDocument => ({
      version: DOCUMENT_VERSION,
      blocks: [{ type: 'paragraph', content: [{ type: 'text', text: words }] }],
    });
    const { id } = await noteHandlers['note.create'](context, { caseId, heading: '' });
    // A code word in the line lets the whole of it be searched for what is withheld.
    const document = serializeDocument(content(`Fjellrev ${text} kvitfjell Skjulveien 12`));
    await noteHandlers['note.commit'](context, { id, heading: 'Lang', document });
    expect((await noteHandlers['note.open'](context, { id })).note.values.document).toBe(document);
    const hits = await searchHandlers['search.query'](context, { text: 'fjellrev', caseId, limit: 50 });
    expect(hits.map((hit) => hit.id)).toContain(id);
    for (const format of ['md', 'docx'] as const) {
      const input = { id, format, purpose: 'internal', language: 'nb' } as const;
      const { base64, withheld } = await renderNote(context, input);
      const bytes = Buffer.from(base64, 'base64');
      const written = format === 'md' ? bytes.toString() : (unzip(bytes).get('word/document.xml')?.toString() ?? '');
      expect(withheld).toBeGreaterThan(0);
      expect(/kvitfjell|Skjulveien/.test(written)).toBe(false);
    }
    const plain = serializeDocument(content(text));
    await noteHandlers['note.commit'](context, { id, heading: 'Lang', document: plain });
    const { base64 } = await renderNote(context, { id, format: 'md', purpose: 'internal', language: 'nb' });
    expect(Buffer.from(base64, 'base64').length).toBeGreaterThan(length / 2);
    expect((await noteHandlers['note.version'](context, { id, version: 2 })).document).toBe(document);
    expect((await noteHandlers['note.open'](context, { id })).note.values.document).toBe(plain);
  });
});
