import { expect, test } from 'vitest';
import { arrange } from '#renderer/timeline/arrange.ts';
import type { TimelineData } from '#renderer/timeline/index.ts';
import { keyCommand } from '#renderer/timeline/keys.ts';
import { prepare } from '#renderer/timeline/prepare.ts';
import { walk } from '#renderer/timeline/walk.ts';
import { HOUR, makeItem, oslo } from './samples.ts';

const data: TimelineData = {
  groups: [{ id: 'g', label: 'G', kind: 'guard' }],
  lanes: [
    { id: 'a', label: 'A', kind: 'guard' },
    { id: 'empty', label: 'Empty', kind: 'guard' },
    { id: 'b', label: 'B', kind: 'guard', group: 'g' },
  ],
  items: [
    makeItem({ id: 'a2', laneId: 'a', startAt: 10 * HOUR, endAt: 11 * HOUR, storyOrder: 2 }),
    makeItem({ id: 'a1', laneId: 'a', startAt: 10 * HOUR, endAt: 30 * HOUR, storyOrder: 1 }),
    makeItem({ id: 'a3', laneId: 'a', startAt: 50 * HOUR, endAt: 51 * HOUR }),
    makeItem({ id: 'b1', laneId: 'b', startAt: 0, endAt: 2 * HOUR }),
    makeItem({ id: 'b2', laneId: 'b', startAt: 40 * HOUR, endAt: 60 * HOUR }),
  ],
};
const view = { fromAt: 0, toAt: 100 * HOUR };
const arrangement = arrange(prepare(data, oslo), new Set());
const folded = arrange(prepare(data, oslo), new Set(['g']));

test.each([
  ['a1', 'next', 'a2'],
  ['a2', 'next', 'a3'],
  ['a3', 'next', null],
  ['a1', 'previous', null],
  ['a2', 'first', 'a1'],
  ['a1', 'last', 'a3'],
  ['a3', 'down', 'b2'],
  ['b1', 'up', 'a1'],
  ['b1', 'down', null],
] as const)('from %s %s is %s: by time and telling, past empty lanes, also in stacked rows', (from, step, to) => {
  const anchor = data.items.find((item) => item.id === from)?.startAt ?? 0;
  expect(walk(arrangement, from, step, anchor, view)).toBe(to);
});

test('up and down keep to the time they began at', () => {
  expect(walk(arrangement, 'b2', 'up', 51 * HOUR, view)).toBe('a3');
});

test('a walk that begins nowhere, or in a folded group, begins with what is seen', () => {
  expect(walk(arrangement, null, 'next', 0, { fromAt: 20 * HOUR, toAt: 60 * HOUR })).toBe('a1');
  expect(walk(folded, 'b1', 'next', 0, view)).toBe('a1');
});

const press = (key: string, held: Partial<Record<'altKey' | 'ctrlKey' | 'shiftKey', boolean>> = {}) => {
  return keyCommand({ key, altKey: false, ctrlKey: false, metaKey: false, shiftKey: false, ...held });
};

test('keys that belong to the app or the browser are left alone', () => {
  for (const key of ['a', 'Tab', 'n', 'z']) expect(press(key)).toBeNull();
  expect(press('z', { ctrlKey: true })).toBeNull();
  expect(press('ArrowLeft', { ctrlKey: true })).toBeNull();
  expect(press('ArrowLeft', { ctrlKey: true, altKey: true })).toBeNull();
});

test('every gesture has its key', () => {
  expect(press('ArrowRight', { altKey: true })).toEqual({ type: 'nudge', mode: 'move', steps: 1 });
  expect(press('ArrowRight', { altKey: true, shiftKey: true })).toEqual({ type: 'nudge', mode: 'end', steps: 1 });
  expect(press('ArrowUp', { altKey: true })).toEqual({ type: 'nudge', mode: 'start', steps: -1 });
  expect(press('F10', { shiftKey: true })).toEqual({ type: 'context' });
  expect(press('+')).toMatchObject({ type: 'zoom' });
  expect(press('End', { ctrlKey: true })).toEqual({ type: 'goTo', end: 'last' });
});
