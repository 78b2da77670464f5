/** Dates the book knows by itself that can make her less safe, and what they are read from. */
import type { RecordId } from '#model/ids.ts';
import type { Kind, Values } from '#model/kinds.ts';
import type { When } from '#model/when.ts';

/** A record as far as a date is read from it: none that is struck. */
export interface Told<K extends Kind, F extends keyof Values<K>> {
  readonly id: RecordId;
  readonly values: Pick<Values<K>, F>;
}

export type RiskType = Values<'calendar_risk'>['type'];

/** What happens on it, in a word of the interface. */
export type DateReason =
  | 'order_ends'
  | 'hearing'
  | 'appearance'
  | 'remand_ends'
  | 'release'
  | 'leave'
  | 'child_goes'
  | 'child_comes'
  | 'holiday';

/** Why a record tells no date any more, or none that asks for anything. */
export type GoneReason =
  | 'struck'
  | 'lifted'
  | 'not_in_force'
  | 'replaced'
  | 'held'
  | 'released'
  | 'taken_in'
  | 'no_date';

/** A date the book knows. */
export interface KnownDate {
  readonly type: RiskType;
  readonly reason: DateReason;
  /** The record it is read from. */
  readonly sourceId: RecordId;
  readonly date: When;
  /** Where what happens on it lasts, its end, ms UTC. */
  readonly endsAt: number | null;
  /** Whom it can make less safe: protected persons first, then children. */
  readonly personIds: readonly RecordId[];
}

/** What the records of a case tell. */
export interface Known {
  readonly dates: readonly KnownDate[];
  /** Records that tell none any more, with why. */
  readonly gone: ReadonlyMap<RecordId, GoneReason>;
  /** Records that another has taken the place of. */
  readonly follows: ReadonlyMap<RecordId, RecordId>;
}

/** Parts that the readers of one kind each give. */
export interface Reading {
  readonly dates: KnownDate[];
  readonly gone: Map<RecordId, GoneReason>;
  readonly follows: Map<RecordId, RecordId>;
}

/** Who is who in the case. */
export interface Circle {
  /** Protected persons, then children; each once. */
  readonly hers: readonly RecordId[];
  readonly children: ReadonlySet<RecordId>;
  readonly threatActors: ReadonlySet<RecordId>;
}

/** The persons of the case that are named; all of them where none is. */
export function named(circle: Circle, ids: Iterable<RecordId | null>): readonly RecordId[] {
  const wanted = new Set(ids);
  const found = circle.hers.filter((id) => wanted.has(id));
  return found.length > 0 ? found : circle.hers;
}
