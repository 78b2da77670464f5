import { describe, expect, it } from 'vitest';
import { elapsed } from '#model/chain/elapsed.ts';
import type { Values } from '#model/kinds.ts';
import { derive, withNulls } from '#model/kinds.ts';
import { orderState } from '#model/order-state.ts';
import { endOfOrder, latestEnd } from '#model/order-term.ts';
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
    expect(orderState(order(given), 10, OSLO)).toBe(state);
  });
});

describe('an order of which no end was entered', () => {
  const served = (variant: string, more: object = {}) =>
    order({ variant, stage: 'decided', decidedAt: at('2026-03-28T10:00'), servedAt: at('2026-03-28T12:00'), ...more });

  // Would catch: an order without an end in force for ever; an end that is told as if somebody had entered it; the last
  // day taken from it. From the text: own home three months at a time, others a year; the last day is counted (DL § 148).
  it.each([
    ['restraining_order', '2027-03-28T23:59', '2027-03-29T00:00', 'strpl_222a'],
    ['own_home_ban', '2026-06-28T23:59', '2026-06-29T00:00', 'strpl_222a'],
    ['electronic_control', '2027-03-28T23:59', '2027-03-29T00:00', 'strpl_222g'],
    ['group_premises_ban', '2027-03-28T23:59', '2027-03-29T00:00', 'strpl_222b'],
    ['stay_away_ban', '2026-09-28T23:59', '2026-09-29T00:00', 'strpl_222c'],
  ] as const)('%s holds at %s, not at %s', (variant, last, over, longest) => {
    const values = served(variant);
    expect(orderState(values, at(last), OSLO)).toBe('in_force');
    expect(orderState(values, at(over), OSLO)).toBe('ended');
    expect(endOfOrder(values, OSLO)).toEqual({ at: at(over), longest });
  });

  // Would catch: an end that was entered replaced by the law's, or told as a reading.
  it('ends as entered where an end was', () => {
    const values = served('restraining_order', { toAt: at('2026-05-01T00:00') });
    expect(endOfOrder(values, OSLO)).toEqual({ at: at('2026-05-01T00:00'), longest: null });
  });

  // Would catch: a contact ban called ended while its term may have stood still (STRL § 58), or one without an end by its
  // own words given one.
  it('says of a contact ban when it ends at the latest, and never that it has ended', () => {
    const ban = order({ variant: 'contact_ban', finalAt: at('2026-03-28T10:00') });
    expect(endOfOrder(ban, OSLO)).toEqual({ at: at('2031-03-29T00:00'), longest: 'strl_58' });
    expect(orderState(ban, at('2031-03-29T00:00'), OSLO)).toBe('in_force');
    expect(endOfOrder(order({ variant: 'contact_ban', finalAt: 1, indefinite: true }), OSLO)).toBeNull();
  });

  // Would catch: a bar on the timeline without an end, or one that goes on after a court set the order aside.
  it('lies on the timeline until the last day the law allows, or until it is set aside', () => {
    const endOf = (values: object) => derive('order', values as Record<string, unknown>, OSLO).span?.endsAt;
    expect(endOf(served('own_home_ban'))).toBe(at('2026-06-29T00:00'));
    const aside = { courtDecision: 'set_aside', courtDecidedAt: at('2026-04-02T12:00') };
    expect(endOf(served('own_home_ban', aside))).toBe(at('2026-04-02T12:00'));
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
