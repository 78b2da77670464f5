import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EditScope } from '#model/plan/recurrence-edit.ts';
import { reliefsUntil } from '#model/plan/relief-reach.ts';
import { instantOfLocal, localLength } from '#model/time.ts';
import { LocalTimeField } from '#renderer/ui/DateTimeField.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { CrewChoice } from './CrewChoice.tsx';
import { cutChange } from './cut-change.ts';
import { localTimes, type Pending, recurs } from './pending.ts';
import type { Plan } from './plan.ts';
import { usePlanWords } from './plan-words.ts';
import { ScopeField } from './ScopeField.tsx';
import { TypedVerdict } from './TypedVerdict.tsx';

interface Props {
  plan: Plan;
  pending: Extract<Pending, { type: 'cut' | 'handOver' }>;
  onClose: () => void;
  isBusy: boolean;
  onCut: (atLocal: string, scope: EditScope) => void;
  onHandOver: (atLocal: string, receiverIds: readonly string[], scope: EditScope) => void;
}

/** Where an occurrence, or each of its series that a wider scope reaches, is cut in two, and, for a relief, who takes over. */
export function CutDialog({ plan, pending, isBusy, onClose, onCut, onHandOver }: Props) {
  const words = usePlanWords();
  const { t } = useTranslation('plan');
  const isRelief = pending.type === 'handOver';
  const times = localTimes(plan, pending.ref);
  const [atLocal, setAt] = useState<string | null>(pending.atLocal);
  const [receivers, setReceivers] = useState<readonly string[]>([]);
  const [scope, setScope] = useState<EditScope>('this');
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
    () => (fromAt === null ? null : cutChange(plan, { id, originalLocal }, fromAt, isRelief ? receivers : null, scope)),
    [plan, id, originalLocal, fromAt, isRelief, receivers, scope],
  );
  const confirm = () => {
    if (atLocal === null) return;
    if (isRelief) onHandOver(atLocal, receivers, scope);
    else onCut(atLocal, scope);
  };
  return (
    <Dialog
      open
      title={t(isRelief ? 'edit.handOverTitle' : 'edit.cutTitle')}
      subtitle={words.occurrence(plan, pending.ref)}
      busy={isBusy}
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
      {recurs(plan, pending.ref) && <ScopeField plan={plan} refs={[pending.ref]} value={scope} onChange={setScope} />}
      {isRelief && scope !== 'this' && atLocal !== null && (
        <p className="vb-muted">{t('relief:reach', { until: words.day(reliefsUntil(atLocal)) })}</p>
      )}
      <TypedVerdict plan={plan} change={change} />
    </Dialog>
  );
}
