import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordId } from '#model/ids.ts';
import { KINDS } from '#model/kinds.ts';
import { useAction } from '#renderer/client/hooks.ts';
import { clockNow } from '#renderer/ui/clock.ts';
import { InstantField } from '#renderer/ui/DateTimeField.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { useRecordWords } from '#renderer/ui/record-words.ts';
import { SelectField } from '#renderer/ui/SelectField.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';

const REACHED = KINDS.notification_attempt.fields.reached.options;

interface Props {
  caseId: RecordId;
  notificationId: RecordId;
  onClose: () => void;
}

/** Now, to the minute: what is entered during the call. What is written up afterwards gets the time it had. */
function useTimeOfNow() {
  return useState<number | null>(() => Math.floor(clockNow() / 60_000) * 60_000);
}

/** One attempt to reach her. */
export function AttemptDialog({ caseId, notificationId, onClose }: Props) {
  const { t } = useTranslation('orders');
  const words = useRecordWords();
  const create = useAction('record.create');
  const [attemptAt, setAt] = useTimeOfNow();
  const [reached, setReached] = useState<string | null>('no_answer');
  const [byWhom, setBy] = useState('');
  const [note, setNote] = useState('');
  const confirm = () => {
    const values = { notificationId, attemptAt, reached, byWhom: byWhom || null, note: note || null };
    create.mutate({ kind: 'notification_attempt', caseId, values }, { onSuccess: onClose });
  };
  return (
    <Dialog
      open
      title={t('notices.attemptTitle')}
      subtitle={t('notices.attemptText')}
      onClose={onClose}
      onConfirm={confirm}
      lacks={[attemptAt === null && words.field('attemptAt'), reached === null && words.field('reached')]}
      busy={create.isPending}
    >
      <ErrorNotice error={create.error} />
      <InstantField label={words.field('attemptAt')} value={attemptAt} onCommit={setAt} />
      <SelectField
        label={words.field('reached')}
        value={reached}
        options={REACHED.map((value) => ({ value, label: words.option('reached', value) }))}
        onChange={setReached}
      />
      <TextField label={words.field('byWhom')} value={byWhom} maxLength={120} data-autofocus onChange={setBy} />
      <TextField label={words.field('note')} value={note} maxLength={300} onChange={setNote} />
    </Dialog>
  );
}

/** She has said herself that she knows: when, and how. Only this closes a notice. */
export function ConfirmDialog({ notificationId, onClose }: Omit<Props, 'caseId'>) {
  const { t } = useTranslation('orders');
  const words = useRecordWords();
  const update = useAction('record.update');
  const [at, setAt] = useTimeOfNow();
  const [how, setHow] = useState('');
  const confirm = () => {
    const patch = { confirmedByHerAt: at, confirmedHow: how.trim() || null };
    update.mutate({ id: notificationId, patch }, { onSuccess: onClose });
  };
  return (
    <Dialog
      open
      title={t('notices.confirm')}
      subtitle={t('notices.confirmText')}
      onClose={onClose}
      onConfirm={confirm}
      lacks={[at === null && words.field('confirmedByHerAt')]}
      busy={update.isPending}
    >
      <ErrorNotice error={update.error} />
      <InstantField label={words.field('confirmedByHerAt')} value={at} onCommit={setAt} />
      <TextField label={words.field('confirmedHow')} value={how} maxLength={200} data-autofocus onChange={setHow} />
    </Dialog>
  );
}
