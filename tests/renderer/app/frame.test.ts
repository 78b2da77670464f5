import { rm } from 'node:fs/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ShownRecord } from '#contract/record.ts';
import { newRecordId, type RecordId } from '#model/ids.ts';
import { openCases } from '#tests/helpers/chromium.ts';
import { CHANGES, id, openBook, Refusal, SESSION } from '#tests/renderer/fixtures/answers.ts';
import { buildPage } from '#tests/renderer/fixtures/build-page.ts';
import { type Fixture, openFixture } from '#tests/renderer/fixtures/open-fixture.ts';

let folder: string;
let fixture: Fixture;

beforeAll(async () => {
  folder = await buildPage();
  fixture = await openFixture(folder, openBook());
});
afterAll(async () => {
  await fixture?.stop();
  await rm(folder, { recursive: true, force: true });
});
beforeEach(async () => {
  await fixture.show(openBook());
  await openCases(fixture.page);
  await fixture.page.getByRole('table', { name: 'Saker' }).waitFor();
});
// Would catch: an inline style or script the policy refuses, an error thrown anywhere on the way.
afterEach(() => expect(fixture.complaints()).toEqual([]));

const callsOf = (name: string) => fixture.calls.filter((call) => call.name === name).map((call) => call.input);
const press = (keys: string) => fixture.page.keyboard.press(keys);
/** The part a person has in a case. */
const partOf = (caseId: RecordId, personId: RecordId): ShownRecord => ({
  id: newRecordId(),
  kind: 'case_person',
  caseId,
  title: '',
  titleEn: null,
  startsAt: null,
  endsAt: null,
  precision: null,
  qualifier: null,
  storyOrder: 0,
  createdAt: 0,
  createdBy: 'Fjære',
  changedAt: 0,
  changedBy: 'Fjære',
  version: 1,
  struckAt: null,
  struckBy: null,
  struckReason: null,
  importKey: null,
  values: { personId, role: 'threat_actor', relation: null },
  withheld: [],
});
const shows = (text: string | RegExp) => fixture.page.getByText(text).first().waitFor();

describe('every page of an open book', () => {
  // Would catch: a control without a name, text too faint in one of the themes, a landmark twice.
  it('passes axe in both themes', async () => {
    await fixture.checkAccess();
    for (const page of ['Logg', 'Innstillinger']) {
      await fixture.page.getByRole('button', { name: page, exact: true }).click();
      await fixture.checkAccess();
    }
    await press('F1');
    await fixture.checkAccess();
  });

  // Would catch: last use and failed attempts told again on every page, or never (practice: people and control).
  it('tells of the last opening and failed attempts once', async () => {
    await shows('Sist åpnet sø 2026-03-29 03:20.');
    await shows('3 mislykkede forsøk siden da.');
    await shows(/05:02–05:04/);
    await fixture.page.getByRole('button', { name: 'Sett' }).click();
    expect(await fixture.page.getByText('Sist åpnet').count()).toBe(0);
  });

  // Would catch: a history cut short that opens without a word, a clock set back that orders the log wrongly.
  it('tells when the head or the clock does not agree', async () => {
    const session = { ...SESSION, failedAttempts: [], head: 'behind' as const, clock: 'before_last_entry' as const };
    await fixture.show({ ...openBook(), 'session.get': () => session });
    await shows(/siste endringer er kuttet bort/);
    await shows(/loggen har oppføringer etter dette/);
    await fixture.checkAccess();
  });

  // Would catch: demonstration content taken for real, or the reverse.
  it('carries the banner of a demonstration book and none otherwise', async () => {
    expect(await fixture.page.getByText(/oppdiktet/).count()).toBe(0);
    await fixture.show({ ...openBook(), 'session.get': () => ({ ...SESSION, purpose: 'demo' }) });
    await shows(/alt her er oppdiktet eller offentlig/);
    await fixture.page.getByRole('button', { name: 'Logg', exact: true }).click();
    await shows(/alt her er oppdiktet eller offentlig/);
  });
});

describe('keys', () => {
  // Would catch: an undo nobody notices, redo on the wrong chord.
  it('undo and redo changes and say which', async () => {
    await press('Control+z');
    await shows('Angret: Endret brudd.');
    await press('Control+Shift+z');
    await shows('Gjort om: Endret brudd.');
    expect(callsOf('history.undo')).toHaveLength(1);
    expect(callsOf('history.redo')).toHaveLength(1);
  });

  // Would catch: Ctrl+Z in a field taking back a record instead of a letter; N typed in a field opening a dialog.
  it('belong to the text where text is typed', async () => {
    const filter = fixture.page.getByLabel('Navn, nummer eller person');
    await filter.focus();
    await fixture.page.keyboard.type('Lin');
    await press('Control+z');
    await fixture.page.keyboard.type('n');
    expect(callsOf('history.undo')).toHaveLength(0);
    expect(await fixture.page.getByRole('dialog').count()).toBe(0);
  });

  // Would catch: a conflict told without the two values between which the person must choose.
  it('say both values when a change cannot be undone', async () => {
    fixture.answer({
      'history.undo': () => {
        throw new Refusal('UNDO_CONFLICT', {
          id: id('b'),
          kind: 'breach',
          field: 'location',
          left: 'oppgang A',
          found: 'oppgang B',
        });
      },
    });
    await press('Control+z');
    await shows(/etterlot «oppgang A», nå står det «oppgang B»/);
  });

  // Would catch: a lock that only works with the mouse, or not while a dialog is open.
  it('lock the book, also over a dialog', async () => {
    await press('n');
    await fixture.page.getByRole('dialog', { name: 'Ny sak' }).waitFor();
    await press('Control+l');
    await expect.poll(() => callsOf('vault.lock')).toHaveLength(1);
  });
});

describe('lock', () => {
  // Would catch: a page that lets the whole time for drafts pass, or says it is done before they are in.
  it('hands in what is typed and says when that is done', async () => {
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    fixture.answer({
      'log.checkpoint': async () => {
        await held;
        return { seq: 1, hash: 'ab' };
      },
    });
    await fixture.page.getByRole('button', { name: 'Logg', exact: true }).click();
    await expect.poll(() => callsOf('log.checkpoint')).toHaveLength(1);
    fixture.send('vault.locking', { withinMs: 500 });
    await shows('Boken låses');
    expect(callsOf('vault.flushed')).toHaveLength(0);
    release();
    await expect.poll(() => callsOf('vault.flushed')).toHaveLength(1);
  });

  // Would catch: a call that failed while the book was locking, told as if all had been kept; the lock waiting for itself.
  it('says how much could not be handed in', async () => {
    let refuse = () => {};
    const held = new Promise<never>((_, reject) => {
      refuse = () => reject(new Refusal('DISK_FULL'));
    });
    fixture.answer({ 'log.checkpoint': () => held, 'vault.lock': () => new Promise(() => undefined) });
    await fixture.page.getByRole('button', { name: 'Logg', exact: true }).click();
    await expect.poll(() => callsOf('log.checkpoint')).toHaveLength(1);
    await press('Control+l');
    await expect.poll(() => callsOf('vault.lock')).toHaveLength(1);
    fixture.send('vault.locking', { withinMs: 500 });
    await shows('Boken låses');
    refuse();
    await expect.poll(() => callsOf('vault.flushed')).toEqual([{ failed: 1 }]);
  });

  // Would catch: an idle lock that comes without a warning, a warning that stays when somebody is there.
  it('warns before the idle lock until somebody moves', async () => {
    fixture.send('vault.idle', { locksInMs: 45_000 });
    await shows(/Boken låser seg om 45 s/);
    await press('Shift');
    await expect.poll(() => fixture.page.getByText(/Boken låser seg om/).count()).toBe(0);
    expect(callsOf('app.activity').length).toBeGreaterThan(0);
  });
});

describe('palette', () => {
  const field = () => fixture.page.getByRole('combobox');
  const chosen = () => fixture.page.locator('[role=option][aria-selected=true]').innerText();

  // Would catch: a list that cannot be walked by keyboard, a screen reader that hears nothing of the line in force.
  it('is walked with the arrows and runs what is chosen', async () => {
    await press('Control+k');
    await field().waitFor();
    await fixture.checkAccess();
    await fixture.page.keyboard.type('logg');
    await expect.poll(chosen).toContain('Logg');
    const active = await field().getAttribute('aria-activedescendant');
    expect(await fixture.page.locator(`[id="${active}"]`).innerText()).toContain('Logg');
    await press('Enter');
    await fixture.page.getByRole('heading', { name: 'Logg', exact: true }).waitFor();
    expect(await field().count()).toBe(0);
  });

  // Would catch: a search that waits for the typing to stop, or one asked for every letter behind one that is slow; an
  // answer to what was typed before, shown as the answer to what stands there now; hits without where they were found.
  it('searches at once, the newest next when an answer has come, and marks what it found', async () => {
    await press('Control+k');
    await field().pressSequentially('bakgård', { delay: 20 });
    await expect
      .poll(() => fixture.page.locator('[role=option] mark').allInnerTexts())
      .toEqual(['bakgården', 'bakgården']);
    const asked = callsOf('search.query') as { text: string; limit: number }[];
    expect(asked[0]?.text.length).toBeLessThan('bakgård'.length);
    expect(asked.at(-1)).toEqual({ text: 'bakgård', limit: 30 });
    for (const { text } of asked) expect('bakgård'.startsWith(text)).toBe(true);
    expect(new Set(asked.map(({ text }) => text)).size).toBe(asked.length);
    await shows(/Brudd · 2026-03-28 · Lind/);
    await fixture.checkAccess();
  });

  // Would catch: the first letters typed after Ctrl+K lost, or taken for commands of the page below (N, I).
  it('takes every letter typed right after its key', async () => {
    await press('Control+k');
    await fixture.page.keyboard.type('ni på en natt');
    expect(await field().inputValue()).toBe('ni på en natt');
    expect(await fixture.page.getByRole('dialog').count()).toBe(1);
    await shows('Ingen treff');
    await fixture.checkAccess();
  });

  // Would catch: a person of the whole book found but leading nowhere, or to one of their cases only.
  it('offers a person in each of their cases, and alone where they have none', async () => {
    const person = (digit: string, title: string) => ({
      id: id(digit),
      kind: 'person' as const,
      caseId: null,
      title,
      titleEn: null,
      startsAt: null,
      precision: null,
      qualifier: null,
      excerpt: title,
      marks: [],
      exact: true,
      grade: null,
      replaced: null,
    });
    fixture.answer({
      'search.query': () => [person('d', 'M. Berg'), person('e', 'Berg i nabogården')],
      'record.list': () => ({ total: 2, records: [partOf(id('1'), id('d')), partOf(id('2'), id('d'))] }),
    });
    await press('Control+k');
    await fixture.page.keyboard.type('berg');
    const details = fixture.page.locator('[role=option] .vb-palette-detail');
    await expect
      .poll(() => details.allInnerTexts())
      .toEqual(['Person · Lind', 'Person · Rogn', 'Person · ikke i noen sak']);
  });

  // Would catch: Esc that closes more than the palette, a focus lost after it.
  it('closes with Esc and gives the focus back', async () => {
    const button = fixture.page.getByRole('button', { name: 'Ny sak' });
    await button.focus();
    await press('Control+k');
    await field().waitFor();
    await press('Escape');
    await expect.poll(() => field().count()).toBe(0);
    await expect.poll(() => button.evaluate((node) => node === document.activeElement)).toBe(true);
    await press('Enter');
    await fixture.page.getByRole('dialog', { name: 'Ny sak' }).waitFor();
    await press('Escape');
    await expect.poll(() => button.evaluate((node) => node === document.activeElement)).toBe(true);
  });
});

describe('cases', () => {
  // Would catch: counts added up wrongly, closed cases among the open ones.
  it('lists open cases with what they hold', async () => {
    const row = fixture.page.getByRole('row', { name: /Lind/ });
    expect((await row.getByRole('cell').allInnerTexts()).slice(1, 8)).toEqual([
      'STRENGT FORTROLIG',
      'Lind, barn A, barn B',
      '34',
      '9',
      '2',
      '11',
      '58',
    ]);
    expect(await fixture.page.getByRole('row').count()).toBe(5);
    await fixture.page.getByRole('radio', { name: 'Avsluttede' }).click();
    await fixture.page.getByRole('row', { name: /Selje/ }).waitFor();
  });

  // Would catch: empty lines made into persons, a case without a name, spaces kept around names.
  it('creates a case with its persons', async () => {
    fixture.answer({ 'case.create': () => ({ id: id('9') }) });
    await press('n');
    const dialog = fixture.page.getByRole('dialog', { name: 'Ny sak' });
    await dialog.waitFor();
    await fixture.checkAccess();
    await press('Enter');
    await shows('Saken må ha et navn.');
    await dialog.getByLabel('Navn på saken').fill(' Alm ');
    await dialog.getByLabel('Navn eller dekknavn').nth(1).fill('K.');
    await dialog.getByRole('button', { name: 'Legg til person' }).click();
    await dialog.getByLabel('Rolle i saken').nth(2).selectOption('child');
    await dialog.getByLabel('Navn eller dekknavn').nth(2).fill('barn A');
    await press('Enter');
    await expect
      .poll(() => callsOf('case.create'))
      .toEqual([
        {
          name: 'Alm',
          number: null,
          marking: 'fortrolig',
          persons: [
            { name: 'K.', role: 'threat_actor' },
            { name: 'barn A', role: 'child' },
          ],
        },
      ]);
  });

  // Would catch: an empty page that does not say what belongs there.
  it('says what belongs here when there is none', async () => {
    await fixture.show({ ...openBook(), 'case.list': () => [] });
    await openCases(fixture.page);
    await shows('Her står sakene');
    await fixture.checkAccess();
  });
});

describe('log', () => {
  beforeEach(() => fixture.page.getByRole('button', { name: 'Logg', exact: true }).click());

  // Would catch: pages that overlap or leave lines out.
  it('fetches older lines after the last one shown', async () => {
    const line = CHANGES[0];
    if (!line) throw new Error('no line');
    const all = Array.from({ length: 150 }, (_, index) => ({ ...line, seq: 150 - index }));
    await fixture.show({
      ...openBook(),
      'log.list': ({ before, limit }) => all.filter(({ seq }) => before === undefined || seq < before).slice(0, limit),
    });
    await fixture.page.getByRole('button', { name: 'Logg', exact: true }).click();
    await fixture.page.getByRole('button', { name: 'Vis eldre' }).click();
    await expect.poll(() => fixture.page.getByRole('row').count()).toBe(151);
    expect(callsOf('log.list').at(-1)).toEqual({ limit: 100, before: 51 });
  });

  // Would catch: a broken chain told like a whole one.
  it('says in words what the check found', async () => {
    const check = fixture.page.getByRole('button', { name: 'Kontroller nå' });
    await check.click();
    await shows(/Loggen henger sammen: 18.204 endringer kontrollert\./);
    fixture.answer({
      'log.verify': () => ({
        ok: false,
        changes: 40,
        firstBad: { chain: 'log', seq: 17 },
        head: 'differs',
        files: { checked: 0, bad: [] },
      }),
    });
    await check.click();
    await shows('Kjeden av endringer brytes ved nr. 17.');
    await shows(/historien er skrevet om/);
    await fixture.checkAccess();
  });

  // Would catch: the log of use shown without words, or a line that leads nowhere.
  it('shows what was used', async () => {
    await fixture.page.getByRole('radio', { name: 'Bruk' }).click();
    await fixture.page.getByRole('row', { name: /Søkte 3 treff/ }).waitFor();
    await fixture.checkAccess();
  });
});

describe('settings', () => {
  beforeEach(() => fixture.page.getByRole('button', { name: 'Innstillinger', exact: true }).click());

  // Would catch: a theme that follows the system although another was chosen; something left in the browser's storage.
  it('holds the chosen theme, in memory only', async () => {
    await fixture.page.emulateMedia({ colorScheme: 'light' });
    await fixture.page.getByRole('radio', { name: 'Mørkt' }).click();
    await fixture.page.waitForSelector('html[data-theme="dark"]');
    const kept = await fixture.page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie]);
    expect(kept).toEqual([0, 0, '']);
  });

  // Would catch: a backup reported done without its name, or twice when pressed twice.
  it('makes a backup and says what it made', async () => {
    await fixture.page.getByRole('button', { name: 'Lag sikkerhetskopi' }).click();
    await shows('Kopien er skrevet og kontrollert.');
    await shows('vernebok-2026-03-29-0511');
    expect(callsOf('backup.create')).toHaveLength(1);
  });
});

describe('at 200 % zoom', () => {
  // Would catch: controls pushed out of the window where it is half as wide (WCAG 2.2, 1.4.10).
  it('keeps every control inside the window', async () => {
    await fixture.page.setViewportSize({ width: 720, height: 450 });
    for (const page of ['Saker', 'Logg', 'Innstillinger']) {
      await fixture.page.getByRole('button', { name: page, exact: true }).click();
      const outside = await fixture.page.evaluate(() =>
        [...document.querySelectorAll('button, input, h1')]
          .filter((node) => !node.closest('.vb-panel-flush') && node.getBoundingClientRect().right > innerWidth)
          .map((node) => node.outerHTML),
      );
      expect(outside).toEqual([]);
    }
    await fixture.page.setViewportSize({ width: 1440, height: 900 });
  });
});
