import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { NoteVersion } from '#contract/note.ts';
import type { RecordId } from '#model/ids.ts';
import { useRoute } from '#renderer/client/hooks.ts';
import { useStore } from '#renderer/editor/useStore.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Chip } from '#renderer/ui/Chip.tsx';
import { useCommands } from '#renderer/ui/commands.ts';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { Icon } from '#renderer/ui/Icon.tsx';
import { useTimeWords } from '#renderer/ui/time-words.ts';
import { CompareDialog } from './CompareDialog.tsx';
import type { Desk } from './desk.ts';
import type { Keeper } from './keeper.ts';

interface Props {
  id: RecordId;
  desk: Desk;
}

/** The versions of a note, newest first, and the draft that will be the next. */
export function NoteVersions({ id, desk }: Props) {
  const { t } = useTranslation(['note', 'writing']);
  const versions = useRoute('note.versions', { id });
  const [isComparing, setComparing] = useState(false);
  const list = [...(versions.data ?? [])].reverse();
  const compare = { id: 'note.compare', label: t('writing:versions.compare'), icon: 'history' } as const;
  useCommands(list.length > 1 ? [{ ...compare, run: () => setComparing(true) }] : []);
  return (
    <section className="note-part">
      <h2 className="note-part-head">
        <Icon name="history" />
        {t('versions')}
        <span className="note-part-count">{t('versionCount', { count: list.length })}</span>
      </h2>
      <ErrorNotice error={versions.error} />
      <ol className="note-versions">
        {desk.keeper && <Draft keeper={desk.keeper} />}
        {list.map((version) => (
          <VersionLine key={version.version} version={version} />
        ))}
      </ol>
      {list.length > 1 && (
        <Button size="sm" className="note-compare-button" onClick={() => setComparing(true)}>
          {t('writing:versions.compare')}
        </Button>
      )}
      {isComparing && <CompareDialog id={id} versions={list} desk={desk} onClose={() => setComparing(false)} />}
    </section>
  );
}

/** Actions with words of their own; every other version was written. */
const KNOWN = [
  'note.create',
  'note.sign',
  'note.strike_text',
  'note.restore_version',
  'note.take_draft',
  'note.update',
  'note.strike',
  'undo',
  'redo',
];

function VersionLine({ version: { version, at, person, action, hash, undone } }: { version: NoteVersion }) {
  const { t } = useTranslation('writing');
  const time = useTimeWords();
  const done = KNOWN.includes(action) ? action.replace('note.', '') : 'commit';
  return (
    <li>
      <b>v{version}</b>
      <span>
        {done === 'sign' && <Icon name="seal" size={14} />} {t(`versions.done.${done}` as 'versions.done.commit')},{' '}
        {person} {time.stamp(at)} {undone && <Chip dashed>{t('versions.undone')}</Chip>}
      </span>
      <code className="note-version-at" title={t('versions.hash', { hash })}>
        {hash.slice(0, 4)}…{hash.slice(-2)}
      </code>
    </li>
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
