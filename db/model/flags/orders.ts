import type { Values } from '../kinds.ts';
import { endedEarlyAt } from '../order-state.ts';
import { latestEnd } from '../order-term.ts';
import { startOfDay } from '../time.ts';
import { isDayKnown, type When } from '../when.ts';
import { type Entry, isAfter, type Known } from './known.ts';
import { dayOf, sameDayOfMonth } from './since.ts';

/** An order with the day on which it ends, as far as the record tells. */
export interface OrderTerm {
  readonly entry: Entry<'order'>;
  /** The last day on which it holds; null: no end is recorded, and the law sets none. */
  readonly lastDay: When | null;
  /** Where the end comes from: its own date, its words as «i 90 dager», or the longest term that the law allows. */
  readonly endFrom: 'stated' | 'words' | 'law';
  /** Holds against him as far as is recorded: decided, and known to him. */
  readonly isInForce: boolean;
}

/** Orders that were known, with their ends, in order. */
export function orderTerms(known: Known): OrderTerm[] {
  return known.of('order').map((entry) => {
    return { entry, ...endOf(entry, known.at), isInForce: isInForce(entry.record.values, known.at) };
  });
}

function endOf(entry: Entry<'order'>, at: number): Pick<OrderTerm, 'lastDay' | 'endFrom'> {
  const { values } = entry.record;
  const { zone } = entry.when;
  // An order until midnight holds on the day before it.
  const upTo = (end: number) => dayOf(end - 1, zone);
  const endedAt = endedEarlyAt(values);
  if (endedAt !== null && endedAt <= at) return { lastDay: upTo(endedAt), endFrom: 'stated' };
  const longestAt = latestEnd(values, zone);
  const end = values.toAt === null ? readEnd(entry) : upTo(values.toAt);
  // No order of its sort lasts longer than the law lets it, whatever stands in it.
  if (longestAt !== null && (end === null || end.toAt > longestAt)) return { lastDay: upTo(longestAt), endFrom: 'law' };
  return { lastDay: end, endFrom: values.toAt === null ? 'words' : 'stated' };
}

/**
 * A draft, a request and a refusal hold nobody; what was decided holds from the moment he knows of it (§ 222 a); a contact
 * ban from a final judgment (straffeloven § 58). Of an order that only its words tell, nothing else is asked.
 */
function isInForce(order: Values<'order'>, at: number): boolean {
  if (order.stage !== null && order.stage !== 'decided') return false;
  const holdsAt = holdsFrom(order);
  return holdsAt === 'told' || (holdsAt !== null && holdsAt <= at);
}

/**
 * From when an order holds against him, ms UTC; null: not yet, as far as is recorded; `told`: only its words tell of it,
 * and it holds from when they say that it was made.
 */
export function holdsFrom(order: Values<'order'>): number | 'told' | null {
  if (order.variant === 'contact_ban' && order.judgmentAt !== null) return order.finalAt;
  if (order.decidedAt === null) return 'told';
  const known = [order.servedAt, order.knownSinceAt].filter((at) => at !== null);
  return known.length === 0 ? null : Math.max(Math.min(...known), order.fromAt ?? Number.NEGATIVE_INFINITY);
}

/** True if something was put after the order: a later one for the same two that lasts longer, or has no end on record. */
export function hasSuccessor(term: OrderTerm, terms: readonly OrderTerm[]): boolean {
  return terms.some(
    (other) =>
      isAfter(other.entry, term.entry) &&
      other.isInForce &&
      follows(other.entry.record, term.entry.record) &&
      (other.lastDay === null || term.lastDay === null || other.lastDay.toAt > term.lastDay.toAt),
  );
}

/** One order follows another by name; or where neither is known to be for, or against, somebody else. */
function follows(later: Entry<'order'>['record'], earlier: Entry<'order'>['record']): boolean {
  if (later.values.replacesId === earlier.id) return true;
  const same = (a: string | null, b: string | null) => a === null || b === null || a === b;
  return (
    same(later.values.protectedId, earlier.values.protectedId) &&
    same(later.values.respondentId, earlier.values.respondentId)
  );
}

const TERM = /(?:\bi|\bfor)\s+(\d{1,3})\s+(dager|uker|måneder|år|days|weeks|months|years)(?!\p{L})/iu;

/** Months and days that one of each unit is. */
const UNITS: Readonly<Record<string, readonly [months: number, days: number]>> = {
  dager: [0, 1],
  days: [0, 1],
  uker: [0, 7],
  weeks: [0, 7],
  måneder: [1, 0],
  months: [1, 0],
  år: [12, 0],
  years: [12, 0],
};

/** The start day is not counted, the last day is (domstolloven § 148). */
function readEnd({ texts, when }: Entry): When | null {
  if (!isDayKnown(when)) return null;
  for (const text of texts) {
    const [, number, unit = ''] = TERM.exec(text) ?? [];
    if (!number) continue;
    const count = Number(number);
    const { fromAt, zone } = when;
    const [perMonth, perDay] = UNITS[unit.toLowerCase()] ?? [0, 0];
    if (perMonth === 0) return dayOf(startOfDay(fromAt, zone, perDay * count), zone);
    return dayOf(sameDayOfMonth(fromAt, zone, perMonth * count), zone);
  }
  return null;
}
