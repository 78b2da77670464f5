import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordId } from '#model/ids.ts';
import { KINDS } from '#model/kinds.ts';
import { useAction, useRoute } from '#renderer/client/hooks.ts';
import { InstantField } from '#renderer/ui/DateTimeField.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { SelectField } from '#renderer/ui/SelectField.tsx';
import { TextArea } from '#renderer/ui/TextArea.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';

interface Props {
  id: RecordId;
  caseId: RecordId;
  onClose: () => void;
}

const STEPS = KINDS.custody_event.fields.step.options;

/** One more step of the chain. What is written here stands: a mistake is struck with a reason, not changed. */
export function CustodyDialog({ id, caseId, onClose }: Props) {
  const { t } = useTranslation(['attachment', 'kinds']);
  const create = useAction('record.create');
  const now = useRoute('session.get', {}).data?.nowAt ?? null;
  const [step, setStep] = useState<string | null>('handed_over');
  const [at, setAt] = useState<number | null>(now);
  const [person, setPerson] = useState('');
  const [toWhom, setToWhom] = useState('');
  const [note, setNote] = useState('');
  const save = () =>
    create.mutate(
      {
        kind: 'custody_event',
        caseId,
        values: { attachmentId: id, step, at, person: person || null, toWhom: toWhom || null, note: note || null },
      },
      { onSuccess: onClose },
    );
  return (
    <Dialog
      open
      title={t('custody.add')}
      subtitle={t('custody.text')}
      onClose={onClose}
      onConfirm={save}
      confirmLabel={t('custody.save')}
      confirmDisabled={at === null || step === null}
      busy={create.isPending}
    >
      <div className="vb-stack">
        <SelectField
          label={t('kinds:field.step')}
          value={step}
          options={STEPS.map((value) => ({ value, label: t(`kinds:option.step.${value}`) }))}
          onChange={setStep}
        />
        <InstantField label={t('kinds:field.at')} value={at} onCommit={setAt} />
        <TextField label={t('kinds:field.person')} value={person} onChange={setPerson} maxLength={200} />
        <TextField label={t('kinds:field.toWhom')} value={toWhom} onChange={setToWhom} maxLength={200} />
        <TextArea label={t('kinds:field.note')} value={note} onChange={setNote} maxLength={2_000} />
        <ErrorNotice error={create.error} />
      </div>
    </Dialog>
  );
}
