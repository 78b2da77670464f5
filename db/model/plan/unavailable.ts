/** Duties planned with somebody who is not to be planned with, or with a car that is out: what became so later too. */
import { overlap } from './intervals.ts';
import type { Conflict } from './result.ts';
import { keyOf } from './result.ts';
import type { Period, Unavailable } from './types.ts';
import type { Stint } from './work.ts';

const TYPES = { excluded: 'officer_excluded', off_roster: 'off_roster', out: 'vehicle_out' } as const;

/** Of what stands in the way of planning with somebody or something: what holds in the case within the period. */
export function unavailableIn(
  all: readonly Unavailable[],
  { subject, subjectId }: Pick<Unavailable, 'subject' | 'subjectId'>,
  inCaseId: string,
  period: Period,
): Unavailable[] {
  return all.filter(
    (one) =>
      one.subject === subject &&
      one.subjectId === subjectId &&
      (one.caseId === null || one.caseId === inCaseId) &&
      (one.fromAt ?? Number.NEGATIVE_INFINITY) < period.toAt &&
      (one.untilAt ?? Number.POSITIVE_INFINITY) > period.fromAt,
  );
}

/** One conflict a duty and cause; why somebody is taken out is not known here. */
export function unavailabilityConflicts(
  subject: 'officer' | 'vehicle',
  subjectId: string,
  stints: readonly Stint[],
  all: readonly Unavailable[],
): Conflict[] {
  const found = new Map<string, Conflict>();
  for (const stint of stints) {
    for (const one of unavailableIn(all, { subject, subjectId }, stint.duty.caseId, stint)) {
      const limits = {
        fromAt: one.fromAt ?? Number.NEGATIVE_INFINITY,
        toAt: one.untilAt ?? Number.POSITIVE_INFINITY,
      };
      const period = overlap(stint, limits);
      const type = TYPES[one.what];
      const key = `${type}:${subjectId}:${keyOf(stint.duty)}`;
      if (!period || found.has(key)) continue;
      const duty = { id: stint.duty.id, originalLocal: stint.duty.originalLocal };
      found.set(key, {
        key,
        type,
        ...period,
        caseIds: [stint.duty.caseId],
        subjectId,
        duties: [duty],
        recordIds: [],
        figure: (period.toAt - period.fromAt) / 60_000,
        limit: 0,
        estimate: null,
        source: null,
        fixes: [{ type: `other_${subject}`, duty, at: null }],
      });
    }
  }
  return [...found.values()];
}
