import { expect, it } from 'vitest';
import type { Plan } from '#renderer/features/plan/plan.ts';
import { checkStay } from '#renderer/features/plan/stay.ts';
import { need, oslo, plan } from '#tests/model/plan/plan.ts';

const stay = {
  id: 's',
  personId: 'her',
  placeId: 'cabin',
  fromAt: oslo('2026-04-02T14:30'),
  toAt: oslo('2026-04-06T12:00'),
};
const check = (...needs: ReturnType<typeof need>[]) => {
  const window = plan('2026-04-01T00:00', '2026-04-08T00:00', { needs });
  return checkStay({ index: { plan: window } } as unknown as Plan, stay);
};

// Would catch: a need that goes on at home while nobody is there, and none where she is, with not a word of either.
it('a stay elsewhere names the needs it leaves behind, once each, and whether anything is asked for there', () => {
  const home = [need('2026-04-02T21:00', '2026-04-03T07:00'), need('2026-04-03T21:00', '2026-04-04T07:00')];
  const before = need('2026-04-01T21:00', '2026-04-02T07:00', { id: 'n2' });
  const child = need('2026-04-03T08:00', '2026-04-03T09:00', { id: 'n3', personId: 'child' });
  const left = check(...home, before, child);
  expect(left.elsewhere.map(({ id }) => id)).toEqual(['n1']);
  expect(left.isAsked).toBe(false);
  const there = need('2026-04-03T21:00', '2026-04-04T07:00', { id: 'n4', placeId: 'cabin' });
  expect(check(there)).toEqual({ elsewhere: [], isAsked: true });
  const following = need('2026-04-03T21:00', '2026-04-04T07:00', { id: 'n5', placeId: null });
  expect(check(...home, following).isAsked).toBe(true);
});
