import { rm } from 'node:fs/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { BOOK, INFO, lockedBook, Refusal } from '#tests/renderer/fixtures/answers.ts';
import { buildPage } from '#tests/renderer/fixtures/build-page.ts';
import { type Fixture, openFixture } from '#tests/renderer/fixtures/open-fixture.ts';

let folder: string;
let fixture: Fixture;

beforeAll(async () => {
  folder = await buildPage();
  fixture = await openFixture(folder, lockedBook());
});
afterAll(async () => {
  await fixture?.stop();
  await rm(folder, { recursive: true, force: true });
});
// Would catch: an inline style or script the policy refuses, an error thrown anywhere on the way.
afterEach(() => expect(fixture.complaints()).toEqual([]));

const passphrase = () => fixture.page.getByLabel('Passfrase', { exact: true });
const tryOnce = async () => {
  await passphrase().fill('hest stol vindu gran');
  await fixture.page.keyboard.press('Enter');
};

describe('before a book is open', () => {
  // Would catch: a field without a name, text too faint in one of the themes.
  it('passes axe in both themes: unlock, new book, security', async () => {
    await fixture.show(lockedBook());
    await passphrase().waitFor();
    await fixture.checkAccess();
    await fixture.page.getByRole('button', { name: 'Ny saksbok' }).click();
    await fixture.checkAccess();
    await fixture.page.keyboard.press('F1');
    await fixture.page.getByText('Det Vernebok lover').waitFor();
    await fixture.checkAccess();
  });

  // Would catch: a name, a role, a last use or a book's name told to whoever passes by (practice: people and control).
  it('tells of no person, role, last use or name of a book', async () => {
    await fixture.show({ ...lockedBook(), 'vault.list': () => [BOOK, { ...BOOK, ref: '/home/x/Lind-saken' }] });
    await passphrase().waitFor();
    const text = await fixture.page.locator('body').innerText();
    expect(text).not.toMatch(/Lind|Fjære|analytiker|[Ss]ist åpnet|Hvem er du/);
    expect(await fixture.page.title()).toBe('Vernebok');
    expect(fixture.calls.map((call) => call.name)).not.toContain('session.get');
  });

  // Would catch: a wrong passphrase left in the field, an attempt that can be repeated at once, a wait nobody sees.
  it('slows the next attempt and says so', async () => {
    await fixture.show({
      ...lockedBook(),
      'vault.unlock': () => {
        throw new Refusal('PASSPHRASE_WRONG', { failedInRow: 3, waitMs: 60_000 });
      },
    });
    await tryOnce();
    await fixture.page.getByText('3 forsøk på rad.').waitFor();
    const wait = fixture.page.getByRole('button', { name: /Neste forsøk om \d+ s/ });
    expect(await wait.isDisabled()).toBe(true);
    expect(await passphrase().inputValue()).toBe('');
    await tryOnce();
    expect(fixture.calls.filter((call) => call.name === 'vault.unlock')).toHaveLength(1);
    await fixture.checkAccess();
  });

  // Would catch: four different troubles told as one.
  it.each([
    ['PASSPHRASE_WRONG', 'Passfrasen passet ikke.', 'Boken er hel'],
    ['VAULT_DAMAGED', 'Nøkkelfilen vault.json er skadet.', 'sikkerhetskopi'],
    ['BOOK_MISSING', 'Databasen book.db mangler i mappen.', 'Legg tilbake book.db'],
    ['BOOK_NEWER', 'Boken er skrevet av en nyere versjon av Vernebok.', 'Ingenting er lest eller endret'],
  ])('tells %s apart', async (code, title, rest) => {
    await fixture.show({
      ...lockedBook(),
      'vault.unlock': () => {
        throw new Refusal(code, { failedInRow: 1, waitMs: 0 });
      },
    });
    await tryOnce();
    const alert = fixture.page.getByRole('alert');
    await alert.waitFor();
    expect(await alert.innerText()).toContain(title);
    expect(await alert.innerText()).toContain(rest);
  });

  // Would catch: a real book opened in a window that cannot protect it.
  it('offers a demonstration book first where real ones are refused', async () => {
    const demo = { ref: 'd', purpose: 'demo' as const, sizeBytes: 4_100_000 };
    const capabilities = {
      ...INFO.capabilities,
      name: 'chromium' as const,
      realBooks: false,
      contentProtection: false,
    };
    await fixture.show({
      ...lockedBook(),
      'app.info': () => ({ ...INFO, capabilities, demo: { passphrase: 'fjord lampe stige hest' } }),
      'vault.list': () => [BOOK, demo],
    });
    await fixture.page.getByText('Demonstrasjonsbok', { exact: true }).waitFor();
    await fixture.page.getByText('åpner bare demonstrasjons- og testbøker').waitFor();
    await fixture.page.getByRole('button', { name: 'Fyll inn' }).click();
    expect(await passphrase().inputValue()).toBe('fjord lampe stige hest');
    await fixture.page.getByRole('button', { name: 'Bytt bok' }).click();
    await fixture.page.getByRole('menuitemradio', { name: 'Saksbok' }).click();
    await fixture.page.getByText('Denne boken åpnes ikke her.').waitFor();
    expect(await passphrase().isDisabled()).toBe(true);
    await fixture.checkAccess();
  });

  // Would catch: the next deadline hidden behind the lock, or told with its case.
  it('says that something is due, and no more', async () => {
    await fixture.show({ ...lockedBook(), 'app.info': () => ({ ...INFO, dueAt: [Date.now() + 80.5 * 60_000] }) });
    await fixture.page.getByText('Noe har frist om 1 t 20 min.').waitFor();
  });

  // Would catch: a crash behind the lock told as if nothing had been.
  it('says why the book was locked when the person did not do it', async () => {
    await fixture.show({ ...lockedBook(), 'app.info': () => ({ ...INFO, lockedBy: 'fault' }) });
    await fixture.page.getByText('Noe stanset, og boken ble låst.').waitFor();
  });
});

describe('after a lock', () => {
  // Would catch: words that are gone without a word; "taken care of" said of what was not.
  it.each([
    ['failed', 'Noe du skrev, ble ikke lagret før boken ble låst.'],
    ['unknown', 'Det er usikkert om det siste du skrev, ble lagret.'],
  ] as const)('says that the last that was typed was not kept for sure (%s)', async (handedIn, title) => {
    await fixture.show({ ...lockedBook(), 'app.info': () => ({ ...INFO, lockedBy: 'idle', handedIn }) });
    await fixture.page.getByText(title).waitFor();
    await fixture.page.getByText('Boken låste seg etter tid uten aktivitet.').waitFor();
    expect(await fixture.page.getByText('Det du hadde skrevet, er tatt vare på.').count()).toBe(0);
    await fixture.checkAccess();
  });

  it('says that it was when it was', async () => {
    await fixture.show({ ...lockedBook(), 'app.info': () => ({ ...INFO, lockedBy: 'idle', handedIn: 'kept' }) });
    await fixture.page.getByText('Det du hadde skrevet, er tatt vare på.').waitFor();
  });
});

describe('a new book', () => {
  const name = () => fixture.page.getByLabel('Navnet ditt');
  const again = () => fixture.page.getByLabel('Passfrasen en gang til');
  const create = () => fixture.page.getByRole('button', { name: 'Opprett saksbok' });

  // Would catch: a book made with two different passphrases, a weak one, or before its loss was understood.
  it('is made only when everything is right', async () => {
    await fixture.show({ ...lockedBook(), 'vault.list': () => [], 'vault.create': () => ({ ref: 'n' }) });
    await name().waitFor();
    expect(await create().isDisabled()).toBe(true);
    await fixture.page.getByLabel('Jeg vet at boken er tapt').check();
    await passphrase().fill('for kort');
    await again().fill('for kort!');
    await create().click();
    await fixture.page.getByText('Skriv navnet ditt.').waitFor();
    await fixture.page.getByText('For kort: minst 15 tegn.').waitFor();
    await fixture.page.getByText('De to er ikke like.').waitFor();
    await fixture.checkAccess();
    expect(fixture.calls.map((call) => call.name)).not.toContain('vault.create');
    await name().fill(' Fjære ');
    await passphrase().fill('fjord lampe stige hest');
    await again().fill('fjord lampe stige hest');
    await fixture.page.keyboard.press('Enter');
    await expect
      .poll(() => fixture.calls.find((call) => call.name === 'vault.create')?.input)
      .toEqual({
        name: 'Fjære',
        passphrase: 'fjord lampe stige hest',
        purpose: 'real',
      });
  });

  // Would catch: a language that changes the words but not what a screen reader pronounces.
  it('can be made in English', async () => {
    await fixture.show({ ...lockedBook(), 'vault.list': () => [] });
    await fixture.page.getByRole('button', { name: 'Norsk bokmål' }).click();
    await fixture.page.getByRole('menuitemradio', { name: 'English' }).click();
    await fixture.page.getByText('New casebook').waitFor();
    expect(await fixture.page.locator('html').getAttribute('lang')).toBe('en');
    expect(fixture.calls).toContainEqual({ name: 'app.set_language', input: { language: 'en' } });
  });
});
