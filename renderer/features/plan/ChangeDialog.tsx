import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EDIT_SCOPES, type EditScope } from '#model/plan/recurrence-edit.ts';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { useTimeWords } from '#renderer/ui/time-words.ts';
import { answered, type ClockAnswer, type Move, type Pending } from './pending.ts';
import { RadioField } from './RadioField.tsx';

interface Props {
  pending: Extract<Pending, { type: 'change' }>;
  onClose: () => void;
  onChange: (moves: readonly Move[], scope: EditScope) => void;
}

/** Asks what a change reaches, and what a change of clocks shall keep. */
export function ChangeDialog({ pending, onClose, onChange }: Props) {
  const { t } = useTranslation('plan');
  const { hasSeries, clocks } = pending;
  const [scope, setScope] = useState<EditScope>('this');
  const [keep, setKeep] = useState<'keepEnd' | 'keepLength'>('keepLength');
  const clockOptions = useClockOptions([...clocks.values()]);
  const clockLead = clocks.size > 1 ? t('gesture:clock.lead', { count: clocks.size }) : t('edit.clockLead');
  return (
    <Dialog
      open
      title={t(hasSeries ? 'edit.scopeTitle' : 'edit.clockTitle')}
      subtitle={hasSeries ? t('edit.scopeLead') : clockLead}
      onClose={onClose}
      onConfirm={() => onChange(answered(pending, keep), scope)}
      confirmLabel={t('edit.save')}
    >
      {hasSeries && (
        <RadioField
          label={t('edit.scopeLead')}
          value={scope}
          options={EDIT_SCOPES.map((value) => ({ value, label: t(`edit.scope.${value}`) }))}
          onChange={setScope}
        />
      )}
      {clocks.size > 0 && <RadioField label={clockLead} value={keep} options={clockOptions} onChange={setKeep} />}
    </Dialog>
  );
}

/** Of one bar each answer says when it ends; of several it is the same for all, whenever each of them ends. */
function useClockOptions(clocks: readonly ClockAnswer[]) {
  const { t } = useTranslation('plan');
  const time = useTimeWords();
  return (['keepLength', 'keepEnd'] as const).map((value) => {
    const [only] = clocks;
    if (clocks.length !== 1 || !only) return { value, label: t(`gesture:clock.${value}`, { count: clocks.length }) };
    const { endLocal, minutes } = only[value];
    return {
      value,
      label: t(`edit.${value}`, { end: time.localClock(endLocal), length: time.length(minutes * 60_000) }),
    };
  });
}
