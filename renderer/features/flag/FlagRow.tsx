import { useEffect, useRef } from 'react';
import type { FlagView } from '#contract/flag.ts';
import type { FlagLimits } from '#model/flags/limits.ts';
import type { RecordId } from '#model/ids.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Chip } from '#renderer/ui/Chip.tsx';
import { classNames } from '#renderer/ui/class-names.ts';
import { Icon } from '#renderer/ui/Icon.tsx';
import { useTimeWords } from '#renderer/ui/time-words.ts';
import { FlagRecords } from './FlagRecords.tsx';
import { useFlagWords } from './flag-words.ts';
import { RuleSource } from './RuleSource.tsx';

interface Props {
  flag: FlagView;
  limits: FlagLimits;
  onOpen: (id: RecordId) => void;
  /** It is what one came for: in sight, and with the keys. */
  isAsked?: boolean;
  /** Missing: it can only be looked at. */
  onReview?: () => void;
}

/** One flag: its rule, what is recorded, what is asked, the records it rests on, and for how long. */
export function FlagRow({ flag, limits, onOpen, isAsked = false, onReview }: Props) {
  const words = useFlagWords();
  const time = useTimeWords();
  const { t } = words;
  const { review, state, returned } = flag;
  const decide = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isAsked) decide.current?.focus();
  }, [isAsked]);
  const isAway = state === 'set_aside' || state === 'acted_on';
  return (
    <li className={classNames('vb-flag', isAway && 'vb-flag-away', isAsked && 'vb-flag-asked')}>
      <div className="vb-flag-rule">
        <strong>{words.name(flag)}</strong>
        <span className="vb-flag-cause">
          {t(`cause.${flag.cause}`)} <RuleSource flag={flag} limits={limits} />
        </span>
      </div>
      <div className="vb-flag-says">
        <p>
          {words.text(flag)} <span className="vb-flag-ask">{words.ask(flag)}</span>
        </p>
        <FlagRecords flag={flag} onOpen={onOpen} />
        {review && (
          <p className={returned ? 'vb-flag-review vb-flag-returned' : 'vb-flag-review'}>
            {returned && <Icon name="info" size={14} />}
            {t(returned ? `returned.${returned}` : `away.${state}`, { date: time.date(review.lookAgainAt) })}{' '}
            {t(returned ? `reviewed.${review.decision}` : 'review', {
              by: review.by,
              at: time.stamp(review.at),
              reason: review.reason,
            })}
          </p>
        )}
      </div>
      <div className="vb-flag-end">
        {flag.days !== null && <Chip>{t('days', { count: flag.days })}</Chip>}
        {onReview && (
          <Button ref={decide} size="sm" onClick={onReview} aria-label={t('decideOn', { name: words.name(flag) })}>
            {t('decide')}
          </Button>
        )}
      </div>
    </li>
  );
}
