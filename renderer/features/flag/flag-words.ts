import { useTranslation } from 'react-i18next';
import type { FlagView } from '#contract/flag.ts';
import { sentenceOf } from '#model/flags/sentence.ts';
import type { Lang } from '#model/format.ts';

/** Words of flags in the interface's language. */
export function useFlagWords() {
  const { t, i18n } = useTranslation('flags');
  const lang: Lang = i18n.language === 'en' ? 'en' : 'nb';
  return {
    t,
    name: (flag: Pick<FlagView, 'rule'>) => t(`rule.${flag.rule}.name`),
    /** What is asked of a human. */
    ask: (flag: Pick<FlagView, 'rule'>) => t(`rule.${flag.rule}.ask`),
    source: (flag: Pick<FlagView, 'rule'>) => t(`rule.${flag.rule}.source`),
    text(flag: FlagView) {
      const { key, values } = sentenceOf(flag, lang);
      return t(key, values);
    },
  };
}
