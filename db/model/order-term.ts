/** How long an order may last at most, by its variant; the count is the calendar's (domstolloven § 148 second paragraph). */
import type { OrderVariant } from './kinds/order.ts';
import type { Values } from './kinds.ts';
import { plusMonths, startOfDay } from './time.ts';

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
export function maximumOf(values: Values<'order'>): Maximum | null {
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
}: Pick<Values<'order'>, 'fromAt' | 'decidedAt' | 'servedAt'>): number | null {
  return fromAt ?? decidedAt ?? servedAt;
}

/**
 * The latest end the law allows, ms UTC: the end of the last day, which is counted. Null where the law gives none or the
 * start is not known.
 */
export function latestEnd(values: Values<'order'>, zone: string): number | null {
  // A contact ban runs from its finality (straffeloven § 58).
  const start = values.variant === 'contact_ban' ? (values.finalAt ?? values.fromAt) : termStart(values);
  const maximum = maximumOf(values);
  return start === null || maximum === null ? null : startOfDay(plusMonths(start, zone, maximum.months), zone, 1);
}
