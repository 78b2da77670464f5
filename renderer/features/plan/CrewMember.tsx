import { useTranslation } from 'react-i18next';
import type { RecordId } from '#model/ids.ts';
import { POSTS, type Post } from '#model/kinds/duty.ts';
import type { EditScope } from '#model/plan/recurrence-edit.ts';
import { restAround } from '#model/plan/rest-around.ts';
import { REST_RULES } from '#model/plan/rest-rules.ts';
import type { Duty, CrewMember as Member } from '#model/plan/types.ts';
import { officerStints } from '#model/plan/work.ts';
import { plannedLocal } from '#model/time.ts';
import { useAction } from '#renderer/client/hooks.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { useNotify } from '#renderer/ui/notify.tsx';
import { useTimeWords } from '#renderer/ui/time-words.ts';
import { usePlanDesk } from './desk.tsx';
import { MemberPart } from './MemberPart.tsx';
import { localTimes } from './pending.ts';
import type { Plan } from './plan.ts';
import { reassignChange } from './reach-change.ts';
import { useScoped } from './use-scoped.ts';

interface Props {
  plan: Plan;
  duty: Duty;
  member: Member;
}

/** One who is on a duty: the post, the rest before and after it, and what was told of them. */
export function CrewMember({ plan, duty, member }: Props) {
  const { t } = useTranslation('planning');
  const notify = useNotify();
  const unassign = useAction('plan.unassign');
  const assign = useAction('plan.assign');
  const scoped = useScoped();
  const name = plan.officerNames.get(member.officerId ?? '') ?? t('plan:someone');
  const ref = { id: duty.id, originalLocal: duty.originalLocal };
  const given = { id: duty.id as RecordId, originalLocal: duty.originalLocal };
  const zone = localTimes(plan, ref)?.zone ?? plan.index.plan.zone;
  const local = (at: number | null) => (at === null ? null : plannedLocal(at, zone));
  const setPost = (post: string) =>
    scoped(ref, null, (scope) => {
      const to = { measureId: duty.id as RecordId, originalLocal: duty.originalLocal, scope };
      // The part of the duty stays what it was.
      const part = { fromLocal: local(member.fromAt), toLocal: local(member.toAt) };
      const chosen = { officerId: member.officerId as RecordId, post: (post || null) as Post | null };
      assign.mutate({ ...to, ...chosen, ...part }, { onError: notify.fail });
    });
  const off = (now: Plan, scope: EditScope) =>
    reassignChange(now, [{ ...given, what: 'officer', assignmentId: member.id as RecordId, toId: null }], scope);
  return (
    <li>
      <span>{name}</span>
      <select
        className="vb-input vb-plan-post"
        aria-label={t('crew.postOf', { name })}
        value={member.post ?? ''}
        onChange={(event) => setPost(event.currentTarget.value)}
      >
        <option value="">{t('crew.noPost')}</option>
        {POSTS.map((post) => (
          <option key={post} value={post}>
            {t(`kinds:option.post.${post}`)}
          </option>
        ))}
      </select>
      <IconButton
        icon="close"
        size="sm"
        label={t('plan:about.takeOff', { name })}
        onClick={() =>
          scoped(ref, off, (scope) =>
            unassign.mutate(
              { assignmentId: member.id as RecordId, originalLocal: duty.originalLocal, scope },
              { onError: notify.fail },
            ),
          )
        }
      />
      <MemberPart name={name} part={member} duty={duty} />
      <Rest plan={plan} duty={duty} member={member} />
      <ToldLine plan={plan} duty={duty} member={member} name={name} />
    </li>
  );
}

function Rest({ plan, duty, member }: Props) {
  const { t } = useTranslation('plan');
  const time = useTimeWords();
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
    <span className="vb-plan-member-line">
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
  );
}

/** What was told of them, and how to tell it: now, while the duty lasts, or at the time it happened. */
function ToldLine({ plan, duty, member, name }: Props & { name: string }) {
  const { t } = useTranslation('planning');
  const time = useTimeWords();
  const notify = useNotify();
  const { ask } = usePlanDesk();
  const tell = useAction('plan.tell_post');
  const { nowAt } = plan.index.plan;
  const { onPostAt, relievedAt } = member;
  const { source, relievedById } = plan.told.get(member.id) ?? {};
  const by = plan.officerNames.get(relievedById ?? '');
  const isOff = duty.status === 'cancelled' || duty.status === 'not_possible';
  if (duty.fromAt - 3_600_000 > nowAt || isOff) return null;
  const isOver = duty.toAt !== null && duty.toAt <= nowAt;
  const ref = { id: duty.id, originalLocal: duty.originalLocal };
  const next = onPostAt === null ? ('on_post' as const) : relievedAt === null ? ('relieved' as const) : null;
  const told = [
    onPostAt !== null && { what: 'on_post' as const, text: t('tell.onPostAt', { at: time.stampDay(onPostAt) }) },
    relievedAt !== null && {
      what: 'relieved' as const,
      text: t(by ? 'tell.relievedBy' : 'tell.relievedAt', { at: time.stampDay(relievedAt), by }),
    },
  ].filter((one) => one !== false);
  return (
    <span className="vb-plan-member-line">
      {told.map(({ what, text }) => (
        <Button
          key={what}
          size="sm"
          variant="quiet"
          aria-label={t('tell.correctOf', { what: `${name}, ${text}` })}
          onClick={() => ask({ type: 'tell', ref, what, id: member.id })}
        >
          {text}
        </Button>
      ))}
      {told.length > 0 && source && <span className="vb-muted">{t('tell.sourceOf', { source })}</span>}
      {next && !isOver && (
        <Button
          size="sm"
          aria-label={t(next === 'on_post' ? 'plan:menu.onPost' : 'plan:menu.relieved', { name })}
          onClick={() =>
            tell.mutate(
              { assignmentId: member.id as RecordId, originalLocal: duty.originalLocal, what: next },
              { onError: notify.fail },
            )
          }
        >
          {t(next === 'on_post' ? 'tell.onPostNow' : 'tell.relievedNow')}
        </Button>
      )}
      {next && (
        <Button
          size="sm"
          aria-label={t('tell.otherOf', { what: t(`tell.${next}`, { name }) })}
          onClick={() => ask({ type: 'tell', ref, what: next, id: member.id })}
        >
          {t(isOver ? `fix.${next}` : 'tell.other')}
        </Button>
      )}
    </span>
  );
}
