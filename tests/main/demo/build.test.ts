import { afterEach, expect, it } from 'vitest';
import { buildDemoBook } from '#main/demo/build.ts';
import { caseHandlers } from '#main/services/case.ts';
import { releaseHandlers } from '#main/services/release.ts';
import type { RecordId } from '#model/ids.ts';
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
  // Would catch: a demonstration in which the release of its threat actor meets no contingency that was written for it.
  const him = view.persons.at(-1)?.person.id as RecordId;
  const at = test.context.now();
  const given = {
    personId: him,
    change: 'released',
    source: 'Kriminalomsorgen',
    conditions: null,
    backAt: null,
  } as const;
  const { cases: told } = await releaseHandlers['actor.release'](test.context, { ...given, at });
  expect(told).toMatchObject([
    {
      caseId,
      noContingency: false,
      contingencies: ['Løslatelse: to på vakt til ny vurdering, og varsle henne først.'],
    },
  ]);
  const needs = await test.book.list('need', { ids: told[0]?.needIds ?? [] });
  expect(needs.map(({ values }) => [values.raisedBy, values.headcount, values.protectionLevel])).toEqual([
    ['contingency', 2, 'guard'],
  ]);
  expect(view.counts).toMatchObject({ breach: 4, order: 2, wish: 6, note: 5, link: 8 });
});
