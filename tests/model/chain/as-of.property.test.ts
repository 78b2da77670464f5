import { expect, it } from 'vitest';
import { factsAsOf } from '#model/chain/as-of.ts';
import { chainsOf } from '#model/chain/chain.ts';
import type { ChainFacts } from '#model/chain/facts.ts';
import { contradictionsOf } from '#model/contradictions.ts';
import type { CaseRecord } from '#model/flags/records.ts';
import { funnelOf } from '#model/funnel.ts';
import type { RecordId } from '#model/ids.ts';
import { type BookRecord, derive, type Kind, withNulls } from '#model/kinds.ts';
import { orderState } from '#model/order-state.ts';
import { whenAtMinute } from '#model/when.ts';
import fc from '#tests/helpers/property.ts';

const ZONE = 'Europe/Oslo';
const START = Date.UTC(2026, 2, 27);
const HOUR_MS = 3_600_000;
/** Hours after the start; odd, so that what is asked at an even hour lies between two of them. */
const hour = fc.integer({ min: 0, max: 120 }).map((n) => n * 2 + 1);
const later = fc.option(hour, { nil: null });

/** What happened in a case, each with its hour; entered when it happened. */
const story = fc.record({
  orders: fc.array(
    fc.record({
      decided: hour,
      served: later,
      lifted: later,
      court: later,
      to: hour,
      variant: fc.constantFrom('restraining_order', 'own_home_ban'),
    }),
    { maxLength: 2 },
  ),
  breaches: fc.array(fc.record({ at: hour, reported: later, decided: later }), { maxLength: 3 }),
  arrests: fc.array(fc.record({ at: hour, breach: fc.nat(3), released: later }), { maxLength: 3 }),
  remands: fc.array(fc.record({ from: hour, decided: hour, until: hour, released: later }), { maxLength: 2 }),
  courts: fc.array(
    fc.record({ scheduled: later, opened: hour, type: fc.constantFrom('main_hearing', 'remand_hearing') }),
    {
      maxLength: 3,
    },
  ),
  steps: fc.array(
    fc.record({
      at: hour,
      breach: fc.nat(3),
      step: fc.constantFrom('reported', 'arrested', 'statement_offered', 'hearing_opened', 'judgment', 'release'),
    }),
    { maxLength: 5 },
  ),
});
type Story = typeof story extends fc.Arbitrary<infer T> ? T : never;

/** The book of that story, of which nothing later than `until` hours was ever entered. */
function bookOf(told: Story, until: number) {
  const had = (n: number | null) => (n === null || n > until ? null : START + n * HOUR_MS);
  const plan = (n: number) => START + n * HOUR_MS;
  const when = (n: number) => whenAtMinute(plan(n), ZONE);
  const make = <K extends Kind>(
    kind: K,
    id: string,
    hours: number,
    given: Record<string, unknown>,
  ): BookRecord<K>[] => {
    if (hours > until) return [];
    const values = withNulls(kind, given);
    const { title, titleEn, span } = derive(kind, values, ZONE);
    const header = {
      startsAt: span?.startsAt ?? null,
      endsAt: span?.endsAt ?? null,
      precision: span?.precision ?? null,
    };
    return [
      {
        ...header,
        id: id as RecordId,
        kind,
        title,
        titleEn,
        values,
        caseId: 'case' as RecordId,
        createdAt: plan(hours),
        changedAt: plan(hours),
        storyOrder: 0,
        qualifier: null,
        importKey: null,
      } as unknown as BookRecord<K>,
    ];
  };
  const breachId = (n: number) => (n < told.breaches.length ? `b${n}` : null);
  const ofBreach = (n: number) => ((told.breaches[n]?.at ?? 0) <= until ? breachId(n) : null);
  const facts: ChainFacts = {
    order: told.orders.flatMap(({ decided, served, lifted, court, to, variant }, n) =>
      // A story may be one that cannot be: served before it was decided.
      make('order', `o${n}`, Math.min(decided, served ?? decided, lifted ?? decided, court ?? decided), {
        variant,
        stage: had(decided) === null ? 'draft' : 'decided',
        decidedAt: had(decided),
        servedAt: had(served),
        liftedAt: had(lifted),
        courtDecidedAt: had(court),
        courtDecision: had(court) === null ? null : 'set_aside',
        toAt: plan(to),
      }),
    ),
    order_service: [],
    breach: told.breaches.flatMap(({ at, reported, decided }, n) =>
      make('breach', `b${n}`, at, {
        text: 'b',
        happened: when(at),
        reportedAt: had(reported),
        decidedAt: had(decided),
        status: had(decided) !== null ? 'charged' : had(reported) !== null ? 'reported' : null,
      }),
    ),
    report: [],
    arrest: told.arrests.flatMap(({ at, breach, released }, n) =>
      make('arrest', `a${n}`, at, {
        text: 'a',
        happened: when(at),
        breachId: ofBreach(breach),
        releasedAt: had(released),
      }),
    ),
    remand: told.remands.flatMap(({ from, decided, until: end, released }, n) =>
      make('remand', `r${n}`, decided, {
        text: 'r',
        fromAt: plan(Math.min(from, decided)),
        decidedAt: plan(decided),
        untilAt: plan(end),
        releasedAt: had(released),
      }),
    ),
    court_step: told.courts.flatMap(({ scheduled, opened, type }, n) =>
      make('court_step', `c${n}`, Math.min(opened, scheduled ?? opened), {
        text: 'c',
        step: type,
        // Set on the day it is entered, for a time that lies ahead.
        scheduledAt: scheduled === null ? null : plan(opened),
        openedAt: had(opened),
      }),
    ),
    response_step: told.steps.flatMap(({ at, breach, step }, n) =>
      make('response_step', `s${n}`, at, { step, happened: when(at), breachId: ofBreach(breach) }),
    ),
    protectedIds: new Set(),
  };
  const { protectedIds: _, ...lists } = facts;
  return { facts, records: { zone: ZONE, records: Object.values(lists).flat() as unknown as CaseRecord[] } };
}

/** Everything the answers about orders and breaches are made of. */
function told(given: ReturnType<typeof bookOf>, at: number) {
  const facts = factsAsOf(given.facts, given.records, at);
  const chains = chainsOf(facts);
  return {
    orders: facts.order.map(({ id, values }) => [id, orderState(values, at, ZONE), values.decidedAt, values.servedAt]),
    breaches: chains.map(({ breach, entries }) => [
      breach.id,
      breach.values.status,
      entries.map(({ step, measured, since, readings }) => [
        step,
        measured.at.fromAt,
        measured.recordId,
        since,
        readings.length,
      ]),
    ]),
    funnel: funnelOf(chains),
    contradictions: contradictionsOf(facts, ZONE).map(({ code, sides }) => [code, sides.map((side) => side.recordId)]),
  };
}

// Would catch: a step, a release, a service or a decision of a lawyer told before it was made; a remand that counts from the
// arrest before a court had decided it; an order set aside before the court had.
it('answers as of then what a book answers in which nothing later was ever entered', () => {
  fc.assert(
    fc.property(story, fc.integer({ min: 0, max: 121 }), (all, half) => {
      const until = half * 2;
      const at = START + until * HOUR_MS;
      expect(told(bookOf(all, Number.POSITIVE_INFINITY), at)).toEqual(told(bookOf(all, until), at));
    }),
    { numRuns: 300 },
  );
});

// Would catch: a question about now answered with less than there is.
it('leaves out nothing of what is past', () => {
  fc.assert(
    fc.property(story, (all) => {
      const { facts, records } = bookOf(all, Number.POSITIVE_INFINITY);
      expect(factsAsOf(facts, records, START + 1_000 * HOUR_MS)).toEqual(facts);
    }),
    { numRuns: 100 },
  );
});
