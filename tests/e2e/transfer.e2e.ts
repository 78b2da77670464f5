/** A lead's way by keys alone: the case is offered to another district, received, read back and taken over. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type OpenDemo, openDemo, openDemoCase } from '#tests/helpers/demo.ts';
import { tabTo } from '#tests/helpers/keys.ts';
import { lookAt } from '#tests/helpers/look.ts';

let demo: OpenDemo;
let page: Page;

beforeAll(async () => {
  demo = await openDemo();
  page = demo.page;
  await openDemoCase(page);
});

afterAll(() => demo?.finish());

const look = (name: string) => lookAt(page, name);
const press = (keys: string) => page.keyboard.press(keys);
const type = (text: string) => page.keyboard.type(text);
const dialog = (name: string | RegExp) => page.getByRole('dialog', { name });
const gone = (name: string | RegExp) => dialog(name).waitFor({ state: 'detached' });
const strip = () => page.getByRole('status').filter({ hasText: 'ansvarlig' });

/** Presses the button of this name, however far away it is. */
async function go(name: RegExp): Promise<void> {
  await tabTo(page, name, 'Tab', 200);
  await press('Enter');
}

// Would catch: a transfer that cannot be reached or told by keys, that makes the receiver responsible too soon, that
// leaves a matter without a word of its owner, or that blocks a step told out of order.
it('is offered, given owners, received, read back and taken over by keys alone', async () => {
  await go(/^Overføring til annet distrikt$/);
  await page.getByRole('heading', { level: 2, name: 'Overføring til annet distrikt' }).waitFor();
  await page.getByRole('table', { name: 'Ansvar ved overføringen' }).waitFor();
  await look('transfer-open');
  const count = await page.getByRole('table', { name: 'Ansvar ved overføringen' }).getByRole('row').count();
  expect(count).toBeGreaterThan(3);

  await press('n');
  await dialog('Tilby saken til et distrikt').waitFor();
  await tabTo(page, /^Til distrikt$/);
  await type('Vest politidistrikt');
  await press('Enter');
  await gone('Tilby saken til et distrikt');
  await strip().filter({ hasText: 'Dere er ansvarlige.' }).filter({ hasText: 'Tilbudt Vest politidistrikt' }).waitFor();

  await go(/^Sett ansvarlig: /);
  await dialog('Ny ansvarlig').waitFor();
  await tabTo(page, /^Ny ansvarlig$/);
  await type('Moen');
  await press('Enter');
  await gone('Ny ansvarlig');
  await page.getByRole('cell', { name: 'Moen' }).waitFor();

  // Out of order: taken over is told before the rest, shown as such, and in nobody's way.
  await go(/^Registrer gjengitt med egne ord$/);
  await dialog('Gjengitt med egne ord').waitFor();
  await tabTo(page, /^Av hvem$/);
  await type('Dahl');
  await tabTo(page, /^Slik de gjenga det$/);
  await type('Han er ute, hun er hos søster.');
  await tabTo(page, /^Registrer$/);
  await press('Enter');
  await gone('Gjengitt med egne ord');
  await page
    .getByRole('list', { name: 'Motstridende opplysninger' })
    .getByText('«Mottatt» er ikke registrert')
    .waitFor();
  await strip().filter({ hasText: 'Dere er ansvarlige.' }).waitFor();
  await look('transfer-offered');

  await go(/^Registrer mottatt$/);
  await dialog('Mottatt').waitFor();
  await tabTo(page, /^Av hvem$/);
  await type('Dahl');
  await press('Enter');
  await gone('Mottatt');

  await go(/^Registrer overtatt$/);
  await dialog('Overtatt').waitFor();
  await tabTo(page, /^Av hvem$/);
  await type('Dahl');
  await press('Enter');
  await gone('Overtatt');
  await strip().filter({ hasText: 'Vest politidistrikt er ansvarlig' }).waitFor();
  await page.getByText('Sletting av vår kopi er ikke vurdert').waitFor();
  await look('transfer-taken-over');
});
