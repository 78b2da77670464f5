import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { PatrolPasses } from '#contract/plan-view.ts';
import type { RecordId } from '#model/ids.ts';
import { LOOKBACK_DAYS } from '#model/plan/patrol.ts';
import type { Duty } from '#model/plan/types.ts';
import { useAction, useRoute } from '#renderer/client/hooks.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { useNotify } from '#renderer/ui/notify.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import { useTimeWords } from '#renderer/ui/time-words.ts';
import { usePlanDesk } from './desk.tsx';
import type { Plan } from './plan.ts';
import { drawOf, useDrawPasses } from './use-passes.ts';

interface Props {
  plan: Plan;
  duty: Duty;
}

/** The passes of a patrol: their times once they are drawn, by which route, which were driven, and what repeats. */
export function PassesPart({ plan, duty }: Props) {
  const { t } = useTranslation('duty');
  const listId = useId();
  const draw = useDrawPasses();
  const measure = plan.measures.get(duty.id);
  const count = measure?.passes ?? null;
  const isPatrol = duty.type === 'patrol' && count !== null;
  const asked = { measureId: duty.id as RecordId, originalLocal: duty.originalLocal };
  const { data } = useRoute('plan.passes', asked, { enabled: isPatrol });
  if (!isPatrol || !data) return null;
  const how = drawOf(plan, duty);
  return (
    <section className="vb-inspector-part">
      <h3>{t('passes.title', { count })}</h3>
      {!data.passes.some(({ plannedAt }) => plannedAt !== null) && <p className="vb-muted">{t('passes.notDrawn')}</p>}
      <ul className="vb-plan-passes">
        {data.passes.map((pass) => (
          <Pass key={pass.id} plan={plan} duty={duty} pass={pass} listId={listId} />
        ))}
      </ul>
      <datalist id={listId}>
        {data.routes.map((route) => (
          <option key={route} value={route} />
        ))}
      </datalist>
      {how && (
        <p>
          <Button size="sm" onClick={() => draw(plan, duty)}>
            {t(how === 'redraw' ? 'passes.redrawAsk' : 'passes.draw')}
          </Button>
        </p>
      )}
      <GivenUp draws={data.givenUp} />
    </section>
  );
}

interface PassProps extends Props {
  pass: PatrolPasses['passes'][number];
  listId: string;
}

function Pass({ plan, duty, pass, listId }: PassProps) {
  const { t } = useTranslation('duty');
  const time = useTimeWords();
  const notify = useNotify();
  const { ask } = usePlanDesk();
  const tell = useAction('plan.tell_pass');
  const name = useAction('plan.name_route');
  const { id, plannedAt, passedAt, route, repeats } = pass;
  const isBegun = duty.fromAt <= plan.index.plan.nowAt;
  const when = plannedAt === null ? t('passes.extra') : time.stampDay(plannedAt);
  const ref = { id: duty.id, originalLocal: duty.originalLocal };
  const told = { measureId: duty.id as RecordId, originalLocal: duty.originalLocal, passId: id };
  return (
    <li>
      <div className="vb-plan-pass">
        <span>{when}</span>
        {passedAt !== null ? (
          <span className="vb-muted">{t('passes.passed', { at: time.clock(passedAt) })}</span>
        ) : (
          isBegun && (
            <>
              <Button size="sm" onClick={() => tell.mutate(told, { onError: notify.fail })}>
                {t('passes.passNow')}
              </Button>
              <Button
                size="sm"
                aria-label={t('planning:tell.otherOf', { what: `${t('planning:tell.passed')} ${when}` })}
                onClick={() => ask({ type: 'tell', ref, what: 'passed', id })}
              >
                {t('planning:tell.other')}
              </Button>
            </>
          )
        )}
      </div>
      <TextField
        label={t('passes.routeOf', { at: time.clock(plannedAt ?? passedAt ?? 0) })}
        value={route ?? ''}
        list={listId}
        maxLength={300}
        onCommit={(text) => name.mutate({ passId: id, route: text.trim() || null }, { onError: notify.fail })}
      />
      {repeats.map((what) => (
        <p key={what} className="vb-plan-warn">
          {t(`passes.repeats.${what}`, { days: LOOKBACK_DAYS })}
        </p>
      ))}
    </li>
  );
}

/** Times that were drawn and given up, who did it and why. */
function GivenUp({ draws }: { draws: PatrolPasses['givenUp'] }) {
  const { t } = useTranslation('duty');
  const time = useTimeWords();
  if (draws.length === 0) return null;
  return (
    <ul className="vb-plan-lines vb-muted">
      {draws.map(({ at, by, reason, times }) => (
        <li key={`${at} ${reason}`}>
          {t('passes.givenUp', {
            at: time.stamp(at),
            by: by ?? '',
            times: times.map((one) => time.clock(one)).join(', '),
            reason,
          })}
        </li>
      ))}
    </ul>
  );
}
