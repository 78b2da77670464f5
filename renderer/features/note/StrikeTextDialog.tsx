import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import type { Desk } from './desk.ts';
import type { Section } from './sections.ts';

interface Props {
  desk: Desk;
  section: Section;
  onClose: () => void;
}

/** Asks why the selected words of a signed note are struck: they stay readable, and the reason stands beside them. */
export function StrikeTextDialog({ desk, section, onClose }: Props) {
  const { t } = useTranslation('writing');
  const [reason, setReason] = useState('');
  const [error, setError] = useState<unknown>(null);
  const [isBusy, setBusy] = useState(false);
  const confirm = () => {
    setBusy(true);
    desk.strike(section, reason.trim()).then(onClose, (failure: unknown) => {
      setError(failure);
      setBusy(false);
    });
  };
  return (
    <Dialog
      open
      title={t('strike.title')}
      onClose={onClose}
      onConfirm={confirm}
      confirmLabel={t('strike.confirm')}
      confirmDisabled={reason.trim() === ''}
      busy={isBusy}
    >
      <p>{t('strike.text')}</p>
      <TextField label={t('strike.reason')} value={reason} onChange={setReason} maxLength={500} data-autofocus />
      <ErrorNotice error={error} />
    </Dialog>
  );
}
