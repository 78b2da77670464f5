import { expect, test } from 'vitest';
import { jsonText, textOf } from '#main/cli/text-output.ts';

// Would catch: a name in a book that steers the terminal it is shown on, or passes itself off as a line of its own.
test('prints what a book holds as words on one line, never as orders to the terminal', () => {
  const name = 'Lind\u001b]0;x\u0007\u009b2J\u202e\nid: 2';
  expect(textOf([{ id: 1, name }])).toBe('1  Lind]0;x2J id: 2\n');
  expect(textOf({ case: name, parts: [name, { name }] })).toBe(
    'case: Lind]0;x2J id: 2\nparts: Lind]0;x2J id: 2; name Lind]0;x2J id: 2\n',
  );
});

// Would catch: ten conflicts on one line of the terminal.
test('prints entries of a list a line each', () => {
  expect(
    textOf({
      items: [
        { id: 1, text: 'a' },
        { id: 2, text: 'b\nc' },
      ],
      none: [],
    }),
  ).toBe('items:\n  id 1, text a\n  id 2, text b c\nnone: none\n');
});

// Would catch: a control of eight bits in a name that a terminal takes for an order, or a value that reads otherwise for it.
test('writes controls in JSON as escapes, and the same value', () => {
  const value = { name: 'Lind\u009b2J\u0085\u007f\u001b[2J æ' };
  const written = jsonText(value);
  expect(/\p{Cc}/u.test(written)).toBe(false);
  expect(JSON.parse(written)).toEqual(value);
});
