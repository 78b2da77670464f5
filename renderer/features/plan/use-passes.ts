import { useTranslation } from 'react-i18next';
import type { RecordId } from '#model/ids.ts';
import type { Duty } from '#model/plan/types.ts';
import { useAction } from '#renderer/client/hooks.ts';
import { useNotify } from '#renderer/ui/notify.tsx';
import { useTimeWords } from '#renderer/ui/time-words.ts';
import { usePlanDesk } from './desk.tsx';
import type { Plan } from './plan.ts';

/** True if the duty is a window with passes. */
export function hasPasses(plan: Plan, duty: Duty): boolean {
  const isOn = duty.status === 'planned' || duty.status === 'active';
  return isOn && duty.toAt !== null && (plan.measures.get(duty.id)?.passes ?? null) !== null;
}

/** Passes of a patrol's window in the order they are driven, as drawn and as told. */
export function passesOf(plan: Plan, { id, originalLocal }: Duty) {
  return plan.view.passes
    .filter((pass) => pass.measureId === id && pass.originalLocal === originalLocal)
    .sort((a, b) => (a.plannedAt ?? a.passedAt ?? 0) - (b.plannedAt ?? b.passedAt ?? 0));
}

/** How a window's passes can be drawn: for the first time, again with a reason, or (null) not any more. */
export function drawOf(plan: Plan, duty: Duty): 'draw' | 'redraw' | null {
  const passes = passesOf(plan, duty);
  const driven = passes.filter(({ plannedAt, passedAt }) => plannedAt !== null && passedAt !== null);
  const isOver = duty.toAt !== null && duty.toAt <= plan.index.plan.nowAt;
  if (!hasPasses(plan, duty) || isOver || driven.length >= (plan.measures.get(duty.id)?.passes ?? 0)) return null;
  return passes.length > driven.length ? 'redraw' : 'draw';
}

/** Sends a draw, and tells its times and what of them is the third at that time of day. */
export function useSendDraw() {
  const { t } = useTranslation('duty');
  const time = useTimeWords();
  const notify = useNotify();
  const draw = useAction('plan.draw_passes');
  return ({ id, originalLocal }: { id: string; originalLocal: string }, reason: string | null) =>
    draw.mutate(
      { measureId: id as RecordId, originalLocal, reason },
      {
        onSuccess({ passes, repeated }) {
          const at = (times: readonly number[]) => times.map((one) => time.clock(one)).join(', ');
          notify.show({
            title: t('passes.drawn', { times: at(passes) }),
            ...(repeated.length > 0 && { text: t('passes.repeated', { times: at(repeated) }) }),
          });
        },
        onError: notify.fail,
      },
    );
}

/** Draws the passes of a window; what was drawn already is given up only with a reason, which is asked for. */
export function useDrawPasses(): (plan: Plan, duty: Duty) => void {
  const { ask } = usePlanDesk();
  const send = useSendDraw();
  return (plan, duty) => {
    const { id, originalLocal } = duty;
    if (drawOf(plan, duty) === 'redraw') ask({ type: 'redraw', ref: { id, originalLocal } });
    else send(duty, null);
  };
}
