import { afterAll, beforeAll, expect, test } from 'vitest';
import { type OpenHarness, openHarness } from './harness/open.ts';

let harness: OpenHarness;
beforeAll(async () => {
  harness = await openHarness();
});
afterAll(() => harness?.close());

// Would catch: a rehearsal whose sample stays in the page, is told to screen readers or is seen as one's own case.
test('a picture is rehearsed on an empty page, and nothing of it stays', async () => {
  const page = await harness.newPage();
  expect(await page.evaluate(() => window.harness.rehearsed())).toEqual({ came: 1, left: 0 });
  expect(await page.getByRole('gridcell').count()).toBe(0);
  await page.evaluate(() => window.harness.week());
  await expect.poll(() => page.getByRole('gridcell').count()).toBeGreaterThan(5);
  await page.context().close();
});

// Would catch: data that come at once and have to wait for a rehearsal of themselves.
test('what has data to show rehearses nothing', async () => {
  const page = await harness.newPage();
  const added = await page.evaluate(async () => {
    let count = 0;
    new MutationObserver((changes) => {
      for (const { addedNodes } of changes) count += addedNodes.length;
    }).observe(document.body, { childList: true });
    window.harness.week();
    await new Promise((resolve) => requestIdleCallback(resolve));
    await new Promise((resolve) => requestIdleCallback(resolve));
    return count;
  });
  expect(added).toBe(0);
  await page.context().close();
});
