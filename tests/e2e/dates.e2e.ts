/**
 * A date the book knows, by keyboard alone: found among what is open, a need planned for it, the gap it makes, and all of
 * it taken back; on the timeline, and in the list alone, where the date then moves and is no more.
 */
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RecordId } from '#model/ids.ts';
import { DEMO_CASE, type OpenDemo, openDemo, openDemoCase } from '#tests/helpers/demo.ts';
import { lookAt } from '#tests/helpers/look.ts';

const PLOT = '.timeline-plot';
const LIST = '.vb-timeline-grid';
const WINDOW = { fromAt: Date.parse('2026-03-29T12:00Z'), toAt: Date.parse('2026-05-10T12:00Z') };

let demo: OpenDemo;
let page: Page;
let caseId: RecordId;

beforeAll(async () => {
  demo = await openDemo();
  page = demo.page;
  await openDemoCase(page);
  const cases = await demo.call<{ id: RecordId; name: string }[]>('case.list', {});
  caseId = cases.find(({ name }) => name === DEMO_CASE)?.id as RecordId;
  await page.locator('nav.vb-tabs .vb-tab').nth(1).focus();
  await press('Enter');
  await page.locator(PLOT).waitFor();
  await page.getByText('Forbudet utløper', { exact: false }).first().waitFor();
});

afterAll(() => demo?.finish());

const press = (keys: string) => page.keyboard.press(keys);

const look = (name: string) => lookAt(page, `dates-${name}`);

/** What the dates of one sort ask for now. */
async function states(reason: string): Promise<string[]> {
  interface Found {
    readonly state: string;
    readonly reason: string | null;
    readonly key: string;
  }
  const { raised, accepted } = await demo.call<{ raised: Found[]; accepted: { key: string }[] }>('plan.conflicts', {
    caseId,
    ...WINDOW,
  });
  const settled = new Set(accepted.map(({ key }) => key));
  return raised.filter((one) => one.reason === reason && !settled.has(one.key)).map(({ state }) => state);
}

/** Hours that are uncovered of the needs whose label says so. */
async function gapHours(label: string): Promise<number> {
  const { needs } = await demo.call<{ needs: { id: string; label: string }[] }>('plan.window', { caseId, ...WINDOW });
  const ids = new Set(needs.filter((need) => need.label.includes(label)).map(({ id }) => id));
  const { intervals } = await demo.call<{
    intervals: { layer: string; state: string; fromAt: number; toAt: number; need: { id: string } }[];
  }>('plan.coverage', { caseId, ...WINDOW });
  return intervals
    .filter(({ layer, state, need }) => layer === 'planned' && state === 'gap' && ids.has(need.id))
    .reduce((sum, { fromAt, toAt }) => sum + (toAt - fromAt) / 3_600_000, 0);
}

/** What the grid says of the cell or row with the keys. */
function active(grid: string): Promise<string> {
  return page.evaluate((selector) => {
    const id = document.querySelector(selector)?.getAttribute('aria-activedescendant');
    const cell = id ? document.getElementById(id) : null;
    return cell?.getAttribute('aria-label') ?? cell?.textContent ?? '';
  }, grid);
}

/** Goes on to the next matter until the grid says so; each step is waited for. */
async function goTo(grid: string, name: RegExp): Promise<void> {
  for (let step = 0; step < 100; step += 1) {
    const told = await active(grid);
    if (name.test(told)) return;
    await press('g');
    await expect.poll(() => active(grid), { interval: 10, message: `after ${told}` }).not.toBe(told);
  }
  throw new Error(`no way to ${name}`);
}

const keysOn = (grid: string) =>
  page.waitForFunction((selector) => document.activeElement === document.querySelector(selector), grid);

async function asked(name: string): Promise<Locator> {
  const one = page.getByRole('dialog', { name });
  await one.waitFor();
  await page.waitForFunction(() => document.activeElement?.hasAttribute('data-autofocus'));
  return one;
}

async function fill(text: string): Promise<void> {
  await press('Control+a');
  await page.keyboard.type(text);
  await press('Tab');
}

/** Confirms by Enter from a field of one line. */
async function confirm(dialog: Locator): Promise<void> {
  await press('Enter');
  await dialog.waitFor({ state: 'detached' });
}

/** Opens the menu of what has the keys and chooses in it. */
async function choose(name: RegExp): Promise<void> {
  await press('Shift+F10');
  const item = page.getByRole('menuitem', { name });
  await item.waitFor();
  await page.waitForFunction(() => document.activeElement?.closest('[role="menu"]'));
  for (let step = 0; step < 20; step += 1) {
    if (await item.evaluate((one) => one === document.activeElement)) {
      await press('Enter');
      return item.waitFor({ state: 'detached' });
    }
    await press('ArrowDown');
  }
  throw new Error(`no way to ${name} by the arrows`);
}

describe('on the timeline', () => {
  // Would catch: a date no key leads to, a dialog without what the contingency says, a need that makes no gap, half an undo.
  it('finds the end of the order, plans its need, sees the gap and takes it back', async () => {
    await page.locator(PLOT).focus();
    await keysOn(PLOT);
    expect(await states('order_ends')).toEqual(['suggested']);
    expect(await gapHours('Forbudet utløper')).toBe(0);
    await goTo(PLOT, /Forbudet utløper, fr\. 3\. april 00:00.*Ikke noe behov planlagt: Lind, Barn A, Barn B/);
    await look('found');
    await press('n');
    const dialog = await asked('Planlegg behov');
    expect(await dialog.getByRole('checkbox', { checked: true }).count()).toBe(3);
    expect(await dialog.getByLabel('Nivå').inputValue()).toBe('guard');
    expect(await dialog.getByLabel('Antall tjenestepersoner').inputValue()).toBe('2');
    expect(await dialog.getByLabel('Til').inputValue()).toBe('2026-04-06 00:00');
    await look('dialog');
    await press('Tab');
    await confirm(dialog);
    await expect.poll(() => states('order_ends')).toEqual(['met']);
    // Three days for each of the three: nobody is planned for them.
    await expect.poll(() => gapHours('Forbudet utløper')).toBe(3 * 72);
    await page.locator('.vb-matters', { hasText: 'Lind: Forbudet utløper' }).waitFor();
    await keysOn(PLOT);
    await goTo(PLOT, /Forbudet utløper.*2026-04-03 00:00.*udekket/);
    await look('gap');
    await press('Control+z');
    await expect.poll(() => states('order_ends')).toEqual(['suggested']);
    expect(await gapHours('Forbudet utløper')).toBe(0);
  });
});

describe('in the list', () => {
  let hearing: RecordId;
  const MAIN = /Rettsmøte, ma\. 20\. april 10:00 · Ikke noe behov planlagt/;

  beforeAll(async () => {
    const values = { step: 'main_hearing', text: 'Hovedforhandling', scheduledAt: Date.parse('2026-04-20T08:00Z') };
    ({ id: hearing } = await demo.call<{ id: RecordId }>('record.create', { kind: 'court_step', caseId, values }));
    await press('l');
    await page.locator(LIST).waitFor();
    await page.locator('.vb-matters', { hasText: 'Rettsmøte, ma. 20. april 10:00' }).waitFor();
    await page.locator(LIST).focus();
    await keysOn(LIST);
  });

  // Would catch: a level that nobody has written and that is chosen all the same; a list from which a date cannot be answered.
  it('finds a hearing nobody has written anything for, plans its need and takes it back', async () => {
    await goTo(LIST, MAIN);
    await look('list');
    await choose(/^Planlegg behov/);
    const dialog = await asked('Planlegg behov');
    const plan = dialog.getByRole('button', { name: 'Planlegg behov' });
    expect(await dialog.getByLabel('Nivå').inputValue()).toBe('');
    expect(await plan.isDisabled()).toBe(true);
    await page.keyboard.type('Vakt');
    await press('Tab');
    await page.keyboard.type('1');
    await press('Tab');
    await press('Tab');
    await fill('2026-04-20 16:00');
    await press('Shift+Tab');
    await look('list-dialog');
    await confirm(dialog);
    await expect.poll(() => gapHours('Rettsmøte')).toBe(3 * 6);
    await page.locator('.vb-matters', { hasText: 'Lind: Rettsmøte' }).first().waitFor();
    await keysOn(LIST);
    await goTo(LIST, /2026-04-20 10:00 – 2026-04-20 16:00.*udekket.*Rettsmøte/);
    await press('Control+z');
    await expect.poll(() => gapHours('Rettsmøte')).toBe(0);
    expect(await states('hearing')).toEqual(['missing', 'suggested']);
    await press('Control+Shift+z');
    await expect.poll(() => gapHours('Rettsmøte')).toBe(3 * 6);
  });

  // Would catch: needs that stay where the hearing was, with nobody told; a move that leaves one of three behind.
  it('tells that the hearing has moved, and takes its needs along', async () => {
    const patch = { scheduledAt: Date.parse('2026-04-22T07:00Z') };
    await demo.call('record.update', { id: hearing, patch });
    const moved = 'Datoen er flyttet fra ma. 20. april 10:00 til on. 22. april 09:00';
    await page.locator('.vb-matters', { hasText: moved }).waitFor();
    await page.locator(LIST).focus();
    await keysOn(LIST);
    await goTo(LIST, new RegExp(moved));
    await look('moved');
    await choose(/^Flytt behovet/);
    await expect.poll(() => states('hearing')).toEqual(['missing', 'met']);
    const { needs } = await demo.call<{ needs: { label: string; series: { startLocal: string } }[] }>('plan.window', {
      caseId,
      ...WINDOW,
    });
    const own = needs.filter(({ label }) => label.includes('Rettsmøte'));
    expect(own.map(({ series }) => series.startLocal)).toEqual(Array.from({ length: 3 }, () => '2026-04-22T09:00'));
  });

  // Would catch: needs for a hearing that was held, kept for ever because nothing asks.
  it('tells that the hearing has been held, and ends its needs', async () => {
    await demo.call('record.update', { id: hearing, patch: { outcome: 'Utsatt, ikke berammet på nytt' } });
    await page.locator('.vb-matters', { hasText: /datoen gjelder ikke lenger, møtet er holdt/ }).waitFor();
    await page.locator(LIST).focus();
    await keysOn(LIST);
    await goTo(LIST, /datoen gjelder ikke lenger, møtet er holdt/);
    await choose(/^Avslutt behovet/);
    await expect.poll(() => gapHours('Rettsmøte')).toBe(0);
    // The list is drawn anew once the window has heard of it; a walk that began before would lose its row.
    await page.locator('.vb-matters', { hasText: /datoen gjelder ikke lenger/ }).waitFor({ state: 'detached' });
  });

  // Would catch: a date that is answered "not needed" and asked about all the same.
  it('takes "not needed" with the reason, until the date moves', async () => {
    await page.locator(LIST).focus();
    await keysOn(LIST);
    // Back over what lies before: the keys for what is open only go on.
    await press('t');
    await page.locator('.vb-timeline-period', { hasText: /^2026-03-2.*rader\.$/ }).waitFor();
    await press('Home');
    for (let row = 0; row < 300 && !/Forbudet utløper, fr\. 3\. april/.test(await active(LIST)); row += 1) {
      const told = await active(LIST);
      await press('ArrowDown');
      await expect.poll(() => active(LIST), { interval: 10, message: `after ${told}` }).not.toBe(told);
    }
    await choose(/^Ikke nødvendig/);
    const dialog = await asked('Ikke nødvendig');
    await page.keyboard.type('Hun bor på skjermet sted til etter påske');
    await confirm(dialog);
    await expect.poll(() => states('order_ends')).toEqual([]);
    await page.locator('.vb-matters li', { hasText: 'Forbudet utløper' }).waitFor({ state: 'detached' });
  });
});
