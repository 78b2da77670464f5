import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordId } from '#model/ids.ts';
import type { EditScope } from '#model/plan/recurrence-edit.ts';
import { keyOf } from '#model/plan/result.ts';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { SelectField } from '#renderer/ui/SelectField.tsx';
import { type Pending, recurs } from './pending.ts';
import type { Plan } from './plan.ts';
import { usePlanWords } from './plan-words.ts';
import { reassignChange } from './reach-change.ts';
import { ScopeField } from './ScopeField.tsx';
import { TypedVerdict } from './TypedVerdict.tsx';
import { useAvailability } from './use-availability.ts';

interface Props {
  plan: Plan;
  caseId: string;
  pending: Extract<Pending, { type: 'other' }>;
  isBusy: boolean;
  onClose: () => void;
  onChoose: (toId: string, scope: EditScope) => void;
}

/** Who, or which car, takes the place of another on a duty, fills a post or is put on it besides; with what speaks against each. */
export function OtherDialog({ plan, caseId, pending, isBusy, onClose, onChoose }: Props) {
  const { t } = useTranslation('planning');
  const words = usePlanWords();
  const availability = useAvailability(plan, caseId);
  const [toId, setTo] = useState<string | null>(null);
  const [scope, setScope] = useState<EditScope>('this');
  const { ref, subject, id } = pending;
  const duty = plan.duties.get(keyOf(ref));
  const isOpen = duty?.openPosts.some((one) => one.id === id) ?? false;
  const change = useMemo(() => {
    if (toId === null) return null;
    const item = { id: ref.id as RecordId, originalLocal: ref.originalLocal, what: subject };
    const given = { ...item, assignmentId: id as RecordId | null, toId: toId as RecordId };
    return reassignChange(plan, [given], isOpen ? 'this' : scope);
  }, [plan, ref, subject, id, toId, isOpen, scope]);
  if (!duty) return null;
  const period = { fromAt: duty.fromAt, toAt: duty.toAt ?? duty.fromAt + 3_600_000 };
  const on = new Set<string | null>(
    subject === 'officer' ? duty.crew.map((one) => one.officerId) : duty.vehicles.map((one) => one.vehicleId),
  );
  const all =
    subject === 'officer'
      ? plan.view.officers.map((one) => ({ id: one.id as string, name: one.name }))
      : plan.view.vehicles.map((one) => ({ id: one.id as string, name: one.label }));
  const options = all.flatMap((one) => {
    const { note, isRefused } = availability(subject, one.id, period);
    if (on.has(one.id) || isRefused) return [];
    return [{ value: one.id, label: note ? `${one.name}, ${note}` : one.name, isClear: note === '' }];
  });
  options.sort((a, b) => Number(b.isClear) - Number(a.isClear));
  return (
    <Dialog
      open
      title={t(id === null ? 'plan:about.choose' : subject === 'officer' ? 'fix.title' : 'fix.titleVehicle')}
      subtitle={words.occurrence(plan, ref)}
      busy={isBusy}
      onClose={onClose}
      onConfirm={() => toId !== null && onChoose(toId, scope)}
      confirmLabel={t('fix.confirm')}
      confirmDisabled={toId === null}
    >
      {options.length === 0 ? (
        <p className="vb-muted">{t('fix.nobody')}</p>
      ) : (
        <SelectField
          label={t(subject === 'officer' ? 'plan:about.assign' : 'crew.addVehicle')}
          value={toId}
          empty={t(subject === 'officer' ? 'plan:about.choose' : 'crew.chooseVehicle')}
          options={options}
          onChange={setTo}
          data-autofocus
        />
      )}
      {recurs(plan, ref) && !isOpen && <ScopeField plan={plan} refs={[ref]} value={scope} onChange={setScope} />}
      <TypedVerdict plan={plan} change={change} />
    </Dialog>
  );
}
