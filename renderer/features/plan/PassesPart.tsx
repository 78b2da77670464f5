import { useTranslation } from 'react-i18next';
import type { RecordId } from '#model/ids.ts';
import type { Duty } from '#model/plan/types.ts';
import { useAction } from '#renderer/client/hooks.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { useNotify } from '#renderer/ui/notify.tsx';
import { useTimeWords } from '#renderer/ui/time-words.ts';
import type { Plan } from './plan.ts';

interface Props {
  plan: Plan;
  duty: Duty;
}

/** Passes of a patrol's window in the order they are driven, as drawn and as told. */
export function passesOf(plan: Plan, { id, originalLocal }: Duty) {
  return plan.view.passes
    .filter((pass) => pass.measureId === id && pass.originalLocal === originalLocal)
    .sort((a, b) => (a.plannedAt ?? a.passedAt ?? 0) - (b.plannedAt ?? b.passedAt ?? 0));
}

/** True if the duty is a window with passes whose times can be drawn. */
export function hasPasses(plan: Plan, duty: Duty): boolean {
  const isOn = duty.status === 'planned' || duty.status === 'active';
  return isOn && duty.toAt !== null && (plan.measures.get(duty.id)?.passes ?? null) !== null;
}

/** Draws the passes of a window; what repeats a time of day for the third time is told. */
export function useDrawPasses(): (duty: Duty) => void {
  const { t } = useTranslation('duty');
  const time = useTimeWords();
  const notify = useNotify();
  const draw = useAction('plan.draw_passes');
  return ({ id, originalLocal }) =>
    draw.mutate(
      { measureId: id as RecordId, originalLocal },
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

/** The passes of a patrol: their times once they are drawn, and which of them were driven. */
export function PassesPart({ plan, duty }: Props) {
  const { t } = useTranslation('duty');
  const time = useTimeWords();
  const notify = useNotify();
  const draw = useDrawPasses();
  const tell = useAction('plan.tell_pass');
  const count = plan.measures.get(duty.id)?.passes ?? null;
  if (duty.type !== 'patrol' || count === null) return null;
  const passes = passesOf(plan, duty);
  const isDrawn = passes.some(({ plannedAt }) => plannedAt !== null);
  const isBegun = duty.fromAt <= plan.index.plan.nowAt;
  return (
    <section className="vb-inspector-part">
      <h3>{t('passes.title', { count })}</h3>
      {!isDrawn && <p className="vb-muted">{t('passes.notDrawn')}</p>}
      <ul className="vb-plan-people">
        {passes.map(({ id, plannedAt, passedAt }) => (
          <li key={id}>
            <span>{plannedAt === null ? t('passes.extra') : time.stampDay(plannedAt)}</span>
            {passedAt !== null ? (
              <span className="vb-muted">{t('passes.passed', { at: time.clock(passedAt) })}</span>
            ) : (
              isBegun && (
                <Button
                  size="sm"
                  onClick={() =>
                    tell.mutate(
                      { measureId: duty.id as RecordId, originalLocal: duty.originalLocal, passId: id },
                      { onError: notify.fail },
                    )
                  }
                >
                  {t('passes.passNow')}
                </Button>
              )
            )}
          </li>
        ))}
      </ul>
      {hasPasses(plan, duty) && (
        <p>
          <Button size="sm" onClick={() => draw(duty)}>
            {t(isDrawn ? 'passes.redraw' : 'passes.draw')}
          </Button>
        </p>
      )}
    </section>
  );
}
