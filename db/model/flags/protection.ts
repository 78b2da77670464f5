import { type Bounds, boundsOf, type When, whenAtMinute } from '../when.ts';
import { custodyOf, hasEnded } from './custody.ts';
import type { Entry, Known } from './known.ts';
import { holdsFrom, orderTerms } from './orders.ts';

/** A time in which something limited the threat actor or sheltered her. A fine or a warning does neither. */
export interface Protection {
  readonly from: Entry;
  /** From when it held; of an order not the decision, but when it began to bind him. */
  readonly when: When;
  readonly bounds: Bounds;
  /** When it ended; null: no end is recorded. */
  readonly until: When | null;
  /** The record that tells how it ended. */
  readonly endedBy: Entry;
}

/** Every protection that was known, in order of its beginning. An alarm calls for help; it neither limits nor shelters. */
export function protectionOf(known: Known): Protection[] {
  const custody = custodyOf(known).map(({ from, until, endedBy }) => ({
    ...begun(from),
    until,
    endedBy: endedBy ?? from,
  }));
  const orders = orderTerms(known)
    .filter(({ isInForce }) => isInForce)
    .map(({ entry, lastDay }) => ({ ...bindingFrom(entry), until: lastDay, endedBy: entry }));
  const control = known
    .of('whereabouts')
    .filter(({ record }) => record.values.state === 'electronic_control')
    .map((from) => ({
      ...begun(from),
      until: nextStay(known, from)?.when ?? null,
      endedBy: nextStay(known, from) ?? from,
    }));
  const measures = known.of('measure').flatMap((from) => {
    const until = endOfMeasure(from, known.zone);
    return until === undefined ? [] : [{ ...begun(from), until, endedBy: from }];
  });
  return [...custody, ...orders, ...control, ...measures].sort((a, b) => a.when.fromAt - b.when.fromAt);
}

function begun(from: Entry) {
  return { from, when: from.when, bounds: from.bounds };
}

/** Decided is not yet protected: between the decision and its service it binds nobody. */
function bindingFrom(from: Entry<'order'>) {
  const at = holdsFrom(from.record.values);
  if (typeof at !== 'number') return begun(from);
  const when = whenAtMinute(at, from.when.zone);
  return { from, when, bounds: boundsOf(when) };
}

/** True if it holds at the instant that is asked for. An end known to the month or year is past when that is over. */
export function isHolding({ until }: Protection, known: Known): boolean {
  return until === null || !hasEnded(until, known.at);
}

/** When a measure ended, null while it lasts; undefined: it was planned only, or neither limits nor shelters. */
function endOfMeasure({ record, when, words }: Entry<'measure'>, zone: string): When | null | undefined {
  const { status, type, fromLocal } = record.values;
  if (status !== 'active' && status !== 'done') return undefined;
  if (type === 'other' && !words.has('protective_measure')) return undefined;
  if (fromLocal !== null && record.endsAt !== null) {
    return { fromAt: record.endsAt, toAt: record.endsAt + 60_000, precision: 'minute', zone };
  }
  return status === 'active' ? null : when;
}

function nextStay(known: Known, stay: Entry<'whereabouts'>): Entry<'whereabouts'> | undefined {
  const all = known.of('whereabouts').filter(({ record }) => record.values.personId === stay.record.values.personId);
  return all[all.indexOf(stay) + 1];
}
