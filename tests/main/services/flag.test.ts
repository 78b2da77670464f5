import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { flagRoutes } from '#contract/flag.ts';
import { flagHandlers as flag } from '#main/services/flag.ts';
import { patternHandlers } from '#main/services/pattern.ts';
import { recordHandlers as record } from '#main/services/record.ts';
import { RULE_IDS } from '#model/flags/table.ts';
import { newRecordId, type RecordId } from '#model/ids.ts';
import { type Kind, kindOf } from '#model/kinds.ts';
import { whenOf } from '#model/when.ts';
import { openTestContext, type TestContext } from '#tests/helpers/context.ts';

const ZONE = 'Europe/Oslo';
const DAY_MS = 86_400_000;
let test: TestContext;
let caseId: RecordId;
/** What the handlers take for now; the book's own clock stands still until it is moved. */
let nowAt = 0;

beforeEach(async () => {
  test = await openTestContext();
  nowAt = Date.UTC(2026, 2, 14, 20);
  Object.assign(test.context, { now: () => nowAt });
  caseId = await create('case', { name: 'Lind', marking: 'fortrolig', status: 'open', zone: ZONE });
});
afterEach(() => test.remove());

async function create(kind: Kind, values: Record<string, unknown>): Promise<RecordId> {
  const of = kindOf(kind).scope === 'case' ? caseId : null;
  return (await record['record.create'](test.context, { kind, caseId: of, values })).id;
}
const pass = (days: number) => {
  nowAt += days * DAY_MS;
  test.advance(days * DAY_MS);
};
const day = (date: string) => whenOf(date, '', 'day', ZONE);
const list = (at: number | null = null) => flag['flag.list'](test.context, { caseId, at });
const one = async (rule: string, at: number | null = null) =>
  (await list(at)).flags.find((found) => found.rule === rule);
const aside = (rule: 'breach_not_answered' | 'assessment_missing' = 'breach_not_answered', days = 14) =>
  flag['flag.set_aside'](test.context, {
    caseId,
    rule,
    reason: 'Pågripelse er vurdert av jurist',
    lookAgainAt: nowAt + days * DAY_MS,
  });

describe('flags of a case', () => {
  beforeEach(async () => {
    await create('breach', { text: 'Sto utenfor', happened: day('2026-03-10') });
  });

  // Would catch: a flag that stays away for good, or one that comes back although nothing is new.
  it('come back on their date and not before', async () => {
    expect(await one('breach_not_answered')).toMatchObject({ state: 'open', days: 4, total: 1, isFirst: true });
    pass(1);
    await aside();
    expect(await one('breach_not_answered')).toMatchObject({
      state: 'set_aside',
      isFirst: false,
      review: { decision: 'set_aside', reason: 'Pågripelse er vurdert av jurist', by: 'Test Person' },
    });
    pass(13);
    expect((await one('breach_not_answered'))?.state).toBe('set_aside');
    pass(1);
    expect(await one('breach_not_answered')).toMatchObject({ state: 'returned', returned: 'date', isFirst: true });
  });

  // Would catch: a rule whose figures Settings does not tell, or that counts what was taken back.
  it('are counted by rule for the whole book', async () => {
    const counts = async () =>
      (await flag['flag.rules'](test.context, {})).rules.find(({ rule }) => rule === 'breach_not_answered');
    expect((await flag['flag.rules'](test.context, {})).rules).toHaveLength(RULE_IDS.length);
    expect(await counts()).toMatchObject({ counts: { shown: 0, actedOn: 0, setAside: 0 } });
    await flag['flag.shown'](test.context, { caseId, rules: ['breach_not_answered'] });
    await aside();
    expect(await counts()).toMatchObject({ counts: { shown: 1, actedOn: 0, setAside: 1 } });
    await test.book.undo();
    expect(await counts()).toMatchObject({ counts: { shown: 1, actedOn: 0, setAside: 0 } });
  });

  // Would catch: a second breach hidden behind the first one that was set aside.
  it('come back with a new record, or one that was changed', async () => {
    pass(1);
    await aside();
    pass(1);
    await create('note', { text: 'Ikke om bruddet', happened: day('2026-03-15') });
    expect((await one('breach_not_answered'))?.state).toBe('set_aside');
    const id = await create('breach', { text: 'Ringte', happened: day('2026-03-15') });
    expect(await one('breach_not_answered')).toMatchObject({ state: 'returned', returned: 'record', total: 2 });
    await aside();
    expect((await one('breach_not_answered'))?.state).toBe('set_aside');
    pass(1);
    await record['record.update'](test.context, { id, patch: { text: 'Ringte elleve ganger' } });
    expect((await one('breach_not_answered'))?.returned).toBe('record');
  });

  // Would catch: yesterday's page that shows what was decided today.
  it('are told as they were known at an instant, with what had been done by then', async () => {
    pass(1);
    await aside();
    expect((await one('breach_not_answered', nowAt - 1))?.state).toBe('open');
    expect(await one('breach_not_answered', Date.UTC(2026, 2, 9))).toBeUndefined();
  });

  // Would catch: a flag put away without a step that can be taken back.
  it('are set aside in one step that can be undone', async () => {
    pass(1);
    await aside();
    await test.book.undo();
    expect((await one('breach_not_answered'))?.state).toBe('open');
  });

  // Would catch: more flags at first sight than a person reads, or a whole cause left out of it.
  it('are five at first sight at most, each cause by its first', async () => {
    await create('threat', { text: 'Truer med å drepe henne med kniv foran barna', happened: day('2026-03-11') });
    await create('report', { text: 'Anmelder', happened: day('2026-03-01') });
    const { flags } = await list();
    const first = flags.filter(({ isFirst }) => isFirst);
    expect(flags.length).toBeGreaterThan(5);
    expect(first).toHaveLength(5);
    expect(new Set(first.map(({ cause }) => cause)).size).toBe(5);
  });

  // Would catch: a rule that nobody can tell whether it is of use.
  it('count by rule what was shown, acted on and set aside, in all cases', async () => {
    const shown = (rules: 'breach_not_answered'[]) => flag['flag.shown'](test.context, { caseId, rules });
    const before = await test.book.checkpoint();
    await shown(['breach_not_answered']);
    await shown(['breach_not_answered']);
    // Looking changes nothing that the log keeps.
    expect(await test.book.checkpoint()).toEqual(before);
    pass(1);
    await aside();
    await shown(['breach_not_answered']);
    await flag['flag.act'](test.context, {
      caseId,
      rule: 'breach_not_answered',
      reason: 'Pågrepet',
      lookAgainAt: nowAt + DAY_MS,
    });
    expect((await one('breach_not_answered'))?.counts).toEqual({ shown: 2, actedOn: 1, setAside: 1 });
  });

  // Would catch: a date in the past, which would put a flag away and bring it back at once.
  it('refuse a date that has passed, an unknown rule and a case that is not there', async () => {
    await expect(aside('breach_not_answered', 0)).rejects.toMatchObject({ code: 'INVALID_VALUES' });
    const input = { caseId, rule: 'no_such_rule', reason: 'x', lookAgainAt: nowAt + 1 };
    expect(flagRoutes['flag.set_aside'].input.safeParse(input).success).toBe(false);
    expect(flagRoutes['flag.set_aside'].input.safeParse({ ...input, rule: 'silence', reason: ' ' }).success).toBe(
      false,
    );
    await expect(flag['flag.list'](test.context, { caseId: newRecordId(), at: null })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});

describe('the pattern of a case', () => {
  it('is shown for as many weeks back as are asked for', async () => {
    await create('contact', { text: 'Ringte', happened: day('2026-01-10'), sender: 'confirmed', channels: ['call'] });
    await create('contact', { text: 'Ringte', happened: day('2026-03-10'), sender: 'confirmed', channels: ['call'] });
    const view = (weeks: number | null) =>
      patternHandlers['pattern.view'](test.context, { caseId, at: null, channel: null, weeks });
    expect((await view(null)).pattern.episodes).toBe(2);
    expect((await view(4)).pattern.episodes).toBe(1);
  });
});
