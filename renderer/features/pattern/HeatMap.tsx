import { useTranslation } from 'react-i18next';
import { NIGHT_FROM, NIGHT_TO } from '#model/pattern/heat.ts';
import type { PatternView } from '#model/pattern/view.ts';
import { classNames } from '#renderer/ui/class-names.ts';
import type { ShowRecords } from './EpisodesDialog.tsx';

const HOURS = Array.from({ length: 24 }, (_, hour) => hour);
/** Every third hour is named, as on a clock. */
const NAMED = 3;

type Heat = PatternView['heat'];

interface Props {
  heat: Heat;
  /** Hours with nobody there by the plan, as the cells lie; null: not asked. */
  uncovered: readonly (readonly boolean[])[] | null;
  /** Shows the records of an hour. */
  onShow: ShowRecords;
}

/** Episodes by weekday and hour, local time: a table, each full cell a button that shows its records. */
export function HeatMap({ heat, uncovered, onShow }: Props) {
  const { t } = useTranslation('pattern');
  const { t: time } = useTranslation('time');
  const most = Math.max(1, ...HOURS.map((hour) => sumOf(heat, hour)));
  return (
    <table className="vb-heat">
      <caption className="vb-sr">{t('heat.caption', { timed: heat.timed, untimed: heat.untimed })}</caption>
      <thead>
        <tr>
          <td />
          {HOURS.map((hour) => (
            <th key={hour} scope="col">
              {hour % NAMED === 0 ? two(hour) : <span className="vb-sr">{two(hour)}</span>}
            </th>
          ))}
          <th scope="col" className="vb-sr">
            {t('heat.sum')}
          </th>
        </tr>
      </thead>
      <tbody>
        {heat.cells.map((day, index) => {
          const weekday = time(`weekday.${index + 1}`);
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: the days of a week keep their places
            <tr key={index}>
              <th scope="row">{weekday}</th>
              {day.map((episodes, hour) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the hours of a day keep their places
                <td key={hour} className={classNames('vb-heat-cell', isNight(hour) && 'vb-heat-night')}>
                  {episodes > 0 && (
                    <button
                      type="button"
                      data-heat={Math.min(4, episodes)}
                      {...(uncovered?.[index]?.[hour] ? { 'data-uncovered': true } : {})}
                      aria-label={[
                        t('heat.cell', { weekday, hour: two(hour), count: episodes }),
                        uncovered?.[index]?.[hour] && t('heat.uncovered'),
                      ]
                        .filter(Boolean)
                        .join(', ')}
                      onClick={() => onShow({ type: 'hour', weekday: index, hour }, episodes)}
                    >
                      {episodes}
                    </button>
                  )}
                </td>
              ))}
              <td className="vb-heat-sum">{day.reduce((sum, episodes) => sum + episodes, 0)}</td>
            </tr>
          );
        })}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t('heat.sum')}</th>
          {HOURS.map((hour) => (
            <td key={hour} className="vb-heat-bar">
              <span className="vb-sr">{sumOf(heat, hour)}</span>
              {sumOf(heat, hour) > 0 && <i style={{ height: `${Math.max(3, (20 * sumOf(heat, hour)) / most)}px` }} />}
            </td>
          ))}
          <td />
        </tr>
      </tfoot>
    </table>
  );
}

function sumOf(heat: Heat, hour: number): number {
  return heat.cells.reduce((sum, day) => sum + (day[hour] ?? 0), 0);
}

function isNight(hour: number): boolean {
  return hour >= NIGHT_FROM || hour < NIGHT_TO;
}

function two(hour: number): string {
  return String(hour).padStart(2, '0');
}
