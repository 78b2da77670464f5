import { afterEach, beforeEach, expect, it } from 'vitest';
import { buildBriefing } from '#main/briefing/build.ts';
import type { BriefingContext } from '#main/briefing/material.ts';
import type { RecordId } from '#model/ids.ts';
import { openTestBook, type TestBook } from '#tests/helpers/book.ts';
import { at, NIGHT, when } from './lind.ts';

let test: TestBook;
let context: BriefingContext;
let caseId: RecordId;

beforeEach(async () => {
  test = await openTestBook({ now: NIGHT });
  context = { book: test.book, person: { name: 'Fjære', role: 'analyst' }, purpose: 'demo', now: () => NIGHT };
  const { value } = await test.book.command('x', (tx) =>
    tx.insert('case', { name: 'Lind', marking: 'fortrolig', status: 'open', zone: 'Europe/Oslo' }),
  );
  caseId = value.id;
});
afterEach(() => test.remove());

async function rows(language: 'nb' | 'en' = 'nb') {
  const { sections, landscape } = await buildBriefing(context, { caseId, profile: 'kronologi', language });
  expect(landscape).toBe(true);
  const [table] = sections.flatMap(({ blocks }) => blocks.filter((block) => block.type === 'table'));
  return (table?.rows ?? []).map(({ cells }) =>
    cells.map(({ text, note }) => [text, note].filter(Boolean).join(' | ')),
  );
}

// Would catch: an order told as in force before it was served, after it had ended, or on a day it may not have held yet.
it('tells of each event which order bound him then, and where that cannot be known', async () => {
  const header = { caseId };
  await test.book.command('x', async (tx) => {
    const order = {
      variant: 'restraining_order',
      decidedAt: at('2026-03-01T10:00'),
      servedAt: at('2026-03-02T14:20'),
      toAt: at('2026-03-20T00:00'),
    } as const;
    await tx.insert('order', order, header);
    const events = [
      ['2026-02-27', '12:00'],
      ['2026-03-01', '12:00'],
      ['2026-03-02', ''],
      ['2026-03-02', '14:20'],
      ['2026-03-19', '23:59'],
      ['2026-03-20', '00:00'],
    ] as const;
    for (const [date, time] of events)
      await tx.insert('contact', { happened: when(date, time), text: 'Ringte.' }, header);
    await tx.insert('contact', { text: 'Uten tid.' }, header);
  });
  const name = 'Besøksforbud';
  expect((await rows()).map((cells) => cells[4])).toEqual([
    'ingen',
    `${name}: besluttet, ikke forkynt: ikke i kraft mot ham`,
    `${name}, usikkert: tiden er ikke kjent nøye nok`,
    name,
    name,
    'ingen',
    'tid ikke kjent',
  ]);
});

// Would catch: a channel, place, source or grade that is lost on the way to the lawyer; a grade told of a statement that
// may be passed on only on conditions; a language mixed into the other.
it('tells channel, place, source and grading, in both languages', async () => {
  const header = { caseId };
  await test.book.command('x', async (tx) => {
    const event = await tx.insert(
      'threat',
      {
        happened: when('2026-03-10', '08:00'),
        text: 'Brev i postkassen.',
        textEn: 'A letter in the box.',
        channels: ['letter'],
        placeText: 'oppgangen',
        source: 'naboen',
        confidence: 'unconfirmed',
        sender: 'probable',
      },
      header,
    );
    const other = await tx.insert('contact', { happened: when('2026-03-11'), text: 'Ringte.', contacts: 7 }, header);
    const mention = (to: RecordId) => ({ type: 'mention', to, kind: 'threat', label: 'brevet', link: 'mentions' });
    const grade = (handling: string) => ({ type: 'grade', source: '2', information: 'B', handling, basis: 'fact' });
    const paragraph = (to: RecordId, handling: string) => ({
      type: 'paragraph',
      content: [{ type: 'text', text: 'Sett av nabo ' }, mention(to), grade(handling)],
    });
    const document = JSON.stringify({ version: 1, blocks: [paragraph(event.id, 'P'), paragraph(other.id, 'C')] });
    await tx.insert('note', { text: 'x', document, documentVersion: 1 }, header);
  });
  const [letter, calls] = await rows();
  expect(letter?.slice(1, 4)).toEqual([
    'Brev i postkassen. | Trussel',
    'Brev | oppgangen',
    'naboen | ikke bekreftet · avsender: sannsynlig · gradert 2-B-P',
  ]);
  expect(calls?.[1]).toContain('7 kontakter');
  expect(calls?.[3]).toBe('kilde ikke ført');
  expect((await rows('en'))[0]?.slice(1, 4)).toEqual([
    'A letter in the box. | Threat',
    'Letter | oppgangen',
    'naboen | not confirmed · sender: probable · graded 2-B-P',
  ]);
});
