import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordId } from '#model/ids.ts';
import { useAction, useRoute } from '#renderer/client/hooks.ts';
import { InstantField } from '#renderer/ui/DateTimeField.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { useNotify } from '#renderer/ui/notify.tsx';
import { SelectField } from '#renderer/ui/SelectField.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import { useTimeWords } from '#renderer/ui/time-words.ts';
import { usePlanDesk } from './desk.tsx';
import type { Pending } from './pending.ts';
import type { Plan } from './plan.ts';
import { usePlanWords } from './plan-words.ts';

interface Props {
  plan: Plan;
  pending: Extract<Pending, { type: 'decision' }>;
  onClose: () => void;
}

const FORMS = ['oral', 'written'] as const;

/** Which decision a measure rests on: one that is there, or one that was just taken, oral or written, and until when. */
export function DecisionDialog({ plan, pending, onClose }: Props) {
  const { t } = useTranslation('planning');
  const { caseId } = usePlanDesk();
  const words = usePlanWords();
  const time = useTimeWords();
  const notify = useNotify();
  const measure = plan.measures.get(pending.id);
  const found = useRoute('record.list', { kinds: ['decision'], caseId, order: 'entered', limit: 500 });
  const decide = useAction('plan.decide');
  const [decisionId, setDecision] = useState<string | null>(measure?.decisionId ?? null);
  const [text, setText] = useState('');
  const [authority, setAuthority] = useState('');
  const [form, setForm] = useState<(typeof FORMS)[number]>('oral');
  const [decidedAt, setDecided] = useState<number | null>(plan.index.plan.nowAt);
  const [untilAt, setUntil] = useState<number | null>(null);
  if (!measure) return null;
  const isWrong = untilAt !== null && decidedAt !== null && untilAt <= decidedAt;
  const isNew = decisionId === null;
  const isWhole = !isNew || (text.trim() !== '' && authority.trim() !== '' && !isWrong);
  const confirm = () => {
    const made = { text: text.trim(), authority: authority.trim(), form, decidedAt, untilAt };
    const decision = isNew ? made : { id: decisionId as RecordId };
    decide.mutate({ measureId: measure.id, decision }, { onSuccess: onClose, onError: notify.fail });
  };
  const options = (found.data?.records ?? []).map(({ id, title, values }) => {
    const until = typeof values.untilAt === 'number' ? t('decision.until', { at: time.date(values.untilAt) }) : null;
    return {
      value: id as string,
      label: [title.replace(/\.$/, ''), values.authority, until].filter(Boolean).join(', '),
    };
  });
  return (
    <Dialog
      open
      title={t('decision.title')}
      subtitle={words.named(measure)}
      busy={decide.isPending}
      onClose={onClose}
      onConfirm={confirm}
      confirmLabel={t('decision.confirm')}
      confirmDisabled={!isWhole}
    >
      <SelectField
        label={t('decision.which')}
        value={decisionId}
        empty={t('decision.new')}
        options={options}
        onChange={setDecision}
        {...(isNew ? {} : { 'data-autofocus': true })}
      />
      {isNew && (
        <>
          <TextField label={t('decision.text')} value={text} onChange={setText} maxLength={2_000} data-autofocus />
          <div className="vb-plan-pair">
            <TextField label={t('decision.authority')} value={authority} onChange={setAuthority} maxLength={120} />
            <SelectField
              label={t('decision.form')}
              value={form}
              options={FORMS.map((value) => ({ value, label: t(`kinds:option.form.${value}`) }))}
              onChange={(value) => value && setForm(value)}
            />
            <InstantField label={t('decision.decidedAt')} value={decidedAt} onCommit={setDecided} />
            <InstantField
              isEnd
              label={t('decision.untilAt')}
              value={untilAt}
              onCommit={setUntil}
              {...(isWrong ? { error: t('decision.tooEarly') } : {})}
            />
          </div>
        </>
      )}
    </Dialog>
  );
}
