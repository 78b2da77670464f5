import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordId } from '#model/ids.ts';
import { KINDS } from '#model/kinds.ts';
import { plusMonths, startOfDay } from '#model/time.ts';
import { useAction, useRoute } from '#renderer/client/hooks.ts';
import { clockNow } from '#renderer/ui/clock.ts';
import { InstantField } from '#renderer/ui/DateTimeField.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { useRecordWords } from '#renderer/ui/record-words.ts';
import { SelectField } from '#renderer/ui/SelectField.tsx';
import { TextArea } from '#renderer/ui/TextArea.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import { useTimeWords } from '#renderer/ui/time-words.ts';
import { useZone } from '#renderer/ui/zone.ts';
import { grantOf } from './grant.ts';

const FORMS = KINDS.decision.fields.form.options;
type Form = 'oral' | 'written';

/** An alarm is granted for three months at a time unless a decision says otherwise. */
const MONTHS = 3;

/** Extends the grant of an alarm: until when, who decided it and why. Asked once what there is to extend is known. */
export function ExtendAlarmDialog({ alarmId, onClose }: { alarmId: RecordId; onClose: () => void }) {
  const alarm = useRoute('record.get', { id: alarmId });
  if (!alarm.data) return null;
  const { unit, grantedUntilAt } = grantOf(alarm.data);
  return <Ask alarmId={alarmId} unit={unit} grantedUntilAt={grantedUntilAt} onClose={onClose} />;
}

interface AskProps {
  alarmId: RecordId;
  unit: string;
  grantedUntilAt: number | null;
  onClose: () => void;
}

function Ask({ alarmId, unit, grantedUntilAt, onClose }: AskProps) {
  const { t } = useTranslation('alarm');
  const words = useRecordWords();
  const time = useTimeWords();
  const zone = useZone();
  const extend = useAction('alarm.extend');
  const [untilAt, setUntil] = useState<number | null>(() => {
    const tomorrow = startOfDay(clockNow(), zone, 1);
    return plusMonths(Math.max(grantedUntilAt ?? tomorrow, tomorrow), zone, MONTHS);
  });
  const [authority, setAuthority] = useState('');
  const [reasons, setReasons] = useState('');
  const [decidedAt, setDecided] = useState<number | null>(() => Math.floor(clockNow() / 60_000) * 60_000);
  const [form, setForm] = useState<Form | null>(null);
  const isLater = untilAt !== null && (grantedUntilAt === null || untilAt > grantedUntilAt);
  const confirm = () => {
    if (untilAt === null || decidedAt === null) return;
    extend.mutate(
      { id: alarmId, text: t('decision'), untilAt, decidedAt, authority, form, reasons },
      { onSuccess: onClose },
    );
  };
  return (
    <Dialog
      open
      title={t('title', { unit })}
      subtitle={grantedUntilAt === null ? t('noEnd') : t('until', { at: time.endStamp(grantedUntilAt) })}
      onClose={onClose}
      onConfirm={confirm}
      confirmLabel={t('confirm')}
      lacks={[
        !isLater && (untilAt === null ? words.field('grantedUntilAt') : t('later')),
        authority.trim() === '' && words.field('authority'),
        reasons.trim() === '' && words.field('reasons'),
        decidedAt === null && words.field('decidedAt'),
      ]}
      busy={extend.isPending}
    >
      <ErrorNotice error={extend.error} />
      <InstantField
        label={words.field('grantedUntilAt')}
        value={untilAt}
        isEnd
        hint={t('months')}
        onCommit={setUntil}
      />
      <TextField
        label={words.field('authority')}
        value={authority}
        maxLength={120}
        data-autofocus
        onChange={setAuthority}
      />
      <TextArea label={words.field('reasons')} value={reasons} maxLength={20_000} rows={3} onChange={setReasons} />
      <InstantField label={words.field('decidedAt')} value={decidedAt} onCommit={setDecided} />
      <SelectField
        label={words.field('form')}
        value={form}
        options={FORMS.map((value) => ({ value: value as Form, label: words.option('form', value) }))}
        empty={words.unknown}
        onChange={setForm}
      />
    </Dialog>
  );
}
