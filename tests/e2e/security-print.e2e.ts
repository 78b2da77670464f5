import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { countPdfPages } from '#main/app/pdf-pages.ts';
import { printToPdf } from '#main/shell/chromium-print.ts';
import { memoryFolder } from '#main/shell/memory-folder.ts';
import { FIXTURE_PAGE } from '#tests/helpers/chromium.ts';
import { filesBelow, holdsAny, processTree, writableFilesOf } from '#tests/helpers/open-files.ts';

const CANARY = 'Kanarifuglgata 77';
const sections = (count: number) => Array.from({ length: count }, (_, page) => ({ heading: `${CANARY} ${page}` }));
const documentJson = (count: number) => JSON.stringify({ heading: CANARY, sections: sections(count) });
const print = (count: number, signal?: AbortSignal) =>
  printToPdf({ rendererDir: FIXTURE_PAGE, documentJson: documentJson(count), ...(signal && { signal }) });
/** Shared memory lies beside the profiles, as deleted files in memory: what the page is drawn through, and no file. */
const isInProfile = (name: string) => name.includes(`/vernebok-profile-${process.pid}-`);
/** Where all programs put what is temporary: too much to be read again and again while other tests run beside this one. */
const SHARED = tmpdir();
/** Ours alone, for this process and what it starts. */
const OWN = mkdtempSync(join(SHARED, 'vernebok-print-'));
process.env.TMPDIR = OWN;
afterAll(() => {
  process.env.TMPDIR = SHARED;
  rmSync(OWN, { recursive: true, force: true });
});
const leftBehind = () => readdirSync(memoryFolder() ?? tmpdir()).filter((name) => name.includes(`-${process.pid}-`));

describe('printing', () => {
  test('gives a tagged PDF with an outline, titled by the program alone', async () => {
    const pdf = await print(3);
    const info = execFileSync('pdfinfo', ['-'], { input: pdf, encoding: 'utf8' });
    expect(info).toMatch(/^Title:\s+Vernebok$/m);
    expect(info).toMatch(/^Tagged:\s+yes$/m);
    expect(info).toMatch(/^Creator:\s+Vernebok$/m);
    expect(info).toMatch(new RegExp(`^Pages:\\s+${countPdfPages(pdf)}$`, 'm'));
    expect(info).not.toContain(CANARY);
    expect(Buffer.from(pdf).toString('latin1')).toMatch(/\/Outlines\b/);
    expect(execFileSync('pdftotext', ['-', '-'], { input: pdf, encoding: 'utf8' })).toContain(`${CANARY} 2`);
  });

  // The driver's own way to print leaves the whole PDF in the temp folder, unlinked, where undelete finds it.
  test('puts nothing on a disk while it runs: no file, no deleted file that is still open', async () => {
    const known = new Set([...filesBelow(SHARED), ...filesBelow(memoryFolder() ?? SHARED)]);
    const found = new Set<string>();
    let looks = 0;
    // Another program may write a PDF of its own meanwhile; only what is ours is asked for one.
    const holdsOurs = (path: string, name = path) => holdsAny(path, isInProfile(name) ? [CANARY, '%PDF-'] : [CANARY]);
    const look = () => {
      looks += 1;
      for (const file of processTree().flatMap(writableFilesOf)) {
        if ((file.onDisk || isInProfile(file.name)) && holdsOurs(file.path, file.name)) found.add(file.name);
      }
      readFresh(OWN, memoryFolder() ?? OWN);
    };
    const readFresh = (...folders: string[]) => {
      for (const path of folders.flatMap(filesBelow)) if (!known.has(path) && holdsOurs(path)) found.add(path);
    };
    let pdf: Uint8Array | null = null;
    const printing = print(400).then((bytes) => {
      pdf = bytes;
    });
    while (pdf === null) {
      look();
      await Promise.race([printing, new Promise((resolve) => setImmediate(resolve))]);
    }
    readFresh(SHARED);
    expect(looks).toBeGreaterThan(3);
    expect(countPdfPages(pdf)).toBe(400);
    expect([...found]).toEqual([]);
    expect(leftBehind()).toEqual([]);
  });

  test('ends at once with the session it belongs to, and leaves neither process nor profile', async () => {
    const session = new AbortController();
    const printing = print(400, session.signal);
    const failed = expect(printing).rejects.toMatchObject({ code: 'PRINT_FAILED' });
    await expect.poll(() => processTree().length).toBeGreaterThan(3);
    session.abort();
    await failed;
    expect(leftBehind()).toEqual([]);
    await expect.poll(() => processTree().length).toBeLessThan(3);
  });

  test('says when the page is not built or does not get ready', async () => {
    const missing = printToPdf({ rendererDir: join(FIXTURE_PAGE, 'missing'), documentJson: '{}' });
    await expect(missing).rejects.toMatchObject({ code: 'PAGE_NOT_BUILT' });
  });
});
