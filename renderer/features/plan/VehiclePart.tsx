import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordId } from '#model/ids.ts';
import type { EditScope } from '#model/plan/recurrence-edit.ts';
import type { Duty } from '#model/plan/types.ts';
import { useAction } from '#renderer/client/hooks.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { useNotify } from '#renderer/ui/notify.tsx';
import { SelectField } from '#renderer/ui/SelectField.tsx';
import { usePlanDesk } from './desk.tsx';
import { MemberPart } from './MemberPart.tsx';
import type { Plan } from './plan.ts';
import { reassignChange } from './reach-change.ts';
import { useAvailability } from './use-availability.ts';
import { useScoped } from './use-scoped.ts';

/** Which vehicles the duty has; any duty can have one. */
export function VehiclePart({ plan, duty }: { plan: Plan; duty: Duty }) {
  const { t } = useTranslation('planning');
  const notify = useNotify();
  const { caseId } = usePlanDesk();
  const assign = useAction('plan.assign');
  const unassign = useAction('plan.unassign');
  const scoped = useScoped();
  const availability = useAvailability(plan, caseId);
  const [vehicleId, setVehicle] = useState<string | null>(null);
  if (duty.type === 'shielding') return null;
  const { originalLocal } = duty;
  const period = { fromAt: duty.fromAt, toAt: duty.toAt ?? duty.fromAt + 3_600_000 };
  const others = plan.view.vehicles
    .filter(({ id }) => !duty.vehicles.some((use) => use.vehicleId === id))
    .map(({ id, label, plate }) => ({
      value: id as string,
      label: [label, plate, availability('vehicle', id, period).note].filter(Boolean).join(', '),
    }));
  const chosen = others.find(({ value }) => value === vehicleId)?.value ?? null;
  const ref = { id: duty.id, originalLocal };
  const changed = (assignmentId: RecordId | null, toId: RecordId | null) => (now: Plan, scope: EditScope) =>
    reassignChange(now, [{ id: duty.id as RecordId, originalLocal, what: 'vehicle', assignmentId, toId }], scope);
  const put = () =>
    scoped(ref, changed(null, chosen as RecordId | null), (scope) =>
      assign.mutate(
        { measureId: duty.id as RecordId, originalLocal, scope, vehicleId: chosen as RecordId },
        { onSuccess: () => setVehicle(null), onError: notify.fail },
      ),
    );
  return (
    <section className="vb-inspector-part">
      <h3>{t('crew.vehicles')}</h3>
      {duty.vehicles.length === 0 && <p className="vb-muted">{t('crew.noVehicle')}</p>}
      <ul className="vb-plan-people">
        {duty.vehicles.map((use) => {
          const { id, vehicleId: usedId } = use;
          const name = plan.vehicleNames.get(usedId) ?? '';
          return (
            <li key={id}>
              <span>{name}</span>
              <IconButton
                icon="close"
                size="sm"
                label={t('plan:about.takeOff', { name })}
                onClick={() =>
                  scoped(ref, changed(id as RecordId, null), (scope) =>
                    unassign.mutate({ assignmentId: id as RecordId, originalLocal, scope }, { onError: notify.fail }),
                  )
                }
              />
              <MemberPart name={name} duty={duty} part={use} />
            </li>
          );
        })}
      </ul>
      {others.length > 0 && (
        <>
          <SelectField
            label={t('crew.addVehicle')}
            value={chosen}
            empty={t('crew.chooseVehicle')}
            options={others}
            onChange={setVehicle}
          />
          <p>
            <Button size="sm" disabled={chosen === null} onClick={put}>
              {t('crew.putVehicle')}
            </Button>
          </p>
        </>
      )}
    </section>
  );
}
