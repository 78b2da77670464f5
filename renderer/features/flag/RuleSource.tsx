import { Popover } from '@mantine/core';
import type { FlagView } from '#contract/flag.ts';
import type { FlagLimits } from '#model/flags/limits.ts';
import { useFlagWords } from './flag-words.ts';

/** Where a flag comes from: what the rule rests on, and what it has led to so far in the whole book. */
export function RuleSource({ flag, limits }: { flag: FlagView; limits: FlagLimits }) {
  const words = useFlagWords();
  const { t } = words;
  const { shown, actedOn, setAside } = flag.counts;
  return (
    <Popover
      position="bottom-start"
      width={320}
      withinPortal
      trapFocus
      returnFocus
      transitionProps={{ duration: 90 }}
      classNames={{ dropdown: 'vb-flag-card' }}
    >
      <Popover.Target>
        <button type="button" className="vb-flag-source" aria-label={t('sourceOf', { name: words.name(flag) })}>
          {t('source')}
        </button>
      </Popover.Target>
      <Popover.Dropdown aria-label={words.name(flag)}>
        <strong>{words.name(flag)}</strong>
        <p>{words.source(flag, limits)}.</p>
        <p>{t('counts', { shown, actedOn, setAside })}</p>
        <p className="vb-muted">{t('prompt')}</p>
        {/* The card holds nothing to press: it takes the focus itself, so that Esc closes it and it is read. */}
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: see above */}
        <span tabIndex={0} className="vb-sr" data-autofocus>
          {words.name(flag)}
        </span>
      </Popover.Dropdown>
    </Popover>
  );
}
