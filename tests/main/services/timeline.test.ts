import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Tx } from '#db/book.ts';
import { recordHandlers as record } from '#main/services/record.ts';
import { timelineHandlers } from '#main/services/timeline.ts';
import type { RecordId } from '#model/ids.ts';
import { type AnyRecord, KIND_NAMES, KINDS, type Kind, kindOf } from '#model/kinds.ts';
import { instantOfLocal } from '#model/time.ts';
import { whenAtMinute, whenOf } from '#model/when.ts';
import { filledValues } from '#tests/helpers/canary-values.ts';
import { openTestContext, type TestContext } from '#tests/helpers/context.ts';
import fc from '#tests/helpers/property.ts';

const ZONE = 'Europe/Oslo';
const MINUTE_MS = 60_000;
let test: TestContext;
let caseId: RecordId;
beforeEach(async () => {
  test = await openTestContext();
  caseId = await newCase('Lind');
});
afterEach(() => test.remove());

const newCase = async (name: string) =>
  (
    await test.book.command('test', (tx) =>
      tx.insert('case', { name, marking: 'fortrolig', status: 'open', zone: ZONE }),
    )
  ).value.id;
const list = (page: Partial<Parameters<(typeof timelineHandlers)['timeline.list']>[1]> = {}, id = caseId) =>
  timelineHandlers['timeline.list'](test.context, { caseId: id, offset: 0, limit: 100_000, ...page });
const at = (local: string) => instantOfLocal(local, ZONE);

describe('the timeline of a case in figures', () => {
  // Would catch: what happened just after midnight counted on the day before, a struck record counted, a case that ends
  // before its last term does.
  it('counts what happened by days of the zone, and tells breaches and orders apart', async () => {
    const add = (tx: Tx, kind: 'threat' | 'incident' | 'note' | 'breach', local: string) =>
      tx.insert(kind, { text: 'x', happened: whenAtMinute(at(local) ?? 0, ZONE) }, { caseId });
    await test.book.command('test', async (tx) => {
      await add(tx, 'threat', '2026-03-28T23:59');
      await add(tx, 'threat', '2026-03-29T00:30');
      await add(tx, 'note', '2026-03-29T23:30');
      await add(tx, 'breach', '2026-03-29T12:00');
      await add(tx, 'breach', '2026-03-29T13:00');
      const struck = await add(tx, 'threat', '2026-03-29T15:00');
      await tx.remove(struck.id, 'x');
      const fromAt = at('2026-03-01T00:00') ?? 0;
      await tx.insert('order', { fromAt, toAt: at('2027-03-01T00:00') }, { caseId });
    });
    const whole = await timelineHandlers['timeline.whole'](test.context, { caseId });
    expect(whole.counts).toEqual([
      { at: at('2026-03-28T00:00'), threats: 1, others: 0 },
      { at: at('2026-03-29T00:00'), threats: 1, others: 1 },
    ]);
    expect(whole.total).toBe((await list()).total);
    expect(whole.blocks.map(({ kind }) => kind)).toEqual(['order', 'breach']);
    expect(whole.extent?.toAt).toBe(at('2027-03-01T00:00'));
  });

  it('of a case without anything in time says so', async () => {
    expect(await timelineHandlers['timeline.whole'](test.context, { caseId })).toEqual({
      total: 0,
      extent: null,
      counts: [],
      blocks: [],
    });
  });
});

describe('the timeline of a case', () => {
  // Would catch: two events of one minute told in another order than their source tells them, or a page that skips one.
  it('is in the order of time, then of the story, then of entry, whatever the page', async () => {
    const fact = fc.record({
      kind: fc.constantFrom('threat' as const, 'note' as const, 'measure' as const, 'person' as const),
      minute: fc.option(fc.integer({ min: 0, max: 3 }), { nil: null }),
      storyOrder: fc.integer({ min: 0, max: 2 }),
      isStruck: fc.boolean(),
      isOfOther: fc.integer({ min: 0, max: 5 }).map((number) => number === 0),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(fact, { maxLength: 25 }), fc.integer({ min: 1, max: 7 }), async (facts, limit) => {
        const [own, other] = [await newCase('Denne'), await newCase('Annen')];
        const expected: { id: RecordId; minute: number; storyOrder: number; rank: number }[] = [];
        await test.book.command('test', async (tx) => {
          for (const [rank, { kind, minute, storyOrder, isStruck, isOfOther }] of facts.entries()) {
            const happened = minute === null ? null : whenAtMinute(minute * MINUTE_MS, ZONE);
            const plain = { text: String(rank), happened };
            const header = { caseId: isOfOther ? other : own, storyOrder };
            const { id }: AnyRecord =
              kind === 'person'
                ? await tx.insert('person', { name: 'x' })
                : kind === 'measure'
                  ? await tx.insert('measure', { ...plain, type: 'guarding', status: 'done' }, header)
                  : await tx.insert(kind, plain, header);
            if (isStruck) await tx.remove(id, 'x');
            else if (minute !== null && !isOfOther && kind !== 'person')
              expected.push({ id, minute, storyOrder, rank });
          }
        });
        const order = expected
          .sort((a, b) => a.minute - b.minute || a.storyOrder - b.storyOrder || a.rank - b.rank)
          .map(({ id }) => id);
        const whole = await list({}, own);
        expect(whole.total).toBe(order.length);
        expect(whole.entries.map(({ id }) => id)).toEqual(order);
        const paged: RecordId[] = [];
        for (let offset = 0; offset <= order.length; offset += limit) {
          const page = await list({ offset, limit }, own);
          expect(page.total).toBe(order.length);
          paged.push(...page.entries.map(({ id }) => id));
        }
        expect(paged).toEqual(order);
      }),
      { numRuns: 40 },
    );
  });

  // Would catch: an overview that is sent the whole case; what began before the window or has no end left out of it;
  // what only touches its edge told with it.
  it('gives the part that reaches into a time, of some kinds', async () => {
    const make = async (kind: Kind, from: string, to: string | null) => {
      const plan = { type: 'guarding', status: 'planned', fromLocal: from, toLocal: to };
      const values = kind === 'measure' ? plan : { happened: whenOf(from.slice(0, 10), '', 'day', ZONE), text: 'x' };
      return (await record['record.create'](test.context, { kind, caseId, values })).id;
    };
    await make('measure', '2026-03-01T08:00', '2026-03-02T08:00');
    const open = await make('measure', '2026-03-01T09:00', null);
    const into = await make('measure', '2026-03-01T10:00', '2026-03-02T08:01');
    const last = await make('measure', '2026-03-03T07:59', '2026-03-09T08:00');
    await make('measure', '2026-03-03T08:00', '2026-03-09T08:00');
    const threat = await make('threat', '2026-03-02T00:00', null);
    const within = { fromAt: at('2026-03-02T08:00') ?? 0, toAt: at('2026-03-03T08:00') ?? 0 };
    const ids = async (kinds?: Kind[]) => {
      const { total, entries } = await list({ within, kinds });
      expect(total).toBe(entries.length);
      return entries.map(({ id }) => id);
    };
    expect(await ids(['measure'])).toEqual([open, into, last]);
    expect(await ids()).toEqual([open, into, threat, last]);
    expect(await ids(['person'])).toEqual([]);
  });

  // Would catch: a kind with a lane that never comes to lie on it, or one without that does.
  it('holds every kind that has a lane and a time, and no other', async () => {
    const ids = new Map<string, RecordId>([['case', caseId]]);
    const refOf = (kind: string) => ids.get(kind === '*' ? 'threat' : kind) ?? null;
    for (const kind of KIND_NAMES.filter((name) => name !== 'case')) {
      const values = filledValues(kind, (field) => field, refOf);
      const of = kindOf(kind).scope === 'case' ? caseId : null;
      const insert = (tx: Tx) => tx.insert(kind, values as never, { caseId: of });
      ids.set(kind, (await test.book.command('insert', insert)).value.id);
    }
    const { entries } = await list();
    expect(entries.map(({ kind }) => kind).sort()).toEqual(KIND_NAMES.filter((kind) => kindOf(kind).lane).sort());
    for (const { kind, tone } of entries) if (kind !== 'measure') expect(tone).toBe(kindOf(kind).lane?.({} as never));
  });
});

describe('a measure on the timeline', () => {
  const create = async (values: Record<string, unknown>, kind: Kind = 'measure') =>
    record['record.create'](test.context, { kind, caseId, values });
  const first = async () => (await list()).entries[0];

  // Would catch: patrol drawn on guarding's lane.
  it('lies on the lane of its type', async () => {
    const happened = whenOf('2026-03-28', '', 'day', ZONE);
    for (const type of KINDS.measure.fields.type.options) await create({ type, status: 'done', happened });
    expect((await list()).entries.map(({ tone }) => tone)).toEqual(['shield', 'guard', 'patrol', 'transport', 'note']);
  });

  // Would catch: a plan that cannot be moved because its wall clock is not told; a fact that can because one is made up.
  it('tells its plan by wall clock, and none where it is a fact', async () => {
    const plan = { fromLocal: '2026-03-28T21:00', toLocal: '2026-03-29T07:00' };
    const { id } = await create({ type: 'guarding', status: 'planned', text: 'Natt', ...plan });
    // Over the clock change: nine hours, from 21 to 07.
    expect(await first()).toEqual({
      id,
      kind: 'measure',
      tone: 'guard',
      title: 'Natt',
      titleEn: null,
      startsAt: at('2026-03-28T21:00'),
      endsAt: (at('2026-03-28T21:00') ?? 0) + 9 * 60 * MINUTE_MS,
      precision: 'minute',
      qualifier: null,
      storyOrder: 0,
      plan,
      status: 'planned',
      recurs: false,
      occurrence: null,
      orderEnd: null,
    });
    // Before it begins: what has begun is frozen.
    const before = { ...test.context, now: () => at('2026-03-28T20:00') ?? 0 };
    await record['record.update'](before, { id, patch: { toLocal: null, type: 'patrol', status: 'active' } });
    expect(await first()).toMatchObject({
      tone: 'patrol',
      status: 'active',
      endsAt: null,
      plan: { fromLocal: plan.fromLocal, toLocal: null },
    });
    const happened = whenOf('2026-03-01', '', 'day', ZONE);
    await create({ type: 'guarding', status: 'done', happened });
    expect(await first()).toMatchObject({ plan: null, precision: 'day', status: 'done' });
    await create({ happened: whenOf('2026-02', '', 'month', ZONE), text: 'Trusler', textEn: 'Threats' }, 'threat');
    expect(await first()).toMatchObject({ plan: null, status: null, precision: 'month', titleEn: 'Threats' });
  });

  // Would catch: a series drawn as one bar without an end; a night moved or called off shown where it was.
  it('tells a series in a window by its occurrences, each as it is', async () => {
    const plan = { fromLocal: '2026-03-27T21:00', toLocal: '2026-03-28T07:00', recurrence: 'FREQ=DAILY' };
    const { id } = await create({ type: 'guarding', status: 'planned', ...plan });
    await test.book.command('test', async (tx) => {
      const moved = { fromLocal: '2026-03-28T22:00', toLocal: '2026-03-29T07:00' };
      await tx.insert('occurrence', { seriesId: id, originalLocal: '2026-03-28T21:00', ...moved }, { caseId });
      const off = { originalLocal: '2026-03-29T21:00', status: 'cancelled', statusReason: 'Syk' } as const;
      await tx.insert('occurrence', { seriesId: id, ...off }, { caseId });
    });
    // Without a window it has no end, and cannot be moved as one.
    expect(await first()).toMatchObject({ id, plan: null, endsAt: null, recurs: true, occurrence: null });
    const within = { fromAt: at('2026-03-28T12:00') ?? 0, toAt: at('2026-03-31T12:00') ?? 0 };
    const { entries } = await list({ within });
    expect(entries.map((one) => [one.occurrence, one.plan?.fromLocal, one.status])).toEqual([
      ['2026-03-28T21:00', '2026-03-28T22:00', 'planned'],
      ['2026-03-29T21:00', '2026-03-29T21:00', 'cancelled'],
      ['2026-03-30T21:00', '2026-03-30T21:00', 'planned'],
    ]);
  });

  // Would catch: a night of 21 to 07 that becomes 22 to 08 when the case's zone is set right.
  it('keeps its wall clock when the zone of the case changes', async () => {
    await create({ type: 'guarding', status: 'planned', fromLocal: '2026-06-01T21:00', toLocal: '2026-06-02T07:00' });
    await record['record.update'](test.context, { id: caseId, patch: { zone: 'Atlantic/Reykjavik' } });
    expect(await first()).toMatchObject({
      startsAt: Date.parse('2026-06-01T21:00:00Z'),
      plan: { fromLocal: '2026-06-01T21:00', toLocal: '2026-06-02T07:00' },
    });
  });
});
