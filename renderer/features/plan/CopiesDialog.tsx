import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import type { Pending } from './pending.ts';
import { RadioField } from './RadioField.tsx';
import { type Keep, useClockQuestion } from './use-clock-question.ts';

interface Props {
  pending: Extract<Pending, { type: 'copies' }>;
  isBusy: boolean;
  onClose: () => void;
  onCopy: (clock: 'keep_end' | 'keep_length') => void;
}

/** Asks what copies keep whose nights the clocks change in. */
export function CopiesDialog({ pending, isBusy, onClose, onCopy }: Props) {
  const { t } = useTranslation('plan');
  const [keep, setKeep] = useState<Keep>('keepEnd');
  const { lead, options } = useClockQuestion(pending.clocks, false);
  return (
    <Dialog
      open
      title={t('edit.clockTitle')}
      subtitle={lead}
      busy={isBusy}
      onClose={onClose}
      onConfirm={() => onCopy(keep === 'keepEnd' ? 'keep_end' : 'keep_length')}
      confirmLabel={t('edit.copy')}
    >
      <RadioField label={lead} value={keep} options={options} onChange={setKeep} />
    </Dialog>
  );
}
