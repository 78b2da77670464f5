import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EditScope } from '#model/plan/recurrence-edit.ts';
import { InstantField } from '#renderer/ui/DateTimeField.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import type { Pending } from './pending.ts';
import type { Plan } from './plan.ts';
import { eachChange } from './reach-change.ts';
import { ScopeField } from './ScopeField.tsx';
import { TypedVerdict } from './TypedVerdict.tsx';

interface RemoveProps {
  plan: Plan;
  pending: Extract<Pending, { type: 'remove' }>;
  onClose: () => void;
  onRemove: (scope: EditScope, reason: string) => void;
}

/** Takes occurrences out of the plan, with the reason. */
export function RemoveDialog({ plan, pending, onClose, onRemove }: RemoveProps) {
  const { t } = useTranslation('plan');
  const [scope, setScope] = useState<EditScope>('this');
  const [reason, setReason] = useState('');
  const { refs } = pending;
  const isNeed = refs.some(({ id }) => plan.needs.has(id));
  const change = useMemo(
    () => (isNeed ? null : eachChange(plan, refs, scope, () => null)),
    [plan, refs, scope, isNeed],
  );
  return (
    <Dialog
      open
      title={t('edit.removeTitle')}
      subtitle={t('edit.removeLead')}
      onClose={onClose}
      onConfirm={() => onRemove(scope, reason.trim())}
      confirmLabel={t('edit.remove')}
      lacks={[reason.trim() === '' && t('edit.reason')]}
    >
      {pending.hasSeries && <ScopeField plan={plan} refs={refs} value={scope} onChange={setScope} />}
      <TextField label={t('edit.reason')} value={reason} onChange={setReason} maxLength={300} data-autofocus />
      {change && <TypedVerdict plan={plan} change={change} />}
    </Dialog>
  );
}

interface WhyProps {
  title: string;
  onClose: () => void;
  onConfirm: (reason: string) => void;
}

/** Asks why: its passes are drawn again, a relief is struck. */
export function WhyDialog({ title, onClose, onConfirm }: WhyProps) {
  const { t } = useTranslation('plan');
  const [reason, setReason] = useState('');
  return (
    <Dialog
      open
      title={title}
      onClose={onClose}
      onConfirm={() => onConfirm(reason.trim())}
      confirmLabel={title}
      lacks={[reason.trim() === '' && t('edit.reason')]}
    >
      <TextField label={t('edit.reason')} value={reason} onChange={setReason} maxLength={300} data-autofocus />
    </Dialog>
  );
}

interface AcceptProps {
  /** A date for which no need is planned. */
  isDate: boolean;
  onClose: () => void;
  onAccept: (reason: string, untilAt: number | null) => void;
}

/** Accepts a conflict, what is uncovered or a date without a need, with the reason, and until when. */
export function AcceptDialog({ isDate, onClose, onAccept }: AcceptProps) {
  const { t } = useTranslation('plan');
  const [reason, setReason] = useState('');
  const [untilAt, setUntil] = useState<number | null>(null);
  return (
    <Dialog
      open
      title={t(isDate ? 'dates:notNeeded' : 'edit.acceptTitle')}
      subtitle={t(isDate ? 'dates:notNeededLead' : 'edit.acceptLead')}
      onClose={onClose}
      onConfirm={() => onAccept(reason.trim(), untilAt)}
      confirmLabel={t(isDate ? 'dates:notNeeded' : 'edit.accept')}
      lacks={[reason.trim() === '' && t('edit.reason')]}
    >
      <TextField label={t('edit.reason')} value={reason} onChange={setReason} maxLength={2_000} data-autofocus />
      <InstantField isEnd label={t('edit.acceptUntil')} value={untilAt} onCommit={setUntil} />
    </Dialog>
  );
}
