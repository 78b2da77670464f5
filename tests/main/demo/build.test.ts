import { afterEach, expect, it } from 'vitest';
import { buildDemoBook } from '#main/demo/build.ts';
import { caseHandlers } from '#main/services/case.ts';
import { openTestContext, type TestContext } from '#tests/helpers/context.ts';

let test: TestContext | null = null;
afterEach(() => test?.remove());

// Would catch: a demonstration that no longer fits the kinds, or a chronology with a refused row.
it('builds the demonstration: three published chronologies and the invented night', async () => {
  test = await openTestContext();
  const caseId = await buildDemoBook(test.context, new URL('../../../resources/demo/', import.meta.url));
  const cases = await caseHandlers['case.list'](test.context, {});
  expect(cases).toHaveLength(9);
  const view = await caseHandlers['case.view'](test.context, { id: caseId });
  expect(view.persons.map((one) => [one.person.title, one.role])).toEqual([
    ['Lind', 'protected'],
    ['Barn A', 'child'],
    ['Barn B', 'child'],
    ['M.', 'threat_actor'],
  ]);
  expect(view.persons.at(-1)?.whereabouts?.values).toMatchObject({ state: 'cell' });
  // The newest level was set before the breach of the same week.
  expect(view.risk?.overtakenBy).toMatchObject({ kind: 'breach' });
  expect(view.counts).toMatchObject({ breach: 4, order: 2, wish: 6, note: 5, link: 8 });
});
