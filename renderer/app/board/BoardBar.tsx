import { useTranslation } from 'react-i18next';
import { localParts } from '#model/time.ts';
import type { TimeSpan } from '#renderer/timeline/index.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { Segmented } from '#renderer/ui/Segmented.tsx';
import { useTimeWords } from '#renderer/ui/time-words.ts';
import { useZone } from '#renderer/ui/zone.ts';
import type { BoardOnly } from './board-filter.ts';
import type { BoardCounts } from './use-board.ts';

const DAYS = [1, 3, 7, 28] as const;
const COUNTED = ['unstaffed', 'conflicts', 'unconfirmed'] as const;

interface Props {
  view: TimeSpan;
  days: number;
  asList: boolean;
  counts: BoardCounts | null;
  only: BoardOnly;
  onList: (asList: boolean) => void;
  onDays: (days: number) => void;
  onNow: () => void;
  onStep: (by: number) => void;
  onOnly: (only: BoardOnly) => void;
}

/** Where in time the board stands, and how much asks to be seen to; a count shows what it counts. */
export function BoardBar({ view, days, asList, counts, only, onList, onDays, onNow, onStep, onOnly }: Props) {
  const { t } = useTranslation('board');
  const time = useTimeWords();
  const zone = useZone();
  const last = view.toAt - 1;
  const weeks = [localParts(view.fromAt, zone).week, localParts(last, zone).week];
  return (
    <div className="vb-timeline-bar">
      <IconButton icon="chev-l" label={t('earlier')} onClick={() => onStep(-1)} />
      <Button onClick={onNow}>{t('now')}</Button>
      <IconButton icon="chev-r" label={t('later')} onClick={() => onStep(1)} />
      <p className="vb-timeline-span" aria-live="polite">
        <strong>{`${time.date(view.fromAt)} – ${time.date(last)}`}</strong>{' '}
        <span className="vb-muted">
          {weeks[0] === weeks[1] ? t('week', { week: weeks[0] }) : t('weeks', { from: weeks[0], to: weeks[1] })}
        </span>
      </p>
      <Segmented
        label={t('span')}
        value={String(days)}
        options={DAYS.map((value) => ({ value: String(value), label: t(`days.${value}`) }))}
        onChange={(value) => onDays(Number(value))}
      />
      <div className="vb-timeline-end">
        {counts &&
          COUNTED.map((one) => (
            <Button key={one} on={only === one} onClick={() => onOnly(one)}>
              {t(`count.${one}`, { count: counts[one] })}
            </Button>
          ))}
        <Button icon="list" keys="L" on={asList} onClick={() => onList(!asList)}>
          {t('list')}
        </Button>
      </div>
    </div>
  );
}
