import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect } from 'vitest';
import { type OpenHarness, openHarness } from './open.ts';
import { at } from './week.ts';

const WEEK_PX = 1064 - 176;
const HOURS = 239;

/** The invented week in a page, mounted anew before each test; a test fails on any error in the page. */
export function weekPage() {
  let harness: OpenHarness | undefined;
  let opened: Page | undefined;
  const errors: string[] = [];
  beforeAll(async () => {
    harness = await openHarness();
    opened = await harness.newPage();
    opened.on('pageerror', (error) => errors.push(error.message));
  });
  afterAll(() => harness?.close());
  beforeEach(async () => {
    await page().evaluate(() => {
      window.harness.events.length = 0;
      window.harness.week();
      window.harness.timeline?.flush();
    });
    return () => expect(errors).toEqual([]);
  });

  const page = (): Page => {
    if (!opened) throw new Error('NOT_OPEN');
    return opened;
  };
  const newPage = (scale: number, size: { width: number; height: number }): Promise<Page> => {
    if (!harness) throw new Error('NOT_OPEN');
    return harness.newPage(scale, size);
  };
  return {
    page,
    newPage,
    /** Page x of a local time in the week's view: ten days of 239 hours. */
    xOf: (local: string): number => 176 + ((at(local) - at('3-25 00:00')) / 3_600_000 / HOURS) * WEEK_PX,
    /** Page y of the middle of a lane. */
    async yOf(laneId: string): Promise<number> {
      const box = await page().locator(`[data-lane="${laneId}"]`).boundingBox();
      if (!box) throw new Error(laneId);
      return box.y + box.height / 2;
    },
    /** What the timeline told of one type, in order. */
    async ofType(type: string): Promise<unknown[]> {
      const events = await page().evaluate(() => window.harness.events);
      return events.filter((event) => event.type === type).map(({ event }) => event);
    },
    view: () => page().evaluate(() => window.harness.timeline?.getView() ?? { fromAt: 0, toAt: 0 }),
    selected: () => page().evaluate(() => window.harness.timeline?.getSelected()),
    /** Presses, moves and holds. */
    async dragFrom(x: number, y: number, toX: number, toY = y): Promise<void> {
      const { mouse } = page();
      await mouse.move(x, y);
      await mouse.down();
      await mouse.move((x + toX) / 2, (y + toY) / 2, { steps: 3 });
      await mouse.move(toX, toY, { steps: 3 });
    },
  };
}
