import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EDIT_SCOPES, type EditScope } from '#model/plan/recurrence-edit.ts';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { useTimeWords } from '#renderer/ui/time-words.ts';
import type { ClockAnswer, Move, Pending } from './pending.ts';
import { RadioField } from './RadioField.tsx';

interface Props {
  pending: Extract<Pending, { type: 'change' }>;
  onClose: () => void;
  onChange: (moves: readonly Move[], scope: EditScope) => void;
}

/** Asks what a change reaches, and what a change of clocks shall keep. */
export function ChangeDialog({ pending, onClose, onChange }: Props) {
  const { t } = useTranslation('plan');
  const { hasSeries, clock, moves } = pending;
  const [scope, setScope] = useState<EditScope>('this');
  const [keep, setKeep] = useState<'keepEnd' | 'keepLength'>('keepLength');
  const clockOptions = useClockOptions(clock);
  const confirm = () => {
    const asked = clock
      ? moves.map((move, index) => (index === 0 ? { ...move, endLocal: clock[keep].endLocal } : move))
      : moves;
    onChange(asked, scope);
  };
  return (
    <Dialog
      open
      title={t(hasSeries ? 'edit.scopeTitle' : 'edit.clockTitle')}
      subtitle={t(hasSeries ? 'edit.scopeLead' : 'edit.clockLead')}
      onClose={onClose}
      onConfirm={confirm}
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
      {clock && <RadioField label={t('edit.clockLead')} value={keep} options={clockOptions} onChange={setKeep} />}
    </Dialog>
  );
}

function useClockOptions(clock: ClockAnswer | null) {
  const { t } = useTranslation('plan');
  const time = useTimeWords();
  if (!clock) return [];
  return (['keepLength', 'keepEnd'] as const).map((value) => {
    const { endLocal, minutes } = clock[value];
    return { value, label: t(`edit.${value}`, { end: endLocal.slice(11), length: time.length(minutes * 60_000) }) };
  });
}
