import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TransferMatter } from '#contract/transfer.ts';
import type { RecordId } from '#model/ids.ts';
import { useAction } from '#renderer/client/hooks.ts';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { useRecordWords } from '#renderer/ui/record-words.ts';
import { Segmented } from '#renderer/ui/Segmented.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import { useTransferWords } from './transfer-words.ts';

interface Props {
  transferId: RecordId;
  /** Null is one that no record tells, written here. */
  matter: TransferMatter | null;
  onClose: () => void;
}

/** Names who there has a matter, or why it is not handed over. */
export function OwnerDialog({ transferId, matter, onClose }: Props) {
  const { t } = useTranslation('transfer');
  const words = useRecordWords();
  const transfer = useTransferWords();
  const assign = useAction('transfer.assign');
  const [way, setWay] = useState<'owner' | 'kept'>(matter?.owner?.notHandedOver ? 'kept' : 'owner');
  const [itemText, setItemText] = useState('');
  const [newOwner, setOwner] = useState(matter?.owner?.newOwner ?? '');
  const [contact, setContact] = useState(matter?.owner?.newOwnerContact ?? '');
  const [reason, setReason] = useState(matter?.owner?.notHandedOver ?? '');
  const said = way === 'owner' ? newOwner.trim() : reason.trim();
  const lacks = matter === null ? itemText.trim() === '' : said === '' && matter.owner === null;
  const isByHand = matter === null || matter.responsibility === 'other';
  const confirm = () =>
    assign.mutate(
      {
        transferId,
        key: matter?.key ?? null,
        responsibility: matter?.responsibility ?? 'other',
        aboutId: matter?.aboutId ?? null,
        itemText: matter === null ? itemText.trim() : isByHand ? matter.title : null,
        newOwner: way === 'owner' ? said || null : null,
        newOwnerContact: way === 'owner' ? contact.trim() || null : null,
        notHandedOver: way === 'kept' ? said || null : null,
      },
      { onSuccess: onClose },
    );
  return (
    <Dialog
      open
      title={matter === null ? t('addMatter') : t('assignTitle')}
      subtitle={matter === null ? t('addText') : transfer.matter(matter)}
      onClose={onClose}
      onConfirm={confirm}
      confirmLabel={t('keep')}
      confirmDisabled={lacks}
      busy={assign.isPending}
    >
      <ErrorNotice error={assign.error} />
      {matter === null && (
        <TextField
          label={words.field('itemText')}
          value={itemText}
          maxLength={300}
          data-autofocus
          onChange={setItemText}
        />
      )}
      <Segmented
        label={t('way.label')}
        value={way}
        options={[
          { value: 'owner', label: t('way.owner') },
          { value: 'kept', label: t('way.kept') },
        ]}
        onChange={setWay}
      />
      {way === 'owner' ? (
        <>
          <TextField
            label={words.field('newOwner')}
            value={newOwner}
            maxLength={120}
            {...(matter === null ? {} : { 'data-autofocus': true })}
            onChange={setOwner}
          />
          <TextField label={words.field('newOwnerContact')} value={contact} maxLength={120} onChange={setContact} />
        </>
      ) : (
        <TextField label={words.field('notHandedOver')} value={reason} maxLength={300} onChange={setReason} />
      )}
    </Dialog>
  );
}
