import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordId } from '#model/ids.ts';
import type { EditScope } from '#model/plan/recurrence-edit.ts';
import { keyOf } from '#model/plan/result.ts';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { SelectField } from '#renderer/ui/SelectField.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import { type Pending, recurs } from './pending.ts';
import type { Plan } from './plan.ts';
import { usePlanWords } from './plan-words.ts';
import { eachChange } from './reach-change.ts';
import { ScopeField } from './ScopeField.tsx';
import { TypedVerdict } from './TypedVerdict.tsx';

interface Props {
  plan: Plan;
  pending: Extract<Pending, { type: 'own' }>;
  isBusy: boolean;
  onClose: () => void;
  onSave: (said: { placeId: RecordId | null; headcount: number | null; scope: EditScope }) => void;
}

/** Where one occurrence is and how many it takes, where that is not as in its series. */
export function OwnDialog({ plan, pending, isBusy, onClose, onSave }: Props) {
  const { t } = useTranslation('series');
  const words = usePlanWords();
  const { ref } = pending;
  const now = plan.duties.get(keyOf(ref)) ?? plan.needSlots.get(keyOf(ref));
  const [placeId, setPlace] = useState<string | null>(now?.placeId ?? null);
  const [count, setCount] = useState(now?.headcount == null ? '' : String(now.headcount));
  const [scope, setScope] = useState<EditScope>('this');
  const isNumber = count.trim() === '' || /^\d{1,3}$/.test(count.trim());
  const headcount = count.trim() === '' ? null : Number(count);
  // Of a need it is the plan that is held to something else, and no duty changes.
  const change = useMemo(
    () =>
      plan.duties.has(keyOf(ref)) && isNumber
        ? eachChange(plan, [ref], scope, (duty) => ({ ...duty, placeId, headcount }))
        : null,
    [plan, ref, scope, placeId, headcount, isNumber],
  );
  return (
    <Dialog
      open
      title={t('ownTitle')}
      subtitle={`${words.occurrence(plan, ref)}. ${t('ownLead')}`}
      busy={isBusy}
      onClose={onClose}
      onConfirm={() =>
        onSave({
          placeId: placeId as RecordId | null,
          headcount,
          scope,
        })
      }
      confirmLabel={t('plan:edit.save')}
      confirmDisabled={!isNumber}
    >
      <SelectField
        label={t('place')}
        value={placeId}
        empty={t('noPlace')}
        options={plan.view.places.map(({ id, label }) => ({ value: id as string, label }))}
        onChange={setPlace}
        data-autofocus
      />
      <TextField
        label={t('headcount')}
        value={count}
        inputMode="numeric"
        maxLength={3}
        onChange={setCount}
        {...(isNumber ? {} : { error: t('record:wholeNumber') })}
      />
      {recurs(plan, ref) && <ScopeField plan={plan} refs={[ref]} value={scope} onChange={setScope} />}
      {change && <TypedVerdict plan={plan} change={change} />}
    </Dialog>
  );
}
