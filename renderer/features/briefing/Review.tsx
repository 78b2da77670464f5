import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReviewItem } from '#contract/briefing.ts';
import type { Language } from '#contract/common.ts';
import { WITHHELD } from '#model/briefing.ts';
import type { RecordId } from '#model/ids.ts';
import { useAction, useRefresh, useRoute } from '#renderer/client/hooks.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { Icon } from '#renderer/ui/Icon.tsx';
import { useRecordWords } from '#renderer/ui/record-words.ts';
import { TextField } from '#renderer/ui/TextField.tsx';
import { useTimeWords } from '#renderer/ui/time-words.ts';
import './review.css';

interface Props {
  caseId: RecordId;
  language: Language;
  aboutId: RecordId | null;
}

/**
 * What the charged person would read, sentence by sentence, where it may tell of her: a person decides on each before
 * anything leaves. What is left out by rule is listed as well, so that nothing is dropped in silence.
 */
export function Review({ caseId, language, aboutId }: Props) {
  const { t } = useTranslation('package');
  const [find, setFind] = useState('');
  const wanted = find.trim().length < 2 ? null : find.trim();
  const review = useRoute('briefing.review', { caseId, language, aboutId, find: wanted });
  const items = review.data ?? [];
  const open = items.filter((item) => item.why === 'words' && item.decision === null);
  const rest = items.filter((item) => !open.includes(item));
  return (
    <section className="vb-review" aria-label={t('review.heading')} aria-busy={review.isPending}>
      <h3 className="vb-briefing-heading">
        <Icon name="eye" /> {t('review.heading')}
      </h3>
      <ErrorNotice error={review.error} />
      <p>{t('review.text')}</p>
      {review.data && (
        <p className="vb-review-state" role="status">
          {items.length === 0
            ? t('review.none')
            : open.length > 0
              ? t('review.open', { count: open.length })
              : t('review.done')}
        </p>
      )}
      <ul>
        {[...open, ...rest].map((item) => (
          <Item key={item.key} item={item} caseId={caseId} />
        ))}
      </ul>
      <TextField label={t('review.find')} value={find} maxLength={200} onChange={setFind} />
    </section>
  );
}

function Item({ item, caseId }: { item: ReviewItem; caseId: RecordId }) {
  const { t } = useTranslation('package');
  const words = useRecordWords();
  const time = useTimeWords();
  const decide = useAction('briefing.decide');
  const refresh = useRefresh();
  const { key, kind, field, text, why, words: cues, decision, by, at } = item;
  const make = (next: ReviewItem['decision']) => () =>
    decide.mutate(
      { caseId, keys: [key], decision: next },
      { onSuccess: () => void refresh(['briefing.review', 'briefing.preview']) },
    );
  const what = decision && t(decision === 'tell' ? 'review.told' : 'review.withheld');
  return (
    <li data-open={(why === 'words' && decision === null) || undefined}>
      <blockquote>{text.replaceAll(WITHHELD, '…')}</blockquote>
      <p className="vb-muted">
        {[
          `${words.kind(kind)}, ${words.field(field).toLowerCase()}`,
          cues.length > 0 && t('review.because', { words: cues.join(', ') }),
          why === 'rule' && t('review.rule'),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {what && at !== null && <p>{t('review.by', { decision: what, by, at: time.stamp(at) })}</p>}
      <ErrorNotice error={decide.error} />
      {why !== 'rule' && (
        <div className="vb-review-buttons">
          {decision === null ? (
            <>
              {why === 'words' && (
                <Button size="sm" disabled={decide.isPending} onClick={make('tell')}>
                  {t('review.tell')}
                </Button>
              )}
              <Button size="sm" disabled={decide.isPending} onClick={make('withhold')}>
                {t('review.withhold')}
              </Button>
            </>
          ) : (
            <Button size="sm" disabled={decide.isPending} onClick={make(null)}>
              {t('review.undo')}
            </Button>
          )}
        </div>
      )}
    </li>
  );
}
