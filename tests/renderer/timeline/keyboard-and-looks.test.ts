import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from 'vitest';
import { at } from './harness/week.ts';
import { weekPage } from './harness/week-page.ts';

const { page, newPage, ofType, view, selected } = weekPage();

test('keys alone walk the items in the order of lanes and time, and each is named', async () => {
  await page().locator('.timeline-plot').focus();
  await page().keyboard.press('ArrowDown');
  const first = await selected();
  expect(first).toMatch(/^sleep-/);
  for (let i = 0; i < 6; i++) await page().keyboard.press('ArrowDown');
  expect(await selected()).toMatch(/^post-/);
  await page().keyboard.press('Home');
  for (let i = 0; i < 4; i++) await page().keyboard.press('ArrowRight');
  expect(await selected()).toBe('night');
  await expect
    .poll(() => page().locator('[role=gridcell][aria-selected=true]').getAttribute('aria-label'))
    .toBe('Lag A 2026-03-29T19:00:00.000Z');
  await page().keyboard.press('Enter');
  expect(await ofType('open')).toEqual([{ id: 'night' }]);
});

test('keys alone move and resize by a quarter of an hour; steps before the answer add up', async () => {
  await page().evaluate(() => window.harness.timeline?.focusItem('night'));
  const said = () => page().locator('.timeline > [aria-live]').textContent();
  const verdict = page().locator('.timeline-verdict');
  // The data still hold the old time: what is said is what was asked for, with the verdict on it while Alt is held.
  await page().keyboard.down('Alt');
  await page().keyboard.press('ArrowRight');
  expect(await said()).toBe('Lag A 2026-03-29T19:15:00.000Z');
  expect(await verdict.isVisible()).toBe(true);
  await page().keyboard.up('Alt');
  expect(await verdict.isVisible()).toBe(false);
  await page().keyboard.press('Alt+Shift+ArrowRight');
  await page().keyboard.press('Alt+ArrowUp');
  const edits = (await ofType('edit')) as { items: { startAt: number; endAt: number }[] }[];
  const changes = edits.flatMap((edit) => edit.items);
  expect(changes.map(({ startAt, endAt }) => [startAt, endAt])).toEqual([
    [at('3-29 21:15'), at('3-30 02:15')],
    [at('3-29 21:15'), at('3-30 02:30')],
    [at('3-29 21:00'), at('3-30 02:30')],
  ]);
});

test('an item far away is brought into view when it is focused, its folded group opened', async () => {
  await page().evaluate(() => {
    window.harness.timeline?.setCollapsed('guard', true);
    window.harness.timeline?.setView(0, 86_400_000);
    window.harness.timeline?.focusItem('night');
  });
  const { fromAt, toAt } = await view();
  expect(fromAt).toBeLessThan(at('3-29 21:00'));
  expect(toAt).toBeGreaterThan(at('3-29 21:00'));
  await expect.poll(() => page().locator('[data-lane="post"]').isVisible()).toBe(true);
  expect(await page().evaluate(() => document.activeElement?.className)).toContain('timeline-plot');
});

test('a heading folds its lanes by mouse and by key, keeps the focus and says its state', async () => {
  const heading = page().getByRole('button', { name: 'Vakthold' });
  await heading.focus();
  await page().keyboard.press('Enter');
  await expect.poll(() => page().locator('[data-lane="post"]').count()).toBe(0);
  expect(await heading.getAttribute('aria-expanded')).toBe('false');
  expect(await page().evaluate(() => document.activeElement?.textContent)).toBe('Vakthold');
  await heading.click();
  await expect.poll(() => page().locator('[data-lane="post"]').count()).toBe(1);
});

test('nothing is drawn while nothing changes', async () => {
  const frames = await page().evaluate(async () => {
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
    const other = await newPage(scale, { width: 800, height: 600 });
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
    return page().evaluate(() => {
      window.harness.timeline?.flush();
      const canvas = document.querySelector<HTMLCanvasElement>('.timeline-plot canvas');
      return [...(canvas?.getContext('2d')?.getImageData(40, 30, 1, 1).data ?? [])].slice(0, 3);
    });
  };
  const light = await lane();
  await page().evaluate(() => window.harness.theme('dark'));
  const dark = await lane();
  await page().evaluate(() => window.harness.theme('light'));
  expect(Math.max(...dark)).toBeLessThan(60);
  expect(Math.min(...light)).toBeGreaterThan(200);
});

test('lanes that need more height get a scrollbar, and the drawing gives way to it', async () => {
  const widths = () => {
    return page().evaluate(() => {
      const scroller = document.querySelector('.timeline-scroller');
      const canvas = document.querySelector('.timeline-plot canvas');
      return [scroller?.clientWidth ?? 0, (canvas?.getBoundingClientRect().width ?? 0) + 176];
    });
  };
  await page().setViewportSize({ width: 1064, height: 400 });
  await expect.poll(async () => new Set(await widths()).size).toBe(1);
  await page().setViewportSize({ width: 1064, height: 800 });
  await expect.poll(async () => new Set(await widths()).size).toBe(1);
});

test('the drawing for paper is well-formed XML with the same words, and hostile labels stay words', async () => {
  const { problem, texts, scripts } = await page().evaluate(() => {
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

test.each(['light', 'dark'] as const)('axe finds nothing in the %s theme', async (theme) => {
  await page().evaluate((name) => window.harness.theme(name), theme);
  const { violations } = await new AxeBuilder({ page: page() })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
    .analyze();
  await page().evaluate(() => window.harness.theme('light'));
  expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
});
