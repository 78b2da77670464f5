import { useTranslation } from 'react-i18next';
import type { RecordId } from '#model/ids.ts';
import { keyOf } from '#model/plan/result.ts';
import type { Duty, Handover } from '#model/plan/types.ts';
import { plannedLocal } from '#model/time.ts';
import { useAction } from '#renderer/client/hooks.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { useNotify } from '#renderer/ui/notify.tsx';
import { useTimeWords } from '#renderer/ui/time-words.ts';
import { usePlanDesk } from './desk.tsx';
import type { Plan } from './plan.ts';

interface Props {
  plan: Plan;
  duty: Duty;
}

/** Whom the duty takes over from and who takes over from it; the giver stays responsible until "overtatt" is said. */
export function ReliefPart({ plan, duty }: Props) {
  const { t } = useTranslation('plan');
  const time = useTimeWords();
  const { ask } = usePlanDesk();
  if (duty.type !== 'guarding' && duty.type !== 'transport') return null;
  const ref = { id: duty.id, originalLocal: duty.originalLocal };
  const isOn = duty.status === 'planned' || duty.status === 'active';
  const own = keyOf(duty);
  const all = plan.index.plan.handovers.filter(({ from, to }) => keyOf(from) === own || keyOf(to) === own);
  const isGiven = all.some(({ from }) => keyOf(from) === own);
  return (
    <section className="vb-inspector-part">
      <h3>{t('about.handover')}</h3>
      {all.map((handover) => (
        <Relief key={handover.id} plan={plan} handover={handover} />
      ))}
      {!isGiven && duty.type === 'guarding' && duty.toAt !== null && (
        <p className="vb-plan-warn">{t('about.noReceiver', { at: time.stampDay(duty.toAt) })}</p>
      )}
      {isOn && (
        <Button size="sm" icon="swap" onClick={() => ask({ type: 'relieve', ref, handoverId: null, atLocal: null })}>
          {t('relief:menu')}
        </Button>
      )}
    </section>
  );
}

function Relief({ plan, handover }: { plan: Plan; handover: Handover }) {
  const { t } = useTranslation('plan');
  const time = useTimeWords();
  const notify = useNotify();
  const { ask } = usePlanDesk();
  const takeOver = useAction('plan.take_over');
  const name = (id: string | null) => plan.officerNames.get(id ?? '') ?? t('about.unknownPerson');
  const isDue = handover.at <= plan.index.plan.nowAt;
  const zone = plan.measures.get(handover.from.id)?.series.zone ?? plan.index.plan.zone;
  const { id: handoverId, from: ref } = handover;
  const atLocal = plannedLocal(handover.at, zone);
  const of = (what: string) => t('relief:of', { what, at: time.stampDay(handover.at) });
  return (
    <p className="vb-plan-relief">
      <span>
        {t('about.handoverTo', {
          at: time.stampDay(handover.at),
          giver: name(handover.giverId),
          receiver: name(handover.receiverId),
        })}
      </span>
      {handover.takenOverAt !== null ? (
        <span className="vb-muted">{t('about.takenOver', { at: time.stamp(handover.takenOverAt) })}</span>
      ) : (
        isDue && (
          <>
            <Button
              size="sm"
              onClick={() => takeOver.mutate({ handoverId: handover.id as RecordId }, { onError: notify.fail })}
            >
              {t('about.sayTakenOver')}
            </Button>
            <Button
              size="sm"
              aria-label={t('planning:tell.otherOf', { what: t('planning:tell.taken_over') })}
              onClick={() => ask({ type: 'tell', ref: handover.to, what: 'taken_over', id: handover.id })}
            >
              {t('planning:tell.other')}
            </Button>
          </>
        )
      )}
      {handover.takenOverAt === null && (
        <>
          <Button
            size="sm"
            variant="quiet"
            aria-label={of(t('relief:edit'))}
            onClick={() => ask({ type: 'relieve', ref, handoverId, atLocal })}
          >
            {t('relief:edit')}
          </Button>
          <Button
            size="sm"
            variant="quiet"
            aria-label={of(t('relief:strike'))}
            onClick={() => ask({ type: 'strikeRelief', handoverId })}
          >
            {t('relief:strike')}
          </Button>
        </>
      )}
    </p>
  );
}
