import { expect, it } from 'vitest';
import { draftsOf, legsToSend, movedUp, nextDraft, warningOf } from '#renderer/features/plan/legs.ts';
import type { Plan } from '#renderer/features/plan/plan.ts';
import { askedOf, offeredAt } from '#renderer/features/plan/tell.ts';
import { duty, leg, member, oslo } from '#tests/model/plan/plan.ts';
import { OSLO } from '#tests/model/plan/series.ts';

const night = duty('g', '2026-03-10T21:00', '2026-03-11T07:00', [], {
  crew: [member('alm', { id: 'a', onPostAt: oslo('2026-03-10T21:05') })],
});
const TOLD = new Map([['a', { id: 'a', source: 'Samband', relievedById: 'moe' }]]);
const planWith = (one: typeof night) =>
  ({
    duties: new Map([[`${one.id}@${one.originalLocal}`, one]]),
    view: { legs: [], passes: [] },
    told: TOLD,
  }) as unknown as Plan;

// Would catch: a relief of the night that is told in the morning offered as of the morning; a time that was told forgotten
// when it is corrected; what is to come offered as told already.
it('offers what was told, else what was planned where it lies back, else now', () => {
  const ref = { id: 'g', originalLocal: '2026-03-10T21:00' };
  const asked = (what: 'on_post' | 'relieved') => {
    const found = askedOf(planWith(night), { type: 'tell', ref, what, id: 'a' });
    if (!found) throw new Error(what);
    return found;
  };
  const morning = oslo('2026-03-11T09:00');
  expect(offeredAt(asked('on_post'), morning)).toBe(oslo('2026-03-10T21:05'));
  expect(offeredAt(asked('relieved'), morning)).toBe(oslo('2026-03-11T07:00'));
  expect(asked('relieved').notBefore).toBe(oslo('2026-03-10T21:05'));
  const midnight = oslo('2026-03-11T00:00');
  expect(offeredAt(asked('relieved'), midnight)).toBe(midnight);
});

// Would catch: who told of it, or who took over, gone when the time alone is corrected; the source of the post offered as
// that of the relief.
it('a correction begins with what was said', () => {
  const ref = { id: 'g', originalLocal: '2026-03-10T21:00' };
  const said = (what: 'on_post' | 'relieved') => askedOf(planWith(night), { type: 'tell', ref, what, id: 'a' });
  expect(said('on_post')).toMatchObject({ source: 'Samband', relievedById: 'moe' });
  expect(said('relieved')).toMatchObject({ source: null, relievedById: null });
});

// Would catch: a leg that goes on from where the last one did not end; an order on the screen that is not the one sent; a
// leg that leaves before the one in front of it has arrived, unsaid.
it('legs go on from the last, are sent in their order, and say what does not fit', () => {
  const way = leg('home', 'court', '2026-03-10T21:10', '2026-03-10T21:40');
  const escort = duty('g', '2026-03-10T21:00', '2026-03-11T07:00', [], { type: 'transport', legs: [way] });
  const drafts = draftsOf(planWith(escort), escort, OSLO);
  const next = { ...nextDraft(drafts, escort, OSLO), toText: ' Hjem ', minutes: '25' };
  expect(next).toMatchObject({
    fromPlaceId: 'court',
    departLocal: '2026-03-10T21:40',
    arriveLocal: '2026-03-11T07:00',
  });
  expect(legsToSend([...drafts, next], OSLO)?.map((one) => [one.toPlaceId, one.toText, one.plannedMinutes])).toEqual([
    ['court', null, null],
    [null, 'Hjem', 25],
  ]);
  expect(warningOf(movedUp([...drafts, next], 1), 1, escort, OSLO)).toBe('overlaps');
  expect(warningOf([{ ...next, departLocal: '2026-03-10T20:00' }], 0, escort, OSLO)).toBe('outside');
  expect(legsToSend([{ ...next, minutes: '0' }], OSLO)).toBeNull();
  expect(legsToSend([{ ...next, arriveLocal: '2026-03-10T21:40' }], OSLO)).toBeNull();
});
