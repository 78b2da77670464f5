import { useTranslation } from 'react-i18next';
import type { FlagView } from '#contract/flag.ts';
import { type FlagLimits, limitsOfRule } from '#model/flags/limits.ts';
import { sentenceOf } from '#model/flags/sentence.ts';
import type { Lang } from '#model/format.ts';

/** The days of a rule as its words name them: one as a count, several each by its level. */
function daysIn(rule: string, limits: FlagLimits): Record<string, number> {
  return Object.fromEntries(limitsOfRule(rule).map((id) => [id.split('.')[1] ?? 'count', limits[id]]));
}

/** Words of flags in the interface's language. */
export function useFlagWords() {
  const { t, i18n } = useTranslation('flags');
  const lang: Lang = i18n.language === 'en' ? 'en' : 'nb';
  return {
    t,
    name: (flag: Pick<FlagView, 'rule'>) => t(`rule.${flag.rule}.name`),
    /** What is asked of a human. */
    ask: (flag: Pick<FlagView, 'rule'>) => t(`rule.${flag.rule}.ask`),
    /** What a rule rests on, with the days that the unit gives it. */
    source: (flag: Pick<FlagView, 'rule'>, limits: FlagLimits) =>
      t(`rule.${flag.rule}.source`, daysIn(flag.rule, limits)),
    text(flag: FlagView) {
      const { key, values } = sentenceOf(flag, lang);
      return t(key, values);
    },
  };
}
