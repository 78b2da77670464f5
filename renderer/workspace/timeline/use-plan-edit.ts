import type { RecordId } from '#model/ids.ts';
import { plannedLocal } from '#model/time.ts';
import { useAction } from '#renderer/client/hooks.ts';
import { usePlanDesk } from '#renderer/features/plan/desk.tsx';
import { useMove } from '#renderer/features/plan/PlanDialogs.tsx';
import { changeOf, copiesOf, localTimes, recurs, refOfItem } from '#renderer/features/plan/pending.ts';
import { measureOfPlanLane } from '#renderer/features/plan/plan-items.ts';
import { useCopies } from '#renderer/features/plan/use-copies.ts';
import { useReassign } from '#renderer/features/plan/use-reassign.tsx';
import type { TimelineEdit } from '#renderer/timeline/index.ts';
import { useNotify } from '#renderer/ui/notify.tsx';
import { useZone } from '#renderer/ui/zone.ts';
import { measureOfLane } from './lanes.ts';

const HOUR_MS = 3_600_000;

/**
 * What the reader asks for with a gesture on the timeline, written as one step, or asked about first; `dialog` is the
 * question that a gesture asks by itself.
 */
export function usePlanEdit() {
  const { plan, ask, timeline, matters } = usePlanDesk();
  const zone = useZone();
  const notify = useNotify();
  const sendMoves = useMove();
  const copy = useCopies();
  const cut = useAction('plan.cut');
  const { reassign, dialog } = useReassign(timeline);
  const onError = (error: unknown) => {
    timeline.current?.discard();
    notify.fail(error);
  };

  /** Begins a measure; what is uncovered in its time names the need it is for, where none is given. */
  const begin = (type: string, text: string, startAt: number, endAt: number | null, needId?: string) => {
    const toAt = endAt ?? startAt + HOUR_MS;
    const gap = matters.find((one) => one.need && one.fromAt < toAt && one.toAt > startAt);
    ask({
      type: 'new',
      measureType: type,
      text,
      startLocal: plannedLocal(startAt, zone),
      endLocal: plannedLocal(toAt, zone),
      needId: needId ?? gap?.need?.id ?? null,
      officerIds: [],
    });
  };

  const edit = (made: TimelineEdit) => {
    if (!plan) return;
    switch (made.type) {
      case 'create': {
        const lane = measureOfPlanLane(made.laneId);
        const type = lane?.type ?? measureOfLane(made.laneId);
        if (type) begin(type, lane?.text ?? '', made.startAt, made.endAt);
        return;
      }
      case 'change': {
        const change = changeOf(plan, made);
        if (change.moves.length === 0) timeline.current?.discard();
        else if (change.hasSeries || change.clocks.size > 0) ask(change);
        else sendMoves(change.moves, 'this');
        return;
      }
      case 'exchange':
        return reassign(plan, made);
      case 'copy':
      case 'repeat': {
        return copy(copiesOf(plan, made));
      }
      case 'cut':
      case 'handOver': {
        const ref = refOfItem(plan, made.id);
        const times = ref && localTimes(plan, ref);
        if (!ref || !times) return;
        const atLocal = plannedLocal(made.at, times.zone);
        // A series is asked about: one night of it, or each from here on.
        if (made.type === 'handOver' || recurs(plan, ref)) return ask({ type: made.type, ref, atLocal });
        cut.mutate({ id: ref.id as RecordId, originalLocal: ref.originalLocal, atLocal }, { onError });
        return;
      }
      case 'remove': {
        const refs = made.ids.map((id) => refOfItem(plan, id)).filter((ref) => ref !== null);
        if (refs.length > 0) ask({ type: 'remove', refs, hasSeries: refs.some((ref) => recurs(plan, ref)) });
      }
    }
  };
  return { edit, begin, dialog };
}
