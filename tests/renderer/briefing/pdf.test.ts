import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { NewRow } from '#db/book.ts';
import { buildBriefing } from '#main/briefing/build.ts';
import type { BriefingContext } from '#main/briefing/material.ts';
import { type BriefingDocument, PROFILES, type Profile } from '#model/briefing.ts';
import type { RecordId } from '#model/ids.ts';
import { whenAtMinute } from '#model/when.ts';
import { openTestBook, type TestBook } from '#tests/helpers/book.ts';
import { CHRONOLOGIES, chronologyRows, importChronology } from '#tests/main/briefing/chronologies.ts';
import { type LindCase, NIGHT, SECRETS, STAFFING, writeLindCase } from '#tests/main/briefing/lind.ts';
import { buildPrintPage, type PrintPage } from './print-page.ts';
import { oneSpace, readPdf } from './read-pdf.ts';

let test: TestBook;
let page: PrintPage;
let lind: LindCase;
let context: BriefingContext;

beforeAll(async () => {
  page = await buildPrintPage();
  test = await openTestBook({ now: NIGHT });
  lind = await writeLindCase(test.book);
  context = { book: test.book, person: { name: 'Fjære', role: 'analyst' }, purpose: 'demo', now: () => NIGHT };
});
afterAll(async () => {
  await test.remove();
  await page.remove();
});

async function print(caseId: RecordId, profile: Profile = 'leder', language: 'nb' | 'en' = 'nb') {
  const document = await buildBriefing(context, { caseId, profile, language });
  const bytes = await page.print(document);
  return { document, bytes, pdf: readPdf(bytes) };
}

function onEveryPage(document: BriefingDocument): string[] {
  const { markingText, copyText, checkpointText, reference, demonstration } = document;
  return [markingText, copyText, checkpointText, reference, demonstration ?? ''];
}

/** Events as rows of a long case, so many that they fill tens of pages. */
async function longCase(count: number): Promise<RecordId> {
  const { value } = await test.book.command('test', async (tx) => {
    const values = { name: 'Lang sak', marking: 'strengt_fortrolig', status: 'open', zone: 'Europe/Oslo' } as const;
    const { id: caseId } = await tx.insert('case', values);
    const rows = Array.from({ length: count }, (_, index): NewRow<'incident'> => {
      const text = `Hendelse nummer ${index + 1}. ${'Han sto utenfor og ropte navnet hennes. '.repeat(1 + (index % 7))}`;
      const happened = whenAtMinute(NIGHT - (count - index) * 3_600_000, 'Europe/Oslo');
      return { values: { text, happened, source: 'logg' }, header: { caseId, storyOrder: index } };
    });
    await tx.insertMany('incident', rows);
    return caseId;
  });
  return value;
}

describe('a printed briefing', () => {
  // Would catch: a chronology that lost a row, a text cut off by a page's end, or words that cannot be copied out.
  it.each(CHRONOLOGIES)('holds every event of %s', async (name) => {
    const caseId = await importChronology(test.book, name);
    for (const language of ['nb', 'en'] as const) {
      const { pdf } = await print(caseId, 'leder', language);
      const text = pdf.text();
      const told = chronologyRows(name).map((row) => oneSpace(language === 'nb' ? row.text_nb : row.text_en));
      expect(told.filter((event) => !text.includes(event))).toEqual([]);
    }
  });

  // Would catch: a page that can be taken from the stack without saying how secret it is and which copy it is of.
  it.each(PROFILES)('says on every page what it is: %s', async (profile) => {
    const { document, pdf } = await print(lind.caseId, profile);
    for (let number = 1; number <= pdf.pages; number += 1) {
      const text = pdf.text(number);
      for (const part of onEveryPage(document)) expect(text, `page ${number}`).toContain(oneSpace(part));
      expect(text).toContain(`side ${number} av ${pdf.pages}`);
      expect(text.match(/\bFORTROLIG\b/g)?.length, `page ${number}`).toBeGreaterThanOrEqual(2);
    }
  });

  // Would catch: a PDF a screen reader cannot walk, or one whose title tells whom it is about.
  it('is tagged, in its language, with an outline, and titled with nothing but the program', async () => {
    const { bytes, pdf } = await print(lind.caseId, 'leder', 'en');
    const raw = Buffer.from(bytes).toString('latin1');
    expect(pdf.info.get('Tagged')).toBe('yes');
    expect(pdf.info.get('Title')).toBe('Vernebok');
    expect(pdf.info.get('Page size')).toContain('A4');
    expect(raw).toContain('/Lang (en)');
    expect(raw).toContain('/Outlines');
    expect(pdf.structure()).toMatch(/H1[\s\S]*H2[\s\S]*Table[\s\S]*TH[\s\S]*Scope \/Column/);
  });

  // Would catch: a value that is covered on paper and still in the file.
  it('holds nothing that is withheld, in no layer', async () => {
    for (const profile of PROFILES) {
      const { pdf } = await print(lind.caseId, profile);
      const text = pdf.text().toLowerCase();
      expect(Object.values(SECRETS).filter((secret) => text.includes(secret.toLowerCase()))).toEqual([]);
      if (profile === 'leder' || profile === 'patrulje') expect(text).toContain('skjermet');
      if (profile === 'patrulje') expect(text).not.toContain(STAFFING.decidedBy.toLowerCase());
    }
  });

  // Would catch: a row torn in two, a table without its heading after a page break, a heading alone at a page's end.
  it('cuts a long case into pages that can be read', async () => {
    const { document, pdf } = await print(await longCase(1_000));
    const rows = document.sections.find(({ id }) => id === 'chronology')?.blocks.find(({ type }) => type === 'table');
    const told = rows?.type === 'table' ? rows.rows.map(({ cells }) => oneSpace(cells[2]?.text ?? '')) : [];
    expect(told).toHaveLength(1_000);
    const pages = pdf.drawn();
    expect(pages).toHaveLength(pdf.pages);
    const whole = told.filter((text) => pages.some((shown) => shown.includes(text)));
    expect(whole).toHaveLength(1_000);
    const first = pages.findIndex((text) => text.includes('Saksgang alt som er ført inn'));
    for (const [index, text] of pages.entries()) {
      expect(text, `page ${index + 1}`).toContain('STRENGT FORTROLIG');
      if (index > first) expect(text, `page ${index + 1}`).toContain('Tid Type Hva');
    }
    expect(pages[first]).toMatch(/Saksgang.*Hendelse nummer 1\./);
  });

  // Would catch: a card that falls on two sheets in the ordinary case of one protected person.
  it('gives a patrol one page', async () => {
    const berg = (await test.book.list('case_person')).find(({ values }) => values.personId === lind.berg);
    await test.book.command('test', async (tx) => tx.remove(berg?.id ?? lind.berg, 'egen sak'));
    expect((await print(lind.caseId, 'patrulje')).pdf.pages).toBe(1);
    await test.book.undo();
  });
});
