import { QueryObserver } from '@tanstack/react-query';
import { expect, it } from 'vitest';
import type { Kind } from '#model/kinds.ts';
import { createQueryClient, refreshRecords } from '#renderer/app/queries.ts';

const ASKED = {
  timeline: ['timeline.list', { caseId: 'a' }],
  'measures of the timeline': ['timeline.list', { caseId: 'a', kinds: ['measure'] }],
  notes: ['note.list', { caseId: 'a' }],
  threats: ['record.list', { caseId: 'a', kinds: ['threat', 'incident'] }],
  persons: ['record.list', { caseId: 'a', kinds: ['person'] }],
  case: ['case.view', { id: 'a' }],
  backlinks: ['record.backlinks', { id: 'a' }],
  verification: ['log.verify', {}],
} as const;

async function refreshed(kinds: readonly Kind[] | null) {
  const client = createQueryClient();
  for (const key of Object.values(ASKED)) client.setQueryData(key, {});
  await refreshRecords(client, kinds);
  return Object.entries(ASKED).flatMap(([name, key]) => (client.getQueryState(key)?.isInvalidated ? [name] : []));
}

// Would catch: a case's whole timeline fetched anew for somebody's part in it; a list that keeps what was changed in another window.
it.each<[Kind[] | null, string[]]>([
  [['link'], ['timeline', 'persons', 'case', 'backlinks']],
  [['threat'], ['timeline', 'threats', 'persons', 'case', 'backlinks']],
  [['measure'], ['timeline', 'measures of the timeline', 'persons', 'case', 'backlinks']],
  [
    ['note', 'link'],
    ['timeline', 'notes', 'persons', 'case', 'backlinks'],
  ],
  [['occurrence'], ['timeline', 'measures of the timeline', 'persons', 'case', 'backlinks']],
  [['case_person'], ['persons', 'case', 'backlinks']],
  [[], []],
  [null, ['timeline', 'measures of the timeline', 'notes', 'threats', 'persons', 'case', 'backlinks']],
])('a change of %j asks anew for what may show it', async (kinds, names) => {
  expect(await refreshed(kinds)).toEqual(names);
});

// Would catch: a page that opens while something is written and shows for good how it was before.
it('asks anew where the first answer was still on its way', async () => {
  const client = createQueryClient();
  const answers: ((text: string) => void)[] = [];
  const observer = new QueryObserver<string>(client, {
    queryKey: ['plan.window', {}],
    queryFn: () => new Promise((resolve) => answers.push(resolve)),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  const stop = observer.subscribe(() => undefined);
  const refresh = refreshRecords(client, ['need']);
  answers[0]?.('before');
  await expect.poll(() => answers.length).toBe(2);
  answers[1]?.('after');
  await refresh;
  expect(client.getQueryData(['plan.window', {}])).toBe('after');
  stop();
});
