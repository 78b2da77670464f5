import { Known } from '../flags/known.ts';
import type { CaseRecords } from '../flags/records.ts';
import { type BookRecord, fieldsOf, type Kind, type Values } from '../kinds.ts';
import { LIES_AHEAD } from '../lies-ahead.ts';
import type { ChainFacts } from './facts.ts';

/** What only a lawyer can have made of a breach. */
const LOOKED_AT: ReadonlySet<string> = new Set(['assessed', 'charged', 'decided', 'dismissed', 'not_a_breach']);

/**
 * What chains, their numbers and contradictions are read from, as it was known at `at` (ms UTC): only what was recorded or
 * dated by then, and of each record only what had happened by then. How a word of a record that has no date of its own
 * read then, nobody can tell: it is taken as it stands.
 * @param records the same case as the flags read it
 */
export function factsAsOf(facts: ChainFacts, records: CaseRecords, at: number): ChainFacts {
  const known = new Set<string>(new Known(records, at).entries.map(({ record }) => record.id));
  const isKnown = ({ id }: { readonly id: string }) => known.has(id);
  const past = <K extends Kind>(record: BookRecord<K>): BookRecord<K> => pastOf(record, at);
  const then: ChainFacts = {
    order: facts.order.filter((one) => isRecorded(one, at)).map((one) => orderThen(past(one), one.values, at)),
    order_service: facts.order_service.filter(({ values }) => values.attemptAt <= at),
    breach: facts.breach.filter(isKnown).map((one) => breachThen(past(one), one, at)),
    report: facts.report.filter(isKnown),
    arrest: facts.arrest.filter(isKnown).map(past),
    // From when a remand counts is often the arrest: before it was decided there was none.
    remand: facts.remand.filter((one) => isKnown(one) && (one.values.decidedAt ?? at) <= at).map(past),
    court_step: facts.court_step
      .filter((one) => isKnown(one) || one.createdAt <= at)
      .map((one) => {
        const then = past(one);
        const isToCome = !isKnown(one) || (one.values.openedAt !== null && then.values.openedAt === null);
        return isToCome ? changed(then, { happened: null }) : then;
      }),
    response_step: facts.response_step.filter(isKnown),
    protectedIds: facts.protectedIds,
  };
  return withoutLaterLinks(then);
}

const LINKS = ['breachId', 'arrestId', 'orderId', 'extendsId'] as const;

/** Nobody could have linked a record to one that was not there. */
function withoutLaterLinks(facts: ChainFacts): ChainFacts {
  const { protectedIds, ...lists } = facts;
  const there = new Set<unknown>(Object.values(lists).flatMap((list) => list.map(({ id }) => id)));
  const linked = Object.entries(lists).map(([kind, list]) => [
    kind,
    (list as readonly BookRecord[]).map((record) => {
      const values = record.values as Readonly<Record<string, unknown>>;
      const lost = LINKS.filter((name) => values[name] != null && !there.has(values[name]));
      return lost.length === 0 ? record : changed(record, Object.fromEntries(lost.map((name) => [name, null])));
    }),
  ]);
  return { ...(Object.fromEntries(linked) as Omit<ChainFacts, 'protectedIds'>), protectedIds };
}

/** Recorded by then, or something of it had happened by then; what only its days say, where it has nothing else. */
function isRecorded({ createdAt, values }: BookRecord<'order'>, at: number): boolean {
  if (createdAt <= at || (values.happened !== null && values.happened.fromAt <= at)) return true;
  if (values.decidedAt === null && values.fromAt !== null && values.fromAt <= at) return true;
  return instantsOf('order').some((name) => {
    const value = (values as Readonly<Record<string, unknown>>)[name];
    return typeof value === 'number' && value <= at && name !== 'fromAt' && !LIES_AHEAD.has(name);
  });
}

/** Without what had not happened. */
function pastOf<K extends Kind>(record: BookRecord<K>, at: number): BookRecord<K> {
  const values = record.values as Readonly<Record<string, unknown>>;
  const later = instantsOf(record.kind).filter((name) => {
    const value = values[name];
    return typeof value === 'number' && value > at && !LIES_AHEAD.has(name);
  });
  return later.length === 0 ? record : changed(record, Object.fromEntries(later.map((name) => [name, null])));
}

function instantsOf(kind: Kind): string[] {
  return fieldsOf(kind).flatMap(([name, { type }]) => (type === 'instant' ? [name] : []));
}

function changed<K extends Kind>(record: BookRecord<K>, values: Readonly<Record<string, unknown>>): BookRecord<K> {
  return { ...record, values: { ...record.values, ...values } };
}

/** From when an order is to hold is known before. What a court made of it is known with when. */
function orderThen(then: BookRecord<'order'>, { fromAt, decidedAt }: Values<'order'>, at: number) {
  const { courtDecidedAt, courtDecision, stage } = then.values;
  const isDecidedLater = decidedAt !== null && decidedAt > at;
  return changed(then, {
    fromAt,
    courtDecision: courtDecidedAt === null ? null : courtDecision,
    stage: isDecidedLater && (stage === 'decided' || stage === null) ? 'draft' : stage,
  });
}

function breachThen(then: BookRecord<'breach'>, { createdAt, values }: BookRecord<'breach'>, at: number) {
  const { status, decidedAt, reportedAt } = values;
  if (status === 'reported' && reportedAt !== null && reportedAt > at) return changed(then, { status: null });
  const isLater = decidedAt === null ? createdAt > at : decidedAt > at;
  if (status === null || !LOOKED_AT.has(status) || !isLater) return then;
  return changed(then, { status: then.values.reportedAt === null ? null : 'reported' });
}
