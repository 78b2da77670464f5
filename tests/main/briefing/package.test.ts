import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildBriefing, reviewBriefing } from '#main/briefing/build.ts';
import { issueBriefing, recordExport } from '#main/briefing/issue.ts';
import type { BriefingContext } from '#main/briefing/material.ts';
import { decideSentences } from '#main/briefing/package/review.ts';
import type { Profile } from '#model/briefing.ts';
import type { RecordId } from '#model/ids.ts';
import { openTestBook, type TestBook } from '#tests/helpers/book.ts';
import { at, type LindCase, NIGHT, when, writeLindCase } from './lind.ts';
import { sectionTexts, textsOf } from './texts.ts';

let test: TestBook;
let lind: LindCase;
let context: BriefingContext;
let orderId: RecordId;
let breachId: RecordId;

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
    breachId = breach.id;
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

const build = (profile: Profile, language: 'nb' | 'en' = 'nb', aboutId: RecordId | null = null) =>
  buildBriefing(context, { caseId: lind.caseId, profile, language, aboutId });
const review = (find: string | null = null) => reviewBriefing(context, { caseId: lind.caseId, language: 'nb' }, find);
const decide = (keys: readonly string[], decision: 'tell' | 'withhold' | null) =>
  decideSentences(test.book, lind.caseId, keys, decision);

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
  await expect(issueBriefing(context, { ...input, profile: 'saksdokumenter' })).rejects.toMatchObject({
    code: 'REVIEW_OPEN',
  });
  const open = (await review()).filter(({ why }) => why === 'words');
  await decide(
    open.map(({ key }) => key),
    'withhold',
  );
  await recordExport(context, await issueBriefing(context, { ...input, profile: 'saksdokumenter' }), printed);
  const rows = await test.book.list('disclosure', { caseId: lind.caseId });
  expect(rows.map(({ values }) => values)).toMatchObject([{ form: 'case_documents', copyNumber: '2', givenAt: NIGHT }]);
  expect(rows[0]?.values.contents).toContain(`0 setninger fortalt, ${open.length} skjermet`);
  const reader = { ...context, person: { name: 'Leser', role: 'reader' } } as const;
  await expect(issueBriefing(reader, { ...input, profile: 'saksdokumenter' })).rejects.toMatchObject({
    code: 'ROLE_REFUSED',
  });
});

describe('the review with the charged person’s eyes', () => {
  // Would catch: a sentence that is dropped without anybody being asked, or told before somebody has decided.
  it('asks about each sentence that may tell of her, and tells or withholds as a person decides', async () => {
    const items = await review();
    const alarm = items.find(({ text }) => text.startsWith('Lind utløste alarmen'));
    expect(alarm).toMatchObject({ why: 'words', words: ['alarmen'], decision: null, kind: 'breach', field: 'text' });
    const school = items.find(({ text }) => text.includes(NEVER.school));
    expect(school?.field).toBe('witnesses');
    const sheets = async () => sectionTexts(await build('saksdokumenter'), 'breaches').join('\n');
    expect(await sheets()).not.toContain('utløste alarmen');
    await decide([alarm?.key ?? ''], 'tell');
    expect(await sheets()).toContain('Lind utløste alarmen og holdt seg inne.');
    expect((await review()).find(({ key }) => key === alarm?.key)).toMatchObject({
      decision: 'tell',
      by: test.book.person,
    });
    await decide([alarm?.key ?? ''], null);
    expect(await sheets()).not.toContain('utløste alarmen');
  });

  // Would catch: a protected value that a decision can let out, or that is left out unseen.
  it('lists what is left out by rule, without the value, and takes no decision for it', async () => {
    const ruled = (await review()).filter(({ why }) => why === 'rule');
    expect(ruled.length).toBeGreaterThan(0);
    expect(JSON.stringify(ruled)).not.toContain(NEVER.address);
    await decide(
      ruled.map(({ key }) => key),
      'tell',
    );
    expect(textsOf(await build('saksdokumenter')).join('\n')).not.toContain(NEVER.address);
  });

  // Would catch: a decision that outlives its sentence, so that what is written over it leaves unseen.
  it('asks anew about a sentence that is written anew', async () => {
    const items = await review();
    await decide(
      items.map(({ key }) => key),
      'tell',
    );
    await test.book.command('x', (tx) => tx.update('breach', breachId, { text: 'Lind utløste alarmen to ganger.' }));
    const open = (await review()).filter(({ why, decision }) => why === 'words' && decision === null);
    expect(open.map(({ text }) => text)).toEqual(['Lind utløste alarmen to ganger.']);
  });

  // Would catch: a sentence without any known word that nobody can withhold.
  it('finds any sentence that would be printed, to be withheld by hand', async () => {
    const [found] = (await review('i gården og ropte')).filter(({ why }) => why === 'found');
    expect(found?.text).toContain('ropte');
    await decide([found?.key ?? ''], 'withhold');
    expect(sectionTexts(await build('saksdokumenter'), 'breaches').join('\n')).not.toContain(
      'M. sto i gården og ropte',
    );
    expect(await review('vil sove hos søsteren')).not.toContainEqual(expect.objectContaining({ why: 'found' }));
  });
});

describe('a package about one breach', () => {
  // Would catch: another breach, order or piece of evidence that comes along with the one that was chosen.
  it('tells its order, its sheet under its number, its evidence, and the time since the order', async () => {
    const header = { caseId: lind.caseId };
    await test.book.command('x', async (tx) => {
      const other = await tx.insert(
        'breach',
        { happened: when('2026-03-29', '04:00'), text: 'Et annet brudd.' },
        header,
      );
      await tx.insert('evidence', { text: 'Annet bevis', breachId: other.id }, header);
    });
    const document = await build('jurist', 'nb', breachId);
    const sheets = sectionTexts(document, 'breaches').join('\n');
    expect(sheets).toContain('M. sto i gården og ropte');
    expect(sheets).not.toContain('Et annet brudd.');
    expect(sheets).toMatch(/Brudd \d/);
    expect(sectionTexts(document, 'orders').join('\n')).toContain('mottakskvittering 17');
    expect(sectionTexts(document, 'orders').join('\n')).not.toContain('Boligen med fortau');
    expect(sectionTexts(document, 'evidence').join('\n')).not.toContain('Annet bevis');
    expect(sectionTexts(document, 'chronology').join('\n')).not.toContain('Holdt kniv mot henne');
    expect(document.facts.find(({ key }) => key === 'Gjelder')?.value).toMatch(/Besøksforbud, Brudd \d/);
    await expect(build('jurist', 'nb', lind.lind)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  // Would catch: papers of a breach that was met by the arrest of another one, without the arrest or the hearing after it;
  // a row without a time for the word that it is the same arrest.
  it('tells the arrest of another breach that answers it too, and what followed', async () => {
    const id = await test.book.command('test', async (tx) => {
      const header = { caseId: lind.caseId };
      const other = await tx.insert('breach', { text: 'Elleve anrop', happened: when('2026-03-28', '20:10') }, header);
      const taken = { text: 'tatt på stedet', happened: when('2026-03-28', '22:14'), breachId } as const;
      const arrest = await tx.insert('arrest', taken, header);
      const opened = { step: 'hearing_opened', happened: when('2026-03-29', '04:00'), breachId } as const;
      await tx.insert('response_step', { ...opened, arrestId: arrest.id, actorText: 'dommer Dahl' }, header);
      await tx.insert('response_step', { step: 'arrested', breachId: other.id, arrestId: arrest.id }, header);
      return other.id;
    });
    const document = await build('saksdokumenter', 'nb', id.value);
    const sheets = sectionTexts(document, 'breaches').join('\n');
    expect(sheets).toMatch(/Pågrepet[\s\S]*Fengslingsmøte åpnet[\s\S]*dommer Dahl/);
    expect(sheets.match(/kl\. 22\.14/g)).toHaveLength(1);
    expect(sectionTexts(document, 'chronology').filter((text) => text === 'tatt på stedet')).toHaveLength(1);
  });
});

describe('files', () => {
  const FILE = {
    name: 'Bilde av gården',
    originalName: 'IMG_0412.jpg',
    mediaType: 'image/jpeg',
    sizeBytes: 84_213,
    sha256: 'cd'.repeat(32),
  };

  // Would catch: the source of a file, kept from the charged person in one place and printed in the chain beside it.
  it('tell in case documents who took them in, and not from whom they came or to whom they went back', async () => {
    const header = { caseId: lind.caseId };
    const [source, taker] = ['Berit i oppgangen', 'patrulje 31'];
    await test.book.command('x', async (tx) => {
      const { id: attachmentId } = await tx.insert('attachment', { ...FILE, source }, header);
      for (const step of [
        { step: 'received', person: source, toWhom: taker },
        { step: 'handed_over', person: taker, toWhom: 'Kripos' },
        { step: 'returned', person: 'Kripos', toWhom: source },
        { step: 'returned', person: null, toWhom: source },
      ] as const) {
        await tx.insert('custody_event', { attachmentId, at: NIGHT, ...step }, header);
      }
      const evidence = (await test.book.list('evidence')).find(({ values }) => values.type === 'body_camera');
      await tx.insert('link', { fromId: attachmentId, toId: evidence?.id as RecordId, type: 'evidence_for' }, header);
    });
    const papers = await build('saksdokumenter');
    expect(JSON.stringify(papers)).not.toContain(source);
    const told = sectionTexts(papers, 'evidence').join('\n');
    expect(told).toContain(taker);
    expect(told).toContain(`${taker} til Kripos`);
    expect(sectionTexts(await build('jurist'), 'evidence').join('\n')).toContain(`${source} til ${taker}`);
  });

  // Would catch: a chain on paper in which a step of last week was entered today, by nobody.
  it.each(['saksdokumenter', 'jurist'] as const)('say of each step who entered it and when: %s', async (profile) => {
    const header = { caseId: lind.caseId };
    await test.book.command('x', async (tx) => {
      const { id: attachmentId } = await tx.insert('attachment', FILE, header);
      const step = {
        attachmentId,
        at: NIGHT - 86_400_000,
        step: 'handed_over',
        toWhom: 'Kripos',
        note: 'i forseglet pose',
      };
      await tx.insert('custody_event', { ...step, step: 'handed_over' }, header);
      const evidence = (await test.book.list('evidence')).find(({ values }) => values.type === 'body_camera');
      await tx.insert('link', { fromId: attachmentId, toId: evidence?.id as RecordId, type: 'evidence_for' }, header);
    });
    const [step] = await test.book.list('custody_event');
    const note = sectionTexts(await build(profile), 'evidence').find((text) => /ført .* av /.test(text));
    expect(note).toMatch(new RegExp(`ført .*2026 .* av ${step?.createdBy}$`));
    expect(note?.startsWith('i forseglet pose · ')).toBe(profile === 'jurist');
  });

  // Would catch: a safety plan or a recording listed for the charged person because it is a file of the case; a checksum
  // that is not the one noted at intake; a custody chain that is missing.
  it('are told with what was noted at intake, and in case documents only where they prove what is told', async () => {
    const header = { caseId: lind.caseId };
    const { value: file } = await test.book.command('x', async (tx) => {
      const made = await tx.insert('attachment', FILE, header);
      await tx.insert('attachment', { ...FILE, name: 'Hemmelig plan', sha256: 'ef'.repeat(32) }, header);
      await tx.insert(
        'custody_event',
        { attachmentId: made.id, at: NIGHT, step: 'received', person: 'patrulje 31' },
        header,
      );
      const evidence = (await test.book.list('evidence')).find(({ values }) => values.type === 'body_camera');
      await tx.insert('link', { fromId: made.id, toId: evidence?.id as RecordId, type: 'evidence_for' }, header);
      return made;
    });
    expect(file.id).toBeTruthy();
    const index = sectionTexts(await build('saksdokumenter'), 'evidence').join('\n');
    for (const told of [FILE.originalName, FILE.sha256, '84213 byte', 'patrulje 31', 'Fil til bevis']) {
      expect(index).toContain(told);
    }
    expect(index).toContain('Stemmer ikke med kontrollsummen');
    expect(index).not.toContain('Hemmelig plan');
    expect((await build('saksdokumenter')).withheld).toContainEqual({ reason: 'files', count: 1 });
    expect(sectionTexts(await build('jurist'), 'evidence').join('\n')).toContain('Hemmelig plan');
  });
});

// Would catch: a paper that tells the charged person which order is being prepared against him, or which recording of him
// nobody has secured yet; and one that keeps both from the lawyer.
it('tells the lawyer alone what is not decided and not secured', async () => {
  const header = { caseId: lind.caseId };
  await test.book.command('test', async (tx) => {
    for (const [stage, terms] of [
      ['draft', 'Utkast om omvendt alarm'],
      ['requested', 'Begjært utvidet område'],
      ['refused', 'Avslått forbud i eget hjem'],
    ] as const) {
      await tx.insert(
        'order',
        { variant: 'electronic_control', stage, text: terms, happened: when('2026-03-27') },
        header,
      );
    }
    await tx.insert('evidence', { breachId, text: 'Kamera ved sykkelskuret', type: 'video' }, header);
  });
  const charged = textsOf(await build('saksdokumenter')).join('\n');
  for (const kept of ['omvendt alarm', 'utvidet område', 'eget hjem', 'sykkelskuret'])
    expect(charged).not.toContain(kept);
  expect(charged).toContain('Kroppskamera');
  expect(textsOf(await build('jurist')).join('\n')).toContain('Kamera ved sykkelskuret');
});

// Would catch: a lawyer who reads a bar for the patrol that made the arrest, since the same patrol guards her; and a plan of
// who guards her that the lawyer reads all the same.
it('names to the lawyer who arrested and who answers, and nobody who only guards', async () => {
  const header = { caseId: lind.caseId };
  await test.book.command('test', async (tx) => {
    await tx.insert(
      'measure',
      { type: 'guarding', status: 'active', crew: 'Patrulje 31, Moe, Strand', text: 'x' },
      header,
    );
    await tx.insert('case_officer', { name: 'Moe', duty: 'lead_investigator' }, header);
    // In the case since long before the order, and one whose part was over then.
    const before = { fromAt: at('2024-01-10T12:00') };
    await tx.insert('case_officer', { ...before, name: 'Sund', duty: 'responsible_prosecutor' }, header);
    const over = { ...before, toAt: at('2024-06-10T12:00') };
    await tx.insert('case_officer', { ...over, name: 'Brekke', duty: 'responsible_prosecutor' }, header);
    const values = {
      breachId,
      step: 'arrested',
      happened: when('2026-03-28', '22:14'),
      actorText: 'Patrulje 31',
    } as const;
    await tx.insert('response_step', { ...values, text: 'Tatt av patrulje 31, Strand kom til' }, header);
  });
  const document = await build('jurist');
  expect(textsOf(await build('jurist', 'nb', orderId)).join('\n')).toContain('Sund');
  expect(textsOf(document).join('\n')).not.toContain('Brekke');
  expect(sectionTexts(document, 'breaches').join('\n')).toContain('Patrulje 31');
  expect(textsOf(document).join('\n')).toContain('Moe');
  expect(textsOf(document).join('\n')).toContain('Tatt av patrulje 31');
  expect(textsOf(document).join('\n')).not.toContain('Strand');
});
