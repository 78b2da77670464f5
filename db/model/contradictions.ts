/**
 * What in a case cannot all be true, or is not what the law knows. Shown beside the records and never in the way of
 * entering one: a source may have written it so. Only what is certain is told: two facts that may have been in either
 * order contradict nothing.
 */
import { type BreachChain, chainsOf, entryOf } from './chain/chain.ts';
import { canCoincide, isCertainlyBefore } from './chain/elapsed.ts';
import type { ChainFacts } from './chain/facts.ts';
import type { Reading } from './chain/readings.ts';
import type { ChainStep } from './chain/steps.ts';
import type { RecordId } from './ids.ts';
import type { BookRecord, Kind } from './kinds.ts';
import { endedEarlyAt } from './order-state.ts';
import { latestEnd } from './order-term.ts';
import { startOfDay } from './time.ts';
import { boundsOf, type When, whenAtMinute } from './when.ts';

const CONTRADICTIONS = [
  'two_readings',
  'step_before_step',
  'step_before_breach',
  'served_before_decided',
  'holds_before_decided',
  'written_before_decided',
  'ends_before_decided',
  'ends_before_start',
  'lifted_before_decided',
  'served_after_end',
  'service_without_attempt',
  'order_too_long',
  'end_not_known',
  'court_before_sent',
  'final_before_judgment',
  'breach_before_known',
  'breach_before_term',
  'breach_after_end',
  'release_before_arrest',
  'release_before_remand',
  'remand_ends_before_decided',
  'remand_too_long',
] as const;
type ContradictionCode = (typeof CONTRADICTIONS)[number];

/** One side of a contradiction: what a record says. */
export interface Side {
  readonly recordId: RecordId;
  readonly kind: Kind;
  /** Step or field that says it. */
  readonly what: string;
  readonly at: When | null;
  readonly readFrom: string | null;
}

export interface Contradiction {
  readonly code: ContradictionCode;
  readonly sides: readonly Side[];
  /** Settled: one of several readings was chosen. */
  readonly settled: boolean;
}

/** All contradictions of a case, in the order of their records; `zone` is the case's. */
export function contradictionsOf(facts: ChainFacts, zone: string): Contradiction[] {
  const orders = new Map(facts.order.map((order) => [order.id, order]));
  return [
    ...facts.order.flatMap((order) => ofOrder(order, facts, zone)),
    ...chainsOf(facts).flatMap((chain) =>
      ofChain(chain, orders.get(chain.breach.values.orderId as RecordId) ?? null, zone),
    ),
    ...facts.remand.flatMap((remand) => ofRemand(remand, zone)),
    ...facts.arrest.flatMap((arrest) => ofArrest(arrest, facts, zone)),
  ];
}

function ofOrder(order: BookRecord<'order'>, facts: ChainFacts, zone: string): Contradiction[] {
  const v = order.values;
  const found: Contradiction[] = [];
  const side = (what: keyof typeof v & string): Side => {
    const at = v[what];
    return {
      recordId: order.id,
      kind: 'order',
      what,
      at: typeof at === 'number' ? whenAtMinute(at, zone) : null,
      readFrom: null,
    };
  };
  const maximum = (at: number): Side => {
    return { recordId: order.id, kind: 'order', what: 'maximum', at: whenAtMinute(at, zone), readFrom: null };
  };
  const before = (code: ContradictionCode, earlier: keyof typeof v & string, later: keyof typeof v & string) => {
    const [first, second] = [v[earlier], v[later]];
    if (typeof first === 'number' && typeof second === 'number' && first < second) {
      found.push({ code, sides: [side(earlier), side(later)], settled: false });
    }
  };
  before('served_before_decided', 'servedAt', 'decidedAt');
  before('holds_before_decided', 'fromAt', 'decidedAt');
  before('written_before_decided', 'writtenAt', 'decidedAt');
  before('ends_before_decided', 'toAt', 'decidedAt');
  if (v.fromAt !== null && v.toAt !== null && v.toAt <= v.fromAt) {
    found.push({ code: 'ends_before_start', sides: [side('toAt'), side('fromAt')], settled: false });
  }
  before('lifted_before_decided', 'liftedAt', 'decidedAt');
  before('served_after_end', 'toAt', 'servedAt');
  before('court_before_sent', 'courtDecidedAt', 'sentToCourtAt');
  before('final_before_judgment', 'finalAt', 'judgmentAt');
  const latest = latestEnd(v, zone);
  if (latest !== null && v.toAt !== null && v.toAt > latest) {
    found.push({
      code: 'order_too_long',
      sides: [side('toAt'), maximum(latest)],
      settled: false,
    });
  }
  // Only a contact ban may be without an end (STRL § 58): another order of which none is known cannot be watched.
  if (latest !== null && v.toAt === null && endedEarlyAt(v) === null && v.stage !== 'draft' && v.stage !== 'refused') {
    found.push({
      code: 'end_not_known',
      sides: [maximum(latest)],
      settled: false,
    });
  }
  const attempts = facts.order_service.filter(({ values }) => values.orderId === order.id);
  const served = attempts.filter(({ values }) => values.outcome === 'served');
  if (v.servedAt !== null && attempts.length > 0 && !served.some(({ values }) => values.attemptAt === v.servedAt)) {
    const sides = attempts.map(({ id, values }) => ({
      recordId: id,
      kind: 'order_service' as const,
      what: 'attemptAt',
      at: whenAtMinute(values.attemptAt, zone),
      readFrom: null,
    }));
    found.push({ code: 'service_without_attempt', sides: [side('servedAt'), ...sides], settled: false });
  }
  return found;
}

/** Steps of which the first cannot come after the second. */
const IN_ORDER: readonly (readonly [ChainStep, ChainStep])[] = [
  ['arrested', 'statement_offered'],
  ['arrested', 'presentation_requested'],
  ['arrested', 'hearing_opened'],
  ['arrested', 'remand_decided'],
  ['presentation_requested', 'hearing_opened'],
  ['hearing_opened', 'remand_decided'],
  ['indictment', 'main_hearing'],
  ['indictment', 'judgment'],
  ['judgment', 'appeal'],
];

function ofChain(chain: BreachChain, order: BookRecord<'order'> | null, zone: string): Contradiction[] {
  const found: Contradiction[] = [];
  for (const { step, readings } of chain.entries) {
    // Several charges, releases or other steps are several events; the rest happen once.
    if (REPEATED.includes(step) || !readings.some((one, index) => readings.slice(0, index).some(differs(one))))
      continue;
    const sides = readings.map(sideOf);
    found.push({ code: 'two_readings', sides, settled: readings.some((reading) => reading.chosen) });
  }
  for (const [first, second] of IN_ORDER) {
    const [a, b] = [entryOf(chain, first), entryOf(chain, second)];
    if (a && b && isCertainlyBefore(b.measured.at, a.measured.at)) {
      found.push({ code: 'step_before_step', sides: [sideOf(b.measured), sideOf(a.measured)], settled: false });
    }
  }
  const { breach } = chain;
  const { happened } = breach.values;
  if (happened === null) return found;
  const own: Side = { recordId: breach.id, kind: 'breach', what: 'happened', at: happened, readFrom: null };
  for (const { measured } of chain.entries) {
    if (isCertainlyBefore(measured.at, happened)) {
      found.push({ code: 'step_before_breach', sides: [sideOf(measured), own], settled: false });
    }
  }
  if (order) found.push(...ofBreachAndOrder(happened, own, order, breach.values.endedAt, zone));
  return found;
}

/** Two readings differ in what they say; one that is known as about, before or after only where both cannot be true. */
function differs({ at: one }: { readonly at: When }): (other: { readonly at: When }) => boolean {
  return ({ at: other }) => {
    if (one.qualifier || other.qualifier) return !canCoincide(one, other);
    return one.fromAt !== other.fromAt || one.toAt !== other.toAt;
  };
}

const REPEATED: readonly ChainStep[] = ['other', 'charge', 'release', 'appeal', 'she_notified', 'judgment'];

function sideOf({ recordId, kind, step, at, readFrom }: Reading): Side {
  return { recordId, kind, what: step, at, readFrom };
}

function ofBreachAndOrder(
  happened: When,
  own: Side,
  order: BookRecord<'order'>,
  endedAt: number | null,
  zone: string,
): Contradiction[] {
  const { servedAt, knownSinceAt, fromAt, toAt, liftedAt } = order.values;
  const earlyAt = endedEarlyAt(order.values);
  const known = [servedAt, knownSinceAt].filter((at) => at !== null);
  const knownAt = known.length === 0 ? null : Math.min(...known);
  const side = (what: string, at: number): Side => {
    return { recordId: order.id, kind: 'order', what, at: whenAtMinute(at, zone), readFrom: null };
  };
  const found: Contradiction[] = [];
  // A contact after the order is known to him counts, however early the entry began.
  if (knownAt !== null && Math.max(boundsOf(happened).toAt, endedAt ?? 0) <= knownAt) {
    const what = knownAt === servedAt ? 'servedAt' : 'knownSinceAt';
    found.push({ code: 'breach_before_known', sides: [own, side(what, knownAt)], settled: false });
  }
  // Known to him, and not yet to hold.
  if (fromAt !== null && fromAt > (knownAt ?? 0) && Math.max(boundsOf(happened).toAt, endedAt ?? 0) <= fromAt) {
    found.push({ code: 'breach_before_term', sides: [own, side('fromAt', fromAt)], settled: false });
  }
  const endAt = earlyAt ?? toAt;
  if (endAt !== null && boundsOf(happened).fromAt >= endAt) {
    const what = earlyAt === null ? 'toAt' : earlyAt === liftedAt ? 'liftedAt' : 'courtDecidedAt';
    found.push({ code: 'breach_after_end', sides: [own, side(what, endAt)], settled: false });
  }
  return found;
}

/** Four weeks at a time, two if he was under 18 (straffeprosessloven § 185). */
const REMAND_WEEKS = 4;
const REMAND_WEEKS_YOUNG = 2;

function ofRemand(remand: BookRecord<'remand'>, zone: string): Contradiction[] {
  const { decidedAt, fromAt, untilAt, releasedAt, underEighteen } = remand.values;
  const start = decidedAt ?? fromAt;
  if (start === null) return [];
  const found: Contradiction[] = [];
  const side = (what: string, at: number): Side => {
    return { recordId: remand.id, kind: 'remand', what, at: whenAtMinute(at, zone), readFrom: null };
  };
  const add = (code: ContradictionCode, ...sides: readonly Side[]) => found.push({ code, sides, settled: false });
  const began = side(decidedAt === null ? 'fromAt' : 'decidedAt', start);
  if (untilAt !== null && untilAt <= start) add('remand_ends_before_decided', side('untilAt', untilAt), began);
  if (releasedAt !== null && releasedAt < start) add('release_before_remand', side('releasedAt', releasedAt), began);
  const weeks = underEighteen === true ? REMAND_WEEKS_YOUNG : REMAND_WEEKS;
  const latest = startOfDay(start, zone, weeks * 7 + 1);
  if (untilAt !== null && untilAt > latest) add('remand_too_long', side('untilAt', untilAt), side('maximum', latest));
  return found;
}

function ofArrest(arrest: BookRecord<'arrest'>, facts: ChainFacts, zone: string): Contradiction[] {
  const { happened, releasedAt } = arrest.values;
  if (happened === null) return [];
  const own = (what: string, at: When): Side => ({ recordId: arrest.id, kind: 'arrest', what, at, readFrom: null });
  const arrested = own('arrested', happened);
  const found = stepsAfter(arrest, facts, zone)
    .filter(({ at }) => at !== null && isCertainlyBefore(at, happened))
    .map((step): Contradiction => ({ code: 'step_before_step', sides: [step, arrested], settled: false }));
  if (releasedAt !== null && releasedAt < boundsOf(happened).fromAt) {
    const released = own('releasedAt', whenAtMinute(releasedAt, zone));
    found.push({ code: 'release_before_arrest', sides: [released, arrested], settled: false });
  }
  return found;
}

/** What can only follow an arrest that belongs to no breach; where it belongs to one, its chain is looked at. */
function stepsAfter(arrest: BookRecord<'arrest'>, facts: ChainFacts, zone: string): Side[] {
  if (arrest.values.breachId !== null) return [];
  const side = (
    { id: recordId, kind }: { readonly id: RecordId; readonly kind: Kind },
    what: string,
    given: When | number | null,
  ): Side[] => {
    const at = typeof given === 'number' ? whenAtMinute(given, zone) : given;
    return at === null ? [] : [{ recordId, kind, what, at, readFrom: null }];
  };
  const of = <R extends { readonly values: { readonly arrestId: string | null } }>(all: readonly R[]) =>
    all.filter(({ values }) => values.arrestId === arrest.id);
  const follows = new Set<string>(IN_ORDER.flatMap(([first, second]) => (first === 'arrested' ? [second] : [])));
  return [
    ...of(facts.response_step).flatMap((one) => {
      const { step, happened, breachId } = one.values;
      return breachId === null && follows.has(step) ? side(one, step, happened) : [];
    }),
    ...of(facts.court_step).flatMap((one) => {
      const { step, openedAt, happened } = one.values;
      return step === 'remand_hearing' ? side(one, 'hearing_opened', openedAt ?? happened) : [];
    }),
    ...of(facts.remand).flatMap((one) => side(one, 'remand_decided', one.values.decidedAt)),
  ];
}
