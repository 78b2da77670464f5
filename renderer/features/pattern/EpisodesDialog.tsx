import { useTranslation } from 'react-i18next';
import type { InputOf } from '#contract/routes.ts';
import type { RecordId } from '#model/ids.ts';
import type { PatternPart, UnderOrderPart } from '#model/pattern/view.ts';
import { useRoute } from '#renderer/client/hooks.ts';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { KindBadge } from '#renderer/ui/KindBadge.tsx';
import { useTimeWords } from '#renderer/ui/time-words.ts';

/** Shows what a figure or a statement rests on, of which there are `count`. */
export type ShowRecords = (part: ShownPart, count: number) => void;
export type ShownPart = PatternPart | UnderOrderPart;

/** More are not read in a dialog; the list of events has them all. */
const MOST = 200;

interface Props {
  /** Of which pattern, and of which figure or statement of it. */
  asked: InputOf<'pattern.records'>;
  count: number;
  onOpen: (id: RecordId) => void;
  onClose: () => void;
}

/** The records behind a figure or a statement; each opens in the inspector. */
export function EpisodesDialog({ asked, count, onOpen, onClose }: Props) {
  const { t, i18n } = useTranslation('pattern');
  const { t: kinds } = useTranslation('kinds');
  const time = useTimeWords();
  const { data, error } = useRoute('pattern.records', { ...asked, limit: MOST });
  const total = data?.total ?? count;
  return (
    <Dialog
      open
      title={t('records', { count: total })}
      onClose={onClose}
      width={560}
      {...(total > MOST ? { subtitle: t('newest', { count: MOST }) } : {})}
    >
      <ErrorNotice error={error} />
      <ul className="vb-episodes" aria-busy={data === undefined && error === null}>
        {data?.episodes.map(({ id, kind, title, titleEn, when, sender }) => (
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
