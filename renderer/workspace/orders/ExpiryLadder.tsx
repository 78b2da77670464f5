import { useTranslation } from 'react-i18next';
import { startOfDay } from '#model/time.ts';
import { useNow } from '#renderer/ui/use-now.ts';
import { useZone } from '#renderer/ui/zone.ts';
import { useDayWords } from '../day-words.ts';

/** Days before the end at which an order is looked at again. */
const RUNGS = [30, 14, 7, 1] as const;

/** When 30, 14, 7 days and one day are left; the rungs that are passed are filled. */
export function ExpiryLadder({ endsAt }: { endsAt: number }) {
  const { t } = useTranslation('orders');
  const zone = useZone();
  const days = useDayWords();
  const now = useNow();
  // An end at midnight is the end of the day before it: that day is the last.
  const lastDay = startOfDay(endsAt - 1, zone);
  return (
    <ol className="vb-rungs" aria-label={t('ladder')}>
      {RUNGS.map((rung) => {
        const at = startOfDay(lastDay, zone, -rung);
        const isPassed = at <= now;
        return (
          <li key={rung} data-passed={isPassed}>
            <b>{t('rung', { days: rung })}</b> {days.day(at)}
            {isPassed && <span className="vb-sr"> {t('rungPassed')}</span>}
          </li>
        );
      })}
    </ol>
  );
}
