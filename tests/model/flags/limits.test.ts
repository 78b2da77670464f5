import { describe, expect, it } from 'vitest';
import { Known } from '#model/flags/known.ts';
import { FLAG_LIMIT_IDS, FLAG_LIMITS, type FlagLimitId, isLimit, limitsOf } from '#model/flags/limits.ts';
import { readCase } from '#model/flags/read-case.ts';
import type { CaseRecord } from '#model/flags/records.ts';
import { openPromises } from '#model/flags/rules/promise-unanswered.ts';
import { RULE_IDS } from '#model/flags/table.ts';
import { type Kind, kindOf, withNulls } from '#model/kinds.ts';
import { whenOf } from '#model/when.ts';

const ZONE = 'Europe/Oslo';
const HIM = 'f'.repeat(32);
const HER = 'a'.repeat(32);
const noon = (date: string) => Date.parse(`${date}T12:00Z`);

function record(kind: Kind, date: string, given: Record<string, unknown>, index: number): CaseRecord {
  const happened = whenOf(date, '', 'day', ZONE);
  const values = withNulls(kind, { ...('happened' in kindOf(kind).fields && { happened }), ...given });
  const span = kindOf(kind).span(values as never, ZONE);
  const id = (index + 1).toString(16).padStart(32, '0');
  const [createdAt, changedAt] = [noon('2020-01-01'), noon('2020-01-01')];
  return {
    title: '',
    titleEn: null,
    startsAt: null,
    endsAt: null,
    precision: null,
    ...span,
    id,
    kind,
    createdAt,
    changedAt,
    storyOrder: index + 1,
    values,
  } as unknown as CaseRecord;
}

const PERSONS = [
  ['case_person', '2020-01-01', { personId: HIM, role: 'threat_actor' }],
  ['case_person', '2020-01-01', { personId: HER, role: 'protected' }],
] as const;
const rulesAt = (
  given: readonly (readonly [Kind, string, Record<string, unknown>])[],
  at: string,
  id: FlagLimitId,
  days: number,
) => {
  const records = [...PERSONS, ...given].map(([kind, date, values], index) => record(kind, date, values, index));
  const limits = limitsOf((one) => (one === id ? days : undefined));
  return readCase({ zone: ZONE, records }, noon(at), limits).map(({ rule }) => rule as string);
};

const report = ['report', '2026-03-01', { text: 'Anmelder trusler' }] as const;
const request = ['report', '2026-03-01', { text: 'Hun ber om besøksforbud' }] as const;
const promise = ['report', '2026-03-01', { text: 'Hun ble bedt om å vente' }] as const;
const assessed = (level: string | null) => [['assessment', '2026-03-01', { level, text: 'Vurdert' }]] as const;

describe('days that the unit sets', () => {
  // Would catch: a rule that goes on by the days it came with, or that is a day off what the unit set.
  it.each<[FlagLimitId, number, readonly (readonly [Kind, string, Record<string, unknown>])[], string, string]>([
    // limit, days, what is recorded, last day without the flag, first day with it
    ['no_protective_measure', 5, [report], '2026-03-05', '2026-03-06'],
    ['report_without_measure', 5, [report], '2026-03-05', '2026-03-06'],
    ['complaint_unanswered', 5, [report], '2026-03-05', '2026-03-06'],
    ['request_unanswered', 5, [request], '2026-03-05', '2026-03-06'],
    ['promise_unanswered', 5, [promise], '2026-03-05', '2026-03-06'],
    ['interview_waiting', 10, [report], '2026-03-10', '2026-03-11'],
    ['charge_waiting', 10, [report], '2026-03-10', '2026-03-11'],
    ['hearing_waiting', 10, [['court_step', '2026-03-01', { step: 'charge' }]], '2026-03-10', '2026-03-11'],
    ['assessment_old.high', 10, assessed('high'), '2026-03-11', '2026-03-12'],
    ['assessment_old.moderate', 10, assessed('moderate'), '2026-03-11', '2026-03-12'],
    ['assessment_old.moderate', 10, assessed(null), '2026-03-11', '2026-03-12'],
    ['assessment_old.low', 10, assessed('low'), '2026-03-11', '2026-03-12'],
    // Of the first of March the last of the days on which it may have been ends with it.
    ['silence', 10, [report], '2026-03-11', '2026-03-12'],
    [
      'turning_point_near',
      10,
      [['court_step', '2026-03-20', { step: 'main_hearing', scheduledAt: noon('2026-03-20') }]],
      '2026-03-09',
      '2026-03-10',
    ],
  ])('%s of %i days', (id, days, given, before, from) => {
    const rule = id.split('.')[0];
    expect(rulesAt(given, before, id, days)).not.toContain(rule);
    expect(rulesAt(given, from, id, days)).toContain(rule);
  });

  // Would catch: an arrest in the fourth week that answers a breach of a unit that gives two days, or the other way round.
  it('decide what answers a breach, and the text says how many', () => {
    const given = [
      ['breach', '2026-03-01', { text: 'Sto utenfor' }],
      ['arrest', '2026-03-05', {}],
    ] as const;
    expect(rulesAt(given, '2026-03-10', 'breach_not_answered', 2)).toContain('breach_not_answered');
    expect(rulesAt(given, '2026-03-10', 'breach_not_answered', 7)).not.toContain('breach_not_answered');
    const records = given.map(([kind, date, values], index) => record(kind, date, values, index));
    const limits = limitsOf((id) => (id === 'breach_not_answered' ? 2 : undefined));
    const [flag] = readCase({ zone: ZONE, records }, noon('2026-03-10'), limits);
    expect(flag).toMatchObject({ rule: 'breach_not_answered', values: { count: 1, limit: 2 } });
  });

  // Would catch: an order shown on a day on which its unit does not look at it yet.
  it('begin the watch over the end of an order', () => {
    const toAt = noon('2026-03-31');
    const decidedAt = noon('2026-01-05');
    const given = [['order', '', { text: 'Besøksforbud', decidedAt, servedAt: decidedAt, toAt }]] as const;
    expect(rulesAt(given, '2026-03-20', 'order_lapsing', 10)).not.toContain('order_lapsing');
    expect(rulesAt(given, '2026-03-21', 'order_lapsing', 10)).toContain('order_lapsing');
  });

  // Would catch: a night that leaves the board by the days the program came with.
  it('end the showing of a night with several contacts', () => {
    const happened = (hour: string) => ({
      happened: whenOf('2026-03-01', hour, 'minute', ZONE),
      text: 'Ringer politiet',
    });
    const given = [
      ['report', '', happened('21:00')],
      ['report', '', happened('23:00')],
    ] as const;
    expect(rulesAt(given, '2026-03-06', 'contacts_in_one_night', 5)).toContain('contacts_in_one_night');
    expect(rulesAt(given, '2026-03-07', 'contacts_in_one_night', 5)).not.toContain('contacts_in_one_night');
  });

  // Would catch: a book from another hand or version that makes a rule blind: nought days of answer, a thousand years.
  it.each([undefined, null, -1, 0, 1.5, 91, Number.NaN])('that cannot be, as %s, are as the program came', (days) => {
    expect(limitsOf(() => days).breach_not_answered).toBe(FLAG_LIMITS.breach_not_answered.standard);
  });

  // Would catch: a promise that has no owner at a transfer because the unit waits a week before it flags one.
  it('do not close a promise that is handed over', () => {
    const records = [...PERSONS, promise].map(([kind, date, values], index) => record(kind, date, values, index));
    const limits = limitsOf((id) => (id === 'promise_unanswered' ? 365 : undefined));
    expect(openPromises(new Known({ zone: ZONE, records }, noon('2026-03-02'), limits))).toHaveLength(1);
  });

  // Would catch: a limit of no rule, or one whose own default cannot be set back.
  it('belong to a rule each, and hold their default', () => {
    for (const id of FLAG_LIMIT_IDS) {
      expect(RULE_IDS).toContain(id.split('.')[0]);
      expect(isLimit(id, FLAG_LIMITS[id].standard)).toBe(true);
    }
  });
});
