import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FLAG_LIMITS, type FlagLimitId, type FlagLimits, isLimit, limitsOfRule } from '#model/flags/limits.ts';
import type { RuleId } from '#model/flags/table.ts';
import { useAction } from '#renderer/client/hooks.ts';
import { useFlagWords } from '#renderer/features/flag/flag-words.ts';
import { useNotify } from '#renderer/ui/notify.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';

interface Props {
  rule: RuleId;
  limits: FlagLimits;
  mayChange: boolean;
}

/** The days of a rule that the unit sets, each with what the program came with; nothing where a rule counts no days. */
export function RuleLimits({ rule, limits, mayChange }: Props) {
  return limitsOfRule(rule).map((id) => (
    <DaysField key={id} id={id} rule={rule} days={limits[id]} mayChange={mayChange} />
  ));
}

function DaysField({ id, rule, days, mayChange }: Omit<Props, 'limits'> & { id: FlagLimitId; days: number }) {
  const { t } = useTranslation('flags');
  const words = useFlagWords();
  const { mutate } = useAction('flag.set_limit');
  const notify = useNotify();
  const [isWrong, setWrong] = useState(false);
  const { standard, least, most } = FLAG_LIMITS[id];
  const level = id.split('.')[1];
  const label = level === undefined ? t('rules.days') : t(`rules.level.${level}`);
  const commit = (text: string) => {
    const typed = /^\d+$/.test(text.trim()) ? Number(text) : null;
    const isRight = isLimit(id, typed);
    setWrong(!isRight);
    if (isRight && typed !== days) mutate({ limit: id, days: typed }, { onError: notify.fail });
  };
  return (
    <div className={level === undefined ? 'vb-flag-limit vb-flag-limit--alone' : 'vb-flag-limit'}>
      <TextField
        label={label}
        aria-label={t('rules.daysOf', { rule: words.name({ rule }), what: label })}
        value={String(days)}
        inputMode="numeric"
        disabled={!mayChange}
        // What was wrong is so no longer when the value in force is typed again.
        onChange={() => setWrong(false)}
        onCommit={commit}
        hint={t('rules.standard', { days: standard })}
        {...(isWrong ? { error: t('rules.wrong', { least, most, days }) } : {})}
      />
    </div>
  );
}
