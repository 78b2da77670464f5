/** Search as a person uses it: one box, a page with filters, saved searches; by keys alone, in both themes. */

import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runCli } from '#main/cli/run.ts';
import { type NoteDocument, serializeDocument } from '#model/document/format.ts';
import { documentText } from '#model/document/text.ts';
import { axeFindings } from '#tests/helpers/axe.ts';
import { openBooksFolder, PASSPHRASE } from '#tests/helpers/casebook.ts';
import { openCases, openChromium, type TestChromium } from '#tests/helpers/chromium.ts';

/** Five past eleven in the evening of 28 March 2026. */
const AT = Date.UTC(2026, 2, 28, 22, 5);
const pictures = join(import.meta.dirname, '../../out/e2e');
let chromium: TestChromium;
let page: Page;
let booksFolder: string;

beforeAll(async () => {
  await mkdir(pictures, { recursive: true });
  const books = await openBooksFolder();
  booksFolder = books.path;
  const session = await books.create({ purpose: 'demo' });
  const { book } = session.context;
  await book.command('case.create', async (tx) => {
    const given = { marking: 'fortrolig', status: 'open', zone: 'Europe/Oslo' } as const;
    const lind = { caseId: (await tx.insert('case', { name: 'Lind', ...given })).id };
    const rogn = { caseId: (await tx.insert('case', { name: 'Rogn', ...given })).id };
    await tx.insert('threat', { text: 'Truet henne ved porten med kniv' }, lind);
    const { id: actorId } = await tx.insert('person', { name: 'Marek Holm' });
    await tx.insert('case_person', { personId: actorId, role: 'threat_actor' }, lind);
    const happened = { fromAt: AT, toAt: AT + 60_000, precision: 'minute', zone: 'Europe/Oslo' } as const;
    await tx.insert('breach', { text: 'Brøt besøksforbudet: sto ved bakdøra', actorId, happened }, lind);
    const grade = { type: 'grade', source: '1', information: 'A', handling: 'C', basis: 'fact' } as const;
    const content = [
      { type: 'text', text: 'Naboen så ham ved bakdøra ' } as const,
      grade,
      { type: 'text', text: ', tlf. 912 34 567' } as const,
    ];
    const document: NoteDocument = { version: 1, blocks: [{ type: 'paragraph', content }] };
    const text = documentText(document);
    const values = { heading: 'Samtale', text, document: serializeDocument(document), documentVersion: 1 };
    await tx.insert('note', values, lind);
    await tx.insert('incident', { text: 'Forbud forkynt i retten' }, rogn);
    const hidden = { label: 'Tilflukt', address: 'Skjulveien 12', protection: 'strengt_fortrolig' } as const;
    await tx.insert('place', hidden);
  });
  const [threat] = await book.list('threat');
  await book.command('threat.update', (tx) =>
    tx.update('threat', threat?.id as NonNullable<typeof threat>['id'], { text: 'Truet henne ved skolen med kniv' }),
  );
  await session.close();
  chromium = await openChromium({ booksFolder, width: 1440, height: 900 });
  page = chromium.page;
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.getByLabel(/^(?:Passfrase|Passphrase)$/).fill(PASSPHRASE);
  await page.keyboard.press('Enter');
  await openCases(page);
});
afterAll(async () => {
  await chromium?.finish();
  await rm(booksFolder, { recursive: true, force: true });
});

const field = () => page.getByRole('searchbox', { name: 'Søk i hele boken' });
const hits = () => page.getByRole('list', { name: 'Treff' }).getByRole('button');
const marks = () => hits().locator('mark').allTextContents();
async function look(name: string): Promise<void> {
  const found = await axeFindings(page, 'dark');
  await page.screenshot({ path: join(pictures, `search-${name}-dark.png`) });
  found.push(...(await axeFindings(page, 'light')));
  await page.screenshot({ path: join(pictures, `search-${name}.png`) });
  expect(found).toEqual([]);
}

// Would catch: a page that keys do not reach; a part of a compound that is not found, or not marked.
it('is reached by keys, and finds words within words', async () => {
  await page.keyboard.press('Control+Shift+K');
  await field().waitFor();
  await look('start');
  await page.keyboard.type('forbud');
  await expect.poll(() => hits().count()).toBe(2);
  await expect.poll(() => marks()).toEqual(['Forbud', 'forbud']);
  await page.getByRole('status').filter({ hasText: '2 treff' }).waitFor({ state: 'attached' });
  await look('hits');
});

// Would catch: a list that takes the keys and never gives them back, opens another record than the one in force, or begins
// anew for whoever comes back to it.
it('is walked through and opened by keys', async () => {
  await field().press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toContain('Brøt besøksforbudet');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await expect.poll(() => field().evaluate((input) => input === document.activeElement)).toBe(true);
  await field().press('ArrowDown');
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Lind' }).waitFor();
  await page.keyboard.press('Alt+ArrowLeft');
  await expect.poll(() => field().inputValue()).toBe('forbud');
  await expect
    .poll(() =>
      hits()
        .last()
        .evaluate((line) => line === document.activeElement),
    )
    .toBe(true);
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowUp');
  await expect.poll(() => field().evaluate((input) => input === document.activeElement)).toBe(true);
});

// Would catch: a filter that does not narrow, or cannot be taken off again.
it('is narrowed by case, kind and grading', async () => {
  await page.getByLabel('Sak', { exact: true }).selectOption('Rogn');
  await expect.poll(() => hits().count()).toBe(1);
  await page.getByRole('button', { name: 'Fjern 1 filter' }).click();
  await expect.poll(() => hits().count()).toBe(2);
  await field().fill('bakdora');
  await expect.poll(() => hits().count()).toBe(2);
  await page.getByLabel('Kilde', { exact: true }).selectOption('1');
  await expect.poll(() => hits().count()).toBe(1);
  await expect.poll(() => marks()).toEqual(['bakdøra']);
  await page.getByRole('button', { name: 'Fjern 1 filter' }).click();
});

// Would catch: a second kind that takes the place of the first; a filter that keys do not reach or cannot take off.
it('is narrowed to several kinds by keys, each taken out again by itself', async () => {
  await field().fill('bakdora');
  await expect.poll(() => hits().count()).toBe(2);
  const kind = page.getByLabel('Type', { exact: true });
  await kind.focus();
  await kind.selectOption({ label: 'Brudd' });
  await expect.poll(() => hits().count()).toBe(1);
  await kind.selectOption({ label: 'Notater' });
  await expect.poll(() => hits().count()).toBe(2);
  const chosen = page.getByRole('list', { name: 'Valgte typer' });
  await expect.poll(() => chosen.getByRole('listitem').allInnerTexts()).toEqual(['Brudd', 'Notater']);
  await look('kinds');
  const out = chosen.getByRole('button', { name: 'Ta ut Brudd' });
  await out.focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => hits().count()).toBe(1);
  // The statement's grade goes with it where it is found.
  await hits().getByTitle('Gradert 1-A-C').waitFor();
  await page.getByRole('button', { name: 'Fjern 1 filter' }).click();
});

// Would catch: a question that cannot be asked because no word belongs to it.
it('answers filters alone, without a word', async () => {
  await field().fill('');
  await page.getByText('Søk i alt som er skrevet').waitFor();
  await page.getByLabel('Håndtering', { exact: true }).selectOption('C');
  await expect.poll(() => hits().count()).toBe(1);
  await hits().getByTitle('Gradert 1-A-C').waitFor();
  await look('filters');
  await page.getByRole('button', { name: 'Fjern 1 filter' }).click();
  await page.getByText('Søk i alt som er skrevet').waitFor();
  await field().fill('bakdora');
  await expect.poll(() => hits().count()).toBe(2);
});

// Would catch: a day of the period that is left out, a person who is found by her name alone, an author nobody can choose.
it('is narrowed by person, period and author', async () => {
  await page.getByLabel('Person', { exact: true }).selectOption({ label: 'Marek Holm' });
  await expect.poll(() => hits().count()).toBe(1);
  await expect.poll(() => hits().first().innerText()).toContain('Brøt besøksforbudet');
  await page.getByRole('button', { name: 'Fjern 1 filter' }).click();
  const from = page.getByLabel('Fra og med', { exact: true });
  const to = page.getByLabel('Til og med', { exact: true });
  await from.fill('28.03.2026');
  await from.press('Enter');
  await to.fill('28.03.2026');
  await to.press('Enter');
  await expect.poll(() => hits().count()).toBe(1);
  await to.fill('27.03.2026');
  await to.press('Enter');
  await expect.poll(() => hits().count()).toBe(0);
  await page.getByRole('button', { name: /^Fjern \d filt/ }).click();
  await page.getByLabel('Skrevet av', { exact: true }).selectOption({ label: 'Fjære' });
  await expect.poll(() => hits().count()).toBe(2);
  await look('narrowed');
  await page.getByRole('button', { name: 'Fjern 1 filter' }).click();
});

// Would catch: an old text told as one of now; a protected address that is found after all.
it('looks in what was replaced when asked, and says so; never finds what is withheld', async () => {
  await field().fill('porten');
  await page.getByText('Ingen treff').first().waitFor();
  await page.getByLabel('Let også i det som er strøket eller erstattet').check();
  await expect.poll(() => hits().count()).toBe(1);
  await page.getByText(/^Gammel tekst, erstattet/).waitFor();
  await look('old');
  await field().fill('skjulveien');
  await expect.poll(() => hits().count()).toBe(0);
  await page.getByRole('button', { name: 'Fjern 1 filter' }).click();
});

// Would catch: a kept search that forgets its filters, or cannot be let go.
it('is kept under a name and asked again', async () => {
  await field().fill('91234567');
  await expect.poll(() => hits().count()).toBe(1);
  await page.getByLabel('Navn på søket').focus();
  await page.keyboard.type('Naboens telefon');
  await page.keyboard.press('Enter');
  const kept = page.getByRole('button', { name: 'Naboens telefon', exact: true });
  await kept.waitFor();
  await field().fill('noe annet');
  await kept.focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => field().inputValue()).toBe('91234567');
  await look('saved');
  await page.getByRole('button', { name: 'Fjern det lagrede søket Naboens telefon' }).click();
  await page.getByText('Et søk som er verdt å gjenta, kan lagres her.').waitFor();
});

// Would catch: a palette that leads nowhere but to records; a kind that can only be created where it is listed.
it('begins in the palette, which also creates any kind of record in the case', async () => {
  await page.keyboard.press('Control+K');
  await page.getByRole('dialog').getByRole('combobox').fill('bakdør');
  await page.getByRole('option', { name: /Vis treffene med filtre/ }).click();
  await expect.poll(() => field().inputValue()).toBe('bakdør');
  await expect.poll(() => hits().count()).toBe(2);
  await hits().first().click();
  await page.getByRole('heading', { level: 1, name: 'Lind' }).waitFor();
  await page.keyboard.press('Control+K');
  await page.getByRole('dialog').getByRole('combobox').fill('ny: henvisning');
  await page.getByRole('option', { name: /Ny: henvisning/ }).click();
  await page.locator('.vb-inspector').getByLabel('Hva', { exact: true }).waitFor();
  await page.keyboard.press('Control+K');
  await page.getByRole('dialog').getByRole('combobox').fill('ny: trussel');
  await page
    .getByRole('option', { name: /Ny: trussel/ })
    .first()
    .click();
  await page.locator('.vb-inspector').getByLabel('Våpen').waitFor();
});

// Would catch: a key in the list of keys that the palette does not know, or shows no key beside.
it('offers in the palette whatever the list of keys has for a note and everywhere', async () => {
  await page.getByRole('navigation', { name: 'Hovedmeny' }).getByRole('button', { name: 'Søk', exact: true }).click();
  await field().fill('bakdora');
  await hits().filter({ hasText: 'Notat' }).click();
  await page.getByRole('textbox', { name: 'Notatets tekst' }).waitFor();
  const begin = async (text: string) => {
    await page.keyboard.press('Control+K');
    await page.getByRole('dialog').getByRole('combobox').fill(text);
  };
  await begin('tastatursnarveier');
  await page.getByRole('option', { name: /^Vis alle tastatursnarveier/, selected: true }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'I et notat' }).waitFor();
  /** Words and keys of each line. */
  const textsOf = (lines: Locator, word: string) =>
    lines.evaluateAll(
      (all, part) =>
        all.map((one) => [part, 'kbd'].map((name) => one.querySelector(name)?.textContent ?? '').join(': ')),
      word,
    );
  const keys = await textsOf(page.getByRole('region', { name: 'I et notat', exact: true }).locator('dl > div'), 'dt');
  await page.keyboard.press('Escape');
  await page.getByRole('heading', { name: 'I et notat' }).waitFor({ state: 'detached' });
  await begin('');
  await page.getByRole('option', { name: /^Fet/ }).waitFor();
  await look('commands');
  const offered = await textsOf(page.getByRole('option'), '.vb-palette-title');
  // What the text answers to where the caret stands is on the list of keys alone: no command could know the place.
  expect(keys.filter((line) => !offered.includes(line)).map((line) => line.split(':')[0])).toEqual([
    'Forslag til ordet ved markøren',
    'Åpne valgt omtale, dato, gradering eller bilde',
    'Endre valgt lenke eller dato',
    'Ny linje i samme avsnitt, ramme eller rute',
  ]);
  expect(offered).toEqual(expect.arrayContaining(['Lås boken: Ctrl L', 'Søk: Ctrl Skift K']));
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
});

// Would catch: a palette that creates nothing until a case is open.
it('creates outside a case too: a case, who is on duty, and a record in the case that is named', async () => {
  const rail = page.getByRole('navigation', { name: 'Hovedmeny' });
  const begin = async (text: string, name: RegExp, picture?: string) => {
    await rail.getByRole('button', { name: 'Søk', exact: true }).click();
    await field().waitFor();
    await page.keyboard.press('Control+K');
    await page.getByRole('dialog').getByRole('combobox').fill(text);
    await page.getByRole('option', { name }).waitFor();
    if (picture) await look(picture);
    await page.getByRole('option', { name }).click();
  };
  await begin('ny: tjenesteperson', /Ny: tjenesteperson/);
  await page.getByRole('heading', { level: 1, name: 'Ressurser' }).waitFor();
  await page.locator('.vb-inspector').getByLabel('Kallesignal', { exact: true }).waitFor();
  await begin('ny: kjøretøy', /Ny: kjøretøy/);
  await page.locator('.vb-inspector').getByLabel('Kjennemerke', { exact: true }).waitFor();
  await begin('ny: trussel rogn', /Ny: trussel.*Rogn/, 'create');
  await page.getByRole('heading', { level: 1, name: 'Rogn' }).waitFor();
  await page.locator('.vb-inspector').getByLabel('Våpen').waitFor();
  await begin('ny: sak', /^Ny: sak$/);
  await page.getByRole('dialog', { name: 'Ny sak' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog', { name: 'Ny sak' }).waitFor({ state: 'detached' });
});

// Would catch: a command line that finds other things than the window does, or says what the window keeps back.
it('answers the same on the command line, as JSON', async () => {
  await chromium.app.lock('person');
  await page.getByLabel(/^(?:Passfrase|Passphrase)$/).waitFor();
  const search = async (...argv: string[]) => {
    let out = '';
    const code = await runCli(['search', join(booksFolder, 'book1'), ...argv, '--json'], {
      env: { VERNEBOK_PASSPHRASE: PASSPHRASE },
      stdin: (async function* () {
        yield '';
      })(),
      rendererDir: '',
      out: (text) => {
        out += text;
      },
      err: () => undefined,
    });
    return { code, hits: JSON.parse(out) as { kind: string; excerpt: string; grade?: unknown }[] };
  };
  const found = await search('bakdora');
  expect(found.code).toBe(0);
  expect(found.hits.map(({ kind }) => kind).sort()).toEqual(['breach', 'note']);
  expect((await search('bakdora', '--kind', 'breach,note')).hits).toHaveLength(2);
  expect((await search('bakdora', '--person', 'Marek Holm')).hits).toMatchObject([{ kind: 'breach' }]);
  expect((await search('bakdora', '--from', '2026-03-28', '--to', '2026-03-28')).hits).toHaveLength(1);
  expect((await search('bakdora', '--grading', '1-A-C')).hits).toMatchObject([{ kind: 'note' }]);
  expect((await search('porten', '--old')).hits).toHaveLength(1);
  expect((await search('skjulveien', '--old')).hits).toEqual([]);
});
