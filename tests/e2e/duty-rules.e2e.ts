/**
 * By keys alone: what was put off stands on the board of the day; the board is narrowed and such a view kept; the pattern is
 * held against the plan and gone through; a recall is told back; what a package and a chronology are about; what asks to act
 * now is said once.
 */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { RecordId } from '#model/ids.ts';
import { DEMO_CASE, type OpenDemo, openDemo } from '#tests/helpers/demo.ts';
import { focusedWords, tabTo } from '#tests/helpers/keys.ts';
import { lookAt } from '#tests/helpers/look.ts';

let demo: OpenDemo;
let page: Page;
let caseId: RecordId;
let alarm: RecordId;

beforeAll(async () => {
  demo = await openDemo();
  page = demo.page;
  const cases = await demo.call<{ id: RecordId; name: string }[]>('case.list', {});
  caseId = cases.find(({ name }) => name === DEMO_CASE)?.id as RecordId;
});
afterAll(() => demo?.finish());

const press = (keys: string) => page.keyboard.press(keys);
const rows = () => page.locator('.vb-today-row');
const look = (name: string) => lookAt(page, name);
async function goTo(place: 'I dag' | 'Saker' | 'Innstillinger', heading = place as string): Promise<void> {
  const entry = page
    .getByRole('navigation', { name: 'Hovedmeny' })
    .getByRole('button', { name: new RegExp(`^${place}`) });
  await entry.press('Enter');
  await page.getByRole('heading', { level: 1, name: heading }).waitFor();
}
async function openArea(name: RegExp): Promise<void> {
  await goTo('Saker');
  await page.getByRole('button', { name: DEMO_CASE }).press('Enter');
  await page.getByRole('heading', { level: 1, name: /Lind/ }).waitFor();
  await page.locator('nav.vb-tabs').getByRole('button', { name }).press('Enter');
}
/** A choice of an open menu, by its letters; it has the keys before Enter is pressed. */
async function choose(button: RegExp, item: RegExp): Promise<void> {
  await page.locator('.vb-topbar').getByRole('button', { name: button }).press('Enter');
  const menu = page.getByRole('menu');
  await menu.waitFor();
  const entry = menu.getByRole('menuitemradio', { name: item });
  await entry.focus();
  await expect.poll(() => entry.evaluate((element) => element === document.activeElement)).toBe(true);
  await press('Enter');
  await menu.waitFor({ state: 'detached' });
}

// Would catch: an alert for what was there when the book was opened, one told twice, none at all, or one that names the
// case in a message of the system.
it('says once, within the window, what newly asks to act now, and leads to the board', async () => {
  await goTo('Saker');
  await page.getByRole('button', { name: DEMO_CASE }).waitFor();
  // What was there when the book was opened is told by nobody: the first answer has come when the rail counts it.
  await page.locator('.vb-rail-badge').waitFor();
  const alert = page.getByText('Voldsalarmen er mistet').first();
  expect(await alert.count()).toBe(0);
  const { records } = await demo.call<{ records: { id: RecordId; values: { status: string } }[] }>('record.list', {
    ...{ kinds: ['alarm'], caseId, order: 'time' },
  });
  alarm = records[0]?.id as RecordId;
  await demo.call('record.update', { id: alarm, patch: { status: 'lost' } });
  await alert.waitFor();
  await look('alert');
  const open = page.getByRole('button', { name: 'Åpne I dag' });
  await open.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'I dag' }).waitFor();
  await rows().filter({ hasText: 'Voldsalarmen er mistet' }).waitFor();
});

// Would catch: a flag whose date has come that leads nowhere, or to a list in which it is not seen.
it('leads from what is to be looked at again to the flag, which has the keys', async () => {
  const { flags } = await demo.call<{ flags: { rule: string }[] }>('flag.list', { caseId, at: null });
  const rule = flags.at(-1)?.rule;
  const lookAgainAt = (await demo.call<{ nowAt: number }>('clock.list', { caseId })).nowAt + 1_500;
  await demo.call('flag.set_aside', { caseId, rule, reason: 'Venter på svar fra retten', lookAgainAt });
  await expect
    .poll(async () => (await demo.call<{ nowAt: number }>('clock.list', { caseId })).nowAt)
    .toBeGreaterThan(lookAgainAt);
  // The board asks anew with the minute and with every change: this is one.
  await demo.call('record.update', { id: alarm, patch: { status: 'active' } });
  await goTo('I dag');
  const row = rows().filter({ hasText: 'Se på nytt' });
  await row.waitFor();
  await expect.poll(() => row.innerText()).toContain('Venter på svar fra retten');
  await look('today-look-again');
  await row.locator('.vb-today-open').press('Enter');
  await expect.poll(() => focusedWords(page)).toMatch(/^Vurder: /);
  await look('flag-asked');
});

// Would catch: a filter that only the mouse reaches, one that is gone after a look at a case, a view that is not kept.
it('narrows the board by type and keeps the view under a name', async () => {
  await goTo('I dag');
  // The board is there with its rows, not yet when its heading is.
  await rows().first().waitFor();
  const all = await rows().count();
  await choose(/^Filter/, /^Forbud$/);
  await expect.poll(() => rows().count()).toBeLessThan(all);
  const narrowed = await rows().count();
  expect(narrowed).toBeGreaterThan(0);
  await goTo('Saker');
  await goTo('I dag');
  await expect.poll(() => rows().count()).toBe(narrowed);
  await page
    .locator('.vb-topbar')
    .getByRole('button', { name: /^Visninger/ })
    .press('Enter');
  await page.getByRole('menuitem', { name: 'Lagre visningen' }).press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  await expect.poll(() => focusedWords(page)).toMatch(/navn/i);
  await page.keyboard.type('Forbudene');
  await press('Enter');
  await dialog.waitFor({ state: 'detached' });
  await page
    .locator('.vb-topbar')
    .getByRole('button', { name: /^Forbudene/ })
    .waitFor();
  await look('today-narrowed');
});

// Would catch: a pattern that the plan is held against by colour alone, an episode that is decided by the program, a walk
// through them that loses the keys.
it('holds the pattern against the plan, and goes through what was done during an order', async () => {
  const { orders, open } = await demo.call<{ orders: RecordId[]; open: number }>('pattern.under_order', { caseId });
  expect(orders.length).toBeGreaterThan(0);
  await openArea(/^Hendelser/);
  await page.getByRole('radio', { name: 'Mønster' }).focus();
  await press('Space');
  const heat = page.getByRole('region', { name: 'Når på uken' });
  await heat.waitFor();
  await tabTo(page, /^Av$/, 'Tab', 120);
  await press('ArrowRight');
  await heat.getByText('ikke dekket av planen, neste sju dager').waitFor();
  await expect.poll(() => heat.getByRole('button', { name: /ikke dekket av planen/ }).count()).toBeGreaterThan(0);
  await look('pattern-plan');
  const during = page.getByRole('region', { name: 'Mens forbudet gjaldt' });
  await during.waitFor();
  expect(open).toBeGreaterThan(0);
  await tabTo(page, new RegExp(`^Gå gjennom ${open}$`), 'Tab', 160);
  await press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Gå gjennom episoder' });
  await dialog.getByText(`1 av ${open}`).waitFor();
  await look('pattern-look');
  await tabTo(page, /^Hvorfor ikke ført som brudd/);
  await page.keyboard.type('Avtalt henting av barna');
  await tabTo(page, /^Ikke brudd$/);
  await press('Enter');
  await dialog.getByText(open === 1 ? 'Episoden er gått gjennom.' : `2 av ${open}`).waitFor();
  await press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await during.getByText('1 er gjennomgått og ikke ført som brudd.').waitFor();
  await press('Control+z');
  await during.getByText('1 er gjennomgått og ikke ført som brudd.').waitFor({ state: 'detached' });
});

// Would catch: a choice of what a package is about, or a page of the chronology, that only the mouse reaches.
it('chooses by keys what a package is about, and reads the chronology', async () => {
  await openArea(/^Orienteringer/);
  await page.getByRole('radio', { name: /^Saksdokumenter/ }).focus();
  await press('Space');
  const scope = page.getByLabel('Omfang');
  await scope.waitFor();
  await tabTo(page, /^Omfang/);
  await press('ArrowDown');
  await expect.poll(() => scope.locator('option:checked').innerText()).not.toBe('Hele saken');
  await page.getByText('Dette vil siktede lese').waitFor();
  await look('package-scope');
  await page.getByRole('radio', { name: /^Kronologi/ }).focus();
  await press('Space');
  await page.getByRole('radio', { name: /^Kronologi/, checked: true }).waitFor();
  await scope.waitFor({ state: 'detached' });
  await look('chronology');
});

// Would catch: a recall that can be told back by mouse only, one that is not in the log or that undo does not take back.
it('takes in by keys that a recall was told back, and takes it back with one undo', async () => {
  await demo.call('briefing.export', { caseId, profile: 'leder', language: 'nb', aboutId: null, notes: [] });
  const { persons } = await demo.call<{ persons: { person: { id: RecordId }; role: string }[] }>('case.view', {
    id: caseId,
  });
  const personId = persons.find(({ role }) => role === 'threat_actor')?.person.id;
  const { nowAt } = await demo.call<{ nowAt: number }>('clock.list', { caseId });
  const given = { personId, change: 'released', source: 'Kriminalomsorgen', conditions: null, backAt: null };
  await demo.call('actor.release', { ...given, at: nowAt });
  await openArea(/^Orienteringer/);
  const readBack = page.getByRole('button', { name: 'Gjengitt med egne ord' });
  await readBack.waitFor();
  await tabTo(page, /^Gjengitt med egne ord$/, 'Tab', 160);
  await press('Enter');
  const dialog = page.getByRole('dialog', { name: /er trukket tilbake/ });
  await expect.poll(() => focusedWords(page)).toMatch(/^Hvem har eksemplaret/);
  await look('read-back');
  await page.keyboard.type('Patrulje 31');
  await tabTo(page, /^Det viktigste/);
  await page.keyboard.type('Han er ute, kortet gjelder ikke.');
  await tabTo(page, /^(?:OK|Lagre|Bekreft)$/);
  await press('Enter');
  await dialog.waitFor({ state: 'detached' });
  await page.getByText('Han er ute, kortet gjelder ikke.').waitFor();
  await press('Control+z');
  await readBack.waitFor();
});
