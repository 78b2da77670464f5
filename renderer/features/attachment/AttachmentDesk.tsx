import { type ClipboardEvent, type DragEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordId } from '#model/ids.ts';
import { useClient, useRoute } from '#renderer/client/hooks.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { CheckField } from '#renderer/ui/CheckField.tsx';
import { classNames } from '#renderer/ui/class-names.ts';
import { useCommands } from '#renderer/ui/commands.ts';
import { useCreateRequest } from '#renderer/ui/create-request.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import { AttachmentList } from './AttachmentList.tsx';
import { IntakeList } from './IntakeList.tsx';
import { intakesOf } from './intakes.ts';
import { useIntakes } from './use-intakes.ts';
import { Viewer } from './Viewer.tsx';
import './attachment.css';

interface Props {
  caseId: RecordId;
  /** The one that is shown. */
  recordId: RecordId | null;
  onSelect: (id: RecordId) => void;
  canWrite: boolean;
}

/** The attachments of a case: files are chosen, dropped or pasted; the one that is selected is shown beside the list. */
export function AttachmentDesk({ caseId, recordId, onSelect, canWrite }: Props) {
  const { t } = useTranslation('attachment');
  const intakes = intakesOf(useClient());
  const coming = useIntakes(intakes, caseId);
  const [struck, setStruck] = useState(false);
  const [source, setSource] = useState('');
  const [isOver, setOver] = useState(false);
  const chooser = useRef<HTMLInputElement>(null);
  const list = useRoute('attachment.list', { caseId, struck });
  const choose = () => chooser.current?.click();
  useCommands(canWrite ? [{ id: 'attachment.add', label: t('add'), icon: 'plus', keys: 'N', run: choose }] : []);

  useCreateRequest((kind) => {
    if (kind !== 'attachment' || !canWrite) return false;
    choose();
    return true;
  });

  const add = (files: FileList | null): boolean => {
    if (!canWrite || !files || files.length === 0) return false;
    intakes.add(caseId, [...files], source.trim() || null);
    // Said of these files alone: the next may come from somebody else.
    setSource('');
    return true;
  };
  const onDrag = (event: DragEvent) => {
    if (!canWrite || !event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    setOver(true);
  };
  const onDrop = (event: DragEvent) => {
    setOver(false);
    if (add(event.dataTransfer.files)) event.preventDefault();
  };
  const onPaste = (event: ClipboardEvent) => {
    if (add(event.clipboardData.files)) event.preventDefault();
  };
  const items = list.data ?? [];

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the button does the same for the keyboard
    <div
      className={classNames('attachment-desk', isOver && 'attachment-over')}
      onDragEnter={onDrag}
      onDragOver={onDrag}
      onDragLeave={(event) => event.currentTarget.contains(event.relatedTarget as Node | null) || setOver(false)}
      onDrop={onDrop}
      onPaste={onPaste}
    >
      <section className="attachment-side" aria-label={t('title')}>
        {canWrite && (
          <div className="attachment-top">
            <Button variant="primary" icon="plus" keys="N" onClick={choose}>
              {t('add')}
            </Button>
            <input
              ref={chooser}
              className="vb-sr"
              type="file"
              multiple
              tabIndex={-1}
              aria-label={t('choose')}
              onChange={(event) => {
                add(event.currentTarget.files);
                // The same file can be chosen again.
                event.currentTarget.value = '';
              }}
            />
            <TextField label={t('source')} value={source} onChange={setSource} maxLength={200} />
          </div>
        )}
        <IntakeList intakes={intakes} list={coming} onSelect={onSelect} />
        <div className="vb-sr" role="status">
          {coming.some((one) => one.state === 'coming') ? t('intake.running', { count: coming.length }) : ''}
        </div>
        <div className="attachment-scroll">
          <ErrorNotice error={list.error} />
          <AttachmentList items={items} selectedId={recordId} onSelect={onSelect} />
          {list.isSuccess && items.length === 0 && (
            <EmptyState icon="clip" title={t('empty.title')} text={t(canWrite ? 'empty.text' : 'empty.read')} />
          )}
        </div>
        <div className="attachment-foot">
          <CheckField label={t('showStruck')} checked={struck} onChange={setStruck} />
        </div>
      </section>
      <section className="attachment-view" aria-label={t('view.label')}>
        {recordId === null ? (
          <EmptyState icon="clip" title={t('none.title')} text={t('none.text')} />
        ) : (
          <Viewer key={recordId} id={recordId} />
        )}
      </section>
      {isOver && <div className="attachment-drop">{t('drop')}</div>}
    </div>
  );
}
