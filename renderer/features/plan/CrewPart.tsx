import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordId } from '#model/ids.ts';
import { POSTS, type Post } from '#model/kinds/duty.ts';
import type { EditScope } from '#model/plan/recurrence-edit.ts';
import type { Duty, OpenPost } from '#model/plan/types.ts';
import { useAction } from '#renderer/client/hooks.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { useNotify } from '#renderer/ui/notify.tsx';
import { SelectField } from '#renderer/ui/SelectField.tsx';
import { CrewMember } from './CrewMember.tsx';
import { usePlanDesk } from './desk.tsx';
import type { Plan } from './plan.ts';
import { reassignChange } from './reach-change.ts';
import { useAvailability } from './use-availability.ts';
import { useScoped } from './use-scoped.ts';

interface Props {
  plan: Plan;
  duty: Duty;
}

/** Who is on the duty and at which post, which posts nobody fills, and how to put someone on or take someone off. */
export function CrewPart({ plan, duty }: Props) {
  const { t } = useTranslation('planning');
  const notify = useNotify();
  const { caseId } = usePlanDesk();
  const assign = useAction('plan.assign');
  const scoped = useScoped();
  const availability = useAvailability(plan, caseId);
  const [post, setPost] = useState<Post | null>(null);
  const [officerId, setOfficer] = useState<string | null>(null);
  const on = new Set(duty.crew.map(({ officerId }) => officerId));
  const period = { fromAt: duty.fromAt, toAt: duty.toAt ?? duty.fromAt + 3_600_000 };
  const others = plan.view.officers.flatMap(({ id, name }) => {
    const { note, isRefused } = availability('officer', id, period);
    return on.has(id) || isRefused ? [] : [{ value: id as string, label: note ? `${name}, ${note}` : name }];
  });
  const ref = { id: duty.id, originalLocal: duty.originalLocal };
  const to = { measureId: duty.id as RecordId, originalLocal: duty.originalLocal };
  // Chosen first and put on by the button: the keys walk through a list, and each step of theirs must not be an order.
  const chosen = others.find(({ value }) => value === officerId)?.value ?? null;
  const added = (now: Plan, scope: EditScope) => {
    const given = { id: duty.id as RecordId, originalLocal: duty.originalLocal, assignmentId: null };
    return reassignChange(now, [{ ...given, what: 'officer', toId: chosen as RecordId | null }], scope);
  };
  const put = () =>
    scoped(ref, chosen === null ? null : added, (scope) => {
      const onSuccess = () => setOfficer(null);
      assign.mutate({ ...to, scope, officerId: chosen as RecordId | null, post }, { onSuccess, onError: notify.fail });
    });
  return (
    <section className="vb-inspector-part">
      <h3>{t('plan:about.crew')}</h3>
      {duty.crew.length + duty.openPosts.length === 0 && <p className="vb-muted">{t('plan:about.noCrew')}</p>}
      <ul className="vb-plan-members">
        {duty.crew.map((member) => (
          <CrewMember key={member.id} plan={plan} duty={duty} member={member} />
        ))}
        {duty.openPosts.map((open) => (
          <Open key={open.id} duty={duty} open={open} />
        ))}
      </ul>
      <div className="vb-plan-post-pair">
        <SelectField
          label={t('crew.post')}
          value={post}
          empty={t('crew.noPost')}
          options={POSTS.map((value) => ({ value, label: t(`kinds:option.post.${value}`) }))}
          onChange={setPost}
        />
        <SelectField
          label={t('plan:about.assign')}
          value={chosen}
          empty={t('plan:about.choose')}
          options={others}
          onChange={setOfficer}
        />
      </div>
      <p>
        <Button size="sm" disabled={chosen === null && post === null} onClick={put}>
          {t(chosen === null && post !== null ? 'crew.addOpen' : 'crew.put')}
        </Button>
      </p>
    </section>
  );
}

/** A post that nobody fills. */
function Open({ duty, open }: { duty: Duty; open: OpenPost }) {
  const { t } = useTranslation('planning');
  const notify = useNotify();
  const { ask } = usePlanDesk();
  const unassign = useAction('plan.unassign');
  const scoped = useScoped();
  const post = open.post === null ? t('plan:someone') : t(`kinds:option.post.${open.post}`);
  const ref = { id: duty.id, originalLocal: duty.originalLocal };
  return (
    <li>
      <span className="vb-plan-warn">{t('crew.open', { post })}</span>
      <Button
        size="sm"
        aria-label={t('crew.fillOf', { post })}
        onClick={() => ask({ type: 'other', ref, subject: 'officer', id: open.id })}
      >
        {t('crew.fill')}
      </Button>
      <IconButton
        icon="close"
        size="sm"
        label={t('crew.takeOpen', { post })}
        onClick={() =>
          scoped(ref, null, (scope) =>
            unassign.mutate(
              { assignmentId: open.id as RecordId, originalLocal: duty.originalLocal, scope },
              { onError: notify.fail },
            ),
          )
        }
      />
    </li>
  );
}
