import { useTranslation } from 'react-i18next';
import type { TodayOrder } from '#contract/today.ts';
import type { TodayBoard } from '#model/today/board.ts';
import { classNames } from '#renderer/ui/class-names.ts';
import { useDueWords } from '#renderer/ui/due-words.ts';
import { useTimeWords } from '#renderer/ui/time-words.ts';
import type { Escort } from './escorts.ts';

interface Props {
  board: Pick<TodayBoard, 'acting' | 'soon'>;
  now: number;
  /** Rows are filtered: that none is left says nothing of the rest. */
  isPart: boolean;
  only: 'now' | 'soon' | null;
  onOnly: (only: 'now' | 'soon' | null) => void;
  gaps: { readonly count: number; readonly totalMs: number; readonly cases: number };
  escorts: readonly Escort[];
  orders: readonly TodayOrder[];
}

/** The counters over the board. The first two show their rows alone; the others lead to their panel. */
export function TodayTiles({ board: { acting, soon }, now, isPart, only, onOnly, gaps, escorts, orders }: Props) {
  const { t } = useTranslation('today');
  const time = useTimeWords();
  const due = useDueWords();
  const without = escorts.filter((one) => one.crew.length === 0 && !one.crewWords).length;
  const [firstOrder] = orders;
  return (
    <fieldset className="vb-tiles" aria-label={t('tiles')}>
      <Tile
        count={acting.count}
        title={t('tile.now')}
        sub={
          acting.oldestAt === null
            ? t(isPart ? 'tile.partNone' : 'tile.nowNone')
            : t('tile.oldest', { length: time.length(Math.max(0, now - acting.oldestAt)) })
        }
        solid={acting.count > 0}
        on={only === 'now'}
        onClick={() => onOnly(only === 'now' ? null : 'now')}
      />
      <Tile
        count={soon.count}
        title={t('tile.soon')}
        sub={
          soon.firstAt === null
            ? t(isPart ? 'tile.partNone' : 'tile.soonNone')
            : t('tile.first', { date: due.due(soon.firstAt), length: time.length(soon.firstAt - now) })
        }
        on={only === 'soon'}
        onClick={() => onOnly(only === 'soon' ? null : 'soon')}
      />
      <Tile
        count={gaps.count}
        title={t('tile.gaps')}
        sub={
          gaps.count > 0
            ? t('tile.gapsSum', { length: time.length(gaps.totalMs), count: gaps.cases })
            : t('tile.gapsNone')
        }
        onClick={() => goTo('vb-today-coverage')}
      />
      <Tile
        count={escorts.length}
        title={t('tile.escorts')}
        sub={without > 0 ? t('tile.escortsWithout', { count: without }) : t('tile.escortsAll')}
        onClick={() => goTo('vb-today-escorts')}
      />
      <Tile
        count={orders.length}
        title={t('tile.orders')}
        sub={
          firstOrder
            ? t('tile.firstDay', {
                date: time.dayName(firstOrder.endsAt - 1),
                length: time.length(firstOrder.endsAt - now),
              })
            : t('tile.ordersNone')
        }
        onClick={() => goTo('vb-today-orders')}
      />
    </fieldset>
  );
}

interface TileProps {
  count: number;
  title: string;
  sub: string;
  solid?: boolean;
  on?: boolean;
  onClick: () => void;
}

function Tile({ count, title, sub, solid, on, onClick }: TileProps) {
  return (
    <button
      type="button"
      className={classNames('vb-tile', solid && 'vb-tile-solid', on && 'vb-tile-on')}
      {...(on === undefined ? {} : { 'aria-pressed': on })}
      onClick={onClick}
    >
      <span className="vb-tile-count">{count}</span>
      <span className="vb-tile-words">
        <span className="vb-tile-title">{title}</span>
        <span className="vb-tile-sub">{sub}</span>
      </span>
    </button>
  );
}

function goTo(id: string): void {
  const panel = document.getElementById(id);
  panel?.scrollIntoView({ block: 'nearest' });
  panel?.focus();
}
