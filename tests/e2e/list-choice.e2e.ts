/** The list as the drawing's equal for several duties at once: chosen, copied, repeated, moved and called off by keys alone. */
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { RecordId } from '#model/ids.ts';
import { DEMO_CASE, type OpenDemo, openDemo, openDemoCase } from '#tests/helpers/demo.ts';
import { showQuarter, tabTo } from '#tests/helpers/keys.ts';
import { lookAt } from '#tests/helpers/look.ts';

const WINDOW = { fromAt: Date.parse('2026-04-08T00:00Z'), toAt: Date.parse('2026-04-30T00:00Z') };
const TEXT = 'Følge til terapi';

let demo: OpenDemo;
let page: Page;
let caseId: RecordId;
let list: Locator;

const press = (keys: string) => page.keyboard.press(keys);

interface View {
  readonly measures: readonly { readonly id: string; readonly title: string }[];
  readonly occurrences: readonly { readonly seriesId: string; readonly fromAt: number; readonly status: string }[];
}

/** Days and status of our measures, in time order. */
async function days(): Promise<string[]> {
  const view = await demo.call<View>('plan.window', { caseId, ...WINDOW });
  const own = new Set(view.measures.filter(({ title }) => title === TEXT).map(({ id }) => id));
  return view.occurrences
    .filter(({ seriesId }) => own.has(seriesId))
    .map(({ fromAt, status }) => `${new Date(fromAt).toISOString().slice(5, 13)} ${status}`)
    .sort();
}
const planned = (...when: string[]) => when.map((one) => `${one} planned`);

beforeAll(async () => {
  demo = await openDemo();
  page = demo.page;
  const cases = await demo.call<{ id: RecordId; name: string }[]>('case.list', {});
  caseId = cases.find(({ name }) => name === DEMO_CASE)?.id as RecordId;
  for (const day of ['09', '10', '11']) {
    const times = { startLocal: `2026-04-${day}T10:00`, endLocal: `2026-04-${day}T12:00` };
    await demo.call('plan.create_measure', { caseId, type: 'guarding', text: TEXT, ...times });
  }
  await openDemoCase(page);
  await page.locator('nav.vb-tabs .vb-tab').nth(1).focus();
  await press('Enter');
  await page.locator('.timeline-plot').waitFor();
  await press('l');
  list = page.getByRole('grid', { name: 'Tidslinjen som liste' });
  await showQuarter(page);
  await list.focus();
});

afterAll(() => demo?.finish());

const held = (text: string | RegExp) => page.locator('.vb-timeline-period', { hasText: text }).waitFor();
const ours = () =>
  list
    .getByRole('row', { name: new RegExp(TEXT) })
    .and(page.locator('.vb-timeline-row'))
    .count();

// Would catch: a list that stands still in time, a time that is told nowhere, one that is forgotten on the drawing.
it('goes to now, to spans, and on in time, and says which it holds', async () => {
  await page.getByRole('button', { name: '72 t', exact: true }).click();
  await press('t');
  await held(/^2026-03-28 – 2026-03-31: \d+ rader\.$/);
  expect(await ours()).toBe(0);
  await page.getByRole('button', { name: '10 d', exact: true }).click();
  const later = page.getByRole('button', { name: 'Senere' });
  await later.click();
  await later.click();
  await held(/^2026-04-05 – 2026-04-15: \d+ rader\.$/);
  await expect.poll(ours).toBe(3);
  await press('l');
  await page.locator('.timeline-plot').waitFor();
  await page.locator('.vb-timeline-span', { hasText: '2026-04-05 – 2026-04-15' }).waitFor();
  await press('l');
  await held(/^2026-04-05 – 2026-04-15: \d+ rader\.$/);
  await press('t');
  await showQuarter(page);
});

const isCursor = (row: Locator) => row.evaluateAll(([one]) => one?.classList.contains('vb-cursor'));

/** Walks the cursor to the first row of ours; lanes of the newest measures are the last. */
async function walk(): Promise<void> {
  await list.focus();
  const row = list
    .getByRole('row', { name: new RegExp(TEXT) })
    .and(page.locator('.vb-timeline-row'))
    .first();
  await press('End');
  for (let step = 0; step < 300 && !(await isCursor(row)); step += 1) await press('ArrowUp');
  expect(await isCursor(row)).toBe(true);
}

const chosen = (count: number) => page.getByRole('status').getByText(`${count} valgt`).waitFor();

/** Opens the menu of what is chosen and takes an action of it. */
async function act(name: string): Promise<void> {
  await press('Shift+F10');
  const item = page.getByRole('menuitem', { name, exact: true });
  await item.waitFor();
  await page.waitForFunction(() => document.activeElement?.closest('[role="menu"]'));
  await item.focus();
  await press('Enter');
}

/** Types a time in the dialog that is open, and confirms. */
async function answer(title: string, field: string, text: string, confirm: RegExp): Promise<void> {
  const dialog = page.getByRole('dialog', { name: title });
  await dialog.waitFor();
  await page.waitForFunction(() => document.activeElement?.hasAttribute('data-autofocus'));
  await press('Control+a');
  await page.keyboard.type(text);
  if (field !== '') expect(await dialog.getByLabel(field).inputValue()).toBe(text);
  await tabTo(page, confirm);
  await press('Enter');
  await dialog.waitFor({ state: 'detached' });
}

// Would catch: a list in which only one duty can be taken at a time, keys that choose headings or forget what was chosen.
it('chooses a stretch, single rows, a lane, and nothing again', async () => {
  await walk();
  await press('Shift+ArrowDown');
  await chosen(2);
  await press('Shift+ArrowDown');
  await chosen(3);
  await press('Shift+ArrowUp');
  await chosen(2);
  await press('Control+ArrowDown');
  await press('Control+Space');
  await chosen(3);
  await press('Control+Space');
  await chosen(2);
  await press('Control+a');
  await chosen(3);
  expect(await list.getByRole('row', { selected: true }).count()).toBe(3);
  await lookAt(page, 'list-choice');
  await press('Escape');
  await page.getByRole('status').getByText(/valgt/).waitFor({ state: 'detached' });
});

// Would catch: a copy of only the first, copies at one time, one undo that leaves some of them.
it('copies, repeats and moves what is chosen, each as one step', async () => {
  await walk();
  await press('Control+a');
  await chosen(3);
  await act('Kopier til …');
  await answer('Kopier 3 tiltak', 'Første starter', '2026-04-20 10:00', /^Kopier$/);
  const first = planned('04-09T08', '04-10T08', '04-11T08');
  await expect.poll(days).toEqual([...first, ...planned('04-20T08', '04-21T08', '04-22T08')]);
  await press('Control+z');
  await expect.poll(days).toEqual(first);

  await walk();
  await press('Shift+ArrowDown');
  await chosen(2);
  await act('Gjenta til …');
  await answer('Gjenta 2 tiltak', 'Siste gang', '2026-04-14 10:00', /^Gjenta$/);
  await expect.poll(days).toEqual([...first, ...planned('04-11T08', '04-12T08', '04-13T08', '04-14T08')].sort());
  await press('Control+z');
  await expect.poll(days).toEqual(first);

  await walk();
  await press('Control+a');
  await act('Flytt til …');
  await answer('Flytt 3 tiltak', 'Første starter', '2026-04-09 13:30', /^Flytt$/);
  await expect.poll(days).toEqual(planned('04-09T11', '04-10T11', '04-11T11'));
  await press('Control+z');
  await expect.poll(days).toEqual(first);
});

// Would catch: several called off with a reason on one only; a removal that takes more than was chosen.
it('calls off and takes out what is chosen', async () => {
  await walk();
  await press('Shift+ArrowDown');
  await chosen(2);
  await act('Avlys …');
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  await page.waitForFunction(() => document.activeElement?.hasAttribute('data-autofocus'));
  await page.keyboard.type('Timen er avbestilt');
  await press('Enter');
  await dialog.waitFor({ state: 'detached' });
  await expect.poll(days).toEqual(['04-09T08 cancelled', '04-10T08 cancelled', ...planned('04-11T08')]);
  await press('Control+z');
  await expect.poll(days).toEqual(planned('04-09T08', '04-10T08', '04-11T08'));

  await walk();
  await press('Shift+ArrowDown');
  await chosen(2);
  await press('Delete');
  await dialog.waitFor();
  await page.waitForFunction(() => document.activeElement?.hasAttribute('data-autofocus'));
  await page.keyboard.type('Feil uke');
  await press('Enter');
  await dialog.waitFor({ state: 'detached' });
  await expect.poll(days).toEqual(planned('04-11T08'));
});
