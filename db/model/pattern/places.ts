import type { RecordId } from '../ids.ts';
import type { When } from '../when.ts';
import type { PatternEvent } from './events.ts';

export interface PlaceCount {
  /** What tells it apart: the id of a place, or the words for it; null: no place is told. */
  readonly place: string | null;
  readonly placeId: RecordId | null;
  /** The words for it as they were written first; null where it is a place of the book, or none. */
  readonly text: string | null;
  readonly episodes: number;
  readonly contacts: number;
  /** Episodes of which the sender is confirmed. */
  readonly confirmed: number;
  /** The first and the last episode there. */
  readonly first: When;
  readonly last: When;
  readonly ids: readonly RecordId[];
}

/** Where it happened, most episodes first; what tells no place comes last. */
export function placesOf(events: readonly PatternEvent[]): PlaceCount[] {
  const byPlace = Map.groupBy(events, ({ place }) => place);
  return [...byPlace]
    .flatMap(([place, all]): PlaceCount[] => {
      const [first, last] = [all[0], all.at(-1)];
      if (!first || !last) return [];
      const { placeId = null, placeText = null } = first.entry.record.values as PlaceValues;
      return [
        {
          place,
          placeId,
          text: placeId === null ? placeText?.trim() || null : null,
          episodes: all.length,
          contacts: all.reduce((sum, { contacts }) => sum + contacts, 0),
          confirmed: all.filter(({ sender }) => sender === 'confirmed').length,
          first: first.entry.when,
          last: last.entry.when,
          ids: all.map(({ id }) => id),
        },
      ];
    })
    .sort((a, b) => Number(a.place === null) - Number(b.place === null) || b.episodes - a.episodes);
}

interface PlaceValues {
  readonly placeId?: RecordId | null;
  readonly placeText?: string | null;
}
