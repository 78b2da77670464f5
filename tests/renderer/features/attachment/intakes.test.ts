import { expect, test } from 'vitest';
import type { RecordId } from '#model/ids.ts';
import type { Client } from '#renderer/client/client.ts';
import { intakesOf } from '#renderer/features/attachment/intakes.ts';

/** A core that has not answered yet. */
const waiting: Client = {
  invoke: () => new Promise(() => undefined),
  on: () => () => undefined,
  settled: async () => [],
};

// Would catch: a program that reads as a picture in the list of what is coming in, because its name turns the reading order.
test.each([
  ['bilde\u202egpj.exe', 'bildegpj.exe'],
  ['a\u0000\u200bb.png', 'ab.png'],
  ['\u202e\u2066', '…'],
])('a file on its way is named by what can be seen of its name', (name, shown) => {
  const intakes = intakesOf({ ...waiting });
  intakes.add('a'.repeat(32) as RecordId, [new File(['x'], name)], null);
  expect(intakes.store.getState().map((one) => one.name)).toEqual([shown]);
});
