import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EditScope } from '#model/plan/recurrence-edit.ts';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { answered, type Move, type Pending } from './pending.ts';
import type { Plan } from './plan.ts';
import { movesChange } from './plan-change.ts';
import { usePlanWords } from './plan-words.ts';
import { RadioField } from './RadioField.tsx';
import { ScopeField } from './ScopeField.tsx';
import { TypedVerdict } from './TypedVerdict.tsx';
import { type Keep, useClockQuestion } from './use-clock-question.ts';

interface Props {
  plan: Plan;
  pending: Extract<Pending, { type: 'change' }>;
  onClose: () => void;
  onChange: (moves: readonly Move[], scope: EditScope) => void;
}

/** Asks what a change reaches, and what a change of clocks shall keep. */
export function ChangeDialog({ plan, pending, onClose, onChange }: Props) {
  const { t } = useTranslation('plan');
  const words = usePlanWords();
  const { hasSeries, clocks } = pending;
  const [scope, setScope] = useState<EditScope>('this');
  const [keep, setKeep] = useState<Keep>('keepEnd');
  const clock = useClockQuestion([...clocks.values()], scope !== 'this');
  const change = useMemo(() => movesChange(plan, answered(pending, keep, scope), scope), [plan, pending, keep, scope]);
  const hasClock = clocks.size > 0;
  const [only] = pending.moves.length === 1 ? pending.moves : [];
  const isNeed = pending.moves.every(({ id }) => plan.needs.has(id));
  return (
    <Dialog
      open
      title={t(
        hasSeries
          ? isNeed
            ? 'series:needRecurs'
            : 'edit.scopeTitle'
          : hasClock
            ? 'edit.clockTitle'
            : 'edit.timesTitle',
      )}
      {...(only ? { subtitle: words.occurrence(plan, only) } : {})}
      onClose={onClose}
      onConfirm={() => onChange(answered(pending, keep, scope), scope)}
      confirmLabel={t('edit.save')}
    >
      {hasSeries && <ScopeField plan={plan} refs={pending.moves} value={scope} onChange={setScope} />}
      {hasClock && <RadioField label={clock.lead} isShown value={keep} options={clock.options} onChange={setKeep} />}
      <TypedVerdict plan={plan} change={change} />
    </Dialog>
  );
}
