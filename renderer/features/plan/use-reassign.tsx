import { type ReactNode, type RefObject, useState } from 'react';
import type { EditScope } from '#model/plan/recurrence-edit.ts';
import { keyOf } from '#model/plan/result.ts';
import type { OccurrenceRef } from '#model/plan/types.ts';
import { useAction } from '#renderer/client/hooks.ts';
import type { Timeline, TimelineEdit } from '#renderer/timeline/index.ts';
import { useNotify } from '#renderer/ui/notify.tsx';
import type { Plan } from './plan.ts';
import type { PlanChange } from './plan-change.ts';
import { reassignChange } from './reach-change.ts';
import { type Reassignment, reassignmentsOf } from './reassign.ts';
import { ScopeDialog } from './ScopeDialog.tsx';

interface Asked {
  /** As it was when the bar was let go: what is asked about it does not change while it is read. */
  readonly plan: Plan;
  readonly items: readonly Reassignment[];
  /** The duties, each once, however many of its crew are exchanged. */
  readonly refs: readonly OccurrenceRef[];
  readonly change: (plan: Plan, scope: EditScope) => PlanChange;
}

function askedOf(plan: Plan, items: readonly Reassignment[]): Asked {
  const refs = [...new Map(items.map((item) => [keyOf(item), item])).values()];
  return { plan, items, refs, change: (now, scope) => reassignChange(now, items, scope) };
}

/**
 * Gives duties to another row, as a drag asks for it: at once, or after what recurs has been asked about.
 * @param timeline on which it was dragged, and is put back if nothing comes of it
 */
export function useReassign(timeline: RefObject<Timeline | null>): {
  reassign(plan: Plan, edit: Extract<TimelineEdit, { type: 'exchange' }>): void;
  dialog: ReactNode;
} {
  const send = useAction('plan.reassign');
  const notify = useNotify();
  const [asked, setAsked] = useState<Asked | null>(null);
  const onNothing = () => timeline.current?.discard();
  const write = (items: readonly Reassignment[], scope: EditScope) =>
    send.mutate(
      { items: items.map(({ recurs, ...one }) => ({ ...one, scope: recurs ? scope : 'this' })) },
      {
        onSuccess: () => timeline.current?.settle(),
        onError(error) {
          onNothing();
          notify.fail(error);
        },
      },
    );
  const close = () => {
    setAsked(null);
    onNothing();
  };
  return {
    reassign(plan, edit) {
      const items = reassignmentsOf(plan, edit);
      if (items.length === 0) onNothing();
      else if (items.some(({ recurs }) => recurs)) setAsked(askedOf(plan, items));
      else write(items, 'this');
    },
    dialog: asked && (
      <ScopeDialog
        plan={asked.plan}
        refs={asked.refs}
        change={asked.change}
        onClose={close}
        onConfirm={(scope) => {
          setAsked(null);
          write(asked.items, scope);
        }}
      />
    ),
  };
}
