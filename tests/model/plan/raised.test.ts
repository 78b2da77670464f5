import { describe, expect, it } from 'vitest';
import type { RecordId } from '#model/ids.ts';
import { type Values, withNulls } from '#model/kinds.ts';
import type { KnownDate } from '#model/plan/dates/types.ts';
import { type LinkedNeed, type RaisedQuestion, raisedOf } from '#model/plan/raised.ts';
import { type When, whenAtMinute, whenOf } from '#model/when.ts';
import { need, oslo } from './plan.ts';
import { OSLO } from './series.ts';

const id = (text: string) => text as RecordId;
const NOW = oslo('2026-03-28T12:00');
const minute = (local: string) => whenAtMinute(oslo(local), OSLO);
const END = minute('2026-04-03T00:00');
const known = (date: When, more: Partial<KnownDate> = {}): KnownDate => ({
  type: 'order_expiry',
  reason: 'order_ends',
  sourceId: id('order'),
  date,
  endsAt: null,
  personIds: [id('her'), id('child')],
  ...more,
});
const risk = (name: string, given: Record<string, unknown>) => ({
  id: id(name),
  values: withNulls('calendar_risk', { type: 'order_expiry', ...given }) as unknown as Values<'calendar_risk'>,
});
const linked = (riskId: string, given: Partial<LinkedNeed> = {}): LinkedNeed => ({
  id: id(`need-${riskId}`),
  riskId: id(riskId),
  personId: id('her'),
  status: 'active',
  raisedBy: 'calendar_risk',
  startsAt: END.fromAt,
  endsAt: oslo('2026-04-06T00:00'),
  ...given,
});
const GUARD = { protectionLevel: 'guard', headcount: 2, hoursAfter: 72 };
const ask = (dates: readonly KnownDate[], more: Partial<RaisedQuestion> = {}) =>
  raisedOf({
    known: { dates, gone: new Map(), follows: new Map() },
    risks: [],
    linked: [],
    needs: [],
    hers: [id('her'), id('child')],
    zone: OSLO,
    nowAt: NOW,
    window: { fromAt: oslo('2026-03-01T00:00'), toAt: oslo('2026-06-01T00:00') },
    ...more,
  });
const states = (...given: Parameters<typeof ask>) => ask(...given).map(({ state, riskId }) => `${state} ${riskId}`);

describe('a date the book knows', () => {
  // Would catch: a policy that nobody wrote, prefilled as if somebody had.
  it('asks for what the contingency of the case says, and for nothing where there is none', () => {
    expect(ask([known(END)])).toMatchObject([
      { state: 'suggested', level: null, headcount: null, personIds: ['her', 'child'], hasEnd: false },
    ]);
    const plan = risk('plan', { ...GUARD, text: 'To på vakt', hoursBefore: 2 });
    expect(ask([known(END)], { risks: [plan] })).toMatchObject([
      {
        state: 'suggested',
        level: 'guard',
        headcount: 2,
        text: 'To på vakt',
        fromAt: oslo('2026-04-02T22:00'),
        toAt: oslo('2026-04-06T00:00'),
      },
    ]);
    expect(ask([known(END)], { risks: [risk('plan', { ...GUARD, type: 'release' })] })[0]?.level).toBeNull();
  });

  it.each([
    ['over', minute('2026-03-20T00:00'), []],
    ['of a day', whenOf('2026-04-03', '', 'day', OSLO), ['suggested null']],
    ['after a day', { ...END, qualifier: 'after' as const }, []],
    ['before a day', { ...END, qualifier: 'before' as const }, []],
    ['about a day', { ...END, qualifier: 'about' as const }, ['suggested null']],
  ])('that is %s', (_, date, expected) => expect(states([known(date as When)])).toEqual(expected));

  it('for nobody is none', () => expect(states([known(END, { personIds: [] })])).toEqual([]));

  it('for which all is planned is met', () => {
    const both = ['her', 'child'].map((personId) =>
      need('2026-04-01T00:00', '2026-04-08T00:00', { personId, headcount: 2 }),
    );
    expect(states([known(END)], { risks: [risk('plan', GUARD)], needs: both })).toEqual(['met null']);
    expect(states([known(END)], { risks: [risk('plan', GUARD)], needs: both.slice(1) })).toEqual(['suggested null']);
  });

  // Would catch: a second need beside the one the release itself has raised.
  it('of a release that was told has its needs already', () => {
    const out = known(minute('2026-03-29T05:00'), { type: 'release', reason: 'release', sourceId: id('where') });
    const risks = [risk('plan', { type: 'release' })];
    const told = linked('plan', { raisedBy: 'contingency', startsAt: oslo('2026-03-29T05:00') });
    const before = { ...told, startsAt: oslo('2026-03-20T05:00') };
    expect(states([out], { risks })).toEqual(['suggested null']);
    expect(states([out], { risks, linked: [told] })).toEqual([]);
    expect(states([out], { risks, linked: [before] })).toEqual([]);
    expect(states([out], { risks, linked: [{ ...before, endsAt: out.date.fromAt }] })).toEqual(['suggested null']);
  });
});

describe('a written date', () => {
  // Would catch: one date told twice, once as written and once as known; a typed date of another day that hides it.
  it.each([
    ['of the day before midnight', { date: whenOf('2026-04-02', '', 'day', OSLO), ...GUARD }, ['missing r']],
    ['of the day itself', { date: whenOf('2026-04-03', '', 'day', OSLO), ...GUARD }, ['missing r']],
    ['of another day', { date: whenOf('2026-04-05', '', 'day', OSLO), ...GUARD }, ['suggested null', 'missing r']],
    ['of another type', { date: END, ...GUARD, type: 'court_date' }, ['missing r', 'suggested null']],
    ['without a level', { date: END }, ['suggested r']],
    ['known as after', { date: { ...END, qualifier: 'after' }, ...GUARD }, ['suggested null']],
  ])('%s', (_, given, expected) => expect(states([known(END)], { risks: [risk('r', given)] })).toEqual(expected));

  // Would catch: her no, or the end somebody gave a need, asked about again for ever.
  it('asks nothing more for whom its need was declined or ended', () => {
    const risks = [risk('r', { date: END, ...GUARD })];
    expect(states([], { risks, linked: [linked('r', { status: 'declined' })] })).toEqual(['met r']);
    expect(states([], { risks, linked: [linked('r', { status: 'ended' })] })).toEqual(['met r']);
    expect(states([], { risks, linked: [linked('r')] })).toEqual(['missing r']);
  });

  it('is for those its needs are for, else for all', () => {
    const risks = [risk('r', { date: END, ...GUARD })];
    expect(ask([], { risks })[0]?.personIds).toEqual(['her', 'child']);
    expect(ask([], { risks, linked: [linked('r')] })[0]?.personIds).toEqual(['her']);
  });
});

describe('a date that moved', () => {
  const from = (given: Record<string, unknown> = {}) => [
    risk('r', { date: END, recordId: 'order', ...GUARD, ...given }),
  ];
  const later = known(minute('2026-04-10T00:00'));

  it('takes its needs along, and has another key', () => {
    expect(states([known(END)], { risks: from(), linked: [linked('r')] })).toEqual(['missing r']);
    const [moved] = ask([later], { risks: from(), linked: [linked('r')] });
    expect(moved).toMatchObject({ state: 'moved', needIds: ['need-r'], date: later.date, movedFrom: END });
    const [again] = ask([known(minute('2026-04-12T00:00'))], { risks: from(), linked: [linked('r')] });
    expect(again?.key).not.toBe(moved?.key);
  });

  // Would catch: a move that is missed because the order has been renewed, or a date written by the day called moved.
  it('is the one of what has followed its record', () => {
    const renewed = { ...later, sourceId: id('new') };
    const question = { risks: from(), linked: [linked('r')] };
    const follows = new Map([[id('order'), id('new')]]);
    const gone = new Map([[id('order'), 'replaced' as const]]);
    expect(ask([], { ...question, known: { dates: [renewed], gone, follows } })).toMatchObject([
      { state: 'moved', sourceId: 'new' },
    ]);
    const byDay = from({ date: whenOf('2026-04-10', '', 'day', OSLO) });
    expect(states([later], { ...question, risks: byDay })).toEqual(['missing r']);
  });

  it('is a new suggestion where nothing was planned, or what was is over', () => {
    expect(states([later], { risks: from() })).toEqual(['suggested r']);
    const over = linked('r', { endsAt: oslo('2026-03-27T00:00') });
    expect(states([later], { risks: from(), linked: [over] })).toEqual(['suggested null']);
  });

  it.each([
    ['struck', undefined, 'struck'],
    ['lifted', 'lifted', 'lifted'],
    ['held', 'held', 'held'],
  ] as const)('to nowhere says why: %s', (_, why, gone) => {
    const known_ = { dates: [], gone: new Map(why ? [[id('order'), why]] : []), follows: new Map() };
    const question = { risks: from(), known: known_ };
    expect(ask([], { ...question, linked: [linked('r')] })).toMatchObject([
      { state: 'ended', gone, needIds: ['need-r'], fromAt: END.fromAt, toAt: oslo('2026-04-06T00:00') },
    ]);
    expect(ask([], question)).toEqual([]);
    expect(ask([], { ...question, linked: [linked('r', { status: 'ended' })] })).toEqual([]);
  });
});
