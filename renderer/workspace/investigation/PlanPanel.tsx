import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ShownRecord } from '#contract/record.ts';
import type { RecordId } from '#model/ids.ts';
import type { Values } from '#model/kinds.ts';
import { useAction, useRoute } from '#renderer/client/hooks.ts';
import { useDueWords } from '#renderer/ui/due-words.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { useNotify } from '#renderer/ui/notify.tsx';
import { Panel } from '#renderer/ui/Panel.tsx';
import { useTimeWords } from '#renderer/ui/time-words.ts';
import { Urgency, urgencyOf } from '#renderer/ui/Urgency.tsx';
import { useNow } from '#renderer/ui/use-now.ts';
import { useEdit } from '../edit.ts';

type Step = Values<'investigation_step'>;
const valuesOf = (record: ShownRecord) => record.values as Step;

/** The steps of the plan: those of the first 24 hours, then the others by what is due first. A tick is a time. `begin`: the way to a plan. */
export function PlanPanel({ caseId, begin }: { caseId: RecordId; begin: ReactNode }) {
  const { t } = useTranslation('investigation');
  const list = useRoute('record.list', { kinds: ['investigation_step'], caseId, order: 'entered', limit: 500 });
  const steps = [...(list.data?.records ?? [])].sort((a, b) => rank(valuesOf(a)) - rank(valuesOf(b)));
  const firstDay = steps.filter((step) => valuesOf(step).firstDay === true);
  const later = steps.filter((step) => valuesOf(step).firstDay !== true);
  const isOpen = (step: ShownRecord) => valuesOf(step).doneAt === null && valuesOf(step).notRelevant === null;
  return (
    <div className="vb-investigation-plan">
      <ErrorNotice error={list.error} />
      {list.data && steps.length === 0 && (
        <Panel title={t('planTitle')} icon="quality" flush>
          <EmptyState icon="quality" title={t('noPlan')} text={t('noPlanText')} action={begin} />
        </Panel>
      )}
      {firstDay.length > 0 && (
        <Panel
          title={t('firstDay')}
          icon="clock"
          count={t('open', { open: firstDay.filter(isOpen).length, all: firstDay.length })}
          flush
        >
          <Steps label={t('firstDay')} steps={firstDay} />
        </Panel>
      )}
      {later.length > 0 && (
        <Panel
          title={t('planTitle')}
          icon="quality"
          count={t('open', { open: later.filter(isOpen).length, all: later.length })}
          flush
        >
          <Steps label={t('planTitle')} steps={later} />
        </Panel>
      )}
    </div>
  );
}

/** Open steps come first, by what is due; those without a time after them; what is done or not relevant last. */
function rank({ doneAt, notRelevant, dueAt }: Step): number {
  const closed = doneAt !== null || notRelevant !== null ? 1e15 : 0;
  return closed + (dueAt ?? 5e14);
}

function Steps({ label, steps }: { label: string; steps: readonly ShownRecord[] }) {
  return (
    <ul className="vb-steps" aria-label={label}>
      {steps.map((step) => (
        <StepRow key={step.id} id={step.id} values={valuesOf(step)} />
      ))}
    </ul>
  );
}

function StepRow({ id, values }: { id: RecordId; values: Step }) {
  const { t } = useTranslation('investigation');
  const edit = useEdit();
  const time = useTimeWords();
  const due = useDueWords();
  const now = useNow();
  const notify = useNotify();
  const update = useAction('record.update');
  const me = useRoute('session.get', {}).data?.person.name ?? null;
  const { doneAt, dueAt, notRelevant, owner, offence } = values;
  const tick = (isDone: boolean) =>
    update.mutate(
      { id, patch: isDone ? { doneAt: now, doneBy: me } : { doneAt: null, doneBy: null } },
      { onError: notify.fail },
    );
  return (
    <li className={doneAt !== null || notRelevant !== null ? 'vb-step vb-step-done' : 'vb-step'}>
      <input
        type="checkbox"
        aria-label={t('done', { step: values.text })}
        checked={doneAt !== null}
        disabled={notRelevant !== null}
        onChange={(event) => tick(event.currentTarget.checked)}
      />
      <div className="vb-grow">
        <button type="button" className="vb-row-link" onClick={() => edit.open(id)}>
          {values.text}
        </button>
        <div className="vb-muted">
          {[offence, owner ?? t('noOwner'), notRelevant && t('notRelevant', { reason: notRelevant })]
            .filter(Boolean)
            .join(' · ')}
        </div>
      </div>
      <span className="vb-step-when">
        {doneAt !== null ? (
          <Urgency state="met">{time.stamp(doneAt)}</Urgency>
        ) : (
          dueAt !== null && notRelevant === null && <Urgency state={urgencyOf(dueAt, now)}>{due.due(dueAt)}</Urgency>
        )}
      </span>
    </li>
  );
}
