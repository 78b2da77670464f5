import { useAction } from '#renderer/client/hooks.ts';
import { useNotify } from '#renderer/ui/notify.tsx';
import { usePlanDesk } from './desk.tsx';
import { type Copies, clocksOfCopies } from './pending.ts';

/** Copies occurrences: at once, or after it was asked what a clock change in them shall keep. */
export function useCopies(): (items: readonly Copies[], withCrew?: boolean) => void {
  const { plan, ask, pending, timeline } = usePlanDesk();
  const notify = useNotify();
  const copy = useAction('plan.copy');
  return (items, withCrew = true) => {
    if (!plan || items.length === 0) return;
    const clocks = clocksOfCopies(plan, items);
    if (clocks.length > 0) return ask({ type: 'copies', items, withCrew, clocks });
    copy.mutate(
      { items: [...items], withCrew },
      {
        onSuccess: () => pending !== null && ask(null),
        onError(error) {
          timeline.current?.discard();
          notify.fail(error);
        },
      },
    );
  };
}
