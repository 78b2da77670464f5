import { useTranslation } from 'react-i18next';
import type { RecordId } from '#model/ids.ts';
import { restAround } from '#model/plan/rest-around.ts';
import { REST_RULES } from '#model/plan/rest-rules.ts';
import type { CrewMember, Duty } from '#model/plan/types.ts';
import { officerStints } from '#model/plan/work.ts';
import { useAction } from '#renderer/client/hooks.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { useNotify } from '#renderer/ui/notify.tsx';
import { SelectField } from '#renderer/ui/SelectField.tsx';
import { useTimeWords } from '#renderer/ui/time-words.ts';
import { usePlanDesk } from './desk.tsx';
import type { Plan } from './plan.ts';
import { usePlanWords } from './plan-words.ts';

interface Props {
  plan: Plan;
  duty: Duty;
}

/** Who is on the duty, with the rest before and after it, and how to put someone on or take someone off. */
export function CrewPart({ plan, duty }: Props) {
  const { t } = useTranslation('plan');
  const notify = useNotify();
  const assign = useAction('plan.assign');
  const on = new Set(duty.crew.map(({ officerId }) => officerId));
  const others = plan.view.officers.filter(({ id }) => !on.has(id));
  const put = (officerId: string | null) => {
    if (officerId === null) return;
    const to = { measureId: duty.id as RecordId, originalLocal: duty.originalLocal };
    assign.mutate({ ...to, officerId: officerId as RecordId }, { onError: notify.fail });
  };
  return (
    <section className="vb-inspector-part">
      <h3>{t('about.crew')}</h3>
      {duty.crew.length === 0 && <p className="vb-muted">{t('about.noCrew')}</p>}
      <ul className="vb-plan-people">
        {duty.crew.map((member) => (
          <Member key={member.id} plan={plan} duty={duty} member={member} />
        ))}
      </ul>
      <SelectField
        label={t('about.assign')}
        value={null}
        empty={t('about.choose')}
        options={others.map(({ id, name }) => ({ value: id as string, label: name }))}
        onChange={put}
      />
      <Conflicts plan={plan} duty={duty} />
    </section>
  );
}

function Member({ plan, duty, member }: Props & { member: CrewMember }) {
  const { t } = useTranslation('plan');
  const time = useTimeWords();
  const notify = useNotify();
  const unassign = useAction('plan.unassign');
  const name = plan.officerNames.get(member.officerId ?? '') ?? t('someone');
  const stints = officerStints(plan.index.plan.duties, plan.index.plan.toAt).get(member.officerId ?? '') ?? [];
  const toAt = duty.toAt ?? duty.expectedEndAt ?? duty.fromAt;
  const around = restAround(
    stints.filter((stint) => stint.duty !== duty),
    { fromAt: duty.fromAt, toAt },
  );
  const exceptions = plan.index.plan.restExceptions.filter(
    (one) =>
      (one.officerId === null || one.officerId === member.officerId) && one.fromAt <= toAt && one.toAt > duty.fromAt,
  );
  const rest = (minutes: number | null, key: 'restAfter' | 'restBefore') =>
    minutes === null ? null : (
      <span className={minutes < REST_RULES.daily.minutes ? 'vb-plan-warn' : 'vb-muted'}>
        {t(`about.${key}`, { length: time.length(minutes * 60_000) })}
      </span>
    );
  return (
    <li>
      <span>
        {name}
        {member.post && (
          <span className="vb-muted"> {t(`kinds:option.post.${member.post}`, { defaultValue: member.post })}</span>
        )}
      </span>
      <span className="vb-plan-rest">
        {rest(around.before, 'restBefore')}
        {rest(around.after, 'restAfter')}
        {exceptions.map(({ id, toAt: untilAt, rule }) => (
          <span key={id} className="vb-muted">
            {t('duty:exception.holds', {
              until: time.stampDay(untilAt),
              cite: REST_RULES.exceptions.find(({ key }) => key === rule)?.cite ?? rule,
            })}
          </span>
        ))}
        {around.before === null && around.after === null && <span className="vb-muted">{t('about.restFree')}</span>}
      </span>
      <IconButton
        icon="close"
        size="sm"
        label={t('about.takeOff', { name })}
        onClick={() =>
          unassign.mutate(
            { assignmentId: member.id as RecordId, originalLocal: duty.originalLocal },
            { onError: notify.fail },
          )
        }
      />
    </li>
  );
}

/** What clashes with this duty, with figure, limit and the rule it rests on. */
function Conflicts({ plan, duty }: Props) {
  const { t } = useTranslation('duty');
  const words = usePlanWords();
  const { ask } = usePlanDesk();
  const own = plan.conflicts.filter(({ duties }) =>
    duties.some(({ id, originalLocal }) => id === duty.id && originalLocal === duty.originalLocal),
  );
  return own.map((conflict) => (
    <p key={conflict.key} className="vb-plan-conflict">
      <strong>{words.conflict(plan, conflict)}</strong>
      <span className="vb-muted">{words.basis(conflict)}</span>
      {conflict.fixes.some(({ type }) => type === 'record_exception') && (
        <Button size="sm" onClick={() => ask({ type: 'exception', conflict })}>
          {t('exception.record')}
        </Button>
      )}
    </p>
  ));
}
