import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { saveInFolder } from '#main/shell/save-folder.ts';
import { ShellError } from '#main/shell/shell.ts';
import type { BriefingDocument } from '#model/briefing.ts';
import { openApp, type TestApp } from '#tests/helpers/app.ts';
import { type BooksFolder, openBooksFolder, PASSPHRASE } from '#tests/helpers/casebook.ts';

/** The least that is a PDF with three pages. */
const PDF = Buffer.from('%PDF-1.4\n1 0 obj\n<</Type /Pages\n/Count 3\n/Kids [2 0 R]>>\nendobj\n');

let books: BooksFolder;
let opened: TestApp;
let caseId: string;
let exportsFolder: string;
let printed: BriefingDocument[];

beforeEach(async () => {
  books = await openBooksFolder();
  await (await books.create()).close();
  exportsFolder = join(books.path, 'export');
  printed = [];
  opened = await openApp(books.path);
  opened.shell.printToPdf = async (json) => {
    printed.push(JSON.parse(json));
    return PDF;
  };
  opened.shell.saveAs = (name) => saveInFolder(exportsFolder, name);
  opened.shell.onTold = (event) => void (event === 'vault.locking' && opened.call('vault.flushed', {}));
  const listed = await opened.call('vault.list', {});
  const ref = listed.ok ? (listed.value[0]?.ref ?? '') : '';
  await opened.call('vault.unlock', { ref, passphrase: PASSPHRASE });
  const made = await opened.call('case.create', { name: 'Lind', number: null, marking: 'fortrolig' });
  caseId = made.ok ? made.value.id : '';
});
afterEach(async () => {
  await opened.app.stop();
  await books.remove();
});

const exportIt = () => opened.call('briefing.export', { caseId, profile: 'leder', language: 'nb' });
const copies = () => opened.call('briefing.copies', { caseId: caseId as never });
const files = () => readdir(exportsFolder).catch(() => []);

describe('exporting a briefing', () => {
  test('prints the document of its copy, saves it and logs it', async () => {
    const answer = await exportIt();
    const savedAs = join(exportsFolder, 'vernebok-1.pdf');
    expect(answer).toMatchObject({ ok: true, value: { pages: 3, sizeBytes: PDF.length, copy: 1, savedAs } });
    expect(printed).toMatchObject([{ copy: 1, profile: 'leder', heading: 'Lind' }]);
    expect(answer.ok && answer.value?.checkpoint).toBe(printed[0]?.checkpoint);
    expect(await readFile(savedAs)).toEqual(PDF);
    expect(await copies()).toMatchObject({ value: [{ copy: 1, profile: 'leder' }] });
  });

  // A copy that is out without its line cannot be called back.
  test('logs the copy before a byte of it is written', async () => {
    let before: unknown;
    opened.shell.saveAs = async (name) => {
      const place = await saveInFolder(exportsFolder, name);
      return {
        ...place,
        write: async (bytes) => {
          before = await copies();
          await place.write(bytes);
        },
      };
    };
    await exportIt();
    expect(before).toMatchObject({ value: [{ copy: 1 }] });
  });

  test('that the person cancels leaves nothing, and its number to the next', async () => {
    const save = opened.shell.saveAs;
    opened.shell.saveAs = async () => null;
    expect(await exportIt()).toEqual({ ok: true, value: null });
    expect(printed).toEqual([]);
    expect(await copies()).toMatchObject({ value: [] });
    opened.shell.saveAs = save;
    expect(await exportIt()).toMatchObject({ value: { copy: 1 } });
  });

  test('that cannot be printed leaves nothing, and its number to the next', async () => {
    const print = opened.shell.printToPdf;
    opened.shell.printToPdf = () => Promise.reject(new ShellError('PRINT_FAILED'));
    expect(await exportIt()).toEqual({ ok: false, code: 'PRINT_FAILED' });
    expect(await files()).toEqual([]);
    opened.shell.printToPdf = print;
    expect(await exportIt()).toMatchObject({ value: { copy: 1 } });
  });

  // Otherwise a document would be printed and saved after the book was locked, without a line.
  test('that is overtaken by a lock is cancelled and writes no file', async () => {
    opened.shell.printToPdf = async (_, signal) => {
      const aborted = new Promise((resolve) => signal?.addEventListener('abort', resolve));
      void opened.app.lock('idle');
      await aborted;
      return PDF;
    };
    expect(await exportIt()).toEqual({ ok: false, code: 'CANCELLED' });
    expect(await files()).toEqual([]);
  });

  test('is refused while the book is locked', async () => {
    await opened.call('vault.lock', {});
    expect(await exportIt()).toEqual({ ok: false, code: 'LOCKED' });
  });

  test('of a case that is not there says so', async () => {
    caseId = 'f'.repeat(32);
    expect(await exportIt()).toMatchObject({ ok: false, code: 'NOT_FOUND' });
  });
});

describe('printing a timeline', () => {
  const drawing = {
    view: { fromAt: 0, toAt: 86_400_000 },
    zone: 'Europe/Oslo',
    nowAt: null,
    title: 'Tidslinje',
    groups: [],
    lanes: [{ id: 'sleep', label: 'Sove trygt', kind: 'need' }],
    items: [],
    holidays: [],
    legend: [],
    words: { weekdays: ['ma', 'ti', 'on', 'to', 'fr', 'lø', 'sø'], week: 'uke #', hours: '# t', now: 'Nå #' },
  } as const;
  const rows = [{ lane: 'Sove trygt', when: '02:00 – 07:00', what: 'Ingen på post', state: 'Udekket' }];
  const timeline = {
    columns: { lane: 'Rad', when: 'Tid', what: 'Hva', state: 'Tilstand' },
    empty: 'Ingenting',
    pages: [{ heading: 'mandag', drawing, days: [{ heading: 'mandag 30. mars', rows }] }],
    register: {
      heading: 'Godtatt',
      tables: [
        {
          heading: 'Godtatt i planen',
          columns: ['Tid', 'Hva', 'Begrunnelse'],
          rows: [['02:00 – 07:00', 'Ingen på post', 'Hun sover borte']],
        },
      ],
    },
  };
  const printIt = (paper: unknown) => {
    return opened.call('timeline.export', { caseId, language: 'nb', timeline: paper as typeof timeline & never });
  };

  // Bug: gaps leave the book without marking, number or a line in the use log.
  test('makes a copy of the lead across the page, with marking, number and its line, drawn and told', async () => {
    const answer = await printIt(timeline);
    expect(answer).toMatchObject({ ok: true, value: { copy: 1 } });
    const [document] = printed;
    expect(document).toMatchObject({ profile: 'leder', landscape: true, copy: 1, markingText: 'FORTROLIG' });
    expect(document?.reference).toContain('Tidslinje, for leder');
    expect(document?.sections.map(({ heading }) => heading)).toEqual(['mandag', 'Godtatt']);
    expect(document?.sections[0]?.blocks.map(({ type }) => type)).toEqual(['timeline', 'subheading', 'table']);
    expect(await copies()).toMatchObject({ value: [{ copy: 1, profile: 'leder' }] });
  });

  test('refuses what is no timeline, and nothing is printed or logged', async () => {
    const broken = { ...timeline, pages: [{ ...timeline.pages[0], drawing: { ...drawing, script: 'x' } }] };
    for (const paper of [null, { ...timeline, pages: [] }, broken]) {
      expect(await printIt(paper)).toMatchObject({ ok: false, code: 'INPUT_INVALID' });
    }
    expect(printed).toEqual([]);
    expect(await copies()).toMatchObject({ value: [] });
  });
});
