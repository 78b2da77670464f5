/** A duty is given to another officer, and copied, by keys on the timeline; each is one step for undo. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { RecordId } from '#model/ids.ts';
import { axeFindings } from '#tests/helpers/axe.ts';
import { DEMO_CASE, type OpenDemo, openDemo } from '#tests/helpers/demo.ts';
import { lookAt } from '#tests/helpers/look.ts';

const pictures = join(import.meta.dirname, '../../out/e2e');
const TEXT = 'Vakt ved hybelen';

let demo: OpenDemo;
let page: Page;
let caseId: RecordId;

async function add(kind: string, values: object, inCase: boolean): Promise<RecordId> {
  const { id } = await demo.call<{ id: RecordId }>('record.create', { kind, caseId: inCase ? caseId : null, values });
  return id;
}

interface View {
  readonly measures: readonly { readonly id: string; readonly title: string }[];
  readonly officers: readonly { readonly id: string; readonly name: string }[];
  readonly window: {
    readonly duties: readonly { readonly id: string; readonly crew: readonly { readonly officerId: string }[] }[];
  };
}

/** Crews of the guards with our text, a text for each. */
async function crews(): Promise<string[]> {
  const window = { fromAt: Date.parse('2026-03-29T10:00Z'), toAt: Date.parse('2026-04-03T10:00Z') };
  const view = await demo.call<View>('plan.window', { caseId, ...window });
  const own = new Set(view.measures.filter(({ title }) => title === TEXT).map(({ id }) => id));
  const nameOf = new Map(view.officers.map(({ id, name }) => [id, name]));
  return view.window.duties
    .filter(({ id }) => own.has(id))
    .map(({ crew }) => crew.map(({ officerId }) => nameOf.get(officerId)).join());
}

beforeAll(async () => {
  await mkdir(pictures, { recursive: true });
  demo = await openDemo();
  page = demo.page;
  const cases = await demo.call<{ id: RecordId; name: string }[]>('case.list', {});
  caseId = cases.find(({ name }) => name === DEMO_CASE)?.id as RecordId;
  const [birk] = [await add('officer', { name: 'Birk' }, false), await add('officer', { name: 'Bjerk' }, false)];
  const times = { fromLocal: '2026-03-30T12:00', toLocal: '2026-03-30T20:00' };
  const measureId = await add('measure', { type: 'guarding', status: 'planned', text: TEXT, ...times }, true);
  await demo.call('plan.assign', { measureId, originalLocal: null, officerId: birk, post: 'leader' });
});

afterAll(() => demo?.finish());

const press = (keys: string) => page.keyboard.press(keys);

/**
 * Gives our bar the keyboard: told to a screen reader it has a place, and there it is pressed. Lanes may still come in
 * above it, so it is pressed where it lies then until it is the one; never so soon again that it is opened.
 * @param row - words of the row it must lie in: what the book has taken back the page may not show yet
 */
async function take(row?: string): Promise<void> {
  const within = row ? page.locator('.timeline-row').filter({ has: page.getByText(row) }) : page;
  const cell = within.locator(`[role="gridcell"][aria-label*="${TEXT}"]`).first();
  const taken = within.locator(`[role="gridcell"][aria-selected="true"][aria-label*="${TEXT}"]`);
  await cell.waitFor({ state: 'attached' });
  const press = async () => {
    const box = await cell.boundingBox();
    if (box && (await taken.count()) === 0) await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    return taken
      .first()
      .waitFor({ state: 'attached', timeout: 2_000 })
      .then(
        () => true,
        () => false,
      );
  };
  await expect.poll(press, { interval: 100 }).toBe(true);
}

const verdict = () => page.locator('.timeline-verdict-title');

// Would catch: a row that cannot be reached by keys, a verdict for the wrong person, a change that takes two undos.
it('on the board a duty goes to the officer in the next row, with the verdict for that officer', async () => {
  await page.getByRole('button', { name: 'Felles tidslinje' }).click();
  await page.getByRole('radio', { name: 'Mannskap' }).click();
  await take();
  await press('Space');
  await press('ArrowDown');
  await verdict().getByText('Birk → Bjerk').waitFor();
  await page.screenshot({ path: join(pictures, 'gestures-board.png') });
  await press('Space');
  await expect.poll(crews).toEqual(['Bjerk']);
  await press('Control+z');
  await expect.poll(crews).toEqual(['Birk']);
});

// Would catch: a bar of the board that has no menu, one that keeps the keys when it closes; a list in which a duty cannot go to somebody else.
it('the menu of a bar, and of its row in the list, gives the duty to somebody else', async () => {
  await take('Birk');
  await press('Shift+F10');
  await page.getByRole('menuitem', { name: 'Annen enn Birk …' }).waitFor();
  await page.waitForFunction(() => document.activeElement?.closest('[role="menu"]'));
  await press('Escape');
  await page.getByRole('menu').waitFor({ state: 'detached' });
  // Closed, the menu gives the keys back to the drawing.
  await page.waitForFunction(() => document.activeElement?.matches('.timeline-plot'));
  await press('l');
  await page.getByRole('button', { name: new RegExp(`^Handlinger: ${TEXT}`) }).focus();
  await press('Enter');
  const item = page.getByRole('menuitem', { name: 'Annen enn Birk …' });
  await item.waitFor();
  await page.waitForFunction(() => document.activeElement?.closest('[role="menu"]'));
  await item.focus();
  await press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  await dialog.getByRole('combobox').focus();
  await page.keyboard.type('Bjerk');
  await lookAt(page, 'gestures-board-list');
  await dialog.locator('[type="submit"]').click();
  await expect.poll(crews).toEqual(['Bjerk']);
  await dialog.waitFor({ state: 'detached' });
  await press('Control+z');
  await expect.poll(crews).toEqual(['Birk']);
  await page.screenshot({ path: join(pictures, 'gestures-board-list.png') });
  await press('l');
});

// Would catch: copies that lose their crew, a paste without a way by keys, one undo that leaves a copy.
it('in a case a bar is marked, pasted and put back; the lanes follow officers, and axe finds nothing', async () => {
  await page.getByRole('button', { name: 'Saker', exact: true }).click();
  await page.getByText('Lind og to barn').first().click();
  await page.getByRole('heading', { level: 1, name: /Lind/ }).waitFor();
  await page.locator('nav.vb-tabs .vb-tab').nth(1).click();
  await page.locator('.timeline-plot').waitFor();
  // The plan has come when its open matters stand beside it.
  await page.locator('.vb-matters li').first().waitFor();
  await take();
  await press('Control+c');
  await press('Control+v');
  await verdict().waitFor();
  await press('Control+ArrowRight');
  await press('Space');
  await expect.poll(crews).toEqual(['Birk', 'Birk']);
  await press('Control+z');
  await expect.poll(crews).toEqual(['Birk']);
  await page.getByRole('button', { name: 'Visning', exact: true }).click();
  await page.getByRole('menuitemradio', { name: 'Ordnet etter mannskap' }).click();
  await page.locator('[data-lane^="officer:"]').first().waitFor();
  const found = await axeFindings(page, 'light');
  await page.screenshot({ path: join(pictures, 'gestures-officers.png') });
  expect([...found, ...(await axeFindings(page, 'dark'))]).toEqual([]);
});
