import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BriefingInput, buildBriefing } from '#main/briefing/build.ts';
import { issueBriefing, recordExport } from '#main/briefing/issue.ts';
import type { BriefingContext } from '#main/briefing/material.ts';
import { type BriefingDocument, PROFILES, type Profile } from '#model/briefing.ts';
import { type Block, type GradeMark, type Inline, serializeDocument } from '#model/document/format.ts';
import { documentText } from '#model/document/text.ts';
import { newRecordId, type RecordId } from '#model/ids.ts';
import { openTestBook, type TestBook } from '#tests/helpers/book.ts';
import { type LindCase, NIGHT, SECRETS, writeLindCase } from './lind.ts';
import { sectionTexts, textsOf } from './texts.ts';

let test: TestBook;
let lind: LindCase;
let context: BriefingContext;
let id: RecordId;

const words = (text: string): Inline => ({ type: 'text', text });
const line = (...content: Inline[]): Block => ({ type: 'paragraph', content });
const grade = (handling: GradeMark['handling']): Inline => ({
  type: 'grade',
  source: '1',
  information: 'A',
  handling,
  basis: 'fact',
});
const BLOCKS: readonly Block[] = [
  { type: 'heading', level: 1, content: [words('Samtalen')] },
  line(words('Naboen så bilen. '), grade('P'), words(' Kilden er postbudet. '), grade('C')),
  line(words(`Hun bor i ${SECRETS.address} nå. Hun sover godt.`)),
  line(words('Ordet '), { type: 'text', text: SECRETS.codeWord, marks: ['bold'] }, words(' gjelder.')),
  line(words('Grå bil '), {
    type: 'struck',
    by: 'Fjære',
    at: NIGHT,
    reason: 'feil',
    content: [{ type: 'text', text: 'med skjær' }],
  }),
  { type: 'heading', level: 1, content: [words('Avtalt')] },
  {
    type: 'list',
    style: 'check',
    content: [{ type: 'item', checked: true, content: [words('Ringe henne')] }],
  },
  { type: 'image', attachment: newRecordId(), alt: 'Porten' },
];

beforeAll(async () => {
  test = await openTestBook({ now: NIGHT });
  lind = await writeLindCase(test.book);
  context = { book: test.book, person: { name: 'Fjære', role: 'lead' }, purpose: 'demo', now: () => NIGHT };
  const document = { version: 1, blocks: BLOCKS } as const;
  const values = {
    heading: `Samtale ved ${SECRETS.address}`,
    document: serializeDocument(document),
    documentVersion: 1,
    text: documentText(document),
  };
  id = (await test.book.command('test', (tx) => tx.insert('note', values, { caseId: lind.caseId }))).value.id;
});
afterAll(() => test.remove());

function build(input: Partial<BriefingInput> = {}): Promise<BriefingDocument> {
  return buildBriefing(context, {
    caseId: lind.caseId,
    profile: 'leder',
    language: 'nb',
    notes: [{ id }],
    ...input,
  });
}

const TELLING: Profile[] = ['leder', 'jurist'];

describe('a note that was chosen for a briefing', () => {
  // Would catch: a blocked address in a heading, a code word between two runs of text, a struck sentence, on any copy.
  it.each(TELLING)('tells nothing that is withheld or struck: %s', async (profile) => {
    const all = textsOf(await build({ profile })).join('\n');
    for (const secret of [SECRETS.address, SECRETS.codeWord, SECRETS.phone, 'skjær']) expect(all).not.toContain(secret);
    const told = sectionTexts(await build({ profile }), 'note-1').join('\n');
    expect(told).toContain('Hun sover godt.');
    expect(told).toContain('Ordet ▇▇▇▇▇ gjelder.');
    expect(told).toContain('Ringe henne (gjort)');
    expect(told).toContain('Porten');
  });

  // Would catch: a grade on a copy that leaves the unit; a statement with handling code C handed to somebody outside.
  it.each([
    ['leder', 'Naboen så bilen. [1-A-P] Kilden er postbudet. [1-A-C]', 0],
    ['jurist', 'Naboen så bilen. ▇▇▇▇▇', 1],
  ] as const)(
    'has grades for the lead alone, and by handling code its statements: %s',
    async (profile, text, barred) => {
      const document = await build({ profile });
      expect(sectionTexts(document, 'note-1')).toContain(text);
      expect(document.withheld.find(({ reason }) => reason === 'conditional')?.count ?? 0).toBe(barred);
    },
  );

  // Would catch: grades beside a statement of a criminal case (practice: off in criminal-case notes).
  it('has no grades when it belongs to a criminal case', async () => {
    await test.book.command('test', (tx) => tx.update('note', id, { criminalCase: true }));
    // In the chronology of the case, which tells every note, no more than where it was chosen.
    expect(textsOf(await build()).join('\n')).not.toContain('[1-A');
    await test.book.undo();
  });

  // Would catch: what lies under another heading told too; another part told after the note was changed.
  it('is told in the part that was chosen, or not at all', async () => {
    const document = await build({ notes: [{ id, part: { number: 1, heading: 'Avtalt' } }] });
    expect(sectionTexts(document, 'note-1').join('\n')).not.toContain('Hun sover godt.');
    expect(document.sections.find((section) => section.id === 'note-1')?.heading).toMatch(/^Notat: .*, Avtalt$/);
    const gone = build({ notes: [{ id, part: { number: 1, heading: 'Samtalen' } }] });
    await expect(gone).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  // Would catch: a note on a card that can be lost; a note of another case, or one that was struck.
  it('is refused on a card and among papers of the case, and where it is no note of the case', async () => {
    for (const profile of PROFILES.filter((one) => !TELLING.includes(one))) {
      await expect(build({ profile })).rejects.toMatchObject({ code: 'INVALID_VALUES' });
    }
    await expect(build({ notes: [{ id: newRecordId() }] })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await test.book.command('test', (tx) => tx.remove(id, 'feil sak'));
    await expect(build()).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await test.book.undo();
  });

  // Would catch: a note of a newer build told outside with its conditional statements and struck words, as plain text.
  it('is refused outside the lead when it has parts that are not understood', async () => {
    const document = JSON.stringify({ version: 99, blocks: [{ type: 'hologram' }] });
    const values = { document, documentVersion: 99, text: 'Nabo sa ditt [2-C-C] og [[struket bil]]' };
    const add = (more: object) => test.book.command('test', (tx) => tx.insert('note', { ...values, ...more }, lind));
    const { value } = await add({});
    expect(textsOf(await build({ notes: [{ id: value.id }] })).join('\n')).toContain('Nabo sa ditt');
    const outside = build({ profile: 'jurist', notes: [{ id: value.id }] });
    await expect(outside).rejects.toMatchObject({ code: 'NOTE_NOT_UNDERSTOOD' });
    const { value: criminal } = await add({ criminalCase: true });
    await expect(build({ notes: [{ id: criminal.id }] })).rejects.toMatchObject({ code: 'NOTE_NOT_UNDERSTOOD' });
    // Nor is it told among the records of the case, and the paper says that something was left out.
    for (const profile of PROFILES.filter((one) => one !== 'leder')) {
      const told = await build({ profile, notes: [] });
      expect(textsOf(told).join('\n')).not.toMatch(/Nabo sa|struket/);
      expect(told.withheld).toContainEqual(expect.objectContaining({ reason: 'conditional' }));
    }
    await test.book.undo();
    await test.book.undo();
  });

  // Would catch: a note that leaves without a line of its own in the use log.
  it('leaves a line for the copy and one for itself', async () => {
    const issued = await issueBriefing(context, {
      caseId: lind.caseId,
      profile: 'leder',
      language: 'nb',
      notes: [{ id }, { id, part: { number: 1, heading: 'Avtalt' } }],
    });
    await recordExport(context, issued, { pages: 2, sizeBytes: 10 });
    const uses = (await test.book.useLog({ limit: 10 })).filter(({ action }) => action === 'export');
    expect(uses.map(({ recordId, detail }) => [recordId, detail])).toEqual([
      [id, 'note in leder 1'],
      [lind.caseId, 'leder 1 (2 p, 10 B)'],
    ]);
  });
});
