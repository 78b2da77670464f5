import { useTranslation } from 'react-i18next';
import type { RecordId } from '#model/ids.ts';
import { keyOf } from '#model/plan/result.ts';
import type { Duty, OccurrenceRef } from '#model/plan/types.ts';
import { plannedLocal } from '#model/time.ts';
import { useAction } from '#renderer/client/hooks.ts';
import { usePlanDesk } from '#renderer/features/plan/desk.tsx';
import { needRefOfItem, recurs, refOfItem, type Told } from '#renderer/features/plan/pending.ts';
import type { Plan } from '#renderer/features/plan/plan.ts';
import { usePlanWords } from '#renderer/features/plan/plan-words.ts';
import { useDateAnswer } from '#renderer/features/plan/use-date-answer.ts';
import { drawOf, hasPasses, passesOf, useDrawPasses } from '#renderer/features/plan/use-passes.ts';
import { useNotify } from '#renderer/ui/notify.tsx';
import { useZone } from '#renderer/ui/zone.ts';
import { recordOfItem } from './lanes.ts';
import type { PointMenuItem } from './PointMenu.tsx';
import type { useCopyMenu } from './use-copy-menu.ts';

interface Actions {
  readonly open: (id: RecordId) => void;
  readonly copies: ReturnType<typeof useCopyMenu>;
  readonly begin: (type: string, text: string, startAt: number, endAt: number | null, needId?: string) => void;
}

/** What can be done with an item of the plan: the same on the timeline and in the list. */
export function usePlanMenu({ open, begin, copies }: Actions) {
  const { t } = useTranslation('plan');
  const { plan, ask, matters } = usePlanDesk();
  const words = usePlanWords();
  const zone = useZone();
  const tell = useTell();
  const answer = useDateAnswer();

  /** What can be done with an occurrence of a need. */
  const needItems = (known: Plan, ref: OccurrenceRef): PointMenuItem[] => {
    const toAt = known.occurrences.get(keyOf(ref))?.toAt ?? null;
    const status: PointMenuItem = {
      id: 'status',
      label: t('series:setStatus'),
      run: () => ask({ type: 'status', refs: [ref], status: null }),
    };
    if (toAt !== null && toAt <= known.index.plan.nowAt) return [status];
    return [
      { id: 'times', label: t('menu.times'), icon: 'clock', run: () => ask({ type: 'times', ref }) },
      { id: 'own', label: t('series:own'), run: () => ask({ type: 'own', ref }) },
      { id: 'repeat', label: t('menu.repeat'), icon: 'redo', run: () => ask({ type: 'repeat', ref }) },
      status,
      {
        id: 'remove',
        label: t('menu.remove'),
        icon: 'close',
        run: () => ask({ type: 'remove', refs: [ref], hasSeries: recurs(known, ref) }),
      },
    ];
  };

  /** @returns null for an item the plan knows nothing of */
  return (itemId: string, at: number): { label: string; items: PointMenuItem[] } | null => {
    if (!plan) return null;
    const matter = matters.find((one) => one.itemId === itemId && one.need !== null);
    const openItem = {
      id: 'open',
      label: t('timeline:menu.open'),
      icon: 'arrow-r' as const,
      run: () => open(recordOfItem(itemId)),
    };
    const date = matters.find((one) => one.itemId === itemId && one.raised !== null);
    if (date?.raised) {
      const { label, run } = answer(date.raised);
      const items: PointMenuItem[] = [openItem, { id: 'answer', label, icon: 'plus', run }];
      if (!date.accepted) {
        const ends = () => ask({ type: 'accept', matter: date });
        items.push({ id: 'accept', label: t('dates:notNeededMenu'), icon: 'check', run: ends });
      }
      return { label: words.matter(plan, date).title, items };
    }
    if (matter) {
      const { title } = words.matter(plan, matter);
      const items: PointMenuItem[] = [
        openItem,
        {
          id: 'plan',
          label: t('menu.planHere'),
          icon: 'plus',
          run: () => begin('guarding', '', matter.fromAt, matter.toAt, matter.need?.id),
        },
      ];
      if (!matter.accepted) {
        items.push({
          id: 'accept',
          label: t('menu.accept'),
          icon: 'check',
          run: () => ask({ type: 'accept', matter }),
        });
      }
      if (matter.need) items.push(...needItems(plan, matter.need));
      return { label: title, items };
    }
    const needRef = needRefOfItem(plan, itemId);
    if (needRef) return { label: words.need(plan, needRef), items: [openItem, ...needItems(plan, needRef)] };
    const ref = refOfItem(plan, itemId);
    const duty = ref && plan.duties.get(keyOf(ref));
    if (!ref || !duty) return null;
    const middle = duty.toAt === null ? at : Math.floor((duty.fromAt + duty.toAt) / 2 / 900_000) * 900_000;
    const isInside = at > duty.fromAt && (duty.toAt === null || at < duty.toAt);
    const atLocal = plannedLocal(isInside ? at : middle, zone);
    const items: PointMenuItem[] = [openItem, ...tell(plan, duty)];
    if (duty.status === 'planned' || duty.status === 'active') {
      items.push(
        { id: 'times', label: t('menu.times'), icon: 'clock', run: () => ask({ type: 'times', ref }) },
        { id: 'own', label: t('series:own'), run: () => ask({ type: 'own', ref }) },
        ...(duty.type === 'transport'
          ? [{ id: 'legs', label: t('planning:legs.edit'), run: () => ask({ type: 'legs', ref }) }]
          : []),
        { id: 'cut', label: t('menu.cut'), run: () => ask({ type: 'cut', ref, atLocal }) },
        { id: 'handOver', label: t('menu.handOver'), icon: 'swap', run: () => ask({ type: 'handOver', ref, atLocal }) },
        {
          id: 'relieve',
          label: t('relief:menu'),
          icon: 'swap',
          run: () => ask({ type: 'relieve', ref, handoverId: null, atLocal: null }),
        },
        { id: 'copy', label: t('menu.copy'), icon: 'copy', run: () => ask({ type: 'copy', ref }) },
        ...copies.one(ref),
        { id: 'repeat', label: t('menu.repeat'), icon: 'redo', run: () => ask({ type: 'repeat', ref }) },
        {
          id: 'remove',
          label: t('menu.remove'),
          icon: 'close',
          run: () => ask({ type: 'remove', refs: [ref], hasSeries: recurs(plan, ref) }),
        },
      );
    }
    return { label: words.duty(plan, ref), items };
  };
}

/** What somebody can say of a duty now: on post, relieved, legs, called off. */
function useTell() {
  const { t } = useTranslation('plan');
  const notify = useNotify();
  const tellPost = useAction('plan.tell_post');
  const tellLeg = useAction('plan.tell_leg');
  const tellPass = useAction('plan.tell_pass');
  const drawPasses = useDrawPasses();
  const { ask } = usePlanDesk();
  return (plan: Plan, duty: Duty): PointMenuItem[] => {
    const items: PointMenuItem[] = [];
    const { originalLocal } = duty;
    const onError = notify.fail;
    const isOn = duty.status === 'planned' || duty.status === 'active';
    const isOver = duty.toAt !== null && duty.toAt <= plan.index.plan.nowAt;
    const atOtherTime = (what: Told, id: string, label: string): PointMenuItem => ({
      id: `at:${what}:${id}`,
      label: isOver ? `${label} …` : t('planning:tell.otherOf', { what: label }),
      icon: 'clock',
      run: () => ask({ type: 'tell', ref: { id: duty.id, originalLocal }, what, id }),
    });
    if (isOn && duty.fromAt - 3_600_000 <= plan.index.plan.nowAt) {
      for (const { id, officerId, onPostAt, relievedAt } of duty.crew) {
        const name = plan.officerNames.get(officerId ?? '') ?? t('someone');
        const what = onPostAt === null ? 'on_post' : 'relieved';
        if (relievedAt !== null) continue;
        // What is over cannot happen now: its time is asked for.
        if (!isOver) {
          items.push({
            id: `${what}:${id}`,
            label: t(what === 'on_post' ? 'menu.onPost' : 'menu.relieved', { name }),
            icon: 'check',
            run: () => tellPost.mutate({ assignmentId: id as RecordId, originalLocal, what }, { onError }),
          });
        }
        items.push(atOtherTime(what, id, t(`planning:tell.${what}`, { name })));
      }
      for (const [index, leg] of duty.legs.entries()) {
        const what = leg.departedAt === null ? 'departed' : 'arrived';
        if (leg.arrivedAt !== null) continue;
        const number = index + 1;
        if (!isOver) {
          items.push({
            id: `${what}:${leg.id}`,
            label: t(`menu.${what}`, { number }),
            icon: 'check',
            run: () => tellLeg.mutate({ legId: leg.id as RecordId, originalLocal, what }, { onError }),
          });
        }
        items.push(atOtherTime(what, leg.id, t(`planning:tell.${what}`, { number })));
      }
    }
    if (hasPasses(plan, duty)) {
      const how = drawOf(plan, duty);
      const next = passesOf(plan, duty).find(({ passedAt }) => passedAt === null);
      if (duty.fromAt <= plan.index.plan.nowAt) {
        const measureId = duty.id as RecordId;
        items.push({
          id: 'pass',
          label: t('duty:passes.passNow'),
          icon: 'check',
          run: () => tellPass.mutate({ measureId, originalLocal, passId: next?.id ?? null }, { onError }),
        });
      }
      if (how) {
        items.push({
          id: 'draw',
          label: t(how === 'redraw' ? 'duty:passes.redrawAsk' : 'duty:passes.draw'),
          icon: 'clock',
          run: () => drawPasses(plan, duty),
        });
      }
    }
    if (isOn) {
      const ref = { id: duty.id, originalLocal };
      for (const [status, key] of [
        ['cancelled', 'cancelled'],
        ['not_possible', 'notPossible'],
      ] as const) {
        items.push({
          id: status,
          label: `${t(`menu.${key}`)} …`,
          icon: 'stop',
          run: () => ask({ type: 'status', refs: [ref], status }),
        });
      }
    }
    // Also of what was called off by mistake, or is over: it can be planned again, or told as it was.
    items.push({
      id: 'status',
      label: t('series:setStatus'),
      run: () => ask({ type: 'status', refs: [{ id: duty.id, originalLocal }], status: null }),
    });
    return items;
  };
}
