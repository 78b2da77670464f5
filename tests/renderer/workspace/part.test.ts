import { describe, expect, it, test } from 'vitest';
import type { TimelineEntry } from '#contract/timeline.ts';
import { firstView } from '#renderer/workspace/timeline/first-view.ts';
import { holds, loadedOf, partFor } from '#renderer/workspace/timeline/part.ts';
import fc from '#tests/helpers/property.ts';

const DAY = 86_400_000;
const T0 = Date.UTC(2026, 2, 29);
const entry = (startsAt: number, more: Partial<TimelineEntry> = {}) =>
  ({ startsAt, endsAt: null, occurrence: null, ...more }) as TimelineEntry;

describe('the part of a case that is fetched', () => {
  const view = fc
    .tuple(fc.integer({ min: -10_000 * 24, max: 10_000 * 24 }), fc.integer({ min: 1, max: 5_000 * 24 }))
    .map(([from, hours]) => ({ fromAt: T0 + from * 3_600_000, toAt: T0 + (from + hours) * 3_600_000 }));

  // Would catch: a stretch in view that is never fetched, or a fetch of years for a day.
  it('holds what is in view, and is never more than some times as long', () => {
    fc.assert(
      fc.property(view, view, (first, next) => {
        const part = partFor(next, partFor(first, null));
        expect(holds(part, next)).toBe(true);
        expect(part.toAt - part.fromAt).toBeLessThanOrEqual(24 * Math.max(DAY, next.toAt - next.fromAt));
      }),
    );
  });

  // Would catch: a fetch for every pixel of a pan.
  it('stays the same for a small step', () => {
    const shown = { fromAt: T0, toAt: T0 + 10 * DAY };
    const part = partFor(shown, null);
    expect(partFor({ fromAt: shown.fromAt + 2 * DAY, toAt: shown.toAt + 2 * DAY }, part)).toBe(part);
  });

  // Would catch: time called empty of which the next page has not come, because a series reaches far into it.
  it('is known up to the last start of the pages that are there', () => {
    const part = { fromAt: T0, toAt: T0 + 100 * DAY };
    const page = [entry(T0 + DAY), entry(T0 + 90 * DAY, { occurrence: '2026-06-01T21:00' }), entry(T0 + 5 * DAY)];
    expect(loadedOf(part, [page], false)).toEqual({ fromAt: T0, toAt: T0 + 5 * DAY });
    expect(loadedOf(part, [page], true)).toEqual(part);
    expect(loadedOf(part, [[entry(T0 - DAY)]], false)).toEqual({ fromAt: T0, toAt: T0 });
  });
});

test.each([
  ['a closed case of few entries is shown whole', [entry(T0 - 900 * DAY)], -900, null],
  ['one that is being worked on around now', [entry(T0 + DAY)], 1, [-4, 6]],
  ['one with too much in it, closed, by its last days', null, -100, [-108, -98]],
  ['one with too much in it that goes on, around now', null, 30, [-4, 6]],
] as const)('%s', (_, entries, lastDay, days) => {
  const zone = 'UTC';
  const extent = { fromAt: T0 - 1_000 * DAY, toAt: T0 + lastDay * DAY };
  const whole = { total: 1, extent, counts: [{ at: T0 + lastDay * DAY, threats: 1, others: 0 }], blocks: [] };
  const found = firstView({ whole, entries, aim: undefined, now: T0, zone });
  expect(found && [(found.fromAt - T0) / DAY, (found.toAt - T0) / DAY]).toEqual(days);
  const aimed = firstView({ whole, entries, aim: T0 - 50 * DAY, now: T0, zone });
  expect(aimed).toEqual({ fromAt: T0 - 52 * DAY, toAt: T0 - 47 * DAY });
});
