import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordId } from '#model/ids.ts';
import { instantOfLocal, localLength } from '#model/time.ts';
import { CheckField } from '#renderer/ui/CheckField.tsx';
import { LocalTimeField } from '#renderer/ui/DateTimeField.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { CrewChoice } from './CrewChoice.tsx';
import { localTimes, type Pending } from './pending.ts';
import type { Plan } from './plan.ts';
import { copiesChange, cutChange, movesChange } from './plan-change.ts';
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

interface CutProps {
  plan: Plan;
  pending: Extract<Pending, { type: 'cut' | 'handOver' }>;
  onClose: () => void;
  onCut: (atLocal: string) => void;
  onHandOver: (atLocal: string, receiverIds: readonly string[]) => void;
}

/** Where an occurrence is cut in two, and, for a relief, who takes over. */
export function CutDialog({ plan, pending, onClose, onCut, onHandOver }: CutProps) {
  const words = usePlanWords();
  const { t } = useTranslation('plan');
  const isRelief = pending.type === 'handOver';
  const times = localTimes(plan, pending.ref);
  const [atLocal, setAt] = useState<string | null>(pending.atLocal);
  const [receivers, setReceivers] = useState<readonly string[]>([]);
  const isOutside =
    atLocal !== null &&
    times !== null &&
    (localLength(times.startLocal, atLocal, times.zone) <= 0 ||
      (times.endLocal !== null && localLength(atLocal, times.endLocal, times.zone) <= 0));
  const fromAt = atLocal === null || !times ? null : instantOfLocal(atLocal, times.zone);
  const toAt = times?.endLocal ? instantOfLocal(times.endLocal, times.zone) : null;
  const period = fromAt !== null && toAt !== null && toAt > fromAt ? { fromAt, toAt } : null;
  const { id, originalLocal } = pending.ref;
  const change = useMemo(
    () => (fromAt === null ? null : cutChange(plan, { id, originalLocal }, fromAt, isRelief ? receivers : null)),
    [plan, id, originalLocal, fromAt, isRelief, receivers],
  );
  const confirm = () => {
    if (atLocal === null) return;
    if (isRelief) onHandOver(atLocal, receivers);
    else onCut(atLocal);
  };
  return (
    <Dialog
      open
      title={t(isRelief ? 'edit.handOverTitle' : 'edit.cutTitle')}
      subtitle={words.occurrence(plan, pending.ref)}
      onClose={onClose}
      onConfirm={confirm}
      confirmLabel={t(isRelief ? 'edit.handOver' : 'edit.cut')}
      confirmDisabled={atLocal === null || isOutside}
    >
      <LocalTimeField
        label={t('edit.at')}
        value={atLocal}
        onCommit={setAt}
        first
        {...(isOutside ? { error: t('edit.outside') } : {})}
      />
      {isRelief && (
        <CrewChoice
          plan={plan}
          label={t('edit.receivers')}
          period={period}
          chosen={receivers}
          onChange={setReceivers}
        />
      )}
      <TypedVerdict plan={plan} change={change} />
    </Dialog>
  );
}
