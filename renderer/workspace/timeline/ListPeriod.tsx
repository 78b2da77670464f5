import { useTranslation } from 'react-i18next';
import type { TimeSpan } from '#renderer/timeline/index.ts';
import { useTimeWords } from '#renderer/ui/time-words.ts';
import { holds } from './part.ts';

interface Props {
  /** The time whose rows are shown. */
  shown: TimeSpan;
  count: number;
  /** Time that the entries are all of; null where they are all there is. */
  loaded: TimeSpan | null;
  /** Time that the plan is all of; null while there is none. */
  planned: TimeSpan | null;
}

/** Says which time the list holds, how many rows, and what of it is not there yet; also to who does not see it. */
export function ListPeriod({ shown, count, loaded, planned }: Props) {
  const { t } = useTranslation('period');
  const time = useTimeWords();
  const of = ({ fromAt, toAt }: TimeSpan) => ({ from: time.date(fromAt), to: time.date(toAt - 1) });
  const isFetching = loaded !== null && !holds(loaded, shown);
  return (
    <p className="vb-timeline-period" role="status">
      {t('held', { ...of(shown), count })}
      {isFetching && ` ${t('entries', of(loaded))}`}
      {planned && !holds(planned, shown) && ` ${t('plan', of(planned))}`}
    </p>
  );
}
