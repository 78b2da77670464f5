import { useTranslation } from 'react-i18next';
import { useDueWords } from '#renderer/ui/due-words.ts';
import { useTimeWords } from '#renderer/ui/time-words.ts';
import { hourTicks, shareOf, shortDue } from './bar-marks.ts';

const HOUR_MS = 60 * 60 * 1_000;
/** Top of the bar and its height, px; words stand over it, hours under it. */
const TOP = 32;
const HEIGHT = 14;
const WORDS_Y = TOP - 14;
const LAST = 68;

interface Props {
  width: number;
  fromAt: number;
  dueAt: number;
  /** ms UTC; the end of what is filled. */
  now: number;
  /** The clock has ended: what is filled ends there, and no plate says that it is now. */
  ended: boolean;
  dayAfterAt: number | null;
  cutoffAt: number | null;
  hearingAt: number | null;
  changeAt: number | null;
}

/** The bar itself: hours as they pass, to scale. Its words are repeated in its name for a screen reader. */
export function BarDrawing(props: Props) {
  const { width, fromAt, dueAt, now, ended, dayAfterAt, cutoffAt, hearingAt, changeAt } = props;
  const { t } = useTranslation('clocks');
  const time = useTimeWords();
  const words = useDueWords();
  if (width < 60) return <div className="vb-clock-blank" />;
  const x = (at: number) => 1 + shareOf(at, fromAt, dueAt) * (width - 2);
  const nowX = x(now);
  const hours = (dueAt - fromAt) / HOUR_MS;
  const wholeHours = Math.round(hours * 10) / 10;
  const short = (at: number) => shortDue(words.due(at));
  const end = short(dueAt);
  const endWidth = end.length * CHAR_PX + 8;
  const described = t('bar.describe', {
    hours: wholeHours,
    gone: time.length(now - fromAt),
    due: words.due(dueAt),
  });
  const marks = [
    ...(dayAfterAt !== null && dayAfterAt > fromAt && dayAfterAt < dueAt
      ? [{ key: 'day', at: dayAfterAt, text: t('bar.dayAfterMark', { date: short(dayAfterAt) }), strong: true }]
      : []),
    ...(cutoffAt !== null && cutoffAt > fromAt
      ? [{ key: 'cutoff', at: cutoffAt, text: t('bar.cutoffMark', { date: short(cutoffAt) }), strong: false }]
      : []),
  ];
  const hearing = hearingAt !== null && hearingAt > fromAt && hearingAt < dueAt ? hearingAt : null;
  const texts = placed(
    [
      ...marks.map(({ key, at, text, strong }) => ({ key, x: x(at), text, strong })),
      ...(hearing === null
        ? []
        : [{ key: 'hearing', x: x(hearing), text: t('bar.hearingMark', { date: short(hearing) }), strong: false }]),
    ],
    nowX + 36,
    width - endWidth,
  );
  return (
    <svg className="vb-clock-svg" width={width} height={LAST} role="img" aria-label={described}>
      <rect className="vb-clock-ground" x="1" y={TOP} width={width - 2} height={HEIGHT} rx="3" />
      <rect className="vb-clock-gone" x="1" y={TOP} width={Math.max(0, nowX - 1)} height={HEIGHT} rx="3" />
      {hourTicks(fromAt, dueAt).map((hour) => (
        <g key={hour}>
          <path className="vb-clock-tick" d={`M${x(fromAt + hour * HOUR_MS)} ${TOP + HEIGHT + 1}v4`} />
          <text className="vb-clock-hour" textAnchor="middle" x={x(fromAt + hour * HOUR_MS)} y={TOP + 31}>
            {hour}
          </text>
        </g>
      ))}
      <text className="vb-clock-hour" x="0" y={TOP + 31}>
        {`0 ${t('bar.h')}`}
      </text>
      <text className="vb-clock-hour" textAnchor="end" x={width} y={TOP + 31}>
        {`${wholeHours} ${t('bar.h')}`}
      </text>
      {changeAt !== null && <path className="vb-clock-change" d={`M${x(changeAt)} ${TOP}v${HEIGHT}`} />}
      <path className="vb-clock-now" d={`M${nowX} ${TOP - 8}v26`} />
      {!ended && (
        <>
          <rect className="vb-clock-plate" x={plateX(nowX, width)} y={TOP - 27} width="66" height="18" rx="9" />
          <text className="vb-clock-plate-text" textAnchor="middle" x={plateX(nowX, width) + 33} y={WORDS_Y}>
            {t('bar.now', { time: time.clock(now) })}
          </text>
        </>
      )}
      {marks.map(({ key, at, strong }) => (
        <path
          key={key}
          className={strong ? 'vb-clock-mark' : 'vb-clock-mark vb-clock-weak'}
          d={`M${x(at)} ${TOP - 8}v26`}
        />
      ))}
      <path className="vb-clock-mark" d={`M${width - 1} ${TOP - 8}v26`} />
      {hearing !== null && <path className="vb-clock-hearing" d={`M${x(hearing)} ${TOP - 1}l8 8-8 8-8-8z`} />}
      {texts.map(({ key, x: at, text, strong }) => (
        <text
          key={key}
          className={strong ? 'vb-clock-word vb-clock-strong' : 'vb-clock-word'}
          textAnchor="middle"
          x={at}
          y={WORDS_Y}
        >
          {text}
        </text>
      ))}
      {(ended || plateX(nowX, width) + 66 < width - endWidth) && (
        <text className="vb-clock-word vb-clock-strong" textAnchor="end" x={width} y={WORDS_Y}>
          {end}
        </text>
      )}
    </svg>
  );
}

/** The plate with the time now never leaves the drawing. */
function plateX(at: number, width: number): number {
  return Math.min(width - 66, Math.max(0, at - 33));
}

/** Pixels a word takes at 11 px, with the slack of a wider typeface. */
const CHAR_PX = 6.2;

/** Words that meet neither the plate, the end nor each other; the first named stays. Its mark stands without it. */
function placed<T extends { readonly x: number; readonly text: string }>(all: readonly T[], from: number, to: number) {
  const kept: T[] = [];
  for (const one of all) {
    const half = (one.text.length * CHAR_PX) / 2;
    const free = kept.every((other) => Math.abs(other.x - one.x) > half + (other.text.length * CHAR_PX) / 2 + 8);
    if (free && one.x - half > from && one.x + half < to) kept.push(one);
  }
  return kept;
}
