import { expect, it } from 'vitest';
import { instantOfLocal } from '#model/time.ts';
import { windowOf } from '#renderer/features/plan/use-plan.ts';

const ZONE = 'Europe/Oslo';
const at = (day: string) => instantOfLocal(`${day}T00:00`, ZONE) ?? 0;

// Would catch: a paper of two years whose first half has no plan because now lies at its end; a window beyond its bound.
it.each([
  ['2026-03-10', '2026-03-20', '2026-02-01', '2026-05-01'],
  ['2024-01-10', '2026-03-20', '2023-12-01', '2026-05-01'],
  ['2027-01-10', '2029-12-20', '2026-12-01', '2030-02-01'],
  ['2020-01-01', '2030-01-01', '2024-08-01', '2027-11-01'],
])('from %s to %s the plan of %s to %s is fetched', (from, to, first, last) => {
  const window = windowOf({ fromAt: at(from), toAt: at(to) }, at('2026-03-28'), ZONE);
  expect([window.fromAt, window.toAt]).toEqual([at(first), at(last)]);
});
