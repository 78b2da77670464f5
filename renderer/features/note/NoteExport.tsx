import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NOTE_FORMATS, NOTE_PURPOSES } from '#contract/app.ts';
import type { ShownRecord } from '#contract/record.ts';
import { useAction } from '#renderer/client/hooks.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { CheckField } from '#renderer/ui/CheckField.tsx';
import { useCommands } from '#renderer/ui/commands.ts';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { Notice } from '#renderer/ui/Notice.tsx';
import { useNotify } from '#renderer/ui/notify.tsx';
import { Segmented } from '#renderer/ui/Segmented.tsx';
import type { Desk } from './desk.ts';
import { ExportPreview } from './ExportPreview.tsx';

type Format = (typeof NOTE_FORMATS)[number];
type Purpose = (typeof NOTE_PURPOSES)[number];

interface Props {
  note: ShownRecord;
  desk: Desk;
}

/** The way out for one note: as what, for whom, and what that means for what is in it. */
export function NoteExport({ note, desk }: Props) {
  const { t } = useTranslation('export');
  const [isOpen, setOpen] = useState(false);
  useCommands([{ id: 'note.export', label: t('title'), icon: 'export', run: () => setOpen(true) }]);
  return (
    <>
      <Button variant="quiet" size="sm" icon="export" onClick={() => setOpen(true)}>
        {t('open')}
      </Button>
      {isOpen && <ExportDialog note={note} desk={desk} onClose={() => setOpen(false)} />}
    </>
  );
}

function ExportDialog({ note, desk, onClose }: Props & { onClose: () => void }) {
  const { t, i18n } = useTranslation('export');
  const notify = useNotify();
  const [format, setFormat] = useState<Format>('docx');
  const [purpose, setPurpose] = useState<Purpose>('internal');
  const [isRead, setRead] = useState(false);
  const [isDecided, setDecided] = useState(false);
  const leave = useAction('note.export');
  const { id, caseId } = note;
  const isForCharged = purpose === 'case_document';
  const isKept = isForCharged && note.values.criminalCase !== true;
  const save = async () => {
    // What is typed and no version yet becomes one: what leaves can be found again.
    await desk.keeper?.makeVersion();
    const language = i18n.language === 'en' ? 'en' : 'nb';
    const saved = await leave.mutateAsync({ id, format, purpose, language });
    if (saved === null) return;
    notify.show({
      tone: 'ok',
      title: t('done', { savedAs: saved.savedAs }),
      ...(saved.withheld > 0 && { text: t('left_out', { count: saved.withheld }) }),
    });
    onClose();
  };
  return (
    <Dialog
      open
      title={t('title')}
      subtitle={t('subtitle')}
      onClose={onClose}
      // What failed is said in the dialog.
      onConfirm={() => void save().catch(() => undefined)}
      confirmLabel={t('save')}
      confirmDisabled={isKept || (isForCharged && !(isRead && isDecided))}
      busy={leave.isPending}
      width={isForCharged && !isKept ? 720 : 480}
      footer={t('plain')}
    >
      <div className="vb-stack">
        <Segmented
          label={t('format')}
          value={format}
          options={NOTE_FORMATS.map((value) => ({ value, label: t(`formats.${value}`) }))}
          onChange={setFormat}
        />
        <Segmented
          label={t('for')}
          value={purpose}
          options={NOTE_PURPOSES.map((value) => ({ value, label: t(`purpose.${value}`) }))}
          onChange={setPurpose}
        />
        {isKept ? (
          <Notice tone="info" title={t('notIn')}>
            {t('notCaseDocument')}
          </Notice>
        ) : (
          <p className="vb-sec">{t(`purposeHint.${purpose}`)}</p>
        )}
        {isForCharged && !isKept && caseId !== null && (
          <>
            <ExportPreview caseId={caseId} id={id} desk={desk} onDecided={setDecided} onChange={() => setRead(false)} />
            <CheckField label={t('read')} checked={isRead} onChange={setRead} />
          </>
        )}
        <ErrorNotice error={leave.error} />
      </div>
    </Dialog>
  );
}
