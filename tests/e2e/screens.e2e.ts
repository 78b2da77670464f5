/** Every area of a case as it stands: axe in both themes and languages, and at 200 % zoom nothing out of reach. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeFindings } from '#tests/helpers/axe.ts';
import { type OpenDemo, openDemo, openDemoCase } from '#tests/helpers/demo.ts';

const top = join(import.meta.dirname, '../..');
const pictures = join(top, 'out/e2e');

let demo: OpenDemo;
let page: Page;

beforeAll(async () => {
  await mkdir(pictures, { recursive: true });
  demo = await openDemo();
  page = demo.page;
  await openDemoCase(page);
});

afterAll(() => demo?.finish());

/** Tabs by their place, whatever the language. */
const AREAS = [
  'overview',
  'timeline',
  'events',
  'orders',
  'assessments',
  'measures',
  'notes',
  'referrals',
  'court',
  'investigation',
  'evidence',
  'people',
  'briefings',
] as const;
type Area = (typeof AREAS)[number];

async function open(area: Area): Promise<void> {
  await page.locator('nav.vb-tabs .vb-tab').nth(AREAS.indexOf(area)).click();
  await page.locator('nav.vb-tabs .vb-tab[aria-current]').nth(0).waitFor();
  await page.waitForFunction(() => !document.querySelector('main [aria-busy="true"]'));
}

async function look(name: string): Promise<void> {
  const found = await axeFindings(page, 'dark');
  await page.screenshot({ path: join(pictures, `screen-${name}-dark.png`) });
  found.push(...(await axeFindings(page, 'light')));
  await page.screenshot({ path: join(pictures, `screen-${name}.png`) });
  expect(found).toEqual([]);
}

/** How far the page reaches beyond its window, px. */
function overflow(): Promise<number> {
  return page.evaluate(() => {
    const inner = [...document.querySelectorAll('.vb-page, .vb-case, main')].map(
      (one) => one.scrollWidth - one.clientWidth,
    );
    return Math.max(document.documentElement.scrollWidth - window.innerWidth, ...inner);
  });
}

// Would catch: a control without a name, too little contrast, a role that does not fit, in any state a person meets.
describe.each(['nb', 'en'] as const)('in %s', (language) => {
  beforeAll(async () => {
    await page.setViewportSize({ width: 1440, height: 900 });
    if ((await page.evaluate(() => document.documentElement.lang)) === language) return;
    await page
      .locator('.vb-rail')
      .getByRole('button', { name: /^(?:Innstillinger|Settings)$/ })
      .click();
    await page.getByRole('radio', { name: language === 'nb' ? 'Norsk bokmål' : 'English' }).click();
    await page.waitForFunction((lang) => document.documentElement.lang === lang, language);
    await page
      .locator('.vb-rail')
      .getByRole('button', { name: /^(?:Saker|Cases)$/ })
      .click();
    await page.getByRole('button', { name: 'Lind og to barn' }).click();
  });

  it.each(AREAS)('%s', async (area) => {
    await open(area);
    await look(`${area}-${language}`);
  });

  it('a record open beside its list, with every field unfolded', async () => {
    await open('court');
    await page.getByRole('grid').focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.locator('.vb-more-fields > summary').click();
    await look(`inspector-${language}`);
    await page.keyboard.press('Escape');
  });

  it('a new measure on the timeline, the menu there, and the timeline as a list', async () => {
    await open('timeline');
    await page.locator('.timeline-plot').focus();
    await page.keyboard.press('n');
    await page.getByRole('dialog').waitFor();
    await look(`new-measure-${language}`);
    await page.keyboard.press('Escape');
    await page.locator('.timeline-plot').focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Shift+F10');
    await page.getByRole('menuitem').first().waitFor();
    await look(`timeline-menu-${language}`);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await page.keyboard.press('l');
    await page.getByRole('grid').waitFor();
    await look(`timeline-list-${language}`);
    await page.keyboard.press('l');
  });

  // Would catch: a dialog that asks about clocks where none change, or one that gives the keys to its cross.
  const inPlan = async () => {
    await open('timeline');
    const dialogs = [
      ['Forleng: ', 'Endre tid', false],
      ['Sett opp …: ', 'Velg mannskap', true],
      ['Beslutning: ', 'Beslutning', true],
    ] as const;
    for (const [button, title, isTyped] of dialogs) {
      await page.locator('.vb-matters').getByRole('button', { name: button }).first().click();
      const dialog = page.getByRole('dialog', { name: title, exact: true });
      await dialog.waitFor();
      if (isTyped) await dialog.locator('select:focus').waitFor();
      if (title === 'Beslutning') await look(`plan-decision-${language}`);
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'detached' });
    }
  };
  if (language === 'nb') it('the dialogs of what is open in the plan', inPlan);

  it('the dialogs', async () => {
    await open('people');
    await page.keyboard.press('n');
    await page.getByRole('dialog').waitFor();
    await look(`add-person-${language}`);
    await page.keyboard.press('Escape');
    await open('assessments');
    await page.getByRole('grid').focus();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: /^(?:Stryk|Strike)$/ }).click();
    await page.getByRole('dialog').waitFor();
    await look(`strike-${language}`);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
  });
});

describe('at 200 % zoom', () => {
  // Would catch: a page that must be scrolled sideways, or a part that no scrolling reaches.
  it.each(AREAS)('%s fits its width', async (area) => {
    await page.setViewportSize({ width: 720, height: 450 });
    await open(area);
    await page.screenshot({ path: join(pictures, `zoom-${area}.png`) });
    await expect.poll(() => overflow()).toBeLessThanOrEqual(0);
  });

  it('a record takes the place of its list', async () => {
    await open('events');
    await page.getByRole('grid').focus();
    await page.keyboard.press('Enter');
    await page.locator('.vb-inspector-body input, .vb-inspector-body textarea').first().waitFor();
    await page.screenshot({ path: join(pictures, 'zoom-inspector.png') });
    await expect.poll(() => overflow()).toBeLessThanOrEqual(0);
    await expect.poll(() => page.getByRole('grid').isVisible()).toBe(false);
    await page.keyboard.press('Escape');
    await expect.poll(() => page.getByRole('grid').isVisible()).toBe(true);
  });
});
