import { describe, expect, it } from 'vitest';
import type { CaseRecord } from '#model/flags/records.ts';
import type { RecordId } from '#model/ids.ts';
import { type Kind, withNulls } from '#model/kinds.ts';
import { uncoveredHours } from '#model/pattern/uncovered.ts';
import { underOrder } from '#model/pattern/under-order.ts';
import type { CoverageInterval } from '#model/plan/result.ts';
import { whenOf } from '#model/when.ts';
import { OSLO, on } from '#tests/model/clocks/samples.ts';

let count = 0;
function record(kind: Kind, id: string, values: Record<string, unknown>): CaseRecord {
  count += 1;
  return {
    ...{ id, kind, title: id, titleEn: null, createdAt: Date.UTC(2030, 0, 1), storyOrder: count },
    ...{ startsAt: null, endsAt: null, precision: null, changedAt: 0, values: withNulls(kind, values) },
  } as unknown as CaseRecord;
}
const FROM = on('2026-03-01 12:00');
const order = (more = {}) =>
  record('order', 'o', {
    variant: 'restraining_order',
    ...{ decidedAt: FROM, servedAt: FROM, fromAt: FROM, toAt: on('2026-03-20 12:00') },
    happened: whenOf('2026-03-01', '12:00', 'minute', OSLO),
    ...more,
  });
const act = (date: string, time = '', values: Record<string, unknown> = {}, kind: Kind = 'incident') =>
  record(kind, `${kind} ${date} ${time}`.trim(), {
    ...{ text: 'x', sender: 'confirmed', happened: whenOf(date, time, time ? 'minute' : 'day', OSLO) },
    ...values,
  });
const told = (records: readonly CaseRecord[], looked: readonly string[] = []) =>
  underOrder({ zone: OSLO, records }, new Set(looked as RecordId[]), on('2026-04-01 12:00'));
const open = (records: readonly CaseRecord[], looked: readonly string[] = []) =>
  told(records, looked).open.map(({ id }) => id as string);

describe('what was done while an order was in force', () => {
  // Would catch: an order not served, lifted or over that is told as in force; a day that only touches it counted in.
  it.each([
    ['the minute before it', act('2026-03-01', '11:59'), {}, 0],
    ['its first minute', act('2026-03-01', '12:00'), {}, 1],
    ['a day that began before it', act('2026-03-01'), {}, 0],
    ['a day within', act('2026-03-02'), {}, 1],
    ['its last minute', act('2026-03-20', '11:59'), {}, 1],
    ['the minute it ends', act('2026-03-20', '12:00'), {}, 0],
    ['before it was served', act('2026-03-05', '12:00'), { servedAt: on('2026-03-06 12:00') }, 0],
    ['never served', act('2026-03-05', '12:00'), { servedAt: null }, 0],
    ['after it was lifted', act('2026-03-05', '12:00'), { liftedAt: on('2026-03-04 12:00') }, 0],
    ['of somebody else', act('2026-03-05', '12:00', { sender: 'other' }), {}, 0],
    ['of nobody knows whom', act('2026-03-05', '12:00', { sender: 'unknown' }), {}, 1],
  ])('%s', (_, event, given, expected) => {
    expect(open([order(given), event])).toHaveLength(expected);
  });

  // Would catch: what was entered as a breach asked about again, what was looked at asked about for ever.
  it('is entered as a breach, looked at, or open', () => {
    const breach = act('2026-03-05', '10:00', { status: 'reported' }, 'breach');
    const [one, other] = [act('2026-03-06', '10:00'), act('2026-03-07', '10:00', {}, 'threat')];
    const found = told([order(), breach, one, other], [one.id]);
    expect(found).toMatchObject({
      orders: ['o'],
      breaches: [{ id: breach.id }],
      notBreaches: [{ id: one.id }],
      open: [{ id: other.id }],
    });
    expect(told([one]).orders).toEqual([]);
  });
});

describe('hours of the week that the plan does not cover', () => {
  /** Saturday noon, before the night in which clocks go forward. */
  const NOON = on('2026-03-28 12:00');
  const cover = (from: string, to: string, more = {}) =>
    ({
      ...{ fromAt: on(from), toAt: on(to), layer: 'planned', state: 'covered', present: 1, required: 1 },
      ...{ need: { id: 'n', originalLocal: '' }, reasons: [], duties: [], ...more },
    }) as CoverageInterval;
  const sum = (given: readonly CoverageInterval[]) => uncoveredHours(given, NOON, OSLO).flat().filter(Boolean).length;

  // Would catch: an hour with a minute alone told as covered; what was confirmed, or nobody's presence, told as the plan.
  it('are all of them where nobody is planned, but for the hour that is not', () => {
    // Sunday has no hour from 02 to 03.
    expect(sum([])).toBe(7 * 24 - 1);
    expect(sum([cover('2026-03-28 21:00', '2026-03-28 23:00')])).toBe(167 - 2);
    expect(sum([cover('2026-03-28 21:00', '2026-03-28 22:59')])).toBe(167 - 1);
    expect(sum([cover('2026-03-28 21:00', '2026-03-28 22:30'), cover('2026-03-28 22:30', '2026-03-28 23:00')])).toBe(
      165,
    );
    expect(sum([cover('2026-03-28 21:00', '2026-03-28 23:00', { present: 0, state: 'gap' })])).toBe(167);
    expect(sum([cover('2026-03-28 21:00', '2026-03-28 23:00', { layer: 'confirmed' })])).toBe(167);
    expect(uncoveredHours([cover('2026-03-28 21:00', '2026-03-28 22:00')], NOON, OSLO)[5]?.[21]).toBe(false);
  });
});
