import { expect, test } from 'vitest';
import { at } from './harness/week.ts';
import { weekPage } from './harness/week-page.ts';

const { page, xOf, yOf, ofType, view, selected, dragFrom } = weekPage();
const WEEK_PX = 1064 - 176;
const HOURS = 239;

/** The items of all edits told so far. */
async function editedItems() {
  const edits = (await ofType('edit')) as { items: { laneId: string; startAt: number; endAt: number }[] }[];
  return edits.flatMap((edit) => edit.items);
}

test('dragging the end of a bar shows the verdict while it is held and tells the new times once, on release', async () => {
  const y = await yOf('post');
  await dragFrom(xOf('3-30 02:00') - 1, y, xOf('3-30 06:50'));
  expect(await ofType('edit')).toEqual([]);
  await expect.poll(() => page().locator('.timeline-verdict-title').textContent()).toBe('end: 10.00 t');
  expect(await page().locator('.timeline-verdict').isVisible()).toBe(true);
  await page().mouse.up();
  expect(await ofType('edit')).toEqual([
    expect.objectContaining({
      type: 'change',
      edge: 'end',
      items: [expect.objectContaining({ id: 'night', startAt: at('3-29 21:00'), endAt: at('3-30 07:00') })],
      by: 'pointer',
    }),
  ]);
  expect(await page().locator('.timeline-verdict').isVisible()).toBe(false);
});

test('Escape during a drag puts everything back: no change is told, also not on release', async () => {
  const y = await yOf('post');
  await dragFrom(xOf('3-30 02:00') - 1, y, xOf('3-30 10:00'));
  await page().keyboard.press('Escape');
  expect(await page().locator('.timeline-verdict').isVisible()).toBe(false);
  await page().mouse.up();
  expect(await ofType('edit')).toEqual([]);
  await page().mouse.move(xOf('3-30 00:00'), y);
  await page().mouse.down();
  await page().mouse.up();
  expect(await selected()).toBe('night');
});

test('a bar moves with its length, and to another lane of its kind but to no other', async () => {
  const from = await yOf('post');
  await dragFrom(xOf('3-29 23:30'), from, xOf('3-29 23:30') + 30, await yOf('day'));
  await page().mouse.up();
  const [moved] = await editedItems();
  expect(moved?.laneId).toBe('day');
  expect((moved?.endAt ?? 0) - (moved?.startAt ?? 0)).toBe(5 * 3_600_000);
  await page().evaluate(() => window.harness.timeline?.discard());
  await dragFrom(xOf('3-29 23:30'), from, xOf('3-29 23:30') + 30, await yOf('home'));
  await page().mouse.up();
  expect((await editedItems()).at(-1)).toMatchObject({ laneId: 'post' });
});

test('what may not be edited is not moved: dragging it pans', async () => {
  const before = await view();
  const y = await yOf('ban');
  await dragFrom(xOf('3-27 12:00'), y, xOf('3-27 12:00') - 100);
  await page().mouse.up();
  expect(await ofType('edit')).toEqual([]);
  expect((await view()).fromAt).toBeGreaterThan(before.fromAt);
});

test('dragging over empty ground makes a measure in a lane of measures and pans in any other', async () => {
  await dragFrom(xOf('3-28 10:00'), await yOf('day'), xOf('3-28 16:00'));
  await page().mouse.up();
  expect(await ofType('edit')).toEqual([
    { type: 'create', laneId: 'day', startAt: at('3-28 10:00'), endAt: at('3-28 16:00'), by: 'pointer' },
  ]);
  const before = await view();
  await dragFrom(xOf('4-3 06:00'), await yOf('sender'), xOf('4-3 12:00'));
  await page().mouse.up();
  expect(await ofType('edit')).toHaveLength(1);
  expect((await view()).fromAt).toBeLessThan(before.fromAt);
});

test('a double click on empty ground asks for a new entry at that time, on an item opens it', async () => {
  await page().mouse.dblclick(xOf('4-3 12:00'), await yOf('sender'));
  expect(await ofType('edit')).toEqual([
    { type: 'create', laneId: 'sender', startAt: at('4-3 12:00'), endAt: null, by: 'pointer' },
  ]);
  await page().mouse.dblclick(xOf('3-29 23:30'), await yOf('post'));
  expect(await ofType('open')).toEqual([{ id: 'night' }]);
});

test('pressing a disc zooms until its points part', async () => {
  const before = await view();
  await page().mouse.click(xOf('3-26 01:25'), await yOf('sender'));
  const after = await view();
  expect(after.toAt - after.fromAt).toBeLessThan((before.toAt - before.fromAt) / 10);
  expect(after.fromAt).toBeLessThan(at('3-26 01:10'));
  expect(after.toAt).toBeGreaterThan(at('3-26 01:40'));
});

test('the wheel zooms at the pointer with Ctrl, pans with Shift, scrolls the lanes without', async () => {
  const x = xOf('3-28 12:00');
  await page().mouse.move(x, await yOf('post'));
  await page().keyboard.down('Control');
  await page().mouse.wheel(0, -240);
  await page().keyboard.up('Control');
  const zoomed = await expect
    .poll(view)
    .not.toEqual({ fromAt: at('3-25 00:00'), toAt: at('4-4 00:00') })
    .then(view);
  expect((zoomed.toAt - zoomed.fromAt) / 3_600_000).toBeCloseTo(HOURS / 2, 3);
  const share = (x - 176) / WEEK_PX;
  expect(Math.abs(zoomed.fromAt + share * (zoomed.toAt - zoomed.fromAt) - at('3-28 12:00'))).toBeLessThan(60_000);
  await page().keyboard.down('Shift');
  await page().mouse.wheel(0, 100);
  await page().keyboard.up('Shift');
  await expect.poll(async () => (await view()).fromAt).toBeGreaterThan(zoomed.fromAt);
  await page().setViewportSize({ width: 1064, height: 500 });
  await page().mouse.wheel(0, 100);
  await expect
    .poll(() =>
      page()
        .locator('.timeline-scroller')
        .evaluate((e) => e.scrollTop),
    )
    .toBe(100);
  await page().setViewportSize({ width: 1064, height: 800 });
});

test('the menu key asks for a menu at the item, the right button where it was pressed', async () => {
  await page().evaluate(() => window.harness.timeline?.focusItem('night'));
  await page().keyboard.press('Shift+F10');
  expect((await ofType('context'))[0]).toMatchObject({ id: 'night', laneId: 'post' });
  await page().mouse.click(xOf('4-3 12:00'), await yOf('day'), { button: 'right' });
  expect((await ofType('context'))[1]).toMatchObject({ id: null, laneId: 'day' });
});

test('the window in the overview is dragged, and a press beside it goes there', async () => {
  const before = await view();
  const box = await page().locator('.timeline-strip--overview canvas').boundingBox();
  const y = (box?.y ?? 0) + 20;
  await page().mouse.click(176 + 700, y);
  const jumped = await view();
  expect(jumped.fromAt).toBeGreaterThan(before.toAt);
  await dragFrom(176 + 700, y, 176 + 600);
  await page().mouse.up();
  expect((await view()).fromAt).toBeLessThan(jumped.fromAt);
  expect((await view()).toAt - (await view()).fromAt).toBe(before.toAt - before.fromAt);
});

test('a tooltip comes to the mark under the pointer and goes with Escape', async () => {
  await page().mouse.move(xOf('3-26 01:25'), await yOf('sender'));
  await expect.poll(() => page().locator('.timeline-tooltip').isVisible()).toBe(true);
  expect(await page().locator('.timeline-tooltip').textContent()).toContain('SMS, SMS');
  await page().keyboard.press('Escape');
  expect(await page().locator('.timeline-tooltip').isVisible()).toBe(false);
});
