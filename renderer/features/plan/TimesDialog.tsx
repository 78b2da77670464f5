import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordId } from '#model/ids.ts';
import { localLength } from '#model/time.ts';
import { CheckField } from '#renderer/ui/CheckField.tsx';
import { LocalTimeField } from '#renderer/ui/DateTimeField.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { localTimes, type Pending } from './pending.ts';
import type { Plan } from './plan.ts';
import { copiesChange, movesChange } from './plan-change.ts';
import { usePlanWords } from './plan-words.ts';
import { TypedVerdict } from './TypedVerdict.tsx';

interface Props {
  plan: Plan;
  pending: Extract<Pending, { type: 'times' | 'copy' }>;
  onClose: () => void;
  onTimes: (startLocal: string, endLocal: string | null) => void;
  onCopy: (startLocal: string, withCrew: boolean) => void;
}

/** New times of an occurrence, typed; or where a copy of it shall start. */
export function TimesDialog({ plan, pending, onClose, onTimes, onCopy }: Props) {
  const words = usePlanWords();
  const { t } = useTranslation('plan');
  const isCopy = pending.type === 'copy';
  const times = localTimes(plan, pending.ref);
  const [startLocal, setStart] = useState(times?.startLocal ?? null);
  const [endLocal, setEnd] = useState(times?.endLocal ?? null);
  const [withCrew, setWithCrew] = useState(true);
  const isWrong =
    !isCopy &&
    startLocal !== null &&
    endLocal !== null &&
    localLength(startLocal, endLocal, times?.zone ?? plan.index.plan.zone) <= 0;
  const { id, originalLocal } = pending.ref;
  const change = useMemo(() => {
    const first = localTimes(plan, { id, originalLocal });
    if (startLocal === null || isWrong) return null;
    const isSame = first?.startLocal === startLocal && (isCopy || first.endLocal === endLocal);
    if (isSame) return null;
    return isCopy
      ? copiesChange(plan, [{ id: id as RecordId, originalLocal, starts: [startLocal] }], withCrew)
      : movesChange(plan, [{ id, originalLocal, startLocal, endLocal }], 'this');
  }, [plan, id, originalLocal, isCopy, isWrong, startLocal, endLocal, withCrew]);
  return (
    <Dialog
      open
      title={t(isCopy ? 'edit.copyTitle' : 'edit.timesTitle')}
      subtitle={words.occurrence(plan, pending.ref)}
      onClose={onClose}
      onConfirm={() => startLocal && (isCopy ? onCopy(startLocal, withCrew) : onTimes(startLocal, endLocal))}
      confirmLabel={t(isCopy ? 'edit.copy' : 'edit.save')}
      confirmDisabled={startLocal === null || isWrong}
    >
      <div className="vb-plan-pair">
        <LocalTimeField label={t('edit.from')} value={startLocal} onCommit={setStart} first />
        {!isCopy && (
          <LocalTimeField
            label={t('edit.to')}
            value={endLocal}
            onCommit={setEnd}
            {...(isWrong ? { error: t('edit.endBeforeStart') } : {})}
          />
        )}
      </div>
      {isCopy && <CheckField label={t('edit.withCrew')} checked={withCrew} onChange={setWithCrew} />}
      <TypedVerdict plan={plan} change={change} />
    </Dialog>
  );
}
