import { useTranslation } from 'react-i18next';
import type { RecordId } from '#model/ids.ts';
import type { Episode } from '#model/pattern/read-pattern.ts';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { KindBadge } from '#renderer/ui/KindBadge.tsx';
import { useTimeWords } from '#renderer/ui/time-words.ts';

/** More are not read in a dialog; the list of events has them all. */
const MOST = 200;

interface Props {
  episodes: readonly Episode[];
  onOpen: (id: RecordId) => void;
  onClose: () => void;
}

/** The records behind a figure or a statement; each opens in the inspector. */
export function EpisodesDialog({ episodes, onOpen, onClose }: Props) {
  const { t, i18n } = useTranslation('pattern');
  const { t: kinds } = useTranslation('kinds');
  const time = useTimeWords();
  const shown = episodes.slice(-MOST);
  const left = episodes.length - shown.length;
  return (
    <Dialog
      open
      title={t('records', { count: episodes.length })}
      onClose={onClose}
      width={560}
      {...(left > 0 ? { subtitle: t('newest', { count: MOST }) } : {})}
    >
      <ul className="vb-episodes">
        {shown.map(({ id, kind, title, titleEn, when, sender }) => (
          <li key={id}>
            <button type="button" onClick={() => onOpen(id)}>
              <KindBadge kind={kind} />
              <span>{time.when(when)}</span>
              <span className="vb-episode-title">
                {(i18n.language === 'en' && titleEn ? titleEn : title) || kinds(`kind.${kind}.one`)}
              </span>
              <span className="vb-muted">{kinds(`option.sender.${sender}`)}</span>
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
