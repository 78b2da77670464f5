import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ShownRecord } from '#contract/record.ts';
import type { InputOf } from '#contract/routes.ts';
import type { RecordId } from '#model/ids.ts';
import { OFFICER_DUTIES } from '#model/kinds/standing.ts';
import { useAction } from '#renderer/client/hooks.ts';
import { clockNow } from '#renderer/ui/clock.ts';
import { InstantField } from '#renderer/ui/DateTimeField.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { useRecordWords } from '#renderer/ui/record-words.ts';
import { SelectField } from '#renderer/ui/SelectField.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';

export type Duty = InputOf<'officer.set'>['duty'];

interface Props {
  caseId: RecordId;
  duty: Duty;
  /** Who has a part now: for whom somebody can stand in. */
  holders: readonly ShownRecord[];
  onClose: () => void;
}

/** Gives a part in the case to somebody from a time on; whoever had it stays on record until then. */
export function OfficerDialog({ caseId, duty: begunWith, holders, onClose }: Props) {
  const { t } = useTranslation('officers');
  const words = useRecordWords();
  const set = useAction('officer.set');
  const [duty, setDuty] = useState<Duty>(begunWith);
  const [name, setName] = useState('');
  const [phone, setPhone] = useState('');
  const [unit, setUnit] = useState('');
  const [fromAt, setFrom] = useState<number | null>(() => Math.floor(clockNow() / 60_000) * 60_000);
  const [deputyForId, setDeputyFor] = useState<string | null>(null);
  const confirm = () => {
    if (fromAt === null) return;
    const standsIn = duty === 'deputy' ? (deputyForId as RecordId | null) : null;
    const given = { caseId, duty, name, phone: phone || null, unit: unit || null, fromAt, deputyForId: standsIn };
    set.mutate(given, { onSuccess: onClose });
  };
  return (
    <Dialog
      open
      title={t('dialogTitle')}
      subtitle={t('dialogText')}
      onClose={onClose}
      onConfirm={confirm}
      confirmLabel={t('enter')}
      lacks={[name.trim() === '' && words.field('name'), fromAt === null && words.field('fromAt')]}
      busy={set.isPending}
    >
      <ErrorNotice error={set.error} />
      <SelectField
        label={words.field('duty')}
        value={duty}
        options={OFFICER_DUTIES.map((value) => ({ value, label: words.option('duty', value) }))}
        onChange={(next) => next && setDuty(next)}
      />
      <TextField label={words.field('name')} value={name} maxLength={120} data-autofocus onChange={setName} />
      <TextField label={words.field('phone')} value={phone} maxLength={60} onChange={setPhone} />
      <TextField label={words.field('unit')} value={unit} maxLength={80} onChange={setUnit} />
      <InstantField label={words.field('fromAt')} value={fromAt} onCommit={setFrom} />
      {duty === 'deputy' && (
        <SelectField
          label={words.field('deputyForId')}
          value={deputyForId}
          options={holders
            .filter(({ values }) => values.duty !== 'deputy')
            .map((one) => ({ value: one.id as string, label: one.title }))}
          empty={words.unknown}
          onChange={setDeputyFor}
        />
      )}
    </Dialog>
  );
}
