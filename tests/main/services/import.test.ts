import { readFile } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ImportSummary, ImportTarget } from '#contract/import.ts';
import { importHandlers } from '#main/services/import.ts';
import { orderHandlers } from '#main/services/order.ts';
import { sessionHandlers } from '#main/services/session.ts';
import { timelineHandlers } from '#main/services/timeline.ts';
import { openTestContext, type TestContext } from '#tests/helpers/context.ts';

let test: TestContext;
beforeEach(async () => {
  test = await openTestContext();
});
afterEach(() => test.remove());

async function upload(bytes: Uint8Array): Promise<string> {
  const { uploadId } = await importHandlers['import.begin'](test.context, { sizeBytes: bytes.length });
  for (let from = 0; from < bytes.length; from += 1_000) {
    await importHandlers['import.append'](test.context, { uploadId, bytes: bytes.subarray(from, from + 1_000) });
  }
  return uploadId;
}

async function preview(uploadId: string, target: ImportTarget) {
  return importHandlers['import.preview'](test.context, {
    uploadId,
    target,
    zone: 'Europe/Oslo',
    mapping: null,
    offset: 0,
    limit: 200,
  });
}

async function importText(text: string | Uint8Array, target: ImportTarget) {
  const uploadId = await upload(typeof text === 'string' ? Buffer.from(text) : text);
  const { mapping } = await preview(uploadId, target);
  return importHandlers['import.confirm'](test.context, { uploadId, target, zone: 'Europe/Oslo', mapping });
}

const HEAD = 'date,time,precision,kind,actor,location,text_en,text_nb,source,confidence\n';
const chronology = (name: string) => readFile(new URL(`../../../resources/demo/${name}.csv`, import.meta.url));
const rowsIn = ({ imported }: ImportSummary) => Object.values(imported).reduce((sum, n) => sum + n, 0);

describe('import of the published chronologies', () => {
  // Counts were taken from the files with another tool.
  it.each([
    ['eremia-v-moldova', 34, { minute: 0, day: 28, month: 5, year: 1 }, { order_breach: 3, order: 1, court: 7 }],
    ['opuz-v-turkey', 47, { minute: 1, day: 38, month: 4, year: 4 }, { remand: 2, report: 7, court: 18 }],
    [
      'lenahan-gonzales-v-united-states',
      31,
      { minute: 13, day: 11, month: 3, year: 4 },
      { order: 2, threat: 1, note: 10 },
    ],
  ])('takes every row of %s', async (name, rows, precision, some) => {
    const { caseId, summary } = await importText(await chronology(name), { caseName: name });
    expect(summary).toMatchObject({ rows, precision, imported: some, refusedRows: 0, skippedRows: 0 });
    expect(rowsIn(summary)).toBe(rows);
    const { entries } = await timelineHandlers['timeline.list'](test.context, { caseId, offset: 0, limit: 1_000 });
    expect(entries).toHaveLength(rows);
    // Equal times keep the order of the telling.
    const order = [...entries].sort((a, b) => a.startsAt - b.startsAt || a.storyOrder - b.storyOrder);
    expect(entries).toEqual(order);
  });

  it('makes each named person once and institutions never', async () => {
    const { summary } = await importText(await chronology('opuz-v-turkey'), { caseName: 'Opuz' });
    expect(summary.created).toEqual({ case: 1, person: 3, case_person: 3 });
  });

  // Would catch: a second import that doubles the case, or one that skips rows of another case.
  it('skips what the case has already, and only there', async () => {
    const bytes = await chronology('eremia-v-moldova');
    const first = await importText(bytes, { caseName: 'Eremia' });
    const uploadId = await upload(bytes);
    const again = await preview(uploadId, { caseId: first.caseId });
    expect(again.summary).toMatchObject({ skippedRows: 34, imported: {}, created: {} });
    const elsewhere = await preview(uploadId, { caseName: 'Another' });
    expect(elsewhere.summary).toMatchObject({ skippedRows: 0, created: { case: 1, person: 2, case_person: 2 } });
  });

  it('is taken back by one undo, case and persons too', async () => {
    await importText(await chronology('eremia-v-moldova'), { caseName: 'Eremia' });
    await sessionHandlers['history.undo'](test.context, {});
    const left = await test.book.first<{ n: number }>('SELECT count(*) AS n FROM record');
    expect(left?.n).toBe(0);
    expect(await test.book.verify()).toMatchObject({ ok: true });
  });
});

describe('import', () => {
  it('keeps identical rows of one file apart, and skips both the next time', async () => {
    const text = `${HEAD}${'2026-03-01,,day,contact,Threat actor,,called,ringte,log,verified\n'.repeat(3)}`;
    const first = await importText(text, { caseName: 'Case' });
    expect(first.summary.imported).toEqual({ contact: 3 });
    const again = await preview(await upload(Buffer.from(text)), { caseId: first.caseId });
    expect(again.summary.skippedRows).toBe(3);
  });

  it('previews what it then does, and writes nothing before', async () => {
    const text = `${HEAD}2026-03-29,02:30,minute,threat,,,x,x,,\n2026-03-29,03:30,minute,threat,Child 1,,x,x,,\nx,,day,threat,,,x,x,,\n`;
    const uploadId = await upload(Buffer.from(text));
    const seen = await preview(uploadId, { caseName: 'Case' });
    expect(seen.summary.refused).toEqual([
      { line: 2, reason: 'TIME_MISSING' },
      { line: 4, reason: 'DATE_INVALID' },
    ]);
    expect(seen.page.map((row) => [row.line, row.state])).toEqual([
      [2, 'refused'],
      [3, 'new'],
      [4, 'refused'],
    ]);
    expect((await test.book.checkpoint()).seq).toBe(0);
    const done = await importText(text, { caseName: 'Case' });
    expect(done.summary).toEqual(seen.summary);
  });

  // Would catch: a new case left behind by an import of nothing.
  it('writes nothing when no row can be imported', async () => {
    await expect(importText(`${HEAD}x,,day,threat,,,x,x,,\n`, { caseName: 'Case' })).rejects.toMatchObject({
      code: 'NOTHING_TO_IMPORT',
    });
    expect((await test.book.checkpoint()).seq).toBe(0);
  });

  it('refuses a file that is not UTF-8, and an empty one', async () => {
    await expect(importText(Buffer.from([0x61, 0xff, 0x0a]), { caseName: 'x' })).rejects.toMatchObject({
      code: 'FILE_NOT_UTF8',
    });
    await expect(importText('', { caseName: 'x' })).rejects.toMatchObject({ code: 'FILE_EMPTY' });
  });

  // Would catch: a file that is refused as a wrong call, or only after all of it was read.
  it('refuses a file over 100 MB before a byte of it is taken, and says the limit', async () => {
    const begin = (sizeBytes: number) => importHandlers['import.begin'](test.context, { sizeBytes });
    await expect(begin(100 * 1024 * 1024 + 1)).rejects.toMatchObject({
      code: 'FILE_TOO_LARGE',
      data: { limit: 104_857_600, megabytes: 100 },
    });
    await expect(begin(100 * 1024 * 1024)).resolves.toMatchObject({ uploadId: expect.any(String) });
  });

  // Would catch: an import across several commands that undo takes back in part, or that a stop leaves half done.
  it('is one step however many rows, and leaves nothing when it is stopped', async () => {
    const rows = Array.from(
      { length: 12_000 },
      (_, n) => `2026-03-01,,day,contact,Threat actor,,called ${n},ringte ${n},log,verified`,
    );
    const text = `${HEAD}${rows.join('\n')}\n`;
    const uploadId = await upload(Buffer.from(text));
    const { mapping } = await preview(uploadId, { caseName: 'Case' });
    const stopping = { ...test.context, emit: () => void importHandlers['import.cancel'](stopping, { uploadId }) };
    const stopped = await importInto(stopping, text, mapping);
    expect(stopped).toMatchObject({ code: 'CANCELLED' });
    expect((await test.book.first<{ n: number }>('SELECT count(*) AS n FROM record'))?.n).toBe(0);

    const { summary } = await importText(text, { caseName: 'Case' });
    expect(summary.imported).toEqual({ contact: 12_000 });
    await sessionHandlers['history.undo'](test.context, {});
    expect((await test.book.first<{ n: number }>('SELECT count(*) AS n FROM record'))?.n).toBe(0);
    expect(await test.book.verify()).toMatchObject({ ok: true });
  });
});

async function importInto(
  context: TestContext['context'],
  text: string,
  mapping: Parameters<(typeof importHandlers)['import.confirm']>[1]['mapping'],
) {
  const { uploadId } = await importHandlers['import.begin'](context, { sizeBytes: Buffer.byteLength(text) });
  await importHandlers['import.append'](context, { uploadId, bytes: Buffer.from(text) });
  const target = { caseName: 'Case' };
  return importHandlers['import.confirm'](context, { uploadId, target, zone: 'Europe/Oslo', mapping }).catch(
    (error: unknown) => error,
  );
}

describe('a chronology that contradicts itself', () => {
  const days = (...rows: readonly (readonly [date: string, kind: string, text: string])[]) =>
    HEAD + rows.map(([date, kind, text]) => `${date},,day,${kind},Threat actor,,${text},,file,verified\n`).join('');
  const breach = ['2026-03-01', 'order_breach', 'Stands outside her door'] as const;

  // Would catch: a row refused because it cannot be true, or told by nobody once it came by a file. From the text of the
  // law: whoever is arrested is heard, remanded, indicted and judged, in that order.
  it.each([
    [
      'a hearing before the arrest',
      'step_before_step',
      ['2026-03-02', 'court', 'Remand hearing'],
      ['2026-03-04', 'arrest', 'Arrested'],
    ],
    [
      'a remand before the arrest',
      'step_before_step',
      ['2026-03-02', 'remand', 'Remanded'],
      ['2026-03-04', 'arrest', 'Arrested'],
    ],
    [
      'a judgment before the indictment',
      'step_before_step',
      ['2026-03-10', 'court', 'Convicted'],
      ['2026-04-10', 'court', 'Indicted'],
    ],
    [
      'two arrests that are told of one breach',
      'two_readings',
      ['2026-03-02', 'arrest', 'Arrested'],
      ['2026-03-03', 'arrest', 'Arrested at home'],
    ],
  ] as const)('keeps and shows %s', async (_, code, first, second) => {
    const { caseId, summary } = await importText(days(breach, first, second), { caseName: 'Motstrid' });
    expect(summary).toMatchObject({ rows: 3, refusedRows: 0, skippedRows: 0 });
    const { contradictions } = await orderHandlers['order.contradictions'](test.context, { caseId });
    expect(contradictions.map((one) => one.code)).toContain(code);
  });

  // Would catch: a hearing that is only set for a day read as one that was held before the arrest.
  it('takes a hearing that is only scheduled for none that was held', async () => {
    const rows = days(
      breach,
      ['2026-03-02', 'court', 'Remand hearing scheduled'],
      ['2026-03-04', 'arrest', 'Arrested'],
    );
    const { caseId } = await importText(rows, { caseName: 'Berammet' });
    expect(await orderHandlers['order.contradictions'](test.context, { caseId })).toEqual({ contradictions: [] });
  });
});
