import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { restAround } from '#model/plan/rest-around.ts';
import { REST_RULES } from '#model/plan/rest-rules.ts';
import type { Period } from '#model/plan/types.ts';
import { unavailableIn } from '#model/plan/unavailable.ts';
import { officerStints, vehicleStints } from '#model/plan/work.ts';
import { useTimeWords } from '#renderer/ui/time-words.ts';
import type { Plan } from './plan.ts';

/** Whether somebody or something could be planned with. */
interface Availability {
  /** What speaks against it, in words; empty is nothing. */
  readonly note: string;
  /** The core refuses it: the lead has taken them out. Everything else warns. */
  readonly isRefused: boolean;
}

/** Tells of officers and vehicles what speaks against them in a period, in one case. */
export function useAvailability(plan: Plan, caseId: string) {
  const { t } = useTranslation('planning');
  const time = useTimeWords();
  const stints = useMemo(
    () => ({
      officer: officerStints(plan.index.plan.duties, plan.index.plan.toAt),
      vehicle: vehicleStints(plan.index.plan.duties, plan.index.plan.toAt),
    }),
    [plan],
  );
  return (subject: 'officer' | 'vehicle', subjectId: string, period: Period | null): Availability => {
    if (!period) return { note: '', isRefused: false };
    const against = unavailableIn(plan.index.plan.unavailable, { subject, subjectId }, caseId, period);
    const kinds = [...new Set(against.map(({ what }) => what))];
    const around = restAround(stints[subject].get(subjectId) ?? [], period);
    const least = Math.min(around.before ?? Number.POSITIVE_INFINITY, around.after ?? Number.POSITIVE_INFINITY);
    const isTired = subject === 'officer' && least < REST_RULES.daily.minutes;
    const words = [
      ...kinds.map((what) => t(`crew.${what}`)),
      around.isBusy
        ? t('plan:conflict.double_officer', { name: '', length: '' }).replace(/^: /, '').trim()
        : isTired && t('plan:about.noRest', { length: time.length(least * 60_000) }),
    ];
    return { note: words.filter(Boolean).join(', '), isRefused: kinds.includes('excluded') };
  };
}
