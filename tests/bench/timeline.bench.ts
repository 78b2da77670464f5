import { join } from 'node:path';
import type { CDPSession, Page } from 'playwright-core';
import { type OpenHarness, openHarness } from '#tests/renderer/timeline/harness/open.ts';
import { type Bench, quantile, round, row } from './bench.ts';

/** Time from one picture to the next at 60 Hz, ms. */
const FRAME_MS = 1_000 / 60;
const CASES = [
  ['peer', 1_000, 40],
  ['ours', 1_000, 40],
  ['peer', 10_000, 40],
  ['ours', 10_000, 40],
  ['ours', 100_000, 300],
] as const;
/** Mounted anew so often for the first picture. */
const ROUNDS = 5;

/**
 * The same items in vis-timeline and in ours, in one browser: the first picture (from setting the data on a mounted empty
 * view of two weeks to the next frame that was presented), work of the main thread for showing everything, a step of
 * panning, zooming and dragging, and memory after garbage was collected.
 */
export const timeline: Bench = {
  name: 'timeline',
  async run() {
    const harness = await openHarness(join(import.meta.dirname, 'timeline-page'));
    try {
      const measured = new Map<string, Measured>();
      for (const [side, items, lanes] of CASES) {
        measured.set(`${side} ${items}`, await measure(harness, side, items, lanes));
      }
      const of = (key: string): Measured => {
        const found = measured.get(key);
        if (!found) throw new Error(key);
        return found;
      };
      const [ours, peer, many] = [of('ours 10000'), of('peer 10000'), of('ours 100000')];
      return [
        row('timeline-first', ours.first, peer.first, 1 / 10, detailOf(measured, 'first')),
        row('timeline-fit', ours.fit, peer.fit, 1 / 20, detailOf(measured, 'fit')),
        row('timeline-pan', many.panP95, FRAME_MS, 1, {
          ...detailOf(measured, 'pan'),
          ...detailOf(measured, 'panP95'),
          ...detailOf(measured, 'zoom'),
          ...detailOf(measured, 'zoomP95'),
          ...detailOf(measured, 'drag'),
        }),
        row('timeline-memory', ours.heapMb, peer.heapMb, 1 / 3, detailOf(measured, 'heapMb'), 'MB'),
      ];
    } finally {
      await harness.close();
    }
  },
};

interface Measured {
  /** Median of the first picture, ms. */
  readonly first: number;
  /** Work for one step, ms: medians, and 95th percentiles. */
  readonly fit: number;
  readonly pan: number;
  readonly panP95: number;
  readonly zoom: number;
  readonly zoomP95: number;
  readonly drag: number;
  readonly heapMb: number;
}

async function measure(harness: OpenHarness, side: 'ours' | 'peer', items: number, lanes: number): Promise<Measured> {
  const firsts: number[] = [];
  for (let i = 0; i < ROUNDS - 1; i++) {
    const page = await mounted(harness, side, items, lanes);
    firsts.push(await page.evaluate(() => window.bench.first()));
    await page.context().close();
  }
  const page = await mounted(harness, side, items, lanes);
  const chrome = await page.context().newCDPSession(page);
  // The thread's own time: what else runs on the machine is not work of either side.
  await chrome.send('Performance.enable', { timeDomain: 'threadTicks' });
  const heapBefore = await heapMb(chrome);
  firsts.push(await page.evaluate(() => window.bench.first()));
  const steps = await stepper(page, chrome);
  const fit: number[] = [];
  for (let i = 0; i < 8; i++) {
    fit.push(await steps('fit', i));
    await steps('near', i);
  }
  const pan: number[] = [];
  for (let i = 0; i < 100; i++) pan.push(await steps('pan', i));
  const zoom: number[] = [];
  for (let i = 0; i < 60; i++) zoom.push(await steps('zoom', i < 30 ? i : 60 - i));
  await steps('near', 0);
  const heap = (await heapMb(chrome)) - heapBefore;
  const drag = await dragWork(page, chrome);
  await page.context().close();
  return {
    first: quantile(firsts, 0.5),
    fit: quantile(fit, 0.5),
    pan: quantile(pan, 0.5),
    panP95: quantile(pan, 0.95),
    zoom: quantile(zoom, 0.5),
    zoomP95: quantile(zoom, 0.95),
    drag: quantile(drag, 0.5),
    heapMb: heap,
  };
}

async function mounted(harness: OpenHarness, side: 'ours' | 'peer', items: number, lanes: number): Promise<Page> {
  const page = await harness.newPage(1, { width: 1440, height: 900 });
  await page.evaluate(([name, count, rows]) => window.bench.mount(name, count, rows), [side, items, lanes] as const);
  return page;
}

/** Runs steps and tells the work of the main thread for each, ms, less what asking for a step costs by itself. */
async function stepper(page: Page, chrome: CDPSession) {
  const work = async (name: 'nothing' | 'fit' | 'near' | 'pan' | 'zoom', index: number): Promise<number> => {
    const before = await taskMs(chrome);
    await page.evaluate(([step, i]) => window.bench.step(step, i), [name, index] as const);
    return (await taskMs(chrome)) - before;
  };
  const nothing: number[] = [];
  for (let i = 0; i < 30; i++) nothing.push(await work('nothing', i));
  const own = quantile(nothing, 0.5);
  return async (name: 'fit' | 'near' | 'pan' | 'zoom', index: number) => Math.max(0, (await work(name, index)) - own);
}

/** Work for one movement of the mouse while a bar is dragged, ms. */
async function dragWork(page: Page, chrome: CDPSession): Promise<number[]> {
  const place = await page.evaluate(() => window.bench.bar());
  if (!place) return [Number.NaN];
  await page.mouse.move(place.x, place.y);
  await page.mouse.down();
  await page.mouse.move(place.x + 8, place.y);
  const times: number[] = [];
  for (let i = 0; i < 40; i++) {
    const before = await taskMs(chrome);
    await page.mouse.move(place.x + 10 + i * 3, place.y);
    await page.evaluate(() => window.bench.step('nothing', 0));
    times.push((await taskMs(chrome)) - before);
  }
  await page.keyboard.press('Escape');
  await page.mouse.up();
  return times;
}

/** Time the main thread has been busy so far, ms. */
async function taskMs(chrome: CDPSession): Promise<number> {
  const { metrics } = await chrome.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1_000;
}

async function heapMb(chrome: CDPSession): Promise<number> {
  await chrome.send('HeapProfiler.collectGarbage');
  const { usedSize } = await chrome.send('Runtime.getHeapUsage');
  return usedSize / 1_048_576;
}

function detailOf(measured: ReadonlyMap<string, Measured>, figure: keyof Measured): Record<string, number> {
  return Object.fromEntries([...measured].map(([key, one]) => [`${figure} ${key}`, round(one[figure])]));
}
