import { openHarness } from '#tests/renderer/timeline/harness/open.ts';
import { type Bench, quantile, round, row } from './bench.ts';

const ITEMS = 100_000;
const LANES = 300;
/** Time from one picture to the next at 60 Hz, ms. */
const FRAME_MS = 1_000 / 60;

/**
 * A step of panning with 100,000 items in 300 lanes, 95th percentile of the work for one picture, against the time there
 * is for one. First pictures, showing everything and zooming are told with it.
 */
export const timelinePan: Bench = {
  name: 'timeline-pan',
  async run() {
    const harness = await openHarness();
    try {
      const detail: Record<string, number> = {};
      let pan: number[] = [];
      for (const [items, lanes] of [
        [10_000, 40],
        [ITEMS, LANES],
      ] as const) {
        const page = await harness.newPage(1, { width: 1440, height: 900 });
        const { firstMs } = await page.evaluate((crowd) => window.harness.crowd(...crowd), [items, lanes] as const);
        const steps = await page.evaluate(() => window.harness.measure());
        pan = steps.pan;
        detail[`first picture of ${items}, ms`] = round(firstMs);
        detail[`show everything of ${items}, median ms`] = round(quantile(steps.fit, 0.5));
        detail[`pan of ${items}, median ms`] = round(quantile(steps.pan, 0.5));
        detail[`zoom of ${items}, p95 ms`] = round(quantile(steps.zoom, 0.95));
        await page.context().close();
      }
      return row('timeline-pan', quantile(pan, 0.95), FRAME_MS, 1, detail);
    } finally {
      await harness.close();
    }
  },
};
