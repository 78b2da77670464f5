import { OF_ARREST } from '#model/chain/steps.ts';
import type { RecordId } from '#model/ids.ts';
import type { BookRecord } from '#model/kinds.ts';

const YEAR_MS = 365 * 24 * 60 * 60_000;

/** What a package is about where it is not about the whole case: a breach, or an order with all of its breaches. */
export interface Scope {
  readonly orderIds: ReadonlySet<RecordId>;
  readonly breachIds: ReadonlySet<RecordId>;
  /** Arrests that a step of one of these breaches names: what followed them is told, whichever breach it was entered for. */
  readonly arrestIds: ReadonlySet<RecordId>;
  /** From here on the chronology tells, ms UTC: the order's decision; of a breach of no order, a year before it. */
  readonly sinceAt: number;
}

/** The scope of a breach or an order of the case; null where `aboutId` is neither. */
export function scopeOf(
  aboutId: RecordId,
  orders: readonly BookRecord<'order'>[],
  breaches: readonly BookRecord<'breach'>[],
  steps: readonly BookRecord<'response_step'>[],
): Scope | null {
  const breach = breaches.find(({ id }) => id === aboutId);
  const order = orders.find(({ id }) => id === (breach ? breach.values.orderId : aboutId));
  if (!breach && !order) return null;
  const own = breach ? [breach] : breaches.filter(({ values }) => values.orderId === aboutId);
  const breachIds = new Set(own.map(({ id }) => id));
  const ofOwn = steps.filter(({ values }) => values.breachId !== null && breachIds.has(values.breachId));
  return {
    orderIds: new Set(order ? [order.id] : []),
    breachIds,
    arrestIds: new Set(ofOwn.flatMap(({ values }) => values.arrestId ?? [])),
    sinceAt: (order && beganAt(order)) ?? (breach ? (breach.values.happened?.fromAt ?? 0) - YEAR_MS : 0),
  };
}

function beganAt({ values }: BookRecord<'order'>): number | null {
  return values.decidedAt ?? values.servedAt ?? values.fromAt ?? values.happened?.fromAt ?? null;
}

/** True if the record belongs to what the package is about, or to the time since it began. */
export function within(
  scope: Scope,
  record: BookRecord,
  fileLinks: ReadonlyMap<RecordId, readonly RecordId[]>,
): boolean {
  const { orderIds, breachIds, arrestIds, sinceAt } = scope;
  const ofBreach = (id: RecordId | null) => id !== null && breachIds.has(id);
  switch (record.kind) {
    case 'order':
      return orderIds.has(record.id);
    case 'order_term':
    case 'order_service':
      return orderIds.has((record as BookRecord<'order_term'>).values.orderId);
    case 'response_step': {
      const { breachId, arrestId, step } = (record as BookRecord<'response_step'>).values;
      const isShared = arrestId !== null && arrestIds.has(arrestId) && OF_ARREST.has(step);
      return breachId === null || ofBreach(breachId) || isShared;
    }
    case 'evidence':
      return ofBreach((record as BookRecord<'evidence'>).values.breachId);
    case 'attachment':
    case 'custody_event':
      return (fileLinks.get(fileOf(record)) ?? []).length > 0;
    // Who answers for the case since before the order answers for it still.
    case 'case_officer':
      return record.endsAt === null || record.endsAt >= sinceAt;
    default:
      return record.startsAt === null || (record.endsAt ?? record.startsAt) >= sinceAt;
  }
}

function fileOf(record: BookRecord): RecordId {
  return record.kind === 'custody_event' ? (record as BookRecord<'custody_event'>).values.attachmentId : record.id;
}
