import { useTranslation } from 'react-i18next';
import type { RecordId } from '#model/ids.ts';
import { uncheckedPlaces } from '#model/plan/travel.ts';
import type { Duty, Leg } from '#model/plan/types.ts';
import { useAction } from '#renderer/client/hooks.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { useNotify } from '#renderer/ui/notify.tsx';
import { useTimeWords } from '#renderer/ui/time-words.ts';
import { usePlanDesk } from './desk.tsx';
import { endsOf } from './legs.ts';
import type { Plan } from './plan.ts';

interface Props {
  plan: Plan;
  duty: Duty;
}

/** The legs of a transport in their order, what was told of each, and the way to change them. */
export function LegsPart({ plan, duty }: Props) {
  const { t } = useTranslation('planning');
  const { ask } = usePlanDesk();
  if (duty.type !== 'transport') return null;
  const isOver = duty.toAt !== null && duty.toAt <= plan.index.plan.nowAt;
  const ref = { id: duty.id, originalLocal: duty.originalLocal };
  const unchecked = new Set(
    duty.legs.flatMap((leg) => uncheckedPlaces(plan.index.plan, duty, leg)).map(({ placeId }) => placeId),
  );
  return (
    <section className="vb-inspector-part">
      <h3>{t('legs.title')}</h3>
      {duty.legs.length === 0 && <p className="vb-muted">{t('legs.none')}</p>}
      <ol className="vb-plan-legs">
        {duty.legs.map((leg, index) => (
          <LegLine key={leg.id} plan={plan} duty={duty} leg={leg} number={index + 1} />
        ))}
      </ol>
      {unchecked.size > 0 && <p className="vb-plan-warn">{t('legs.unchecked', { count: unchecked.size })}</p>}
      {!isOver && (
        <p>
          <Button size="sm" onClick={() => ask({ type: 'legs', ref })}>
            {t('legs.edit')}
          </Button>
        </p>
      )}
    </section>
  );
}

function LegLine({ plan, duty, leg, number }: Props & { leg: Leg; number: number }) {
  const { t } = useTranslation('planning');
  const time = useTimeWords();
  const notify = useNotify();
  const { ask } = usePlanDesk();
  const tell = useAction('plan.tell_leg');
  const words = plan.view.legs.find(({ id }) => id === leg.id);
  const ends = endsOf(plan, words);
  const notes = [
    leg.plannedMinutes !== null && t('legs.minutesOf', { minutes: leg.plannedMinutes }),
    words?.meetingPoint && t('legs.meetingOf', { place: words.meetingPoint }),
    words?.abortPoint && t('legs.abortOf', { place: words.abortPoint }),
  ].filter(Boolean);
  const told = [
    leg.departedAt !== null && t('legs.departed', { at: time.clock(leg.departedAt) }),
    leg.arrivedAt !== null && t('legs.arrived', { at: time.clock(leg.arrivedAt) }),
  ].filter(Boolean);
  const next = leg.departedAt === null ? ('departed' as const) : leg.arrivedAt === null ? ('arrived' as const) : null;
  const isDue = leg.departAt - 3_600_000 <= plan.index.plan.nowAt;
  const isOver = duty.toAt !== null && duty.toAt <= plan.index.plan.nowAt;
  const ref = { id: duty.id, originalLocal: duty.originalLocal };
  return (
    <li>
      <div className="vb-plan-leg-line">
        <span>
          {t('legs.line', {
            depart: time.clock(leg.departAt),
            arrive: time.clock(leg.arriveAt),
            from: ends.from || t('legs.unknown'),
            to: ends.to || t('legs.unknown'),
          })}
        </span>
        {notes.length > 0 && <span className="vb-muted">{notes.join(' · ')}</span>}
        {told.length > 0 && <span className="vb-muted">{told.join(', ')}</span>}
        {next && isDue && (
          <span className="vb-plan-way">
            {!isOver && (
              <Button
                size="sm"
                onClick={() =>
                  tell.mutate(
                    { legId: leg.id as RecordId, originalLocal: duty.originalLocal, what: next },
                    { onError: notify.fail },
                  )
                }
              >
                {t(`plan:menu.${next}`, { number })}
              </Button>
            )}
            <Button
              size="sm"
              aria-label={t('tell.otherOf', { what: t(`tell.${next}`, { number }) })}
              onClick={() => ask({ type: 'tell', ref, what: next, id: leg.id })}
            >
              {t(isOver ? `tell.${next}` : 'tell.other', { number })}
            </Button>
          </span>
        )}
      </div>
    </li>
  );
}
