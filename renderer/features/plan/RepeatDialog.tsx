import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LocalTimeField } from '#renderer/ui/DateTimeField.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { SelectField } from '#renderer/ui/SelectField.tsx';
import type { Pending } from './pending.ts';
import type { Plan } from './plan.ts';
import { RULE_CHOICES, type RuleChoice, ruleText } from './rules.ts';

interface Props {
  plan: Plan;
  pending: Extract<Pending, { type: 'repeat' }>;
  onClose: () => void;
  onRepeat: (recurrence: string | null) => void;
}

/** Lets a measure recur, until a day or without an end. */
export function RepeatDialog({ plan, pending, onClose, onRepeat }: Props) {
  const { t } = useTranslation('plan');
  const measure = plan.measures.get(pending.ref.id);
  const [rule, setRule] = useState<RuleChoice>('daily');
  const [until, setUntil] = useState<string | null>(null);
  const startLocal = measure?.series.startLocal ?? '';
  return (
    <Dialog
      open
      title={t('edit.repeatTitle')}
      onClose={onClose}
      onConfirm={() => onRepeat(ruleText(rule, startLocal, until))}
      confirmLabel={t('edit.repeat')}
    >
      <RuleFields rule={rule} until={until} onRule={setRule} onUntil={setUntil} />
    </Dialog>
  );
}

interface RuleProps {
  rule: RuleChoice;
  /** Wall clock; null runs on. */
  until: string | null;
  onRule: (rule: RuleChoice) => void;
  onUntil: (until: string | null) => void;
}

export function RuleFields({ rule, until, onRule, onUntil }: RuleProps) {
  const { t } = useTranslation('plan');
  return (
    <div className="vb-plan-pair">
      <SelectField
        label={t('edit.repeatRule')}
        value={rule}
        options={RULE_CHOICES.map((value) => ({ value, label: t(`edit.rule.${value}`) }))}
        onChange={(value) => value && onRule(value)}
      />
      {rule !== 'none' && <LocalTimeField label={t('edit.until')} value={until} onCommit={onUntil} />}
    </div>
  );
}
