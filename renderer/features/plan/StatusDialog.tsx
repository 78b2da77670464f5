import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { needsReason } from '#model/kinds/plan.ts';
import { dutyStatus } from '#model/plan/duty-status.ts';
import type { EditScope } from '#model/plan/recurrence-edit.ts';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import { type Pending, recurs } from './pending.ts';
import type { Plan } from './plan.ts';
import { usePlanWords } from './plan-words.ts';
import { RadioField } from './RadioField.tsx';
import { eachChange } from './reach-change.ts';
import { ScopeField } from './ScopeField.tsx';
import { isForSeveral, type PlanStatus, statusesOf, statusOf } from './statuses.ts';
import { TypedVerdict } from './TypedVerdict.tsx';

interface Props {
  plan: Plan;
  pending: Extract<Pending, { type: 'status' }>;
  isBusy: boolean;
  onClose: () => void;
  onConfirm: (status: PlanStatus, reason: string | null, scope: EditScope) => void;
}

/** How occurrences stand, and why where that must be said: planned again too, so that a mistake is put right. */
export function StatusDialog({ plan, pending, isBusy, onClose, onConfirm }: Props) {
  const { t } = useTranslation(['series', 'app']);
  const { refs } = pending;
  const all = statusesOf(plan, refs);
  const words = usePlanWords();
  const [only] = refs.length === 1 ? refs : [];
  const [now] = refs.map((ref) => statusOf(plan, ref));
  const [status, setStatus] = useState<PlanStatus>(pending.status ?? now ?? 'planned');
  const [reason, setReason] = useState('');
  const [scope, setScope] = useState<EditScope>('this');
  const isNeed = refs.some(({ id }) => plan.needs.has(id));
  const word = (one: PlanStatus) => t(isNeed ? `needStatus.${one}` : `status.${one}`);
  /** What is chosen from a menu is called as it is there. */
  const titleOf = (one: PlanStatus) => {
    if (one === 'cancelled') return t('plan:menu.cancelled');
    return one === 'not_possible' ? t('plan:menu.notPossible') : word(one);
  };
  const isAsked = needsReason(status);
  const isScoped = isForSeveral(status) && refs.some((ref) => recurs(plan, ref));
  const reach = isScoped ? scope : 'this';
  const change = useMemo(
    () => (isNeed ? null : eachChange(plan, refs, reach, (duty) => ({ ...duty, status: dutyStatus(status) }))),
    [plan, refs, reach, status, isNeed],
  );
  const title = pending.status === null ? t('statusTitle') : titleOf(pending.status);
  return (
    <Dialog
      open
      title={title}
      {...(only ? { subtitle: words.occurrence(plan, only) } : {})}
      busy={isBusy}
      onClose={onClose}
      onConfirm={() => onConfirm(status, reason.trim() || null, reach)}
      confirmLabel={pending.status === null ? t('plan:edit.save') : title}
      lacks={[isAsked && reason.trim() === '' && t('plan:edit.reason')]}
    >
      {pending.status === null && (
        <RadioField
          label={t('statusTitle')}
          value={status}
          options={all.map((value) => ({ value, label: word(value) }))}
          onChange={setStatus}
        />
      )}
      {isScoped && <ScopeField plan={plan} refs={refs} value={scope} onChange={setScope} />}
      {status !== 'planned' && (
        <TextField
          label={t('plan:edit.reason')}
          {...(isAsked ? {} : { optional: t('app:optional') })}
          value={reason}
          onChange={setReason}
          maxLength={300}
          {...(pending.status === null ? {} : { 'data-autofocus': true })}
        />
      )}
      {change && <TypedVerdict plan={plan} change={status === now ? null : change} />}
    </Dialog>
  );
}
