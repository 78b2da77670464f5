import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordId } from '#model/ids.ts';
import { keyOf } from '#model/plan/result.ts';
import type { Duty } from '#model/plan/types.ts';
import { useAction } from '#renderer/client/hooks.ts';
import { OtherDialog } from '#renderer/features/plan/OtherDialog.tsx';
import type { Pending } from '#renderer/features/plan/pending.ts';
import type { Plan } from '#renderer/features/plan/plan.ts';
import { useNotify } from '#renderer/ui/notify.tsx';
import { PointMenu, type PointMenuItem, type PointMenuState } from '#renderer/workspace/timeline/PointMenu.tsx';

type Other = Extract<Pending, { type: 'other' }>;

/** What can be done with a duty on the board: the same on the drawing and in the list. */
export function useBoardMenu(
  plan: () => Plan,
  open: (duty: Duty) => void,
): {
  /** @param place client px */
  openMenu(duty: Duty, label: string, place: { clientX: number; clientY: number }): void;
  menu: ReactNode;
} {
  const { t } = useTranslation('board');
  const notify = useNotify();
  const reassign = useAction('plan.reassign');
  const [menu, setMenu] = useState<PointMenuState | null>(null);
  const [other, setOther] = useState<Other | null>(null);

  const itemsOf = (duty: Duty): PointMenuItem[] => {
    const items: PointMenuItem[] = [{ id: 'open', label: t('menu.open'), icon: 'arrow-r', run: () => open(duty) }];
    const { view, index, officerNames, vehicleNames } = plan();
    const isOwn = view.cases.some(({ id, isDetailed }) => id === duty.caseId && isDetailed);
    const isOver = duty.toAt !== null && duty.toAt <= index.plan.nowAt;
    if (!isOwn || isOver || (duty.status !== 'planned' && duty.status !== 'active')) return items;
    const ref = { id: duty.id, originalLocal: duty.originalLocal };
    const ask = (subject: Other['subject'], id: string | null) => () => setOther({ type: 'other', ref, subject, id });
    for (const { id, officerId } of duty.crew) {
      const name = officerNames.get(officerId ?? '') ?? t('plan:someone');
      items.push({ id, label: t('menu.otherOfficer', { name }), icon: 'swap', run: ask('officer', id) });
    }
    for (const { id, vehicleId } of duty.vehicles) {
      const name = vehicleNames.get(vehicleId) ?? '';
      items.push({ id, label: t('menu.otherVehicle', { name }), icon: 'swap', run: ask('vehicle', id) });
    }
    items.push({ id: 'add', label: t('menu.addOfficer'), icon: 'plus', run: ask('officer', null) });
    return items;
  };

  return {
    openMenu: (duty, label, place) => setMenu({ label, items: itemsOf(duty), ...place }),
    menu: (
      <>
        {menu && <PointMenu menu={menu} onClose={() => setMenu(null)} />}
        {other && (
          <OtherDialog
            plan={plan()}
            caseId={plan().duties.get(keyOf(other.ref))?.caseId ?? ''}
            pending={other}
            isBusy={reassign.isPending}
            onClose={() => setOther(null)}
            onChoose={(toId, scope) => {
              const { ref, subject: what, id } = other;
              const one = { id: ref.id as RecordId, originalLocal: ref.originalLocal, scope, what };
              reassign.mutate(
                { items: [{ ...one, assignmentId: id as RecordId | null, toId: toId as RecordId }] },
                { onSuccess: () => setOther(null), onError: notify.fail },
              );
            }}
          />
        )}
      </>
    ),
  };
}
