import { useTranslation } from 'react-i18next';
import { type Conflict, keyOf, type WorkItem } from '#model/plan/result.ts';
import type { Duty } from '#model/plan/types.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { usePlanDesk } from './desk.tsx';
import type { Plan } from './plan.ts';
import { usePlanWords } from './plan-words.ts';
import { useFixes } from './use-fixes.ts';

/** What does not hold with this duty or must be seen to: with figure, limit and rule, every way to mend it, and acceptance. */
export function DutyMatters({ plan, duty }: { plan: Plan; duty: Duty }) {
  const { t } = useTranslation('planning');
  const own = (all: readonly (Conflict | WorkItem)[]) =>
    all.filter(({ duties }) => duties.some((ref) => keyOf(ref) === keyOf(duty)));
  const found = [...own(plan.conflicts), ...own(plan.workItems)];
  if (found.length === 0) return null;
  return (
    <section className="vb-inspector-part">
      <h3>{t('matters.title')}</h3>
      {found.map((about) => (
        <Trouble key={about.key} plan={plan} about={about} />
      ))}
    </section>
  );
}

function Trouble({ plan, about }: { plan: Plan; about: Conflict | WorkItem }) {
  const { t } = useTranslation('planning');
  const words = usePlanWords();
  const { ask, matters } = usePlanDesk();
  const fixes = useFixes()(plan, about);
  const accepted = plan.accepted.get(about.key);
  const matter = matters.find(({ key }) => key === about.key);
  const title = 'fixes' in about ? words.conflict(plan, about) : words.work(plan, about);
  return (
    <div className="vb-plan-conflict">
      <strong>{title}</strong>
      {'fixes' in about && <span className="vb-muted">{words.basis(about)}</span>}
      {accepted ? (
        <span>{t('plan:matters.acceptedBy', { reason: accepted.reason })}</span>
      ) : (
        <span className="vb-plan-way">
          {fixes.map(({ id, label, run }) => (
            <Button key={id} size="sm" onClick={run}>
              {label}
            </Button>
          ))}
          {matter && (
            <Button size="sm" variant="quiet" onClick={() => ask({ type: 'accept', matter })}>
              {t('plan:menu.accept')}
            </Button>
          )}
        </span>
      )}
    </div>
  );
}
