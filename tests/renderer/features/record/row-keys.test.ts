import { expect, it } from 'vitest';
import { stepOf } from '#renderer/features/record/row-keys.ts';

// Would catch: a list whose End stops short, or that swallows keys it has no use for.
it('walks by row, page and to the ends, and leaves other keys alone', () => {
  expect(['ArrowDown', 'ArrowUp', 'PageDown', 'PageUp', 'Home', 'End'].map((key) => stepOf(key, 9, 500))).toEqual([
    1, -1, 9, -9, -500, 500,
  ]);
  expect(['Tab', 'n', 'Enter', 'Escape'].map((key) => stepOf(key, 9, 500))).toEqual([null, null, null, null]);
});
