import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CheckField } from '#renderer/ui/CheckField.tsx';
import { LocalTimeField } from '#renderer/ui/DateTimeField.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import type { Copies, Pending } from './pending.ts';
import type { Plan } from './plan.ts';
import { copiesChange, movesChange } from './plan-change.ts';
import { copiesTo, firstStart, movedTo, repeatsUntil } from './several.ts';
import { TypedVerdict } from './TypedVerdict.tsx';

/** More copies than one step may make are a series, which is written as a rule. */
const MOST_COPIES = 1_000;

interface Props {
  plan: Plan;
  pending: Extract<Pending, { type: 'several' }>;
  onClose: () => void;
  onMove: (startLocal: string) => void;
  onCopy: (copies: readonly Copies[], withCrew: boolean) => void;
}

/** Several duties at once, typed: where the first of them shall start, or until when they are repeated. */
export function SeveralDialog({ plan, pending, onClose, onMove, onCopy }: Props) {
  const { t } = useTranslation('several');
  const { refs, what } = pending;
  const first = firstStart(plan, refs);
  const [local, setLocal] = useState<string | null>(first);
  const [withCrew, setWithCrew] = useState(true);
  const copies = useMemo(
    () => (local === null || what === 'move' ? [] : (what === 'copy' ? copiesTo : repeatsUntil)(plan, refs, local)),
    [plan, refs, what, local],
  );
  const count = copies.reduce((sum, { starts }) => sum + starts.length, 0);
  const isTooMany = count > MOST_COPIES;
  const isNothing =
    what === 'move' ? local === null || local === first : count === 0 || (what === 'copy' && local === first);
  const change = useMemo(() => {
    if (local === null || isNothing || isTooMany) return null;
    if (what !== 'move') return copiesChange(plan, copies, withCrew);
    return movesChange(plan, movedTo(plan, refs, local).moves, 'this');
  }, [plan, refs, what, local, copies, withCrew, isNothing, isTooMany]);
  return (
    <Dialog
      open
      title={t(`${what}.title`, { count: refs.length })}
      subtitle={t(`${what}.lead`)}
      onClose={onClose}
      onConfirm={() => (what === 'move' ? local !== null && onMove(local) : onCopy(copies, withCrew))}
      confirmLabel={t(`${what}.confirm`)}
      confirmDisabled={isNothing || isTooMany}
    >
      <LocalTimeField
        label={t(what === 'repeat' ? 'until' : 'first')}
        value={local}
        onCommit={setLocal}
        first
        {...(isTooMany ? { error: t('tooMany', { most: MOST_COPIES }) } : {})}
      />
      {what !== 'move' && <CheckField label={t('plan:edit.withCrew')} checked={withCrew} onChange={setWithCrew} />}
      {what === 'repeat' && <p className="vb-muted">{t('copies', { count })}</p>}
      <TypedVerdict plan={plan} change={change} />
    </Dialog>
  );
}
