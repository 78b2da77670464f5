/** One invented word is written through every kind and shown, searched, printed and locked away: it must lie nowhere. */
import { closeSync, openSync, readdirSync, unlinkSync, writeFileSync, writeSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { ExportedBriefing } from '#contract/app.ts';
import type { ImportPreview } from '#contract/import.ts';
import type { ShownRecord } from '#contract/record.ts';
import { memoryFolder } from '#main/shell/memory-folder.ts';
import type { RecordId } from '#model/ids.ts';
import { PROTECTIONS } from '#model/kinds/place.ts';
import { fieldsOf, isWithheld, KIND_NAMES, type Kind, kindOf } from '#model/kinds.ts';
import { formsOf, lookFor, newCanary } from '#tests/helpers/canary.ts';
import { filledValues, isFreeText } from '#tests/helpers/canary-values.ts';
import { openCases, openChromium, type TestChromium } from '#tests/helpers/chromium.ts';
import { processTree } from '#tests/helpers/open-files.ts';
import { createByOwnRoutes } from '#tests/helpers/own-routes.ts';
import { pdfPages } from '#tests/helpers/pdf.ts';

const STEM = newCanary();
const canary = lookFor(STEM);
const PASSPHRASE = `${STEM} hest batteri stift`;
/** What only a note's own routes write. */
const SIGNED = ['document', 'documentVersion', 'signedAt', 'signedBy'];
const memory = memoryFolder() ?? tmpdir();
const isInProfile = (name: string) => name.includes(`/vernebok-profile-${process.pid}-`);
/** Where a program may leave things about a person without being asked. */
const HOMES = ['.cache', '.config', '.local', '.pki'].map((name) => join(homedir(), name));

describe('the look itself', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'vernebok-canary-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  // Would catch: a scan that finds nothing because it looks at nothing.
  test.each(formsOf(STEM).map((form, index) => [index, form] as const))(
    'finds the word in form %i, within other bytes',
    async (_, form) => {
      await mkdir(join(folder, 'deep/er'), { recursive: true });
      const path = join(folder, 'deep/er/file');
      writeFileSync(path, Buffer.concat([Buffer.alloc(100_001, 0xc3), form, Buffer.alloc(7)]));
      expect(canary.inFolders([folder])).toEqual([path]);
    },
  );

  test('finds it in the base64 of a longer text, wherever it begins', () => {
    for (const before of ['', 'å', 'æø', 'abc', 'abcd']) {
      writeFileSync(join(folder, 'file'), Buffer.from(`${before}${STEM} og mer`).toString('base64'));
      expect(canary.inFolders([folder])).toHaveLength(1);
      writeFileSync(join(folder, 'file'), Buffer.from(`${before}${STEM}`, 'utf16le').toString('base64'));
      expect(canary.inFolders([folder])).toHaveLength(1);
    }
  });

  test('finds it in the name of a file, and not where it is not', () => {
    writeFileSync(join(folder, 'clean'), newCanary());
    expect(canary.inFolders([folder])).toEqual([]);
    writeFileSync(join(folder, `${STEM}.pdf`), '');
    expect(canary.inFolders([folder])).toEqual([join(folder, `${STEM}.pdf`)]);
  });

  test('finds it in a deleted file that is still open', () => {
    const path = join(folder, 'deleted');
    const file = openSync(path, 'w+');
    try {
      writeSync(file, `before ${STEM} after`);
      unlinkSync(path);
      expect(canary.inFolders([folder])).toEqual([]);
      expect(canary.inOpenFiles(() => true)).toEqual([`${path} (deleted)`]);
    } finally {
      closeSync(file);
    }
  });
});

describe('a word written through every kind', () => {
  const startedAt = Date.now() - 1_000;
  const before = new Set(readdirSync(tmpdir()));
  const words = new Map<string, string>();
  const withheld: string[] = [];
  const ids = new Map<string, RecordId>();
  let chromium: TestChromium;
  let page: Page;
  let exportsFolder: string;
  let printed: ExportedBriefing | null = null;

  beforeAll(async () => {
    exportsFolder = await mkdtemp(join(tmpdir(), 'vernebok-export-'));
    chromium = await openChromium({ exportsFolder, width: 1440, height: 900 });
    page = chromium.page;
  });
  afterAll(async () => {
    await chromium?.stop();
    if (chromium) await rm(chromium.booksFolder, { recursive: true, force: true });
    await rm(exportsFolder, { recursive: true, force: true });
  });

  /** A word of its own for each place, so that a word found somewhere tells which. */
  const word = (place: string): string => {
    const made = `${STEM}${String(words.size).padStart(4, '0')}`;
    words.set(made, place);
    return made;
  };
  const placeOf = (place: string): string => [...words].find(([, at]) => at === place)?.[0] ?? '';
  const call = async <T>(name: string, input: unknown = {}, bytes?: Uint8Array): Promise<T> => {
    const answer = JSON.parse(await chromium.app.call(name, JSON.stringify(input), bytes));
    if (!answer.ok) throw new Error(`${name}: ${answer.code} ${JSON.stringify(answer.data)}`);
    return answer.value;
  };
  const caseId = (): RecordId => ids.get('case') as RecordId;
  const refOf = (kind: string): RecordId | null => ids.get(kind === '*' ? 'threat' : kind) ?? null;

  async function create(kind: Kind, given: Record<string, unknown> = {}): Promise<RecordId | null> {
    const values = filledValues(kind, (field) => word(`${kind}.${field}`), refOf, given);
    for (const [name, field] of fieldsOf(kind)) {
      const value = values[name];
      if (typeof value === 'string' && field.protectable && isWithheld(field, values)) withheld.push(value);
    }
    if (kindOf(kind).byIntake) return takeIn(values);
    const scope = kindOf(kind).scope === 'case' ? caseId() : null;
    if (kindOf(kind).ownRoutes) {
      const made = await createByOwnRoutes(kind, values, caseId(), call);
      if (made) ids.set(kind, made);
      return made;
    }
    // Who signs, and the document, are written by a note's own routes: they follow below.
    if (kind === 'note') for (const name of SIGNED) values[name] = null;
    const { id } = await call<ShownRecord>('record.create', { kind, caseId: scope, values });
    if (!ids.has(kind)) ids.set(kind, id);
    return id;
  }

  /** A file with the word in its name, its content and what is said of it. */
  async function takeIn({ name, source, description }: Record<string, unknown>): Promise<RecordId> {
    const bytes = Buffer.from(`${word('attachment bytes')} ${'i en fil '.repeat(200_000)}`);
    const about = { caseId: caseId(), name: `${name}.txt`, sizeBytes: bytes.length };
    const { intakeId } = await call<{ intakeId: RecordId }>('attachment.begin', about);
    for (let from = 0; from < bytes.length; from += 1_000_000) {
      await call('attachment.append', { intakeId, offset: from }, bytes.subarray(from, from + 1_000_000));
      // Half a file lies on the disk now.
      expect(everywhere()).toEqual([]);
    }
    const { id } = await call<{ id: RecordId }>('attachment.finish', { intakeId, source });
    ids.set('attachment', id);
    await call('attachment.read', { id, offset: 0 });
    await call('record.update', { id, patch: { name, description } });
    return id;
  }

  /** Where the word is, but for the one paper that is meant to hold it. */
  const everywhere = () =>
    canary
      .inFolders([chromium.booksFolder, memory, tmpdir(), ...HOMES], startedAt)
      .filter((path) => path !== printed?.savedAs);

  test('is taken by every free text of every kind', async () => {
    await call('vault.create', { name: word('person of the book'), passphrase: PASSPHRASE, purpose: 'demo' });
    for (const kind of KIND_NAMES) {
      const grades = kindOf(kind).fields.protection ? [...PROTECTIONS].reverse() : [null];
      for (const grade of grades) await create(kind, grade ? { protection: grade } : {});
    }
    await call('case.add_person', {
      caseId: caseId(),
      role: 'threat_actor',
      person: { name: word('case.add_person') },
    });
    await call('record.update', { id: ids.get('threat'), patch: { text: word('record.update') } });
    await call('record.strike', { id: await create('incident'), reason: word('record.strike') });
    const free = KIND_NAMES.flatMap((kind) =>
      fieldsOf(kind).flatMap(([name, field]) => (isFreeText(name, field) ? [`${kind}.${name}`] : [])),
    );
    expect(free.length).toBeGreaterThan(100);
    const written = new Set(words.values());
    expect(free.filter((place) => !written.has(place))).toEqual([]);
    expect(withheld.length).toBeGreaterThan(4);
    // The book's own answer: the words are really in it.
    const { records } = await call<{ records: unknown[] }>('record.list', {
      kinds: KIND_NAMES,
      limit: 500,
      struck: true,
    });
    expect(JSON.stringify(records)).toContain(STEM);
  });

  test('comes in with a file, in every column of text', async () => {
    const row = (index: number) =>
      ['2026-03-02', '', 'day', 'threat', word('import.actor'), word('import.location'), word('import.text_en')]
        .concat([
          `${word('import.text_nb')} ${'lang tekst '.repeat(20)}${index}`,
          word('import.source'),
          word('import.confidence'),
        ])
        .join(';');
    const head = 'date;time;precision;kind;actor;location;text_en;text_nb;source;confidence';
    const bytes = Buffer.from([head, ...Array.from({ length: 200 }, (_, index) => row(index))].join('\n'));
    const { uploadId } = await call<{ uploadId: string }>('import.begin', { sizeBytes: bytes.length });
    await call('import.append', { uploadId }, bytes);
    const target = { uploadId, target: { caseId: caseId() }, zone: 'Europe/Oslo' };
    const { mapping, summary } = await call<ImportPreview>('import.preview', { ...target, mapping: null });
    expect(summary.refused).toEqual([]);
    await call('import.confirm', { ...target, mapping });
    expect(await call<unknown[]>('search.query', { text: [...words.keys()].at(-1) })).toHaveLength(1);
  });

  test('stands in a note, in its draft, in a search, behind a reveal, in a copy of the book', async () => {
    const { id } = await call<{ id: RecordId }>('note.create', { caseId: caseId(), heading: word('note.create') });
    const text = word('note.commit');
    const mention = {
      type: 'mention',
      to: ids.get('threat'),
      kind: 'threat',
      label: word('mention'),
      link: 'mentions',
    };
    const paragraph = { type: 'paragraph', content: [{ type: 'text', text: `${text} ` }, mention] };
    const document = JSON.stringify({ version: 1, blocks: [paragraph] });
    const heading = word('note.heading');
    await call('note.commit', { id, heading, document });
    const draft = word('note.save_draft');
    await call('note.save_draft', {
      id,
      heading: draft,
      text: draft,
      document: document.replace(text, draft),
    });
    expect(await call<unknown[]>('search.query', { text, caseId: caseId() })).not.toEqual([]);
    const points = await call<{ records: ShownRecord[] }>('record.list', { kinds: ['contact_point'] });
    const hidden = points.records.find((record) => record.withheld.includes('value'));
    const revealed = await call<{ value: unknown }>('record.reveal', { id: hidden?.id, field: 'value' });
    expect(revealed.value).toContain(STEM);
    await call('record.suggest', { caseId: caseId(), text: STEM });
    await call('backup.create');
    await call('history.undo');
    await call('history.redo');
    expect(everywhere()).toEqual([]);
  });

  // What is drawn passes through a process that caches, remembers and indexes by itself where it is let.
  test('is shown on every page of the case, searched for and typed', async () => {
    await page.reload();
    await openCases(page);
    await page.getByRole('button', { name: placeOf('case.name') }).click();
    const areas = page.getByRole('navigation', { name: 'Saksområder' }).locator('.vb-tab');
    await areas.first().waitFor();
    for (let area = 0; area < (await areas.count()); area += 1) {
      await areas.nth(area).click();
      await expect.poll(() => page.content()).toContain(STEM);
    }
    await areas.filter({ hasText: 'Notater' }).click();
    await page.getByRole('button', { name: 'Nytt notat' }).first().waitFor();
    await page.keyboard.press('Alt+n');
    await page.getByRole('textbox', { name: 'Overskrift' }).fill(word('typed heading'));
    await page.getByRole('textbox', { name: 'Notatets tekst' }).click();
    await page.keyboard.type(word('typed text'));
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog').getByRole('combobox').waitFor();
    await page.keyboard.type(STEM);
    await page.getByRole('dialog').getByRole('option').first().waitFor();
    await page.keyboard.press('Escape');
    expect(everywhere()).toEqual([]);
    expect(canary.inOpenFiles(isInProfile)).toEqual([]);
    expect(canary.inArguments()).toEqual([]);
  });

  // Would catch: a kind whose hits lead nowhere, or to a page that falls because it takes them for another kind.
  test('is found in every kind that is searched, and each hit opens where its word stands', async () => {
    const field = page.getByRole('searchbox', { name: 'Søk i hele boken' });
    const rail = page.getByRole('navigation', { name: 'Hovedmeny' });
    const hit = page.getByRole('list', { name: 'Treff' }).getByRole('button');
    // Listed kinds of an area are shown by the same page: one of each; parts of others each in its own way.
    const areas = new Map(KIND_NAMES.toReversed().map((kind) => [kindOf(kind).area, kind]));
    const asked = KIND_NAMES.filter((kind) => kindOf(kind).listed === false || areas.get(kindOf(kind).area) === kind);
    let opened = 0;
    for (const kind of asked) {
      // Of a transfer that was given up its page tells the transfer alone.
      if (kind === 'transfer_item') continue;
      const [found] = await call<{ excerpt: string }[]>('search.query', { text: STEM, kinds: [kind], limit: 1 });
      const own = found && new RegExp(`${STEM}\\d{4}`).exec(found.excerpt)?.[0];
      if (!own) continue;
      await rail.getByRole('button', { name: 'Søk', exact: true }).click();
      await field.fill(own);
      await hit.filter({ hasText: own }).click();
      const isThere = () =>
        page.evaluate((word) => {
          const hasLeft = !document.querySelector('.vb-search-page') || document.querySelector('.vb-peek') !== null;
          const values = [...document.querySelectorAll<HTMLInputElement>('input, textarea')].map(({ value }) => value);
          return hasLeft && [document.body.innerText, ...values].join(' ').includes(word);
        }, own);
      await expect.poll(isThere, { message: kind }).toBe(true);
      await page.keyboard.press('Escape');
      opened += 1;
    }
    expect(opened).toBeGreaterThan(20);
  });

  // Would catch: a print job spooled, a temporary PDF, a profile that keeps what the print page held.
  test('is nowhere while a briefing is printed, and is on the paper', async () => {
    const found = new Set<string>();
    let looks = 0;
    const fresh = () =>
      readdirSync(tmpdir())
        .filter((name) => !before.has(name))
        .map((name) => join(tmpdir(), name));
    const exporting = call<ExportedBriefing>('briefing.export', {
      caseId: caseId(),
      profile: 'leder',
      language: 'nb',
    }).then((value) => {
      printed = value;
      return value;
    });
    while (printed === null) {
      looks += 1;
      // A turn between any two: the application and the driver of its browser run in this very process.
      const note = async (names: readonly string[]) => {
        for (const name of names) found.add(name);
        await Promise.race([exporting, new Promise((resolve) => setImmediate(resolve))]);
      };
      for (const pid of processTree()) await note(canary.inOpenFiles(isInProfile, [pid]));
      await note(canary.inArguments());
      for (const folder of [memory, ...fresh()]) await note(canary.inFolders([folder], startedAt));
    }
    const paper = (await exporting).savedAs;
    expect(looks).toBeGreaterThan(3);
    expect([...found].filter((path) => path !== paper)).toEqual([]);
    const text = pdfPages(paper).join('\n').replaceAll(/\s+/g, '');
    const onPaper = [...words.keys()].filter((made) => text.includes(made));
    expect(onPaper.length).toBeGreaterThan(100);
    expect(withheld.filter((made) => text.includes(made)).map((made) => words.get(made))).toEqual([]);
    expect(everywhere()).toEqual([]);
  });

  test('is nowhere after the lock: in no file, no name, no open file, no page', async () => {
    await chromium.app.lock('person');
    await page.getByLabel('Passfrase', { exact: true }).waitFor();
    expect(await page.content()).not.toContain(STEM);
    const kept = await page.evaluate(async () => [
      JSON.stringify([{ ...localStorage }, { ...sessionStorage }, history.length, document.title]),
      ...(await indexedDB.databases()).map(({ name }) => name),
      ...(await caches.keys()),
    ]);
    expect(kept.join()).not.toContain(STEM);
    expect(everywhere()).toEqual([]);
    expect(canary.inOpenFiles(() => true)).toEqual([]);
    expect(canary.inArguments()).toEqual([]);
  });

  test('is nowhere after the end, and the profiles are gone', async () => {
    await chromium.finish();
    expect(everywhere()).toEqual([]);
    expect(readdirSync(memory).filter((name) => name.includes(`-${process.pid}-`))).toEqual([]);
    expect(readdirSync(exportsFolder)).toHaveLength(1);
  });
});
