/** Cuts each occurrence that an edit of a series reaches: one series becomes two, and what is said of it goes along. */
import type { Tx } from '#db/book.ts';
import type { RecordId } from '#model/ids.ts';
import { startsBetween } from '#model/plan/recurrence.ts';
import type { EditScope } from '#model/plan/recurrence-edit.ts';
import { type CutPoint, type CutSeries, cutPointOf, cutSeries } from '#model/plan/series-cut.ts';
import type { Series } from '#model/plan/types.ts';
import { instantOfLocal } from '#model/time.ts';
import { ServiceError } from '../context.ts';
import type { PlannedMeasure } from './copy.ts';
import { loadMeasure, partsOf } from './load.ts';
import { sayOwnParts } from './own-parts.ts';
import { reliefsOf } from './relief.ts';
import { timesOf } from './series.ts';
import { splitOff } from './split.ts';
import { copyRequired, rowTimes } from './store-edit.ts';

/** Where a series is cut, and whether the second part keeps the crew or `receiverId` hands it over in turn. */
export interface SeriesCut {
  readonly originalLocal: string;
  readonly atLocal: string;
  readonly scope?: EditScope | undefined;
  readonly crew: 'kept' | 'none';
  readonly receiverId?: RecordId | null;
}

/** Both parts of a night, by their keys. */
export interface CutNight {
  readonly firstKey: string;
  readonly secondKey: string;
}

interface Cut extends CutSeries {
  readonly rest: PlannedMeasure;
  readonly secondId: RecordId;
  readonly point: CutPoint;
  readonly isKept: boolean;
}

/**
 * @returns the records of the two parts, and the first night of which both are there; none where there is none
 * @throws ServiceError PAST_FROZEN if all has begun, INVALID_VALUES for a time outside, RULE_NOT_SHIFTABLE
 */
export async function cutEach(
  tx: Tx,
  planned: PlannedMeasure,
  { originalLocal, atLocal, scope = 'all', crew, receiverId }: SeriesCut,
  nowAt: number,
): Promise<{ firstId: RecordId; secondId: RecordId; pairs: readonly CutNight[] }> {
  const firstId = await splitOff(tx, planned, { originalLocal, scope }, nowAt);
  await sayOwnParts(tx, await loadMeasure(tx, firstId));
  const rest = await loadMeasure(tx, firstId);
  const parts = cutSeries(rest.series, originalLocal, atLocal);
  if ('problem' in parts) {
    if (parts.problem === 'OUTSIDE') throw new ServiceError('INVALID_VALUES', [{ field: 'atLocal', code: 'OUTSIDE' }]);
    throw new ServiceError(parts.problem);
  }
  const { first, second } = parts;
  // A series begins at a time there is: cut it from the night after, and the night of the change by itself.
  if (instantOfLocal(second.startLocal, second.zone) === null) {
    throw new ServiceError('INVALID_VALUES', [{ field: 'atLocal', code: 'TIME_MISSING' }]);
  }
  const isKept = crew === 'kept';
  const secondId = await insertSecond(tx, rest, second, isKept);
  const cut: Cut = { rest, first, second, secondId, point: cutPointOf(originalLocal, atLocal), isKept };
  await updateFirst(tx, cut);
  await storeRows(tx, cut);
  await shareCrew(tx, cut);
  await shareLegs(tx, cut);
  await sharePasses(tx, cut);
  await shareReliefs(tx, cut, receiverId);
  return { firstId, secondId, pairs: firstNight(cut) };
}

async function insertSecond(
  tx: Tx,
  { record, caseId }: PlannedMeasure,
  second: Series,
  isKept: boolean,
): Promise<RecordId> {
  const { expectedEndLocal, outerLimitLocal } = record.values;
  const { startLocal } = second;
  // Who goes on past the time they were expected to leave is not fresh because the bar was cut; who takes over is.
  const after = (local: string | null) => (local === null || local > startLocal ? local : isKept ? startLocal : null);
  const values = {
    ...record.values,
    ...timesOf(second),
    expectedEndLocal: after(expectedEndLocal),
    outerLimitLocal: after(outerLimitLocal),
  };
  const { id } = await tx.insert('measure', values, { caseId });
  await copyRequired(tx, record.id, id, caseId);
  return id;
}

async function updateFirst(tx: Tx, { rest, first }: Cut): Promise<void> {
  const times = timesOf(first);
  const { expectedEndLocal, outerLimitLocal } = rest.record.values;
  const within = (local: string | null) => (local !== null && local <= (times.toLocal ?? local) ? local : null);
  await tx.update('measure', rest.record.id, {
    ...times,
    expectedEndLocal: within(expectedEndLocal),
    outerLimitLocal: within(outerLimitLocal),
  });
}

/** How a night stands, where it is and how many it takes holds for both parts; its own times are those of each. */
async function storeRows(tx: Tx, { rest, first, second, secondId, point }: Cut): Promise<void> {
  const { caseId, rows } = rest;
  const firstOwn = new Map(first.exceptions.map((one) => [one.originalLocal, one]));
  const secondOwn = new Map(second.exceptions.map((one) => [one.originalLocal, one]));
  for (const [key, row] of rows) {
    const { placeId, headcount, status, statusReason } = row.values;
    await tx.update('occurrence', row.id, rowTimes(firstOwn.get(key), row));
    firstOwn.delete(key);
    const originalLocal = point.rekey(key);
    const said = { placeId, headcount, statusReason, ...rowTimes(secondOwn.get(originalLocal), row) };
    secondOwn.delete(originalLocal);
    const isSaid = status !== null || Object.values(said).some((value) => value !== null);
    if (isSaid) await tx.insert('occurrence', { seriesId: secondId, originalLocal, ...said }, { caseId });
  }
  for (const [seriesId, own] of [
    [rest.record.id, firstOwn],
    [secondId, secondOwn],
  ] as const) {
    for (const one of own.values()) {
      const { originalLocal } = one;
      await tx.insert('occurrence', { seriesId, originalLocal, ...rowTimes(one, null) }, { caseId });
    }
  }
}

/** Everybody stays in the part in which they are there; in a hand-over nobody but the receivers is on the second. */
async function shareCrew(tx: Tx, { rest, secondId, point, isKept }: Cut): Promise<void> {
  const { record, series, caseId } = rest;
  for (const { id, values } of await partsOf(tx, 'assignment', record.id)) {
    const { occurrenceLocal: key, fromLocal, toLocal, firstLocal, lastLocal, status } = values;
    const isForAll = key === null;
    if (isForAll && status === 'cancelled') continue;
    const cutLocal = isForAll ? point.rekey(series.startLocal) : point.timeOf(key);
    const isInFirst = fromLocal === null || fromLocal < cutLocal;
    const isInSecond = toLocal === null || toLocal > cutLocal;
    const moved = {
      measureId: secondId,
      occurrenceLocal: isForAll ? null : point.rekey(key),
      firstLocal: firstLocal && point.rekey(firstLocal),
      lastLocal: lastLocal && point.rekey(lastLocal),
      fromLocal: isInFirst ? null : fromLocal,
      toLocal: isInSecond ? toLocal : null,
    };
    if (isKept && isForAll && !isInFirst) {
      await tx.update('assignment', id, moved);
      continue;
    }
    // A row for one night takes the place of that for all, also where it says that somebody is not there.
    if (isKept && (isInSecond || !isForAll)) {
      const told = { onPostAt: null, relievedAt: null, relievedById: null, source: null };
      const second = { ...values, ...moved, ...told, status: isInSecond ? status : ('cancelled' as const) };
      await tx.insert('assignment', second, { caseId });
    }
    if (!isInFirst) await tx.update('assignment', id, { status: 'cancelled', fromLocal: null, toLocal: null });
    else if (toLocal !== null && toLocal > cutLocal) await tx.update('assignment', id, { toLocal: null });
  }
}

/** Each leg goes to the part in which it sets out. */
async function shareLegs(tx: Tx, { rest, secondId, point }: Cut): Promise<void> {
  const { record, series, caseId } = rest;
  const rows = await partsOf(tx, 'leg', record.id);
  const general = new Map(rows.flatMap(({ values: v }) => (v.occurrenceLocal === null ? [[v.rank, v]] : [])));
  const isAfter = (departLocal: string | null, cutLocal: string) => departLocal !== null && departLocal >= cutLocal;
  const generalCut = point.rekey(series.startLocal);
  for (const { id, values } of rows) {
    const { occurrenceLocal: key, rank, departLocal } = values;
    if (key === null) {
      if (isAfter(departLocal, generalCut)) await tx.update('leg', id, { measureId: secondId });
      continue;
    }
    const forAll = general.get(rank);
    const isForAllAfter = forAll !== undefined && isAfter(forAll.departLocal, generalCut);
    const isMoved = departLocal === null ? isForAllAfter : isAfter(departLocal, point.timeOf(key));
    if (isMoved) await tx.update('leg', id, { measureId: secondId, occurrenceLocal: point.rekey(key) });
    if (forAll === undefined || isMoved === isForAllAfter) continue;
    // The row for all stands for the other nights; in this one its place is taken by one without times.
    const gone = isForAllAfter
      ? { measureId: secondId, occurrenceLocal: point.rekey(key) }
      : { measureId: record.id, occurrenceLocal: key };
    await tx.insert('leg', { ...gone, rank }, { caseId });
  }
}

async function sharePasses(tx: Tx, { rest, secondId, point }: Cut): Promise<void> {
  for (const { id, values } of await partsOf(tx, 'patrol_pass', rest.record.id)) {
    const { occurrenceLocal: key, plannedLocal } = values;
    if (plannedLocal === null || plannedLocal < point.timeOf(key)) continue;
    await tx.update('patrol_pass', id, { measureId: secondId, occurrenceLocal: point.rekey(key) });
  }
}

/** A relief from the end of a night is one from its second part; one that begins a night stays with the first. */
async function shareReliefs(tx: Tx, cut: Cut, receiverId: RecordId | null | undefined): Promise<void> {
  const { rest, first, second, secondId, point } = cut;
  const id = rest.record.id;
  for (const { id: reliefId, values } of await reliefsOf(tx, id)) {
    const { fromMeasureId, fromOccurrenceLocal: given, toMeasureId, toOccurrenceLocal: taken } = values;
    if (values.takenOverAt !== null) continue;
    if (fromMeasureId === id && given !== null && !isOut(second, point.rekey(given))) {
      const isAfter = values.atLocal === null || values.atLocal > point.timeOf(given);
      const from = { fromMeasureId: secondId, fromOccurrenceLocal: point.rekey(given) };
      // Who has taken over hands over in turn.
      const giver = receiverId === undefined ? {} : { giverId: receiverId };
      if (isAfter || isOut(first, given)) await tx.update('handover', reliefId, { ...from, ...giver });
    }
    if (toMeasureId === id && taken !== null && isOut(first, taken) && !isOut(second, point.rekey(taken))) {
      const to = { toMeasureId: secondId, toOccurrenceLocal: point.rekey(taken) };
      await tx.update('handover', reliefId, to);
    }
  }
}

function isOut({ exceptions }: Series, key: string): boolean {
  return exceptions.some(({ originalLocal, excluded }) => excluded && originalLocal === key);
}

/** The first night of which both parts are there: from it on the two are joined. */
function firstNight({ first, second, point }: Cut): CutNight[] {
  const { starts } = startsBetween(
    first,
    first.startLocal,
    '9999-12-31T23:59',
    first.exceptions.length + second.exceptions.length + 1,
  );
  const key = starts.find((one) => !isOut(first, one) && !isOut(second, point.rekey(one)));
  return key === undefined ? [] : [{ firstKey: key, secondKey: point.rekey(key) }];
}
