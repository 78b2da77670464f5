/** Dates that raise a need: he is released, they meet in court, the children change hands, an order ends, a holiday. */
import { toMinute, without } from './intervals.ts';
import type { Need, NeedLevel, Period } from './types.ts';

const MINUTE_MS = 60_000;

const CALENDAR_RISKS = ['release', 'court', 'custody_exchange', 'order_expiry', 'holiday', 'other'] as const;
export type CalendarRiskType = (typeof CALENDAR_RISKS)[number];

/** A date and what it asks for. */
export interface CalendarRisk extends Period {
  readonly id: string;
  readonly caseId: string;
  readonly personId: string;
  readonly type: CalendarRiskType;
  readonly level: NeedLevel;
  readonly headcount: number;
  /** Minutes before and after it for which the need holds. */
  readonly before: number;
  readonly after: number;
}

/** A need that a date raises, and the part of it within the window that no need of the plan asks for yet. */
interface RaisedNeed extends Period {
  readonly risk: CalendarRisk;
  readonly missing: readonly Period[];
}

/**
 * What the dates ask for in a window, against the needs that are there.
 * A need answers a date if it is for the same person, asks for the same level and for at least as many.
 */
export function raisedNeeds(risks: readonly CalendarRisk[], needs: readonly Need[], window: Period): RaisedNeed[] {
  return risks
    .map((risk): RaisedNeed => {
      const period = {
        fromAt: toMinute(risk.fromAt - risk.before * MINUTE_MS),
        toAt: toMinute(risk.toAt + risk.after * MINUTE_MS),
      };
      const there = needs.filter(
        (need) => need.personId === risk.personId && need.level === risk.level && need.headcount >= risk.headcount,
      );
      return { risk, ...period, missing: without(within(period, window), there) };
    })
    .filter((raised) => raised.fromAt < window.toAt && raised.toAt > window.fromAt)
    .sort((a, b) => a.fromAt - b.fromAt || (a.risk.id < b.risk.id ? -1 : 1));
}

/** The needs of a plan are those of its window: beyond it nothing is known to be missing. */
function within({ fromAt, toAt }: Period, window: Period): Period {
  const from = Math.max(fromAt, window.fromAt);
  return { fromAt: from, toAt: Math.max(from, Math.min(toAt, window.toAt)) };
}
