import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EditScope } from '#model/plan/recurrence-edit.ts';
import { keyOf } from '#model/plan/result.ts';
import { localLength, plannedLocal, resolveLocal } from '#model/time.ts';
import { LocalTimeField } from '#renderer/ui/DateTimeField.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { localTimes, type Pending, recurs } from './pending.ts';
import type { Plan } from './plan.ts';
import { usePlanWords } from './plan-words.ts';
import { partChange } from './reach-change.ts';
import { ScopeField } from './ScopeField.tsx';
import { TypedVerdict } from './TypedVerdict.tsx';

interface Props {
  plan: Plan;
  pending: Extract<Pending, { type: 'part' }>;
  isBusy: boolean;
  onClose: () => void;
  onSave: (part: { fromLocal: string | null; toLocal: string | null; scope: EditScope }) => void;
}

/** The part of a duty for which somebody is on it; an empty field is the duty's own time. */
export function PartDialog({ plan, pending, isBusy, onClose, onSave }: Props) {
  const { t } = useTranslation('series');
  const words = usePlanWords();
  const { ref, id } = pending;
  const duty = plan.duties.get(keyOf(ref));
  const times = localTimes(plan, ref);
  const one = duty && [...duty.crew, ...duty.vehicles].find((member) => member.id === id);
  const local = (at: number | null | undefined) => (at && times ? plannedLocal(at, times.zone) : null);
  const [fromLocal, setFrom] = useState(local(one?.fromAt));
  const [toLocal, setTo] = useState(local(one?.toAt));
  const [scope, setScope] = useState<EditScope>('this');
  const zone = times?.zone ?? plan.index.plan.zone;
  const change = useMemo(() => {
    const at = (typed: string | null) => (typed === null ? null : (resolveLocal(typed, zone)?.at ?? null));
    return partChange(plan, ref, id, { fromAt: at(fromLocal), toAt: at(toLocal) }, scope);
  }, [plan, ref, id, zone, fromLocal, toLocal, scope]);
  if (!times) return null;
  const name =
    one && ('vehicleId' in one ? plan.vehicleNames.get(one.vehicleId) : plan.officerNames.get(one.officerId ?? ''));
  const whose = name ? `${name}: ` : '';
  const startLocal = fromLocal ?? times.startLocal;
  const endLocal = toLocal ?? times.endLocal;
  const isWrong = endLocal !== null && localLength(startLocal, endLocal, times.zone) <= 0;
  const isOutside =
    localLength(times.startLocal, startLocal, times.zone) < 0 ||
    (times.endLocal !== null && endLocal !== null && localLength(endLocal, times.endLocal, times.zone) < 0);
  const problem = isWrong ? t('plan:edit.endBeforeStart') : isOutside ? t('plan:edit.outside') : null;
  return (
    <Dialog
      open
      title={t('partTitle')}
      subtitle={`${whose}${words.occurrence(plan, ref)}. ${t('partLead')}`}
      busy={isBusy}
      onClose={onClose}
      onConfirm={() => onSave({ fromLocal, toLocal, scope })}
      confirmLabel={t('plan:edit.save')}
      confirmDisabled={problem !== null}
    >
      <div className="vb-plan-pair">
        <LocalTimeField label={t('plan:edit.from')} value={fromLocal} onCommit={setFrom} first />
        <LocalTimeField
          label={t('plan:edit.to')}
          value={toLocal}
          onCommit={setTo}
          {...(problem ? { error: problem } : {})}
        />
      </div>
      {recurs(plan, ref) && <ScopeField plan={plan} refs={[ref]} value={scope} onChange={setScope} />}
      <TypedVerdict plan={plan} change={problem === null ? change : null} />
    </Dialog>
  );
}
