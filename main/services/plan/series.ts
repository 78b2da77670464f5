import type { RecordId } from '#model/ids.ts';
import type { BookRecord } from '#model/kinds.ts';
import { addWallMinutes, daysBetween, localAt, timeOf, wallMinutes } from '#model/plan/local-time.ts';
import type { Series, SeriesException } from '#model/plan/types.ts';

/** A record that is planned: once or as a series. */
export type Planned = BookRecord<'need'> | BookRecord<'measure'>;
/** A row of an occurrence, as a read or a command has it. */
export type OccurrenceRow = Pick<BookRecord<'occurrence'>, 'id' | 'values' | 'createdAt'>;

/** A plan with what its series needs: its zone, and its rows by the key of the occurrence. */
export interface PlannedSeries<P extends Planned = Planned> {
  readonly record: P;
  readonly caseId: RecordId;
  readonly zone: string;
  readonly rows: ReadonlyMap<string, OccurrenceRow>;
  readonly series: Series;
}

/** Rows by the series and the key of the occurrence; of two with one key the one entered last. */
export function rowsBySeries(rows: readonly OccurrenceRow[]): Map<RecordId, Map<string, OccurrenceRow>> {
  const all = new Map<RecordId, Map<string, OccurrenceRow>>();
  for (const row of rows.toSorted((a, b) => a.createdAt - b.createdAt)) {
    const own = all.get(row.values.seriesId) ?? new Map<string, OccurrenceRow>();
    own.set(row.values.originalLocal, row);
    all.set(row.values.seriesId, own);
  }
  return all;
}

/** The series of a record; null for a measure that is told as a fact and was never planned by the clock. */
export function seriesOf<P extends Planned>(
  record: P,
  zone: string,
  rows: ReadonlyMap<string, OccurrenceRow> = new Map(),
): PlannedSeries<P> | null {
  const { fromLocal, toLocal, recurrence } = record.values;
  if (fromLocal === null || record.caseId === null) return null;
  const series: Series = {
    id: record.id,
    startLocal: fromLocal,
    endTime: toLocal && timeOf(toLocal),
    endDayOffset: toLocal === null ? 0 : daysBetween(fromLocal, toLocal),
    zone,
    rule: recurrence,
    // What happens once has its own times; a row tells only how it stands.
    exceptions: [...rows.values()].map(exceptionOf),
  };
  return { record, caseId: record.caseId, zone, rows, series };
}

function exceptionOf({ values }: OccurrenceRow): SeriesException {
  const { originalLocal, fromLocal, toLocal, status } = values;
  return { originalLocal, startLocal: fromLocal, endLocal: toLocal, excluded: status === 'excluded' };
}

/** The fields of a record that hold a series' times. */
export function timesOf(series: Series) {
  const { startLocal, endTime, endDayOffset, rule } = series;
  return {
    fromLocal: startLocal,
    toLocal: endTime === null ? null : localAt(startLocal, endTime, endDayOffset),
    recurrence: rule,
  };
}

/** Wall-clock minutes by which an occurrence lies after the first one, a move of its own counted. */
export function shiftOf(series: Series, originalLocal: string): number {
  const own = series.exceptions.find((exception) => exception.originalLocal === originalLocal);
  const endLocal = own?.endLocal ?? endOf(series, originalLocal);
  const moved = movedFromRule(series, originalLocal, { startLocal: own?.startLocal ?? originalLocal, endLocal });
  return wallMinutes(originalLocal) - wallMinutes(series.startLocal) + moved;
}

/** Minutes by which an occurrence with these times lies as a whole after where its rule has it. */
export function movedFromRule(series: Series, originalLocal: string, times: Times): number {
  return movedBy({ startLocal: originalLocal, endLocal: endOf(series, originalLocal) }, times);
}

/** Wall-clock end the rule gives an occurrence; null is open. */
export function endOf(series: Series, originalLocal: string): string | null {
  return series.endTime === null ? null : localAt(originalLocal, series.endTime, series.endDayOffset);
}

interface Times {
  readonly startLocal: string;
  readonly endLocal: string | null;
}

/**
 * Minutes by which a period was moved as a whole, so that what lies within it moves along; 0 if only one of its ends was
 * drawn.
 */
export function movedBy(before: Times, after: Times): number {
  const start = wallMinutes(after.startLocal) - wallMinutes(before.startLocal);
  if (before.endLocal === null || after.endLocal === null) return before.endLocal === after.endLocal ? start : 0;
  return wallMinutes(after.endLocal) - wallMinutes(before.endLocal) === start ? start : 0;
}

/** A time of the first occurrence as it is for one that lies so many minutes later; null stays null. */
export function shifted(local: string | null, minutes: number): string | null {
  return local === null ? null : addWallMinutes(local, minutes);
}
