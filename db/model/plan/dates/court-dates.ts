/** Days in court: she and the threat actor are expected at one place, and he may leave it a free man. */
import type { RecordId } from '#model/ids.ts';
import { localOfInstant, resolveLocal } from '#model/time.ts';
import { whenAtMinute } from '#model/when.ts';
import { type Circle, named, type Reading, type Told } from './types.ts';

export type CourtStep = Told<'court_step', 'step' | 'scheduledAt' | 'personId' | 'outcome'>;
export type CourtAppearance = Told<'appearance', 'personId' | 'placeId' | 'courtStepId' | 'arriveLocal' | 'leaveLocal'>;

/** Steps that are letters and decisions: nobody comes to them. */
const ON_PAPER: readonly unknown[] = ['petition', 'charge', 'indictment', 'penalty_writ', 'summons', 'decision'];

/**
 * Hearings with a time, and appearances that no hearing tells of. One whose outcome is written has been held: what follows
 * from it is known. Appearances of several at one place on one day are one date.
 */
export function courtDates(
  steps: readonly CourtStep[],
  appearances: readonly CourtAppearance[],
  circle: Circle,
  zone: string,
): Reading {
  const reading: Reading = { dates: [], gone: new Map(), follows: new Map() };
  const told = new Set<RecordId>();
  for (const { id, values } of steps) {
    const { step, scheduledAt, outcome } = values;
    if (ON_PAPER.includes(step)) reading.gone.set(id, 'no_date');
    else if (outcome?.trim()) reading.gone.set(id, 'held');
    else if (scheduledAt === null) reading.gone.set(id, 'no_date');
    else {
      told.add(id);
      const isRelease = step === 'release';
      reading.dates.push({
        type: isRelease ? 'release' : 'court_date',
        reason: isRelease ? 'release' : 'hearing',
        sourceId: id,
        date: whenAtMinute(scheduledAt, zone),
        endsAt: null,
        personIds: circle.hers,
      });
    }
  }
  const alone = appearances.filter(({ values }) => isOf(circle, values.personId));
  for (const [, own] of Map.groupBy(alone, (one) => dayKey(one, told))) {
    const times = own.flatMap(({ id, values }) => {
      const from = resolveLocal(values.arriveLocal, zone);
      const to = values.leaveLocal === null ? null : resolveLocal(values.leaveLocal, zone);
      return from ? [{ id, fromAt: from.at, toAt: to?.at ?? null, personId: values.personId }] : [];
    });
    const [first] = times.sort((a, b) => a.fromAt - b.fromAt || (a.id < b.id ? -1 : 1));
    const stepId = own[0]?.values.courtStepId ?? null;
    if (!first) continue;
    if (stepId !== null && (told.has(stepId) || reading.gone.get(stepId) === 'held')) {
      // The hearing tells of it, or has been held.
      for (const { id } of times) {
        reading.gone.set(id, 'replaced');
        reading.follows.set(id, stepId);
      }
      continue;
    }
    for (const { id } of times.slice(1)) reading.follows.set(id, first.id);
    const ends = times.map(({ toAt }) => toAt);
    reading.dates.push({
      type: 'court_date',
      reason: 'appearance',
      sourceId: first.id,
      date: whenAtMinute(first.fromAt, zone),
      endsAt: ends.includes(null) ? null : Math.max(...ends.map((at) => at ?? 0)),
      personIds: named(
        circle,
        times.some(({ personId }) => circle.threatActors.has(personId)) ? [] : times.map(({ personId }) => personId),
      ),
    });
  }
  return reading;
}

function isOf({ hers, threatActors }: Circle, personId: RecordId): boolean {
  return hers.includes(personId) || threatActors.has(personId);
}

/** Appearances with one key are one date. */
function dayKey({ values }: CourtAppearance, told: ReadonlySet<RecordId>): string {
  const { courtStepId, placeId, arriveLocal } = values;
  if (courtStepId !== null && told.has(courtStepId)) return courtStepId;
  return `${courtStepId ?? ''} ${placeId ?? ''} ${arriveLocal.slice(0, 10)}`;
}

/** The calendar day of an instant, `YYYY-MM-DD`. */
export function dayOf(at: number, zone: string): string {
  return localOfInstant(at, zone).slice(0, 10);
}
