/** The command line as a person calls it: `npm run -s cli -- …`, from set-up to a briefing on paper. */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { letters, pdfInfo, pdfPages } from '#tests/helpers/pdf.ts';

const PASSPHRASE = 'fire ukjente ord på rad';
const ZONES = {
  'eremia-v-moldova': 'Europe/Chisinau',
  'lenahan-gonzales-v-united-states': 'America/Denver',
  'opuz-v-turkey': 'Europe/Istanbul',
};
const top = join(import.meta.dirname, '../..');
let folder = '';
let book = '';

/** Runs a command; its answer is the one JSON document on standard output. */
async function cli(...args: string[]) {
  const env = { ...process.env, VERNEBOK_PASSPHRASE: PASSPHRASE };
  const call = ['run', '-s', 'cli', '--', ...args, '--json'];
  const { stdout } = await promisify(execFile)('npm', call, { cwd: top, env, maxBuffer: 64 * 1024 * 1024 });
  return JSON.parse(stdout);
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vernebok-cli-'));
  book = join(folder, 'book');
  expect(await cli('create', book, '--person', 'Fjære', '--purpose', 'demo')).toEqual({ book, slots: 1 });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

// Would catch: counts that differ from what the file holds, or an event that is in the book and not on paper.
it.each(Object.entries(ZONES))(
  'takes %s from file to paper',
  async (name, zone) => {
    const csv = join(top, 'resources/demo', `${name}.csv`);
    const rows = parse(await readFile(csv), { columns: true, bom: true }) as { kind: string; text_nb: string }[];
    const counts = Object.fromEntries(
      [...new Set(rows.map((row) => row.kind))].map((kind) => [kind, rows.filter((row) => row.kind === kind).length]),
    );
    const answer = await cli('import', book, csv, '--case', name, '--zone', zone);
    expect(answer).toMatchObject({ rows: rows.length, imported: counts, skipped: [], refused: [] });

    const file = join(folder, `${name}.pdf`);
    const brief = await cli('brief', book, '--case', name, '--profile', 'leder', '--out', file);
    const pages = pdfPages(file);
    expect(brief).toMatchObject({ pages: pages.length, copy: 1 });
    const text = letters(pages.join(' '));
    expect(rows.filter((row) => !text.includes(letters(row.text_nb)))).toEqual([]);
    for (const page of pages) expect(page).toContain('FORTROLIG');
    expect(pdfInfo(file)).toMatchObject({ Title: 'Vernebok', Tagged: 'yes' });
  },
  60_000,
);

it('verifies what it wrote', async () => {
  expect(await cli('verify', book)).toMatchObject({ ok: true, changes: 3, firstBad: null });
});
