import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PatternView } from '#model/pattern/view.ts';
import { Icon } from '#renderer/ui/Icon.tsx';
import { useTimeWords } from '#renderer/ui/time-words.ts';
import type { ShowRecords } from './EpisodesDialog.tsx';

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
            <li key={place ?? ''}>
              <button type="button" onClick={() => onShow({ type: 'place', place }, episodes)}>
                <Icon name={place === null ? 'help' : 'pin'} />
                <span>
                  {name ?? t('places.unknown')}
                  <span className="vb-muted">
                    {from === to ? from : t('places.between', { from, to })} ·{' '}
                    {t('places.sub', { confirmed, count: episodes })}
                  </span>
                </span>
                <span className="vb-channel-bar">
                  <i style={{ width: `${(100 * episodes) / most}%` }} />
                </span>
                <strong>
                  {episodes}
                  <span className="vb-sr"> {t('channels.episodes', { count: episodes })}</span>
                </strong>
              </button>
            </li>
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
