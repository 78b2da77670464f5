import { describe, expect, it } from 'vitest';
import type { RuleId } from '#model/flags/table.ts';
import type { RecordId } from '#model/ids.ts';
import { type DangerFacts, dangersOf } from '#model/today/danger.ts';
import { actsNow } from '#model/today/filter.ts';
import { type TodayRow, todayRows } from '#model/today/rows.ts';
import { clocksOf, on } from '#tests/model/clocks/samples.ts';

const NOW = '2026-03-29 05:12';
const id = (text: string) => text as RecordId;
const NONE: DangerFacts = { whereabouts: [], notices: [], alarms: [], orders: [], gaps: [] };
const dangers = (facts: Partial<DangerFacts>, now = NOW) => dangersOf({ ...NONE, ...facts }, on(now));

describe('danger now', () => {
  const him = {
    caseId: id('case'),
    personId: id('him'),
    recordId: id('stay'),
    state: 'at_large',
    sinceAt: on('2025-01-01 12:00'),
    lastEventAt: null,
    lastEventId: null,
    unsaid: null,
  };
  // Would catch: every case of the book on the board because he is at large, or a man who is wanted left off it.
  it.each([
    ['at large for long, nothing happened', {}, 0],
    ['at large, a breach ten days ago', { lastEventAt: on('2026-03-19 12:00'), lastEventId: id('b') }, 1],
    ['at large, a breach three weeks ago', { lastEventAt: on('2026-03-08 12:00'), lastEventId: id('b') }, 0],
    ['let go yesterday', { sinceAt: on('2026-03-28 12:00') }, 1],
    ['remanded, breach yesterday', { state: 'remand', lastEventAt: on('2026-03-28 12:00') }, 0],
    ['wanted', { state: 'wanted' }, 1],
    [
      'nowhere recorded, breach yesterday: counts as at large',
      { state: null, recordId: null, sinceAt: null, lastEventAt: on('2026-03-28 12:00') },
      1,
    ],
    ['a breach that is entered ahead', { lastEventAt: on('2026-03-30 12:00') }, 0],
  ])('where he is: %s', (_, given, count) => {
    expect(dangers({ whereabouts: [{ ...him, ...given }] })).toHaveLength(count);
  });

  // Would catch: a notice that was sent taken for one she confirmed.
  it('she is not notified until she has confirmed it', () => {
    const notice = { caseId: id('case'), recordId: id('n'), openedAt: on('2026-03-28 12:00') };
    expect(dangers({ notices: [{ ...notice, confirmedAt: null }] })).toHaveLength(1);
    expect(dangers({ notices: [{ ...notice, confirmedAt: on('2026-03-28 12:30') }] })).toHaveLength(0);
    expect(dangers({ notices: [{ ...notice, confirmedAt: on('2026-03-30 12:30') }] })).toHaveLength(1);
  });

  const alarm = {
    caseId: id('case'),
    recordId: id('al'),
    status: 'active',
    handedOutAt: on('2026-03-28 09:00'),
    testedAt: on('2026-03-28 09:10'),
    returnedAt: null,
    grantedUntilAt: null,
    faultAt: null,
    unit: 'V-1',
  };
  // Would catch: two alarms of a mother and her child that nobody can tell apart; a unit told to who is not of the case.
  it('names the alarm where it may be named', () => {
    const untested = { ...alarm, testedAt: null };
    expect(dangers({ alarms: [untested, { ...untested, unit: null }] }).map(({ unit }) => unit)).toEqual([
      'V-1',
      undefined,
    ]);
  });

  // Would catch: an alarm believed to work before it was tested at handover, or after it failed.
  it.each([
    ['tested', {}, null],
    ['not tested', { testedAt: null }, 'untested'],
    ['failed since', { faultAt: on('2026-03-29 01:00') }, 'fault'],
    ['failed and tested again', { faultAt: on('2026-03-28 09:05') }, null],
    ['lost', { status: 'lost' }, 'lost'],
    ['granted until tomorrow', { grantedUntilAt: on('2026-03-30 00:00') }, null],
    ['granted until yesterday', { grantedUntilAt: on('2026-03-28 24:00') }, 'grant_ended'],
    ['granted until yesterday, and returned', { grantedUntilAt: 1, returnedAt: on('2026-03-28 20:00') }, null],
    ['returned', { testedAt: null, returnedAt: on('2026-03-28 20:00') }, null],
    ['not handed out', { handedOutAt: null, testedAt: null }, null],
  ])('alarm: %s', (_, given, state) => {
    expect(dangers({ alarms: [{ ...alarm, ...given }] })[0]?.state ?? null).toBe(state);
  });

  const order = {
    caseId: id('case'),
    recordId: id('o'),
    decidedAt: on('2026-03-27 12:00'),
    servedAt: null,
    liftedAt: null,
    toAt: on('2027-03-27 12:00'),
    refused: false,
  };
  it.each([
    ['decided only', {}, 1],
    ['served', { servedAt: on('2026-03-28 12:00') }, 0],
    ['refused', { refused: true }, 0],
    ['lifted', { liftedAt: on('2026-03-28 12:00') }, 0],
    ['over', { toAt: on('2026-03-28 12:00') }, 0],
  ])('order: %s', (_, given, count) => {
    expect(dangers({ orders: [{ ...order, ...given }] })).toHaveLength(count);
  });

  it('nobody is there while a gap lasts', () => {
    const gap = {
      caseId: id('case'),
      recordId: id('need'),
      fromAt: on('2026-03-29 05:00'),
      toAt: on('2026-03-29 06:00'),
      state: null,
    };
    expect(dangers({ gaps: [gap] })).toHaveLength(1);
    expect(dangers({ gaps: [gap] }, '2026-03-29 06:00')).toHaveLength(0);
  });
});

describe('the board of the day', () => {
  const rows = (clocks: ReturnType<typeof clocksOf>, facts: Partial<DangerFacts> = {}) =>
    todayRows(clocks, dangers(facts), on(NOW));
  const own = (given: readonly string[], record: string) => ({ recordIds: given.map(id), caseId: id(record) });

  // Would catch: an overdue target of the unit above a deadline of the law, or a case's danger below both.
  it('is ordered by consequence, then by time', () => {
    const clocks = [
      ...clocksOf('breaches', { ...own(['b'], 'case'), reportedAt: '2026-03-26 14:30' }, NOW),
      ...clocksOf(
        'arrests',
        {
          ...own(['a'], 'case'),
          arrestedAt: '2026-03-28 22:14',
          upheldAt: '2026-03-28 23:00',
          statementOfferedAt: '2026-03-28 22:20',
          counselAt: '2026-03-28 23:40',
          inCell: false,
        },
        NOW,
      ),
      ...clocksOf(
        'orders',
        {
          ...own(['o'], 'case'),
          decidedAt: '2025-04-03 10:00',
          servedAt: '2025-04-03 12:00',
          toAt: '2026-04-02 24:00',
        },
        NOW,
      ),
    ];
    const found = rows(clocks, {
      notices: [{ caseId: id('case'), recordId: id('n'), openedAt: on('2026-03-29 05:00'), confirmedAt: null }],
    });
    expect(found.map((row) => [row.group, row.what])).toEqual([
      ['danger', 'not_notified'],
      ['law', 'C5'],
      ['expiry', 'C18'],
      ['own', 'jurist_decision'],
      ['own', 'assessment_after_breach'],
    ]);
  });

  // Would catch: one arrest on three rows, and one order that ends on three.
  it('gives one cause one row, with what else it makes run folded in', () => {
    const arrest = rows(clocksOf('arrests', { ...own(['a'], 'case'), arrestedAt: '2026-03-28 22:14' }, NOW));
    const presentation = arrest.filter((row) => row.key.startsWith('presentation'));
    expect(presentation.map((row) => [row.what, row.folded.map((one) => one.id)])).toEqual([['C5', ['C4']]]);
    const order = rows(
      clocksOf(
        'orders',
        {
          ...own(['o'], 'case'),
          decidedAt: '2025-04-03 10:00',
          servedAt: '2025-04-03 12:00',
          toAt: '2026-04-02 24:00',
        },
        NOW,
      ),
    );
    expect(order.map((row) => [row.what, row.folded.map((one) => one.id).sort()])).toEqual([
      ['C18', ['renewal', 'renewal_start']],
    ]);
  });

  // Would catch: the order not served standing twice, as danger and as the unit's own target.
  it('joins a danger and the target of the same record', () => {
    const found = rows(
      clocksOf('orders', { ...own(['o'], 'case'), decidedAt: '2026-03-27 17:00', toAt: '2027-03-27 17:00' }, NOW),
      {
        orders: [
          {
            caseId: id('case'),
            recordId: id('o'),
            decidedAt: on('2026-03-27 17:00'),
            servedAt: null,
            liftedAt: null,
            toAt: null,
            refused: false,
          },
        ],
      },
    );
    expect(found.map((row) => [row.group, row.what, row.over])).toEqual([['danger', 'order_not_served', true]]);
  });

  // Would catch: an arrest of years ago, never closed in the record, above what is due this night.
  it('puts what is long past last and forgets what ended long ago', () => {
    const clocks = [
      ...clocksOf('arrests', { ...own(['old'], 'case'), arrestedAt: '2019-03-28 22:14' }, NOW),
      ...clocksOf('arrests', { ...own(['new'], 'case'), arrestedAt: '2026-03-28 22:14' }, NOW),
      ...clocksOf('orders', { ...own(['o'], 'case'), decidedAt: '2015-04-03 10:00', toAt: '2016-04-02 24:00' }, NOW),
    ];
    const found = rows(clocks);
    const firstOld = found.findIndex((row) => row.old);
    expect(firstOld).toBeGreaterThan(0);
    expect(found.slice(firstOld).every((row) => row.old || row.group === 'own')).toBe(true);
    expect(found.some((row) => row.group === 'expiry')).toBe(false);
  });

  // Would catch: a row whose key changes while its cause lasts, so that the selection jumps.
  it('names a cause alike from one hour to the next', () => {
    const at = (now: string) =>
      todayRows(clocksOf('arrests', { ...own(['a'], 'case'), arrestedAt: '2026-03-28 22:14' }, now), [], on(now)).map(
        (row) => row.key,
      );
    expect(at('2026-03-29 05:12')).toEqual(at('2026-03-29 12:00'));
  });
});

describe('flags of danger now', () => {
  const since = {
    fromAt: on('2026-01-05 00:00'),
    toAt: on('2026-01-06 00:00'),
    precision: 'day',
    zone: 'Europe/Oslo',
  } as const;
  const flag = (rule: RuleId, ...recordIds: string[]) => ({ rule, since, recordIds: recordIds.map(id) });
  const flagsOf = (...flags: ReturnType<typeof flag>[]) => [{ caseId: id('case'), flags }];
  const told = (rows: readonly TodayRow[]) =>
    rows.map(({ group, what, flags }) => [group, what, flags?.map(({ rule }) => rule)]);

  // Would catch: a row for each flag, a question above a known danger, or one that is counted among what acts now.
  it('stand in one row a case, behind what is known, and count for no badge', () => {
    const notice = { caseId: id('case'), recordId: id('n'), openedAt: on('2026-03-28 12:00'), confirmedAt: null };
    const flags = flagsOf(flag('breach_not_answered', 'b'), flag('no_protective_measure', 'b'));
    const rows = todayRows([], dangers({ notices: [notice] }), on(NOW), [], flags);
    expect(told(rows)).toEqual([
      ['danger', 'not_notified', undefined],
      ['danger', 'flags', ['breach_not_answered', 'no_protective_measure']],
    ]);
    expect(rows.map(actsNow)).toEqual([true, false]);
    expect(rows[1]).toMatchObject({ old: false, recordIds: ['b'] });
  });

  // Would catch: one cause in two rows: his being wanted, the end of an order, a flag that is to be looked at again.
  it('leave out what another row tells', () => {
    const stay = {
      caseId: id('case'),
      personId: id('him'),
      recordId: id('stay'),
      state: 'wanted',
      sinceAt: 0,
      lastEventAt: null,
      lastEventId: null,
      unsaid: null,
    };
    const wanted = flagsOf(flag('wanted_not_found', 'stay'));
    expect(told(todayRows([], dangers({ whereabouts: [stay] }), on(NOW), [], wanted))).toEqual([
      ['danger', 'whereabouts', undefined],
    ]);
    expect(told(todayRows([], [], on(NOW), [], wanted))).toHaveLength(1);
    const ends = clocksOf(
      'orders',
      { decidedAt: '2025-04-03 10:00', toAt: '2026-04-02 24:00', servedAt: '2025-04-03 10:00' },
      NOW,
    );
    const one = todayRows(ends, [], on(NOW), [], flagsOf(flag('order_lapsing', 'record')));
    expect(told(one).filter(([, what]) => what === 'flags')).toEqual([]);
    const two = todayRows(ends, [], on(NOW), [], flagsOf(flag('order_lapsing', 'record', 'other')));
    expect(told(two).filter(([, what]) => what === 'flags')).toHaveLength(1);
    const prompt = {
      id: 'look_again',
      caseId: id('case'),
      recordId: id('r'),
      dueAt: 0,
      reason: '',
      by: '',
      rule: 'breach_not_answered',
      at: null,
      count: 1,
    } as const;
    expect(told(todayRows([], [], on(NOW), [prompt], flagsOf(flag('breach_not_answered', 'b'))))).toEqual([
      ['own', 'look_again', undefined],
    ]);
  });
});
