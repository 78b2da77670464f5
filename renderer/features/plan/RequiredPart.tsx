import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordId } from '#model/ids.ts';
import { useAction } from '#renderer/client/hooks.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { useNotify } from '#renderer/ui/notify.tsx';
import { SelectField } from '#renderer/ui/SelectField.tsx';
import { usePlanDesk } from './desk.tsx';
import type { Plan } from './plan.ts';

/** As many as a post holds; more is asked for by number on the record. */
const COUNTS = ['1', '2', '3', '4', '5', '6'] as const;

/** Which qualifications a need or a measure asks for, and of how many of those on duty. */
export function RequiredPart({ plan, ownerId }: { plan: Plan; ownerId: RecordId }) {
  const { t } = useTranslation('planning');
  const { caseId } = usePlanDesk();
  const notify = useNotify();
  const create = useAction('record.create');
  const strike = useAction('record.strike');
  const [qualificationId, setQualification] = useState<string | null>(null);
  const [count, setCount] = useState<(typeof COUNTS)[number]>('1');
  const own = plan.view.required.filter((one) => one.ownerId === ownerId);
  const nameOf = (id: string) => plan.view.qualifications.find((one) => one.id === id)?.label ?? '';
  const others = plan.view.qualifications.filter(({ id }) => !own.some((one) => one.qualificationId === id));
  const chosen = others.find(({ id }) => id === qualificationId)?.id ?? null;
  const add = () => {
    const values = { ownerId, qualificationId: chosen, headcount: Number(count) };
    const onSuccess = () => setQualification(null);
    create.mutate({ kind: 'required_qualification', caseId, values }, { onSuccess, onError: notify.fail });
  };
  return (
    <section className="vb-inspector-part">
      <h3>{t('required.title')}</h3>
      {own.length === 0 && <p className="vb-muted">{t('required.none')}</p>}
      <ul className="vb-plan-people">
        {own.map((one) => (
          <li key={one.id}>
            <span>{t('required.line', { name: nameOf(one.qualificationId), count: one.count })}</span>
            <IconButton
              icon="close"
              size="sm"
              label={t('required.strike', { name: nameOf(one.qualificationId) })}
              onClick={() =>
                strike.mutate({ id: one.id, reason: t('required.struckReason') }, { onError: notify.fail })
              }
            />
          </li>
        ))}
      </ul>
      {plan.view.qualifications.length === 0 ? (
        <p className="vb-muted">{t('required.noQualifications')}</p>
      ) : (
        others.length > 0 && (
          <div className="vb-plan-post-pair">
            <SelectField
              label={t('required.count')}
              value={count}
              options={COUNTS.map((value) => ({ value, label: value }))}
              onChange={(value) => value && setCount(value)}
            />
            <SelectField
              label={t('required.add')}
              value={chosen as string | null}
              empty={t('required.choose')}
              options={others.map(({ id, label }) => ({ value: id as string, label }))}
              onChange={setQualification}
            />
            <Button size="sm" disabled={chosen === null} onClick={add}>
              {t('required.put')}
            </Button>
          </div>
        )
      )}
    </section>
  );
}
