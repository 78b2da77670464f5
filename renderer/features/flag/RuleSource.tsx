import type { FlagView } from '#contract/flag.ts';
import type { FlagLimits } from '#model/flags/limits.ts';
import { SourceCard } from '#renderer/ui/SourceCard.tsx';
import { useFlagWords } from './flag-words.ts';

/** Where a flag comes from: what the rule rests on, and what it has led to so far in the whole book. */
export function RuleSource({ flag, limits }: { flag: FlagView; limits: FlagLimits }) {
  const words = useFlagWords();
  const { t } = words;
  const { shown, actedOn, setAside } = flag.counts;
  return (
    <SourceCard
      label={words.name(flag)}
      source={t('source')}
      sourceLabel={t('sourceOf', { name: words.name(flag) })}
      className="vb-flag-source"
      cardClassName="vb-flag-card"
      width={320}
    >
      <strong>{words.name(flag)}</strong>
      <p>{words.source(flag, limits)}.</p>
      <p>{t('counts', { shown, actedOn, setAside })}</p>
      <p className="vb-muted">{t('prompt')}</p>
    </SourceCard>
  );
}
