import { useTranslation } from 'react-i18next';
import type { RecordId } from '#model/ids.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { usePlanDesk } from './desk.tsx';
import type { Plan } from './plan.ts';
import { usePlanWords } from './plan-words.ts';
import { checkStay, STAY_MATTERS } from './stay.ts';
import { bare } from './verdict.ts';

/** At a stay elsewhere: the needs that were left where she is not, and what else must be seen to. */
export function StayPart({ plan, id }: { plan: Plan; id: RecordId }) {
  const { t } = useTranslation('planning');
  const words = usePlanWords();
  const { jumpTo } = usePlanDesk();
  const stay = plan.index.plan.stays.find((one) => one.id === id);
  if (!stay) return null;
  const { elsewhere, isAsked } = checkStay(plan, stay);
  return (
    <section className="vb-inspector-part">
      <h3>{t('stay.title')}</h3>
      {elsewhere.map((need) => {
        const name = bare(words.need(plan, need));
        const place = plan.placeNames.get(need.placeId ?? '') ?? '';
        return (
          <p key={need.id} className="vb-plan-way">
            <span className="vb-plan-warn">{t('stay.elsewhere', { need: name, place })}</span>
            <Button size="sm" aria-label={t('stay.openOf', { need: name })} onClick={() => jumpTo.current(need.id)}>
              {t('stay.open')}
            </Button>
          </p>
        );
      })}
      {!isAsked && <p className="vb-plan-warn">{t('stay.notAsked')}</p>}
      <p className="vb-muted">{t('stay.lead')}</p>
      <ul className="vb-plan-stay">
        {STAY_MATTERS.map((matter) => (
          <li key={matter}>{t(`stay.${matter}`)}</li>
        ))}
      </ul>
    </section>
  );
}
