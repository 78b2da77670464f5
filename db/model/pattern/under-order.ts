import { Known } from '../flags/known.ts';
import type { CaseRecords } from '../flags/records.ts';
import type { RecordId } from '../ids.ts';
import { orderState } from '../order-state.ts';
import { patternEvents } from './events.ts';
import { type Episode, episodeOf } from './read-pattern.ts';

/** What was done while an order was in force against him, and how far people have looked at it as a breach. */
export interface UnderOrder {
  /** Orders that were in force at some of it. */
  readonly orders: readonly RecordId[];
  /** Entered as breaches, whatever a lawyer made of them. */
  readonly breaches: readonly Episode[];
  /** Looked at by a person and not entered as a breach. */
  readonly notBreaches: readonly Episode[];
  /** Not looked at; oldest first. Whether one is a breach the program never says. */
  readonly open: readonly Episode[];
}

/**
 * Episodes at a time at which an order was in force, as known at `at` (ms UTC). A time that is not known to lie wholly
 * within the order is none of them; one that is known to be of somebody else is none of those to look at.
 * @param looked ids that a person has looked at and not entered as a breach
 */
export function underOrder(records: CaseRecords, looked: ReadonlySet<RecordId>, at: number): UnderOrder {
  const orders = new Known(records, at).of('order').map(({ record }) => record);
  const used = new Set<RecordId>();
  const during = patternEvents(records, at).filter(({ entry: { bounds } }) => {
    const holding = orders.filter(
      ({ values }) =>
        orderState(values, bounds.fromAt, records.zone) === 'in_force' &&
        orderState(values, bounds.toAt - 1, records.zone) === 'in_force',
    );
    for (const { id } of holding) used.add(id);
    return holding.length > 0;
  });
  const others = during.filter(({ isBreach, sender }) => !isBreach && sender !== 'other');
  return {
    orders: [...used],
    breaches: during.filter(({ isBreach }) => isBreach).map(episodeOf),
    notBreaches: others.filter(({ id }) => looked.has(id)).map(episodeOf),
    open: others.filter(({ id }) => !looked.has(id)).map(episodeOf),
  };
}
