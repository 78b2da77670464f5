import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCli } from '#main/cli/run.ts';
import { openSession } from '#main/core/session.ts';
import { whenOf } from '#model/when.ts';

const PASSPHRASE = 'en passfrase for testene';
const chronology = fileURLToPath(new URL('../../../resources/demo/opuz-v-turkey.csv', import.meta.url));
let folder = '';
let book = '';

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

async function run(argv: string[], given: { passphrase?: string; stdin?: string } = {}): Promise<Ran> {
  let out = '';
  let err = '';
  const stdin = (async function* () {
    yield given.stdin ?? '';
  })();
  const code = await runCli(argv, {
    env: given.stdin === undefined ? { VERNEBOK_PASSPHRASE: given.passphrase ?? PASSPHRASE } : {},
    stdin,
    rendererDir: join(folder, 'no-pages'),
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
  });
  return { code, out, err };
}

/** The one JSON document on standard output. */
async function json(argv: string[], given?: Parameters<typeof run>[1]) {
  const ran = await run([...argv, '--json'], given);
  return { ...ran, answer: JSON.parse(ran.out) };
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vernebok-cli-'));
  book = join(folder, 'book');
  const made = await json(['create', book, '--person', 'Fjære', '--purpose', 'test']);
  expect(made).toMatchObject({ code: 0, answer: { book, slots: 1 }, err: '' });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('command line', () => {
  // Would catch: an answer that differs from what was written, or a second document on standard output.
  it('imports, counts, lists, searches, logs and verifies', async () => {
    const dry = await json(['import', book, chronology, '--case', 'Opuz', '--zone', 'Europe/Istanbul', '--dry-run']);
    expect(dry.answer).toMatchObject({ caseId: null, rows: 47, refused: [], skipped: [] });
    const first = await json(['import', book, chronology, '--case', 'Opuz', '--zone', 'Europe/Istanbul']);
    expect(first.code).toBe(0);
    expect(first.answer).toMatchObject({
      imported: { note: 11, report: 7, court: 18, incident: 5, remand: 2, contact: 3, measure: 1 },
      created: { case: 1, person: 3, case_person: 3 },
      precision: { minute: 1, day: 38, month: 4, year: 4 },
    });
    const again = await json(['import', book, chronology, '--case', 'Opuz', '--zone', 'Europe/Istanbul']);
    expect(again.answer).toMatchObject({ caseId: first.answer.caseId, imported: {}, created: {} });
    expect(again.answer.skipped).toHaveLength(47);

    const cases = await json(['cases', book]);
    expect(cases.answer).toEqual([
      { id: first.answer.caseId, name: 'Opuz', records: expect.objectContaining({ court_step: 18, report: 7 }) },
    ]);
    expect((await json(['stats', book])).answer).toMatchObject({ records: { case: 1, person: 3 }, changes: 1 });
    const log = await json(['log', book]);
    expect(log.answer[0]).toMatchObject({ seq: 1, person: 'Fjære', action: 'import' });
    const hits = await json(['search', book, 'knivstukket OR "']);
    expect(hits.code).toBe(0);
    const found = await json(['search', book, 'kniv', '--case', 'Opuz']);
    expect(found.answer.length).toBeGreaterThan(0);
    const search = async (...more: string[]) => (await json(['search', book, 'kniv', ...more])).answer;
    const narrow = await search(
      '--kind',
      'incident',
      '--from',
      '2001-01-01',
      '--to',
      '2001-12-31',
      '--author',
      'Fjære',
    );
    expect(narrow.length).toBeGreaterThan(0);
    expect(narrow.length).toBeLessThan(found.answer.length);
    expect(await search('--to', '1990-01-01', '--old')).toEqual([]);
    expect(await search('--grading', '1-A-*')).toEqual([]);
    expect(await search('--grading', '*-*-* vurdering')).toEqual([]);
    expect((await json(['verify', book])).answer).toMatchObject({ ok: true, firstBad: null });
  });

  it('copies a book so that the copy opens', async () => {
    const copy = join(folder, 'copy');
    const made = await json(['backup', book, copy]);
    expect(made).toMatchObject({ code: 0, answer: { folder: copy, verified: true } });
    expect((await json(['stats', copy])).answer).toEqual((await json(['stats', book])).answer);
  });

  // Would catch: a wrong call that is told as failed work, or the other way round.
  it.each([
    [[], 2],
    [['fly', 'x'], 2],
    [['create', 'x'], 2],
    [['import', 'BOOK', 'no-such.csv', '--case', 'x'], 2],
    [['search', 'BOOK', 'x', '--colour', 'red'], 2],
    [['search', 'BOOK', 'x', '--limit', '0'], 2],
    [['search', 'BOOK', 'x', '--kind', 'colour'], 2],
    [['search', 'BOOK', 'x', '--from', '1.3.2026'], 2],
    [['search', 'BOOK', 'x', '--grading', '4-A-C'], 2],
    [['search', 'BOOK', 'x', '--person', 'Nobody'], 1],
    [['brief', 'BOOK', '--case', 'Nobody', '--out', 'x.pdf'], 1],
    [['stats', 'no-such-book'], 1],
  ])(
    'answers %j with exit code %i',
    async (argv, code) => {
      const ran = await run(argv.map((word) => (word === 'BOOK' ? book : word)));
      expect(ran.code).toBe(code);
      expect(ran.out).toBe('');
      expect(ran.err).toContain('vernebok:');
    },
    30_000,
  );

  // Would catch: a role that the window enforces and the command line does not.
  it('lets a reader import nothing', async () => {
    const { openSession } = await import('#main/core/session.ts');
    const { writeMember } = await import('#main/core/member.ts');
    const { describeVault } = await import('#main/vault/vault.ts');
    const [slot] = (await describeVault(book)).slots;
    const become = async (role: 'reader' | 'analyst') => {
      const session = await openSession({ folder: book, passphrase: PASSPHRASE });
      await writeMember(session.context.book, slot?.personId ?? '', { name: 'Fjære', role });
      await session.close();
    };
    await become('reader');
    const ran = await json(['import', book, chronology, '--case', 'Fremmed']);
    await become('analyst');
    expect(ran).toMatchObject({ code: 1, answer: { error: { code: 'ROLE_REFUSED' } } });
    expect((await json(['cases', book])).out).not.toContain('Fremmed');
  });

  it('reads the passphrase from standard input, without its line end', async () => {
    expect((await json(['stats', book], { stdin: `${PASSPHRASE}\r\n` })).code).toBe(0);
    expect((await run(['stats', book], { stdin: '' })).code).toBe(2);
  });

  it('cannot tell two cases of one name apart', async () => {
    const twin = join(folder, 'twin.csv');
    await writeFile(twin, await readFile(chronology));
    const { openSession } = await import('#main/core/session.ts');
    const session = await openSession({ folder: book, passphrase: PASSPHRASE });
    await session.context.book.command('case.create', async (tx) => {
      for (let n = 0; n < 2; n += 1) {
        await tx.insert('case', { name: 'Twin', marking: 'fortrolig', status: 'open', zone: 'Europe/Oslo' });
      }
    });
    await session.close();
    expect((await run(['import', book, twin, '--case', 'Twin'])).code).toBe(2);
  });

  // Would catch: a passphrase or a name that reaches an error text.
  it('names a failure by its code and nothing else', async () => {
    const wrong = await json(['stats', book], { passphrase: 'ikke den rette passfrasen' });
    expect(wrong.code).toBe(1);
    expect(wrong.answer).toMatchObject({ error: { code: 'PASSPHRASE_WRONG' } });
    expect(wrong.err + wrong.out).not.toContain('rette');
  });
});

describe('the plan on the command line', () => {
  // Would catch: coverage in local time of the wrong zone, a day that ends a day early, names instead of nothing.
  it('tells coverage and conflicts of a case in a time, and refuses a time that is none', async () => {
    const folderBook = join(folder, 'plan');
    await json(['create', folderBook, '--person', 'Fjære', '--purpose', 'test']);
    const session = await openSession({ folder: folderBook, passphrase: PASSPHRASE });
    await session.context.book.command('test', async (tx) => {
      const zone = 'Europe/Oslo';
      const { id: caseId } = await tx.insert('case', { name: 'Lind', marking: 'fortrolig', status: 'open', zone });
      const { id: personId } = await tx.insert('person', { name: 'Lind' });
      await tx.insert('case_person', { personId, role: 'protected' }, { caseId });
      const night = { fromLocal: '2026-03-28T21:00', toLocal: '2026-03-29T07:00' };
      const need = { label: 'Sove trygt', protectionLevel: 'guard', raisedBy: 'manual', status: 'active' } as const;
      await tx.insert('need', { ...need, ...night, headcount: 2 }, { caseId });
      const date = whenOf('2026-03-29', '12:00', 'minute', zone);
      const about = { type: 'court_date', text: 'Dom', date, protectionLevel: 'guard', hoursAfter: 6 } as const;
      await tx.insert('calendar_risk', about, { caseId });
    });
    await session.close();
    const when = ['--case', 'Lind', '--from', '2026-03-28', '--to', '2026-03-29'];
    const coverage = await json(['coverage', folderBook, ...when]);
    expect(coverage.code).toBe(0);
    // The clocks go forward: nine hours; all of it is past, so that it is told twice.
    expect(coverage.answer).toMatchObject([
      {
        need: 'Sove trygt',
        layer: 'planned',
        from: '2026-03-28T21:00',
        to: '2026-03-29T07:00',
        minutes: 540,
        state: 'gap',
        // Two for nine hours, of which nobody is planned.
        personHours: { needed: 18, planned: 0, confirmed: 0 },
        reasons: [{ code: 'nobody_planned', words: 'ingen på post' }],
        text: 'udekket: ingen på post',
      },
      { layer: 'confirmed', state: 'gap', personHours: { needed: 18, planned: 0, confirmed: 0 } },
    ]);
    const conflicts = await json(['conflicts', folderBook, '--from', '2026-03-28', '--to', '2026-03-29']);
    expect(conflicts.answer).toMatchObject({ conflicts: [], items: [] });
    expect((conflicts.answer as { raised: unknown[] }).raised).toMatchObject([
      {
        state: 'missing',
        type: 'court_date',
        reason: null,
        date: '2026-03-29T12:00',
        from: '2026-03-29T12:00',
        to: '2026-03-29T18:00',
        for: [{ person: 'Lind' }],
        level: 'guard',
        headcount: 1,
        missingMinutes: 360,
      },
    ]);
    for (const wrong of ['2026-03-29T02:30', '2026-02-30', 'i morgen', '']) {
      const refused = await run(['coverage', folderBook, '--case', 'Lind', '--from', wrong, '--to', '2026-03-30']);
      expect(refused.code).toBe(2);
    }
    const turned = await run(['coverage', folderBook, '--case', 'Lind', '--from', '2026-03-30', '--to', '2026-03-29']);
    expect(turned.err).toContain('--to lies after --from');
    // What is wrong stands beside how this command is called, and not over a page about all the others.
    expect(turned.err).toContain('coverage <book> --case');
    expect(turned.err).not.toContain('backup');
    const inEnglish = await json(['coverage', folderBook, ...when, '--language', 'en']);
    expect(inEnglish.answer).toMatchObject([{ text: 'uncovered: nobody on post' }, {}]);
    const nobody = await json(['coverage', folderBook, '--case', 'Nobody', ...when.slice(2)]);
    expect(nobody).toMatchObject({
      code: 1,
      answer: { error: { code: 'NOT_FOUND', message: 'no case of that name' } },
      err: 'vernebok: NOT_FOUND: no case of that name\n',
    });
    const wrongCall = await json([
      'coverage',
      folderBook,
      '--case',
      'Lind',
      '--from',
      '2026-03-30',
      '--to',
      '2026-03-29',
    ]);
    expect(wrongCall).toMatchObject({
      code: 2,
      answer: { error: { code: 'USAGE', message: '--to lies after --from' } },
    });
  });

  /** A book of its own with a case and a guard every night without an end, from a date. */
  async function nightsFrom(name: string, fromLocal: string, toLocal: string): Promise<string> {
    const folderBook = join(folder, name);
    const recurrence = 'FREQ=DAILY';
    await json(['create', folderBook, '--person', 'Fjære', '--purpose', 'test']);
    const session = await openSession({ folder: folderBook, passphrase: PASSPHRASE });
    await session.context.book.command('test', async (tx) => {
      const zone = 'Europe/Oslo';
      const { id: caseId } = await tx.insert('case', { name: 'Lind', marking: 'fortrolig', status: 'open', zone });
      const { id: personId } = await tx.insert('person', { name: 'Lind' });
      await tx.insert('case_person', { personId, role: 'protected' }, { caseId });
      const need = { label: 'Sove trygt', protectionLevel: 'guard', raisedBy: 'manual', status: 'active' } as const;
      await tx.insert('need', { ...need, fromLocal, toLocal, recurrence, headcount: 1 }, { caseId });
      const { id: officerId } = await tx.insert('officer', { name: 'Myr' });
      const guard = { type: 'guarding', status: 'planned', text: 'Vakt', personId, fromLocal, toLocal } as const;
      for (const text of ['En', 'To']) {
        const { id: measureId } = await tx.insert('measure', { ...guard, text, recurrence }, { caseId });
        await tx.insert('assignment', { measureId, officerId, status: 'planned' }, { caseId });
      }
    });
    await session.close();
    return folderBook;
  }

  // Would catch: conflicts told by codes alone, an acceptance without who and until when; a rule that never ends taken for
  // an error, or for work without an end; dates of 1900 and 2200 reckoned in another zone's time, or not at all.
  it('tells conflicts in words, and an endless series in any year', async () => {
    const folderBook = await nightsFrom('endless', '1900-01-01T21:00', '1900-01-02T07:00');
    for (const year of ['1900', '2026', '2200']) {
      const when = ['--case', 'Lind', '--from', `${year}-06-01`, '--to', `${year}-06-01`];
      const { answer } = await json(['coverage', folderBook, ...when]);
      expect(answer.filter((one: { layer: string }) => one.layer === 'planned')).toMatchObject([
        { from: `${year}-06-01T00:00`, to: `${year}-06-01T07:00`, state: 'covered', reasons: [], text: 'dekket' },
        { from: `${year}-06-01T21:00`, to: `${year}-06-02T00:00`, state: 'covered' },
      ]);
    }
    const when = ['--case', 'Lind', '--from', '2026-06-01T12:00', '--to', '2026-06-02T12:00'];
    const { answer } = await json(['conflicts', folderBook, ...when]);
    const double = answer.conflicts.find((one: { type: string }) => one.type === 'double_officer');
    expect(double).toMatchObject({ who: 'Myr', figure: 600, text: 'Myr: dobbeltbooket 10 t' });
    const session = await openSession({ folder: folderBook, passphrase: PASSPHRASE });
    const [{ id: caseId } = { id: '' as never }] = await session.context.book.list('case');
    const untilAt = Date.parse('2026-06-01T10:00Z');
    const values = { conflictKey: double.key, reason: 'Avklart', untilAt };
    await session.context.book.command('test', (tx) => tx.insert('conflict_acceptance', values, { caseId }));
    const holds = untilAt > session.context.now();
    await session.close();
    const again = (await json(['conflicts', folderBook, ...when])).answer.conflicts;
    expect(again.find((one: { key: string }) => one.key === double.key).accepted).toEqual({
      reason: 'Avklart',
      by: 'Fjære',
      until: '2026-06-01T12:00',
      holds,
    });
  });
});
