/** Times of a plan that are changed in its form: what the rules of a series allow there, and how it is done. */
import type { RecordId } from '#model/ids.ts';
import { hasKeptTimes, PLAN_TIMES } from '#model/kinds/plan.ts';
import type { AnyRecord, BookRecord } from '#model/kinds.ts';
import { instantOfLocal } from '#model/time.ts';
import { type Context, ServiceError } from '../context.ts';
import type { Move } from './move.ts';
import type { Planned } from './series.ts';

type Patch = Readonly<Record<string, unknown>>;

/** True for a need or a measure. */
export function isPlanned(record: AnyRecord): record is Planned {
  return record.kind === 'need' || record.kind === 'measure';
}

/**
 * How a change of a form gives a plan that happens once other times: as a move, so that what lies within it moves along.
 * @returns null where nothing of it is a move
 * @throws ServiceError PLAN_KEEPS_TIMES for a series and for what has begun
 */
export async function timesOf(
  { book, zone, now }: Context,
  record: Planned,
  patch: Patch,
): Promise<{ readonly move: Move; readonly rest: Patch } | null> {
  const values: Patch = record.values;
  const changed = PLAN_TIMES.filter((name) => Object.hasOwn(patch, name) && patch[name] !== values[name]);
  if (changed.length === 0) return null;
  const caseZone = await zoneOf(book, record.caseId, zone);
  const nowAt = now();
  if (hasKeptTimes(values, caseZone, record.createdAt, nowAt)) throw new ServiceError('PLAN_KEEPS_TIMES');
  const { fromLocal } = record.values;
  const startLocal = patch.fromLocal ?? fromLocal;
  if (fromLocal === null || !changed.includes('fromLocal') || typeof startLocal !== 'string') return null;
  const startAt = instantOfLocal(startLocal, caseZone);
  // What lies in the past, before or after, is put right as it is told.
  if (startAt === null || startAt < nowAt || (instantOfLocal(fromLocal, caseZone) ?? nowAt) < nowAt) return null;
  const endLocal = Object.hasOwn(patch, 'toLocal') ? (patch.toLocal as string | null) : record.values.toLocal;
  const { fromLocal: _start, toLocal: _end, ...rest } = patch;
  return { move: { id: record.id, originalLocal: fromLocal, scope: 'this', startLocal, endLocal }, rest };
}

async function zoneOf({ find }: Context['book'], caseId: RecordId | null, zone: string): Promise<string> {
  const found = caseId === null ? null : ((await find(caseId)) as BookRecord<'case'> | null);
  return found?.values.zone ?? zone;
}
