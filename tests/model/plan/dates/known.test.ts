import { describe, expect, it } from 'vitest';
import type { RecordId } from '#model/ids.ts';
import { type Kind, type Values, withNulls } from '#model/kinds.ts';
import { holidayPeriods, holidaysAhead } from '#model/plan/dates/holiday-dates.ts';
import { type DateRecords, knownDates } from '#model/plan/dates/known.ts';
import { localOfInstant } from '#model/time.ts';
import { whenOf } from '#model/when.ts';
import fc from '#tests/helpers/property.ts';
import { oslo } from '../plan.ts';
import { OSLO } from '../series.ts';

const id = (text: string) => text as RecordId;
const told = <K extends Kind>(kind: K, name: string, given: Record<string, unknown>) => ({
  id: id(name),
  values: withNulls(kind, given) as unknown as Values<K>,
});
const NOW = oslo('2026-03-28T12:00');
const ROLES = [
  ['child', 'child'],
  ['her', 'protected'],
  ['him', 'threat_actor'],
  ['sister', 'other'],
].map(([personId, role]) => told('case_person', `role-${personId}`, { personId, role }));
const NOTHING: DateRecords = {
  roles: ROLES,
  orders: [],
  terms: [],
  steps: [],
  appearances: [],
  remands: [],
  whereabouts: [],
  stays: [],
  places: [],
  holidays: [],
  onHolidays: [],
};
const known = (records: Partial<DateRecords>, nowAt = NOW) => knownDates({ ...NOTHING, ...records }, OSLO, nowAt);
/** `reason source when` of each date. */
const dates = (records: Partial<DateRecords>, nowAt = NOW) =>
  known(records, nowAt).dates.map(
    ({ reason, sourceId, date }) => `${reason} ${sourceId} ${localOfInstant(date.fromAt, OSLO)}`,
  );

const SERVED = {
  variant: 'restraining_order',
  decidedAt: oslo('2025-04-02T15:10'),
  servedAt: oslo('2025-04-03T14:20'),
  toAt: oslo('2026-04-03T00:00'),
};
const order = (name: string, given: Record<string, unknown>) => told('order', name, { ...SERVED, ...given });

describe('the end of an order', () => {
  // Would catch: a warning that an order ends which never held him, or which another has replaced in fact; silence where
  // the new one is decided and not served, or was lifted, or ends on the same day.
  it.each([
    ['in force', [order('o', {})], ['order_ends o 2026-04-03T00:00']],
    ['without an end', [order('o', { toAt: null })], []],
    ['decided, not served', [order('o', { servedAt: null })], []],
    ['a draft', [order('o', { stage: 'draft' })], []],
    ['lifted', [order('o', { liftedAt: oslo('2026-03-20T10:00') })], []],
    [
      'set aside by a court',
      [order('o', { courtDecision: 'set_aside', courtDecidedAt: oslo('2026-03-20T10:00') })],
      [],
    ],
    ['before a court, not decided', [order('o', { reviewDemandedAt: NOW })], ['order_ends o 2026-04-03T00:00']],
    ['to be lifted before', [order('o', { liftedAt: oslo('2026-04-01T12:00') })], ['order_ends o 2026-04-01T12:00']],
    ['a ban that is not final', [order('o', { variant: 'contact_ban' })], []],
    ['one that has ended', [order('o', { toAt: oslo('2026-03-20T00:00') })], ['order_ends o 2026-03-20T00:00']],
    [
      'a successor decided only',
      [order('o', {}), order('n', { replacesId: 'o', servedAt: null, toAt: oslo('2027-04-03T00:00') })],
      ['order_ends o 2026-04-03T00:00'],
    ],
    [
      'a successor that is served',
      [order('o', {}), order('n', { replacesId: 'o', servedAt: NOW, toAt: oslo('2027-04-03T00:00') })],
      ['order_ends n 2027-04-03T00:00'],
    ],
    [
      'a successor that begins too late',
      [
        order('o', {}),
        order('n', {
          replacesId: 'o',
          servedAt: NOW,
          fromAt: oslo('2026-04-10T00:00'),
          toAt: oslo('2027-04-03T00:00'),
        }),
      ],
      ['order_ends o 2026-04-03T00:00', 'order_ends n 2027-04-03T00:00'],
    ],
    [
      'a successor that was lifted',
      [order('o', {}), order('n', { replacesId: 'o', servedAt: NOW, liftedAt: NOW, toAt: oslo('2027-04-03T00:00') })],
      ['order_ends o 2026-04-03T00:00'],
    ],
    [
      'another of the same kind that nobody has linked',
      [order('o', {}), order('n', { decidedAt: NOW, servedAt: NOW, toAt: null })],
      [],
    ],
    [
      'another of another kind',
      [order('o', {}), order('n', { variant: 'own_home_ban', servedAt: NOW, toAt: null })],
      ['order_ends o 2026-04-03T00:00'],
    ],
    [
      'another against somebody else',
      [
        order('o', { respondentId: 'him' }),
        order('n', { respondentId: 'brother', decidedAt: NOW, servedAt: NOW, toAt: null }),
      ],
      ['order_ends o 2026-04-03T00:00'],
    ],
  ])('%s', (_, orders, expected) => expect(dates({ orders })).toEqual(expected));

  it('is for whom it protects, and for her circle', () => {
    const orders = [order('o', { protectedId: 'her' })];
    const terms = [told('order_term', 't', { orderId: 'o', type: 'circle', personId: 'child' })];
    expect(known({ orders }).dates[0]?.personIds).toEqual(['her']);
    expect(known({ orders, terms }).dates[0]?.personIds).toEqual(['her', 'child']);
    expect(known({ orders: [order('o', {})] }).dates[0]?.personIds).toEqual(['her', 'child']);
  });
});

describe('court', () => {
  const step = (name: string, given: Record<string, unknown>) =>
    told('court_step', name, { scheduledAt: oslo('2026-03-30T12:00'), ...given });
  const come = (name: string, personId: string, given: Record<string, unknown> = {}) =>
    told('appearance', name, { personId, arriveLocal: '2026-03-30T11:30', placeId: 'court', ...given });
  // Would catch: two dates of one hearing, a date of a letter, one of a hearing that has been held or has no time yet.
  it.each([
    ['a hearing', { steps: [step('s', { step: 'main_hearing' })] }, ['hearing s 2026-03-30T12:00']],
    ['one whose outcome is written', { steps: [step('s', { step: 'hearing', outcome: 'Fengslet' })] }, []],
    ['one without a time', { steps: [step('s', { step: 'hearing', scheduledAt: null })] }, []],
    ['a summons', { steps: [step('s', { step: 'summons' })] }, []],
    ['a release by the court', { steps: [step('s', { step: 'release' })] }, ['release s 2026-03-30T12:00']],
    [
      'appearances at it',
      {
        steps: [step('s', { step: 'hearing' })],
        appearances: [come('a', 'her', { courtStepId: 's' }), come('b', 'him', { courtStepId: 's' })],
      },
      ['hearing s 2026-03-30T12:00'],
    ],
    [
      'appearances of two without a hearing',
      { appearances: [come('b', 'him', { arriveLocal: '2026-03-30T10:45' }), come('a', 'her')] },
      ['appearance b 2026-03-30T10:45'],
    ],
    [
      'on two days',
      { appearances: [come('a', 'her'), come('b', 'her', { arriveLocal: '2026-03-31T11:30' })] },
      ['appearance a 2026-03-30T11:30', 'appearance b 2026-03-31T11:30'],
    ],
    ['of somebody else', { appearances: [come('a', 'sister')] }, []],
    [
      'at a hearing that is struck',
      { appearances: [come('a', 'her', { courtStepId: 'gone' })] },
      ['appearance a 2026-03-30T11:30'],
    ],
  ])('%s', (_, records, expected) => expect(dates(records)).toEqual(expected));
});

describe('custody', () => {
  const remand = (name: string, given: Record<string, unknown>) =>
    told('remand', name, { personId: 'him', untilAt: oslo('2026-04-10T12:00'), ...given });
  it.each([
    ['a remand', [remand('r', {})], ['remand_ends r 2026-04-10T12:00']],
    ['without an end', [remand('r', { untilAt: null })], []],
    ['let go already', [remand('r', { releasedAt: oslo('2026-03-27T10:00') })], []],
    [
      'to be let go before',
      [remand('r', { releasedAt: oslo('2026-04-02T10:00') })],
      ['remand_ends r 2026-04-02T10:00'],
    ],
    [
      'extended',
      [remand('r', {}), remand('x', { extendsId: 'r', untilAt: oslo('2026-04-24T12:00') })],
      ['remand_ends x 2026-04-24T12:00'],
    ],
    [
      'followed by another without a link',
      [remand('r', {}), remand('x', { fromAt: oslo('2026-04-10T11:00'), untilAt: oslo('2026-04-24T12:00') })],
      ['remand_ends x 2026-04-24T12:00'],
    ],
    [
      'of another person',
      [remand('r', {}), remand('x', { personId: 'friend', fromAt: NOW, untilAt: oslo('2026-04-24T12:00') })],
      ['remand_ends r 2026-04-10T12:00', 'remand_ends x 2026-04-24T12:00'],
    ],
  ])('%s', (_, remands, expected) => expect(dates({ remands })).toEqual(expected));

  const where = (name: string, state: string, since: string, change: string | null = null, personId = 'him') =>
    told('whereabouts', name, { personId, state, change, since: whenOf(since, '', 'day', OSLO) });
  // Would catch: a release made of somebody who was never held, of an escape, or of one who was taken in again.
  it.each([
    [
      'out of a cell',
      [where('a', 'cell', '2026-03-20'), where('b', 'at_large', '2026-04-01')],
      ['release b 2026-04-01T00:00'],
    ],
    ['never held', [where('b', 'at_large', '2026-04-01')], []],
    ['told as a release', [where('b', 'at_large', '2026-04-01', 'released')], ['release b 2026-04-01T00:00']],
    ['a leave', [where('a', 'serving', '2025-03-20'), where('b', 'leave', '2026-04-01')], ['leave b 2026-04-01T00:00']],
    ['an escape', [where('a', 'cell', '2026-03-20'), where('b', 'at_large', '2026-04-01', 'escaped')], []],
    ['moved', [where('a', 'cell', '2026-03-20'), where('b', 'remand', '2026-04-01')], []],
    [
      'taken in again',
      [where('a', 'cell', '2026-03-01'), where('b', 'at_large', '2026-03-20'), where('c', 'cell', '2026-03-25')],
      [],
    ],
    [
      'a release on the last day of his remand',
      [where('b', 'at_large', '2026-04-10', 'released')],
      ['release b 2026-04-10T00:00'],
      [remand('r', {})],
    ],
    ['of her', [where('b', 'at_large', '2026-04-01', 'released', 'her')], []],
  ])('whereabouts: %s', (_, whereabouts, expected, remands: ReturnType<typeof remand>[] = []) =>
    expect(dates({ whereabouts, remands })).toEqual(expected),
  );
});

describe('a child that goes to him', () => {
  const places = [told('place', 'his', { personId: 'him' }), told('place', 'gran', { personId: 'sister' })];
  const stay = (given: Record<string, unknown>) =>
    told('stay', 's', { personId: 'child', placeId: 'his', fromLocal: '2026-04-03T16:00', ...given });
  it.each([
    [{ toLocal: '2026-04-05T18:00' }, ['child_goes s 2026-04-03T16:00', 'child_comes s 2026-04-05T18:00']],
    [{}, ['child_goes s 2026-04-03T16:00']],
    [{ placeId: 'gran' }, []],
    [{ personId: 'her' }, []],
  ])('%j', (given, expected) => expect(dates({ places, stays: [stay(given)] })).toEqual(expected));
});

describe('holidays', () => {
  it('are those families keep, with their eves', () => {
    expect(holidayPeriods(2026).map(({ name, firstDay, lastDay }) => `${name} ${firstDay} ${lastDay}`)).toEqual([
      'easter 2026-03-29 2026-04-06',
      'constitution_day 2026-05-16 2026-05-17',
      'whitsun 2026-05-23 2026-05-25',
      'christmas 2026-12-23 2026-12-26',
      'new_year 2026-12-31 2027-01-01',
    ]);
  });

  // Would catch: a warning for every holiday of every case; one for a holiday that is over or a year away.
  it('are told of where something happened on the same one before, soon, until they are over', () => {
    const ahead = (local: string) => holidaysAhead(OSLO, oslo(local));
    const names = (local: string) => ahead(local).map(({ period }) => period.name);
    expect(names('2026-03-28T12:00')).toEqual(['easter', 'constitution_day', 'whitsun']);
    expect(names('2026-04-06T23:59')).toContain('easter');
    expect(names('2026-04-07T00:00')).not.toContain('easter');
    expect(names('2027-01-01T23:00')).toContain('new_year');
    expect(names('2026-08-01T12:00')).toEqual([]);
    const holidays = ahead('2026-03-28T12:00');
    expect(holidays[0]?.earlier.slice(0, 2).map(({ fromAt, toAt }) => [fromAt, toAt])).toEqual([
      [oslo('2025-04-13T00:00'), oslo('2025-04-22T00:00')],
      [oslo('2024-03-24T00:00'), oslo('2024-04-02T00:00')],
    ]);
    expect(dates({ holidays })).toEqual([]);
    expect(dates({ holidays, onHolidays: [{ name: 'easter', id: id('e') }] })).toEqual(['holiday e 2026-03-29T00:00']);
  });
});

// Would catch: a record that tells a date and is said to be gone too; two dates where orders replace each other in a ring.
it('tells of each order one date at most, or why there is none', () => {
  const month = fc.integer({ min: 1, max: 28 });
  const orders = fc.array(
    fc.record({
      toAt: fc.option(month, { nil: null }),
      servedAt: fc.option(month, { nil: null }),
      liftedAt: fc.option(month, { nil: null }),
      replaces: fc.option(fc.integer({ min: 0, max: 4 }), { nil: null }),
    }),
    { maxLength: 5 },
  );
  const day = (number: number | null) =>
    number === null ? null : oslo(`2026-04-${String(number).padStart(2, '0')}T12:00`);
  fc.assert(
    fc.property(orders, month, (given, today) => {
      const records = given.map(({ toAt, servedAt, liftedAt, replaces }, index) =>
        order(`o${index}`, {
          toAt: day(toAt),
          servedAt: day(servedAt),
          liftedAt: day(liftedAt),
          replacesId: replaces === null ? null : `o${replaces}`,
        }),
      );
      const { dates: found, gone, follows } = known({ orders: records }, day(today) ?? 0);
      const sources = found.map(({ sourceId }) => sourceId);
      expect(new Set(sources).size).toBe(sources.length);
      for (const one of records) expect(sources.includes(one.id)).toBe(!gone.has(one.id));
      for (const each of follows.keys()) expect(gone.get(each)).toBe('replaced');
    }),
  );
});
