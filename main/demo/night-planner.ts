import type { Tx } from '#db/book.ts';
import type { RecordId } from '#model/ids.ts';
import type { MeasureType } from '#model/kinds/measure.ts';
import type { NewValues } from '#model/kinds.ts';
import type { NightRoster, Officer, Vehicle } from './night-roster.ts';
import { at } from './night-time.ts';

/** Persons and places of the case that the plan is about. */
export interface NightPeople {
  readonly lind: RecordId;
  readonly childA: RecordId;
  readonly childB: RecordId;
  readonly m: RecordId;
  readonly home: RecordId;
  readonly kindergarten: RecordId;
  /** What she needs most, in her words; and that somebody stands there. */
  readonly wishes: { readonly sleep: RecordId; readonly guard: RecordId };
}

/** A measure beside its type and times. */
export interface NightMeasure extends NewValues<'measure'> {
  /** First the leader; who was there is told where the measure has begun. */
  readonly officers?: readonly Officer[];
  readonly vehicles?: readonly Vehicle[];
  /** False: nobody has told that they came. */
  readonly isConfirmed?: boolean;
}

/** Plans a measure with its crew. Times are `YYYY-MM-DD HH:MM` in Norway. @returns its id */
export type Plan = (type: MeasureType, from: string, to: string | null, given: NightMeasure) => Promise<RecordId>;

const NOW = '2026-03-29 05:12';

/** Wall-clock text of a plan. */
export const local = (text: string) => text.replace(' ', 'T');

/**
 * The way in which all measures of the night are planned.
 * @param protectedId who is protected where a measure names nobody else
 * @param decisionAt the decision that a measure rests on, by its beginning; null where none is told
 */
export function planner(
  tx: Tx,
  caseId: RecordId,
  protectedId: RecordId,
  { officers, vehicles }: NightRoster,
  decisionAt: (from: string) => RecordId | null,
): Plan {
  return async (type, from, to, { officers: crew = [], vehicles: cars = [], isConfirmed = true, ...given }) => {
    const isPresence = type !== 'shielding';
    const isOver = to !== null && to <= NOW;
    const { id: measureId } = await tx.insert(
      'measure',
      {
        type,
        fromLocal: local(from),
        toLocal: to && local(to),
        status: isOver ? 'done' : from < NOW ? 'active' : 'planned',
        personId: isPresence ? protectedId : null,
        decisionId: isPresence ? decisionAt(from) : null,
        decidedBy: isPresence ? 'Vaktleder Vik' : null,
        ...given,
      },
      { caseId },
    );
    const header = { caseId };
    const hasCome = isConfirmed && from < NOW;
    for (const [index, name] of crew.entries()) {
      await tx.insert(
        'assignment',
        {
          measureId,
          officerId: officers[name],
          post: type === 'transport' ? (index === 0 ? 'driver' : 'inner') : index === 0 ? 'leader' : 'guard',
          status: from < '2026-04-01' ? 'published' : 'planned',
          onPostAt: hasCome ? at(from) : null,
          relievedAt: hasCome && isOver && to ? at(to) : null,
          source: hasCome ? 'Samband' : null,
        },
        header,
      );
    }
    for (const name of cars) {
      await tx.insert('assignment', { measureId, vehicleId: vehicles[name], status: 'published' }, header);
    }
    return measureId;
  };
}
