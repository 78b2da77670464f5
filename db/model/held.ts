/**
 * Whoever was taken in is held until something tells that he is out. Where he is, is a line of its own for the whole book:
 * that a case says one thing and this line another is shown, and decided by nobody but the one who knows.
 */
import type { RecordId } from './ids.ts';
import { HELD_STATES } from './kinds/whereabouts.ts';

/** An arrest or a remand that has not ended, as far as the records of a case tell. Instants are ms UTC. */
export interface Held {
  readonly recordId: RecordId;
  readonly kind: 'arrest' | 'remand';
  readonly personId: RecordId;
  readonly fromAt: number;
}

/** The newest line of where somebody is. */
interface Stay {
  readonly state: string;
  readonly sinceAt: number;
}

/** The newest hold on a person that came after the last line of where he is, which says that he is not held; null: none. */
export function unsaidHold(held: readonly Held[], personId: RecordId, stay: Stay | null): Held | null {
  if (stay !== null && HELD_STATES.has(stay.state)) return null;
  const later = held.filter((one) => one.personId === personId && (stay === null || one.fromAt > stay.sinceAt));
  return later.reduce<Held | null>((newest, one) => (newest && newest.fromAt >= one.fromAt ? newest : one), null);
}
