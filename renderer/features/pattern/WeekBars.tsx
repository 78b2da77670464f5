import { useTranslation } from 'react-i18next';
import type { Stretch } from '#model/pattern/change-points.ts';
import type { Week } from '#model/pattern/weeks.ts';
import { classNames } from '#renderer/ui/class-names.ts';

/** More weeks than these are too narrow to be read; the last ones with an episode are shown. */
const SHOWN = 26;

/** Episodes a week, breaches hatched; a line stands where the rate changes. */
export function WeekBars({ weeks, stretches }: { weeks: readonly Week[]; stretches: readonly Stretch[] }) {
  const { t } = useTranslation('pattern');
  const end = weeks.findLastIndex(({ episodes }) => episodes > 0) + 1;
  const start = Math.max(0, end - SHOWN);
  const shown = weeks.slice(start, end);
  const most = Math.max(1, ...shown.map(({ episodes }) => episodes));
  const changes = new Map(
    stretches.slice(1).map(({ from, rate }, index) => [from, { rate, before: stretches[index]?.rate ?? 0 }]),
  );
  return (
    <>
      <ol className="vb-weeks">
        {shown.map(({ monday, number, episodes, breaches }, index) => {
          const change = changes.get(start + index);
          const told = t('weeks.bar', { week: number, monday, count: episodes, breaches });
          return (
            <li key={monday} className={classNames('vb-week', change && 'vb-week-change')}>
              <span className="vb-sr">
                {told}
                {change &&
                  ` ${t('weeks.change', { before: oneDecimal(change.before), after: oneDecimal(change.rate) })}`}
              </span>
              <span className="vb-week-count" aria-hidden="true">
                {episodes > 0 ? episodes : ''}
              </span>
              <i className="vb-week-breach" style={{ height: `${(72 * breaches) / most}%` }} />
              <i className="vb-week-event" style={{ height: `${(72 * (episodes - breaches)) / most}%` }} />
              <span className="vb-week-name" aria-hidden="true">
                {shown.length <= 13 || index % 2 === 0 ? number : ''}
              </span>
            </li>
          );
        })}
      </ol>
      <p className="vb-pattern-legend">
        <span>
          <i data-key="event" /> {t('weeks.event')}
        </span>
        <span>
          <i data-key="breach" /> {t('weeks.breach')}
        </span>
        <span>
          <i data-key="change" /> {t('weeks.changeKey')}
        </span>
        {start > 0 && <span>{t('weeks.shown', { count: SHOWN })}</span>}
      </p>
    </>
  );
}

function oneDecimal(rate: number): number {
  return Math.round(rate * 10) / 10;
}
