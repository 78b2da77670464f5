/** How long an order may last at most, by its variant; the count is the calendar's (domstolloven § 148 second paragraph). */
import type { OrderVariant } from './kinds/order.ts';
import { plusMonths, startOfDay } from './time.ts';

/** What the term of an order is read from; its record has all of it, instants in ms UTC. */
export interface OrderDates {
  readonly variant: OrderVariant | null;
  readonly ownHome: boolean | null;
  readonly indefinite: boolean | null;
  readonly electronicControl: boolean | null;
  readonly decidedAt: number | null;
  readonly servedAt: number | null;
  readonly fromAt: number | null;
  readonly toAt: number | null;
  readonly finalAt: number | null;
}

export interface Maximum {
  readonly months: number;
  /** Section it stands in. */
  readonly source: 'strpl_222a' | 'strpl_222b' | 'strpl_222c' | 'strpl_222g' | 'strl_58';
}

const MAXIMUM: Partial<Record<OrderVariant, Maximum>> = {
  restraining_order: { months: 12, source: 'strpl_222a' },
  limited_order: { months: 12, source: 'strpl_222a' },
  own_home_ban: { months: 3, source: 'strpl_222a' },
  electronic_control: { months: 12, source: 'strpl_222g' },
  group_premises_ban: { months: 12, source: 'strpl_222b' },
  stay_away_ban: { months: 6, source: 'strpl_222c' },
  contact_ban: { months: 60, source: 'strl_58' },
};

/** The longest time at once for this order; null where the law gives none or the variant is not known. */
function maximumOf(values: OrderDates): Maximum | null {
  if (values.variant === null) return null;
  if (values.variant === 'contact_ban') {
    if (values.ownHome === true) return { months: 12, source: 'strl_58' };
    // For special reasons a contact ban has no end (STRL § 58); electronic control with it always has one.
    if (values.indefinite === true && values.electronicControl !== true) return null;
  }
  return MAXIMUM[values.variant] ?? null;
}

/**
 * From when the term of an order is counted, ms UTC: the day it names, else the decision, which is the earlier reading;
 * null where nothing is known.
 */
export function termStart({
  fromAt,
  decidedAt,
  servedAt,
}: Pick<OrderDates, 'fromAt' | 'decidedAt' | 'servedAt'>): number | null {
  return fromAt ?? decidedAt ?? servedAt;
}

/**
 * The latest end the law allows, ms UTC: the end of the last day, which is counted. Null where the law gives none or the
 * start is not known.
 */
export function latestEnd(values: OrderDates, zone: string): number | null {
  // A contact ban runs from its finality (straffeloven § 58).
  const start = values.variant === 'contact_ban' ? (values.finalAt ?? values.fromAt) : termStart(values);
  const maximum = maximumOf(values);
  return start === null || maximum === null ? null : startOfDay(plusMonths(start, zone, maximum.months), zone, 1);
}

/** The section that sets the longest term of orders of a variant; null where the law gives none. */
export function longestBy(variant: OrderVariant): Maximum['source'] | null {
  return MAXIMUM[variant]?.source ?? null;
}

/** When an order is over by itself. */
export interface OrderEnd {
  /** ms UTC. */
  readonly at: number;
  /** Null where it was entered. Where it was not, the section of the longest term: it holds no longer (a reading). */
  readonly longest: Maximum['source'] | null;
}

/** The end of an order; null where none was entered and the law sets none, or its start is not known. */
export function endOfOrder(values: OrderDates, zone: string): OrderEnd | null {
  if (values.toAt !== null) return { at: values.toAt, longest: null };
  const at = latestEnd(values, zone);
  return at === null ? null : { at, longest: maximumOf(values)?.source ?? null };
}
