import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Clock } from '#model/clocks/types.ts';
import { useDueWords } from '#renderer/ui/due-words.ts';
import { Icon } from '#renderer/ui/Icon.tsx';
import { LawSource } from '#renderer/ui/LawSource.tsx';
import { useTimeWords } from '#renderer/ui/time-words.ts';
import { useNow } from '#renderer/ui/use-now.ts';
import { useZone } from '#renderer/ui/zone.ts';
import { BarDrawing } from './BarDrawing.tsx';
import { BigClock } from './BigClock.tsx';
import { clockChange, type Presentation, presentationOf } from './bar-marks.ts';
import './clock-bar.css';

interface Props {
  /** The clocks of one arrest, as `clock.list` answers them; those that are about something else are left aside. */
  clocks: readonly Clock[];
  /** When the hearing is set, ms UTC, where it is. */
  hearingAt?: number | null;
  /** Under the bar: what is asked for now, as the reason for the court book. */
  children?: ReactNode;
}

/**
 * From arrest to court: the time left, the bar with now, the end of the day after, the court's cut-off and the hearing,
 * and what a change of clocks does to it. Shows a line where no deadline for presentation is running.
 */
export function ClockBar({ clocks, hearingAt = null, children }: Props) {
  const { t } = useTranslation('clocks');
  const presentation = presentationOf(clocks);
  return (
    <section className="vb-clock" aria-label={t('bar.title')}>
      {presentation ? (
        <Running presentation={presentation} hearingAt={hearingAt} />
      ) : (
        <p className="vb-clock-none">{t('bar.none')}</p>
      )}
      {children}
    </section>
  );
}

function Running({ presentation, hearingAt }: { presentation: Presentation; hearingAt: number | null }) {
  const { t } = useTranslation('clocks');
  const time = useTimeWords();
  const words = useDueWords();
  const zone = useZone();
  const { governing, dayAfter } = presentation;
  const near = (governing.dueAt ?? 0) - Date.now() < 3_600_000;
  const now = useNow(near ? 'second' : 'minute');
  const holder = useRef<HTMLDivElement>(null);
  const width = useWidth(holder);
  const { startedAt, dueAt } = governing;
  if (dueAt === null) return null;
  const change = clockChange(startedAt, dueAt, zone);
  const arrest = `${time.stampDay(startedAt).slice(0, 2)} ${time.clock(startedAt)}`;
  const from =
    governing.id === 'C4'
      ? t('bar.hoursFrom', { hours: 48, date: arrest })
      : t(governing.id === 'C7' ? 'bar.dayFrom' : 'bar.thirdFrom', { date: arrest });
  return (
    <>
      <div className="vb-clock-top">
        <BigClock clock={governing} now={now} />
        <div className="vb-clock-cap">
          <div>
            <b>{words.due(dueAt)}</b>
          </div>
          <div>{from}</div>
        </div>
        <div className="vb-clock-cap vb-clock-end">
          {dayAfter && <DayAfter clock={dayAfter} now={now} />}
          <div>
            <LawSource clock={governing} />
          </div>
        </div>
      </div>
      <div ref={holder} className="vb-clock-draw">
        <BarDrawing
          width={width}
          fromAt={startedAt}
          dueAt={dueAt}
          now={governing.satisfiedAt ?? now}
          ended={governing.satisfiedAt !== null}
          dayAfterAt={dayAfter?.dueAt ?? null}
          cutoffAt={governing.workingAt}
          hearingAt={hearingAt}
          changeAt={change?.at ?? null}
        />
      </div>
      <p className="vb-clock-why">
        <Icon name="clock" size={14} />
        <span>{t(change ? (change.forward ? 'bar.forward' : 'bar.back') : 'bar.plain')}</span>
      </p>
    </>
  );
}

function DayAfter({ clock, now }: { clock: Clock; now: number }) {
  const { t } = useTranslation('clocks');
  const time = useTimeWords();
  if (clock.satisfiedBy === 'court_book_reason') return <div>{t('bar.dayAfterReason')}</div>;
  const left = (clock.dueAt ?? 0) - now;
  if (clock.satisfiedAt !== null) return null;
  return <div>{left > 0 ? t('bar.dayAfterLeft', { length: time.length(left) }) : <b>{t('bar.dayAfterGone')}</b>}</div>;
}

/** Width of an element in px, kept up to date. */
function useWidth(ref: { readonly current: HTMLElement | null }): number {
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return;
    const observer = new ResizeObserver(() => setWidth(element.clientWidth));
    observer.observe(element);
    setWidth(element.clientWidth);
    return () => observer.disconnect();
  }, [ref]);
  return width;
}
