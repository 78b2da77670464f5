import { describe, expect, it } from 'vitest';
import { elapsed } from '#model/chain/elapsed.ts';
import type { Values } from '#model/kinds.ts';
import { withNulls } from '#model/kinds.ts';
import { orderState } from '#model/order-state.ts';
import { latestEnd } from '#model/order-term.ts';
import { instantOfLocal, localOfInstant } from '#model/time.ts';
import { whenOf } from '#model/when.ts';

const OSLO = 'Europe/Oslo';
const at = (local: string) => instantOfLocal(local, OSLO) ?? Number.NaN;
const order = (given: Record<string, unknown>) => withNulls('order', given) as unknown as Values<'order'>;

describe('the longest term of an order', () => {
  // Would catch: a year counted as 365 days, a last day that is not counted, a clock change that moves the end by an
  // hour, a ban of own home given the year of an ordinary one. DL § 148: same date number, last day of a short month.
  it.each([
    ['restraining_order', {}, '2025-04-03T14:20', '2026-04-04T00:00'],
    ['limited_order', {}, '2024-02-29T10:00', '2025-03-01T00:00'],
    ['own_home_ban', {}, '2026-01-31T10:00', '2026-05-01T00:00'],
    ['own_home_ban', {}, '2025-11-30T10:00', '2026-03-01T00:00'],
    ['own_home_ban', {}, '2026-12-29T10:00', '2027-03-30T00:00'],
    ['stay_away_ban', {}, '2026-08-31T10:00', '2027-03-01T00:00'],
    ['group_premises_ban', {}, '2026-03-29T03:30', '2027-03-30T00:00'],
    ['electronic_control', {}, '2026-03-28T10:00', '2027-03-29T00:00'],
    ['contact_ban', {}, '2026-03-28T10:00', '2031-03-29T00:00'],
    ['contact_ban', { ownHome: true }, '2026-03-28T10:00', '2027-03-29T00:00'],
  ] as const)('%s %j from %s ends at the latest at %s', (variant, more, from, end) => {
    const values = order({
      variant,
      ...more,
      ...(variant === 'contact_ban' ? { finalAt: at(from) } : { fromAt: at(from) }),
    });
    expect(localOfInstant(latestEnd(values, OSLO) ?? 0, OSLO)).toBe(end);
  });

  it.each([
    ['contact_ban', { finalAt: 1, indefinite: true }],
    ['contact_ban', { judgmentAt: 1 }],
    ['other', { fromAt: 1 }],
    [null, { fromAt: 1 }],
    ['restraining_order', {}],
  ])('of %s %j is not known', (variant, more) => {
    expect(latestEnd(order({ variant, ...more }), OSLO)).toBeNull();
  });
});

describe('the state of an order', () => {
  // Would catch: an order that is not served shown as binding, a contact ban from its judgment, a draft taken for an order.
  it.each([
    [{ decidedAt: 1 }, 'not_served'],
    [{ decidedAt: 1, servedAt: 11 }, 'not_served'],
    [{ decidedAt: 1, servedAt: 10 }, 'in_force'],
    [{ decidedAt: 1, servedAt: 2, fromAt: 11 }, 'not_begun'],
    [{ decidedAt: 1, servedAt: 2, toAt: 10 }, 'ended'],
    [{ decidedAt: 1, servedAt: 2, toAt: 11 }, 'in_force'],
    [{ decidedAt: 1, servedAt: 2, liftedAt: 10 }, 'lifted'],
    [{ decidedAt: 1, servedAt: 2, courtDecision: 'set_aside', courtDecidedAt: 10 }, 'lifted'],
    [{ decidedAt: 1, servedAt: 2, courtDecision: 'upheld', courtDecidedAt: 10 }, 'in_force'],
    [{ stage: 'draft', servedAt: 2 }, 'draft'],
    [{ stage: 'refused', decidedAt: 1 }, 'refused'],
    [{ variant: 'contact_ban', judgmentAt: 1, servedAt: 2 }, 'not_final'],
    [{ variant: 'contact_ban', judgmentAt: 1, finalAt: 11 }, 'not_begun'],
    [{ variant: 'contact_ban', judgmentAt: 1, finalAt: 10 }, 'in_force'],
    [{}, 'service_unknown'],
  ])('%j at 10 is %s', (given, state) => {
    expect(orderState(order(given), 10)).toBe(state);
  });
});

describe('time between two facts', () => {
  // Would catch: minutes made from a day, days made from a month, a day lost in the night when clocks go forward.
  it.each([
    [['2026-03-28', '21:31', 'minute'], ['2026-03-29', '03:31', 'minute'], 300, 1],
    [['2026-03-28', '21:31', 'minute'], ['2026-03-29', '', 'day'], null, 1],
    [['2026-03-28', '', 'day'], ['2026-03-29', '', 'day'], null, 1],
    [['2026-03-28', '', 'day'], ['2026-03', '', 'month'], null, null],
    [['2026', '', 'year'], ['2026-03-28', '21:31', 'minute'], null, null],
    [['2026-10-24', '23:00', 'minute'], ['2026-10-25', '23:00', 'minute'], 1500, 1],
  ] as const)('%j to %j is %s minutes, %s days', (from, to, minutes, days) => {
    const when = ([date, time, precision]: typeof from | typeof to) => {
      const found = whenOf(date, time, precision, OSLO);
      if (!found) throw new Error('no such time');
      return found;
    };
    expect(elapsed(when(from), when(to))).toEqual({ minutes, days });
  });
});
