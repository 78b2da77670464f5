import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { NoteVersion, NoteVersionText } from '#contract/note.ts';
import type { RecordId } from '#model/ids.ts';
import { fieldsOf } from '#model/kinds.ts';
import { useAction, useRoute } from '#renderer/client/hooks.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { useRecordWords } from '#renderer/ui/record-words.ts';
import { SelectField } from '#renderer/ui/SelectField.tsx';
import { useTimeWords } from '#renderer/ui/time-words.ts';
import { useBriefWords } from './brief-words.ts';
import { type ComparedRow, compareTexts, type Part } from './compare.ts';
import type { Desk } from './desk.ts';
import { useNodeWords } from './node-words.ts';
import { changedFacts, type VersionWords, versionLines } from './version-lines.ts';

interface Props {
  id: RecordId;
  /** Newest first; at least two. */
  versions: readonly NoteVersion[];
  desk: Desk;
  onClose: () => void;
}

/** Two versions side by side, what went marked in one and what came in the other; an old one can be taken up again. */
export function CompareDialog({ id, versions, desk, onClose }: Props) {
  const { t } = useTranslation('writing');
  const newest = versions[0]?.version ?? 1;
  const [left, setLeft] = useState(versions[1]?.version ?? newest);
  const [right, setRight] = useState(newest);
  const old = useRoute('note.version', { id, version: left });
  const now = useRoute('note.version', { id, version: right });
  const restore = useAction('note.restore_version');
  const versionWords = useVersionWords();
  const rows = useMemo(
    () =>
      old.data && now.data
        ? compareTexts(versionLines(old.data, versionWords), versionLines(now.data, versionWords))
        : [],
    [old.data, now.data, versionWords],
  );
  const facts = old.data && now.data ? changedFacts(old.data, now.data) : [];
  const [failure, setFailure] = useState<unknown>(null);
  const takeUp = async () => {
    setFailure(null);
    // What is typed is a version of its own first; refused, it would be the draft that the old version covers.
    await desk.keeper?.makeVersion();
    restore.mutate({ id, version: left }, { onSuccess: onClose });
  };
  return (
    <Dialog
      open
      title={t('versions.compareTitle')}
      onClose={onClose}
      width={1080}
      footer={
        desk.keeper &&
        !desk.signed &&
        left !== newest && (
          <Button icon="history" disabled={restore.isPending} onClick={() => void takeUp().catch(setFailure)}>
            {t('versions.restore', { version: left })}
          </Button>
        )
      }
    >
      <div className="note-compare-heads">
        <VersionChoice label={t('versions.from')} versions={versions} value={left} onChange={setLeft} />
        <VersionChoice label={t('versions.to')} versions={versions} value={right} onChange={setRight} />
      </div>
      <ErrorNotice error={old.error ?? now.error ?? failure ?? restore.error} />
      <section className="note-compare" aria-label={t('versions.compareTitle')}>
        {rows.length > 0 && facts.length === 0 && rows.every((row) => row.isSame) && <p>{t('versions.same')}</p>}
        <table>
          <tbody>
            {rows.map((row) => (
              <tr key={row.key} data-changed={!row.isSame || undefined}>
                <Cell row={row} parts={row.before} gone />
                <Cell row={row} parts={row.after} />
              </tr>
            ))}
          </tbody>
        </table>
        {old.data && now.data && facts.length > 0 && <ChangedFacts names={facts} old={old.data} now={now.data} />}
      </section>
    </Dialog>
  );
}

/** Links, pictures, strikes and frames in the interface's language. */
function useVersionWords(): VersionWords {
  const { t } = useTranslation(['note', 'writing']);
  const { linkInText } = useBriefWords();
  const { date, strike } = useNodeWords();
  return useMemo(
    () => ({
      link: (target) => [linkInText(target.link), ...(target.date ? [date(target.date)] : [])].join(', '),
      picture: (alt, file) => t('writing:versions.picture', { alt: alt || t('writing:picture.nameless'), file }),
      strike,
      callout: (tone) => t(`action.${tone === 'note' ? 'callout' : tone}`),
    }),
    [t, linkInText, date, strike],
  );
}

const FIELDS = new Map(fieldsOf('note'));

/** Details of the note that differ: what each was and what it became. */
function ChangedFacts({ names, old, now }: { names: readonly string[]; old: NoteVersionText; now: NoteVersionText }) {
  const { t } = useTranslation('writing');
  const words = useRecordWords();
  const shown = (name: string, value: unknown) => {
    const field = FIELDS.get(name);
    return (field && words.value(name, field, value)) || t('versions.empty');
  };
  return (
    <>
      <h3>{t('versions.facts')}</h3>
      <ul className="note-compare-facts">
        {names.map((name) => (
          <li key={name}>
            {words.field(name)}: <del>{shown(name, old.facts[name])}</del> <ins>{shown(name, now.facts[name])}</ins>
          </li>
        ))}
      </ul>
    </>
  );
}

function VersionChoice({
  label,
  versions,
  value,
  onChange,
}: {
  label: string;
  versions: readonly NoteVersion[];
  value: number;
  onChange: (version: number) => void;
}) {
  const { t } = useTranslation('writing');
  const time = useTimeWords();
  return (
    <SelectField
      label={label}
      value={String(value)}
      options={versions.map(({ version, person, at, undone }) => ({
        value: String(version),
        label: `v${version}, ${person} ${time.stamp(at)}${undone ? `, ${t('versions.undone')}` : ''}`,
      }))}
      onChange={(version) => version !== null && onChange(Number(version))}
    />
  );
}

function Cell({ row, parts, gone = false }: { row: ComparedRow; parts: readonly Part[] | null; gone?: boolean }) {
  return (
    <td data-none={parts === null || undefined}>
      {parts?.map((part, index) => {
        const key = `${row.key} ${index}`;
        if (!part.isChanged) return <span key={key}>{part.text}</span>;
        return gone ? <del key={key}>{part.text}</del> : <ins key={key}>{part.text}</ins>;
      })}
    </td>
  );
}
