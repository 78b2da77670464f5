import { useTranslation } from 'react-i18next';
import type { RecordId } from '#model/ids.ts';
import { useRoute } from '#renderer/client/hooks.ts';
import { useStore } from '#renderer/editor/useStore.ts';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { Icon } from '#renderer/ui/Icon.tsx';
import { useTimeWords } from '#renderer/ui/time-words.ts';
import type { Keeper } from './keeper.ts';

interface Props {
  id: RecordId;
  keeper: Keeper | null;
}

/** The versions of a note, newest first, and the draft that will be the next. */
export function NoteVersions({ id, keeper }: Props) {
  const { t } = useTranslation('note');
  const time = useTimeWords();
  const versions = useRoute('note.versions', { id });
  const list = [...(versions.data ?? [])].reverse();
  return (
    <section className="note-part">
      <h2 className="note-part-head">
        <Icon name="history" />
        {t('versions')}
        <span className="note-part-count">{t('versionCount', { count: list.length })}</span>
      </h2>
      <ErrorNotice error={versions.error} />
      <ol className="note-versions">
        {keeper && <Draft keeper={keeper} />}
        {list.map(({ version, at, person }) => (
          <li key={version}>
            <b>v{version}</b>
            <span>{person}</span>
            <span className="note-version-at">{time.stamp(at)}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Draft({ keeper }: { keeper: Keeper }) {
  const { t } = useTranslation('note');
  const { kept, version } = useStore(keeper);
  if (kept === 'version') return null;
  return (
    <li>
      <b>v{version + 1}</b>
      <span>{t('draftMark')}</span>
      <span className="note-version-at">{t('notYet')}</span>
    </li>
  );
}
