/** A time that is known as about, before or after: typed or chosen, told in the list, on the timeline and in the briefing. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { RecordId } from '#model/ids.ts';
import { type OpenDemo, openDemo, openDemoCase } from '#tests/helpers/demo.ts';
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

const tab = (name: string) => page.getByRole('navigation').getByRole('button', { name: new RegExp(`^${name}`) });
const when = () => page.getByLabel('Skjedde', { exact: true });
const row = (text: string) => page.getByRole('row').filter({ hasText: text });

/** Opens the incident of this text beside the list. */
async function openRecord(text: string): Promise<void> {
  await row(text).click();
  await page.getByRole('textbox', { name: 'Hva', exact: true }).waitFor();
  await expect.poll(() => page.getByRole('textbox', { name: 'Hva', exact: true }).inputValue()).toBe(text);
}

// Would catch: "about nine" kept or told as nine anywhere on the way; a bound drawn as a moment that is known.
it('is kept as it was told, and told as such wherever it is told', async () => {
  const cases = await demo.call<{ id: RecordId; name: string }[]>('case.list', {});
  const caseId = cases.find(({ name }) => name === 'Lind og to barn')?.id as RecordId;
  for (const text of ['Bil utenfor', 'Ringte på', 'Brev i kassen']) {
    await demo.call('record.create', { kind: 'incident', caseId, values: { text } });
  }
  await tab('Hendelser').click();
  await openRecord('Bil utenfor');
  await when().fill('ca. 27.3.2026 kl. 12.40');
  await when().press('Enter');
  await row('Bil utenfor').filter({ hasText: 'ca. 2026-03-27 12:40' }).waitFor();
  expect(await when().inputValue()).toBe('ca. 2026-03-27 12:40');

  await openRecord('Ringte på');
  await when().fill('28.3.2026');
  await when().press('Enter');
  await row('Ringte på').filter({ hasText: '2026-03-28' }).waitFor();
  await page.getByRole('combobox', { name: 'Nøyaktighet' }).first().selectOption('before');
  await row('Ringte på').filter({ hasText: 'før 2026-03-28' }).waitFor();

  await openRecord('Brev i kassen');
  await when().fill('etter 25.3.2026 12:30');
  await when().press('Enter');
  await row('Brev i kassen').filter({ hasText: 'etter 2026-03-25 12:30' }).waitFor();
  await look('uncertain-list');

  await tab('Tidslinje').click();
  const cell = (name: RegExp) => page.getByRole('gridcell', { name });
  await page.getByRole('gridcell').first().waitFor({ state: 'attached' });
  // Only what is in view has a cell: the lane lies further down.
  await page.locator('.vb-timeline-host').hover();
  await expect
    .poll(async () => {
      await page.mouse.wheel(0, 120);
      return cell(/Bil utenfor/).count();
    })
    .toBeGreaterThan(0);
  await cell(/Bil utenfor.*ca\. 2026-03-27 12:40, usikkert tidspunkt/)
    .first()
    .waitFor({ state: 'attached' });
  await cell(/Ringte på.*før 2026-03-28, usikkert tidspunkt/)
    .first()
    .waitFor({ state: 'attached' });
  await cell(/Brev i kassen.*etter 2026-03-25 12:30, usikkert tidspunkt/)
    .first()
    .waitFor({ state: 'attached' });
  await look('uncertain-timeline');

  const briefing = JSON.stringify(await demo.call('briefing.preview', { caseId, profile: 'leder', language: 'nb' }));
  expect(briefing).toContain('ca. fr. 27.03.2026 kl. 12.40');
  expect(briefing).toContain('før lø. 28.03.2026');
  expect(briefing).toContain('etter on. 25.03.2026 kl. 12.30');
});
