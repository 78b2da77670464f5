import type { RecordId } from '../ids.ts';
import type { BookRecord, Kind } from '../kinds.ts';

/** What the chain after a breach, its numbers and its contradictions are read from: one case, struck records left out. */
export interface ChainFacts {
  readonly order: readonly BookRecord<'order'>[];
  readonly order_service: readonly BookRecord<'order_service'>[];
  readonly breach: readonly BookRecord<'breach'>[];
  readonly report: readonly BookRecord<'report'>[];
  readonly arrest: readonly BookRecord<'arrest'>[];
  readonly remand: readonly BookRecord<'remand'>[];
  readonly court_step: readonly BookRecord<'court_step'>[];
  readonly response_step: readonly BookRecord<'response_step'>[];
  /** Protected persons and children: what they ask a court for is no answer to a breach. */
  readonly protectedIds: ReadonlySet<RecordId>;
}

/** Kinds of which a chain is read. */
export const CHAIN_KINDS = [
  'order',
  'order_service',
  'breach',
  'report',
  'arrest',
  'remand',
  'court_step',
  'response_step',
] as const satisfies readonly Kind[];
