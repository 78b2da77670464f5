/** What in a plan cannot be kept as it stands. Warned, never blocked. */
import { overlap } from './intervals.ts';
import { meetings } from './meetings.ts';
import { restConflicts, weeksOf } from './rest.ts';
import type { Conflict } from './result.ts';
import { keyOf } from './result.ts';
import { legConflicts, placesOfDuties, positionsOf, travelConflicts } from './travel.ts';
import type { OccurrenceRef, Period, PlanWindow } from './types.ts';
import { unavailabilityConflicts } from './unavailable.ts';
import { officerStints, type Stint, type Stints, vehicleStints } from './work.ts';

const MINUTE_MS = 60_000;

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
  const isAsked = ({ duties }: Conflict) => !scope || duties.some((duty) => scope.duties.has(keyOf(duty)));
  found.push(...meetings(plan).filter(isAsked));
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

function within(stints: Stints, only: ReadonlySet<string> | undefined): [string, readonly Stint[]][] {
  return [...stints].filter(([id]) => !only || only.has(id));
}

function refOf({ id, originalLocal }: OccurrenceRef): OccurrenceRef {
  return { id, originalLocal };
}
