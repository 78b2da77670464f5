import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { buildPage } from '#tests/renderer/fixtures/build-page.ts';
import { type Fixture, openFixture } from '#tests/renderer/fixtures/open-fixture.ts';

let folder: string;
let fixture: Fixture;

beforeAll(async () => {
  folder = await buildPage(join(import.meta.dirname, 'harness'));
  fixture = await openFixture(folder, {});
});
afterAll(async () => {
  await fixture?.stop();
  await rm(folder, { recursive: true, force: true });
});
beforeEach(() => fixture.show({}));
afterEach(() => expect(fixture.complaints()).toEqual([]));

const field = (label: string) => fixture.page.getByLabel(label, { exact: true });
const press = (keys: string) => fixture.page.keyboard.press(keys);
const button = (name: string) => fixture.page.getByRole('button', { name });
const handed = () => fixture.page.getByRole('list', { name: 'Overlevert' }).getByRole('listitem').allInnerTexts();
const expectHanded = (lines: string[]) => expect.poll(handed).toEqual(lines);

describe('a field that keeps what is typed', () => {
  // Would catch: a change made twice by Enter and leaving, or lost when the field is left with Tab.
  it('hands over once, on Enter or on leaving', async () => {
    await field('Navn').fill('Alm');
    await press('Enter');
    await press('Tab');
    await expectHanded(['name Alm']);
    await field('Tekst').fill('Ringte kl. 02:10');
    await press('Tab');
    await expectHanded(['name Alm', 'text Ringte kl. 02:10']);
  });

  // Would catch: text that lies unsaved for as long as nobody leaves the field.
  it('hands over after two seconds of silence', async () => {
    await fixture.page.clock.install();
    await field('Navn').fill('Al');
    await fixture.page.clock.runFor(1_500);
    await field('Navn').fill('Alm');
    await fixture.page.clock.runFor(1_500);
    expect(await handed()).toEqual([]);
    await fixture.page.clock.runFor(600);
    await expectHanded(['name Alm']);
  });

  // Would catch: the last words lost when another record is opened by a key.
  it('hands over when it is taken away', async () => {
    await field('Navn').fill('Alm');
    await button('Ta bort').evaluate((node: HTMLElement) => node.click());
    await expectHanded(['name Alm']);
  });

  // Would catch: what a person is typing replaced by a value that came from elsewhere, and one that was left alone not.
  it('shows a value from elsewhere, but never over what is being typed', async () => {
    await button('Fra andre').evaluate((node: HTMLElement) => node.click());
    await expect.poll(() => field('Navn').inputValue()).toBe('Rogn');
    await fixture.show({});
    await field('Navn').fill('Ask');
    await button('Fra andre').evaluate((node: HTMLElement) => node.click());
    expect(await field('Navn').inputValue()).toBe('Ask');
  });

  // Would catch: a field undone so soon after it was left that it goes on showing words that are not in the book, or one
  // that was refused and loses them.
  it('shows what is kept again when it was taken back before it was read, and keeps what was refused', async () => {
    await field('Angret').fill('feil');
    await press('Enter');
    await expect.poll(() => field('Angret').inputValue()).toBe('før');
    await field('Angret').fill('feil');
    await press('Enter');
    await expect.poll(() => field('Angret').inputValue()).toBe('før');
    await field('Angret').fill('avvist');
    await press('Enter');
    await field('Angret').fill('avvist to');
    await press('Enter');
    await expect.poll(() => field('Angret').inputValue()).toBe('før');
    await field('Angret').fill('avvist');
    await press('Enter');
    await expectHanded(['feil', 'feil', 'avvist', 'avvist to', 'avvist'].map((text) => `taken back ${text}`));
    expect(await field('Angret').inputValue()).toBe('avvist');
  });

  // Would catch: Esc that closes the dialog around a field instead of putting its text back first.
  it('puts back on Esc what was there', async () => {
    await button('Spør').click();
    await fixture.page.keyboard.type(' skrevet');
    await press('Escape');
    expect(await field('Grunn').inputValue()).toBe('før');
    await press('Escape');
    await expect.poll(() => fixture.page.getByRole('dialog').count()).toBe(0);
    expect(await handed()).toEqual([]);
  });

  // Would catch: a dialog whose Enter does nothing, or whose text is not handed over before it is confirmed.
  it('confirms a dialog with Enter, after the text', async () => {
    await button('Spør').click();
    await field('Grunn').fill('feil person');
    await press('Enter');
    await expectHanded(['reason feil person', 'confirmed']);
  });

  // Would catch: a dialog that says yes to the time before, while the time that was typed in its place could not be read.
  it('is not confirmed while a time in it cannot be read', async () => {
    await button('Spør').click();
    await field('Gjelder fra').fill('32.13.2026');
    await press('Enter');
    await expect.poll(() => field('Gjelder fra').getAttribute('aria-invalid')).toBe('true');
    expect(await field('Gjelder fra').inputValue()).toBe('32.13.2026');
    expect(await handed()).toEqual([]);
    await field('Gjelder fra').fill('29.3.2026 0600');
    await press('Enter');
    await expectHanded([`from ${Date.UTC(2026, 2, 29, 4)}`, 'confirmed']);
  });

  // Would catch: Ctrl+Enter that says yes before the time that was just typed is read.
  it('is confirmed by Ctrl+Enter with what stands in the field, and not while that cannot be read', async () => {
    await button('Spør').click();
    await field('Gjelder fra').fill('32.13.2026');
    await press('Control+Enter');
    await expect.poll(() => field('Gjelder fra').getAttribute('aria-invalid')).toBe('true');
    expect(await handed()).toEqual([]);
    await field('Gjelder fra').fill('29.3.2026 0600');
    await press('Control+Enter');
    await expectHanded([`from ${Date.UTC(2026, 2, 29, 4)}`, 'confirmed']);
  });

  // Would catch: a question without a field in which the cross has the keys, so that Enter says no.
  it('gives the keys to the answer where nothing is to be typed', async () => {
    await button('Uten felt').click();
    await fixture.page.waitForFunction(() => document.activeElement?.matches('[role="dialog"] [type="submit"]'));
    await press('Enter');
    await expectHanded(['answered']);
  });
});

describe('a time that is typed', () => {
  // Would catch: a month made into its first day, a local time read in the wrong zone.
  it('is as exact as it was typed', async () => {
    await field('Når').fill('29.3.2026 0512');
    await press('Enter');
    await expect.poll(() => field('Når').inputValue()).toBe('2026-03-29 05:12');
    await field('Når').fill('mars 2012');
    await press('Tab');
    await expect.poll(() => field('Når').inputValue()).toBe('2012-03');
    await field('Når').fill('');
    await press('Tab');
    await expectHanded(['when minute 2026-03-29T03:12:00.000Z', 'when month 2012-02-29T23:00:00.000Z', 'when none']);
  });

  // Would catch: the last day of an order refused, or read as its first minute, so that it ends a day early.
  it('is an end by its last day, that day included', async () => {
    const end = field('Til og med');
    await end.fill('2. april 2026');
    await press('Enter');
    await expect.poll(() => end.inputValue()).toBe('2026-04-02');
    await fixture.page.getByText('hele dagen er med').waitFor();
    await end.fill('2026-04-20 12:00');
    await press('Enter');
    await expect.poll(() => end.inputValue()).toBe('2026-04-20 12:00');
    await end.fill('april 2026');
    await press('Enter');
    await fixture.page.getByText('Her trengs dato og klokkeslett.').waitFor();
    await expectHanded(['end 2026-04-02T22:00:00.000Z', 'end 2026-04-20T10:00:00.000Z']);
  });

  // Would catch: a time that does not exist taken for another, a wrong text thrown away, a wrong text kept as a value.
  it('is kept as text and told when it is none', async () => {
    await field('Når').fill('2026-03-29 02:30');
    await press('Enter');
    await fixture.page.getByText('Klokkeslettet finnes ikke: klokken ble stilt fram over det.').waitFor();
    expect(await field('Når').inputValue()).toBe('2026-03-29 02:30');
    await field('Fra').fill('29.3.2026');
    await press('Tab');
    await fixture.page.getByText('Her trengs dato og klokkeslett.').waitFor();
    expect(await field('Fra').getAttribute('aria-invalid')).toBe('true');
    expect(await handed()).toEqual([]);
  });

  // Would catch: "about nine" kept as nine, a choice that keeps another time than it shows, a choice that keys cannot reach.
  it('is known as about, before or after when it was told so, typed or chosen', async () => {
    const how = fixture.page.getByRole('combobox', { name: 'Nøyaktighet' }).first();
    await field('Når').fill('ca 28.3.2026 21:30');
    await press('Enter');
    await expect.poll(() => field('Når').inputValue()).toBe('ca. 2026-03-28 21:30');
    await expect.poll(() => how.inputValue()).toBe('about');
    await press('Tab');
    await expect.poll(() => how.evaluate((node) => node === document.activeElement)).toBe(true);
    await press('ArrowDown');
    await expect.poll(() => field('Når').inputValue()).toBe('før 2026-03-28 21:30');
    await how.selectOption('');
    await expect.poll(() => field('Når').inputValue()).toBe('2026-03-28 21:30');
    await expectHanded(
      ['about ', 'before ', ''].map((qualifier) => `when ${qualifier}minute 2026-03-28T20:30:00.000Z`),
    );
  });

  // Would catch: a choice made before the time is typed that is forgotten, or that hands over no time as one.
  it('can be said to be a bound before it is typed', async () => {
    const how = fixture.page.getByRole('combobox', { name: 'Nøyaktighet' }).first();
    await how.selectOption('after');
    await expect.poll(() => field('Når').evaluate((node) => node === document.activeElement)).toBe(true);
    await fixture.page.keyboard.type('2019');
    await press('Enter');
    await expect.poll(() => field('Når').inputValue()).toBe('etter 2019');
    await expectHanded(['when after year 2018-12-31T23:00:00.000Z']);
  });

  // Would catch: a plan or an instant that takes "about": what is planned is exact, and its words would be lost.
  it('must be exact where only an exact time can be kept', async () => {
    await field('Fra').fill('ca. 29.3.2026 21:30');
    await press('Tab');
    await fixture.page.getByText('Her trengs et nøyaktig tidspunkt').waitFor();
    expect(await field('Fra').inputValue()).toBe('ca. 29.3.2026 21:30');
    expect(await handed()).toEqual([]);
  });

  // Would catch: a plan's wall clock turned into an instant and back, an instant that is not one.
  it('keeps a wall clock as it was typed and an instant as ms UTC', async () => {
    await field('Fra').fill('2026-10-25 0230');
    await press('Enter');
    await fixture.page.getByText('Det første er brukt.').waitFor();
    await field('Sjekket').fill('2026-03-29 05:12');
    await press('Enter');
    await expectHanded(['local 2026-10-25T02:30', `at ${Date.UTC(2026, 2, 29, 3, 12)}`]);
  });
});

// Would catch: a form whose times are known already, and that begins in how exactly the first of them is.
it('a form begins in the first field that says nothing, never in how exactly a time is known', async () => {
  await button('Fyll ut').click();
  await expect.poll(() => field('Vilkår').evaluate((node) => node === document.activeElement)).toBe(true);
});

describe('keys', () => {
  // Would catch: a choice that takes one Tab for each option, arrows that do nothing.
  it('move through a choice and through the rows of a table', async () => {
    await fixture.page.getByRole('radio', { name: 'A' }).focus();
    await press('ArrowLeft');
    expect(await fixture.page.getByRole('radio', { name: 'C' }).getAttribute('aria-checked')).toBe('true');
    await press('Tab');
    await press('ArrowDown');
    await press('End');
    await press('ArrowUp');
    await press('Enter');
    await expectHanded(['open to']);
  });

  // Would catch: a command dead because the bridge keeps the browser from printing by itself; one dead in a field.
  it('run a command on a chord the browser would have taken', async () => {
    await field('Navn').focus();
    await press('Control+p');
    await expectHanded(['print']);
  });

  // Would catch: a control without a name, text too faint.
  it('passes axe', async () => {
    await button('Spør').click();
    await fixture.page.getByRole('dialog').waitFor();
    expect(await fixture.axe()).toEqual([]);
  });
});
