import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCli } from '#main/cli/run.ts';

const chronology = fileURLToPath(new URL('../../../resources/demo/eremia-v-moldova.csv', import.meta.url));
let folder = '';
let book = '';

async function json(...argv: string[]) {
  let out = '';
  const code = await runCli([...argv, '--json'], {
    env: { VERNEBOK_PASSPHRASE: 'en passfrase for testene' },
    stdin: (async function* () {})(),
    rendererDir: folder,
    out: (text) => {
      out += text;
    },
    err: () => undefined,
  });
  return { code, answer: JSON.parse(out) };
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vernebok-flags-'));
  book = join(folder, 'book');
  await json('create', book, '--person', 'Fjære', '--purpose', 'test');
  await json('import', book, chronology, '--case', 'Eremia', '--zone', 'Europe/Chisinau');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('flags on the command line', () => {
  // Would catch: an answer without its records, its words or its days, or one that knows the future.
  it('answers as of an instant, in both languages', async () => {
    const { code, answer } = await json('flags', book, '--case', 'Eremia', '--at', '2010-12-20T12:00+02:00');
    expect(code).toBe(0);
    expect(answer[0]).toEqual({
      rule: 'breach_not_answered',
      cause: 'danger_now',
      since: '2010-12-16',
      days: 4,
      records: [
        expect.objectContaining({ kind: 'breach', date: '2010-12-16' }),
        expect.objectContaining({ kind: 'breach', date: '2010-12-19' }),
      ],
      text: '2 registrerte brudd er ikke møtt med pågripelse eller varetekt innen 7 dager. Det eldste er registrert to. 16. desember 2010.',
    });
    const neck = answer.find(({ rule }: { rule: string }) => rule === 'violence_to_neck');
    expect(neck.records).toEqual([expect.objectContaining({ date: '2010-11-12', word: 'kvele' })]);
    expect(
      answer.map(({ text }: { text: string }) => text).filter((text: string) => /\{\{|flags:|rule\./.test(text)),
    ).toEqual([]);
    // Of a year no days are told.
    expect(answer.find(({ rule }: { rule: string }) => rule === 'conflict_of_interest')).not.toHaveProperty('days');
    const english = await json('flags', book, '--case', 'Eremia', '--at', '2010-12-20', '--language', 'en');
    expect(english.answer[0].text).toMatch(/^2 recorded breaches were not met/);
  });

  // Would catch: a count that differs from the rows of the file, or a statement without its words or its records.
  it('tells the pattern', async () => {
    const { code, answer } = await json('pattern', book, '--case', 'Eremia', '--at', '2011-01-20');
    expect(code).toBe(0);
    // By hand: six incidents, of which one is dated to the month, and three breaches; nothing to the minute.
    expect(answer).toMatchObject({ episodes: 9, breaches: 3, timed: 0, control: { registered: 3, isRepeat: false } });
    expect(answer.control.breaches).toHaveLength(3);
    // Would catch: milliseconds where every other time is one that a person reads.
    expect(answer.control.from).toMatch(/^\d{4}-\d\d-\d\dT/);
    expect(answer.control).not.toHaveProperty('fromAt');
    const statements = [
      ...answer.criteria.flatMap((one: { statements: unknown[] }) => one.statements),
      ...answer.against,
    ];
    expect(statements.length).toBeGreaterThan(3);
    for (const { text, records } of statements) {
      expect(text).toMatch(/^[A-ZÆØÅ0-9].*\.$/);
      expect(records.length).toBeGreaterThan(0);
    }
  });

  // Would catch: a name of a case that is not there answered with an empty list, which reads as calm.
  it('refuses a case it does not know and an instant it cannot read', async () => {
    expect(await json('flags', book, '--case', 'Nobody')).toMatchObject({
      code: 1,
      answer: { error: { code: 'NOT_FOUND' } },
    });
    expect(await json('flags', book, '--case', 'Eremia', '--at', 'i går')).toMatchObject({ code: 2 });
  });
});
