/** Attachments as a person meets them: chosen, dropped, seen, checked, stopped half way; and what a killed core leaves. */
import { mkdir, mkdtemp, readdir, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { axeFindings } from '#tests/helpers/axe.ts';
import { lookFor, newCanary } from '#tests/helpers/canary.ts';
import { openBooksFolder, PASSPHRASE } from '#tests/helpers/casebook.ts';
import { openCases, openChromium, type TestChromium } from '#tests/helpers/chromium.ts';
import { pdfFile, pngFile, waveFile } from '#tests/helpers/sample-files.ts';

const pictures = join(import.meta.dirname, '../../out/e2e');
const canary = lookFor(newCanary());
const startedAt = Date.now() - 1_000;
let chromium: TestChromium;
let page: Page;
let booksFolder: string;
/** Where files lie that are to be taken in. */
let outside: string;

beforeAll(async () => {
  await mkdir(pictures, { recursive: true });
  outside = await mkdtemp(join(tmpdir(), 'vernebok-outside-'));
  const books = await openBooksFolder();
  const session = await books.create({ purpose: 'demo' });
  await session.context.book.command('case.create', async (tx) => {
    await tx.insert('case', { name: 'Lind', marking: 'fortrolig', status: 'open', zone: 'Europe/Oslo' });
  });
  await session.close();
  booksFolder = books.path;
  chromium = await openChromium({ booksFolder, width: 1440, height: 900 });
  page = chromium.page;
  await page.setViewportSize({ width: 1440, height: 900 });
  await unlock();
});
afterAll(async () => {
  await chromium?.finish();
  for (const folder of [booksFolder, outside]) await rm(folder, { recursive: true, force: true });
});

async function unlock(): Promise<void> {
  await page.getByLabel(/^(?:Passfrase|Passphrase)$/).fill(PASSPHRASE);
  await page.keyboard.press('Enter');
  await openCases(page);
  await page.getByRole('button', { name: 'Lind' }).click();
  await page.getByRole('navigation', { name: 'Saksområder' }).getByRole('button', { name: 'Vedlegg' }).click();
}

const list = () => page.getByRole('list', { name: 'Vedleggene i saken' });
const view = () => page.getByRole('region', { name: 'Visning av vedlegget' });
const choose = (name: string) => list().getByRole('button', { name }).click();
const filesIn = async () => {
  const [book = ''] = await readdir(booksFolder);
  return readdir(join(booksFolder, book, 'files'));
};
async function look(name: string): Promise<void> {
  const found = await axeFindings(page, 'dark');
  await page.screenshot({ path: join(pictures, `attachment-${name}-dark.png`) });
  found.push(...(await axeFindings(page, 'light')));
  await page.screenshot({ path: join(pictures, `attachment-${name}.png`) });
  expect(found).toEqual([]);
}

// Would catch: an empty page that says nothing; a choice of files that loses some of them.
it('takes in the files that are chosen', async () => {
  await expect.poll(() => page.getByText('Ingen vedlegg ennå').isVisible()).toBe(true);
  await look('empty');
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Legg til filer' }).press('Enter');
  await (await chooser).setFiles([
    { name: 'port.png', mimeType: 'image/png', buffer: pngFile(1_200, 800) },
    { name: 'vedtak.pdf', mimeType: 'application/pdf', buffer: pdfFile(['Vedtak side en', 'Side to', 'Side tre']) },
    {
      name: '_chat.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from(`02.04.2026, 21:14 - M.: <b>${canary.word}</b> åpne døra\n`.repeat(9_000)),
    },
    { name: 'anrop.wav', mimeType: 'audio/wav', buffer: waveFile() },
    { name: 'tom.dat', mimeType: 'application/octet-stream', buffer: Buffer.of() },
  ]);
  await expect.poll(() => list().getByRole('button').count()).toBe(5);
});

// Would catch: a picture that the page's policy refuses, or a piece of it lost on the way.
it('shows a picture, fitted and in its own size', async () => {
  await choose('port.png');
  const picture = view().getByRole('img', { name: 'port.png' });
  await expect.poll(() => picture.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(1_200);
  await look('image');
  await view().getByRole('button', { name: 'Full størrelse' }).click();
  expect((await picture.boundingBox())?.width).toBe(1_200);
});

// Would catch: a text that is run, cut in the middle of a letter, or cannot be read to its end.
it('shows a chat export as text and nothing else', async () => {
  await choose('_chat.txt');
  const text = view().getByRole('region', { name: 'Tekst' });
  await expect.poll(() => text.textContent()).toContain(`<b>${canary.word}</b> åpne døra`);
  await look('text');
  const lines = async () => ((await text.textContent()) ?? '').split('åpne døra').length - 1;
  while (await view().getByRole('button', { name: 'Vis mer av teksten' }).isVisible()) {
    const before = await lines();
    await view().getByRole('button', { name: 'Vis mer av teksten' }).click();
    await expect.poll(lines).toBeGreaterThan(before);
  }
  expect(await lines()).toBe(9_000);
  expect(await text.textContent()).not.toContain('\ufffd');
});

// Would catch: a reader of PDF that needs a worker, an address or a script, and so draws nothing under our policy.
it('draws the pages of a PDF and follows nothing in it', async () => {
  await choose('vedtak.pdf');
  const first = view().getByRole('figure', { name: 'Side 1 av 3' });
  await expect.poll(() => first.textContent()).toContain('Vedtak side en');
  const ink = () =>
    first.locator('canvas').evaluate((canvas: HTMLCanvasElement) => {
      const { data } = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] };
      return data.some((value, index) => index % 4 === 0 && value < 100);
    });
  await expect.poll(ink).toBe(true);
  await look('pdf');
});

// Would catch: sound played where it could be written to a cache; a file that cannot be shown told as a fault.
it('says what this window cannot play or show', async () => {
  await choose('anrop.wav');
  await view().getByText('Lyd og video spilles bare av når programmet kjører i Electron.').waitFor();
  await choose('tom.dat');
  await view().getByText('Filen er tom').waitFor();
});

// Would catch: a key that asks for files only where the focus happens to be right, or once.
it('asks for files by one key, wherever on the page the focus is, as often as it is pressed', async () => {
  let asked = 0;
  const count = () => {
    asked += 1;
  };
  page.on('filechooser', count);
  // Heard by the browser only when it has answered something that came after: a chooser opened before stays open unseen.
  await page.evaluate(() => undefined);
  const places: [string, () => Promise<unknown>][] = [
    [
      'the tab',
      () => page.getByRole('navigation', { name: 'Saksområder' }).getByRole('button', { name: 'Vedlegg' }).focus(),
    ],
    ['the list', () => choose('port.png')],
    ['the picture', () => view().getByRole('img', { name: 'port.png' }).click()],
    ['a box to tick', () => page.getByLabel('Vis strøkne').focus()],
    ['the field of files itself', () => page.getByLabel('Velg filer').focus()],
    ['nothing', () => page.keyboard.press('Escape')],
  ];
  for (const [index, [place, go]] of places.entries()) {
    await go();
    await page.keyboard.press('n');
    await expect.poll(() => [place, asked]).toEqual([place, index + 1]);
  }
  page.off('filechooser', count);
});

// Would catch: facts that can be changed, a check without an answer, a step of the chain that is lost.
it('tells what was noted, checks the file and takes a new step of the chain', async () => {
  await choose('port.png');
  await page.getByText('image/png', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Kontroller filen' }).click();
  await page.getByText('Filen er byte for byte som ved mottak.').waitFor();
  await page.getByRole('button', { name: 'Nytt steg' }).click();
  await page.getByLabel('Til hvem').fill('Kripos, lab');
  await look('custody');
  await page.getByRole('dialog').getByRole('button', { name: 'Legg til' }).click();
  await page.getByText('Overlevert Kripos, lab').waitFor();
});

// Would catch: a step that names nobody, one that was entered wrongly and stands for ever, a check that leaves no step.
it('asks for a name, strikes a step with a reason, and enters a check as a step, by keys', async () => {
  await page.getByRole('button', { name: 'Nytt steg' }).press('Enter');
  const dialog = page.getByRole('dialog');
  const save = dialog.getByRole('button', { name: 'Legg til' });
  await dialog.getByText(/Hvem, eller til hvem/).waitFor();
  expect(await save.isDisabled()).toBe(true);
  await page.locator('[role="dialog"] :focus').waitFor();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  // Would catch: Esc that closes the dialog and what lies under it, too.
  const chain = page.locator('.attachment-chain');
  await chain
    .getByText(/ført .* av /)
    .first()
    .waitFor();
  await page.getByRole('button', { name: /^Stryk: Overlevert/ }).press('Enter');
  await dialog.getByLabel('Hvorfor').fill('Feil mottaker');
  await page.keyboard.press('Enter');
  await dialog.waitFor({ state: 'detached' });
  await chain.locator('s').getByText('Kripos, lab').waitFor();
  await chain.getByText('Feil mottaker').waitFor();
  await page.getByRole('button', { name: 'Før kontrollen i beviskjeden' }).press('Enter');
  await look('custody-check');
  await dialog.getByRole('button', { name: 'Legg til' }).press('Enter');
  await dialog.waitFor({ state: 'detached' });
  await chain.getByText('Kontrollert').waitFor();
  await chain.getByText('Filen er byte for byte som ved mottak.').waitFor();
  await look('custody-chain');
});

// Would catch: a file that can be taken in and never becomes evidence, or one whose checksum is typed by hand.
it('enters a file as evidence by keys, and says of another that it is none', async () => {
  await choose('port.png');
  await page.getByText('Filen er ikke ført som bevis.').waitFor();
  await page.getByRole('button', { name: 'Før som bevis' }).press('Enter');
  await page.getByText('Filen er ikke ført som bevis.').waitFor({ state: 'detached' });
  await look('evidence');
  await choose('tom.dat');
  await page.getByText('Filen er ikke ført som bevis.').waitFor();
  await page.getByLabel('Knytt til bevis').selectOption({ label: 'port.png' });
  await page.getByText('Filen er ikke ført som bevis.').waitFor({ state: 'detached' });
});

// Would catch: a drop that opens the file in the window's place, or does nothing.
it('takes a file that is dropped, and tells when its content is there already', async () => {
  await page.getByLabel('Mottatt fra (valgfritt)').fill('Lind');
  const data = await page.evaluateHandle(
    (bytes) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([Uint8Array.from(bytes)], 'kopi.wav', { type: 'audio/wav' }));
      return transfer;
    },
    [...waveFile()],
  );
  const desk = page.locator('.attachment-desk');
  await desk.dispatchEvent('dragenter', { dataTransfer: data });
  await page.getByText('Slipp filene her for å ta dem inn').waitFor();
  await desk.dispatchEvent('drop', { dataTransfer: data });
  await page.getByText('kopi.wav har samme innhold som et vedlegg i saken.').waitFor();
  await look('same');
  // Would catch: the source of one file taken for the next, or lost on the way.
  expect(await page.getByLabel('Mottatt fra (valgfritt)').inputValue()).toBe('');
  await choose('kopi.wav');
  await page
    .locator('.attachment-chain')
    .getByText(/^Mottatt Lind til /)
    .waitFor();
  await page.getByRole('list', { name: 'Filer på vei inn' }).getByRole('button', { name: 'Lukk' }).click();
});

// Would catch: a stop that keeps half a file, or a list that never lets it go.
it('leaves nothing of a file that is stopped half way', async () => {
  const before = (await filesIn()).length;
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Legg til filer' }).press('Enter');
  // So long that it is never all there before it is stopped, and hardly any of it on the disk.
  const path = join(outside, 'film.bin');
  await writeFile(path, Buffer.alloc(1_000_000, canary.word));
  await truncate(path, 2 ** 31);
  await (await chooser).setFiles(path);
  const coming = page.getByRole('progressbar', { name: /film\.bin/ });
  await expect.poll(() => coming.evaluate((bar: HTMLProgressElement) => bar.value)).toBeGreaterThan(0);
  expect((await filesIn()).length).toBe(before + 1);
  await page.getByRole('button', { name: 'Stans film.bin' }).click();
  await expect.poll(() => page.getByRole('list', { name: 'Filer på vei inn' }).count()).toBe(0);
  await expect.poll(async () => (await filesIn()).length).toBe(before);
  await rm(outside, { recursive: true });
});

// Would catch: plain bytes of a file that was coming in when the core was killed; half a file that is believed.
it('keeps nothing in clear, and no half file, when the core is killed in the middle of an intake', async () => {
  const before = (await filesIn()).length;
  const ask = async <T>(name: string, input: unknown, bytes?: Uint8Array): Promise<T> =>
    JSON.parse(await chromium.app.call(name, JSON.stringify(input), bytes)).value;
  const [own] = await ask<{ id: string }[]>('case.list', {});
  const bytes = Buffer.alloc(2_000_000, `${canary.word} `);
  const about = { caseId: own?.id, name: `${canary.word}.txt`, sizeBytes: 4_000_000 };
  const { intakeId } = await ask<{ intakeId: string }>('attachment.begin', about);
  await ask('attachment.append', { intakeId, offset: 0 }, bytes);
  process.kill(chromium.app.corePid ?? 0, 'SIGKILL');
  await page.getByLabel('Passfrase', { exact: true }).waitFor();
  expect((await filesIn()).filter((name) => name.endsWith('.part'))).toHaveLength(1);
  expect(canary.inFolders([booksFolder, tmpdir(), '/dev/shm'], startedAt)).toEqual([]);
  await unlock();
  await expect.poll(() => list().getByRole('button').count()).toBe(6);
  expect(await filesIn()).toHaveLength(before);
});
