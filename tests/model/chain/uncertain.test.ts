import { describe, expect, it } from 'vitest';
import { chainsOf } from '#model/chain/chain.ts';
import { canCoincide, elapsed, isCertainlyBefore } from '#model/chain/elapsed.ts';
import type { ChainFacts } from '#model/chain/facts.ts';
import { contradictionsOf } from '#model/contradictions.ts';
import type { RecordId } from '#model/ids.ts';
import { type BookRecord, type Kind, withNulls } from '#model/kinds.ts';
import { instantOfLocal } from '#model/time.ts';
import { boundsOf, PRECISIONS, QUALIFIERS, qualified, type When, whenOf } from '#model/when.ts';
import { parseWhen } from '#renderer/ui/parse-when.ts';
import fc from '#tests/helpers/property.ts';

const ZONE = 'Europe/Oslo';
function when(typed: string): When {
  const read = parseWhen(typed, ZONE, 0);
  if (!read.ok) throw new Error(typed);
  return read.when;
}
const at = (local: string) => instantOfLocal(local, ZONE) ?? Number.NaN;

let made = 0;
function record<K extends Kind>(kind: K, values: Record<string, unknown>): BookRecord<K> {
  made += 1;
  const id = made.toString(16).padStart(32, '0') as RecordId;
  return { id, kind, values: withNulls(kind, values) } as unknown as BookRecord<K>;
}

function facts(given: Partial<ChainFacts>): ChainFacts {
  return {
    order: [],
    order_service: [],
    breach: [],
    arrest: [],
    response_step: [],
    remand: [],
    court_step: [],
    report: [],
    protectedIds: new Set(),
    ...given,
  } as unknown as ChainFacts;
}
const codes = (given: Partial<ChainFacts>) => contradictionsOf(facts(given), ZONE).map(({ code }) => code);

describe('time between facts, where one is known as a bound', () => {
  // Would catch: minutes or days told of a time nobody knows.
  it.each([
    ['2026-03-12 21:30', '2026-03-12 22:10', 40, 0],
    ['ca. 2026-03-12 21:30', '2026-03-12 22:10', null, null],
    ['2026-03-12', 'etter 2026-03-14', null, null],
    ['før 2026-03-12', '2026-03-14', null, null],
  ])('%s to %s: %s min, %s days', (from, to, minutes, days) => {
    expect(elapsed(when(from), when(to))).toEqual({ minutes, days });
  });

  // Would catch: "impossible" said of what can have been, at the very edge of a bound.
  it.each([
    ['før 2026-03-12', '2026-03-12', true],
    ['før 2026-03-12', '2026-03-11', false],
    ['2026-03-12', 'etter 2026-03-12', true],
    ['2026-03-13', 'etter 2026-03-12', false],
    ['før 2026-03-12 21:30', 'etter 2026-03-12 21:30', true],
    ['før 2026-03-12 21:31', 'etter 2026-03-12 21:30', false],
    ['ca. 2026-03-12 21:30', '2026-03-12 22:30', false],
    ['ca. 2026-03-12 21:30', '2026-03-12 22:31', true],
    ['etter 2019', '2030', false],
  ])('%s is certainly before %s: %s', (a, b, expected) => {
    expect(isCertainlyBefore(when(a), when(b))).toBe(expected);
  });

  // Would catch: a comparison that disagrees with trying every minute both can have been.
  it('agrees with every pair of minutes that the two can have been', () => {
    const told = fc
      .record({
        minute: fc.integer({ min: 0, max: 3 * 1_440 }),
        precision: fc.constantFrom(...PRECISIONS.filter((one) => one === 'minute' || one === 'day')),
        qualifier: fc.option(fc.constantFrom(...QUALIFIERS)),
      })
      .map(({ minute, precision, qualifier }) => {
        const text = new Date(Date.UTC(2026, 2, 10) + minute * 60_000).toISOString();
        const named = whenOf(text.slice(0, 10), precision === 'minute' ? text.slice(11, 16) : '', precision, 'UTC');
        return qualified(named as When, qualifier);
      });
    const [first, last] = [Date.UTC(2026, 1, 25), Date.UTC(2026, 2, 28)];
    // Quarter hours do not see an edge at a minute: the last minute before each end is tried too.
    const minutesOf = (one: When) => {
      const { fromAt, toAt } = boundsOf(one);
      const [lo, hi] = [Math.max(fromAt, first), Math.min(toAt, last)];
      return [lo, Math.floor((lo + hi) / 2 / 60_000) * 60_000, hi - 60_000];
    };
    fc.assert(
      fc.property(told, told, (a, b) => {
        const isAlwaysBefore = minutesOf(a).every((x) => minutesOf(b).every((y) => x < y));
        const open = [a, b].some(({ qualifier }) => qualifier === 'before' || qualifier === 'after');
        if (isCertainlyBefore(a, b)) expect(isAlwaysBefore).toBe(true);
        else if (!open) expect(minutesOf(a).some((x) => minutesOf(b).some((y) => x >= y))).toBe(true);
        expect(canCoincide(a, b)).toBe(canCoincide(b, a));
        expect(canCoincide(a, a)).toBe(true);
      }),
    );
  });
});

describe('what contradicts', () => {
  const breach = (happened: string, more = {}) => record('breach', { text: 'b', happened: when(happened), ...more });

  // Would catch: a release that may well have followed the arrest called impossible.
  it.each([
    ['2026-03-12 21:30', '2026-03-12T21:00', ['release_before_arrest']],
    ['ca. 2026-03-12 21:30', '2026-03-12T21:00', []],
    ['ca. 2026-03-12 21:30', '2026-03-12T20:29', ['release_before_arrest']],
    ['før 2026-03-12 21:30', '2020-01-01T00:00', []],
    ['etter 2026-03-12', '2026-03-12T23:59', ['release_before_arrest']],
    ['etter 2026-03-12', '2026-03-13T00:00', []],
  ])('an arrest %s and a release at %s: %j', (arrested, released, expected) => {
    const arrest = record('arrest', { text: 'a', happened: when(arrested), releasedAt: at(released) });
    expect(codes({ arrest: [arrest] })).toEqual(expected);
  });

  // Would catch: a hearing before the arrest it followed, told only where a breach is recorded too.
  it.each([
    ['response_step', { step: 'hearing_opened', happened: when('2026-03-11 12:00') }, ['step_before_step']],
    ['response_step', { step: 'hearing_opened', happened: when('2026-03-13 12:00') }, []],
    ['response_step', { step: 'report', happened: when('2026-03-11 12:00') }, []],
    ['court_step', { step: 'remand_hearing', openedAt: at('2026-03-12T21:29') }, ['step_before_step']],
    ['court_step', { step: 'remand_hearing', happened: when('2026-03') }, []],
    ['remand', { decidedAt: at('2026-03-12T21:00') }, ['step_before_step']],
  ] as const)('an arrest without a breach and a %s %j: %j', (kind, values, expected) => {
    const arrest = record('arrest', { text: 'a', happened: when('2026-03-12 21:30') });
    expect(codes({ arrest: [arrest], [kind]: [record(kind, { ...values, arrestId: arrest.id })] })).toEqual(expected);
  });

  // Would catch: a breach called later than the order's end though it may have come before it.
  it.each([
    ['2026-04-03', ['breach_after_end']],
    ['ca. 2026-04-03', []],
    ['ca. 2026-04-10', ['breach_after_end']],
    ['før 2026-04-03', []],
    ['etter 2026-04-02', ['breach_after_end']],
    ['etter 2026-04-01', []],
  ])('a breach %s of an order that ended with 2 April: %j', (happened, expected) => {
    const order = record('order', { text: 'o', servedAt: at('2025-04-03T12:00'), toAt: at('2026-04-03T00:00') });
    expect(codes({ order: [order], breach: [breach(happened, { orderId: order.id })] })).toEqual(expected);
  });

  // Would catch: two sources that agree as far as they go shown as contradicting, or two that cannot both be right not.
  it.each([
    ['2026-03-12 22:14', '2026-03-12 22:20', ['two_readings']],
    ['2026-03-12 22:14', 'ca. 2026-03-12 22:20', []],
    ['2026-03-12 22:14', 'før 2026-03-12 22:20', []],
    ['2026-03-12 22:14', 'etter 2026-03-12 22:20', ['two_readings']],
    ['ca. 2026-03-12 22:14', '2026-03-12 23:30', ['two_readings']],
  ])('he was arrested %s and %s: %j', (one, other, expected) => {
    const of = breach('2026-03-12 21:30');
    const steps = [one, other].map((told) =>
      record('response_step', { step: 'arrested', happened: when(told), breachId: of.id }),
    );
    expect(codes({ breach: [of], response_step: steps })).toEqual(expected);
  });

  // Would catch: an arrest "after 2019" taken by rule for the answer to every breach since.
  it.each([
    ['2026-03-14', true],
    ['ca. 2026-03-14', true],
    ['ca. 2026-03-08', true],
    ['etter 2026-03-12', false],
    ['før 2026-03-14', false],
  ])('an arrest %s that nothing links answers a breach of 12 March: %s', (arrested, answers) => {
    const arrest = record('arrest', { text: 'a', happened: when(arrested) });
    const [chain] = chainsOf(facts({ breach: [breach('2026-03-12')], arrest: [arrest] }));
    expect(chain?.entries.map(({ step }) => step)).toEqual(answers ? ['arrested'] : []);
  });
});
