import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PatternView } from '#model/pattern/view.ts';
import { useTimeWords } from '#renderer/ui/time-words.ts';
import type { ShowRecords } from './EpisodesDialog.tsx';
import { EpisodesRow } from './EpisodesRow.tsx';

/** So many are drawn at first. */
const FIRST = 6;

interface Props {
  places: PatternView['places'];
  onShow: ShowRecords;
}

/** Where it happened, most episodes first, with the first and the last time; who the sender is, is told beside. */
export function Places({ places, onShow }: Props) {
  const { t } = useTranslation('pattern');
  const time = useTimeWords();
  const [all, setAll] = useState(false);
  const most = Math.max(1, ...places.map(({ episodes }) => episodes));
  const shown = all ? places : places.slice(0, FIRST);
  return (
    <>
      <ul className="vb-channels" aria-label={t('places.title')}>
        {shown.map(({ place, name, episodes, confirmed, first, last }) => {
          const [from, to] = [time.when(first), time.when(last)];
          return (
            <EpisodesRow
              key={place ?? ''}
              icon={place === null ? 'help' : 'pin'}
              name={name ?? t('places.unknown')}
              sub={
                <>
                  {from === to ? from : t('places.between', { from, to })} ·{' '}
                  {t('places.sub', { confirmed, count: episodes })}
                </>
              }
              episodes={episodes}
              most={most}
              onShow={() => onShow({ type: 'place', place }, episodes)}
            />
          );
        })}
      </ul>
      {places.length > FIRST && (
        <p className="vb-places-more">
          <button type="button" className="vb-link" aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? t('places.fewer') : t('places.all', { count: places.length - FIRST })}
          </button>
        </p>
      )}
    </>
  );
}
