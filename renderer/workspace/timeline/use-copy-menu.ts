import { useTranslation } from 'react-i18next';
import { keyOf } from '#model/plan/result.ts';
import type { OccurrenceRef } from '#model/plan/types.ts';
import { usePlanDesk } from '#renderer/features/plan/desk.tsx';
import { duplicatesOf, recurs, refOfItem } from '#renderer/features/plan/pending.ts';
import type { Plan } from '#renderer/features/plan/plan.ts';
import { useCopies } from '#renderer/features/plan/use-copies.ts';
import type { IconName } from '#renderer/ui/Icon.tsx';
import type { PointMenuItem } from './PointMenu.tsx';

/** The duties behind items, each once: grouped by officer, one lies in a row of each. */
function refsOf(plan: Plan, ids: readonly string[]): readonly OccurrenceRef[] {
  const refs = ids.map((id) => refOfItem(plan, id)).filter((ref) => ref !== null);
  return [...new Map(refs.map((ref) => [keyOf(ref), ref])).values()];
}

/** What the menus offer for copying bars, and for several bars at once. */
export function useCopyMenu() {
  const { t } = useTranslation('gesture');
  const { plan, ask, timeline } = usePlanDesk();
  const copy = useCopies();

  const duplicate = (refs: readonly OccurrenceRef[]): PointMenuItem => ({
    id: 'duplicate',
    label: t(refs.length > 1 ? 'menu.duplicateMany' : 'menu.duplicate'),
    icon: 'copy',
    run: () => plan && copy(duplicatesOf(plan, refs)),
  });
  /** Marking is a gesture of the drawing: the list copies to a day that is typed. */
  const mark = (): PointMenuItem[] =>
    timeline.current
      ? [{ id: 'mark', label: t('menu.mark'), icon: 'copy', run: () => timeline.current?.copySelected() }]
      : [];

  const typed = (what: 'move' | 'copy' | 'repeat', icon: IconName, refs: readonly OccurrenceRef[]): PointMenuItem => ({
    id: `${what}:typed`,
    label: t(`several:${what}.menu`),
    icon,
    run: () => ask({ type: 'several', what, refs }),
  });

  return {
    one: (ref: OccurrenceRef): PointMenuItem[] => [...mark(), duplicate([ref])],
    /** @returns null unless several bars of the plan are selected */
    several(ids: readonly string[]): { label: string; items: PointMenuItem[] } | null {
      const refs = plan ? refsOf(plan, ids) : [];
      if (!plan || refs.length < 2) return null;
      const items: PointMenuItem[] = [
        ...mark(),
        typed('move', 'clock', refs),
        duplicate(refs),
        typed('copy', 'copy', refs),
        timeline.current
          ? { id: 'repeat', label: t('menu.repeat'), icon: 'redo', run: () => timeline.current?.begin('repeat', null) }
          : typed('repeat', 'redo', refs),
        ...(['cancelled', 'not_possible'] as const).map(
          (status): PointMenuItem => ({
            id: status,
            label: `${t(status === 'cancelled' ? 'plan:menu.cancelled' : 'plan:menu.notPossible')} …`,
            icon: 'stop',
            run: () => ask({ type: 'status', refs, status }),
          }),
        ),
        {
          id: 'status',
          label: t('series:setStatus'),
          run: () => ask({ type: 'status', refs, status: null }),
        },
        {
          id: 'remove',
          label: t('menu.remove'),
          icon: 'close',
          run: () => ask({ type: 'remove', refs, hasSeries: refs.some((ref) => recurs(plan, ref)) }),
        },
      ];
      return { label: t('menu.several', { count: refs.length }), items };
    },
    /** Pasting at a time, where something is marked. */
    here(at: number): PointMenuItem[] {
      const count = timeline.current?.countCopied() ?? 0;
      if (count === 0) return [];
      return [{ id: 'paste', label: t('menu.paste', { count }), icon: 'copy', run: () => timeline.current?.paste(at) }];
    },
  };
}
