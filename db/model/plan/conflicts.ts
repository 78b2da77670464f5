/** What in a plan cannot be kept as it stands. Warned, never blocked. */
import { overlap } from './intervals.ts';
import { restConflicts, weeksOf } from './rest.ts';
import type { Conflict } from './result.ts';
import { keyOf } from './result.ts';
import { legConflicts, placesOfDuties, positionsOf, travelConflicts } from './travel.ts';
import type { Appearance, OccurrenceRef, Period, PlanWindow } from './types.ts';
import { unavailabilityConflicts } from './unavailable.ts';
import { officerStints, type Stint, type Stints, vehicleStints } from './work.ts';

const MINUTE_MS = 60_000;

/** Minutes that must lie between her coming or going and his, at the same door. */
export const MEET_MARGIN_MINUTES = 30;

/** Narrows the question to what one duty can touch. */
export interface ConflictScope {
  readonly officerIds: ReadonlySet<string>;
  readonly vehicleIds: ReadonlySet<string>;
  readonly duties: ReadonlySet<string>;
}

/**
 * Conflicts that touch the plan's window, in order of time.
 * @param scope only those about these officers, vehicles and duties (by `keyOf`); null is all
 */
export function conflictsOf(plan: PlanWindow, scope: ConflictScope | null = null): Conflict[] {
  const horizonAt = Math.max(plan.toAt, ...plan.duties.map((duty) => duty.toAt ?? 0));
  const positions = positionsOf(plan);
  const placeOf = placesOfDuties(plan);
  const weeks = weeksOf(plan, plan.zone);
  const found: Conflict[] = [];
  const subjects = [
    ['officer', officerStints(plan.duties, horizonAt), scope?.officerIds],
    ['vehicle', vehicleStints(plan.duties, horizonAt), scope?.vehicleIds],
  ] as const;
  for (const [subject, stints, only] of subjects) {
    for (const [id, list] of within(stints, only)) {
      found.push(...doubleBookings(subject, id, list), ...travelConflicts(subject, id, list, positions, placeOf));
      found.push(...unavailabilityConflicts(subject, id, list, plan.unavailable));
      if (subject === 'officer') found.push(...restConflicts(id, list, plan.restExceptions, plan, weeks));
    }
  }
  for (const duty of plan.duties) {
    if (!scope || scope.duties.has(keyOf(duty))) found.push(...legConflicts(duty, plan.avoid, positions));
  }
  if (!scope) found.push(...meetings(plan.appearances));
  return found
    .filter((conflict) => conflict.fromAt < plan.toAt && conflict.toAt > plan.fromAt)
    .sort((a, b) => a.fromAt - b.fromAt || (a.key < b.key ? -1 : 1));
}

/** Pairs of duties that want the same officer or vehicle in the same minute. */
function doubleBookings(subject: 'officer' | 'vehicle', subjectId: string, stints: readonly Stint[]): Conflict[] {
  const shared = new Map<string, { pair: [Stint, Stint]; period: Period }>();
  let running: Stint[] = [];
  for (const stint of stints) {
    running = running.filter((other) => other.toAt > stint.fromAt);
    for (const other of running) {
      // Two posts at one duty are not two places.
      if (keyOf(other.duty) === keyOf(stint.duty)) continue;
      const period = overlap(other, stint);
      const key = [keyOf(other.duty), keyOf(stint.duty)].sort().join('+');
      const known = shared.get(key)?.period;
      if (!period) continue;
      const toAt = Math.max(known?.toAt ?? 0, period.toAt);
      shared.set(key, { pair: [other, stint], period: { fromAt: known?.fromAt ?? period.fromAt, toAt } });
    }
    running.push(stint);
  }
  return [...shared].map(([key, { pair, period }]) => {
    const duties = pair.map(({ duty }) => refOf(duty));
    return {
      key: `double_${subject}:${subjectId}:${key}`,
      type: `double_${subject}` as const,
      ...period,
      caseIds: [...new Set(pair.map(({ duty }) => duty.caseId))],
      subjectId,
      duties,
      recordIds: [],
      figure: (period.toAt - period.fromAt) / MINUTE_MS,
      limit: 0,
      estimate: null,
      source: null,
      fixes: [
        ...duties.map((duty) => ({ type: `other_${subject}` as const, duty, at: null })),
        { type: 'start_later', duty: duties[1] ?? null, at: pair[0].toAt },
        { type: 'end_earlier', duty: duties[0] ?? null, at: pair[1].fromAt },
      ],
    };
  });
}

/** Her and his coming and going at one place that lie too near each other. A door that is not known is taken as the same. */
function meetings(appearances: readonly Appearance[]): Conflict[] {
  const found: Conflict[] = [];
  const hers = appearances.filter(({ side }) => side === 'protected');
  const his = appearances.filter(({ side }) => side === 'threat_actor');
  for (const her of hers) {
    for (const him of his) {
      const sameDoor = her.door === null || him.door === null || her.door.trim() === him.door.trim();
      if (her.placeId !== him.placeId || her.caseId !== him.caseId || !sameDoor) continue;
      const nearest = nearestPair(timesOf(her), timesOf(him));
      const minutes = Math.abs(nearest[0] - nearest[1]) / MINUTE_MS;
      if (minutes >= MEET_MARGIN_MINUTES) continue;
      found.push({
        key: `must_not_meet:${her.id}+${him.id}`,
        type: 'must_not_meet',
        fromAt: Math.min(...nearest),
        toAt: Math.max(...nearest) + MINUTE_MS,
        caseIds: [her.caseId],
        subjectId: her.placeId,
        duties: [],
        recordIds: [her.id, him.id],
        figure: minutes,
        limit: MEET_MARGIN_MINUTES,
        estimate: null,
        source: null,
        fixes: [{ type: 'other_route', duty: null, at: null }],
      });
    }
  }
  return found;
}

function timesOf({ arriveAt, leaveAt }: Appearance): number[] {
  return leaveAt === null ? [arriveAt] : [arriveAt, leaveAt];
}

function nearestPair(a: readonly number[], b: readonly number[]): [number, number] {
  let best: [number, number] = [a[0] ?? 0, b[0] ?? 0];
  for (const one of a) {
    for (const other of b) if (Math.abs(one - other) < Math.abs(best[0] - best[1])) best = [one, other];
  }
  return best;
}

function within(stints: Stints, only: ReadonlySet<string> | undefined): [string, readonly Stint[]][] {
  return [...stints].filter(([id]) => !only || only.has(id));
}

function refOf({ id, originalLocal }: OccurrenceRef): OccurrenceRef {
  return { id, originalLocal };
}
