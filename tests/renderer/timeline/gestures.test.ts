import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type OpenHarness, openHarness } from './harness/open.ts';
import { at } from './harness/week.ts';

let harness: OpenHarness;
let page: Page;
const errors: string[] = [];

beforeAll(async () => {
  harness = await openHarness();
  page = await harness.newPage();
  page.on('pageerror', (error) => errors.push(error.message));
}, 60_000);
afterAll(() => harness.close());
beforeEach(async () => {
  await page.evaluate(() => {
    window.harness.events.length = 0;
    window.harness.week();
    window.harness.timeline?.flush();
  });
  return () => expect(errors).toEqual([]);
});

const WEEK_PX = 1064 - 176;
const HOURS = 239;
/** Page x of a local time in the week's view: ten days of 239 hours. */
const xOf = (local: string): number => 176 + ((at(local) - at('3-25 00:00')) / 3_600_000 / HOURS) * WEEK_PX;
/** Page y of the middle of a lane. */
const yOf = async (laneId: string): Promise<number> => {
  const box = await page.locator(`[data-lane="${laneId}"]`).boundingBox();
  if (!box) throw new Error(laneId);
  return box.y + box.height / 2;
};
const events = () => page.evaluate(() => window.harness.events);
const ofType = async (type: string) => (await events()).filter((e) => e.type === type).map((e) => e.event);
const view = () => page.evaluate(() => window.harness.timeline?.getView() ?? { fromAt: 0, toAt: 0 });
/** What the page will show when it gets to it: other work may share the machine. */
const soon = <T>(look: () => T) => expect.poll(look, { timeout: 10_000 });
const live = () => page.locator('.timeline [aria-live]').textContent();

async function dragFrom(x: number, y: number, toX: number, toY = y): Promise<void> {
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move((x + toX) / 2, (y + toY) / 2, { steps: 3 });
  await page.mouse.move(toX, toY, { steps: 3 });
}

test('dragging the end of a bar shows the verdict while it is held and tells the new times once, on release', async () => {
  const y = await yOf('post');
  await dragFrom(xOf('3-30 02:00') - 1, y, xOf('3-30 06:50'));
  expect(await ofType('change')).toEqual([]);
  await soon(() => page.locator('.timeline-verdict').textContent()).toBe('end: 10.00 t');
  expect(await page.locator('.timeline-verdict').isVisible()).toBe(true);
  await page.mouse.up();
  expect(await ofType('change')).toEqual([
    expect.objectContaining({
      id: 'night',
      mode: 'end',
      startAt: at('3-29 21:00'),
      endAt: at('3-30 07:00'),
      by: 'pointer',
    }),
  ]);
  expect(await page.locator('.timeline-verdict').isVisible()).toBe(false);
});

test('Escape during a drag puts everything back: no change is told, also not on release', async () => {
  const y = await yOf('post');
  await dragFrom(xOf('3-30 02:00') - 1, y, xOf('3-30 10:00'));
  await page.keyboard.press('Escape');
  expect(await page.locator('.timeline-verdict').isVisible()).toBe(false);
  await page.mouse.up();
  expect(await ofType('change')).toEqual([]);
  await page.mouse.move(xOf('3-30 00:00'), y);
  await page.mouse.down();
  await page.mouse.up();
  expect(await page.evaluate(() => window.harness.timeline?.getSelected())).toBe('night');
});

test('a bar moves with its length, and to another lane of its kind but to no other', async () => {
  const from = await yOf('post');
  await dragFrom(xOf('3-29 23:30'), from, xOf('3-29 23:30') + 30, await yOf('day'));
  await page.mouse.up();
  const [moved] = (await ofType('change')) as { laneId: string; startAt: number; endAt: number }[];
  expect(moved?.laneId).toBe('day');
  expect((moved?.endAt ?? 0) - (moved?.startAt ?? 0)).toBe(5 * 3_600_000);
  await page.evaluate(() => window.harness.timeline?.discard());
  await dragFrom(xOf('3-29 23:30'), from, xOf('3-29 23:30') + 30, await yOf('home'));
  await page.mouse.up();
  expect((await ofType('change')).at(-1)).toMatchObject({ laneId: 'post' });
});

test('what may not be edited is not moved: dragging it pans', async () => {
  const before = await view();
  const y = await yOf('ban');
  await dragFrom(xOf('3-27 12:00'), y, xOf('3-27 12:00') - 100);
  await page.mouse.up();
  expect(await ofType('change')).toEqual([]);
  expect((await view()).fromAt).toBeGreaterThan(before.fromAt);
});

test('dragging over empty ground makes a measure in a lane of measures and pans in any other', async () => {
  await dragFrom(xOf('3-28 10:00'), await yOf('day'), xOf('3-28 16:00'));
  await page.mouse.up();
  expect(await ofType('create')).toEqual([{ laneId: 'day', startAt: at('3-28 10:00'), endAt: at('3-28 16:00') }]);
  const before = await view();
  await dragFrom(xOf('4-3 06:00'), await yOf('sender'), xOf('4-3 12:00'));
  await page.mouse.up();
  expect(await ofType('create')).toHaveLength(1);
  expect((await view()).fromAt).toBeLessThan(before.fromAt);
});

test('a double click on empty ground asks for a new entry at that time, on an item opens it', async () => {
  await page.mouse.dblclick(xOf('4-3 12:00'), await yOf('sender'));
  expect(await ofType('create')).toEqual([{ laneId: 'sender', startAt: at('4-3 12:00'), endAt: null }]);
  await page.mouse.dblclick(xOf('3-29 23:30'), await yOf('post'));
  expect(await ofType('open')).toEqual([{ id: 'night' }]);
});

test('pressing a disc zooms until its points part', async () => {
  const before = await view();
  await page.mouse.click(xOf('3-26 01:25'), await yOf('sender'));
  const after = await view();
  expect(after.toAt - after.fromAt).toBeLessThan((before.toAt - before.fromAt) / 10);
  expect(after.fromAt).toBeLessThan(at('3-26 01:10'));
  expect(after.toAt).toBeGreaterThan(at('3-26 01:40'));
});

test('the wheel zooms at the pointer with Ctrl, pans with Shift, scrolls the lanes without', async () => {
  const x = xOf('3-28 12:00');
  await page.mouse.move(x, await yOf('post'));
  await page.keyboard.down('Control');
  await page.mouse.wheel(0, -240);
  await page.keyboard.up('Control');
  const zoomed = await expect
    .poll(view)
    .not.toEqual({ fromAt: at('3-25 00:00'), toAt: at('4-4 00:00') })
    .then(view);
  expect((zoomed.toAt - zoomed.fromAt) / 3_600_000).toBeCloseTo(HOURS / 2, 3);
  const share = (x - 176) / WEEK_PX;
  expect(Math.abs(zoomed.fromAt + share * (zoomed.toAt - zoomed.fromAt) - at('3-28 12:00'))).toBeLessThan(60_000);
  await page.keyboard.down('Shift');
  await page.mouse.wheel(0, 100);
  await page.keyboard.up('Shift');
  await soon(async () => (await view()).fromAt).toBeGreaterThan(zoomed.fromAt);
  await page.setViewportSize({ width: 1064, height: 500 });
  await page.mouse.wheel(0, 100);
  await soon(() => page.locator('.timeline-scroller').evaluate((e) => e.scrollTop)).toBe(100);
  await page.setViewportSize({ width: 1064, height: 800 });
});

test('keys alone walk the items in the order of lanes and time, and each is said aloud', async () => {
  await page.locator('.timeline-plot').focus();
  await page.keyboard.press('ArrowDown');
  const first = await page.evaluate(() => window.harness.timeline?.getSelected());
  expect(first).toMatch(/^sleep-/);
  for (let i = 0; i < 6; i++) await page.keyboard.press('ArrowDown');
  expect(await page.evaluate(() => window.harness.timeline?.getSelected())).toMatch(/^post-/);
  await page.keyboard.press('Home');
  for (let i = 0; i < 4; i++) await page.keyboard.press('ArrowRight');
  expect(await page.evaluate(() => window.harness.timeline?.getSelected())).toBe('night');
  expect(await live()).toBe('Lag A: Myr og Nes 2026-03-29T19:00:00.000Z');
  await page.keyboard.press('Enter');
  expect(await ofType('open')).toEqual([{ id: 'night' }]);
});

test('keys alone move and resize by a quarter of an hour; steps before the answer add up', async () => {
  await page.evaluate(() => window.harness.timeline?.focusItem('night'));
  await page.keyboard.press('Alt+ArrowRight');
  await page.keyboard.press('Alt+Shift+ArrowRight');
  await page.keyboard.press('Alt+ArrowUp');
  const changes = (await ofType('change')) as { startAt: number; endAt: number }[];
  expect(changes.map(({ startAt, endAt }) => [startAt, endAt])).toEqual([
    [at('3-29 21:15'), at('3-30 02:15')],
    [at('3-29 21:15'), at('3-30 02:30')],
    [at('3-29 21:00'), at('3-30 02:30')],
  ]);
});

test('an item far away is brought into view when it is focused, its folded group opened', async () => {
  await page.evaluate(() => {
    window.harness.timeline?.setCollapsed('guard', true);
    window.harness.timeline?.setView(0, 86_400_000);
    window.harness.timeline?.focusItem('night');
  });
  const { fromAt, toAt } = await view();
  expect(fromAt).toBeLessThan(at('3-29 21:00'));
  expect(toAt).toBeGreaterThan(at('3-29 21:00'));
  await soon(() => page.locator('[data-lane="post"]').isVisible()).toBe(true);
  expect(await page.evaluate(() => document.activeElement?.className)).toContain('timeline-plot');
});

test('a heading folds its lanes by mouse and by key, keeps the focus and says its state', async () => {
  const heading = page.getByRole('button', { name: 'Vakthold' });
  await heading.focus();
  await page.keyboard.press('Enter');
  await soon(() => page.locator('[data-lane="post"]').count()).toBe(0);
  expect(await heading.getAttribute('aria-expanded')).toBe('false');
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Vakthold');
  await heading.click();
  await soon(() => page.locator('[data-lane="post"]').count()).toBe(1);
});

test('the menu key asks for a menu at the item, the right button where it was pressed', async () => {
  await page.evaluate(() => window.harness.timeline?.focusItem('night'));
  await page.keyboard.press('Shift+F10');
  expect((await ofType('context'))[0]).toMatchObject({ id: 'night', laneId: 'post' });
  await page.mouse.click(xOf('4-3 12:00'), await yOf('day'), { button: 'right' });
  expect((await ofType('context'))[1]).toMatchObject({ id: null, laneId: 'day' });
});

test('the window in the overview is dragged, and a press beside it goes there', async () => {
  const before = await view();
  const box = await page.locator('.timeline-strip--overview canvas').boundingBox();
  const y = (box?.y ?? 0) + 20;
  await page.mouse.click(176 + 700, y);
  const jumped = await view();
  expect(jumped.fromAt).toBeGreaterThan(before.toAt);
  await dragFrom(176 + 700, y, 176 + 600);
  await page.mouse.up();
  expect((await view()).fromAt).toBeLessThan(jumped.fromAt);
  expect((await view()).toAt - (await view()).fromAt).toBe(before.toAt - before.fromAt);
});

test('a tooltip comes to the mark under the pointer and goes with Escape', async () => {
  await page.mouse.move(xOf('3-26 01:25'), await yOf('sender'));
  await soon(() => page.locator('.timeline-tooltip').isVisible()).toBe(true);
  expect(await page.locator('.timeline-tooltip').textContent()).toContain('SMS, SMS');
  await page.keyboard.press('Escape');
  expect(await page.locator('.timeline-tooltip').isVisible()).toBe(false);
});

test('nothing is drawn while nothing changes', async () => {
  const frames = await page.evaluate(async () => {
    const asked = window.requestAnimationFrame;
    let count = 0;
    window.requestAnimationFrame = (callback) => {
      count++;
      return asked(callback);
    };
    for (let i = 0; i < 20; i++) await new Promise(asked.bind(window));
    window.requestAnimationFrame = asked;
    return count;
  });
  expect(frames).toBe(0);
});

test('the bitmap has the pixels of the screen at 1, 1.25 and 2', async () => {
  for (const scale of [1, 1.25, 2]) {
    const other = await harness.newPage(scale, { width: 800, height: 600 });
    await other.evaluate(() => window.harness.week());
    const { bitmap, css } = await other
      .locator('.timeline-plot canvas')
      .first()
      .evaluate((canvas: HTMLCanvasElement) => {
        return { bitmap: canvas.width, css: canvas.getBoundingClientRect().width };
      });
    expect(bitmap).toBe(Math.round(css * scale));
    await other.context().close();
  }
});

test('a change of theme reaches the canvas', async () => {
  const lane = () => {
    return page.evaluate(() => {
      window.harness.timeline?.flush();
      const canvas = document.querySelector<HTMLCanvasElement>('.timeline-plot canvas');
      return [...(canvas?.getContext('2d')?.getImageData(40, 30, 1, 1).data ?? [])].slice(0, 3);
    });
  };
  const light = await lane();
  await page.evaluate(() => window.harness.theme('dark'));
  const dark = await lane();
  await page.evaluate(() => window.harness.theme('light'));
  expect(Math.max(...dark)).toBeLessThan(60);
  expect(Math.min(...light)).toBeGreaterThan(200);
});

test.each(['light', 'dark'] as const)('axe finds nothing in the %s theme', async (theme) => {
  await page.evaluate((name) => window.harness.theme(name), theme);
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
    .analyze();
  await page.evaluate(() => window.harness.theme('light'));
  expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
});

test('lanes that need more height get a scrollbar, and the drawing gives way to it', async () => {
  const widths = () => {
    return page.evaluate(() => {
      const scroller = document.querySelector('.timeline-scroller');
      const canvas = document.querySelector('.timeline-plot canvas');
      return [scroller?.clientWidth ?? 0, (canvas?.getBoundingClientRect().width ?? 0) + 176];
    });
  };
  await page.setViewportSize({ width: 1064, height: 400 });
  await soon(async () => new Set(await widths()).size).toBe(1);
  await page.setViewportSize({ width: 1064, height: 800 });
  await soon(async () => new Set(await widths()).size).toBe(1);
});

test('the drawing for paper is well-formed XML with the same words, and hostile labels stay words', async () => {
  const { problem, texts, scripts } = await page.evaluate(() => {
    const { harness } = window;
    harness.hostile('</text><script>alert(1)</script>&amp;"\u0000\u0008');
    const parsed = new DOMParser().parseFromString(harness.print(), 'image/svg+xml');
    return {
      problem: parsed.querySelector('parsererror')?.textContent ?? null,
      texts: [...parsed.querySelectorAll('text')].map((text) => text.textContent),
      scripts: parsed.querySelectorAll('script').length,
    };
  });
  expect(problem).toBeNull();
  expect(scripts).toBe(0);
  expect(texts.join(' ')).toContain('<script>alert(1)</script>&amp;"');
  expect(texts).toEqual(expect.arrayContaining(['Vakthold', '23 t', 'utløper to 2. april, 4 d 19 t']));
});
