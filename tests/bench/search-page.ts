import type { Page } from 'playwright-core';
import { startChromium } from '#main/app/start-chromium.ts';
import { PASSPHRASE } from '#tests/helpers/casebook.ts';

const FIELD = { name: 'Søk i hele boken' };

/**
 * Types queries letter by letter on the page of search, in the real application over the only book of the folder; the next
 * letter comes when the hits of the one before are painted. From the key to that frame, ms. Needs the built page.
 */
export async function typeOnSearchPage(booksFolder: string, queries: readonly string[]): Promise<number[]> {
  const started = await startChromium({ headless: true, booksFolder, width: 1440, height: 900 });
  try {
    const { page } = started;
    await page.getByLabel('Passfrase', { exact: true }).fill(PASSPHRASE);
    await page.keyboard.press('Enter');
    const rail = page.getByRole('navigation', { name: 'Hovedmeny' });
    await rail.getByRole('button', { name: 'Søk', exact: true }).click();
    await page.getByRole('searchbox', FIELD).waitFor();
    const times: number[] = [];
    for (const query of queries) {
      await page.getByRole('searchbox', FIELD).fill('');
      // Fewer than two letters ask nothing.
      await page.keyboard.type(query.slice(0, 1));
      for (const letter of query.slice(1)) times.push(await timeOf(page, letter));
    }
    return times;
  } finally {
    await started.stop();
  }
}

/**
 * From the letter to the frame in which the answer to what then stands in the field is shown, ms. Letters that no key of
 * the driver's keyboard has (å) come without a key: what is waited for is what both bring.
 */
async function timeOf(page: Page, letter: string): Promise<number> {
  // Listened for before the letter is sent: sent beside it, the letter may come first.
  const painted = await page.evaluateHandle(() => {
    const time = new Promise<number>((done, fail) => {
      setTimeout(() => fail(new Error('no answer was shown')), 20_000);
      document.addEventListener(
        'beforeinput',
        ({ timeStamp }) => {
          const look = () => {
            const isThere = document.querySelector('.vb-search-page [aria-busy="false"]') !== null;
            if (isThere) requestAnimationFrame(() => done(performance.now() - timeStamp));
            else requestAnimationFrame(look);
          };
          // The letter is in the field, and the page knows that its hits are those of before, one frame on.
          requestAnimationFrame(() => requestAnimationFrame(look));
        },
        { once: true, capture: true },
      );
    });
    // In an object: a promise would be waited for here.
    return { time };
  });
  await page.keyboard.type(letter);
  return painted.evaluate(({ time }) => time);
}
