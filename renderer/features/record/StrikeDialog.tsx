import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ShownRecord } from '#contract/record.ts';
import { useAction } from '#renderer/client/hooks.ts';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { useRecordWords } from '#renderer/ui/record-words.ts';
import { TextField } from '#renderer/ui/TextField.tsx';

/** Asks why a record is struck: nothing is deleted, and the reason stands beside it. */
export function StrikeDialog({ record, onClose }: { record: ShownRecord; onClose: () => void }) {
  const { t } = useTranslation('record');
  const words = useRecordWords();
  const strike = useAction('record.strike');
  const [reason, setReason] = useState('');
  const confirm = () => strike.mutate({ id: record.id, reason }, { onSuccess: onClose });
  return (
    <Dialog
      open
      title={t('strikeTitle')}
      subtitle={words.title(record)}
      onClose={onClose}
      onConfirm={confirm}
      confirmLabel={t('strike')}
      lacks={[reason.trim() === '' && t('strikeReason')]}
      busy={strike.isPending}
    >
      <p>{t('strikeText')}</p>
      <TextField label={t('strikeReason')} value={reason} onChange={setReason} maxLength={500} data-autofocus />
      <ErrorNotice error={strike.error} />
    </Dialog>
  );
}
