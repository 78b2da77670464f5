import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/ui/Button.tsx';
import { usePlanDesk } from './desk.tsx';
import type { Matter } from './matters.ts';
import type { Plan } from './plan.ts';
import { usePlanWords } from './plan-words.ts';
import { useDateAnswer } from './use-date-answer.ts';

/** Under a record: the dates it tells for which nothing is planned, or whose needs have lost them. */
export function DatesPart({ plan, recordId }: { plan: Plan; recordId: string }) {
  const { t } = useTranslation('dates');
  const { matters, itemId } = usePlanDesk();
  const own = matters.filter(
    ({ raised, accepted }) =>
      raised !== null &&
      accepted === null &&
      [raised.sourceId, raised.riskId, ...raised.needIds].some((id) => id === recordId),
  );
  if (own.length === 0) return null;
  const chosen = own.filter((one) => one.itemId === itemId);
  return (
    <section className="vb-inspector-part">
      <h3>{t('title')}</h3>
      {(chosen.length > 0 ? chosen : own).map((matter) => (
        <DateAnswers key={matter.key} plan={plan} matter={matter} />
      ))}
    </section>
  );
}

function DateAnswers({ plan, matter }: { plan: Plan; matter: Matter }) {
  const { t } = useTranslation('dates');
  const words = usePlanWords();
  const answer = useDateAnswer();
  const { ask } = usePlanDesk();
  if (!matter.raised) return null;
  const { label, run } = answer(matter.raised);
  const { title, sub } = words.matter(plan, matter);
  return (
    <>
      <p>{title}</p>
      <p className="vb-muted">{sub}</p>
      <p className="vb-plan-way">
        <Button size="sm" icon="plus" onClick={run}>
          {label}
        </Button>
        <Button size="sm" variant="quiet" onClick={() => ask({ type: 'accept', matter })}>
          {t('notNeededMenu')}
        </Button>
      </p>
    </>
  );
}
