/** A week of night guarding, planned by keyboard alone from what is uncovered. */
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSession } from '#main/core/session.ts';
import { buildDemoBook, DEMO_STORY_AT } from '#main/demo/build.ts';
import { LEAST_COST } from '#main/vault/kdf.ts';
import type { RecordId } from '#model/ids.ts';
import { axeFindings } from '#tests/helpers/axe.ts';
import { PASSPHRASE } from '#tests/helpers/casebook.ts';
import { openChromium, type TestChromium } from '#tests/helpers/chromium.ts';

const top = join(import.meta.dirname, '../..');
const pictures = join(top, 'out/e2e');

let chromium: TestChromium;
let page: Page;
let booksFolder: string;
let caseId: RecordId;

async function call<T>(name: string, input: unknown): Promise<T> {
  const answer = JSON.parse(await chromium.app.call(name, JSON.stringify(input)));
  if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer)}`);
  return answer.value as T;
}

async function add(kind: string, values: object, inCase: boolean): Promise<RecordId> {
  const { id } = await call<{ id: RecordId }>('record.create', { kind, caseId: inCase ? caseId : null, values });
  return id;
}

interface Interval {
  readonly layer: string;
  readonly state: string;
  readonly fromAt: number;
  readonly toAt: number;
  readonly need: { readonly id: string };
}
let needId: RecordId;

/** Minutes of the week that are planned in each state. */
async function minutes(): Promise<Record<string, number>> {
  const window = { fromAt: Date.parse('2026-03-29T19:00Z'), toAt: Date.parse('2026-04-06T12:00Z') };
  const { intervals } = await call<{ intervals: Interval[] }>('plan.coverage', { caseId, ...window });
  const sums: Record<string, number> = {};
  for (const { need, layer, state, fromAt, toAt } of intervals) {
    if (need.id === needId && layer === 'planned') sums[state] = (sums[state] ?? 0) + (toAt - fromAt) / 60_000;
  }
  return sums;
}

beforeAll(async () => {
  await mkdir(pictures, { recursive: true });
  booksFolder = await mkdtemp(join(tmpdir(), 'vernebok-books-'));
  const session = await createSession({
    folder: join(booksFolder, 'demo'),
    passphrase: PASSPHRASE,
    name: 'Fjære',
    purpose: 'demo',
    cost: { cost: LEAST_COST },
    storyAt: DEMO_STORY_AT,
  });
  await buildDemoBook(session.context, pathToFileURL(`${join(top, 'resources/demo')}/`));
  await session.close();
  chromium = await openChromium({ booksFolder, width: 1440, height: 900 });
  page = chromium.page;
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.getByLabel(/^(?:Passfrase|Passphrase)$/).fill(PASSPHRASE);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Lind og to barn' }).click();
  await page.getByRole('heading', { level: 1, name: /Lind/ }).waitFor();
  const cases = await call<{ id: RecordId; name: string }[]>('case.list', {});
  caseId = cases.find(({ name }) => name === 'Lind og to barn')?.id as RecordId;
  // Somebody of her own: where the others of the case stay over Easter has no say in it.
  const { personId } = await call<{ personId: RecordId }>('case.add_person', {
    caseId,
    role: 'protected',
    person: { name: 'Rogn' },
  });
  const placeId = await add('place', { label: 'Hybelen', type: 'home', protection: 'none' }, false);
  for (const name of ['Berg', 'Foss', 'Hauge', 'Strand']) await add('officer', { name }, false);
  needId = await add(
    'need',
    {
      label: '«Sove trygt på hybelen»',
      personId,
      placeId,
      protectionLevel: 'guard',
      headcount: 1,
      fromLocal: '2026-03-29T21:00',
      toLocal: '2026-03-30T07:00',
      recurrence: 'FREQ=DAILY;COUNT=7',
      raisedBy: 'manual',
      status: 'active',
    },
    true,
  );
}, 180_000);

afterAll(async () => {
  await chromium?.finish();
  await rm(booksFolder, { recursive: true, force: true });
}, 120_000);

const press = (keys: string) => page.keyboard.press(keys);
/** Types into the field with the keys what it shall hold. */
async function fill(text: string): Promise<void> {
  await press('Control+a');
  await page.keyboard.type(text);
  await press('Tab');
}

async function look(name: string): Promise<void> {
  const found = await axeFindings(page, 'dark');
  await page.screenshot({ path: join(pictures, `plan-${name}-dark.png`) });
  found.push(...(await axeFindings(page, 'light')));
  await page.screenshot({ path: join(pictures, `plan-${name}.png`) });
  expect(found).toEqual([]);
}

/** The open dialog is gone and what it asked for is written. */
async function confirm(): Promise<void> {
  await press('Enter');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}

const WEEK = 7 * 600;

/** Presses Tab until what has the keys is labelled so. */
async function tabTo(name: RegExp): Promise<void> {
  const label = () =>
    page.evaluate(() => {
      const element = document.activeElement as HTMLInputElement | null;
      return element?.labels?.[0]?.innerText.trim() || element?.getAttribute('aria-label') || element?.innerText || '';
    });
  for (let step = 0; step < 40; step += 1) {
    if (name.test(await label())) return;
    await press('Tab');
  }
  throw new Error(`Tab never came to ${name}`);
}

describe('on the timeline, by keyboard alone', () => {
  // Would catch: a plan that is saved and does not cover, a rule or an end that is lost on the way through the dialog.
  it('plans a week of nights from what is uncovered', async () => {
    await page.locator('nav.vb-tabs .vb-tab').nth(1).focus();
    await press('Enter');
    await page.locator('.timeline-plot').waitFor();
    await page.locator('.vb-matters li').first().waitFor();
    expect(await minutes()).toEqual({ gap: WEEK });
    await press('g');
    await page.getByRole('heading', { name: 'Andre måter å lukke det udekkede på' }).waitFor();
    await look('gap');
    await press('n');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.type('Vakt ved hybelen');
    await tabTo(/^Berg/);
    await press('Space');
    await tabTo(/^Gjentas/);
    await page.keyboard.type('Hver dag');
    await tabTo(/^Siste gang/);
    await fill('2026-04-04 21:00');
    await look('new');
    await page.getByLabel('Hva').focus();
    await confirm();
    await expect.poll(minutes).toEqual({ covered: WEEK });
  }, 120_000);
});
