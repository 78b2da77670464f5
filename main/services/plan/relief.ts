/** Reliefs: two measures joined, the giver responsible until the receiver says «overtatt»; and what keeps them joined. */
import type { ParsedOf } from '#contract/routes.ts';
import type { Tx } from '#db/book.ts';
import type { RecordId } from '#model/ids.ts';
import type { BookRecord } from '#model/kinds.ts';
import { addWallMinutes, wallMinutes } from '#model/plan/local-time.ts';
import { hasOccurrence, startsBetween } from '#model/plan/recurrence.ts';
import { reliefsUntil } from '#model/plan/relief-reach.ts';
import { ServiceError } from '../context.ts';
import { assignmentsOf } from './crew.ts';
import { loadMeasure, partsOf, refusal } from './load.ts';
import { timesNow } from './move.ts';
import type { PlannedSeries } from './series.ts';

export interface OccurrenceOf {
  readonly id: RecordId;
  readonly originalLocal: string;
}

type PlannedMeasure = PlannedSeries<BookRecord<'measure'>>;
type Relief = BookRecord<'handover'>;

const MOST = 200;

/**
 * Joins two measures by a relief, on one occurrence or on that and those that follow; or writes one anew.
 * @returns ids of the reliefs, in order of time
 * @throws ServiceError NOT_FOUND, NO_OCCURRENCE, PAST_FROZEN for one that was taken over, RELIEF_EXISTS
 */
export async function relieve(tx: Tx, input: ParsedOf<'plan.relieve'>): Promise<RecordId[]> {
  const from = await loadMeasure(tx, input.from.id);
  const to = await loadMeasure(tx, input.to.id);
  if (from.caseId !== to.caseId) throw new ServiceError('NOT_FOUND');
  const isSame = input.from.id === input.to.id && input.from.originalLocal === input.to.originalLocal;
  if (isSame) throw new ServiceError('INVALID_VALUES', [{ field: 'toMeasureId', code: 'INVALID' }]);
  for (const [planned, { originalLocal }] of [
    [from, input.from],
    [to, input.to],
  ] as const) {
    if (!isThere(planned, originalLocal)) throw refusal('NO_OCCURRENCE');
  }
  if (input.handoverId !== null) {
    const known = await findRelief(tx, input.handoverId);
    if (known.values.takenOverAt !== null) throw refusal('PAST_FROZEN');
    await tx.update('handover', known.id, await valuesOf(tx, input, to, input.from, input.to));
    return [known.id];
  }
  const known = await reliefsOf(tx, input.from.id);
  const ids: RecordId[] = [];
  for (const [own, next] of pairsOf(input, from, to)) {
    const isKnown = known.some(
      ({ values: v }) =>
        v.fromMeasureId === own.id &&
        v.fromOccurrenceLocal === own.originalLocal &&
        v.toMeasureId === next.id &&
        v.toOccurrenceLocal === next.originalLocal,
    );
    if (isKnown) continue;
    const values = await valuesOf(tx, input, to, own, next);
    ids.push((await tx.insert('handover', { type: 'relief', ...values }, { caseId: from.caseId })).id);
  }
  if (ids.length === 0) throw new ServiceError('RELIEF_EXISTS');
  return ids;
}

/** The occurrences that are joined: those that lie to one another as the two that were named. */
function pairsOf(
  { from, to, scope }: ParsedOf<'plan.relieve'>,
  { series }: PlannedMeasure,
  next: PlannedMeasure,
): (readonly [OccurrenceOf, OccurrenceOf])[] {
  if (scope === 'this' || series.rule === null || next.series.rule === null) return [[from, to]];
  const apart = wallMinutes(to.originalLocal) - wallMinutes(from.originalLocal);
  const until = reliefsUntil(from.originalLocal);
  const excluded = new Set(series.exceptions.flatMap((one) => (one.excluded ? [one.originalLocal] : [])));
  return startsBetween(series, from.originalLocal, until, MOST).starts.flatMap((key) => {
    const other = addWallMinutes(key, apart);
    if (excluded.has(key) || !isThere(next, other)) return [];
    return [
      [
        { id: from.id, originalLocal: key },
        { id: to.id, originalLocal: other },
      ] as const,
    ];
  });
}

async function valuesOf(
  tx: Tx,
  { giverId, receiverId, atLocal, text, to }: ParsedOf<'plan.relieve'>,
  next: PlannedMeasure,
  own: OccurrenceOf,
  other: OccurrenceOf,
) {
  const by = wallMinutes(other.originalLocal) - wallMinutes(to.originalLocal);
  return {
    fromMeasureId: own.id,
    fromOccurrenceLocal: own.originalLocal,
    toMeasureId: other.id,
    toOccurrenceLocal: other.originalLocal,
    giverId: await nameOf(tx, own, giverId),
    receiverId: await nameOf(tx, other, receiverId),
    atLocal: atLocal === null ? timesNow(next.series, other.originalLocal).startLocal : addWallMinutes(atLocal, by),
    text,
  };
}

/** Who was named, where they are on the occurrence; else who is responsible for it. */
async function nameOf(tx: Tx, occurrence: OccurrenceOf, officerId: RecordId | null): Promise<RecordId | null> {
  if (officerId === null) return responsibleOf(tx, occurrence);
  const crew = assignmentsOf(await partsOf(tx, 'assignment', occurrence.id), occurrence.originalLocal);
  return crew.some(({ values }) => values.officerId === officerId) ? officerId : responsibleOf(tx, occurrence);
}

/** Who hands over, or takes over, where nobody is named: the leader of the crew, or the only one on it. */
export async function responsibleOf(tx: Tx, { id, originalLocal }: OccurrenceOf): Promise<RecordId | null> {
  const crew = assignmentsOf(await partsOf(tx, 'assignment', id), originalLocal).filter((row) => row.values.officerId);
  const one = crew.find(({ values }) => values.post === 'leader') ?? (crew.length === 1 ? crew[0] : undefined);
  return one?.values.officerId ?? null;
}

/** After a cut: what was to be taken over from the end of an occurrence is taken over from its second part. */
export async function repointReliefs(tx: Tx, { id, originalLocal }: OccurrenceOf, second: OccurrenceOf): Promise<void> {
  for (const { id: reliefId, values } of await reliefsOf(tx, id)) {
    if (values.fromMeasureId !== id || values.fromOccurrenceLocal !== originalLocal) continue;
    // What was taken over at the cut or before it has been, and stays with the first part.
    if (values.takenOverAt !== null || (values.atLocal !== null && values.atLocal <= second.originalLocal)) continue;
    const from = { fromMeasureId: second.id, fromOccurrenceLocal: second.originalLocal };
    await tx.update('handover', reliefId, from);
  }
}

/** Names who hands over an occurrence that is to be taken over. */
export async function nameGiver(tx: Tx, { id, originalLocal }: OccurrenceOf, giverId: RecordId | null): Promise<void> {
  for (const { id: reliefId, values } of await reliefsOf(tx, id)) {
    const isGiven = values.fromMeasureId === id && values.fromOccurrenceLocal === originalLocal;
    if (isGiven && values.takenOverAt === null) await tx.update('handover', reliefId, { giverId });
  }
}

/** Reliefs of these measures that are not taken over and lie at an edge of one of their two sides. */
export async function reliefsAtEdge(tx: Tx, ids: readonly RecordId[]): Promise<readonly RecordId[]> {
  const found = new Set<RecordId>();
  for (const id of new Set(ids)) {
    for (const relief of await reliefsOf(tx, id)) {
      const edges = await edgesOf(tx, relief);
      const { atLocal, takenOverAt } = relief.values;
      if (takenOverAt === null && edges && (atLocal === edges.end || atLocal === edges.start)) found.add(relief.id);
    }
  }
  return [...found];
}

/** Brings them to where their two sides meet now. Where these do not meet the time stays, and the hole is named. */
export async function followEdges(tx: Tx, reliefIds: readonly RecordId[]): Promise<void> {
  for (const id of reliefIds) {
    const relief = await findRelief(tx, id);
    const edges = await edgesOf(tx, relief);
    if (!edges || (edges.end !== null && edges.end !== edges.start)) continue;
    if (relief.values.atLocal !== edges.start) await tx.update('handover', id, { atLocal: edges.start });
  }
}

/** Where the giving side ends and the receiving one begins, wall clock; null where one of them is not there any more. */
async function edgesOf(tx: Tx, { values }: Relief): Promise<{ end: string | null; start: string } | null> {
  const { fromMeasureId, fromOccurrenceLocal, toMeasureId, toOccurrenceLocal } = values;
  if (!fromMeasureId || !fromOccurrenceLocal || !toMeasureId || !toOccurrenceLocal) return null;
  const from = await tryLoad(tx, fromMeasureId);
  const to = await tryLoad(tx, toMeasureId);
  if (!from || !to || !isThere(from, fromOccurrenceLocal) || !isThere(to, toOccurrenceLocal)) return null;
  return {
    end: timesNow(from.series, fromOccurrenceLocal).endLocal,
    start: timesNow(to.series, toOccurrenceLocal).startLocal,
  };
}

async function tryLoad(tx: Tx, id: RecordId): Promise<PlannedMeasure | null> {
  try {
    return await loadMeasure(tx, id);
  } catch (error) {
    if (error instanceof ServiceError && error.code === 'NOT_FOUND') return null;
    throw error;
  }
}

function isThere({ series, rows }: PlannedMeasure, originalLocal: string): boolean {
  return rows.get(originalLocal)?.values.status !== 'excluded' && hasOccurrence(series, originalLocal);
}

/** Reliefs from or to a measure, not struck. */
export async function reliefsOf(tx: Tx, measureId: RecordId): Promise<Relief[]> {
  const rows = await tx.all<{ id: RecordId }>(
    `SELECT h.id FROM handover h JOIN record r ON r.id = h.id
     WHERE (h.from_measure_id = ?1 OR h.to_measure_id = ?1) AND r.struck_at IS NULL ORDER BY r.rid`,
    [measureId],
  );
  const found: Relief[] = [];
  for (const { id } of rows) found.push((await tx.find(id)) as unknown as Relief);
  return found;
}

async function findRelief(tx: Tx, id: RecordId): Promise<Relief> {
  const found = await tx.find(id);
  if (found?.kind !== 'handover' || found.struckAt !== null) throw new ServiceError('NOT_FOUND');
  return found as unknown as Relief;
}
