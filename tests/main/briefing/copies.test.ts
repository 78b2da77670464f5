import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { BriefingInput } from '#main/briefing/build.ts';
import { listCopies, nextCopy } from '#main/briefing/copies.ts';
import { issueBriefing, recordExport, releaseBriefing } from '#main/briefing/issue.ts';
import type { BriefingContext } from '#main/briefing/material.ts';
import { newRecordId } from '#model/ids.ts';
import { openTestBook, type TestBook } from '#tests/helpers/book.ts';
import { type LindCase, NIGHT, writeLindCase } from './lind.ts';

let test: TestBook;
let lind: LindCase;
let context: BriefingContext;
let input: BriefingInput;

beforeEach(async () => {
  test = await openTestBook({ now: NIGHT });
  lind = await writeLindCase(test.book);
  context = { book: test.book, person: { name: 'Fjære', role: 'analyst' }, purpose: 'demo', now: () => NIGHT };
  input = { caseId: lind.caseId, profile: 'leder', language: 'nb' };
});
afterEach(() => test.remove());

const printed = { pages: 4, sizeBytes: 84_213 };

describe('copies of a briefing', () => {
  // Would catch: an export that leaves without its line, or a line that tells content.
  it('are in the use log by profile and number, and count on over a new session', async () => {
    await recordExport(context, await issueBriefing(context, input), printed);
    test.advance(60_000);
    await recordExport(context, await issueBriefing(context, { ...input, profile: 'patrulje' }), printed);
    const uses = (await test.book.useLog({ limit: 10 })).filter(({ action }) => action === 'export');
    expect(uses.map(({ recordId, detail }) => ({ recordId, detail }))).toEqual([
      { recordId: lind.caseId, detail: 'patrulje 2 (4 p, 84213 B)' },
      { recordId: lind.caseId, detail: 'leder 1 (4 p, 84213 B)' },
    ]);
    const book = await test.reopen();
    expect(await listCopies(book, lind.caseId)).toEqual([
      { at: NIGHT + 60_000, person: 'Test Person', profile: 'patrulje', copy: 2 },
      { at: NIGHT, person: 'Test Person', profile: 'leder', copy: 1 },
    ]);
    expect(await nextCopy(book, lind.caseId)).toBe(3);
  });

  // Would catch: two papers of the same number, out at the same time.
  it('never share a number, also when issued at once', async () => {
    const issued = await Promise.all([1, 2, 3, 4].map(() => issueBriefing(context, input)));
    expect(issued.map(({ document }) => document.copy).sort()).toEqual([1, 2, 3, 4]);
    expect(issued.map(({ document }) => document.copyText)).toContain('Eksemplar 4');
  });

  // Would catch: a number lost for good because someone closed the dialog, or given back and then used twice.
  it('give back the number of one that did not leave', async () => {
    const first = await issueBriefing(context, input);
    releaseBriefing(context, first);
    const again = await issueBriefing(context, input);
    expect(again.document.copy).toBe(1);
    await expect(issueBriefing(context, { ...input, caseId: newRecordId() })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await recordExport(context, again, printed);
    expect((await issueBriefing(context, input)).document.copy).toBe(2);
  });

  // Would catch: another case's copies, or another kind of export, counted as this case's.
  it('count a case alone, and briefings alone', async () => {
    const { value: other } = await test.book.command('test', async (tx) => {
      const values = { name: 'Rogn', marking: 'fortrolig', status: 'open', zone: 'Europe/Oslo' } as const;
      return (await tx.insert('case', values)).id;
    });
    await recordExport(context, await issueBriefing(context, { ...input, caseId: other }), printed);
    await test.book.use('export', { recordId: lind.caseId, detail: 'calendar 7' });
    await test.book.use('open', { recordId: lind.caseId, detail: 'leder 9 (1 p, 1 B)' });
    expect(await nextCopy(test.book, lind.caseId)).toBe(1);
  });
});
