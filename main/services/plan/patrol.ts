/** The passes of a patrol's window: drawn, drawn anew with a reason, driven by a named route. */
import { randomInt } from 'node:crypto';
import type { PatrolPasses } from '#contract/plan-view.ts';
import type { OutputOf, ParsedOf } from '#contract/routes.ts';
import type { Reader, Tx } from '#db/book.ts';
import type { RecordId } from '#model/ids.ts';
import { toMinute } from '#model/plan/intervals.ts';
import { drawPasses, type Pass, repeatedPasses } from '#model/plan/patrol.ts';
import { occurrenceAt } from '#model/plan/recurrence.ts';
import { instantOfLocal, plannedLocal } from '#model/time.ts';
import { type Context, ServiceError } from '../context.ts';
import { refusal } from './load.ts';
import { loadOccurrence } from './tell.ts';

const MINUTE_MS = 60_000;
/** Draws that are tried for one that repeats nothing. */
const TRIES = 24;

/** A pass as its row has it; `at` is when it was driven, else when it is drawn for. */
interface KnownPass extends Pass {
  readonly id: RecordId;
  readonly measureId: RecordId;
  readonly originalLocal: string;
  readonly plannedAt: number | null;
  readonly passedAt: number | null;
  /** The route of this pass alone; without one it is driven by that of its measure. */
  readonly ownRoute: string | null;
  readonly struckAt: number | null;
  readonly struckBy: string | null;
  readonly struckReason: string | null;
}

/**
 * Draws the passes of a patrol's window. Those that were driven stay, and nothing is drawn into time that is over; the
 * others are struck with the reason and drawn anew, at times of day that repeat nothing as long as the window has such.
 * @returns instants in order, and those of them that repeat a time of day for the third time
 */
export async function drawPatrol(
  tx: Tx,
  { measureId, originalLocal, spacingMinutes, reason }: ParsedOf<'plan.draw_passes'>,
  nowAt: number,
): Promise<OutputOf<'plan.draw_passes'>> {
  const { series, zone, caseId, record } = await loadOccurrence(tx, measureId, originalLocal);
  const row = series.exceptions.find((one) => one.originalLocal === originalLocal) ?? null;
  const occurrence = occurrenceAt(series, originalLocal, row);
  const { passes: count } = record.values;
  if (!occurrence || occurrence.toAt === null) throw refusal('NO_OCCURRENCE');
  if (count === null) throw new ServiceError('INVALID_VALUES', [{ field: 'passes', code: 'REQUIRED' }]);
  const known = (await passesNear(tx, measureId, zone)).filter(({ struckAt }) => struckAt === null);
  const own = known.filter((pass) => isOf(pass, measureId, originalLocal));
  const driven = own.filter(({ passedAt }) => passedAt !== null);
  const givenUp = own.filter(({ passedAt }) => passedAt === null);
  const left = count - driven.filter((pass) => pass.plannedAt !== null).length;
  if (left < 1) throw new ServiceError('INVALID_VALUES', [{ field: 'passes', code: 'PASSES_DRIVEN' }]);
  if (givenUp.length > 0 && reason === null) {
    throw new ServiceError('INVALID_VALUES', [{ field: 'reason', code: 'REQUIRED' }]);
  }
  const afterDriven = driven.map(({ at }) => toMinute(at) + spacingMinutes * MINUTE_MS);
  const window = { fromAt: Math.max(occurrence.fromAt, toMinute(nowAt), ...afterDriven), toAt: occurrence.toAt };
  if (window.fromAt >= window.toAt) throw refusal('PAST_FROZEN');
  const others = known.filter((one) => !givenUp.includes(one));
  const drawn = drawFresh(window, left, spacingMinutes, others, zone);
  if (!drawn) throw new ServiceError('INVALID_VALUES', [{ field: 'passes', code: 'PASSES_TOO_CLOSE' }]);
  for (const pass of givenUp) await tx.remove(pass.id, reason ?? '');
  for (const [index, at] of drawn.passes.entries()) {
    // A route that was named for a pass is kept with its place in the order.
    const text = givenUp[index]?.ownRoute ?? null;
    const values = { measureId, occurrenceLocal: originalLocal, plannedLocal: plannedLocal(at, zone), text };
    await tx.insert('patrol_pass', values, { caseId });
  }
  return drawn;
}

/** Of some draws the one that repeats fewest times of day; null if so many passes do not fit. */
function drawFresh(
  window: { readonly fromAt: number; readonly toAt: number },
  count: number,
  spacing: number,
  past: readonly Pass[],
  zone: string,
): OutputOf<'plan.draw_passes'> | null {
  let best: OutputOf<'plan.draw_passes'> | null = null;
  for (let attempt = 0; attempt < TRIES && best?.repeated.length !== 0; attempt += 1) {
    const passes = drawPasses(window, count, spacing, randomInt(2 ** 31));
    if (!passes) return null;
    const next = passes.map((at) => ({ at, route: null }));
    const repeated = repeatedPasses(past, next, zone).map(({ pass }) => pass.at);
    if (best === null || repeated.length < best.repeated.length) best = { passes, repeated };
  }
  return best;
}

/** Names the route of a pass; null is not said. */
export async function nameRoute(tx: Tx, { passId, route }: ParsedOf<'plan.name_route'>): Promise<void> {
  const found = await tx.find(passId);
  if (found?.kind !== 'patrol_pass' || found.struckAt !== null) throw new ServiceError('NOT_FOUND');
  await tx.update('patrol_pass', passId, { text: route });
}

/** The passes of one window, what each repeats, the draws that were given up and why, and the routes named so far. */
export async function readPasses(
  { book }: Context,
  { measureId, originalLocal }: ParsedOf<'plan.passes'>,
): Promise<PatrolPasses> {
  const measure = await book.find(measureId);
  if (measure?.kind !== 'measure' || measure.caseId === null) throw new ServiceError('NOT_FOUND');
  const [zone = 'UTC'] = (await book.list('case', { ids: [measure.caseId] })).map(({ values }) => values.zone);
  const all = await passesNear(book, measureId, zone);
  const known = all.filter(({ struckAt }) => struckAt === null);
  const own = known.filter((pass) => isOf(pass, measureId, originalLocal));
  const others = known.filter((pass) => !own.includes(pass));
  const found = repeatedPasses(others, own, zone);
  const struck = all.filter((pass) => pass.struckAt !== null && isOf(pass, measureId, originalLocal));
  return {
    passes: own.map((pass) => ({
      id: pass.id,
      plannedAt: pass.plannedAt,
      passedAt: pass.passedAt,
      route: pass.ownRoute,
      repeats: found.filter((one) => one.pass === pass).map(({ repeats }) => repeats),
    })),
    givenUp: [...Map.groupBy(struck, (pass) => `${pass.struckAt} ${pass.struckReason}`).values()].map((draw) => ({
      at: draw[0]?.struckAt ?? 0,
      by: draw[0]?.struckBy ?? null,
      reason: draw[0]?.struckReason ?? '',
      times: draw.map(({ at }) => at),
    })),
    routes: [...new Set(known.flatMap(({ ownRoute }) => ownRoute ?? []))].sort((a, b) => a.localeCompare(b, 'nb')),
  };
}

function isOf(pass: KnownPass, measureId: RecordId, originalLocal: string): boolean {
  return pass.measureId === measureId && pass.originalLocal === originalLocal;
}

interface PassRow extends Omit<KnownPass, 'at' | 'plannedAt' | 'route'> {
  readonly plannedLocal: string | null;
  readonly measureRoute: string | null;
}

/**
 * Passes of the case's patrols that go where this one goes, in the order they are driven, struck ones too: who watches a
 * place does not know which measure a car belongs to, and a series that was split goes on as another.
 */
async function passesNear(reader: Reader, measureId: RecordId, zone: string): Promise<KnownPass[]> {
  const rows = await reader.all<PassRow>(
    `SELECT p.id, p.measure_id AS measureId, p.occurrence_local AS originalLocal, p.planned_local AS plannedLocal,
       p.passed_at AS passedAt, p.text AS ownRoute, m.route AS measureRoute, r.struck_at AS struckAt,
       r.struck_by AS struckBy, r.struck_reason AS struckReason
     FROM measure own JOIN record o ON o.id = own.id JOIN record s ON s.case_id = o.case_id AND s.kind = 'measure'
       JOIN measure m ON m.id = s.id JOIN patrol_pass p ON p.measure_id = m.id JOIN record r ON r.id = p.id
     WHERE own.id = ? AND (m.id = own.id OR m.place_id = own.place_id)`,
    [measureId],
  );
  return rows
    .flatMap(({ plannedLocal: local, measureRoute, ...row }): KnownPass[] => {
      const plannedAt = local === null ? null : instantOfLocal(local, zone);
      const at = row.passedAt ?? plannedAt;
      return at === null ? [] : [{ ...row, plannedAt, at, route: row.ownRoute ?? measureRoute }];
    })
    .sort((a, b) => a.at - b.at);
}
