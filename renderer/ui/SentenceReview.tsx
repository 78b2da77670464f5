import { useTranslation } from 'react-i18next';
import { WITHHELD } from '#model/briefing.ts';
import type { Kind } from '#model/kinds.ts';
import { Button } from './Button.tsx';
import { ErrorNotice } from './ErrorNotice.tsx';
import { Icon } from './Icon.tsx';
import { useRecordWords } from './record-words.ts';
import { TextField } from './TextField.tsx';
import { useTimeWords } from './time-words.ts';
import './sentence-review.css';

/** A sentence that is looked at before the charged person can read it. */
interface Sentence {
  readonly key: string;
  readonly kind: Kind;
  readonly field: string;
  readonly text: string;
  /** `words`: it may tell of her, a person decides; `picture`: no rule reads it, a person decides; `rule`: it is left out whatever anybody decides. */
  readonly why: 'rule' | 'words' | 'person' | 'found' | 'picture';
  readonly words: readonly string[];
  readonly decision: Decision | null;
  readonly by: string | null;
  readonly at: number | null;
}
type Decision = 'tell' | 'withhold';

interface ItemProps {
  /** A decision is being kept. */
  busy: boolean;
  /** A null decision takes one back; null where who reads here decides nothing. */
  onDecide: ((key: string, decision: Decision | null) => void) | null;
}

interface Props extends ItemProps {
  /** Undefined until they are read. */
  items: readonly Sentence[] | undefined;
  error: unknown;
  /** Words looked for, to withhold a sentence by hand. */
  find: string;
  onFind: (find: string) => void;
}

/** True while a person must still decide about the sentence. */
export function isOpenSentence({ why, decision }: Pick<Sentence, 'why' | 'decision'>): boolean {
  return (why === 'words' || why === 'picture') && decision === null;
}

/**
 * What the charged person would read, sentence by sentence, where it may tell of her: a person decides on each before
 * anything leaves. What is left out by rule is listed as well, so that nothing is dropped in silence.
 */
export function SentenceReview({ items, error, find, onFind, busy, onDecide }: Props) {
  const { t } = useTranslation('package');
  const open = items?.filter(isOpenSentence) ?? [];
  const rest = items?.filter((item) => !isOpenSentence(item)) ?? [];
  return (
    <section className="vb-review" aria-label={t('review.heading')} aria-busy={items === undefined}>
      <h3>
        <Icon name="eye" /> {t('review.heading')}
      </h3>
      <ErrorNotice error={error} />
      <p>{t('review.text')}</p>
      {items && (
        <p className="vb-review-state" role="status">
          {items.length === 0
            ? t('review.none')
            : open.length > 0
              ? t('review.open', { count: open.length })
              : t('review.done')}
        </p>
      )}
      {onDecide === null && <p className="vb-muted">{t('review.reader')}</p>}
      <ul>
        {[...open, ...rest].map((item) => (
          <Item key={item.key} item={item} busy={busy} onDecide={onDecide} />
        ))}
      </ul>
      {onDecide && <TextField label={t('review.find')} value={find} maxLength={200} onChange={onFind} />}
    </section>
  );
}

function Item({ item, busy, onDecide }: ItemProps & { item: Sentence }) {
  const { t } = useTranslation('package');
  const words = useRecordWords();
  const time = useTimeWords();
  const { key, kind, field, text, why, words: cues, decision, by, at } = item;
  const make = (next: Decision | null) => () => onDecide?.(key, next);
  const what = decision && t(decision === 'tell' ? 'review.told' : 'review.withheld');
  return (
    <li data-open={isOpenSentence(item) || undefined}>
      {why === 'picture' ? (
        <p>{t('review.picture', { alt: text || t('review.pictureUnnamed') })}</p>
      ) : (
        <blockquote>{text.replaceAll(WITHHELD, '…')}</blockquote>
      )}
      <p className="vb-muted">
        {[
          `${words.kind(kind)}, ${words.field(field).toLowerCase()}`,
          cues.length > 0 && t('review.because', { words: cues.join(', ') }),
          why === 'rule' && t('review.rule'),
          why === 'picture' && t('review.pictureWhy'),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {what && at !== null && <p>{t('review.by', { decision: what, by, at: time.stamp(at) })}</p>}
      {onDecide && why !== 'rule' && (
        <div className="vb-review-buttons">
          {decision === null ? (
            <>
              {isOpenSentence(item) && (
                <Button size="sm" disabled={busy} onClick={make('tell')}>
                  {t('review.tell')}
                </Button>
              )}
              <Button size="sm" disabled={busy} onClick={make('withhold')}>
                {t('review.withhold')}
              </Button>
            </>
          ) : (
            <Button size="sm" disabled={busy} onClick={make(null)}>
              {t('review.undo')}
            </Button>
          )}
        </div>
      )}
    </li>
  );
}
