import { describe, expect, it } from 'vitest';
import { type Flag, readCase } from '#model/flags/read-case.ts';
import type { CaseRecord } from '#model/flags/records.ts';
import { RULE_IDS } from '#model/flags/table.ts';
import type { RecordId } from '#model/ids.ts';
import { type Kind, kindOf, withNulls } from '#model/kinds.ts';
import { instantOfLocal } from '#model/time.ts';
import { whenOf } from '#model/when.ts';

const ZONE = 'Europe/Oslo';
const HIM = 'f'.repeat(32);
const HER = 'a'.repeat(32);
const CHILD = 'c'.repeat(32);
/** Entered long after, as an imported chronology is, unless a test says otherwise. */
const ENTERED_AT = Date.UTC(2030, 0, 1);

interface Given {
  readonly kind: Kind;
  /** `2026`, `2026-03`, `2026-03-14` or `2026-03-14T20:00`; none for what has its own times. */
  readonly at?: string;
  readonly enteredAt?: string;
  readonly values?: Record<string, unknown>;
}

const instant = (local: string) => instantOfLocal(local, ZONE) ?? Number.NaN;
const PRECISION = { 4: 'year', 7: 'month', 10: 'day', 16: 'minute' } as const;

function whenAt(at: string) {
  const [date = '', time = ''] = at.split('T');
  return whenOf(date, time, PRECISION[at.length as keyof typeof PRECISION], ZONE);
}

function record({ kind, at, enteredAt, values = {} }: Given, index: number): CaseRecord {
  const happened = at === undefined ? null : whenAt(at);
  const own = kind === 'measure' ? { type: 'other', status: 'done' } : {};
  const field = kind === 'whereabouts' ? { since: happened } : { happened };
  const all = withNulls(kind, {
    ...own,
    ...('happened' in kindOf(kind).fields || kind === 'whereabouts' ? field : {}),
    ...values,
  });
  const span = kindOf(kind).span(all as never, ZONE);
  const createdAt = enteredAt === undefined ? ENTERED_AT : instant(enteredAt);
  return {
    id: (index + 1).toString(16).padStart(32, '0') as RecordId,
    kind,
    title: '',
    titleEn: null,
    startsAt: span?.startsAt ?? null,
    endsAt: span?.endsAt ?? null,
    precision: span?.precision ?? null,
    createdAt,
    changedAt: createdAt,
    storyOrder: index + 1,
    values: all,
  } as unknown as CaseRecord;
}

const persons: Given[] = [
  { kind: 'case_person', enteredAt: '2020-01-01T00:00', values: { personId: HIM, role: 'threat_actor' } },
  { kind: 'case_person', enteredAt: '2020-01-01T00:00', values: { personId: HER, role: 'protected' } },
];
const flagsAt = (given: readonly Given[], at: string): Flag[] =>
  readCase({ zone: ZONE, records: [...persons, ...given].map(record) }, instant(at));
const flagOf = (rule: Flag['rule'], given: readonly Given[], at: string) =>
  flagsAt(given, at).find((flag) => flag.rule === rule);

const breach = (at: string, values = {}): Given => ({ kind: 'breach', at, values: { text: 'Sto utenfor', ...values } });
const breachId = '3'.padStart(32, '0');
const order = (values: Record<string, unknown>): Given => ({
  kind: 'order',
  values: { text: 'Besøksforbud', ...values },
});

describe('a breach', () => {
  // Would catch: an answer counted on the eighth day, one before the breach, or one that only may lie within the week.
  it.each<[string, Given[], boolean]>([
    ['an arrest on its day', [{ kind: 'arrest', at: '2026-03-10' }], true],
    ['an arrest a minute before it', [{ kind: 'arrest', at: '2026-03-10T11:58' }], false],
    ['an arrest in its minute', [{ kind: 'arrest', at: '2026-03-10T12:00' }], true],
    ['a remand on the seventh day', [{ kind: 'remand', at: '2026-03-17T11:59' }], true],
    ['an arrest seven days later to the minute', [{ kind: 'arrest', at: '2026-03-17T12:01' }], false],
    ['an arrest of the day before', [{ kind: 'arrest', at: '2026-03-09' }], false],
    ['an arrest known to the month', [{ kind: 'arrest', at: '2026-03' }], false],
    ['one brought in for four hours', [{ kind: 'arrest', at: '2026-03-10', values: { custody: 'brought_in' } }], false],
    ['an arrest of a later month that names it', [{ kind: 'arrest', at: '2026-04-20', values: { breachId } }], false],
    ['an arrest known to the month that names it', [{ kind: 'arrest', at: '2026-03', values: { breachId } }], true],
    ['an arrest of somebody else', [{ kind: 'arrest', at: '2026-03-10T13:00', values: { personId: HER } }], false],
    [
      'an arrest in its chain',
      [{ kind: 'response_step', at: '2026-03-10T13:00', values: { step: 'arrested', breachId } }],
      true,
    ],
    [
      'a patrol in its chain',
      [{ kind: 'response_step', at: '2026-03-10T13:00', values: { step: 'patrol_there', breachId } }],
      false,
    ],
    ['a fine', [{ kind: 'court_step', at: '2026-03-12', values: { text: 'Forelegg' } }], false],
  ])('is answered or not: %s', (_, answers, isAnswered) => {
    const found = flagOf('breach_not_answered', [breach('2026-03-10T12:00'), ...answers], '2026-05-01T12:00');
    expect(found === undefined).toBe(isAnswered);
  });

  it('that was held not to be one is none', () => {
    expect(
      flagOf('breach_not_answered', [breach('2026-03-10', { status: 'not_a_breach' })], '2026-03-12T12:00'),
    ).toBeUndefined();
  });
});

describe('protection', () => {
  const danger: Given = { kind: 'incident', at: '2026-01-05', values: { text: 'Slår henne' } };
  const decidedAt = instant('2026-01-10T10:00');

  // Would catch: a paper that protects nobody counted as protection: not served, a draft, a judgment that is not final.
  it.each<[string, Given, boolean]>([
    ['an order that was served', order({ decidedAt, servedAt: decidedAt }), true],
    ['an order that was not served', order({ decidedAt, fromAt: decidedAt }), false],
    ['an order he knows of otherwise', order({ decidedAt, knownSinceAt: decidedAt }), true],
    ['a draft', order({ stage: 'draft', fromAt: decidedAt }), false],
    ['a refusal', order({ stage: 'refused', decidedAt, servedAt: decidedAt }), false],
    [
      'a contact ban that is not final',
      order({ variant: 'contact_ban', decidedAt, servedAt: decidedAt, judgmentAt: decidedAt }),
      false,
    ],
    [
      'a contact ban that is final',
      order({ variant: 'contact_ban', decidedAt, judgmentAt: decidedAt, finalAt: instant('2026-01-25T00:00') }),
      true,
    ],
    [
      'an order that was lifted',
      order({ decidedAt, servedAt: decidedAt, liftedAt: instant('2026-01-20T00:00') }),
      false,
    ],
    [
      'an order that the court set aside',
      order({
        decidedAt,
        servedAt: decidedAt,
        courtDecision: 'set_aside',
        courtDecidedAt: instant('2026-01-20T00:00'),
      }),
      false,
    ],
    [
      'an order that the court upheld',
      order({ decidedAt, servedAt: decidedAt, courtDecision: 'upheld', courtDecidedAt: instant('2026-01-20T00:00') }),
      true,
    ],
    ['a warning', { kind: 'measure', at: '2026-01-10', values: { text: 'Advarer trusselutøver' } }, false],
    ['a fine', { kind: 'court_step', at: '2026-01-10', values: { text: 'Bot' } }, false],
    ['an alarm', { kind: 'alarm', values: { unit: 'V-1', handedOutAt: decidedAt, status: 'active' } }, false],
    [
      'guarding that lasts',
      { kind: 'measure', values: { type: 'guarding', status: 'active', fromLocal: '2026-01-10T20:00' } },
      true,
    ],
    [
      'guarding that is only planned',
      { kind: 'measure', values: { type: 'guarding', status: 'planned', fromLocal: '2026-01-10T20:00' } },
      false,
    ],
    ['prison', { kind: 'whereabouts', at: '2026-01-10', values: { personId: HIM, state: 'serving' } }, true],
    ['remand without an end', { kind: 'remand', at: '2026-01-10' }, true],
    [
      'remand that has ended',
      { kind: 'remand', at: '2026-01-10', values: { untilAt: instant('2026-01-24T12:00') } },
      false,
    ],
    [
      'electronic control',
      { kind: 'whereabouts', at: '2026-01-10', values: { personId: HIM, state: 'electronic_control' } },
      true,
    ],
    ['he is at large', { kind: 'whereabouts', at: '2026-01-10', values: { personId: HIM, state: 'at_large' } }, false],
  ])('holds or not: %s', (_, given, holds) => {
    const found = flagOf('no_protective_measure', [danger, given], '2026-02-01T12:00');
    expect(found === undefined).toBe(holds);
  });

  // Would catch: an order told to end a day early or late, or one that is renewed told to lapse.
  it.each<[string, Given[], string | null]>([
    ['31 days before its end', [], null],
    ['30 days before its end', [], 'ending_stated'],
    ['on its last day', [], 'ending_stated'],
    ['on the day after', [], 'ended_stated'],
    [
      'renewed',
      [
        order({
          decidedAt: instant('2026-03-20T10:00'),
          servedAt: instant('2026-03-21T10:00'),
          toAt: instant('2027-04-03T00:00'),
        }),
      ],
      null,
    ],
    [
      'renewed, not served',
      [order({ decidedAt: instant('2026-03-20T10:00'), toAt: instant('2027-04-03T00:00') })],
      'ended_stated',
    ],
  ])('lapses: %s', (name, more, variant) => {
    const first = order({
      decidedAt: instant('2025-04-03T10:00'),
      servedAt: instant('2025-04-03T14:00'),
      toAt: instant('2026-04-03T00:00'),
    });
    const at = {
      '31 days before its end': '2026-03-02T12:00',
      '30 days before its end': '2026-03-03T12:00',
      'on its last day': '2026-04-02T23:59',
    };
    const found = flagOf('order_lapsing', [first, ...more], at[name as keyof typeof at] ?? '2026-04-03T00:01');
    expect(found?.variant ?? null).toBe(variant);
    if (found?.variant === 'ended_stated') expect(found).toMatchObject({ since: '2026-04-02', days: 1 });
  });

  // Would catch: an order for the child alone that hides that hers ends; one that follows hers by name not counted.
  it.each<[string, Record<string, unknown>, string | null]>([
    ['for the same', { protectedId: HER }, null],
    ['for somebody else', { protectedId: CHILD }, 'ended_stated'],
    ['for somebody else, in its place by name', { protectedId: CHILD, replacesId: breachId }, null],
    ['against somebody else', { protectedId: HER, respondentId: CHILD }, 'ended_stated'],
    ['that names nobody', {}, null],
  ])('lapses where the later order is %s', (_, values, variant) => {
    const given = [
      order({
        protectedId: HER,
        respondentId: HIM,
        decidedAt: instant('2025-04-03T10:00'),
        servedAt: instant('2025-04-03T14:00'),
        toAt: instant('2026-04-03T00:00'),
      }),
      order({
        decidedAt: instant('2026-03-20T10:00'),
        servedAt: instant('2026-03-21T10:00'),
        toAt: instant('2027-04-03T00:00'),
        ...values,
      }),
    ];
    expect(flagOf('order_lapsing', given, '2026-04-03T00:01')?.variant ?? null).toBe(variant);
  });

  // Would catch: a term of months counted as days, or one that ends on a day its month does not have.
  it.each([
    ['i 90 dager', '2026-01-31', '2026-05-01'],
    ['i 3 måneder', '2026-01-31', '2026-04-30'],
    ['for 2 weeks', '2026-01-31', '2026-02-14'],
    ['i 1 år', '2024-02-29', '2025-02-28'],
    ['holder 500 m avstand', '2026-01-31', null],
  ])('reads the end of an order from its words: %s', (text, at, lastDay) => {
    const after = flagOf(
      'order_lapsing',
      [{ kind: 'order', at, values: { text: `Forbud ${text}` } }],
      '2027-01-01T12:00',
    );
    expect(after?.since ?? null).toBe(lastDay);
  });
});

describe('ends of several orders', () => {
  const served = (protectedId: string, day: string, toAt: string | null, values = {}): Given => {
    const at = instant(`${day}T10:00`);
    const ends = toAt === null ? {} : { toAt: instant(`${toAt}T00:00`) };
    return order({ protectedId, respondentId: HIM, decidedAt: at, servedAt: at, ...ends, ...values });
  };

  // Would catch: hers, which ends in two days, hidden behind the child's, which was made later and ends in 27.
  it('are all named, soonest first, and then those that are over', () => {
    const hers = served(HER, '2025-04-03', '2026-04-03');
    const childs = served(CHILD, '2025-04-28', '2026-04-28');
    const both = flagOf('order_lapsing', [hers, childs], '2026-04-01T12:00');
    expect(both).toMatchObject({ variant: 'ending_several', since: '2026-03-03', total: 2, values: { count: 2 } });
    expect(both?.records.map(({ id }) => Number.parseInt(id, 16))).toEqual([3, 4]);
    const turned = flagOf('order_lapsing', [childs, hers], '2026-04-01T12:00');
    expect(turned?.records.map(({ id }) => Number.parseInt(id, 16))).toEqual([4, 3]);
    const over = flagOf('order_lapsing', [hers, childs], '2026-04-10T12:00');
    expect(over).toMatchObject({ variant: 'both', days: null, total: 2, values: { count: 1, ended: 1 } });
    expect(over?.records.map(({ id }) => Number.parseInt(id, 16))).toEqual([4, 3]);
    const last = flagOf('order_lapsing', [hers, childs], '2026-05-10T12:00');
    expect(last).toMatchObject({ variant: 'ended_several', since: '2026-04-27', days: 13 });
  });

  // Would catch: an order without an end that never lapses, and counts as protection for ever.
  it.each<[string, Record<string, unknown>, string | null, string | null]>([
    ['restraining_order', {}, null, '2026-04-03'],
    ['own_home_ban', {}, null, '2025-07-03'],
    ['stay_away_ban', {}, null, '2025-10-03'],
    ['restraining_order', {}, '2028-01-01', '2026-04-03'],
    [
      'contact_ban',
      { judgmentAt: instant('2025-04-03T10:00'), finalAt: instant('2025-04-18T00:00'), indefinite: true },
      null,
      null,
    ],
    ['other', {}, null, null],
  ])('lie where the law ends the longest: %s', (variant, values, toAt, lastDay) => {
    const given = [breach('2025-05-01'), served(HER, '2025-04-03', toAt, { variant, ...values })];
    expect(flagOf('order_lapsing', given, '2027-06-01T12:00')).toEqual(
      lastDay === null ? undefined : expect.objectContaining({ since: lastDay, variant: 'ended_law' }),
    );
    expect(flagOf('no_protective_measure', given, '2027-06-01T12:00') === undefined).toBe(lastDay === null);
  });
});

describe('what answers', () => {
  const request: Given = {
    kind: 'report',
    at: '2026-03-10T12:00',
    values: { text: 'Hun ber om besøksforbud og blir bedt om å vente' },
  };
  const step = (is: string): Given => ({ kind: 'response_step', at: '2026-03-11', values: { step: is, breachId } });
  const measure = (status: string): Given => ({
    kind: 'measure',
    values: { type: 'patrol', status, fromLocal: '2026-03-11T20:00', toLocal: '2026-03-11T22:00' },
  });
  const at = instant('2026-03-11T10:00');

  // Would catch: a draft that answers a request, a written step that keeps a promise, a patrol that never came.
  it.each<[string, Given, boolean, boolean]>([
    ['nothing that speaks of it', { kind: 'note', at: '2026-03-11', values: { text: 'Ringte' } }, false, false],
    ['an order', order({ stage: 'decided', decidedAt: at }), true, true],
    ['an order that only its words tell', { kind: 'order', at: '2026-03-11', values: { text: 'Forbud' } }, true, true],
    ['a refused order', order({ stage: 'refused', decidedAt: at }), true, false],
    ['a draft', order({ stage: 'draft', fromAt: at }), false, false],
    ['another request', order({ stage: 'requested', fromAt: at }), false, false],
    ...['patrol_there', 'arrested', 'remand_decided'].map((is): [string, Given, boolean, boolean] => [
      is,
      step(is),
      false,
      true,
    ]),
    ...['reported', 'she_notified', 'charge', 'other'].map((is): [string, Given, boolean, boolean] => [
      is,
      step(is),
      false,
      false,
    ]),
    ...['active', 'done'].map((is): [string, Given, boolean, boolean] => [`a measure ${is}`, measure(is), false, true]),
    ...['planned', 'cancelled', 'not_done', 'not_possible'].map((is): [string, Given, boolean, boolean] => [
      `a measure ${is}`,
      measure(is),
      false,
      false,
    ]),
    ['an arrest', { kind: 'arrest', at: '2026-03-11' }, false, true],
  ])('a request and a promise: %s', (_, given, answersRequest, keepsPromise) => {
    const rules = flagsAt([request, given], '2026-03-20T12:00').map(({ rule }) => rule);
    expect(rules.includes('request_unanswered')).toBe(!answersRequest);
    expect(rules.includes('promise_unanswered')).toBe(!keepsPromise);
  });

  // Would catch: a promise that nobody kept, gone from sight when it grows old.
  it('is told with its age as long as there is none', () => {
    expect(flagOf('promise_unanswered', [request], '2026-07-10T13:00')).toMatchObject({ days: 122 });
  });
});

describe('a turning point', () => {
  const remand = (day: string, untilAt: string, values = {}): Given => ({
    kind: 'remand',
    at: day,
    enteredAt: '2026-03-01T12:00',
    values: { personId: HIM, untilAt: instant(untilAt), ...values },
  });
  const risk = (date: string, values = {}): Given => ({
    kind: 'calendar_risk',
    enteredAt: '2026-03-01T12:00',
    values: { type: 'other', date: whenAt(date), ...values },
  });

  // Would catch: the day on which he comes out of remand not told; one that was extended told; "near" said of the past.
  it.each<[string, Given[], string | null, string | null]>([
    ['a remand that ends', [remand('2026-03-01', '2026-04-10T12:00')], 'ahead', '2026-04-10T12:00'],
    ['a remand that ended', [remand('2026-03-01', '2026-03-14T12:00')], 'past', '2026-03-14T12:00'],
    ['a remand that ends in time to come', [remand('2026-03-01', '2026-06-10T12:00')], null, null],
    [
      'a remand that was extended',
      [
        remand('2026-03-01', '2026-03-28T12:00'),
        remand('2026-03-02', '2026-06-10T12:00', { extendsId: '3'.padStart(32, '0') }),
      ],
      null,
      null,
    ],
    [
      'a remand he was let go from',
      [remand('2026-03-01', '2026-04-10T12:00', { releasedAt: instant('2026-03-10T09:00') })],
      'past',
      '2026-03-10T09:00',
    ],
    [
      'a release that was entered after the instant',
      [
        {
          ...remand('2026-03-01', '2026-04-10T12:00', { releasedAt: instant('2026-04-02T09:00') }),
          enteredAt: '2026-05-01T12:00',
        },
      ],
      'ahead',
      '2026-04-10T12:00',
    ],
    [
      'an arrest he was let go from',
      [{ kind: 'arrest', at: '2026-03-09', values: { releasedAt: instant('2026-03-10T09:00') } }],
      'past',
      '2026-03-10T09:00',
    ],
    [
      'a step that remanded him',
      [
        {
          kind: 'response_step',
          at: '2026-03-09',
          values: { step: 'remand_decided', breachId, untilAt: instant('2026-04-06T12:00') },
        },
      ],
      'ahead',
      '2026-04-06T12:00',
    ],
    ['a date written for the plan', [risk('2026-04-05')], 'ahead', '2026-04-05'],
    ['a written date without a day', [risk('2026-04-05', { date: null })], null, null],
    [
      'a written date of a hearing that is read itself',
      [risk('2026-04-05', { type: 'court_date', recordId: HER })],
      null,
      null,
    ],
    ['both', [risk('2026-03-10'), risk('2026-04-05')], 'both', '2026-03-10'],
  ])('%s', (_, given, variant, since) => {
    const found = flagOf('turning_point_near', given, '2026-03-20T12:00');
    expect([found?.variant ?? null, found?.since ?? null]).toEqual([variant, since]);
    if (variant === 'both') expect(found?.values.next).toEqual(whenAt('2026-04-05'));
  });
});

describe('an assessment', () => {
  const danger: Given = { kind: 'threat', at: '2026-01-01', values: { text: 'Truer' } };
  const assessed = (level: string | null, at = '2026-02-01', text = 'SARA:SV'): Given => ({
    kind: 'assessment',
    at,
    values: { level, text },
  });

  // Would catch: a limit off by one day, or the limit of another level.
  it.each([
    ['high', '2026-03-03', false],
    ['high', '2026-03-04', true],
    ['moderate', '2026-05-02', false],
    ['moderate', '2026-05-03', true],
    ['low', '2026-07-31', false],
    ['low', '2026-08-01', true],
    [null, '2026-05-03', true],
  ])('of level %s is old on %s: %s', (level, day, isOld) => {
    expect(flagOf('assessment_old', [danger, assessed(level)], `${day}T12:00`) !== undefined).toBe(isOld);
  });

  it('is overtaken by what comes after it, not by what came before', () => {
    expect(flagOf('assessment_overtaken', [danger, assessed('high')], '2026-02-10T12:00')).toBeUndefined();
    const later = flagOf('assessment_overtaken', [danger, assessed('high'), breach('2026-02-05')], '2026-02-10T12:00');
    expect(later).toMatchObject({ since: '2026-02-05', days: 5, total: 2 });
    expect(flagOf('assessment_missing', [danger, assessed('high')], '2026-02-10T12:00')).toBeUndefined();
  });

  // Would catch: a second person in danger whom nobody has assessed, hidden by the assessment of the first.
  it.each<[string, (string | null)[], boolean]>([
    ['of her', [HER], true],
    ['of both, one each', [HER, CHILD], false],
    ['of nobody by name', [null], false],
    ['of him, whose danger to both it tells', [HIM], false],
  ])('is missing where there is one %s', (_, personIds, isMissing) => {
    const given: Given[] = [
      danger,
      { kind: 'case_person', enteredAt: '2020-01-01T00:00', values: { personId: CHILD, role: 'protected' } },
      ...personIds.map(
        (personId): Given => ({ kind: 'assessment', at: '2026-02-01', values: { text: 'SARA', personId } }),
      ),
    ];
    expect(flagOf('assessment_missing', given, '2026-02-10T12:00') !== undefined).toBe(isMissing);
  });

  it('is not overtaken by his way from remand into prison', () => {
    const stay = (at: string, state: string): Given => ({ kind: 'whereabouts', at, values: { personId: HIM, state } });
    const given = [danger, stay('2026-01-10', 'remand'), assessed('high'), stay('2026-02-05', 'serving')];
    expect(flagOf('assessment_overtaken', given, '2026-02-10T12:00')).toBeUndefined();
    const out = [...given, stay('2026-02-08', 'electronic_control')];
    expect(flagOf('assessment_overtaken', out, '2026-02-10T12:00')).toMatchObject({ since: '2026-02-08' });
  });

  it('for another purpose is no assessment of her risk', () => {
    const other = assessed(null, '2026-02-01', 'Sakkyndig vurdering i barnefordeling');
    expect(flagOf('assessment_other_purpose', [danger, other], '2026-02-10T12:00')?.records[0]?.word).toBe(
      'barnefordeling',
    );
  });
});

describe('a night', () => {
  const call = (at: string, kind: Kind = 'report', values = {}): Given => ({
    kind,
    at,
    values: { text: 'Ringer politiet', ...values },
  });

  const reported = (at: string, values = {}) => breach('2026-03-09', { reportedAt: instant(at), ...values });
  const incident = (at: string, values = {}): Given => ({ kind: 'incident', at, values: { text: 'Ute', ...values } });
  const activation = (at: string, outcome: string | null): Given => ({
    kind: 'alarm_activation',
    values: { activatedAt: instant(at), outcome },
  });

  // Would catch: what she told the police as a breach, an incident or by her alarm not counted; one call counted twice.
  // Would catch: a night cut at midnight or by the change of clocks, a daytime call in it, his own call counted.
  it.each<[string, Given[], number | null]>([
    ['two around midnight', [call('2026-03-10T23:50'), call('2026-03-11T00:10')], 2],
    ['over the change of clocks', [call('2026-03-28T21:00'), call('2026-03-29T01:59'), call('2026-03-29T03:00')], 3],
    ['one in the evening, one the next evening', [call('2026-03-10T20:00'), call('2026-03-11T20:00')], null],
    ['one in the morning, one in the evening', [call('2026-03-10T07:59'), call('2026-03-10T18:00')], null],
    ['in the daytime', [call('2026-03-10T10:00'), call('2026-03-10T11:00')], null],
    ['known to the day only', [call('2026-03-10'), call('2026-03-10')], null],
    ['a pasted list of calls', [call('2026-03-10T22:00', 'contact', { contacts: 5 })], 5],
    ['his own call', [call('2026-03-10T22:00'), call('2026-03-10T23:00', 'contact', { actorId: HIM })], null],
    ['breaches she reported', [reported('2026-03-10T22:00'), reported('2026-03-11T03:00')], 2],
    ['breaches of the night, reported by day', [reported('2026-03-11T10:00'), reported('2026-03-11T11:00')], null],
    ['breaches reported after the instant', [reported('2026-03-31T22:00'), reported('2026-03-31T23:00')], null],
    ['a breach without a report', [call('2026-03-10T22:00'), breach('2026-03-10T23:00')], null],
    ['an incident by its log number', [call('2026-03-10T22:00'), incident('2026-03-10T23:00', { logNumber: '7' })], 2],
    [
      'an incident that the police learned of by day',
      [
        call('2026-03-10T22:00'),
        incident('2026-03-10T23:00', { logNumber: '7', policeKnew: whenAt('2026-03-11T12:00') }),
      ],
      null,
    ],
    ['alarms', [activation('2026-03-10T22:00', 'real'), activation('2026-03-10T23:00', null)], 2],
    [
      'alarms she did not mean',
      [call('2026-03-10T21:00'), activation('2026-03-10T22:00', 'unintended'), activation('2026-03-10T23:00', 'test')],
      null,
    ],
    [
      'one call that made three records',
      [call('2026-03-10T22:00', 'report', { logNumber: '7 001' }), reported('2026-03-10T22:04', { logNumber: '7001' })],
      null,
    ],
    [
      'an alarm and the breach it told of',
      [activation('2026-03-10T22:00', 'real'), reported('2026-03-10T22:10')],
      null,
    ],
    ['an alarm and a later call', [activation('2026-03-10T22:00', 'real'), reported('2026-03-10T22:11')], 2],
    ['a report and a breach of the same minute', [call('2026-03-10T22:00'), reported('2026-03-10T22:00')], null],
  ])('of several contacts: %s', (_, given, count) => {
    expect(flagOf('contacts_in_one_night', given, '2026-03-30T12:00')?.values.count ?? null).toBe(count);
  });
});

describe('what was learned later', () => {
  // Would catch: hindsight shown as if the police had known, or knowledge that had come by then marked as hindsight.
  it('is marked until the police knew', () => {
    const given: Given[] = [
      { kind: 'threat', at: '2026-03-01', values: { text: 'Har skaffet pistol', policeKnew: whenAt('2026-03-20') } },
    ];
    expect(flagOf('weapon', given, '2026-03-10T12:00')?.records[0]).toMatchObject({ hindsight: true, word: 'pistol' });
    expect(flagOf('weapon', given, '2026-03-20T12:00')?.records[0]?.hindsight).toBe(false);
  });

  // Would catch: what was written down at the time, about an unfinished month, lost for that month.
  it('counts a month at once where it was recorded by then', () => {
    const march = (enteredAt?: string): Given[] => [
      { kind: 'incident', at: '2026-03', ...(enteredAt ? { enteredAt } : {}), values: { text: 'Kveler henne' } },
    ];
    expect(flagOf('violence_to_neck', march(), '2026-03-31T23:00')).toBeUndefined();
    expect(flagOf('violence_to_neck', march(), '2026-04-01T00:01')).toMatchObject({ since: '2026-03', days: null });
    expect(flagOf('violence_to_neck', march('2026-03-15T12:00'), '2026-03-20T12:00')).toMatchObject({
      since: '2026-03',
    });
  });
});

describe('around her', () => {
  it('shows a withdrawal while nobody holds him', () => {
    const withdrawal: Given = { kind: 'withdrawal', at: '2026-03-10', values: { thing: 'report', nextContactAt: 0 } };
    expect(flagOf('withdrawn_at_liberty', [withdrawal], '2026-03-12T12:00')).toMatchObject({ days: 2 });
    const held: Given = { kind: 'remand', at: '2026-03-01', values: { personId: HIM } };
    expect(flagOf('withdrawn_at_liberty', [withdrawal, held], '2026-03-12T12:00')).toBeUndefined();
    const serving: Given = { kind: 'whereabouts', at: '2026-03-01', values: { personId: HIM, state: 'serving' } };
    expect(flagOf('withdrawn_at_liberty', [withdrawal, serving], '2026-03-12T12:00')).toBeUndefined();
    const measure: Given = { ...withdrawal, values: { thing: 'measure', nextContactAt: 0 } };
    expect(flagOf('withdrawn_at_liberty', [measure], '2026-03-12T12:00')).toBeUndefined();
  });

  // Would catch: a hearing told before anybody had entered it, or one that lies too far ahead.
  it('shows what lies ahead once it is recorded', () => {
    const hearing = (enteredAt: string): Given[] => [
      { kind: 'court_step', enteredAt, values: { step: 'main_hearing', scheduledAt: instant('2026-04-10T09:00') } },
    ];
    expect(flagOf('turning_point_near', hearing('2026-03-15T12:00'), '2026-03-20T12:00')).toMatchObject({
      variant: 'ahead',
      days: null,
      since: '2026-04-10T09:00',
    });
    expect(flagOf('turning_point_near', hearing('2026-03-25T12:00'), '2026-03-20T12:00')).toBeUndefined();
    expect(flagOf('turning_point_near', hearing('2026-03-01T12:00'), '2026-03-02T12:00')).toBeUndefined();
  });

  it('shows wanted until he is found', () => {
    const wanted: Given = { kind: 'whereabouts', at: '2026-03-10T12:00', values: { personId: HIM, state: 'wanted' } };
    expect(flagOf('wanted_not_found', [wanted], '2026-03-12T13:00')).toMatchObject({ days: 2 });
    const found: Given = { kind: 'arrest', at: '2026-03-11' };
    expect(flagOf('wanted_not_found', [wanted, found], '2026-03-12T13:00')).toBeUndefined();
  });

  // Would catch: he found because nobody knows where he is, or because another was; the second man forgotten.
  it.each<[string, Given, boolean]>([
    ['unknown', { kind: 'whereabouts', at: '2026-03-11', values: { personId: HIM, state: 'unknown' } }, true],
    ['in a cell', { kind: 'whereabouts', at: '2026-03-11', values: { personId: HIM, state: 'cell' } }, false],
    ['another in a cell', { kind: 'whereabouts', at: '2026-03-11', values: { personId: CHILD, state: 'cell' } }, true],
    ['an arrest of another', { kind: 'arrest', at: '2026-03-11', values: { personId: CHILD } }, true],
  ])('shows wanted where there is later: %s', (_, later, isShown) => {
    const wanted: Given = { kind: 'whereabouts', at: '2026-03-10T12:00', values: { personId: HIM, state: 'wanted' } };
    expect(flagOf('wanted_not_found', [wanted, later], '2026-03-12T13:00') !== undefined).toBe(isShown);
  });
});

// Would catch: what was refused or called off counted as help that she got.
it.each<[string, Given, boolean]>([
  ['an order', order({ decidedAt: instant('2026-03-11T10:00') }), false],
  ['a refused order', order({ stage: 'refused', decidedAt: instant('2026-03-11T10:00') }), true],
  ['a requested order', order({ stage: 'requested', fromAt: instant('2026-03-11T10:00') }), true],
  ...(['done', 'active', 'cancelled', 'not_possible', 'not_done'] as const).map((status): [string, Given, boolean] => [
    `a measure ${status}`,
    {
      kind: 'measure',
      values: { type: 'guarding', status, fromLocal: '2026-03-11T20:00', toLocal: '2026-03-12T07:00' },
    },
    status !== 'done' && status !== 'active',
  ]),
])('a report is followed by: %s', (_, given, isShown) => {
  const report: Given = { kind: 'report', at: '2026-03-10T12:00', values: { text: 'Anmelder' } };
  expect(flagOf('report_without_measure', [report, given], '2026-03-20T12:00') !== undefined).toBe(isShown);
});

describe('a report that was decided about', () => {
  const report = (values = {}, enteredAt?: string): Given => ({
    kind: 'report',
    at: '2026-03-10T12:00',
    ...(enteredAt ? { enteredAt } : {}),
    values: { text: 'Anmelder', ...values },
  });
  const status = (is: string, at: string, personId = HIM): Given => ({
    kind: 'procedural_status',
    values: { personId, status: is, since: whenAt(at) },
  });
  const decided = (type: string, at: string, values = {}): Given => ({
    kind: 'decision',
    values: { type, text: 'Beslutning', decidedAt: instant(at), ...values },
  });

  // Would catch: a charge or a dismissal that is recorded, and flags that say none is.
  it.each<[string, Given[], boolean]>([
    ['only reported', [report({ status: 'reported' }, '2026-03-10T13:00')], true],
    ['assessed', [report({ status: 'assessed' }, '2026-03-10T13:00')], true],
    ...['charged', 'decided', 'dismissed', 'not_a_breach'].map((is): [string, Given[], boolean] => [
      `of status ${is}`,
      [report({ status: is }, '2026-03-10T13:00')],
      false,
    ]),
    ['dismissed, entered after the instant', [report({ status: 'dismissed' })], true],
    ...['charged', 'indicted', 'convicted', 'acquitted', 'dismissed'].map((is): [string, Given[], boolean] => [
      `he ${is}`,
      [report(), status(is, '2026-03-12')],
      false,
    ]),
    ['he a suspect', [report(), status('suspect', '2026-03-12')], true],
    ['he charged before it', [report(), status('charged', '2026-03-09')], true],
    ['he charged on its day', [report(), status('charged', '2026-03-10')], false],
    ['he charged later than is asked', [report(), status('charged', '2026-05-02')], true],
    ['she charged', [report(), status('charged', '2026-03-12', HER)], true],
    ['charge decided', [report(), decided('charge', '2026-03-12T09:00')], false],
    ['dismissal decided', [report(), decided('dismissal', '2026-03-12T09:00')], false],
    ['charge decided before it', [report(), decided('charge', '2026-03-10T11:00')], true],
    [
      'dismissal decided before it, from a day after it',
      [report(), decided('dismissal', '2026-03-10T11:00', { fromAt: instant('2026-03-20T00:00') })],
      true,
    ],
    ['a measure decided', [report(), decided('measure', '2026-03-12T09:00')], true],
  ])('%s', (_, given, isShown) => {
    const rules = flagsAt(given, '2026-05-01T12:00').map(({ rule }) => rule);
    expect(rules.includes('complaint_unanswered')).toBe(isShown);
    expect(rules.includes('charge_waiting')).toBe(isShown);
  });

  // Would catch: one charge counted twice where it is entered as a decision and as what he is.
  it('waits for a hearing once a charge', () => {
    const given = [decided('charge', '2026-03-12T09:00'), status('charged', '2026-03-12')];
    const charged: Given = { kind: 'court_step', at: '2026-03-12', values: { step: 'charge' } };
    for (const all of [given, [...given, charged]]) {
      expect(flagOf('hearing_waiting', all, '2026-05-01T12:00')).toMatchObject({ values: { count: 1 }, total: 1 });
    }
    expect(
      flagOf('hearing_waiting', [...given, status('acquitted', '2026-04-20')], '2026-05-01T12:00'),
    ).toBeUndefined();
  });
});

// Would catch: the answer "none" to what a breach is asked about, told as a weapon.
it.each([
  ['Ingen', false],
  ['ukjent', false],
  ['Øks', true],
])('a weapon «%s» is one: %s', (weapon, isShown) => {
  expect(flagOf('weapon', [breach('2026-03-10', { weapon })], '2026-03-12T12:00') !== undefined).toBe(isShown);
});

// Would catch: a case without a record that is told to be anything at all.
it('says nothing of a case in which nothing is recorded', () => {
  expect(flagsAt([], '2026-03-12T12:00')).toEqual([]);
  expect(new Set(RULE_IDS).size).toBe(RULE_IDS.length);
});

describe('an interview', () => {
  const report: Given = { kind: 'report', at: '2026-03-01', values: { text: 'Anmelder vold' } };
  const step = (enteredAt: string, values: Record<string, unknown>): Given => ({
    kind: 'investigation_step',
    enteredAt,
    values: { text: 'Avhør av fornærmede', templateKey: 'statement_her', ...values },
  });
  const found = (given: readonly Given[], at = '2026-03-10T12:00') => flagOf('interview_waiting', given, at);

  // Would catch: a plan that is read as an interview, one that was held and is still asked for, the interview of somebody
  // else, and a step that is read before it was written or done.
  it.each<[string, Given[], string | null]>([
    ['a report alone', [report], 'none'],
    ['a step of the plan', [report, step('2026-03-02T08:00', {})], 'planned'],
    [
      'a step of a plan of its own',
      [report, step('2026-03-02T08:00', { templateKey: 'strl_282.statement_her' })],
      'planned',
    ],
    [
      'a step in words',
      [report, step('2026-03-02T08:00', { templateKey: null, text: 'Avhøre henne på nytt' })],
      'planned',
    ],
    ['of him', [report, step('2026-03-02T08:00', { templateKey: 'statement_his' })], 'none'],
    ['of a witness in words', [report, step('2026-03-02T08:00', { templateKey: null, text: 'Avhør av nabo' })], 'none'],
    ['a step written later', [report, step('2026-03-11T08:00', {})], 'none'],
    ['not relevant', [report, step('2026-03-02T08:00', { notRelevant: 'Alt avhørt' })], 'none'],
    ['done', [report, step('2026-03-02T08:00', { doneAt: instant('2026-03-04T10:00') })], null],
    [
      'done after the day that is asked',
      [report, step('2026-03-02T08:00', { doneAt: instant('2026-03-11T10:00') })],
      'planned',
    ],
    ['done before the report', [report, step('2026-02-02T08:00', { doneAt: instant('2026-02-04T10:00') })], 'none'],
    ['planned and overdue without a report', [step('2026-03-09T08:00', { dueAt: instant('2026-03-10T12:00') })], 'due'],
    ['planned and not yet due', [step('2026-03-01T08:00', { dueAt: instant('2026-03-10T12:01') })], null],
    ['planned without a date for two days', [step('2026-03-08T08:00', {})], null],
    ['planned without a date for three days', [step('2026-03-07T08:00', {})], 'only_planned'],
  ])('that waits or not: %s', (_, given, variant) => {
    expect(found(given)?.variant ?? null).toBe(variant);
  });

  // Would catch: a child's interview that is not asked for, or whose hour a flag gives away.
  it('of a child is asked for until it is held, and nobody reads when it is to be', () => {
    const child = (values: Record<string, unknown>): Given => ({
      kind: 'child_interview',
      enteredAt: '2026-03-01T08:00',
      values: { personId: CHILD, clockStartAt: instant('2026-03-01T09:00'), ...values },
    });
    const asked = (values: Record<string, unknown>, at: string) => flagOf('facilitated_waiting', [child(values)], at);
    const scheduledAt = instant('2026-03-09T10:00');
    expect(asked({ scheduledAt }, '2026-03-08T08:59')).toBeUndefined();
    const flag = asked({ scheduledAt }, '2026-03-08T09:00');
    expect(flag).toMatchObject({ since: '2026-03-01T09:00', days: 7, total: 1 });
    expect(JSON.stringify(flag)).not.toContain(String(scheduledAt));
    // That its hour lies ahead is no turn of the case either.
    expect(flagOf('turning_point_near', [child({ scheduledAt })], '2026-03-08T09:00')).toBeUndefined();
    const heldAt = instant('2026-03-09T11:00');
    expect(asked({ heldAt }, '2026-03-09T10:59')).toBeDefined();
    expect(asked({ heldAt }, '2026-03-09T11:00')).toBeUndefined();
  });
});
