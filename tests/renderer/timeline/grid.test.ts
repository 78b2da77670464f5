import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from 'vitest';
import { arrange } from '#renderer/timeline/arrange.ts';
import { gridRows, gridSize } from '#renderer/timeline/cells.ts';
import { layoutItems } from '#renderer/timeline/layout.ts';
import { place, prepare } from '#renderer/timeline/prepare.ts';
import { createScale } from '#renderer/timeline/scale.ts';
import fc from '#tests/helpers/property.ts';
import { at } from './harness/week.ts';
import { weekPage } from './harness/week-page.ts';
import { anyItems, DAY, environment, HOUR, oslo, SPAN } from './samples.ts';

const { page } = weekPage();
const active = () => {
  return page().evaluate(() => {
    const id = document.querySelector('.timeline-plot')?.getAttribute('aria-activedescendant');
    return id ? (document.getElementById(id)?.getAttribute('aria-label') ?? null) : null;
  });
};
const focus = (id: string) => page().evaluate((one) => window.harness.timeline?.focusItem(one), id);

const anyView = fc
  .tuple(fc.integer({ min: SPAN.fromAt - 5 * DAY, max: SPAN.toAt }), fc.integer({ min: HOUR, max: 400 * DAY }))
  .map(([fromAt, length]) => ({ fromAt, toAt: fromAt + length }));

// Would catch: a bar that is seen and not told, one that is told twice, or one that is told and lies outside the window.
test('the cells hold each item of the window once, in the order of the walk, and no other', () => {
  fc.assert(
    fc.property(anyItems, anyView, fc.integer({ min: 40, max: 400 }), fc.nat(300), (items, view, height, wanted) => {
      const lanes = ['a', 'b', 'c'].map((id) => ({ id, label: id, kind: 'guard' as const }));
      const spread = items.map((item, i) => ({ ...item, laneId: lanes[i % 3]?.id ?? 'a' }));
      const arrangement = arrange(prepare({ groups: [], lanes, items: spread }, oslo), new Set());
      const scrollTop = Math.min(wanted, Math.max(0, arrangement.height - height));
      const scale = createScale(view, 1_000);
      const { hits } = layoutItems(arrangement, scale, { scrollTop, height }, environment);
      const rows = gridRows(arrangement, hits, scrollTop, height);
      const told = rows.flatMap((row) => row.cells.flatMap((cell) => cell.items.map(({ id }) => id)));
      expect(new Set(told).size).toBe(told.length);
      expect([...told].sort()).toEqual(hits.flatMap((hit) => hit.mark.members.map(({ item }) => item.id)).sort());

      // A full scan: every bar whose time touches the view, in a lane row that touches the heights.
      const seen = spread.filter((item) => {
        const { fromAt, toAt } = place(item, oslo);
        const strip = arrangement.laneById.get(item.laneId);
        const placed = strip?.lane.ordered.find((one) => one.item.id === item.id);
        const top = (strip?.y ?? 0) + (placed?.row ?? 0) * (strip?.rowHeight ?? 0) - scrollTop;
        const isSeen = top + (strip?.rowHeight ?? 0) > 0 && top < height;
        return item.shape === 'bar' && fromAt < view.toAt && toAt > view.fromAt && isSeen;
      });
      expect(told).toEqual(expect.arrayContaining(seen.map(({ id }) => id)));

      for (const row of rows) {
        expect(row.rowIndex).toBe(lanes.findIndex(({ id }) => id === row.lane.id) + 1);
        const columns = row.cells.map((cell) => cell.colIndex);
        expect(columns).toEqual([...columns].sort((a, b) => a - b));
        expect(new Set(columns).size).toBe(columns.length);
      }
      expect(gridSize(arrangement).rows).toBe(3);
    }),
  );
});

test('lanes are rows and bars are cells with their place in the whole, by role and name', async () => {
  const grid = page().getByRole('grid', { name: 'Tidslinje' });
  await expect.poll(() => grid.getAttribute('aria-busy')).toBe('false');
  expect(await grid.getAttribute('aria-rowcount')).toBe('19');
  const row = grid.getByRole('row').filter({ has: page().getByRole('rowheader', { name: 'Fast vakthold, natt' }) });
  expect(await row.getAttribute('aria-rowindex')).toBe('7');
  expect(await row.getByRole('gridcell').count()).toBe(8);
  expect(await row.getByRole('gridcell').nth(4).getAttribute('aria-colindex')).toBe('6');
});

test('one cell has the keyboard: it is named when it gets it, and goes with what is scrolled out of the window', async () => {
  await focus('night');
  await page().keyboard.press('ArrowRight');
  await expect.poll(active).toMatch(/^B 2026-03-30/);
  await page().keyboard.press('ArrowLeft');
  await expect.poll(active).toMatch(/^Lag A 2026-03-29/);
  expect(await page().locator('[role=gridcell][aria-selected=true]').count()).toBe(1);
  await page().evaluate(() => window.harness.timeline?.setView(0, 86_400_000));
  await expect.poll(active).toBeNull();
});

// Would catch: a walk into a disc of seven that says nothing of the one it has reached.
test('one of several that are drawn as one is said aloud, and the cell tells how many they are', async () => {
  const disc = await page().evaluate(() => {
    window.harness.timeline?.focusItem('night');
    return [...document.querySelectorAll('[role=gridcell]')].map((cell) => cell.getAttribute('aria-label') ?? '');
  });
  expect(disc.filter((name) => name.startsWith('7: SMS'))).toHaveLength(1);
  const id = await page().evaluate(() => window.harness.sms);
  await focus(id);
  await expect.poll(active).toMatch(/^7: SMS/);
  await expect.poll(() => page().locator('.timeline [aria-live]').textContent()).toMatch(/^SMS 2026-03-26/);
});

test('folded lanes are no rows, and only lanes at the heights of the window exist', async () => {
  const labels = () => page().getByRole('rowheader').count();
  await page().evaluate(() => window.harness.timeline?.setCollapsed('need', true));
  await expect.poll(() => page().locator('.timeline-plot').getAttribute('aria-rowcount')).toBe('16');
  await page().setViewportSize({ width: 1064, height: 300 });
  await expect.poll(labels).toBeLessThan(12);
  await page().setViewportSize({ width: 1064, height: 800 });
  await expect.poll(labels).toBe(16);
});

test.each(['light', 'dark'] as const)(
  'axe finds nothing in the grid while a bar is held, in the %s theme',
  async (theme) => {
    await page().evaluate((name) => window.harness.theme(name), theme);
    await focus('night');
    await page().keyboard.press('e');
    await page().keyboard.press('Shift+ArrowRight');
    const { violations } = await new AxeBuilder({ page: page() })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'])
      // The page is the harness's.
      .disableRules('page-has-heading-one')
      .analyze();
    await page().keyboard.press('Escape');
    await page().evaluate(() => window.harness.theme('light'));
    expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html.slice(0, 200))])).toEqual([]);
  },
);

test('the times of the active cell are those of the item', async () => {
  await focus('night');
  const cell = page().locator('[role=gridcell][aria-selected=true]');
  const box = await cell.boundingBox();
  const plot = await page().locator('.timeline-plot').boundingBox();
  const share = ((box?.x ?? 0) - (plot?.x ?? 0)) / (plot?.width ?? 1);
  expect(Math.abs(at('3-25 00:00') + share * 239 * HOUR - at('3-29 21:00'))).toBeLessThan(HOUR);
});
