import type { PlanView } from '#contract/plan-view.ts';
import type { TodayCase } from '#contract/today.ts';
import type { RecordId } from '#model/ids.ts';
import { startOfDay } from '#model/time.ts';

/** A guarded way of today. */
export interface Escort {
  readonly key: string;
  readonly measureId: RecordId;
  readonly caseId: RecordId;
  readonly alias: string;
  readonly fromAt: number;
  readonly toAt: number | null;
  /** Empty where only case, time and crew are told. */
  readonly title: string;
  readonly crew: readonly string[];
  /** Crew in words, where nobody is named. */
  readonly crewWords: string | null;
  readonly vehicles: readonly string[];
  /** Lengths of its legs in ms, in order. */
  readonly legs: readonly number[];
}

const DAY_MS = 24 * 60 * 60 * 1_000;
const GONE = new Set(['cancelled', 'not_possible', 'not_done', 'done']);

/** One without an end is under way until somebody says that it is done; what nobody has closed for a day is forgotten. */
function isOver({ fromAt, toAt }: { readonly fromAt: number; readonly toAt: number | null }, now: number): boolean {
  return toAt === null ? now - fromAt >= DAY_MS : toAt <= now;
}

/** The transports that are planned for the rest of today, those under way among them, in order of time. */
export function escortsOf(
  plan: PlanView | undefined,
  cases: ReadonlyMap<RecordId, TodayCase>,
  shown: ReadonlySet<RecordId>,
  now: number,
  zone: string,
): Escort[] {
  if (!plan) return [];
  const dayEnds = startOfDay(now, zone, 1);
  const measures = new Map(plan.measures.map((one) => [one.id as string, one]));
  const officers = new Map(plan.officers.map((one) => [one.id as string, one.name]));
  const vehicles = new Map(plan.vehicles.map((one) => [one.id as string, one.label]));
  const duties = new Map(plan.window.duties.map((one) => [`${one.id}@${one.originalLocal}`, one]));
  return plan.occurrences
    .flatMap((occurrence): Escort[] => {
      const measure = measures.get(occurrence.seriesId);
      if (measure?.type !== 'transport' || !shown.has(measure.caseId) || GONE.has(occurrence.status)) return [];
      if (occurrence.fromAt >= dayEnds || isOver(occurrence, now)) return [];
      const duty = duties.get(`${occurrence.seriesId}@${occurrence.originalLocal}`);
      const one = cases.get(measure.caseId);
      return [
        {
          key: `${occurrence.seriesId}@${occurrence.originalLocal}`,
          measureId: measure.id,
          caseId: measure.caseId,
          alias: one ? (one.protectedPersons[0] ?? one.name) : '',
          fromAt: occurrence.fromAt,
          toAt: occurrence.toAt,
          title: measure.title,
          crew: (duty?.crew ?? []).flatMap((member) =>
            member.officerId ? (officers.get(member.officerId) ?? []) : [],
          ),
          crewWords: measure.crew,
          vehicles: (duty?.vehicles ?? []).flatMap((use) => vehicles.get(use.vehicleId) ?? []),
          legs: (duty?.legs ?? []).map((leg) => Math.max(0, leg.arriveAt - leg.departAt)),
        },
      ];
    })
    .sort((a, b) => a.fromAt - b.fromAt);
}
