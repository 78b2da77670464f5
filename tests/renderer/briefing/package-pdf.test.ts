import { inflateSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildBriefing, reviewBriefing } from '#main/briefing/build.ts';
import type { BriefingContext } from '#main/briefing/material.ts';
import { decideSentences } from '#main/briefing/package/review.ts';
import type { RecordId } from '#model/ids.ts';
import { openTestBook, type TestBook } from '#tests/helpers/book.ts';
import { at, type LindCase, NIGHT, when, writeLindCase } from '#tests/main/briefing/lind.ts';
import { buildPrintPage, type PrintPage } from './print-page.ts';
import { readPdf } from './read-pdf.ts';

let test: TestBook;
let page: PrintPage;
let lind: LindCase;
let context: BriefingContext;

/** What the charged person must never get, each under a word that stands nowhere else in the case. */
const NEVER = {
  address: 'Zirkonveien 7',
  access: 'Zebradør bak skuret',
  phone: '923 45 678',
  label: 'Zenitskolen',
  wish: 'zoologisk hage med søsteren',
  assessment: 'zikkzakk i risiko',
  crew: 'Zakariassen',
  instruction: 'Zoneinstruks seks',
  note: 'zinkgrå notatlinje',
  basis: 'zeppeliner avhør',
  needsNow: 'zalo og zoo',
  whereHeIs: 'zeta kvartal',
  kept: 'zelle nitten',
  fileName: 'Zikkerhetsplan.pdf',
  otherFile: 'zutkast.docx',
  alarmText: 'Zoras alarm gikk',
  decided: 'Zoras søster bor i Zand',
};

beforeAll(async () => {
  page = await buildPrintPage();
  test = await openTestBook({ now: NIGHT });
  lind = await writeLindCase(test.book);
  context = { book: test.book, person: { name: 'Fjære', role: 'analyst' }, purpose: 'demo', now: () => NIGHT };
  await test.book.command('test', plant);
});
afterAll(async () => {
  await test.remove();
  await page.remove();
});

async function plant(tx: Parameters<Parameters<TestBook['book']['command']>[1]>[0]): Promise<void> {
  const header = { caseId: lind.caseId };
  const hers = { personId: lind.lind, protection: 'none' } as const;
  await tx.insert('place', { ...hers, label: 'Ny bolig', type: 'home', address: NEVER.address, access: NEVER.access });
  const { id: school } = await tx.insert('place', { ...hers, label: NEVER.label, type: 'school' });
  await tx.insert('contact_point', { ...hers, rule: 'danger', channel: 'call', value: NEVER.phone });
  await tx.insert('wish', { type: 'wish', words: NEVER.wish, personId: lind.lind }, header);
  await tx.insert('assessment', { level: 'high', statement: NEVER.assessment, happened: when('2026-03-26') }, header);
  await tx.insert('measure', { type: 'guarding', status: 'active', crew: NEVER.crew }, header);
  await tx.insert('alarm', { unit: 'VA-9', instruction: NEVER.instruction, personId: lind.lind }, header);
  await tx.insert('note', { text: NEVER.note, happened: when('2026-03-27') }, header);
  await tx.insert('child_interview', { personId: lind.lind, interviewType: 'mandatory', basis: NEVER.basis }, header);
  const { id: breach } = await tx.insert(
    'breach',
    {
      happened: when('2026-03-28', '23:10'),
      placeId: school,
      text: `Sto ved porten. ${NEVER.decided}. Ringte ${NEVER.phone} etterpå. ${NEVER.crew} kom til.`,
      needsNow: NEVER.needsNow,
      whereHeIs: NEVER.whereHeIs,
      status: 'reported',
    },
    header,
  );
  const step = { breachId: breach, step: 'alarm_raised', happened: when('2026-03-28', '23:11') } as const;
  await tx.insert('response_step', { ...step, text: NEVER.alarmText }, header);
  const evidence = { breachId: breach, securedAt: at('2026-03-29T01:00') } as const;
  const { id: photo } = await tx.insert(
    'evidence',
    { ...evidence, text: 'Bilde fra porten', kept: NEVER.kept },
    header,
  );
  await tx.insert('evidence', { ...evidence, type: 'alarm_recording', text: NEVER.alarmText }, header);
  const file = { mediaType: 'image/png', sizeBytes: 12, sha256: 'cd'.repeat(32) };
  const { id: told } = await tx.insert(
    'attachment',
    { ...file, name: 'Bilde', originalName: 'porten.png', description: NEVER.note, source: NEVER.wish },
    header,
  );
  const other = { ...file, sha256: 'ef'.repeat(32), name: NEVER.fileName, originalName: NEVER.otherFile };
  await tx.insert('attachment', other, header);
  await tx.insert('link', { fromId: told, toId: photo, type: 'evidence_for' }, header);
}

/** Every byte of the file that may carry words: as it is, and with each compressed stream opened. */
function layersOf(bytes: Uint8Array): Buffer[] {
  const raw = Buffer.from(bytes);
  const layers = [raw];
  for (let from = raw.indexOf('stream'); from >= 0; from = raw.indexOf('stream', from + 6)) {
    const start = raw[from + 6] === 0x0d ? from + 8 : from + 7;
    const end = raw.indexOf('endstream', start);
    if (end < 0) break;
    try {
      layers.push(inflateSync(raw.subarray(start, end), { finishFlush: 2 }));
    } catch {
      // A stream that is not compressed lies open in the file itself.
    }
  }
  return layers;
}

/** A text as a PDF may hold it: as bytes, in UTF-16, or in hexadecimal digits of that. */
function formsOf(text: string): Buffer[] {
  const wide = Buffer.from(text, 'utf16le').swap16();
  return [Buffer.from(text), Buffer.from(text, 'latin1'), wide, Buffer.from(wide.toString('hex').toUpperCase())];
}

const isWithheld = (bytes: Uint8Array) => {
  const pdf = readPdf(bytes);
  const told = [pdf.text(), pdf.structure(), ...pdf.info.values()].join('\n').toLowerCase();
  const layers = layersOf(bytes);
  return Object.values(NEVER).filter(
    (secret) =>
      told.includes(secret.toLowerCase()) ||
      layers.some((layer) => formsOf(secret).some((form) => layer.includes(form))),
  );
};

// Would catch: a planted address, number, wish, file name or sentence anywhere in the file that the charged person gets: in
// its text, its tags, its outline or its metadata.
it.each(['nb', 'en'] as const)(
  'holds no planted secret in any layer of the papers of the case: %s',
  async (language) => {
    const input = { caseId: lind.caseId, language } as const;
    for (const aboutId of [null, await plantedBreach()]) {
      for (const decision of ['withhold', null] as const) {
        const keys = (await reviewBriefing(context, { ...input, aboutId })).map(({ key }) => key);
        await decideSentences(test.book, lind.caseId, keys, decision);
        const document = await buildBriefing(context, { ...input, profile: 'saksdokumenter', aboutId });
        const bytes = await page.print(document);
        expect(readPdf(bytes).text()).toContain('Sto ved porten.');
        expect(readPdf(bytes).text()).toContain('porten.png');
        expect(isWithheld(bytes)).toEqual([]);
      }
    }
  },
);

// Would catch: a search of the layers that finds nothing because it looks in the wrong place.
it('finds a planted text where it is', async () => {
  const document = await buildBriefing(context, { caseId: lind.caseId, profile: 'jurist', language: 'nb' });
  expect(isWithheld(await page.print(document))).toContain(NEVER.assessment);
});

async function plantedBreach(): Promise<RecordId> {
  const all = await test.book.list('breach', { caseId: lind.caseId });
  return all.find(({ values }) => values.text?.startsWith('Sto ved porten'))?.id as RecordId;
}
