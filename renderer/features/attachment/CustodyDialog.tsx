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
  /** What is known of the step already. */
  begun?: { readonly step: string; readonly person: string; readonly note: string };
  onClose: () => void;
}

const STEPS = KINDS.custody_event.fields.step.options;

/** One more step of the chain. What is written here stands: a mistake is struck with a reason, not changed. */
export function CustodyDialog({ id, caseId, begun, onClose }: Props) {
  const { t } = useTranslation(['attachment', 'kinds']);
  const create = useAction('record.create');
  const now = useRoute('session.get', {}).data?.nowAt ?? null;
  const [step, setStep] = useState<string | null>(begun?.step ?? 'handed_over');
  const [at, setAt] = useState<number | null>(now);
  const [person, setPerson] = useState(begun?.person ?? '');
  const [toWhom, setToWhom] = useState('');
  const [note, setNote] = useState(begun?.note ?? '');
  const isNobody = person.trim() === '' && toWhom.trim() === '';
  const save = () =>
    create.mutate(
      {
        kind: 'custody_event',
        caseId,
        values: {
          attachmentId: id,
          step,
          at,
          person: person.trim() || null,
          toWhom: toWhom.trim() || null,
          note: note.trim() || null,
        },
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
      lacks={[
        step === null && t('kinds:field.step'),
        at === null && t('kinds:field.at'),
        isNobody && t('custody.somebody'),
      ]}
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
