import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import type { Clock } from '#model/clocks/types.ts';
import { useDueWords } from '#renderer/ui/due-words.ts';
import { useTimeWords } from '#renderer/ui/time-words.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** The one live clock of a page: what is left, or by how much it is over; or how it was met. */
export function BigClock({ clock, now }: { clock: Clock; now: number }) {
  const { t } = useTranslation('clocks');
  const time = useTimeWords();
  const words = useDueWords();
  if (clock.satisfiedAt !== null && clock.satisfiedBy !== null) {
    const by = { ending: t(`ending.${clock.satisfiedBy}`), length: time.length(Math.abs(clock.marginMs ?? 0)) };
    const released = clock.satisfiedBy === 'released';
    return (
      <div>
        <div className="vb-clock-cap">
          {t(released ? 'bar.released' : 'bar.presented', { date: words.due(clock.satisfiedAt) })}
        </div>
        <div className="vb-clock-met">{t(clock.state === 'met' ? 'metBy' : 'metLate', by)}</div>
      </div>
    );
  }
  const left = (clock.dueAt ?? now) - now;
  const over = clock.state === 'overdue' || left < 0;
  return (
    <div>
      <div className="vb-clock-cap">{t(over ? 'bar.over' : 'bar.left')}</div>
      <div className={over ? 'vb-clock-big vb-clock-over' : 'vb-clock-big'} role="timer">
        {partsOf(Math.abs(left)).map(([unit, figure]) => (
          <Fragment key={unit}>
            {figure}
            <small>{t(`bar.${unit}`)}</small>
          </Fragment>
        ))}
      </div>
    </div>
  );
}

/** Hours and minutes, and days before them once there are four or more. */
function partsOf(ms: number): [unit: 'd' | 'h' | 'min', figure: string][] {
  const hours = Math.floor(ms / HOUR_MS);
  const minutes = String(Math.floor((ms % HOUR_MS) / MINUTE_MS)).padStart(2, '0');
  if (hours >= 96)
    return [
      ['d', String(Math.floor(hours / 24))],
      ['h', String(hours % 24)],
    ];
  return [
    ['h', String(hours)],
    ['min', minutes],
  ];
}
