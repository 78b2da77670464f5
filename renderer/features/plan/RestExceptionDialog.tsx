import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordId } from '#model/ids.ts';
import type { NewValues } from '#model/kinds.ts';
import { REST_RULES } from '#model/plan/rest-rules.ts';
import { InstantField } from '#renderer/ui/DateTimeField.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { SelectField } from '#renderer/ui/SelectField.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import type { Pending } from './pending.ts';
import type { Plan } from './plan.ts';
import { usePlanWords } from './plan-words.ts';

interface Props {
  plan: Plan;
  pending: Extract<Pending, { type: 'exception' }>;
  isBusy: boolean;
  onClose: () => void;
  onRecord: (values: NewValues<'rest_exception'>) => void;
}

const DAY_MS = 86_400_000;

/** Records that an exception from the rest rules holds for an officer: which, who decided it, on what ground, until when. */
export function RestExceptionDialog({ plan, pending, isBusy, onClose, onRecord }: Props) {
  const { t } = useTranslation('duty');
  const words = usePlanWords();
  const { conflict } = pending;
  const isWeekly = conflict.type === 'weekly_rest';
  const rules = REST_RULES.exceptions.filter((rule) => (isWeekly ? rule.weeklyMinutes : rule.dailyMinutes) !== null);
  const [ruleKey, setRule] = useState<string | null>(rules[0]?.key ?? null);
  const [agreement, setAgreement] = useState('');
  const [reason, setReason] = useState('');
  const [untilAt, setUntil] = useState<number | null>(Math.max(conflict.toAt, conflict.fromAt + DAY_MS));
  const rule = rules.find(({ key }) => key === ruleKey);
  const isWrong = untilAt !== null && untilAt <= conflict.fromAt;
  const isWhole = ruleKey !== null && agreement.trim() !== '' && reason.trim() !== '' && untilAt !== null && !isWrong;
  const record = () => {
    if (ruleKey === null || untilAt === null) return;
    onRecord({
      officerId: conflict.subjectId as RecordId,
      ruleKey,
      fromAt: conflict.fromAt,
      untilAt,
      agreement: agreement.trim(),
      reason: reason.trim(),
    });
  };
  return (
    <Dialog
      open
      title={t('exception.title')}
      subtitle={words.conflict(plan, conflict)}
      busy={isBusy}
      onClose={onClose}
      onConfirm={record}
      confirmLabel={t('exception.record')}
      confirmDisabled={!isWhole}
    >
      <SelectField
        label={t('exception.rule')}
        value={ruleKey}
        options={rules.map(({ key, cite }) => ({ value: key, label: `${t(`exception.name.${key}`)}, ${cite}` }))}
        onChange={setRule}
        {...(rule?.unread ? { hint: t('exception.unread') } : {})}
      />
      <TextField
        label={t('exception.decidedBy')}
        value={agreement}
        onChange={setAgreement}
        maxLength={200}
        data-autofocus
      />
      <TextField label={t('exception.ground')} value={reason} onChange={setReason} maxLength={2_000} />
      <InstantField
        isEnd
        label={t('exception.until')}
        value={untilAt}
        onCommit={setUntil}
        {...(isWrong ? { error: t('exception.tooEarly') } : {})}
      />
      <p className="vb-muted">{t('exception.note')}</p>
    </Dialog>
  );
}
