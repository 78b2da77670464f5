import { expect, test } from 'vitest';
import { TIMELINE_KEYS } from '#renderer/timeline/index.ts';
import { heldCommand, keyCommand, keyOf } from '#renderer/timeline/keys.ts';
import { at } from './harness/week.ts';
import { weekPage } from './harness/week-page.ts';

const { page, xOf, yOf, ofType, selected, dragFrom } = weekPage();
const press = async (...keys: string[]) => {
  for (const key of keys) await page().keyboard.press(key);
};
const focus = (id: string) => page().evaluate((one) => window.harness.timeline?.focusItem(one), id);
const selection = () => page().evaluate(() => window.harness.timeline?.getSelection() ?? []);
const night = (startAt: number, endAt: number) => expect.objectContaining({ id: 'night', startAt, endAt });
/** Edits without who made them. */
const edits = async () => {
  return ((await ofType('edit')) as { by?: string }[]).map(({ by: _, ...edit }) => edit);
};

// Would catch: a gesture that has no key path, or one whose result differs from that of the mouse.
test('each gesture by keys alone gives the edit that the mouse gives', async () => {
  const y = await yOf('post');
  const x = (local: string) => xOf(local);

  await dragFrom(x('3-29 23:30'), y, x('3-30 02:30'));
  await page().mouse.up();
  await page().evaluate(() => window.harness.timeline?.discard());
  await dragFrom(x('3-30 02:00') - 1, y, x('3-30 07:00'));
  await page().mouse.up();
  await page().evaluate(() => window.harness.timeline?.discard());
  await page().keyboard.down('Control');
  await dragFrom(x('3-29 23:30'), y, x('4-2 23:30'));
  await page().mouse.up();
  await page().keyboard.up('Control');
  await page().evaluate(() => window.harness.timeline?.setTool('cut'));
  await page().mouse.click(x('3-30 00:00'), y);
  await page().evaluate(() => window.harness.timeline?.setTool('handOver'));
  await page().mouse.click(x('3-30 00:00'), y);
  await page().evaluate(() => window.harness.timeline?.setTool(null));
  const byMouse = await edits();

  await page().evaluate(() => window.harness.events.splice(0));
  await focus('night');
  await press('Space', 'Shift+ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowRight', 'Space');
  await page().evaluate(() => window.harness.timeline?.discard());
  await press('e', ...Array.from({ length: 5 }, () => 'Shift+ArrowRight'), 'Enter');
  await page().evaluate(() => window.harness.timeline?.discard());
  await press('d', ...Array.from({ length: 5 }, () => 'Shift+ArrowLeft'));
  await press(...Array.from({ length: 4 }, () => 'Control+ArrowRight'), 'Space');
  await focus('night');
  // From the middle of the bar, 23:30, to midnight.
  await press('x', 'ArrowRight', 'ArrowRight', 'Enter');
  await press('h', 'ArrowRight', 'ArrowRight', 'Enter');
  const byKeys = await edits();

  expect(byMouse).toHaveLength(5);
  expect(byKeys).toEqual(byMouse);
  expect(byKeys[0]).toMatchObject({ type: 'change', items: [night(at('3-30 00:00'), at('3-30 05:00'))] });
  expect(byKeys[1]).toMatchObject({ type: 'change', items: [night(at('3-29 21:00'), at('3-30 07:00'))] });
  expect(byKeys[2]).toMatchObject({ type: 'copy', items: [night(at('4-2 21:00'), at('4-3 02:00'))] });
  expect(byKeys.slice(3)).toEqual([
    { type: 'cut', id: 'night', at: at('3-30 00:00') },
    { type: 'handOver', id: 'night', at: at('3-30 00:00') },
  ]);
});

test('a night is repeated day after day by keys, as one edit', async () => {
  await focus('night');
  await press('r', 'ArrowRight', 'ArrowRight', 'Space');
  expect(await edits()).toMatchObject([
    {
      type: 'repeat',
      items: [
        night(at('3-30 21:00'), at('3-31 02:00')),
        night(at('3-31 21:00'), at('4-1 02:00')),
        night(at('4-1 21:00'), at('4-2 02:00')),
      ],
    },
  ]);
});

test('a new bar is made by keys, beginning where the gap with the keyboard begins', async () => {
  await page().locator('.timeline-plot').focus();
  await press('g', 'Insert', 'Shift+ArrowRight', 'Shift+ArrowRight', 'Space');
  const [made] = await edits();
  expect(made).toMatchObject({ type: 'create', startAt: at('3-30 02:00'), endAt: at('3-30 05:00') });
});

test('Escape puts back what the keys hold, and nothing is told', async () => {
  await focus('night');
  await press('Space', 'ArrowRight', 'ArrowDown', 'Escape', 'Space', 'Space');
  expect(await edits()).toEqual([]);
  expect(await page().locator('.timeline-verdict').isVisible()).toBe(false);
});

test('what the keys hold goes to the next lane of its kind and falls on the edges of its neighbours', async () => {
  await focus('night');
  await press('Space', 'PageDown', 'Space');
  const [edit] = (await edits()) as unknown as { type: string; items: { startAt: number }[] }[];
  expect(edit?.type).toBe('change');
  expect(edit?.items[0]?.startAt).toBeGreaterThan(at('3-29 21:00'));
  await page().evaluate(() => window.harness.timeline?.discard());
  await press('Space', 'ArrowDown', 'Space');
  const to = { laneId: 'day', startAt: at('3-29 21:00') };
  expect((await edits())[1]).toMatchObject({ type: 'exchange', items: [to] });
});

test('gaps are walked in time, forward and back, and the walk ends at the last', async () => {
  await page().locator('.timeline-plot').focus();
  const seen: (string | null | undefined)[] = [];
  for (let i = 0; i < 5; i++) {
    await press('g');
    seen.push(await selected());
  }
  expect(new Set(seen).size).toBe(4);
  expect(seen[3]).toBe(seen[4]);
  await press('Shift+G');
  expect(await selected()).toBe(seen[2]);
});

// Would catch: a box that takes what only its label touches, or one edit for each of the bars that are moved together.
test('a box selects what it touches; all of it moves with one drag and as one edit', async () => {
  const y = await yOf('post');
  await page().keyboard.down('Shift');
  await dragFrom(xOf('3-29 15:00'), y - 9, xOf('3-31 02:00'), y + 9);
  await page().mouse.up();
  await page().keyboard.up('Shift');
  expect(await selection()).toHaveLength(2);
  await dragFrom(xOf('3-29 23:30'), y, xOf('3-30 05:30'));
  await page().mouse.up();
  const told = (await edits()) as unknown as { items: { startAt: number }[] }[];
  expect(told).toHaveLength(1);
  expect(told[0]?.items.map(({ startAt }) => startAt)).toEqual([at('3-30 03:00'), at('3-31 03:00')]);
});

const addAt = async (x: number, y: number) => {
  await page().keyboard.down('Control');
  await page().mouse.click(x, y);
  await page().keyboard.up('Control');
};

test('Ctrl and a press add to the selection and take out again; Delete asks to remove what may be edited', async () => {
  const y = await yOf('post');
  await page().mouse.click(xOf('3-29 23:30'), y);
  await addAt(xOf('3-31 02:00'), y);
  await addAt(xOf('3-27 12:00'), await yOf('ban'));
  expect(await selection()).toHaveLength(3);
  await press('Delete');
  expect((await edits())[0]).toMatchObject({ type: 'remove' });
  expect(((await edits())[0] as unknown as { ids: string[] }).ids).toHaveLength(2);
  await addAt(xOf('3-31 02:00'), y);
  expect(await selection()).toHaveLength(2);
});

test('the verdict shows what the application judges, with the lens, and goes when the keys let go', async () => {
  await focus('night');
  await press('e', 'Shift+ArrowRight');
  await expect.poll(() => page().locator('.timeline-verdict').isVisible()).toBe(true);
  expect(await page().locator('.timeline-verdict-title').textContent()).toBe('end: 6.00 t');
  expect(await page().locator('.timeline-verdict-line--warn').textContent()).toContain('hovedregel 11 t');
  expect(
    await page()
      .locator('.timeline-lens')
      .evaluate((lens: HTMLCanvasElement) => lens.width),
  ).toBe(242);
  await press('Enter');
  expect(await page().locator('.timeline-verdict').isVisible()).toBe(false);
});

// Would catch: a paste that asks for the mouse, that copies one of several bars, or that takes one edit for each.
test('what was marked is pasted where the keyboard is, held until it is dropped, as one edit', async () => {
  const y = await yOf('post');
  await page().mouse.click(xOf('3-29 23:30'), y);
  await addAt(xOf('3-31 02:00'), y);
  await press('Control+c');
  await press('Escape', 'Control+v');
  expect(await edits()).toEqual([]);
  await press('Escape');
  await focus('night');
  await press('Control+v', 'Shift+ArrowRight', 'Space');
  const told = (await edits()) as unknown as { type: string; items: { id: string; startAt: number }[] }[];
  expect(told).toHaveLength(1);
  expect(told[0]?.type).toBe('copy');
  // After the night, which ends at 02:00, and an hour more; the other as much later as it was.
  expect(told[0]?.items.map(({ startAt }) => startAt)).toEqual([at('3-30 03:00'), at('3-31 03:00')]);
});

test('Ctrl+D copies to the next day at once', async () => {
  await focus('night');
  await press('Control+d');
  expect(await edits()).toMatchObject([{ type: 'copy', items: [night(at('3-30 21:00'), at('3-31 02:00'))] }]);
});

// Would catch: a key in the list of keys that does nothing, or a key that is in no list.
test('every key that the list names does something', () => {
  for (const { chords, while: when } of TIMELINE_KEYS) {
    for (const chord of chords) {
      const pressed = keyOf(chord);
      expect(when === 'free' ? keyCommand(pressed) : heldCommand(pressed), chord).not.toBeNull();
    }
  }
});

// Would catch: a change that was taken back before its data came, drawn as made for as long as the page is open.
test('a change that was kept is shown until the plan is read anew, also where that says what it said before', async () => {
  await focus('night');
  await press('Alt+ArrowRight');
  await page().evaluate(() => window.harness.timeline?.confirmData());
  await press('Alt+ArrowRight');
  await page().evaluate(() => window.harness.timeline?.settle());
  await page().evaluate(() => window.harness.timeline?.confirmData());
  await press('Alt+ArrowRight');
  expect(await edits()).toEqual([
    expect.objectContaining({ items: [night(at('3-29 21:15'), at('3-30 02:15'))] }),
    // Data that were on their way before it was kept answer nothing: the second step goes on from the first.
    expect.objectContaining({ items: [night(at('3-29 21:30'), at('3-30 02:30'))] }),
    expect.objectContaining({ items: [night(at('3-29 21:15'), at('3-30 02:15'))] }),
  ]);
});
