import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TransferShown } from '#contract/transfer.ts';
import { stepAt, type TransferStep } from '#model/transfer/state.ts';
import { useAction } from '#renderer/client/hooks.ts';
import { clockNow } from '#renderer/ui/clock.ts';
import { InstantField } from '#renderer/ui/DateTimeField.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { TextArea } from '#renderer/ui/TextArea.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import { BY } from './transfer-words.ts';

/** A step of the transfer, its withdrawal, or the review of our copy. */
export type AnyStep = TransferStep | 'withdrawn' | 'deletion_reviewed';

const MINUTE_MS = 60_000;
/** Steps that are told in words too. */
const TOLD: readonly AnyStep[] = ['read_back', 'withdrawn', 'deletion_reviewed'];
/** Longest text of each, characters. */
const LONGEST: Partial<Record<AnyStep, number>> = { read_back: 2_000 };

interface Props {
  transfer: TransferShown;
  step: AnyStep;
  onClose: () => void;
}

/** Tells when a step was taken and by whom; a step that was told already is corrected. */
export function StepDialog({ transfer, step, onClose }: Props) {
  const { t } = useTranslation('transfer');
  const take = useAction('transfer.step');
  const { values } = transfer;
  const told = step === 'withdrawn' || step === 'deletion_reviewed' ? null : step;
  const [at, setAt] = useState<number | null>(
    () => (told && stepAt(values, told)) ?? Math.floor(clockNow() / MINUTE_MS) * MINUTE_MS,
  );
  const [by, setBy] = useState((told && values[BY[told]]) ?? '');
  const [text, setText] = useState((step === 'read_back' && values.readBackText) || '');
  const isTold = TOLD.includes(step);
  const lacks = isTold && text.trim() === '';
  const confirm = () => {
    if (at === null) return;
    const given = { by: by.trim() || null, text: text.trim() || null };
    take.mutate({ id: transfer.id, step, at, ...given }, { onSuccess: onClose });
  };
  return (
    <Dialog
      open
      title={t(`dialog.${step}.title`)}
      subtitle={t(`dialog.${step}.text`, { district: values.toDistrict })}
      onClose={onClose}
      onConfirm={confirm}
      confirmLabel={t(`dialog.${step}.confirm`)}
      confirmDisabled={at === null || lacks}
      busy={take.isPending}
    >
      <ErrorNotice error={take.error} />
      <TextField label={t('by')} value={by} maxLength={120} data-autofocus onChange={setBy} />
      <InstantField label={t('at')} value={at} onCommit={setAt} />
      {isTold && (
        <TextArea
          label={t(`dialog.${step}.said`)}
          value={text}
          maxLength={LONGEST[step] ?? 300}
          rows={3}
          onChange={setText}
        />
      )}
    </Dialog>
  );
}
