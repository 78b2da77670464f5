import { useTranslation } from 'react-i18next';
import { localParts } from '#model/time.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { useNavigation } from '#renderer/ui/navigation.ts';
import { Panel } from '#renderer/ui/Panel.tsx';
import { useTimeWords } from '#renderer/ui/time-words.ts';
import { useZone } from '#renderer/ui/zone.ts';
import type { CoverageRow } from './coverage-rows.ts';

const HOUR_MS = 60 * 60 * 1_000;
const DAY_MS = 24 * HOUR_MS;
/** Width of the drawing in its own units; it is stretched to what there is. */
const WIDE = 960;

/** Each need over the next 24 hours: empty where nothing is asked, solid where nobody is there. */
export function CoveragePanel({ rows, now, known }: { rows: readonly CoverageRow[]; now: number; known: boolean }) {
  const { t } = useTranslation('today');
  const time = useTimeWords();
  return (
    <div id="vb-today-coverage" tabIndex={-1} className="vb-today-panel">
      <Panel title={t('coverage.title')} icon="gap" count={t('coverage.from', { time: time.clock(now) })} flush>
        {rows.length === 0 ? (
          known && <EmptyState icon="gap" title={t('coverage.none')} text={t('coverage.noneText')} />
        ) : (
          <div className="vb-cover">
            <Axis now={now} />
            {rows.map((row, index) => (
              <Line key={row.needId} row={row} now={now} same={rows[index - 1]?.caseId === row.caseId} />
            ))}
          </div>
        )}
      </Panel>
    </div>
  );
}

function Axis({ now }: { now: number }) {
  const zone = useZone();
  const time = useTimeWords();
  const hours = fullHours(now, zone, 3);
  return (
    <div className="vb-cover-row vb-cover-axis" aria-hidden="true">
      <span />
      <span />
      <svg viewBox="0 0 100 18" preserveAspectRatio="none" />
      <div className="vb-cover-hours">
        {hours.map((at) => (
          <span key={at} style={{ left: `${((at - now) / DAY_MS) * 100}%` }}>
            {time.clock(at).slice(0, 2)}
          </span>
        ))}
      </div>
      <span />
    </div>
  );
}

function Line({ row, now, same }: { row: CoverageRow; now: number; same: boolean }) {
  const { t } = useTranslation('today');
  const time = useTimeWords();
  const zone = useZone();
  const openCase = useNavigation((n) => n.openCase);
  const x = (at: number) => ((at - now) / DAY_MS) * WIDE;
  const label = row.label ?? t('coverage.need');
  const verdict =
    row.firstGapAt !== null
      ? t('coverage.gap', { time: time.clock(Math.max(row.firstGapAt, now)), length: time.length(row.firstGapMs) })
      : row.thinMs > 0
        ? t('coverage.thin', { length: time.length(row.thinMs) })
        : t('coverage.covered');
  return (
    <div className="vb-cover-row">
      <span className={same ? 'vb-sr' : 'vb-cover-alias vb-cut'} title={row.alias}>
        {row.alias}
      </span>
      {same && <span aria-hidden="true" />}
      <Button
        variant="quiet"
        size="sm"
        className="vb-cover-need"
        title={label}
        onClick={() => openCase(row.caseId, 'timeline')}
      >
        <span className="vb-cut">{label}</span>
      </Button>
      <svg
        viewBox={`0 0 ${WIDE} 26`}
        preserveAspectRatio="none"
        role="img"
        aria-label={`${row.alias}, ${label}: ${verdict}`}
      >
        {nights(now, zone).map(({ fromAt, toAt }) => (
          <rect key={fromAt} className="vb-cover-night" x={x(fromAt)} width={x(toAt) - x(fromAt)} height="26" />
        ))}
        {row.parts.map(({ fromAt, toAt, state }) => (
          <Part key={fromAt} x={x(fromAt)} width={Math.max(1, x(toAt) - x(fromAt))} state={state} />
        ))}
        <rect className="vb-cover-now" width="2" height="26" />
      </svg>
      <span className={row.firstGapAt === null ? 'vb-cover-word' : 'vb-cover-word vb-cover-gap'}>{verdict}</span>
    </div>
  );
}

function Part({ x, width, state }: { x: number; width: number; state: 'covered' | 'thin' | 'gap' }) {
  if (state === 'gap') return <rect className="vb-cover-solid" x={x} y="4" width={width} height="18" />;
  if (state === 'covered') return <rect className="vb-cover-full" x={x} y="7" width={width} height="12" />;
  return (
    <>
      <rect className="vb-cover-thin" x={x} y="7.5" width={width} height="11" />
      <rect className="vb-cover-full" x={x} y="13.5" width={width} height="5.5" />
    </>
  );
}

/** Full hours within the day that begins at `now`, every `step`th by the clock, not at its edges. */
function fullHours(now: number, zone: string, step: number): number[] {
  const first = Math.ceil(now / HOUR_MS) * HOUR_MS;
  return Array.from({ length: 24 }, (_, index) => first + index * HOUR_MS).filter(
    (at) => localParts(at, zone).hour % step === 0 && at - now > HOUR_MS / 2 && now + DAY_MS - at > HOUR_MS / 2,
  );
}

/** 21 to 06 within the day that begins at `now`. */
function nights(now: number, zone: string): { fromAt: number; toAt: number }[] {
  const spans: { fromAt: number; toAt: number }[] = [];
  for (let at = Math.floor(now / HOUR_MS) * HOUR_MS; at < now + DAY_MS; at += HOUR_MS) {
    const { hour } = localParts(at, zone);
    if (hour >= 6 && hour < 21) continue;
    const last = spans.at(-1);
    if (last && last.toAt === at) spans[spans.length - 1] = { ...last, toAt: at + HOUR_MS };
    else spans.push({ fromAt: Math.max(at, now), toAt: at + HOUR_MS });
  }
  return spans.map(({ fromAt, toAt }) => ({ fromAt, toAt: Math.min(toAt, now + DAY_MS) }));
}
