import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { REST_RULES } from '#model/plan/rest-rules.ts';
import { usePlanWords } from '#renderer/features/plan/plan-words.ts';
import { useTimeWords } from '#renderer/ui/time-words.ts';
import type { RegisterWords } from './paper-register.ts';

/** Words of what was accepted and of exceptions, as the open matters of the plan tell them. */
export function useRegisterWords(): RegisterWords {
  const { t } = useTranslation('paper');
  const time = useTimeWords();
  const words = usePlanWords();
  return useMemo((): RegisterWords => {
    const columns = (...names: string[]) => names.map((name) => t(`register.${name}`));
    return {
      heading: t('register.title'),
      accepted: { heading: t('register.accepted'), columns: columns('when', 'what', 'reason', 'by', 'until') },
      exceptions: {
        heading: t('register.exceptions'),
        columns: columns('holds', 'rule', 'ground', 'decidedBy', 'recordedBy'),
      },
      period: words.period,
      matter(plan, matter) {
        const { title, sub } = words.matter(plan, matter);
        // A need's title is its period, which stands in its own column.
        if (matter.need) return [t(`sample.${matter.about}`), sub].filter(Boolean).join(': ');
        if (matter.raised) return [title, sub].filter(Boolean).join('\n');
        const about = (matter.conflict ?? matter.work)?.duties.map((ref) => words.duty(plan, ref)) ?? [];
        const basis = matter.conflict ? words.basis(matter.conflict) : '';
        return [title, [...new Set(about)].filter(Boolean).join(' / '), basis].filter(Boolean).join('\n');
      },
      until(untilAt, isOver) {
        if (untilAt === null) return t('register.noEnd');
        const until = time.stampDay(untilAt);
        return isOver ? t('register.over', { until }) : until;
      },
      rule(key) {
        const rule = REST_RULES.exceptions.find((one) => one.key === key);
        if (!rule) return key;
        const name = `${t(`duty:exception.name.${rule.key}`)}, ${rule.cite}`;
        return rule.unread ? `${name} · ${t('plan:reading')}` : name;
      },
      everybody: t('register.everybody'),
    };
  }, [t, time, words]);
}
