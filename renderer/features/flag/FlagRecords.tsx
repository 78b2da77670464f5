import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FlagView } from '#contract/flag.ts';
import type { RecordId } from '#model/ids.ts';
import { kindOf } from '#model/kinds.ts';
import { Icon } from '#renderer/ui/Icon.tsx';
import { iconOf } from '#renderer/ui/KindBadge.tsx';
import { useTimeWords } from '#renderer/ui/time-words.ts';
import { useFlagWords } from './flag-words.ts';

/** So many are named in a row; the newest say most. */
const NAMED = 4;

/** The records a flag rests on, each with its kind, its time and the words that were found in it. */
export function FlagRecords({ flag, onOpen }: { flag: FlagView; onOpen: (id: RecordId) => void }) {
  const { t } = useFlagWords();
  const { t: kinds, i18n } = useTranslation('kinds');
  const time = useTimeWords();
  const [all, setAll] = useState(false);
  const shown = all ? flag.records : flag.records.slice(-NAMED);
  const hidden = flag.total - shown.length;
  return (
    <ul className="vb-flag-records">
      {shown.map(({ id, kind, title, titleEn, when, word, hindsight }) => {
        const name = (i18n.language === 'en' && titleEn ? titleEn : title) || kinds(`kind.${kind}.one`);
        return (
          <li key={id}>
            <button
              type="button"
              className="vb-chip vb-flag-record"
              data-k={kindOf(kind).tone}
              title={name}
              onClick={() => onOpen(id)}
            >
              <Icon name={iconOf(kind)} size={14} />
              <span className="vb-sr">{kinds(`kind.${kind}.one`)} </span>
              {kind === 'case_person' ? name : time.when(when)}
              {word !== null && <q>{word}</q>}
              <span className="vb-sr">: {name}</span>
            </button>
            {hindsight && <span className="vb-muted">{t('hindsight')}</span>}
          </li>
        );
      })}
      {hidden > 0 && !all && flag.records.length > NAMED && (
        <li>
          <button type="button" className="vb-link" onClick={() => setAll(true)}>
            {t('moreRecords', { count: hidden })}
          </button>
        </li>
      )}
    </ul>
  );
}
