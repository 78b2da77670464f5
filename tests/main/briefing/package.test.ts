import { afterEach, beforeEach, expect, it } from 'vitest';
import { buildBriefing } from '#main/briefing/build.ts';
import { issueBriefing, recordExport } from '#main/briefing/issue.ts';
import type { BriefingContext } from '#main/briefing/material.ts';
import type { Profile } from '#model/briefing.ts';
import type { RecordId } from '#model/ids.ts';
import { openTestBook, type TestBook } from '#tests/helpers/book.ts';
import { at, type LindCase, NIGHT, when, writeLindCase } from './lind.ts';
import { sectionTexts, textsOf } from './texts.ts';

let test: TestBook;
let lind: LindCase;
let context: BriefingContext;
let orderId: RecordId;

/** What a charged person must never read, each planted where people write it. */
const NEVER = {
  address: 'Brattlia 7',
  access: 'bakdør ved søppelskuret',
  phone: '923 45 678',
  school: 'Åsly skole',
  alarm: 'Lind utløste alarmen og holdt seg inne',
  wish: 'vil sove hos søsteren på Ask',
  assessment: 'grov vold ved levering av barn',
  guard: 'to mann i oppgangen fra 21',
  interview: 'avhør av barn B på torsdag',
  response: 'alarmen gikk 21:31',
  note: 'hun vurderer å flytte til Ask',
};

beforeEach(async () => {
  test = await openTestBook({ now: NIGHT });
  lind = await writeLindCase(test.book);
  context = { book: test.book, person: { name: 'Fjære', role: 'analyst' }, purpose: 'demo', now: () => NIGHT };
  const header = { caseId: lind.caseId };
  await test.book.command('test', async (tx) => {
    const person = (await test.book.list('case_person', { caseId: lind.caseId })).find(
      ({ values }) => values.role === 'protected',
    )?.values.personId as RecordId;
    const places = [
      { label: 'Ny bolig', type: 'home', address: NEVER.address, access: NEVER.access },
      { label: NEVER.school, type: 'school' },
    ] as const;
    for (const one of places) await tx.insert('place', { ...one, personId: person, protection: 'none' });
    await tx.insert('contact_point', {
      personId: person,
      rule: 'danger',
      channel: 'call',
      value: NEVER.phone,
      protection: 'none',
    });
    await tx.insert('wish', { type: 'wish', words: NEVER.wish, personId: person }, header);
    await tx.insert('assessment', { level: 'high', statement: NEVER.assessment, happened: when('2026-03-26') }, header);
    await tx.insert('measure', { type: 'guarding', status: 'active', text: NEVER.guard }, header);
    await tx.insert('note', { text: NEVER.note }, header);
    await tx.insert(
      'child_interview',
      { personId: person, interviewType: 'mandatory', basis: NEVER.interview },
      header,
    );
    orderId = (
      await tx.insert(
        'order',
        {
          variant: 'restraining_order',
          decidedAt: at('2026-03-01T10:00'),
          servedAt: at('2026-03-01T14:20'),
          servedBy: 'stevnevitne Holm',
          servedProof: 'mottakskvittering 17',
        },
        header,
      )
    ).id;
    await tx.insert('order_term', { orderId, type: 'place', text: 'Oppgang B og fortauet' }, header);
    await tx.insert(
      'order_service',
      { orderId, attemptAt: at('2026-03-01T12:00'), outcome: 'failed', byWhom: 'stevnevitne Holm' },
      header,
    );
    const breach = await tx.insert(
      'breach',
      {
        orderId,
        happened: when('2026-03-28', '21:31'),
        channels: ['turning_up'],
        text: `M. sto i gården og ropte. ${NEVER.alarm}. Han ble til patruljen kom. Hun bor i ${NEVER.address} nå.`,
        witnesses: `Nabo i 2. etasje. Rektor ved ${NEVER.school}.`,
        needsNow: NEVER.wish,
        status: 'reported',
      },
      header,
    );
    const steps = [
      ['alarm_raised', '21:31', NEVER.response],
      ['patrol_there', '21:47', 'patrulje 31'],
      ['arrest_upheld', '22:58', 'skriftlig'],
    ] as const;
    for (const [step, time, text] of steps) {
      const values = { breachId: breach.id, step, happened: when('2026-03-28', time), text } as const;
      await tx.insert('response_step', values, header);
    }
    const evidence = { breachId: breach.id, securedAt: NIGHT } as const;
    await tx.insert('evidence', { ...evidence, text: 'Opptak 21:31–21:49', type: 'alarm_recording' }, header);
    await tx.insert(
      'evidence',
      { ...evidence, text: 'Kroppskamera, patrulje 31', type: 'body_camera', sha256: 'ab'.repeat(32) },
      header,
    );
  });
});
afterEach(() => test.remove());

const build = (profile: Profile, language: 'nb' | 'en' = 'nb') =>
  buildBriefing(context, { caseId: lind.caseId, profile, language });

// Would catch: a place, number, alarm, wish, assessment or interview that the charged person reads in his own papers.
it.each(['nb', 'en'] as const)(
  'tells the charged person nothing of where she is or how she is protected: %s',
  async (lang) => {
    const texts = textsOf(await build('saksdokumenter', lang)).join('\n');
    const found = Object.entries(NEVER).filter(([, secret]) => texts.toLowerCase().includes(secret.toLowerCase()));
    expect(found).toEqual([]);
    expect(texts).not.toMatch(/alarm/i);
    expect(texts).not.toContain('21.47');
  },
);

// Would catch: a redaction that takes what the court needs: the service, the terms, what he did, the checksum.
it('holds the order with its proof of service, the breach sheet, the evidence and the chronology', async () => {
  const document = await build('saksdokumenter');
  expect(sectionTexts(document, 'orders').join('\n')).toMatch(
    /stevnevitne Holm[\s\S]*mottakskvittering 17[\s\S]*Oppgang B/,
  );
  const sheets = sectionTexts(document, 'breaches').join('\n');
  expect(sheets).toContain('M. sto i gården og ropte.');
  expect(sheets).toContain('Pågripelsen opprettholdt');
  expect(sectionTexts(document, 'evidence').join('\n')).toContain('ab'.repeat(32));
  expect(document.sections.map(({ id }) => id)).toEqual(['orders', 'breaches', 'chronology', 'evidence', 'pattern']);
});

// Would catch: a lawyer's copy that lacks what only the lawyer may see, or does not say that it is no case document.
it('gives the lawyer the whole response, and says on it that it is no case document', async () => {
  const document = await build('jurist');
  expect(document.reference).toContain('ikke saksdokument');
  const texts = textsOf(document).join('\n');
  expect(texts).toContain('21.47');
  expect(texts).toContain(NEVER.assessment);
  expect(document.sections.map(({ id }) => id)).toContain('contradictions');
});

// Would catch: papers that left for the charged person without a row in the register of what he has been given.
it('leaves a row in the disclosure register when the case documents leave, and none for the lawyer', async () => {
  const printed = { pages: 4, sizeBytes: 84_213 };
  const input = { caseId: lind.caseId, language: 'nb' } as const;
  await recordExport(context, await issueBriefing(context, { ...input, profile: 'jurist' }), printed);
  expect(await test.book.list('disclosure')).toEqual([]);
  await recordExport(context, await issueBriefing(context, { ...input, profile: 'saksdokumenter' }), printed);
  const rows = await test.book.list('disclosure', { caseId: lind.caseId });
  expect(rows.map(({ values }) => values)).toMatchObject([{ form: 'case_documents', copyNumber: '2', givenAt: NIGHT }]);
  const reader = { ...context, person: { name: 'Leser', role: 'reader' } } as const;
  await expect(issueBriefing(reader, { ...input, profile: 'saksdokumenter' })).rejects.toMatchObject({
    code: 'ROLE_REFUSED',
  });
});
