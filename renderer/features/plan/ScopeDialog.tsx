import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EditScope } from '#model/plan/recurrence-edit.ts';
import type { OccurrenceRef } from '#model/plan/types.ts';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import type { Pending } from './pending.ts';
import type { Plan } from './plan.ts';
import { usePlanWords } from './plan-words.ts';
import { ScopeField } from './ScopeField.tsx';
import { TypedVerdict } from './TypedVerdict.tsx';

interface Props {
  plan: Plan;
  /** The occurrences that are edited. */
  refs: readonly OccurrenceRef[];
  /** What the edit would leave with each answer; null where nothing of it is reckoned. */
  change: Extract<Pending, { type: 'scope' }>['change'];
  onClose: () => void;
  onConfirm: (scope: EditScope) => void;
}

/** Asks how far an edit of a series reaches, where nothing else is to be asked, and tells what each answer would leave. */
export function ScopeDialog({ plan, refs, change, onClose, onConfirm }: Props) {
  const { t } = useTranslation('plan');
  const words = usePlanWords();
  const [scope, setScope] = useState<EditScope>('this');
  const [only] = refs.length === 1 ? refs : [];
  const would = useMemo(() => change?.(plan, scope) ?? null, [plan, change, scope]);
  return (
    <Dialog
      open
      title={t('edit.scopeTitle')}
      {...(only ? { subtitle: words.occurrence(plan, only) } : {})}
      onClose={onClose}
      onConfirm={() => onConfirm(scope)}
      confirmLabel={t('edit.save')}
    >
      <ScopeField plan={plan} refs={refs} value={scope} onChange={setScope} />
      {change && <TypedVerdict plan={plan} change={would} />}
    </Dialog>
  );
}
