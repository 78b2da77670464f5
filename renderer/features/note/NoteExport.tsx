import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NOTE_FORMATS, NOTE_PURPOSES } from '#contract/app.ts';
import type { RecordId } from '#model/ids.ts';
import { useAction } from '#renderer/client/hooks.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { useNotify } from '#renderer/ui/notify.tsx';
import { Segmented } from '#renderer/ui/Segmented.tsx';
import type { Desk } from './desk.ts';

type Format = (typeof NOTE_FORMATS)[number];
type Purpose = (typeof NOTE_PURPOSES)[number];

/** The way out for one note: as what, for whom, and what that means for what is in it. */
export function NoteExport({ id, desk }: { id: RecordId; desk: Desk }) {
  const { t } = useTranslation('export');
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button variant="quiet" size="sm" icon="export" onClick={() => setOpen(true)}>
        {t('open')}
      </Button>
      {isOpen && <ExportDialog id={id} desk={desk} onClose={() => setOpen(false)} />}
    </>
  );
}

function ExportDialog({ id, desk, onClose }: { id: RecordId; desk: Desk; onClose: () => void }) {
  const { t, i18n } = useTranslation('export');
  const notify = useNotify();
  const [format, setFormat] = useState<Format>('docx');
  const [purpose, setPurpose] = useState<Purpose>('internal');
  const leave = useAction('note.export');
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
      busy={leave.isPending}
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
        <p className="vb-sec">{t(`purposeHint.${purpose}`)}</p>
        <ErrorNotice error={leave.error} />
      </div>
    </Dialog>
  );
}
