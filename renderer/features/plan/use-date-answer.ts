import { useTranslation } from 'react-i18next';
import type { PlanRaised } from '#contract/plan-view.ts';
import { useAction } from '#renderer/client/hooks.ts';
import { useNotify } from '#renderer/ui/notify.tsx';
import { usePlanDesk } from './desk.tsx';

/** A command, with the word for where there is little room. */
interface DateAnswer {
  readonly label: string;
  readonly short: string;
  readonly run: () => void;
}

/** What is to be done about a date: plan its need, move it after the date, or end it. */
export function useDateAnswer(): (raised: PlanRaised) => DateAnswer {
  const { t } = useTranslation('dates');
  const notify = useNotify();
  const { ask } = usePlanDesk();
  const move = useAction('plan.move_date');
  const end = useAction('plan.end_date');
  return (raised) => {
    const { caseId, key, fromAt: at } = raised;
    const failed = { onError: notify.fail };
    switch (raised.state) {
      case 'moved':
        return { label: t('move'), short: t('short.move'), run: () => move.mutate({ caseId, key, at }, failed) };
      case 'ended':
        return { label: t('end'), short: t('short.end'), run: () => end.mutate({ caseId, key, at }, failed) };
      default:
        return { label: `${t('plan')} …`, short: t('short.plan'), run: () => ask({ type: 'date', raised }) };
    }
  };
}
