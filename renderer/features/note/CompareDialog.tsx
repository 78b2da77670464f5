import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { NoteVersion, NoteVersionText } from '#contract/note.ts';
import type { RecordId } from '#model/ids.ts';
import { useAction, useRoute } from '#renderer/client/hooks.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { SelectField } from '#renderer/ui/SelectField.tsx';
import { useTimeWords } from '#renderer/ui/time-words.ts';
import { type ComparedRow, compareTexts, type Part } from './compare.ts';
import type { Desk } from './desk.ts';

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
  const rows = useMemo(
    () => (old.data && now.data ? compareTexts(linesOf(old.data), linesOf(now.data)) : []),
    [old.data, now.data],
  );
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
        {rows.length > 0 && rows.every((row) => row.isSame) && <p>{t('versions.same')}</p>}
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
      </section>
    </Dialog>
  );
}

function linesOf({ heading, text }: NoteVersionText): string {
  return [heading ?? '', text ?? ''].join('\n');
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
