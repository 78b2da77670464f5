/** When a child goes to him and comes back: a planned stay of a child at a place that is his. */
import type { RecordId } from '#model/ids.ts';
import { resolveLocal } from '#model/time.ts';
import { whenAtMinute } from '#model/when.ts';
import type { Circle, Reading, Told } from './types.ts';

export type ChildStay = Told<'stay', 'personId' | 'placeId' | 'fromLocal' | 'toLocal'>;
export type HisPlace = Told<'place', 'personId'>;

/** Both ends of such a stay are an exchange: whoever brings the child meets him. */
export function exchangeDates(
  stays: readonly ChildStay[],
  places: readonly HisPlace[],
  circle: Circle,
  zone: string,
): Reading {
  const reading: Reading = { dates: [], gone: new Map(), follows: new Map() };
  const ofWhom = new Map(places.map(({ id, values }) => [id, values.personId]));
  const grown = circle.hers.filter((id) => !circle.children.has(id));
  for (const { id, values } of stays) {
    const owner = ofWhom.get(values.placeId) ?? null;
    if (!circle.children.has(values.personId) || owner === null || !circle.threatActors.has(owner)) {
      reading.gone.set(id, 'no_date');
      continue;
    }
    for (const [local, reason] of [
      [values.fromLocal, 'child_goes'],
      [values.toLocal, 'child_comes'],
    ] as const) {
      const at = local === null ? null : resolveLocal(local, zone);
      if (!at) continue;
      const personIds: readonly RecordId[] = [...grown, values.personId];
      const date = whenAtMinute(at.at, zone);
      reading.dates.push({ type: 'child_exchange', reason, sourceId: id, date, endsAt: null, personIds });
    }
  }
  return reading;
}
