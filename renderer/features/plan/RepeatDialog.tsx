import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LocalTimeField } from '#renderer/ui/DateTimeField.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { useRuleWords } from '#renderer/ui/rule-words.ts';
import { SelectField } from '#renderer/ui/SelectField.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import { type Pending, seriesOf } from './pending.ts';
import type { Plan } from './plan.ts';
import { usePlanWords } from './plan-words.ts';
import { draftOfRule, isRule, RULE_CHOICES, type RuleDraft, ruleOf } from './rules.ts';

interface Props {
  plan: Plan;
  pending: Extract<Pending, { type: 'repeat' }>;
  onClose: () => void;
  onRepeat: (recurrence: string | null) => void;
}

/** Lets a need or a measure recur, until a day or without an end; what recurs already goes on by another rule. */
export function RepeatDialog({ plan, pending, onClose, onRepeat }: Props) {
  const { t } = useTranslation('plan');
  const words = usePlanWords();
  const series = seriesOf(plan, pending.ref.id);
  const startLocal = pending.ref.originalLocal;
  const isSeries = (series?.rule ?? null) !== null;
  const [draft, setDraft] = useState<RuleDraft>(() =>
    isSeries ? draftOfRule(series?.rule ?? null, startLocal) : { choice: 'daily', until: null, text: '' },
  );
  return (
    <Dialog
      open
      title={t('edit.repeatTitle')}
      subtitle={[words.occurrence(plan, pending.ref), isSeries && t('series:restLead')].filter(Boolean).join('. ')}
      onClose={onClose}
      onConfirm={() => onRepeat(ruleOf(draft, startLocal))}
      confirmLabel={t('edit.repeat')}
      confirmDisabled={!isRule(draft)}
    >
      <RuleFields draft={draft} onChange={setDraft} first />
    </Dialog>
  );
}

interface RuleProps {
  draft: RuleDraft;
  onChange: (draft: RuleDraft) => void;
  /** First of a dialog: it has the keys when that opens. */
  first?: boolean;
}

/** By which rule something recurs: by a word, or written. */
export function RuleFields({ draft, onChange, first = false }: RuleProps) {
  const { t } = useTranslation('plan');
  const ruleWords = useRuleWords();
  const { choice, until, text } = draft;
  const isRead = text.trim() !== '' && isRule(draft);
  const word = (one: (typeof RULE_CHOICES)[number]) =>
    one === 'other' ? t('series:otherRule') : t(`edit.rule.${one}`);
  return (
    <div className="vb-plan-pair">
      <SelectField
        label={t('edit.repeatRule')}
        data-autofocus={first}
        value={choice}
        options={RULE_CHOICES.map((value) => ({ value, label: word(value) }))}
        onChange={(value) => value && onChange({ ...draft, choice: value })}
      />
      {choice === 'other' && (
        <TextField
          label={t('series:ruleText')}
          hint={isRead ? ruleWords(text.trim()) : t('series:ruleHint')}
          value={text}
          maxLength={500}
          onChange={(value) => onChange({ ...draft, text: value })}
          {...(text.trim() === '' || isRead ? {} : { error: t('series:ruleWrong') })}
        />
      )}
      {choice !== 'other' && choice !== 'none' && (
        <LocalTimeField
          label={t('edit.until')}
          value={until}
          onCommit={(value) => onChange({ ...draft, until: value })}
        />
      )}
    </div>
  );
}
