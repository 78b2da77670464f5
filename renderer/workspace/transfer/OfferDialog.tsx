import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordId } from '#model/ids.ts';
import { useAction, useRoute } from '#renderer/client/hooks.ts';
import { clockNow } from '#renderer/ui/clock.ts';
import { InstantField } from '#renderer/ui/DateTimeField.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { useRecordWords } from '#renderer/ui/record-words.ts';
import { TextField } from '#renderer/ui/TextField.tsx';

const MINUTE_MS = 60_000;

/** Offers the case to another district. Until they have taken it over nothing changes but that it is offered. */
export function OfferDialog({ caseId, onClose }: { caseId: RecordId; onClose: () => void }) {
  const { t } = useTranslation('transfer');
  const words = useRecordWords();
  const me = useRoute('session.get', {}).data?.person.name ?? '';
  const offer = useAction('transfer.offer');
  const [toDistrict, setDistrict] = useState('');
  const [toUnit, setUnit] = useState('');
  const [at, setAt] = useState<number | null>(() => Math.floor(clockNow() / MINUTE_MS) * MINUTE_MS);
  const [by, setBy] = useState<string | null>(null);
  const confirm = () => {
    if (at === null) return;
    const given = { toDistrict: toDistrict.trim(), toUnit: toUnit.trim() || null, by: (by ?? me).trim() || null };
    offer.mutate({ caseId, at, ...given }, { onSuccess: onClose });
  };
  return (
    <Dialog
      open
      title={t('offer')}
      subtitle={t('offerText')}
      onClose={onClose}
      onConfirm={confirm}
      confirmLabel={t('offerConfirm')}
      lacks={[toDistrict.trim() === '' && words.field('toDistrict'), at === null && words.field('offeredAt')]}
      busy={offer.isPending}
    >
      <ErrorNotice error={offer.error} />
      <TextField
        label={words.field('toDistrict')}
        value={toDistrict}
        maxLength={120}
        data-autofocus
        onChange={setDistrict}
      />
      <TextField label={words.field('toUnit')} value={toUnit} maxLength={120} onChange={setUnit} />
      <InstantField label={words.field('offeredAt')} value={at} onCommit={setAt} />
      <TextField label={words.field('offeredBy')} value={by ?? me} maxLength={120} onChange={setBy} />
    </Dialog>
  );
}
